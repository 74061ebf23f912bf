"""What stands on the window while the record is being opened: the outline of 今日, and a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.controls.surfaces import paint_surface
from inspector_app.gui.controls.text import Label
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import Radius, Space, TypeRole, look

__all__ = ["OpeningPage"]

_CARD_HEIGHT = 132
# A line of words: its height, its distance from the next, and the shares of the width they take.
_LINE, _NEXT_LINE = 15, 32
_SHARES = (0.42, 0.28, 0.56)


class OpeningPage(TranslatedWidget):
    """Says what is being waited for, above empty cards; nothing on it moves or can be pressed.

    Signals:
        painted(): it was drawn for the first time; what would hold the drawing up may begin.
    """

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_painted = False
        self._words = Label(role=TypeRole.BODY, muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.XL)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        self._words.setText(self.tr("正在打开记录……"))
        self.setAccessibleName(self._words.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = look().scaled(_CARD_HEIGHT)
        top = self._words.geometry().bottom() + Space.L
        while top < self.height():
            _paint_card(painter, QRectF(Space.XL, top, self.width() - 2 * Space.XL, height))
            top += height + Space.S
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


def _paint_card(painter: QPainter, box: QRectF) -> None:
    colours, scaled = look().colours, look().scaled
    paint_surface(painter, box, colours, colours.surface)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.sunken))
    words = scaled(_NEXT_LINE) * (len(_SHARES) - 1) + scaled(_LINE)
    line = QRectF(box.left() + Space.XL, box.center().y() - words / 2, 0, scaled(_LINE))
    for share in _SHARES:
        line.setWidth(box.width() * share)
        painter.drawRoundedRect(line, Radius.S, Radius.S)
        line.translate(0, scaled(_NEXT_LINE))
