"""One article in two editions, side by side (or one above the other), what differs marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QFrame, QTextEdit, QVBoxLayout, QWidget

from inspector_app.domain.law.citation import format_place
from inspector_app.domain.law.statute import StatuteEdition
from inspector_app.domain.law.then_and_now import Change, Stretch
from inspector_app.gui.controls import Label, TranslatedWidget
from inspector_app.gui.pages.law.law_words import edition_words, validity_words
from inspector_app.gui.pages.law.view_model import Other
from inspector_app.gui.terms import capitalised
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["Comparison"]

_NARROW = 520


class Comparison(TranslatedWidget):
    """Two wordings. What only one has is struck out there, or underlined where it is the later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("law.comparison")
        self._shown: tuple[StatuteEdition, Other] | None = None
        self._note = Label(role=TypeRole.CAPTION, muted=True)
        self.sides = (_Wording(), _Wording())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(Space.L)
        for side in self.sides:
            self._row.addWidget(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._note)
        column.addLayout(self._row)

    def set_wordings(self, edition: StatuteEdition, other: Other) -> None:
        """Show the article of ``edition`` and of the other one, the earlier first."""
        self._shown = (edition, other)
        ordered = sorted((edition, other.edition), key=lambda each: each.edition)
        gone = (Change.ADDED, Change.REMOVED)
        for place, (side, each) in enumerate(zip(self.sides, ordered, strict=True)):
            own = [s for s in other.stretches if s.change is not gone[place]]
            side.set_wording(each, own, later=place == 1)
        self._say()

    def retranslate(self) -> None:
        if self._shown is not None:
            self.set_wordings(*self._shown)

    def restyle(self) -> None:
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < look().scaled(_NARROW)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _say(self) -> None:
        assert self._shown is not None  # noqa: S101 - said only of what is shown
        other = self._shown[1]
        if other.moved is not None:
            words = self.tr(
                "条号有变：另一文本中内容相近的是{place}，请核对。删除线和下划线标出不同。"
            )
            self._note.setText(words.format(place=format_place(other.moved)))
        elif other.absent:
            self._note.setText(self.tr("另一文本没有这一条。"))
        elif other.same:
            self._note.setText(self.tr("两个文本的这一条相同。"))
        else:
            self._note.setText(self.tr("删除线：后来删去的文字；下划线：后来增加的文字。"))


class _Wording(TranslatedWidget):
    """The heading of an edition and its words; as high as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._edition: StatuteEdition | None = None
        self._title = Label(role=TypeRole.STRONG)
        self._validity = Label(role=TypeRole.CAPTION, muted=True)
        self.text = _Words()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._validity)
        column.addWidget(self.text)
        column.addStretch(1)

    def set_wording(
        self, edition: StatuteEdition, stretches: Sequence[Stretch], *, later: bool
    ) -> None:
        self._title.setText(capitalised(edition_words(edition)))
        self._validity.setText(validity_words(edition))
        self.text.setAccessibleName(edition_words(edition))
        self.text.write(stretches, later=later)


class _Words(QTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lawWording")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def write(self, stretches: Sequence[Stretch], *, later: bool) -> None:
        colours = look().colours
        tone = colours.tone(Tone.MET if later else Tone.NOT_MET)
        plain = QTextCharFormat()
        plain.setFont(look().font(TypeRole.BODY))
        plain.setForeground(QColor(colours.text))
        marked = QTextCharFormat(plain)
        marked.setBackground(QColor(tone.soft))
        marked.setForeground(QColor(tone.text))
        marked.setFontUnderline(later)
        marked.setFontStrikeOut(not later)
        if later:
            marked.setFontWeight(QFont.Weight.Bold)
        self.clear()
        cursor = QTextCursor(self.document())
        for stretch in stretches:
            same = stretch.change is Change.SAME
            cursor.insertText(stretch.text, plain if same else marked)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + Space.S)
