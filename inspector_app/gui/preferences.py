"""How this person wants the window: language, theme, text size, printer. Kept in the store."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.look_up import LookUp
from inspector_app.gui.i18n import LANGUAGES, SOURCE_LANGUAGE
from inspector_app.gui.theme import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Look, ThemeName

__all__ = ["PRINTER_SETTING", "TEXT_SCALES", "Preferences", "load_preferences", "store_preferences"]

PRINTER_SETTING = "printer"
"""Name of the setting that keeps the printer chosen last."""

TEXT_SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""The text sizes that are offered."""

_LANGUAGE, _THEME, _TEXT_SCALE = "language", "theme", "text_scale"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What was chosen; ``printer`` empty = the system's default."""

    language: str = SOURCE_LANGUAGE
    theme: ThemeName = ThemeName.LIGHT
    text_scale: float = 1.0
    printer: str = ""

    @property
    def look(self) -> Look:
        """Theme and text size together."""
        return Look(self.theme, self.text_scale)


def load_preferences(look_up: LookUp) -> Preferences:
    """What is stored; anything that cannot be read is as if never chosen."""
    language = look_up.setting(_LANGUAGE, SOURCE_LANGUAGE)
    theme = look_up.setting(_THEME, ThemeName.LIGHT.value)
    try:
        scale = float(look_up.setting(_TEXT_SCALE, "1"))
    except ValueError:
        scale = 1.0
    return Preferences(
        language if language in LANGUAGES else SOURCE_LANGUAGE,
        ThemeName(theme) if theme in {name.value for name in ThemeName} else ThemeName.LIGHT,
        min(MAX_TEXT_SCALE, max(MIN_TEXT_SCALE, scale)),
        look_up.setting(PRINTER_SETTING),
    )


def store_preferences(look_up: LookUp, wanted: Preferences) -> None:
    """Keep ``wanted``. Runs in the database lane."""
    look_up.set_setting(_LANGUAGE, wanted.language)
    look_up.set_setting(_THEME, wanted.theme.value)
    look_up.set_setting(_TEXT_SCALE, f"{wanted.text_scale:g}")
    look_up.set_setting(PRINTER_SETTING, wanted.printer)
