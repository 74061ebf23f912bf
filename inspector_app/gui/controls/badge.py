"""Small marks: a badge says a state, a chip is a filter that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inspector_app.gui.controls.translated import Translated, TranslatedWidget
from inspector_app.gui.theme import Space, Tone, TypeRole, look, paint_icon

__all__ = ["Badge", "Chip"]

_ICON = 16
_LEAST = 160


class Badge(TranslatedWidget):
    """A state in a word, with its icon and its tone: 「已签名」 green with a tick."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        icon_name: str | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text = ""
        self._tone = tone
        self._icon = ""
        self.set_state(text, tone, icon_name)

    @property
    def text(self) -> str:
        """The word it shows."""
        return self._text

    @property
    def tone(self) -> Tone:
        """What its colour means."""
        return self._tone

    def set_state(self, text: str, tone: Tone, icon_name: str | None = None) -> None:
        """Show a state; without ``icon_name`` the tone's own icon, with ``""`` none."""
        self._text, self._tone = text, tone
        self._icon = tone.icon if icon_name is None else icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scaled = look().scaled
        metrics = QFontMetrics(look().font(TypeRole.LABEL))
        width = metrics.horizontalAdvance(self._text) + 2 * scaled(10)
        if self._icon:
            width += scaled(_ICON) + scaled(Space.XS + 2)
        return QSize(width, max(metrics.height() + scaled(6), scaled(26)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def restyle(self) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        scaled = look().scaled
        colours = look().colours
        own = colours.tone(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if colours.line_width > 1:
            painter.setPen(QPen(QColor(own.solid), 1.5))
            box.adjust(1, 1, -1, -1)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(own.soft))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = float(scaled(10))
        if self._icon:
            side = scaled(_ICON)
            icon_box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, icon_box, self._icon, own.text)
            left += side + scaled(Space.XS + 2)
        painter.setFont(look().font(TypeRole.LABEL))
        painter.setPen(QColor(own.text))
        text_box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter, self._text)


class Chip(Translated, QAbstractButton):
    """A filter or one of several choices: pressed in or out, with an optional count.

    Words that find no room in one line wrap; none is clipped.
    ``toggled(bool)`` as of any checkable button.
    """

    def __init__(
        self, text: str = "", *, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._icon = icon_name
        self._count: int | None = None
        self.set_words(text)

    def set_words(self, text: str, count: int | None = None) -> None:
        """Set the word and how many there are of it."""
        self._count = count
        self.setText(text)
        self.setAccessibleName(text if count is None else f"{text} {count}")
        self.updateGeometry()
        self.update()

    @property
    def _shown(self) -> str:
        return self.text() if self._count is None else f"{self.text()}  {self._count}"

    @property
    def _lead(self) -> str:
        return "check" if self.isChecked() else self._icon

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(look().font(TypeRole.LABEL))
        width = metrics.horizontalAdvance(self._shown) + self._around()
        return QSize(width, look().target)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(look().scaled(_LEAST), look().target))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width >= self.sizeHint().width():
            return look().target
        metrics = QFontMetrics(look().font(TypeRole.LABEL))
        room = QRect(0, 0, max(1, width - self._around()), 0)
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._shown)
        return max(look().target, wrapped.height() + 2 * look().scaled(10))

    def restyle(self) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        scaled = look().scaled
        colours = look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 4, -1, -4)
        chosen = self.isChecked()
        ground = colours.primary_soft if chosen else colours.surface
        if self.underMouse() and not chosen:
            ground = colours.hover
        edge = colours.primary if chosen else colours.line_strong
        painter.setPen(QPen(QColor(edge), max(1.0, colours.line_width)))
        painter.setBrush(QColor(ground))
        bend = min(box.height(), look().target) / 2
        painter.drawRoundedRect(box, bend, bend)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box, bend, bend)
        ink = colours.on_primary_soft if chosen else colours.text
        if not self.isEnabled():
            ink = colours.text_disabled
        painter.setFont(look().font(TypeRole.LABEL))
        painter.setPen(QColor(ink))
        metrics = painter.fontMetrics()
        side, gap = scaled(18), scaled(6)
        room = self.width() - self._around()
        line = metrics.horizontalAdvance(self._shown)
        words = float(min(line, room))
        left = (self.width() - words - (side + gap if self._lead else 0)) / 2
        if self._lead:
            paint_icon(
                painter, QRectF(left, (self.height() - side) / 2, side, side), self._lead, ink
            )
            left += side + gap
        if line <= room:
            text_box = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter, self._shown)
        else:
            text_box = QRectF(left, 0, words, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(text_box, flags, self._shown)

    def _around(self) -> int:
        # Room for the tick is always kept: a chip that grew when pressed would shift its neighbours.
        scaled = look().scaled
        return scaled(18 + 6) + 2 * scaled(14)
