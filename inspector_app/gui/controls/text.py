"""Words and icons on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inspector_app.gui.controls.marking import mark
from inspector_app.gui.theme import Space, Tone, TypeRole, look, paint_icon

__all__ = ["IconLabel", "IconLine", "Label"]


class Label(QLabel):
    """Text in a role of the type scale, wrapping where it must, never clipped.

    ``muted`` is for what explains; ``tone`` for what means something (an icon goes beside it).
    Text is plain: what an officer or a server wrote is never taken for HTML.
    """

    def __init__(
        self,
        text: str = "",
        role: TypeRole = TypeRole.BODY,
        *,
        muted: bool = False,
        tone: Tone | None = None,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        mark(self, type=role.key, muted=muted, tone=tone.value if tone else "")

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the text by meaning, or not at all."""
        mark(self, tone=tone.value if tone else "")


class IconLabel(QWidget):
    """An icon of ``size`` logical pixels that grows with the text and follows the theme.

    Coloured by ``tone``; without one like the text, or like muted text. It is as high as a line of
    ``beside``, so that at the top of a row it stands by the middle of the words' first line.
    """

    def __init__(
        self,
        name: str,
        size: int = 20,
        *,
        tone: Tone | None = None,
        muted: bool = False,
        beside: TypeRole = TypeRole.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._beside = beside
        self._side = size
        self._tone = tone
        self._muted = muted

    def set_icon(self, name: str, tone: Tone | None = None) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = look().scaled(self._side)
        line = QFontMetrics(look().font(self._beside)).height()
        return QSize(side, max(side, line))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        if not self.isEnabled():
            colour = colours.text_disabled
        elif self._tone is not None:
            colour = colours.tone(self._tone).text
        else:
            colour = colours.text_muted if self._muted else colours.text
        side = look().scaled(self._side)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        paint_icon(QPainter(self), box, self._name, colour)


class IconLine(QWidget):
    """Words that may run over several lines, with an icon beside the first."""

    def __init__(
        self,
        icon_name: str,
        words: Label,
        tone: Tone | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon = IconLabel(icon_name, 18, tone=tone, muted=tone is None)
        self.words = words
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
