"""The text of a statute: one document to scroll, select and read aloud, with a place marked in it.

A `QTextDocument` instead of a widget an article: 2,800 lines are built in 15 ms, laid out as they
come into sight, and drawn in less than 1 ms a frame.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from inspector_app.gui.controls import Translated
from inspector_app.gui.pages.law.statute_lines import Line, first_of_article
from inspector_app.gui.pages.law.typesetting import em, lead, write_lines
from inspector_app.gui.theme import Space, Tone, look
from inspector_app.gui.theme.fonts import load_serif

__all__ = ["StatuteText"]

_WIDEST = 46
"""Characters in the longest line: more cannot be followed back to its beginning."""
_MOST_MARKS = 300
_REST_MS = 120
_BAR = 4
_HIT = Tone.ATTENTION
_CHANGED = Tone.ATTENTION


class StatuteText(Translated, QTextEdit):
    """Shows lines; the cursor is at a place, a place is marked, words are marked.

    Signals:
        line_chosen(int): the cursor came to rest in this line, by key, finger or mouse.
    """

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_serif()
        self.setObjectName("statuteText")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lines: tuple[Line, ...] = ()
        self._changed: frozenset[int] = frozenset()
        self._words: tuple[str, ...] = ()
        self._place: tuple[int, int] | None = None
        self._kept: tuple[int, bool] | None = None
        self._quiet = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.line_chosen.emit(self.line))
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)

    @property
    def line(self) -> int:
        """The line of the cursor."""
        return self.textCursor().blockNumber()

    @property
    def pending(self) -> bool:
        """Whether the cursor has moved and is not at rest yet."""
        return self._rest.isActive()

    @property
    def marked(self) -> str:
        """The text of the marked place, one line a line."""
        if self._place is None:
            return ""
        first, last = self._place
        blocks = (self.document().findBlockByNumber(n) for n in range(first, last + 1))
        return "\n".join(block.text() for block in blocks)

    def set_lines(self, lines: Sequence[Line], changed: frozenset[int] = frozenset()) -> None:
        """Show ``lines`` from the top; those ``changed`` carry a bar at their end."""
        self._lines = tuple(lines)
        self._changed = changed
        self._place = None
        self._words = ()
        self._write()
        self.scroll_to(0)

    def mark_place(self, first: int, last: int, *, move: bool = True) -> None:
        """Mark the lines ``first`` to ``last``, put the cursor there and bring them into sight.

        Without ``move`` they are only marked.
        """
        self._place = (first, last)
        if move:
            self.scroll_to(first, below=True)
        self.viewport().update()

    def mark_words(self, words: Sequence[str]) -> None:
        """Mark every occurrence of ``words`` (the first three hundred)."""
        self._words = tuple(words)
        self._mark()

    def scroll_to(self, line: int, *, below: bool = False) -> None:
        """Put the cursor on ``line`` and bring it to the top, or with ``below`` a little below."""
        block = self.document().findBlockByNumber(line)
        if not block.isValid():
            return
        self._quiet = True
        self.setTextCursor(QTextCursor(block))
        self._quiet = False
        self._kept = (line, below)
        self._bring(line, below=below)

    def step(self, by: int) -> None:
        """Go ``by`` (1 or -1) articles on or back."""
        line = first_of_article(self._lines, self.line, by)
        if line is not None:
            self.scroll_to(line, below=True)
            self._rest.start()

    # Qt

    def restyle(self) -> None:
        if self._lines:
            line = self.line
            self._write()
            self.scroll_to(line, below=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._kept is not None:
            # What was brought into sight stays there while the panes around it find their sizes.
            line, below = self._kept
            self._bring(line, below=below)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self._on_scrolled()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._rest.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = look().colours
        if self._place is not None:
            ground = self._stretch(*self._place)
            painter.setBrush(QColor(colours.primary_soft))
            painter.drawRoundedRect(ground, Space.XS, Space.XS)
            painter.setBrush(QColor(colours.primary))
            bar = QRectF(ground.left(), ground.top(), _BAR, ground.height())
            painter.drawRoundedRect(bar, 2, 2)
        if self._changed:
            painter.setBrush(QColor(colours.tone(_CHANGED).solid))
            right = self.viewport().width() - _BAR
            top = self.cursorForPosition(QPoint(0, 0)).blockNumber()
            bottom = self.cursorForPosition(QPoint(0, self.viewport().height())).blockNumber()
            for number in self._changed.intersection(range(top, bottom + 1)):
                box = self._stretch(number, number)
                painter.drawRoundedRect(QRectF(right, box.top(), _BAR, box.height()), 2, 2)
        painter.end()
        super().paintEvent(event)

    # Inside

    def _write(self) -> None:
        self._quiet = True
        write_lines(self.document(), self._lines)
        self._quiet = False
        self._fit()
        self._mark()

    def _fit(self) -> None:
        """Keep lines short enough to be read; what is left is margin on both sides."""
        side = max(0, (self.width() - 2 * Space.L - _WIDEST * em()) // 2)
        self.setViewportMargins(side, 0, side, 0)

    def _mark(self) -> None:
        selections: list[QTextEdit.ExtraSelection] = []
        document = self.document()
        letters = QTextCharFormat()
        colours = look().colours
        letters.setBackground(QColor(colours.tone(_HIT).soft))
        letters.setForeground(QColor(colours.text))
        letters.setFontWeight(QFont.Weight.Bold)
        for word in self._words:
            found = document.find(word)
            while not found.isNull() and len(selections) < _MOST_MARKS:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = found
                selection.format = letters
                selections.append(selection)
                found = document.find(word, found)
        self.setExtraSelections(selections)

    def _bring(self, line: int, *, below: bool) -> None:
        block = self.document().findBlockByNumber(line)
        # Asking for the rectangle lays out what stands before it.
        top = self.document().documentLayout().blockBoundingRect(block).top()
        above = self.viewport().height() // 6 if below else 0
        self.verticalScrollBar().setValue(round(top) - above)

    def _stretch(self, first: int, last: int) -> QRectF:
        """Where the lines from ``first`` to ``last`` stand on the viewport."""
        layout, document = self.document().documentLayout(), self.document()
        top = layout.blockBoundingRect(document.findBlockByNumber(first)).top()
        bottom = layout.blockBoundingRect(document.findBlockByNumber(last)).bottom()
        offset = self.verticalScrollBar().value() - lead() / 2
        return QRectF(0, top - offset, self.viewport().width(), bottom - top)

    def _on_scrolled(self) -> None:
        self._kept = None

    def _on_cursor_moved(self) -> None:
        if not self._quiet:
            self._kept = None
            self._rest.start()
