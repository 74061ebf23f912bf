"""Before a visit begins: what it will ask, who carries it out, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.application.look_up import EnterpriseFile
from inspector_app.domain.checklist import ItemKind
from inspector_app.domain.officer import Officer
from inspector_app.domain.task import MergedVisit, Task
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    Card,
    Choice,
    ChoiceField,
    Columns,
    KeyValueGrid,
    Label,
    PrimaryButton,
    ScrollPage,
    SectionHeader,
    TextField,
    TranslatedWidget,
)
from inspector_app.gui.pages.visit.history_card import HistoryCard
from inspector_app.gui.pages.visit.officer_card import CertificateList
from inspector_app.gui.terms import (
    credit_code_text,
    due_state,
    fact_line,
    join_names,
    party_type_label,
    representative_label,
    risk_state,
    task_kind_label,
)
from inspector_app.gui.theme import Space, TypeRole

__all__ = ["Plan", "PlanningPanel", "StartWish"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the start of a visit is decided on; read in one go."""

    file: EnterpriseFile
    merged: MergedVisit
    me: Officer
    partners: tuple[Officer, ...]
    today: date
    task_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StartWish:
    """What was chosen: the officers, where, and who helps."""

    officers: tuple[Officer, ...]
    place: str
    helpers_present: str


