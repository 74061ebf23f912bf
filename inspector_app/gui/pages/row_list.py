"""A list whose rows say a name, a line beneath it, and a state at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.gui.controls.surfaces import paint_surface
from inspector_app.gui.pages.keyed_view import ROW_ROLE, Index, KeyedList, key_of, paint_ground
from inspector_app.gui.terms import State
from inspector_app.gui.theme import Space, TypeRole, look, paint_icon

__all__ = ["ListCard", "Row", "RowList"]

_ICON = 16
_STEP = 16
"""How far a row is set in a depth."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the caller's own key; ``note`` stands at the end of the second line.

    ``depth`` is how far both lines are set in, e.g. a section's beneath its chapter's.
    """

    key: str
    title: str
    detail: str = ""
    state: State | None = None
    note: str = ""
    depth: int = 0

    @property
    def spoken(self) -> str:
        """The whole row as one sentence, for screen readers."""
        state = self.state.text if self.state else ""
        return ", ".join(part for part in (self.title, state, self.detail, self.note) if part)

    @property
    def hint(self) -> str:
        """What is said where the pointer rests on it."""
        return self.spoken


class RowList(KeyedList[Row]):
    """Arrows move, Enter opens; a press is told apart from a move of the cursor.

    Signals:
        row_pressed(str): a row was pressed by mouse or finger.
    """

    row_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("inbox", parent)
        self._delegate = _RowDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.clicked.connect(lambda index: self.row_pressed.emit(key_of(index)))
        self.set_rows(())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """List ``rows``; the cursor stays on its row, without telling anybody, if it is there."""
        before = self.current_key
        self._delegate.set_rows(tuple(rows))
        super().set_rows(rows)
        if before:
            self.mark(before)

    def choose(self, key: str) -> bool:
        """Put the cursor on a row as if it were pressed; False if it is not listed."""
        if self.current_key == key and any(row.key == key for row in self._rows):
            self.row_chosen.emit(key)
            return True
        return self._place_cursor(key)

    def mark(self, key: str) -> None:
        """Put the cursor on a row without telling anybody; nothing happens if it is not listed."""
        self._quiet = True
        self._place_cursor(key)
        self._quiet = False

    def step(self, by: int) -> None:
        """Move the cursor ``by`` rows, stopping at the ends."""
        if self._rows:
            place = self.view.currentIndex().row() + by
            row = max(0, min(len(self._rows) - 1, place))
            self.view.setCurrentIndex(self._model.index(row, 0))

    def restyle(self) -> None:
        self._delegate.set_rows(self._rows)
        super().restyle()

    def _place_cursor(self, key: str) -> bool:
        for place, row in enumerate(self._rows):
            if row.key == key:
                self.view.setCurrentIndex(self._model.index(place, 0))
                return True
        return False


class _Place(Enum):
    """Where the states of a list stand: beside the titles, beside the details, or beneath both."""

    FIRST = 0
    SECOND = 1
    THIRD = 2


class _RowDelegate(QStyledItemDelegate):
    """Title and state in the first line, detail and note in the second.

    Where a title has no room beside its state, the states of the whole list stand lower: a name
    that can be read is worth a line.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._needs = (0, 0)
        self._detailed = False

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Measure ``rows`` in the look in force."""
        self._needs = (0, 0)
        self._detailed = any(row.detail for row in rows)
        if not any(row.note for row in rows):
            title, detail = TypeRole.BODY, TypeRole.CAPTION
            self._needs = (
                max((_width(title, row.title) + _state_width(row) for row in rows), default=0),
                max((_width(detail, row.detail) + _state_width(row) for row in rows), default=0),
            )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = [TypeRole.BODY, TypeRole.CAPTION]
        if self._place() is _Place.THIRD and index.data(ROW_ROLE).detail:
            lines.append(TypeRole.CAPTION)
        height = sum(_line_height(role) for role in lines)
        return QSize(160, max(look().target, round(height + 2 * Space.M)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = paint_ground(painter, option, index)
        left = Space.M + row.depth * look().scaled(_STEP)
        _write(painter, card.adjusted(left, 0, -Space.M, 0), row, self._place())
        painter.restore()

    def _place(self) -> _Place:
        room = self._view.viewport().width() - 2 * _EDGE
        if self._needs[0] <= room:
            return _Place.FIRST
        # Beneath a title alone, a state at the far end would belong to nothing.
        beside = self._detailed and self._needs[1] <= room
        return _Place.SECOND if beside else _Place.THIRD


_EDGE = Space.XS + Space.M
"""From a row's edge to its words."""


def _width(role: TypeRole, words: str) -> int:
    return QFontMetrics(look().font(role)).horizontalAdvance(words)


def _line_height(role: TypeRole) -> float:
    return look().scaled(role.value.size) * 1.5


def _state_width(row: Row) -> int:
    if row.state is None:
        return 0
    words = _width(TypeRole.CAPTION, row.state.text)
    return Space.M + look().scaled(_ICON) + Space.XS + words


def _write(painter: QPainter, room: QRectF, row: Row, place: _Place) -> None:
    """Write the lines that ``row`` has into the middle of ``room``."""
    colours = look().colours
    heights = [_line_height(TypeRole.BODY)]
    second = bool(row.detail or row.note) or (place is _Place.SECOND and row.state is not None)
    third = place is _Place.THIRD and row.state is not None
    heights += [_line_height(TypeRole.CAPTION)] * (second + third)
    lines = []
    top = room.center().y() - sum(heights) / 2
    for height in heights:
        lines.append(QRectF(room.left(), top, room.width(), height))
        top += height
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if row.state is not None and third:
        _state(painter, lines[-1], row.state, at_end=False)
    elif row.state is not None:
        line = lines[place.value]
        line.setRight(_state(painter, line, row.state) - Space.M)
    painter.setFont(look().font(TypeRole.BODY))
    painter.setPen(QColor(colours.text))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(lines[0], middle, _elided(painter, row.title, lines[0]))
    if not second:
        return
    lower = lines[1]
    painter.setFont(look().font(TypeRole.CAPTION))
    painter.setPen(QColor(colours.text_muted))
    if row.note:
        painter.drawText(lower, end, row.note)
        lower.setRight(lower.right() - painter.fontMetrics().horizontalAdvance(row.note) - Space.M)
    painter.drawText(lower, middle, _elided(painter, row.detail, lower))


def _state(painter: QPainter, line: QRectF, state: State, *, at_end: bool = True) -> float:
    """Draw icon and word at the line's end, or at its beginning; returns where they begin."""
    colour = look().colours.tone(state.tone).text
    painter.setFont(look().font(TypeRole.CAPTION))
    painter.setPen(QColor(colour))
    metrics: QFontMetrics = painter.fontMetrics()
    side = look().scaled(_ICON)
    width = side + Space.XS + metrics.horizontalAdvance(state.text)
    left = line.right() - width if at_end else line.left()
    words = QRectF(left + side + Space.XS, line.top(), line.width(), line.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, state.text)
    box = QRectF(left, line.center().y() - side / 2, side, side)
    paint_icon(painter, box, state.icon or state.tone.icon, colour)
    return left


def _elided(painter: QPainter, words: str, room: QRectF) -> str:
    width = max(0, int(room.width()))
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)


class ListCard(QFrame):
    """The surface a list (`RowList` or another) stands on where it is a pane of its own."""

    def __init__(self, rows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S + 2)
        column.addWidget(rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        paint_surface(QPainter(self), QRectF(self.rect()), colours, colours.surface)
