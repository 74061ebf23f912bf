"""A finding in place: facts, violation with its clauses, measures, deadline; accepted with Enter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
)
from inspector_app.gui.models.finding_offer import FindingOffer
from inspector_app.gui.models.visit_findings import FindingForm, with_proposal
from inspector_app.gui.models.visit_words import measure_word
from inspector_app.gui.pages.visit.proposal_card import ProposalCard
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.pages.visit.violation_choice import ViolationChoice
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
        self._form = FindingForm()
        self._locked = False
        self._title = Label(role=TypeRole.STRONG)
        self.state = Badge()
        self.description = LongTextField(lines=2)
        self.description.setObjectName("finding.description")
        self.description.value_changed.connect(self._on_description_changed)
        self._violation_title = Label(role=TypeRole.LABEL)
        self.choice = ViolationChoice()
        self.choice.chosen.connect(self.choose)
        self.choice.others_wanted.connect(self.open_others)
        self.because = LongTextField(lines=2)
        self.because.setObjectName("finding.because")
        self.because.value_changed.connect(self._on_edited)
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
        self._keys.watch(
            self.description.text, self.requirement.text, self.because.text, self.deadline.edit
        )
        self.description.text.installEventFilter(self)
        search = QShortcut(QKeySequence("Ctrl+L"), self)
        search.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        search.activated.connect(self.open_others)
        self._lay_out()
        self.retranslate()

    def set_form(
        self, offer: FindingOffer, form: FindingForm, today: date, *, locked: bool = False
    ) -> None:
        """Show ``form`` over what there is to choose from; a ``locked`` one is only read."""
        self.choice.set_offer(offer)
        self.deadline.set_range(today, None)
        self._locked = locked
        self._show(form)

    def set_offer(self, offer: FindingOffer) -> None:
        """Let something else be chosen from; what is entered stays."""
        form = self.form
        self.choice.set_offer(offer)
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
            because=self.because.value(),
        )

    def choose(self, violation_id: str) -> None:
        """Take another of the violations on offer, with what the pack suggests for it."""
        card = self.choice.card(violation_id)
        if card is not None and not self._locked and violation_id != self._form.violation_id:
            self._show(with_proposal(self.form, card.proposal))
            self.edited.emit()

    def open_others(self) -> None:
        """Look for any other violation, beginning with the facts as they are written."""
        if not self._locked:
            self.choice.open_others(self.description.value())

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
        self.accept.setEnabled(not busy and bool(self.choice.offer.proposals))

    def refuse(self, code: str, words: str) -> bool:
        """Say at the field that an error code names what is wrong; False if it names none."""
        match code:
            case "finding.description":
                self.description.set_error(words)
                self.description.text.setFocus()
            case "finding.measures" | "finding.decision":
                self.measures.set_error(words)
                for measure in self._card.proposal.measures[:1] if self._card else ():
                    self.measures.chip(measure.value).setFocus()
            case "finding.guard":
                self.because.set_error(words)
                self.because.text.setFocus()
            case "finding.deadline":
                self.deadline.set_error(words)
                self.deadline.edit.setFocus()
            case _:
                return False
        return True

    def retranslate(self) -> None:
        self._title.setText(self.tr("认定问题"))
        self._say_labels()
        self.because.set_label(self.tr("认定的理由"), required=True)
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
        for widget in (
            self.because,
            self.measures,
            self.term,
            self.deadline,
            self.requirement,
        ):
            rest.addWidget(widget)
        rest.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self.description)
        column.addWidget(self._violation_title)
        column.addWidget(self.choice)
        column.addWidget(self._rest)

    def _show(self, form: FindingForm) -> None:
        self._form = form
        self.choice.set_chosen(form.violation_id, locked=self._locked)
        card = self._card
        self._violation_title.setVisible(bool(self.choice.offer.proposals))
        self._rest.setVisible(card is not None)
        self.because.setVisible(card is not None and card.proposal.excluded is not None)
        self.because.set_value(form.because)
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
        for text in (self.description, self.requirement, self.because):
            text.set_error("")
            text.text.setReadOnly(self._locked)
        for field in (self.measures, self.term, self.deadline):
            field.set_error("")
            field.setEnabled(not self._locked)
        self.on_spot.setEnabled(not self._locked)
        self.accept.setVisible(not self._locked)
        self.accept.setEnabled(bool(self.choice.offer.proposals))
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

    @property
    def _card(self) -> ProposalCard | None:
        return self.choice.card(self._form.violation_id)

    def _name_measures(self) -> None:
        allowed = self._card.proposal.measures if self._card else ()
        self.measures.set_choices([Choice(m.value, measure_word(m)) for m in allowed])

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
            self.deadline.set_value(self._card.proposal.deadline if self._card else None)
            self.deadline.edit.setFocus()
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_withdraw_clicked(self) -> None:
        self.withdrawal_wanted.emit(self._form.finding_id)