class PlanningPanel(TranslatedWidget):
    """Shows a `Plan`; the visit begins with a partner chosen and a press.

    Signals:
        start_wanted(StartWish): [开始检查] was pressed with what is chosen.
        dismissed(): back without starting.
    """

    start_wanted = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.planning")
        self._plan: Plan | None = None
        self._merge = Label(role=TypeRole.LEAD)
        self._merge.setObjectName("plan.merge")
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(Space.S)
        self._officers_title = SectionHeader()
        self.certificates = CertificateList()
        self.partner = ChoiceField()
        self.partner.setObjectName("plan.partner")
        self.partner.value_changed.connect(self._on_partner_chosen)
        self.place = TextField()
        self.place.setObjectName("plan.place")
        self.helpers_present = TextField()
        self.helpers_present.setObjectName("plan.helpers")
        self.begin = PrimaryButton(icon_name="play")
        self.begin.setObjectName("plan.begin")
        self.begin.clicked.connect(self._on_begin_clicked)
        self.back = Button(kind=ButtonKind.QUIET, icon_name="arrow-left")
        self.back.setObjectName("plan.back")
        self.back.clicked.connect(self.dismissed)
        self._facts_title = Label(role=TypeRole.STRONG)
        self._facts = KeyValueGrid(columns=1)
        self.history = HistoryCard()
        self._lay_out()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.begin.click)
        self.retranslate()

    def set_plan(self, plan: Plan) -> None:
        """Show ``plan``; the only possible partner is chosen already."""
        self._plan = plan
        self.partner.set_choices(
            [Choice(o.id, fact_line((o.name, o.certificate_no))) for o in plan.partners],
            self.tr("请选择"),
        )
        if len(plan.partners) == 1:
            self.partner.set_value(plan.partners[0].id)
        self.place.set_value(plan.file.enterprise.premises_address)
        self.history.set_history(plan.file.enterprise, plan.file.rectifications)
        self._say()

    def take_focus(self) -> None:
        """Put the focus on what is still to be chosen, else on the beginning itself."""
        (self.begin if self.partner.value() else self.partner.editor).setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While the visit is being started it cannot be started twice."""
        self.begin.setEnabled(not busy)

    def refuse(self, words: str) -> None:
        """Say at the officers what is missing and put the cursor there."""
        self.partner.set_error(words)
        self.partner.editor.setFocus()

    def retranslate(self) -> None:
        self._officers_title.set_words(
            self.tr("执法人员"), self.tr("现场检查应当由两名以上执法人员进行，并出示执法证件。")
        )
        self.partner.set_label(self.tr("另一名执法人员"), required=True)
        self.place.set_label(self.tr("检查地点"))
        self.helpers_present.set_label(
            self.tr("协助人员"), self.tr("见证人、技术人员、陪同人员等，没有可不填。")
        )
        self.begin.set_words(self.tr("开始检查"), "Ctrl+Return")
        self.back.set_words(self.tr("返回"))
        self._facts_title.setText(self.tr("主体档案"))
        self._say()

    def _lay_out(self) -> None:
        columns = Columns()
        plan = Card()
        plan.body.addWidget(self._merge)
        plan.body.addLayout(self._tasks)
        people = Card()
        people.body.addWidget(self._officers_title)
        people.body.addWidget(self.certificates)
        people.body.addWidget(self.partner)
        place = Card()
        place.body.addWidget(self.place)
        place.body.addWidget(self.helpers_present)
        for card in (plan, people, place):
            columns.main.addWidget(card)
        columns.main.addStretch(1)
        facts = Card()
        facts.body.addWidget(self._facts_title)
        facts.body.addWidget(self._facts)
        columns.aside.addWidget(facts)
        columns.aside.addWidget(self.history)
        columns.aside.addStretch(1)
        scroll = ScrollPage()
        scroll.body.addWidget(columns, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.begin)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _say(self) -> None:
        plan = self._plan
        if plan is None:
            return
        party = plan.file.enterprise
        key = sum(item.kind is ItemKind.KEY for item in plan.merged.items)
        # One sentence of two counts: each has its own plural in English.
        tasks = len(plan.merged.tasks)
        self._merge.setText(
            (self.tr("合并 %n 项任务", "", tasks) if tasks > 1 else self.tr("一项任务"))
            + self.tr("，%n 项检查", "", len(plan.merged.items))
            + self.tr("（其中重点项 %n 项）", "", key)
        )
        self._show_tasks(plan.merged.tasks, plan.today)
        self._facts.set_facts(
            [
                (self.tr("统一社会信用代码"), credit_code_text(party.credit_code)),
                (self.tr("当事人类型"), party_type_label(party.party_type)),
                (self.tr("风险等级"), risk_state(party.risk_class).text),
                (self.tr("网格"), party.grid),
                (representative_label(party.representative_title), party.legal_representative),
                (self.tr("电话"), party.phone),
                (self.tr("证照"), join_names(licence.name for licence in party.licences)),
            ]
        )
        self._show_officers()

    def _show_tasks(self, tasks: Sequence[Task], today: date) -> None:
        while (item := self._tasks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for task in tasks:
            holder = QWidget()
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(Space.M)
            due = due_state(task.due, today)
            line.addWidget(Badge(task_kind_label(task.kind), icon_name=""))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(task.title))
            approval = task.approval_no or self.tr("没有审批编号")
            words.addWidget(Label(approval, TypeRole.CAPTION, muted=True))
            line.addLayout(words, 1)
            line.addWidget(
                Badge(due.text, due.tone, due.icon or None), 0, Qt.AlignmentFlag.AlignTop
            )
            self._tasks.addWidget(holder)

    def _chosen_partner(self) -> Officer | None:
        plan = self._plan
        wanted = self.partner.value()
        return next((o for o in plan.partners if o.id == wanted), None) if plan else None

    def _show_officers(self) -> None:
        plan = self._plan
        if plan is None:
            return
        partner = self._chosen_partner()
        self.certificates.set_officers([plan.me, *([partner] if partner else [])], plan.today)

    def _on_partner_chosen(self) -> None:
        self._show_officers()

    def _on_begin_clicked(self) -> None:
        plan = self._plan
        if plan is None:
            return
        partner = self._chosen_partner()
        if partner is None:
            self.refuse(self.tr("请选择另一名执法人员。"))
            return
        self.start_wanted.emit(
            StartWish((plan.me, partner), self.place.value(), self.helpers_present.value())
        )
