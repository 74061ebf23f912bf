"""What was found: a place, and beneath it the line that holds the words, which are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.gui.pages.keyed_view import ROW_ROLE, Index, KeyedList, key_of, paint_ground
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["FoundList", "FoundRow", "excerpt"]

_LINES = 2
_LEAD = 10
"""Characters kept before the first word found, where a line is too long to be shown whole."""
_LONG = 60


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row under the caller's own key; ``words`` are marked in ``text``."""

    key: str
    title: str
    text: str
    words: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The whole row as one sentence, for screen readers."""
        return f"{self.title}, {self.text}"

    @property
    def hint(self) -> str:
        """What is said where the pointer rests on it."""
        return self.title


def excerpt(text: str, words: Sequence[str]) -> str:
    """``text`` in one line, begun shortly before the first of ``words`` if that stands far behind."""
    flat = " ".join(text.split())
    places = [place for word in words if (place := flat.find(word)) >= 0]
    first = min(places, default=0)
    if first < _LONG - _LEAD or len(flat) <= _LONG:
        return flat
    return f"…{flat[first - _LEAD :]}"


class FoundList(KeyedList[FoundRow]):
    """Arrows move, Enter or a press opens; moving alone shows the place already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("search", parent)
        self.view.setItemDelegate(_FoundDelegate(self.view))
        self.view.clicked.connect(lambda index: self.row_entered.emit(key_of(index)))
        self.set_rows(())

    def choose(self, place: int) -> None:
        """Put the cursor on the row at ``place`` as if it were pressed."""
        self.view.setCurrentIndex(self._model.index(place, 0))


class _FoundDelegate(QStyledItemDelegate):
    """The place in bold, the words in one line beneath it, or in two where they need them."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width() - 2 * (Space.XS + Space.M)
        lines = _set_lines(index.data(ROW_ROLE), width).lineCount()
        height = _line(TypeRole.STRONG) + lines * _line(TypeRole.LABEL)
        return QSize(160, round(height + 2 * Space.S + Space.XS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        colours = look().colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = paint_ground(painter, option, index)
        room = card.adjusted(Space.M, Space.S, -Space.M, 0)
        painter.setFont(look().font(TypeRole.STRONG))
        painter.setPen(QColor(colours.text))
        title = painter.fontMetrics().elidedText(
            row.title, Qt.TextElideMode.ElideMiddle, round(room.width())
        )
        head = QRectF(room.left(), room.top(), room.width(), _line(TypeRole.STRONG))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, title)
        _write_marked(painter, row, QRectF(room.left(), head.bottom(), room.width(), 0))
        painter.restore()


def _line(role: TypeRole) -> float:
    return look().scaled(role.value.size) * 1.5


def _write_marked(painter: QPainter, row: FoundRow, room: QRectF) -> None:
    """Write the row's text with the words on a soft ground."""
    layout = _set_lines(row, room.width())
    painter.setPen(QColor(look().colours.text_muted))
    layout.draw(painter, room.topLeft())
    end = layout.lineAt(layout.lineCount() - 1)
    if end.textStart() + end.textLength() < len(row.text):
        height = _line(TypeRole.LABEL)
        dots = QRectF(
            room.left() + end.naturalTextWidth(),
            room.top() + (_LINES - 1) * height,
            room.width(),
            height,
        )
        painter.setFont(look().font(TypeRole.LABEL))
        dots.setRight(room.right() + Space.M)
        painter.drawText(dots, Qt.AlignmentFlag.AlignVCenter, "…")


def _set_lines(row: FoundRow, width: float) -> QTextLayout:
    """The row's text in as many lines of ``width`` as it needs, two at most."""
    layout = QTextLayout(row.text, look().font(TypeRole.LABEL))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(row))
    layout.beginLayout()
    height = _line(TypeRole.LABEL)
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * height + (height - line.height()) / 2))
    layout.endLayout()
    return layout


def _formats(row: FoundRow) -> list[QTextLayout.FormatRange]:
    colours = look().colours
    letters = QTextCharFormat()
    letters.setBackground(QColor(colours.tone(Tone.ATTENTION).soft))
    letters.setForeground(QColor(colours.text))
    letters.setFontWeight(QFont.Weight.Bold)
    found = []
    for word in row.words:
        place = row.text.find(word)
        while place >= 0:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = place, len(word), letters
            found.append(piece)
            place = row.text.find(word, place + len(word))
    return found
