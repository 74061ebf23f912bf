"""Buttons: one primary action a screen, the rest secondary or quiet."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from inspector_app.gui.controls.key_cap import paint_key_cap
from inspector_app.gui.controls.marking import mark
from inspector_app.gui.controls.translated import Translated
from inspector_app.gui.theme import Radius, Space, Tone, icon, look, paint_icon

__all__ = ["Button", "ButtonKind", "IconButton", "LargeButton", "PrimaryButton"]


_CHEVRON = 18


class ButtonKind(Enum):
    """Weight of a button: ``PRIMARY`` the next action, ``QUIET`` inside cards and tool rows."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"


class Button(Translated, QPushButton):
    """A press of at least 44 px with an optional icon, for fingers, mouse and keys.

    Enter presses it as Space does: a keyboard visit uses Enter.
    """

    def __init__(
        self,
        text: str = "",
        icon_name: str = "",
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._tone = tone
        self._kind = kind
        self._key = ""
        self._tip = ""
        self._bare = False
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        mark(self, kind=kind.value)
        self._renew_icon()

    def set_icon(self, icon_name: str, tone: Tone | None = None) -> None:
        """Show another icon, or none for ``""``."""
        self._icon_name, self._tone = icon_name, tone
        self._renew_icon()

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the weight, e.g. when the next action moves to another button."""
        self._kind = kind
        mark(self, kind=kind.value)
        self._renew_icon()

    def set_words(self, text: str, key: str = "") -> None:
        """Set text and accessible name; ``key`` (``"N"``, ``"Ctrl+K"``) goes to the tooltip.

        A key of one character stands on the button's face, too. The key itself is bound by the
        page, which knows when it is valid.
        """
        self.setAccessibleName(text)
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
        self._tip = f"{text} ({shown})" if shown else ""
        self._show_words()
        self._show_key(shown if len(shown) == 1 else "")

    def set_bare(self, *, bare: bool) -> None:
        """Show the icon alone, where words have no room; who does not see it still hears them."""
        if bare != self._bare:
            self._bare = bare
            mark(self, square=bare)
            self._show_words()

    def setMenu(self, menu: QMenu) -> None:
        """A press opens ``menu``; a chevron says so, where others show their key."""
        super().setMenu(menu)
        mark(self, keyed=True)

    def restyle(self) -> None:
        self._renew_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.menu() is not None:
            self._paint_chevron()
        elif self._key:
            edge = Space.M if self._kind is ButtonKind.QUIET else Space.L
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_key_cap(painter, self.width() - edge, self.height(), self._key, self._ink())
            painter.end()
        if self.hasFocus() and self._kind is ButtonKind.PRIMARY:
            # Its ground is dark and so is its border in focus: a ring inside tells them apart.
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(look().colours.on_primary), 2))
            ring = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            painter.drawRoundedRect(ring, Radius.M - 3, Radius.M - 3)

    def _paint_chevron(self) -> None:
        side = look().scaled(_CHEVRON)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        box.moveRight(self.width() - Space.XS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, box, "chevron-down", self._ink())
        painter.end()

    def _show_words(self) -> None:
        words = self.accessibleName()
        self.setText("" if self._bare else words)
        self.setToolTip(self._tip or (words if self._bare else ""))
        self._renew_icon()

    def _show_key(self, key: str) -> None:
        if key != self._key:
            self._key = key
            mark(self, keyed=bool(key))
            self.updateGeometry()

    def _ink(self) -> str:
        """Colour of the words."""
        colours = look().colours
        if not self.isEnabled():
            return colours.text_disabled
        return colours.on_primary if self._kind is ButtonKind.PRIMARY else colours.text

    def _renew_icon(self) -> None:
        if not self._icon_name:
            return
        colours = look().colours
        if self._tone is not None:
            colour = colours.tone(self._tone).text
        elif self._kind is ButtonKind.PRIMARY:
            colour = colours.on_primary
        else:
            colour = colours.text
        side = look().scaled(20)
        gap = Space.XS if self.text() else 0
        self.setIcon(icon(self._icon_name, colours, colour, side, gap))
        self.setIconSize(QSize(side + gap, side))


class PrimaryButton(Button):
    """The next action."""

    def __init__(
        self, text: str = "", icon_name: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon_name, kind=ButtonKind.PRIMARY, parent=parent)


class LargeButton(Button):
    """A 56 px button for the one thing an officer does standing, as wide as it is given."""

    def __init__(
        self,
        text: str = "",
        icon_name: str = "",
        *,
        kind: ButtonKind = ButtonKind.PRIMARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon_name, kind=kind, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        mark(self, large=True)


class IconButton(Button):
    """A square button with an icon only; ``words`` is its accessible name and tooltip."""

    def __init__(self, icon_name: str, words: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__("", icon_name, kind=ButtonKind.QUIET, parent=parent)
        mark(self, square=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_words(self, text: str, key: str = "") -> None:
        """Set accessible name and tooltip; the face shows the icon alone."""
        super().set_words(text, key)
        self.setText("")
        self._show_key("")
        self._renew_icon()
        if not key:
            self.setToolTip(text)
