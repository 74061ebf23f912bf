"""完成: what the visit came to, what is still to be sent, and where it stands in review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.projection import RemarkRow
from inspector_app.gui.controls import (
    Badge,
    Button,
    Card,
    Columns,
    IconLabel,
    IconLine,
    KeyValueGrid,
    Label,
    LongTextField,
    PrimaryButton,
    ScrollPage,
    SectionHeader,
    TranslatedWidget,
)
from inspector_app.gui.pages.visit.deadline_card import DeadlineCard
from inspector_app.gui.pages.visit.remark_card import RemarkCard
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import State
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["DoneFacts", "DonePanel"]


@dataclass(frozen=True, slots=True)
class DoneFacts:
    """The visit in short. ``lines`` are (icon, tone, words); ``waiting`` says what is unsent."""

    headline: str
    grade: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, Tone | None, str], ...]
    waiting: str
    all_sent: bool
    completed: bool
    can_complete: bool
    has_previous: bool
    review: State
    reason: str
    can_submit: bool
    remarks: tuple[RemarkRow, ...]
    places: tuple[str, ...]


class DonePanel(TranslatedWidget):
    """The last step.

    Signals:
        completion_wanted(str): [完成检查], with what became of the earlier problems.
        submission_wanted(): [提交审核].
        remark_answered(str, str): remark id and reply.
        remark_place_wanted(RemarkRow): [去该项].
        dismissed(): back to the day's tasks.
    """

    completion_wanted = Signal(str)
    submission_wanted = Signal()
    remark_answered = Signal(str, str)
    remark_place_wanted = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.done")
        self._facts: DoneFacts | None = None
        self._remarks: tuple[RemarkRow, ...] = ()
        self.remark_cards: dict[str, RemarkCard] = {}
        self._headline = Label(role=TypeRole.HEADING)
        self._grade = Label(role=TypeRole.LEAD)
        self._grid = KeyValueGrid(columns=2)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.S)
        self.previous = LongTextField(lines=2)
        self.previous.setObjectName("done.previous")
        TypingKeys(self).watch(self.previous.text)
        self.complete = PrimaryButton(icon_name="check-check")
        self.complete.setObjectName("done.complete")
        self.complete.clicked.connect(lambda: self.completion_wanted.emit(self.previous.value()))
        self._review_head = SectionHeader()
        self._review = Badge()
        self._review_head.add_action(self._review)
        self._reason = Label()
        self._remark_column = QVBoxLayout()
        self._remark_column.setSpacing(Space.M)
        self.submit = PrimaryButton(icon_name="send")
        self.submit.setObjectName("done.submit")
        self.submit.clicked.connect(self.submission_wanted)
        self.leave = Button(icon_name="house")
        self.leave.setObjectName("done.leave")
        self.leave.clicked.connect(self.dismissed)
        self.deadlines = DeadlineCard()
        self._waiting_icon = IconLabel("cloud-upload", 20, muted=True)
        self._waiting_title = Label(role=TypeRole.STRONG)
        self._waiting = Label()
        self._waiting_note = Label(role=TypeRole.CAPTION, muted=True)
        self._lay_out()
        self.retranslate()

    def set_facts(self, facts: DoneFacts) -> None:
        """Show how the visit ended, or what is left."""
        self._facts = facts
        self._headline.setText(facts.headline)
        self._grade.setText(facts.grade)
        self._grade.setVisible(bool(facts.grade))
        self._grid.set_facts(facts.facts)
        self._show_lines(facts.lines)
        self._show_waiting(facts)
        self.previous.setVisible(facts.has_previous and not facts.completed)
        self.complete.setVisible(not facts.completed)
        self.complete.setEnabled(facts.can_complete)
        self._review_card.setVisible(facts.completed)
        self._order(review_first=bool(facts.remarks))
        self._review.set_state(facts.review.text, facts.review.tone, facts.review.icon or None)
        self._reason.setText(facts.reason)
        self._reason.setVisible(bool(facts.reason))
        self.submit.setVisible(facts.can_submit)
        self._show_remarks(facts.remarks, facts.places)

    def set_busy(self, *, busy: bool) -> None:
        """While it is being recorded it cannot be recorded twice."""
        self.complete.setEnabled(not busy)
        self.submit.setEnabled(not busy)

    def retranslate(self) -> None:
        self.previous.set_label(
            self.tr("上次问题的整改情况"), self.tr("写入检查结果记录，例如：上次问题均已整改。")
        )
        self.complete.set_words(self.tr("完成检查"), "Ctrl+Return")
        self._review_head.set_words(self.tr("审核"))
        self.submit.set_words(self.tr("提交审核"), "Ctrl+Return")
        self.leave.set_words(self.tr("返回今日任务"))
        if self._facts is not None:
            self._show_waiting(self._facts)
        self._waiting_note.setText(self.tr("联网后自动上传，断网不影响使用，记录都在本机。"))

    def _lay_out(self) -> None:
        columns = Columns()
        result = Card()
        result.body.addWidget(self._headline)
        result.body.addWidget(self._grade)
        result.body.addWidget(self._grid)
        result.body.addLayout(self._lines)
        result.body.addWidget(self.previous)
        result.body.addWidget(self.complete, 0, Qt.AlignmentFlag.AlignRight)
        self._review_card = Card()
        self._review_card.body.addWidget(self._review_head)
        self._review_card.body.addWidget(self._reason)
        self._review_card.body.addLayout(self._remark_column)
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.submit)
        self._review_card.body.addLayout(foot)
        self._cards = columns.main
        columns.main.addWidget(result)
        columns.main.addWidget(self._review_card)
        columns.main.addWidget(self.deadlines)
        columns.main.addStretch(1)
        waiting = Card()
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._waiting_icon)
        line.addWidget(self._waiting_title, 1)
        waiting.body.addLayout(line)
        waiting.body.addWidget(self._waiting)
        waiting.body.addWidget(self._waiting_note)
        columns.aside.addWidget(waiting)
        columns.aside.addStretch(1)
        scroll = ScrollPage()
        scroll.body.addWidget(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _show_waiting(self, facts: DoneFacts) -> None:
        sent = facts.all_sent
        self._waiting_icon.set_icon(
            "cloud-check" if sent else "cloud-upload", Tone.MET if sent else None
        )
        self._waiting_title.setText(self.tr("已全部上传") if sent else self.tr("待上传"))
        self._waiting.setText(facts.waiting)
        self._waiting.setVisible(bool(facts.waiting))
        self._waiting_note.setVisible(not sent)

    def _order(self, *, review_first: bool) -> None:
        """What came back from the reviewer is read before what was done."""
        place = 0 if review_first else 1
        if self._cards.indexOf(self._review_card) != place:
            self._cards.removeWidget(self._review_card)
            self._cards.insertWidget(place, self._review_card)

    def _show_lines(self, lines: Sequence[tuple[str, Tone | None, str]]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for icon, tone, words in lines:
            self._lines.addWidget(IconLine(icon, Label(words), tone))

    def _show_remarks(self, remarks: Sequence[RemarkRow], places: Sequence[str]) -> None:
        if tuple(remarks) == self._remarks:
            return
        self._remarks = tuple(remarks)
        while (item := self._remark_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.remark_cards = {}
        for remark, place in zip(remarks, places, strict=True):
            card = RemarkCard(remark, place)
            card.answered.connect(self.remark_answered)
            card.place_wanted.connect(self.remark_place_wanted)
            self.remark_cards[remark.remark_id] = card
            self._remark_column.addWidget(card)
