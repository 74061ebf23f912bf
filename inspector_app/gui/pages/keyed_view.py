"""What every list of rows has beneath it: how it scrolls, and rows that are told apart by a key."""

from __future__ import annotations

from typing import Protocol, TypeAlias, runtime_checkable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QScroller

__all__ = ["ROW_ROLE", "Index", "Keyed", "KeyedView", "key_of"]

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row itself, which is :class:`Keyed`."""

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@runtime_checkable
class Keyed(Protocol):
    """A row under its caller's own key."""

    @property
    def key(self) -> str:
        """What it is known by; no two rows of a list have the same."""


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
