"""A finding in place: facts, violation with its clauses, measures, deadline; accepted with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.application.confirm_finding import Proposal
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    CheckBox,
    Choice,
    DateField,
    Label,
    LongTextField,
    MultiChoiceField,
    PrimaryButton,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.models.visit_findings import FindingForm, with_proposal
from inspector_app.gui.models.visit_words import measure_word
from inspector_app.gui.pages.visit.proposal_card import ProposalCard
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["FindingEditor"]

_AT_ONCE, _BY_DAY = "at_once", "by_day"


class FindingEditor(TranslatedWidget):
    """Shows a `FindingForm` over the proposals for one item.

    Signals:
        description_edited(str): the facts were changed, as they stand now.
        edited(): anything was changed; `form` gives it.
        accepted(FindingForm): accepted by Enter or by the button.
        withdrawal_wanted(str): the confirmed finding of this id is to be withdrawn.
    """

    description_edited = Signal(str)
    edited = Signal()
    accepted = Signal(object)
    withdrawal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding")
        self._proposals: tuple[Proposal, ...] = ()
        self._cards: dict[str, ProposalCard] = {}
        self._form = FindingForm()
        self._locked = False
        self._title = Label(role=TypeRole.STRONG)
        self.state = Badge()
        self.description = LongTextField(lines=2)
        self.description.setObjectName("finding.description")
        self.description.value_changed.connect(self._on_description_changed)
        self._violation_title = Label(role=TypeRole.LABEL)
        self._violations = QVBoxLayout()
        self._violations.setSpacing(Space.S)
        self._none = Well(Tone.ATTENTION)
        self._none_words = Label()
        self._none.body.addWidget(self._none_words)
        self.measures = MultiChoiceField()
        self.measures.setObjectName("finding.measures")
        self.measures.value_changed.connect(self._on_edited)
        self.term = MultiChoiceField(exclusive=True)
        self.term.setObjectName("finding.term")
        self.term.value_changed.connect(self._on_term_changed)
        self.deadline = DateField()
        self.deadline.setObjectName("finding.deadline")
        self.deadline.value_changed.connect(self._on_edited)
        self.requirement = LongTextField(lines=2)
        self.requirement.setObjectName("finding.requirement")
        self.requirement.value_changed.connect(self._on_edited)
        self.on_spot = CheckBox()
        self.on_spot.setObjectName("finding.on_spot")
        self.on_spot.clicked.connect(self._on_edited)
        self.accept = PrimaryButton(icon_name="check")
        self.accept.setObjectName("finding.accept")
        self.accept.clicked.connect(self.press_accept)
        self.withdraw = Button(kind=ButtonKind.QUIET, icon_name="undo-2")
        self.withdraw.setObjectName("finding.withdraw")
        self.withdraw.clicked.connect(self._on_withdraw_clicked)
        self._keys = TypingKeys(self)
        self._keys.watch(self.description.text, self.requirement.text, self.deadline.edit)
        self.description.text.installEventFilter(self)
        self._lay_out()
        self.retranslate()

    def set_form(
        self, proposals: Sequence[Proposal], form: FindingForm, today: date, *, locked: bool = False
    ) -> None:
        """Show ``form`` over ``proposals``; a ``locked`` one is only read."""
        if tuple(proposals) != self._proposals:
            self._proposals = tuple(proposals)
            self._build_cards()
        self.deadline.set_range(today, None)
        self._locked = locked
        self._show(form)

    @property
    def form(self) -> FindingForm:
        """What is entered."""
        by_day = self.term.value() == (_BY_DAY,)
        return replace(
            self._form,
            description=self.description.value(),
            measures=tuple(MeasureKind(m) for m in self.measures.value()),
            requirement=self.requirement.value(),
            deadline=self.deadline.value() if by_day else None,
            on_spot=self.on_spot.isChecked(),
        )

    def proposal_cards(self) -> tuple[ProposalCard, ...]:
        """The proposals on show, the likeliest first."""
        return tuple(self._cards.values())

    def choose(self, violation_id: str) -> None:
        """Take another of the proposed violations, with what the pack suggests for it."""
        proposal = next((p for p in self._proposals if p.violation.id == violation_id), None)
        if proposal is not None and not self._locked and violation_id != self._form.violation_id:
            self._show(with_proposal(self.form, proposal))
            self.edited.emit()

    def press_accept(self) -> None:
        """Accept as the button would; a missing date is asked for at its field."""
        if self._locked or not self.accept.isEnabled():
            return
        if self.term.value() == (_BY_DAY,) and self.deadline.value() is None:
            self.refuse("finding.deadline", self.tr("请选择整改期限。"))
            return
        self.accepted.emit(self.form)

    def focus_facts(self) -> None:
        """Put the cursor behind the facts."""
        self.description.text.moveCursor(QTextCursor.MoveOperation.End)
        self.description.text.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being recorded it cannot be recorded twice."""
        self.accept.setEnabled(not busy and bool(self._proposals))

    def refuse(self, code: str, words: str) -> bool:
        """Say at the field that an error code names what is wrong; False if it names none."""
        match code:
            case "finding.description":
                self.description.set_error(words)
                self.description.text.setFocus()
            case "finding.measures" | "finding.decision":
                self.measures.set_error(words)
                for chip in self._chips()[:1]:
                    chip.setFocus()
            case "finding.deadline":
                self.deadline.set_error(words)
                self.deadline.edit.setFocus()
            case _:
                return False
        return True

    def retranslate(self) -> None:
        self._title.setText(self.tr("认定问题"))
        self._say_labels()
        self._none_words.setText(
            self.tr(
                "检查表没有为这个项目列出适用于该当事人的违法行为，不能在此认定。"
                "请核对检查结论，或者在备注中写明情况后改为合理缺项。"
            )
        )
        self.measures.set_label(self.tr("处理措施（初次发现时允许的）"), required=True)
        self.term.set_label(self.tr("整改期限"))
        self.term.set_choices(
            [Choice(_AT_ONCE, self.tr("立即改正")), Choice(_BY_DAY, self.tr("限期改正"))]
        )
        self.deadline.set_label(self.tr("在此日之前改正"))
        self.requirement.set_label(self.tr("改正内容及要求"))
        self.on_spot.set_words(self.tr("已在检查现场改正"))
        self.withdraw.set_words(self.tr("撤销认定"))
        self._name_measures()
        self._say_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.description.text and event.type() == QEvent.Type.KeyPress:
            enter = isinstance(event, QKeyEvent) and event.key() in (
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            )
            # Shift+Enter goes on in the next line; plain Enter accepts, as everywhere in a visit.
            if (
                isinstance(event, QKeyEvent)
                and enter
                and event.modifiers() != Qt.KeyboardModifier.ShiftModifier
            ):
                self.press_accept()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.state)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.on_spot, 1)
        foot.addWidget(self.withdraw)
        foot.addWidget(self.accept)
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(Space.M)
        for widget in (self.measures, self.term, self.deadline, self.requirement):
            rest.addWidget(widget)
        rest.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self.description)
        column.addWidget(self._violation_title)
        column.addLayout(self._violations)
        column.addWidget(self._none)
        column.addWidget(self._rest)

    def _build_cards(self) -> None:
        while (item := self._violations.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cards = {}
        for proposal in self._proposals:
            card = ProposalCard(proposal)
            card.chosen.connect(self.choose)
            self._cards[proposal.violation.id] = card
            self._violations.addWidget(card)

    def _show(self, form: FindingForm) -> None:
        self._form = form
        known = form.violation_id in self._cards
        for violation_id, card in self._cards.items():
            card.set_chosen(chosen=violation_id == form.violation_id)
            # What was recorded is read, what was not chosen is of no use any more.
            card.setVisible(not self._locked or violation_id == form.violation_id)
        self._none.setVisible(not self._proposals)
        self._violation_title.setVisible(bool(self._proposals))
        self._rest.setVisible(known)
        self._name_measures()
        self.measures.set_value(tuple(measure.value for measure in form.measures))
        if form.description != self.description.text.toPlainText():
            self.description.set_value(form.description)
            self.description.text.moveCursor(QTextCursor.MoveOperation.End)
        self.requirement.set_value(form.requirement)
        self.term.set_value((_BY_DAY if form.deadline else _AT_ONCE,))
        self.deadline.set_value(form.deadline)
        self.deadline.setVisible(form.deadline is not None)
        self.on_spot.setChecked(form.on_spot)
        for text in (self.description, self.requirement):
            text.set_error("")
            text.text.setReadOnly(self._locked)
        for field in (self.measures, self.term, self.deadline):
            field.set_error("")
            field.setEnabled(not self._locked)
        self.on_spot.setEnabled(not self._locked)
        self.accept.setVisible(not self._locked)
        self.accept.setEnabled(bool(self._proposals))
        self.withdraw.setVisible(bool(form.finding_id) and not self._locked)
        self._say_labels()
        self._say_state()

    def _say_labels(self) -> None:
        hint = self.tr("Enter 认定，Shift+Enter 换行。写明时间、地点、数量和现场状况。")
        self.description.set_label(
            self.tr("现场查见的事实"),
            "" if self._locked else hint,
            required=not self._locked,
        )
        locked = self._locked or bool(self._form.finding_id)
        self._violation_title.setText(self.tr("认定为") if locked else self.tr("建议认定为"))

    def _name_measures(self) -> None:
        card = self._cards.get(self._form.violation_id)
        allowed = card.proposal.measures if card else ()
        self.measures.set_choices([Choice(m.value, measure_word(m)) for m in allowed])

    def _chips(self) -> list[QWidget]:
        card = self._cards.get(self._form.violation_id)
        allowed = card.proposal.measures if card else ()
        return [self.measures.chip(measure.value) for measure in allowed]

    def _say_state(self) -> None:
        if self._form.finding_id:
            self.state.set_state(self.tr("已认定"), Tone.MET)
            self.accept.set_words(self.tr("更新认定"), "Return")
        else:
            self.state.set_state(self.tr("待认定"), Tone.ATTENTION)
            self.accept.set_words(self.tr("认定"), "Return")

    def _on_description_changed(self) -> None:
        self.description_edited.emit(self.description.value())
        self.edited.emit()

    def _on_term_changed(self) -> None:
        by_day = self.term.value() == (_BY_DAY,)
        self.deadline.setVisible(by_day)
        if by_day and self.deadline.value() is None:
            card = self._cards.get(self._form.violation_id)
            self.deadline.set_value(card.proposal.deadline if card else None)
            self.deadline.edit.setFocus()
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_withdraw_clicked(self) -> None:
        self.withdrawal_wanted.emit(self._form.finding_id)
