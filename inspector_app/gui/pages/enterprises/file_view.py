"""One enterprise's file (一企一档): who it is, what it may do, what was found, what is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.enterprise import Licence
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    Card,
    FlowRow,
    KeyValueGrid,
    Label,
    PrimaryButton,
    ScrollPage,
    TranslatedWidget,
)
from inspector_app.gui.deadline_words import (
    basis_text,
    deadline_state,
    deadline_title,
    doubt_text,
)
from inspector_app.gui.pages.enterprises.view_model import FileModel, HistoryLine
from inspector_app.gui.pages.fact_rows import CardSection, fact_row
from inspector_app.gui.terms import (
    State,
    credit_code_text,
    day_text,
    document_state,
    due_state,
    fact_line,
    licence_state,
    moment_text,
    party_type_label,
    representative_label,
    risk_state,
    short_day_text,
    task_kind_label,
    task_kinds_text,
)
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["FileView"]


class FileView(TranslatedWidget):
    """Shows a `FileModel`.

    Signals:
        start_wanted(str): begin a visit of this enterprise.
        visit_wanted(str): open this visit.
        document_wanted(str): show this document.
    """

    start_wanted = Signal(str)
    visit_wanted = Signal(str)
    document_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: FileModel | None = None
        self._name = Label(role=TypeRole.TITLE)
        self._code = Label(role=TypeRole.LEAD, wrap=False)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._marks = FlowRow()
        self._facts = KeyValueGrid(columns=2)
        self.go_button = PrimaryButton(icon_name="play")
        self.go_button.clicked.connect(self._on_go_clicked)
        self._why_not = Label(role=TypeRole.CAPTION, muted=True, wrap=False)
        self.sections = {
            name: CardSection()
            for name in ("tasks", "rectifications", "deadlines", "licences", "history", "documents")
        }
        self._lay_out()

    @property
    def model(self) -> FileModel | None:
        """What is on show."""
        return self._model

    def set_model(self, model: FileModel) -> None:
        """Show the file; the same enterprise again stays scrolled where it is."""
        same = self._model is not None and self._model.enterprise.id == model.enterprise.id
        self._model = model
        self.retranslate()
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        model = self._model
        if model is None:
            return
        self._show_head(model)
        self._show_tasks(model)
        self._show_rectifications(model)
        self._show_deadlines(model)
        self.sections["licences"].set_rows(
            self.tr("证照"),
            [self._licence_row(model, licence) for licence in model.enterprise.licences],
            self.tr("档案中没有证照信息。"),
        )
        self.sections["history"].set_rows(
            self.tr("检查历史"),
            [self._history_row(model, line) for line in model.history],
            self.tr("还没有检查过。"),
        )
        self.sections["documents"].set_rows(
            self.tr("文书"), self._document_rows(model), self.tr("本机没有该主体的文书。")
        )

    def _show_head(self, model: FileModel) -> None:
        enterprise = model.enterprise
        self._name.setText(enterprise.name)
        self._code.setText(credit_code_text(enterprise.credit_code))
        spoken = " ".join(enterprise.credit_code)
        self._code.setAccessibleName(self.tr("统一社会信用代码 {code}").format(code=spoken))
        self._marks.clear()
        self._marks.add(Badge(party_type_label(enterprise.party_type), Tone.NEUTRAL, "building-2"))
        risk = risk_state(enterprise.risk_class)
        self._marks.add(Badge(risk.text, risk.tone, risk.icon))
        for flag in enterprise.flags:
            self._marks.add(Badge(flag, Tone.NOT_MET, "flag"))
        self._facts.set_facts(
            [
                (
                    representative_label(enterprise.representative_title),
                    enterprise.legal_representative,
                ),
                (self.tr("联系电话"), enterprise.phone),
                (self.tr("业态"), enterprise.business_label),
                (self.tr("网格"), enterprise.grid),
                (self.tr("经营场所"), enterprise.premises_address),
                (self.tr("责任监管人员"), enterprise.responsible_officer),
                (self.tr("住所"), enterprise.address),
            ]
        )
        visit = model.open_visit
        if visit is None:
            self.go_button.set_words(self.tr("开始检查"))
        else:
            words = self.tr("继续检查 {done}/{total}")
            self.go_button.set_words(words.format(done=visit.answered, total=visit.total))
        idle = visit is None and not model.file.tasks
        self.go_button.setEnabled(not idle)
        self._why_not.setVisible(idle)
        self._why_not.setText(self.tr("没有待办任务，联网同步后再开始"))

    def _show_tasks(self, model: FileModel) -> None:
        rows = [
            fact_row(
                f"{task_kind_label(task.kind)}  {task.title}",
                self.tr("审批编号 {number}").format(number=task.approval_no)
                if task.approval_no
                else self.tr("没有检查审批编号"),
                icon="clipboard-list",
                state=due_state(task.due, model.today),
                note=short_day_text(task.due, model.today),
            )
            for task in model.file.tasks
        ]
        self.sections["tasks"].set_rows(self.tr("待办任务"), rows, self.tr("没有待办任务。"))

    def _show_rectifications(self, model: FileModel) -> None:
        section = self.sections["rectifications"]
        rows = [
            fact_row(
                f"{row.item_number}  {row.wording}",
                icon="clipboard-pen",
                state=self._rectification_state(model, row.deadline, done=row.done),
                note=short_day_text(row.deadline, model.today) if row.deadline else "",
            )
            for row in model.file.rectifications
        ]
        section.setVisible(bool(rows))
        section.set_rows(self.tr("责令改正"), rows, "")

    def _show_deadlines(self, model: FileModel) -> None:
        section = self.sections["deadlines"]
        rows = [
            fact_row(
                deadline_title(running),
                fact_line((running.subject, basis_text(running), doubt_text(running))),
                icon="calendar-clock",
                state=deadline_state(running),
                note=short_day_text(running.last, model.today),
            )
            for running in model.deadlines
        ]
        section.setVisible(bool(rows))
        section.set_rows(self.tr("期限"), rows, "")

    def _rectification_state(self, model: FileModel, deadline: date | None, *, done: bool) -> State:
        if done:
            return State(self.tr("当场改正"), Tone.MET)
        if deadline is None:
            return State(self.tr("立即改正"), Tone.ATTENTION, "clock")
        return due_state(deadline, model.today)

    def _licence_row(self, model: FileModel, licence: Licence) -> QWidget:
        until = (
            self.tr("有效期至 {day}").format(day=day_text(licence.valid_to))
            if licence.valid_to
            else ""
        )
        return fact_row(
            licence.name,
            fact_line((licence.number, licence.scope)),
            icon="id-card",
            state=licence_state(licence.days_left(model.today)),
            note=until,
        )

    def _history_row(self, model: FileModel, line: HistoryLine) -> QWidget:
        found = self.tr("%n 项不符合", "", line.not_met) if line.not_met else self.tr("全部符合")
        if line.open_rectifications:
            left = self.tr("%n 项未见整改", "", line.open_rectifications)
            found = self.tr("{found}，{left}").format(found=found, left=left)
        state = State(line.grade, Tone.NEUTRAL, "gavel") if line.grade else None
        if not line.completed:
            state, found = State(self.tr("检查中"), Tone.PROGRESS), ""
        actions = []
        if line.visit_id:
            button = Button(icon_name="arrow-right", kind=ButtonKind.QUIET)
            button.set_words(self.tr("打开"))
            day = day_text(line.at)
            button.setAccessibleName(self.tr("打开 {day} 的检查").format(day=day))
            button.clicked.connect(
                lambda _=False, visit=line.visit_id: self.visit_wanted.emit(visit)
            )
            actions.append(button)
        title = f"{day_text(line.at)}  {task_kinds_text(line.kinds)}"
        return fact_row(title, found, icon="history", state=state, actions=actions)

    def _document_rows(self, model: FileModel) -> Iterator[QWidget]:
        for row in model.documents:
            button = Button(icon_name="eye", kind=ButtonKind.QUIET)
            button.set_words(self.tr("查看"))
            button.setAccessibleName(self.tr("查看《{title}》").format(title=row.title))
            button.clicked.connect(
                lambda _=False, document=row.document_id: self.document_wanted.emit(document)
            )
            yield fact_row(
                row.title,
                fact_line((row.number, moment_text(row.issued_at))),
                icon="file-text",
                state=document_state(row.status),
                actions=[button],
            )

    def _lay_out(self) -> None:
        head = Card()
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self._name)
        words.addWidget(self._code)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addLayout(words, 1)
        go = QVBoxLayout()
        go.setSpacing(Space.XS)
        go.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignRight)
        go.addWidget(self._why_not)
        go.addStretch(1)
        top.addLayout(go)
        head.body.addLayout(top)
        head.body.addWidget(self._marks)
        head.body.addWidget(self._facts)
        self._scroll = ScrollPage(margins=0)
        self._scroll.body.setSpacing(Space.S)
        self._scroll.body.addWidget(head)
        for section in self.sections.values():
            self._scroll.body.addWidget(section)
        self._scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _on_go_clicked(self) -> None:
        model = self._model
        if model is None:
            return
        if model.open_visit is not None:
            self.visit_wanted.emit(model.open_visit.visit_id)
        else:
            self.start_wanted.emit(model.enterprise.id)
