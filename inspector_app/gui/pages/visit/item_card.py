"""The current item: question, answers, note, photos, and what follows from "not met"."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.checklist import AnswerValue, Item
from inspector_app.domain.task import PlannedItem
from inspector_app.domain.visit import Answer
from inspector_app.gui.controls import (
    AnswerButtons,
    Badge,
    Button,
    ButtonKind,
    Label,
    LongTextField,
    Photo,
    PhotoStrip,
    TranslatedWidget,
)
from inspector_app.gui.pages.visit.finding_editor import FindingEditor
from inspector_app.gui.pages.visit.reason_form import ReasonForm
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import answer_state, fact_line, moment_text
from inspector_app.gui.theme import Radius, Space, Tone, TypeRole, look

__all__ = ["ItemCard", "ItemFacts"]


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the card shows of one item. ``locked``: the answer can only be corrected (更正)."""

    planned: PlannedItem
    number: str
    definition: Item
    answer: Answer | None
    photos: tuple[Photo, ...]
    key: bool
    locked: bool
    failed_last_time: bool
    by: str = ""


class ItemCard(TranslatedWidget):
    """One item, ready to be answered by keys and by fingers.

    Signals:
        answer_chosen(AnswerValue): pressed; for 合理缺项 only after its reason was given.
        reason_given(str): the reason for 合理缺项.
        note_edited(str): the note, as it stands now.
        correction_wanted(AnswerValue, str): a locked answer is to become this, because of that.
    """

    answer_chosen = Signal(object)
    reason_given = Signal(str)
    note_edited = Signal(str)
    correction_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.item")
        self.setAcceptDrops(True)
        # The item itself has the focus when it comes up: Enter by habit answers nothing.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._facts: ItemFacts | None = None
        self._wish: AnswerValue | None = None
        self._note_open = False
        self._number = Label(role=TypeRole.LEAD, muted=True, wrap=False)
        self._text = Label(role=TypeRole.LEAD)
        self._key = Badge()
        self.answers = AnswerButtons()
        self.answers.setObjectName("item.answers")
        self.answers.answer_chosen.connect(self.press)
        self.exclusion = ReasonForm(Tone.NEUTRAL)
        self.exclusion.setObjectName("item.exclusion")
        self.exclusion.confirmed.connect(self._on_exclusion_confirmed)
        self.exclusion.dismissed.connect(self._on_asking_dismissed)
        self.correction = ReasonForm(Tone.ATTENTION)
        self.correction.setObjectName("item.correction")
        self.correction.confirmed.connect(self._on_correction_confirmed)
        self.correction.dismissed.connect(self._on_asking_dismissed)
        self._standing = Label(role=TypeRole.CAPTION, muted=True)
        self._last = Badge()
        self.photo_button = Button(icon_name="camera", kind=ButtonKind.QUIET)
        self.photo_button.setObjectName("item.photo")
        self.note_button = Button(icon_name="pen-line", kind=ButtonKind.QUIET)
        self.note_button.setObjectName("item.note_button")
        self.note_button.clicked.connect(self.open_note)
        self.note = LongTextField(lines=2)
        self.note.setObjectName("item.note")
        self.note.value_changed.connect(lambda: self.note_edited.emit(self.note.value()))
        TypingKeys(self).watch(self.note.text)
        self.photos = PhotoStrip()
        self.photos.setObjectName("item.photos")
        self.finding = FindingEditor()
        self._lay_out()
        self.retranslate()

    @property
    def code(self) -> str:
        """Code of the item on show."""
        return self._facts.planned.code if self._facts else ""

    @property
    def note_text(self) -> str:
        """The note as typed: the finding's facts where there is a finding, else the note."""
        in_finding = self._failed and self._wish is None
        return (self.finding.description if in_finding else self.note).value()

    def set_facts(self, facts: ItemFacts, note: str) -> None:
        """Show an item; for the same item what is being typed is left alone."""
        same = facts.planned.code == self.code
        self._facts = facts
        if not same:
            self._note_open = False
            self._wish = None
            self.exclusion.hide()
            self.correction.hide()
        self._number.setText(facts.number)
        self._text.setText(facts.planned.text)
        self._key.setVisible(facts.key)
        self.answers.set_answer(facts.answer.value if facts.answer else None)
        self.answers.set_excludable(bool(facts.definition.exclusion))
        if not same or not self.note.text.hasFocus():
            self.note.set_value(note)
        self.photos.set_photos(facts.photos)
        self.setAccessibleName(f"{facts.number} {facts.planned.text}")
        self._show_parts()
        self._say()

    def press(self, value: AnswerValue) -> None:
        """Answer by key or finger; 合理缺项 and a correction ask for their reason first."""
        facts = self._facts
        if facts is None:
            return
        if facts.locked:
            self._ask_correction(facts, value)
        elif value is AnswerValue.EXCLUDED:
            standing = facts.answer.reason if facts.answer else ""
            self.exclusion.ask(standing or facts.definition.exclusion)
        else:
            self.exclusion.hide()
            self.answer_chosen.emit(value)

    def open_note(self) -> None:
        """Open the note and put the cursor there."""
        self._note_open = True
        self._show_parts()
        if self._failed:
            self.finding.focus_facts()
        else:
            self.note.text.setFocus()

    def close_reasons(self) -> None:
        """The answer was recorded: nothing is asked any more."""
        self.exclusion.hide()
        self.correction.hide()
        self._wish = None
        self._show_parts()

    def retranslate(self) -> None:
        self._key.set_state(self.tr("重点项"), Tone.ATTENTION, "star")
        self._last.set_state(self.tr("上次不符合"), Tone.NOT_MET, "history")
        self.photo_button.set_words(self.tr("照片"), "P")
        self.note_button.set_words(self.tr("备注"), "B")
        self.exclusion.set_words(
            self.tr("合理缺项的理由"),
            self.tr("记为合理缺项"),
            self.tr("合理缺项应当说明理由。"),
            self.tr("可以直接采用检查表给出的情形，也可以改写。"),
        )
        self.correction.set_words(
            self.tr("更正的理由"),
            self.tr("更正"),
            self.tr("更正应当写明理由。"),
            self.tr("已出具文书，原结论保留在记录中，更正另记一笔。"),
        )
        self._say()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.photos.setVisible(True)
        self.photos.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.photos.dropEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.primary), 2))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(box, Radius.L, Radius.L)

    @property
    def _failed(self) -> bool:
        answer = self._facts.answer if self._facts else None
        return answer is not None and answer.value is AnswerValue.NOT_MET

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._number, 0, top)
        head.addWidget(self._text, 1)
        head.addWidget(self._key, 0, top)
        tools = QHBoxLayout()
        tools.setSpacing(Space.S)
        tools.addWidget(self.photo_button)
        tools.addWidget(self.note_button)
        tools.addWidget(self._last)
        tools.addStretch(1)
        tools.addWidget(self._standing)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addLayout(head)
        for widget in (self.answers, self.exclusion, self.correction, self.note):
            column.addWidget(widget)
        # The picture is taken before the words are written.
        column.addWidget(self.photos)
        column.addWidget(self.finding)
        column.addLayout(tools)

    def _show_parts(self) -> None:
        facts = self._facts
        if facts is None:
            return
        written = bool(self.note.value())
        correcting = self._wish is not None
        self.note.setVisible(correcting or (not self._failed and (written or self._note_open)))
        self.note.setEnabled(correcting or not facts.locked)
        self.note_button.setVisible(not self._failed and not facts.locked)
        self.finding.setVisible(self._failed)
        pictured = bool(facts.photos) or self._failed
        self.photos.setVisible(pictured)
        self.photo_button.setVisible(not pictured)
        self._last.setVisible(facts.failed_last_time)

    def _say(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self.note.set_label(self.tr("备注"), facts.definition.remark_hint)
        answer = facts.answer
        if answer is None:
            self._standing.setText("")
            return
        parts = [
            self.tr("更正于 {at}") if answer.corrected else self.tr("记录于 {at}"),
            facts.by,
            answer.reason,
        ]
        parts[0] = parts[0].format(at=moment_text(answer.at))
        self._standing.setText(fact_line(parts))

    def _ask_correction(self, facts: ItemFacts, value: AnswerValue) -> None:
        """Ask why; the standing answer again corrects only its note."""
        standing = facts.answer
        self._wish = value
        words = self.tr("更正为“{answer}”的理由").format(answer=answer_state(value).text)
        if standing is not None and standing.value is value:
            words = self.tr("更正备注的理由")
        self.note.set_value(standing.note if standing else "")
        self._show_parts()
        self.correction.field.set_label(words, required=True)
        self.correction.ask()

    def _on_exclusion_confirmed(self, reason: str) -> None:
        self.reason_given.emit(reason)

    def _on_correction_confirmed(self, because: str) -> None:
        if self._wish is not None:
            self.correction_wanted.emit(self._wish, because)

    def _on_asking_dismissed(self) -> None:
        self.close_reasons()
        self.setFocus()
