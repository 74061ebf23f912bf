"""A main column with a side column that goes beneath it where the room is short."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.theme import Space, look

__all__ = ["SideColumns"]

_SIDE = 320
_LEAST = 900


class SideColumns(QWidget):
    """Put the main thing into ``main`` and what explains it into ``side`` (vertical layouts)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = QWidget()
        self._right = QWidget()
        self.main = QVBoxLayout(self._left)
        self.side = QVBoxLayout(self._right)
        for layout in (self.main, self.side):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(Space.M)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.L)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
        self._fit()

    @property
    def stacked(self) -> bool:
        """Whether the side column stands beneath the main one."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < look().scaled(_LEAST)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        side = look().scaled(_SIDE)
        self._right.setMinimumWidth(0 if narrow else side)
        self._right.setMaximumWidth(16_777_215 if narrow else side)
        align = Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignTop
        self._row.setAlignment(self._right, align)
