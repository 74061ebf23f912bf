"""A list whose rows say a name, a line beneath it, and a state at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QScroller,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.gui.controls import EmptyState, TranslatedWidget
from inspector_app.gui.controls.surfaces import paint_surface
from inspector_app.gui.terms import State
from inspector_app.gui.theme import Radius, Space, TypeRole, look, paint_icon

__all__ = ["ListCard", "Row", "RowList"]

_ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the caller's own key; ``note`` stands at the end of the second line."""

    key: str
    title: str
    detail: str = ""
    state: State | None = None
    note: str = ""

    @property
    def words(self) -> str:
        """The whole row as one sentence, for screen readers."""
        state = self.state.text if self.state else ""
        return ", ".join(part for part in (self.title, state, self.detail, self.note) if part)


class RowList(TranslatedWidget):
    """Rows on one surface, or an empty state. Arrows move, Enter opens.

    Signals:
        row_chosen(str): key of the row the cursor came to, by key, press or `choose`.
        row_pressed(str): a row was pressed by mouse or finger.
        row_entered(str): Enter was pressed on a row.
    """

    row_chosen = Signal(str)
    row_pressed = Signal(str)
    row_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState("inbox")
        self.view = _View()
        self._rows: tuple[Row, ...] = ()
        self._quiet = False
        self._model = QStandardItemModel(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_RowDelegate(self.view))
        self.view.entered_row.connect(self.row_entered)
        self.view.clicked.connect(lambda index: self.row_pressed.emit(_key(index)))
        self.view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.set_rows(())

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is listed."""
        return self._rows

    @property
    def current_key(self) -> str:
        """Key of the row with the cursor, or ``""``."""
        return _key(self.view.currentIndex())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """List ``rows``; the cursor stays on its row, without telling anybody, if it is there."""
        before = self.current_key
        self._quiet = True
        self._rows = tuple(rows)
        self._model.clear()
        for row in rows:
            item = QStandardItem(row.title)
            item.setData(row, _ROW_ROLE)
            item.setData(row.words, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(row.words)
            item.setEditable(False)
            self._model.appendRow(item)
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        if before:
            self._place_cursor(before)
        self._quiet = False

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

    def set_name(self, words: str) -> None:
        """The list's accessible name."""
        self.view.setAccessibleName(words)

    def restyle(self) -> None:
        self.view.scheduleDelayedItemsLayout()

    def _place_cursor(self, key: str) -> bool:
        for place, row in enumerate(self._rows):
            if row.key == key:
                self.view.setCurrentIndex(self._model.index(place, 0))
                return True
        return False

    def _on_current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.row_chosen.emit(_key(current))


def _key(index: QModelIndex) -> str:
    row = index.data(_ROW_ROLE) if index.isValid() else None
    return row.key if isinstance(row, Row) else ""


class _View(QListView):
    entered_row = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rowList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.entered_row.emit(_key(self.currentIndex()))
        else:
            super().keyPressEvent(event)


class _RowDelegate(QStyledItemDelegate):
    """Title and state in the first line, detail and note in the second."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = look().scaled(15 + 13) * 1.5
        return QSize(160, max(look().target, round(lines + 2 * Space.M)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_ROW_ROLE)
        state: QStyle.StateFlag = option.state
        colours = look().colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = ""
        if chosen:
            ground = colours.primary_soft
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = colours.hover
        card = box.adjusted(Space.XS, 2, -Space.XS, -2)
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            if chosen and colours.line_width > 1:
                painter.setPen(QPen(QColor(colours.primary), colours.line_width))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(card, Radius.M, Radius.M)
        elif index.row() > 0:
            painter.setPen(QPen(QColor(colours.line), 1))
            top = box.top()
            painter.drawLine(
                round(box.left() + Space.L), round(top), round(box.right()), round(top)
            )
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), Radius.M, Radius.M)
        _write(painter, card.adjusted(Space.M, Space.S, -Space.M, -Space.S), row)
        painter.restore()


def _write(painter: QPainter, room: QRectF, row: Row) -> None:
    colours = look().colours
    upper = QRectF(room.left(), room.top(), room.width(), room.height() * 0.54)
    lower = QRectF(room.left(), upper.bottom(), room.width(), room.height() * 0.46)
    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if row.state is not None:
        upper.setRight(_state(painter, upper, row.state) - Space.M)
    title = look().font(TypeRole.LABEL)
    title.setPixelSize(look().scaled(15))
    painter.setFont(title)
    painter.setPen(QColor(colours.text))
    painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, _elided(painter, row.title, upper))
    painter.setFont(look().font(TypeRole.CAPTION))
    painter.setPen(QColor(colours.text_muted))
    if row.note:
        painter.drawText(lower, end, row.note)
        lower.setRight(lower.right() - painter.fontMetrics().horizontalAdvance(row.note) - Space.M)
    painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, _elided(painter, row.detail, lower))


def _state(painter: QPainter, line: QRectF, state: State) -> float:
    """Draw icon and word at the line's end; returns where they begin."""
    colour = look().colours.tone(state.tone).text
    painter.setFont(look().font(TypeRole.CAPTION))
    painter.setPen(QColor(colour))
    metrics: QFontMetrics = painter.fontMetrics()
    left = line.right() - metrics.horizontalAdvance(state.text)
    words = QRectF(left, line.top(), line.right() - left + 1, line.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, state.text)
    side = look().scaled(16)
    left -= side + Space.XS
    box = QRectF(left, line.center().y() - side / 2, side, side)
    paint_icon(painter, box, state.icon or state.tone.icon, colour)
    return left


def _elided(painter: QPainter, words: str, room: QRectF) -> str:
    width = max(0, int(room.width()))
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)


class ListCard(QFrame):
    """The surface a `RowList` stands on where it is a pane of its own."""

    def __init__(self, rows: RowList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S + 2)
        column.addWidget(rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        paint_surface(QPainter(self), QRectF(self.rect()), colours, colours.surface)
