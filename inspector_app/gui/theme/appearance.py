"""The look in force: theme and text scale, applied to the whole application at run time.

`look()` answers "what does a colour or a size mean now". Widgets that paint by hand ask it while
painting; widgets that hold pixmaps renew them on ``QEvent.Type.StyleChange``, which Qt sends to
every widget when the look changes. Nobody keeps a colour.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.gui.theme.fonts import SANS, font, load_sans
from inspector_app.gui.theme.palettes import PALETTES
from inspector_app.gui.theme.stylesheet import build_stylesheet
from inspector_app.gui.theme.tokens import TARGET, Colours, ThemeName, TypeRole

__all__ = ["MAX_TEXT_SCALE", "MIN_TEXT_SCALE", "Look", "apply_look", "look"]

MIN_TEXT_SCALE = 1.0
MAX_TEXT_SCALE = 2.0


@dataclass(frozen=True, slots=True)
class Look:
    """A theme at a text scale between 1.0 and 2.0."""

    theme: ThemeName = ThemeName.LIGHT
    text_scale: float = 1.0

    def __post_init__(self) -> None:
        if not MIN_TEXT_SCALE <= self.text_scale <= MAX_TEXT_SCALE:
            raise ValueError(f"text scale {self.text_scale} is not between 1 and 2")

    @property
    def colours(self) -> Colours:
        """Colour roles of this theme."""
        return PALETTES[self.theme]

    def scaled(self, length: float) -> int:
        """``length`` (logical pixels at scale 1) at this text scale."""
        return round(length * self.text_scale)

    @property
    def target(self) -> int:
        """Height of an ordinary control: at least 44 px, more where the text is larger."""
        return max(TARGET, self.scaled(TARGET * 0.9))

    def font(self, role: TypeRole) -> QFont:
        """Font of ``role`` at this scale, for painting by hand."""
        return font(role, self.text_scale)


_in_force = Look()


def look() -> Look:
    """The look in force."""
    return _in_force


def apply_look(app: QApplication, wanted: Look) -> None:
    """Put ``wanted`` in force; everything on the screen repaints itself.

    Raises:
        EnvironmentFault: the fonts are missing (``gui.fonts_missing``).
    """
    global _in_force  # noqa: PLW0603 - the one place where the look of the application stands
    load_sans()
    _in_force = wanted
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(wanted.font(TypeRole.BODY))
    app.setPalette(_palette(wanted.colours))
    app.setStyleSheet(build_stylesheet(wanted.colours, wanted.text_scale, SANS))


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.canvas,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.sunken,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.text_muted,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.on_primary,
        QPalette.ColorRole.Highlight: colours.primary,
        QPalette.ColorRole.HighlightedText: colours.on_primary,
        QPalette.ColorRole.Link: colours.primary,
        QPalette.ColorRole.LinkVisited: colours.primary,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Light: colours.surface,
        QPalette.ColorRole.Midlight: colours.line,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.line_strong,
        QPalette.ColorRole.Shadow: colours.shadow,
        QPalette.ColorRole.Accent: colours.primary,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.text_disabled))
    return palette
