"""One enterprise with the tasks that one visit will answer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.application.view_today import EnterpriseTasks
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    Card,
    FlowRow,
    IconLabel,
    Label,
    TranslatedWidget,
)
from inspector_app.gui.terms import (
    due_state,
    fact_line,
    risk_state,
    short_day_text,
    task_kind_label,
)
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["TaskCard"]


class TaskCard(TranslatedWidget):
    """Who, why, what was wrong last time, by when, and the button that begins or goes on.

    Signals:
        start_wanted(str): begin a visit of this enterprise (its id).
        visit_wanted(str): go on with its open visit (the visit's id).
        file_wanted(str): open the enterprise's file (its id).
    """

    start_wanted = Signal(str)
    visit_wanted = Signal(str)
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: EnterpriseTasks | None = None
        self._today = date.min
        self._leading = False
        self._card = _UrgentCard()
        self._name = Label(role=TypeRole.LEAD)
        self._marks = FlowRow()
        self._kinds = FlowRow(Space.XS)
        self._merged = Label(muted=True)
        self._last_icon = IconLabel("history", 18, muted=True)
        self._last = Label(muted=True)
        self._where_icon = IconLabel("map-pin", 18, muted=True)
        self._where = Label(muted=True)
        self._due = Badge()
        self._due_day = Label(role=TypeRole.CAPTION, muted=True, wrap=False)
        self.go_button = Button(icon_name="play")
        self.file_button = Button(icon_name="folder-open", kind=ButtonKind.QUIET)
        self.go_button.clicked.connect(self._on_go_clicked)
        self.file_button.clicked.connect(self._on_file_clicked)
        self._lay_out()

    @property
    def enterprise_id(self) -> str:
        """Whose card this is, or ``""``."""
        return self._group.enterprise.id if self._group else ""

    def set_group(self, group: EnterpriseTasks, today: date, *, leading: bool) -> None:
        """Show ``group`` as of ``today``; the ``leading`` card carries the page's primary action."""
        self._group, self._today, self._leading = group, today, leading
        self.retranslate()

    def retranslate(self) -> None:
        group = self._group
        if group is None:
            return
        enterprise = group.enterprise
        self._name.setText(enterprise.name)
        self._show_marks(group)
        self._kinds.clear()
        for kind in dict.fromkeys(task.kind for task in group.tasks):
            self._kinds.add(Badge(task_kind_label(kind), Tone.PROGRESS, ""))
        self._merged.setText(self._merged_words(group))
        self._last.setText(self._last_words(group))
        where = fact_line((enterprise.business_label, enterprise.premises_address))
        self._where.setText(where)
        due = due_state(group.due, self._today)
        self._due.set_state(due.text, due.tone, due.icon)
        self._due_day.setText(short_day_text(group.due, self._today))
        self._card.set_tone(due.tone)
        self._show_action(group)

    def _show_marks(self, group: EnterpriseTasks) -> None:
        self._marks.clear()
        risk = risk_state(group.enterprise.risk_class)
        self._marks.add(Badge(risk.text, risk.tone, risk.icon))
        for flag in group.enterprise.flags:
            self._marks.add(Badge(flag, Tone.NOT_MET, "flag"))

    def _merged_words(self, group: EnterpriseTasks) -> str:
        items = (
            self.tr("%n 项检查", "", group.item_count)
            if group.open_visit
            else self.tr("至多 %n 项检查", "", group.item_count)
        )
        if len(group.tasks) == 1:
            return items
        tasks = self.tr("合并 %n 项任务", "", len(group.tasks))
        return self.tr("{tasks}，{items}").format(tasks=tasks, items=items)

    def _last_words(self, group: EnterpriseTasks) -> str:
        last = group.enterprise.last_visit
        if last is None:
            return self.tr("未曾检查")
        day = short_day_text(last.at, self._today)
        parts = [
            self.tr("%n 项不符合", "", last.not_met) if last.not_met else self.tr("全部符合"),
        ]
        still_open = len(group.open_rectifications) or last.open_rectifications
        if still_open:
            parts.append(self.tr("%n 项未见整改", "", still_open))
        result = self.tr("，").join(parts)
        return self.tr("上次 {day}：{result}").format(day=day, result=result)

    def _show_action(self, group: EnterpriseTasks) -> None:
        name = group.enterprise.name
        visit = group.open_visit
        if visit is None:
            words = self.tr("开始")
            spoken = self.tr("开始检查 {name}").format(name=name)
        else:
            words = self.tr("继续 {done}/{total}").format(done=visit.answered, total=visit.total)
            spoken = self.tr("继续检查 {name}").format(name=name)
        primary = visit is not None or self._leading
        self.go_button.set_words(words)
        self.go_button.set_kind(ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY)
        self.go_button.setAccessibleName(spoken)
        self.file_button.set_words(self.tr("档案"))
        self.file_button.setAccessibleName(self.tr("打开档案 {name}").format(name=name))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._name)
        head.addWidget(self._marks, 1)
        why = QHBoxLayout()
        why.setSpacing(Space.M)
        why.addWidget(self._kinds)
        why.addWidget(self._merged, 1)
        facts = QVBoxLayout()
        facts.setSpacing(Space.S)
        facts.addLayout(head)
        facts.addLayout(why)
        for icon, words in ((self._last_icon, self._last), (self._where_icon, self._where)):
            line = QHBoxLayout()
            line.setSpacing(Space.S)
            line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            facts.addLayout(line)
        due = QVBoxLayout()
        due.setSpacing(2)
        right = Qt.AlignmentFlag.AlignRight
        due.addWidget(self._due, 0, right)
        due.addWidget(self._due_day, 0, right)
        act = QHBoxLayout()
        act.setSpacing(Space.XS)
        act.addWidget(self.file_button)
        act.addWidget(self.go_button)
        end = QVBoxLayout()
        end.addLayout(due)
        end.addStretch(1)
        end.addLayout(act)
        whole = QHBoxLayout()
        whole.setSpacing(Space.L)
        whole.addLayout(facts, 1)
        whole.addLayout(end)
        self._card.body.addLayout(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def _on_go_clicked(self) -> None:
        if self._group is None:
            return
        if self._group.open_visit is not None:
            self.visit_wanted.emit(self._group.open_visit.visit_id)
        else:
            self.start_wanted.emit(self.enterprise_id)

    def _on_file_clicked(self) -> None:
        self.file_wanted.emit(self.enterprise_id)


class _UrgentCard(Card):
    """A card with a bar at its edge in the colour of its urgency; the badge says it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = Tone.NEUTRAL

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._tone is Tone.NEUTRAL:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look().colours.tone(self._tone).solid))
        inset = Space.L + Space.XS
        painter.drawRoundedRect(QRectF(5, inset, 4, self.height() - 2 * inset), 2, 2)
