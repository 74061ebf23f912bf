"""What every list of rows is: how it scrolls, rows told apart by a key, and the ground they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeAlias, TypeVar, runtime_checkable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
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
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.gui.controls import EmptyState, TranslatedWidget
from inspector_app.gui.theme import Radius, Space, look

__all__ = ["ROW_ROLE", "Index", "Keyed", "KeyedList", "KeyedView", "key_of", "paint_ground"]

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row itself, which is :class:`Keyed`."""

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@runtime_checkable
class Keyed(Protocol):
    """A row under its caller's own key."""

    @property
    def key(self) -> str:
        """What it is known by; no two rows of a list have the same."""

    @property
    def title(self) -> str:
        """What it is called, and found by when its first letters are typed."""

    @property
    def spoken(self) -> str:
        """The whole row as one sentence, for screen readers."""

    @property
    def hint(self) -> str:
        """What is said where the pointer rests on it."""


class KeyedView(QListView):
    """A list as it scrolls and answers to keys in every page; its rows know themselves by key.

    Signals:
        entered_row(str): Enter was pressed on the row of this key.
    """

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
                self.entered_row.emit(key_of(self.currentIndex()))
        else:
            super().keyPressEvent(event)


def key_of(index: QModelIndex) -> str:
    """Key of the row at ``index``, or ``""``."""
    row = index.data(ROW_ROLE) if index.isValid() else None
    return row.key if isinstance(row, Keyed) else ""


R = TypeVar("R", bound=Keyed)


class KeyedList(TranslatedWidget, Generic[R]):
    """Rows on one surface, or an empty state. Subclasses say how a row is drawn.

    Signals:
        row_chosen(str): key of the row that the person brought the cursor to.
        row_entered(str): Enter was pressed on a row.
    """

    row_chosen = Signal(str)
    row_entered = Signal(str)

    def __init__(self, empty_icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(empty_icon, words_first=True)
        self.view = KeyedView()
        self._rows: tuple[R, ...] = ()
        self._quiet = False
        self._model = QStandardItemModel(self)
        self.view.setModel(self._model)
        self.view.entered_row.connect(self.row_entered)
        self.view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)

    @property
    def rows(self) -> tuple[R, ...]:
        """What is listed."""
        return self._rows

    @property
    def current_key(self) -> str:
        """Key of the row with the cursor, or ``""``."""
        return key_of(self.view.currentIndex())

    def set_rows(self, rows: Sequence[R]) -> None:
        """List ``rows``, without a cursor."""
        self._quiet = True
        self._rows = tuple(rows)
        self._model.clear()
        for row in rows:
            item = QStandardItem(row.title)
            item.setData(row, ROW_ROLE)
            item.setData(row.spoken, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(row.hint)
            item.setEditable(False)
            self._model.appendRow(item)
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        self._quiet = False

    def set_name(self, words: str) -> None:
        """The list's accessible name."""
        self.view.setAccessibleName(words)

    def restyle(self) -> None:
        self.view.scheduleDelayedItemsLayout()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        # The rows around the chosen one draw their lines by it.
        self.view.viewport().update()
        if current.isValid() and not self._quiet:
            self.row_chosen.emit(key_of(current))


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRectF:
    """What a row stands on: chosen, pointed at, or parted from the one above; gives its room."""
    colours = look().colours
    state: QStyle.StateFlag = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    card = QRectF(option.rect).adjusted(Space.XS, 2, -Space.XS, -2)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen and colours.line_width > 1:
            painter.setPen(QPen(QColor(colours.primary), colours.line_width))
        painter.setBrush(QColor(colours.primary_soft if chosen else colours.hover))
        painter.drawRoundedRect(card, Radius.M, Radius.M)
    elif index.row() > 0 and not _is_chosen(option, index.sibling(index.row() - 1, 0)):
        painter.setPen(QPen(QColor(colours.line), 1))
        top = option.rect.top()
        painter.drawLine(round(card.left() + Space.M), top, round(card.right() - Space.M), top)
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Outdoors the chosen row has a line already; focus is twice as strong.
        painter.setPen(QPen(QColor(colours.focus), 2 * colours.line_width))
        inset = colours.line_width
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), Radius.M, Radius.M)
    return card


def _is_chosen(option: QStyleOptionViewItem, index: QModelIndex) -> bool:
    view = option.widget
    return isinstance(view, QListView) and view.selectionModel().isSelected(index)
