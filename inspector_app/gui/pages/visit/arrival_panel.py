"""到场: certificates shown, rights read out in large text, answers recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.checklist import NoticeSheet
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.visit import Identity, Step
from inspector_app.domain.visit_events import Attendee
from inspector_app.gui.controls import (
    Button,
    Card,
    Columns,
    IconLabel,
    Label,
    PrimaryButton,
    ScrollPage,
    SectionHeader,
    TextField,
    TranslatedWidget,
)
from inspector_app.gui.models.visit_items import is_locked
from inspector_app.gui.pages.visit.gate_list import GateList
from inspector_app.gui.pages.visit.history_card import HistoryCard
from inspector_app.gui.pages.visit.officer_card import CertificateList
from inspector_app.gui.pages.visit.question_card import QuestionCard
from inspector_app.gui.pages.visit.reason_form import ReasonForm
from inspector_app.gui.terms import moment_text, representative_label
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["ArrivalPanel", "ArrivalWish"]

_ATTENDEE = ("name", "position", "phone", "id_number")


@dataclass(frozen=True, slots=True)
class ArrivalWish:
    """What was entered: who is present, the answers by question key, and why it is corrected."""

    attendee: Attendee
    answers: dict[str, str]
    because: str = ""


class ArrivalPanel(TranslatedWidget):
    """The arrival step of one visit.

    Signals:
        edited(): something was typed or answered; `draft` gives it.
        finished(ArrivalWish): the confirming button was pressed.
    """

    edited = Signal()
    finished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.arrival")
        self._view: VisitView | None = None
        self._sheet: NoticeSheet | None = None
        self._identity: Identity | None = None
        self.gate = GateList(mendable=False)
        self._certificates_title = SectionHeader()
        self.certificates = CertificateList()
        self._attendee_title = SectionHeader()
        self.fields = {name: TextField() for name in _ATTENDEE}
        for name, field in self.fields.items():
            field.setObjectName(f"attendee.{name}")
            field.value_changed.connect(self.edited)
        self.themselves = Button(icon_name="user-check")
        self.themselves.setObjectName("attendee.themselves")
        self.themselves.clicked.connect(self._on_themselves_clicked)
        self._attendee_title.add_action(self.themselves)
        self._statements_title = SectionHeader()
        self._statements = QVBoxLayout()
        self._statements.setSpacing(Space.L)
        self._questions_title = SectionHeader()
        self._questions = QVBoxLayout()
        self._questions.setSpacing(Space.XL)
        self.questions: dict[str, QuestionCard] = {}
        self._done_mark = IconLabel("circle-check", 20, tone=Tone.MET)
        self._done_words = Label(muted=True)
        self.confirm = PrimaryButton(icon_name="check")
        self.confirm.setObjectName("arrival.confirm")
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.correct = Button(icon_name="file-pen-line")
        self.correct.setObjectName("arrival.correct")
        self.correct.clicked.connect(self._on_correct_clicked)
        self.because = ReasonForm(Tone.ATTENTION)
        self.because.setObjectName("arrival.because")
        self.because.confirmed.connect(self._finish)
        self.because.dismissed.connect(self._on_correction_dismissed)
        self._correcting = False
        self.history = HistoryCard()
        self._lay_out()
        self.retranslate()

    def set_view(self, view: VisitView, today: date) -> None:
        """Show who came, what is read out, and what was recorded."""
        first = self._view is None or self._view.visit.id != view.visit.id
        if first or view.visit.identity != self._identity:
            self._correcting = False
        self._view = view
        self.certificates.set_officers(view.visit.officers, today)
        if view.notice != self._sheet:
            self._show_sheet(view.notice)
        if first or view.visit.identity != self._identity:
            self._show_recorded(view)
        self._lock()
        last = view.visit.enterprise.last_visit
        failed = last.items if last else ()
        words = [
            f"{printed_number(view.visit, item)} {item.text}"
            for item in view.visit.items
            if item.code in failed
        ]
        self.history.set_history(view.visit.enterprise, (), words)
        self.gate.set_messages(
            [m for m in view.messages if m.step is Step.ARRIVAL and m.target != "rights"]
        )
        self._say()

    def _lock(self) -> None:
        """What a document tells is changed only after [更正], with a reason."""
        issued = self._view is not None and is_locked(self._view.visit)
        locked = issued and not self._correcting
        for field in self.fields.values():
            field.setEnabled(not locked)
        for card in self.questions.values():
            card.setEnabled(not locked)
        self.confirm.setVisible(not issued)
        self.themselves.setVisible(not locked)
        self.correct.setVisible(locked)
        self.because.setVisible(issued and self._correcting)

    def draft(self) -> dict[str, str]:
        """What stands in the fields, flat."""
        fields = {f"attendee.{name}": field.value() for name, field in self.fields.items()}
        answers = {f"answer.{key}": card.answer for key, card in self.questions.items()}
        return {key: value for key, value in {**fields, **answers}.items() if value}

    def set_draft(self, draft: dict[str, str]) -> None:
        """Put a kept draft back into the fields."""
        for name, field in self.fields.items():
            if (key := f"attendee.{name}") in draft:
                field.set_value(draft[key])
        for key, card in self.questions.items():
            card.set_answer(draft.get(f"answer.{key}", card.answer))

    def refuse(self, target: str, words: str) -> None:
        """Say at ``target`` (a question key or ``attendee``) what is wrong, and go there."""
        if target in self.questions:
            self.questions[target].refuse(words)
        else:
            self.fields["name"].set_error(words)
            self.fields["name"].editor.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being recorded it cannot be recorded twice."""
        self.confirm.setEnabled(not busy)

    def retranslate(self) -> None:
        self._certificates_title.set_words(self.tr("出示执法证件"))
        self._attendee_title.set_words(
            self.tr("在场人员"), self.tr("当事人本人，或者当事人授权在场的人。")
        )
        self._statements_title.set_words(
            self.tr("告知"), self.tr("请逐条念给当事人听，也可以把屏幕转过去让其阅读。")
        )
        self._questions_title.set_words(self.tr("询问并记录回答"))
        self.fields["name"].set_label(self.tr("姓名"), required=True)
        self.fields["position"].set_label(self.tr("职务或者与当事人的关系"))
        self.fields["phone"].set_label(self.tr("电话"))
        self.fields["id_number"].set_label(self.tr("身份证件号码"))
        self.correct.set_words(self.tr("更正"))
        self.because.set_words(
            self.tr("更正的理由"),
            self.tr("记录更正"),
            self.tr("请写明理由。"),
            self.tr("首次告知的时间不变；写有这些内容的文书需要更正。"),
        )
        self._say()

    def _lay_out(self) -> None:
        columns = Columns()
        show = Card()
        show.body.addWidget(self._certificates_title)
        show.body.addWidget(self.certificates)
        attendee = Card()
        attendee.body.addWidget(self._attendee_title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, *divmod(place, 2))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        attendee.body.addLayout(grid)
        statements = Card()
        statements.body.addWidget(self._statements_title)
        statements.body.addLayout(self._statements)
        questions = Card()
        questions.body.addWidget(self._questions_title)
        questions.body.addLayout(self._questions)
        columns.main.addWidget(self.gate)
        for card in (show, attendee, statements, questions):
            columns.main.addWidget(card)
        columns.main.addStretch(1)
        columns.aside.addWidget(self.history)
        columns.aside.addStretch(1)
        self._scroll = ScrollPage()
        self._scroll.body.addWidget(columns, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        foot.setSpacing(Space.S)
        foot.addWidget(self._done_mark)
        foot.addWidget(self._done_words, 1)
        foot.addWidget(self.correct)
        foot.addWidget(self.confirm)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.because)
        whole.addLayout(foot)

    def _show_sheet(self, sheet: NoticeSheet) -> None:
        self._sheet = sheet
        for layout in (self._statements, self._questions):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        for place, text in enumerate(sheet.statements, start=1):
            self._statements.addWidget(self._statement(place, text))
        self.questions = {}
        for question in sheet.questions:
            card = QuestionCard(question)
            card.answered.connect(self.edited)
            self.questions[question.key] = card
            self._questions.addWidget(card)

    def _statement(self, place: int, text: str) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        number = Label(f"{place}.", TypeRole.TITLE, muted=True, wrap=False)
        words = Label(text, TypeRole.TITLE)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        return holder

    def _show_recorded(self, view: VisitView) -> None:
        identity = self._identity = view.visit.identity
        attendee = identity.attendee if identity else Attendee("", "")
        for name, field in self.fields.items():
            field.set_value(getattr(attendee, name))
        given = {answer.key: answer.answer for answer in identity.answers} if identity else {}
        for key, card in self.questions.items():
            card.set_answer(given.get(key, ""))

    def _say(self) -> None:
        identity = self._view.visit.identity if self._view else None
        if self._view is not None:
            party = self._view.visit.enterprise
            words = self.tr("{title}{name}本人在场").format(
                title=representative_label(party.representative_title),
                name=party.legal_representative,
            )
            self.themselves.set_words(words)
        self._done_mark.setVisible(identity is not None)
        if identity is None:
            self._done_words.setText(self.tr("回答记录后才能开始取证。"))
            self.confirm.set_words(self.tr("告知完毕，开始检查"), "Ctrl+Return")
        else:
            at = moment_text(identity.at)
            self._done_words.setText(self.tr("已于 {at} 告知并记录。").format(at=at))
            self.confirm.set_words(self.tr("更新记录"))

    def _on_themselves_clicked(self) -> None:
        if self._view is None:
            return
        party = self._view.visit.enterprise
        known = {
            "name": party.legal_representative,
            "position": party.representative_title,
            "phone": party.phone,
        }
        for name, value in known.items():
            self.fields[name].set_value(value)
            self.fields[name].set_error("")
        self.edited.emit()

    def _on_correct_clicked(self) -> None:
        self._correcting = True
        self._lock()
        self.because.ask()
        self.fields["name"].editor.setFocus()

    def _on_correction_dismissed(self) -> None:
        self._correcting = False
        if self._view is not None:
            self._show_recorded(self._view)
        self._lock()

    def _on_confirm_clicked(self) -> None:
        self._finish()

    def _finish(self, because: str = "") -> None:
        attendee = Attendee(**{name: field.value() for name, field in self.fields.items()})
        answers = {key: card.answer for key, card in self.questions.items() if card.answer}
        self.finished.emit(ArrivalWish(attendee, answers, because))
