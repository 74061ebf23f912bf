"""The rail of pages at the window's left edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.controls.translated import TranslatedFrame
from inspector_app.gui.theme import TARGET, Radius, Space, Tone, TypeRole, look, paint_icon

__all__ = ["NavigationRail"]


class NavigationRail(TranslatedFrame):
    """Icons with words, one chosen; a count beside what waits.

    Signals:
        page_chosen(str): the key of the page that was pressed.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._items: dict[str, _RailItem] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.S, Space.M, Space.S, Space.M)
        self._column.setSpacing(Space.XS)
        self._column.addStretch(1)
        self.retranslate()

    def add_item(self, key: str, icon_name: str, title: Callable[[], str]) -> None:
        """Append a page; its key of the keyboard is Ctrl and its place, from 1."""
        item = _RailItem(icon_name, title, len(self._items) + 1)
        item.clicked.connect(lambda: self.page_chosen.emit(key))
        self._items[key] = item
        self._group.addButton(item)
        self._column.insertWidget(len(self._items) - 1, item)

    def choose(self, key: str) -> None:
        """Mark the page as the one on show."""
        self._items[key].setChecked(True)

    def set_count(self, key: str, count: int) -> None:
        """Say how many things wait on a page; 0 takes the mark away."""
        self._items[key].set_count(count)

    def item(self, key: str) -> QPushButton:
        """The button of a page."""
        return self._items[key]

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("页面导航"))
        for item in self._items.values():
            item.say()

    def restyle(self) -> None:
        for item in self._items.values():
            item.updateGeometry()


_GAP = 2
_EDGE = 4
_LEAST_ICON = 22
_CORNER = 1 / 3


def _icon_side() -> int:
    # Words double in size, icons need not: eight pages must fit a 768 px screen at 200 %.
    return min(36, look().scaled(24))


class _RailItem(QPushButton):
    def __init__(self, icon_name: str, title: Callable[[], str], place: int) -> None:
        super().__init__()
        self.setObjectName("railItem")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._icon = icon_name
        self._title = title
        self._place = place
        self._count = 0
        self.say()

    def say(self) -> None:
        words = self._title()
        self.setText(words)
        self.setAccessibleName(f"{words} {self._count}" if self._count else words)
        self.setToolTip(f"{words} (Ctrl+{self._place})")
        self.updateGeometry()

    def set_count(self, count: int) -> None:
        self._count = count
        self.say()
        self.update()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        font = look().font(TypeRole.CAPTION)
        self.setFont(font)
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * Space.S
        height = _icon_side() + _GAP + self.fontMetrics().height()
        return QSize(max(64, words), max(60, height + Space.M))

    def minimumSizeHint(self) -> QSize:
        width = self.sizeHint().width()
        return QSize(width, max(TARGET, _LEAST_ICON + _GAP + self.fontMetrics().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = ""
        if chosen:
            ground = colours.primary_soft
        elif self.isDown():
            ground = colours.pressed
        elif self.underMouse():
            ground = colours.hover
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box, Radius.M, Radius.M)
        ink = colours.on_primary_soft if chosen else colours.text_muted
        font = look().font(TypeRole.CAPTION)
        font.setBold(chosen)
        painter.setFont(font)
        text_height = painter.fontMetrics().height()
        # On a low screen the icon gives way: words and icons of neighbours stand apart.
        room = self.height() - text_height - _GAP - 2 * _EDGE
        side = max(_LEAST_ICON, min(_icon_side(), room))
        top = (self.height() - side - text_height - _GAP) / 2
        icon_box = QRectF((self.width() - side) / 2, top, side, side)
        count_box = self._count_box(icon_box)
        if count_box is not None:
            # A narrow rail moves the icon aside, so that the count covers its corner only.
            corner = count_box.left() + _CORNER * side
            icon_box.moveRight(max(side + 2, min(icon_box.right(), corner)))
        paint_icon(painter, icon_box, self._icon, ink)
        painter.setPen(QColor(ink))
        words = QRectF(0, top + side + _GAP, self.width(), text_height)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if count_box is not None:
            self._paint_count(painter, count_box)

    def _count_words(self) -> str:
        return str(self._count) if self._count < 100 else "99+"

    def _count_box(self, icon_box: QRectF) -> QRectF | None:
        """Where the count stands, at the icon's upper right corner; None if nothing waits."""
        if not self._count:
            return None
        scaled = look().scaled
        height = scaled(17)
        words = QFontMetrics(_count_font()).horizontalAdvance(self._count_words())
        width = max(height, words + scaled(8))
        left = icon_box.right() - _CORNER * icon_box.width()
        box = QRectF(left, icon_box.top() - scaled(5), width, height)
        box.moveRight(min(box.right(), self.width() - 2))
        box.moveTop(max(box.top(), 0))
        return box

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        own = look().colours.tone(Tone.NOT_MET)
        painter.setFont(_count_font())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(own.solid))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(own.on_solid))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._count_words())


def _count_font() -> QFont:
    font = look().font(TypeRole.CAPTION)
    font.setPixelSize(look().scaled(11))
    font.setBold(True)
    return font
