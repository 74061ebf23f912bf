"""Gives the signature pad all the room that is left, whatever its own shape asks for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.gui.controls import SignaturePad

__all__ = ["PadHolder"]


class PadHolder(QWidget):
    """The pad asks for a third of its width as height, which no small screen has to give."""

    def __init__(self, pad: SignaturePad, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pad = pad
        pad.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        # What is left beyond this is the pad's too; asking for more would push the name out of sight.
        return QSize(900, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pad.setGeometry(self.rect())
