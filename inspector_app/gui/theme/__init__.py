"""How it looks: tokens, the look in force, icons, fonts. See ``gui/README.md``."""

from inspector_app.gui.theme.appearance import (
    MAX_TEXT_SCALE,
    MIN_TEXT_SCALE,
    Look,
    apply_look,
    look,
)
from inspector_app.gui.theme.fonts import SANS, SERIF, load_serif
from inspector_app.gui.theme.icons import icon, icon_names, icon_pixmap, paint_icon
from inspector_app.gui.theme.tokens import (
    BAR,
    KEY_CAP,
    PAPER,
    TARGET,
    Colours,
    Radius,
    Space,
    ThemeName,
    Tone,
    TypeRole,
)

__all__ = [
    "BAR",
    "KEY_CAP",
    "MAX_TEXT_SCALE",
    "MIN_TEXT_SCALE",
    "PAPER",
    "SANS",
    "SERIF",
    "TARGET",
    "Colours",
    "Look",
    "Radius",
    "Space",
    "ThemeName",
    "Tone",
    "TypeRole",
    "apply_look",
    "icon",
    "icon_names",
    "icon_pixmap",
    "load_serif",
    "look",
    "paint_icon",
]
