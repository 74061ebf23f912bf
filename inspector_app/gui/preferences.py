"""How this person wants the window: language, theme, text size, printer. Kept in the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.gui.i18n import LANGUAGES, SOURCE_LANGUAGE
from inspector_app.gui.theme import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Look, ThemeName

if TYPE_CHECKING:
    from inspector_app.application.look_up import LookUp

__all__ = [
    "PRINTER_SETTING",
    "TEXT_SCALES",
    "Preferences",
    "load_preferences",
    "preferences_from",
    "store_preferences",
    "words_of",
]

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


def preferences_from(said: Mapping[str, str]) -> Preferences:
    """What `words_of` wrote; anything that is missing or cannot be read is as if never chosen."""
    language = said.get(_LANGUAGE, "")
    theme = said.get(_THEME, "")
    try:
        scale = float(said.get(_TEXT_SCALE) or "1")
    except ValueError:
        scale = 1.0
    return Preferences(
        language if language in LANGUAGES else SOURCE_LANGUAGE,
        ThemeName(theme) if theme in {name.value for name in ThemeName} else ThemeName.LIGHT,
        min(MAX_TEXT_SCALE, max(MIN_TEXT_SCALE, scale)),
        said.get(PRINTER_SETTING, ""),
    )


def words_of(wanted: Preferences) -> dict[str, str]:
    """``wanted`` as settings: their names with their values."""
    return {
        _LANGUAGE: wanted.language,
        _THEME: wanted.theme.value,
        _TEXT_SCALE: f"{wanted.text_scale:g}",
        PRINTER_SETTING: wanted.printer,
    }


def load_preferences(look_up: LookUp) -> Preferences:
    """What is stored. Runs in the database lane."""
    return preferences_from({name: look_up.setting(name) for name in words_of(Preferences())})


def store_preferences(look_up: LookUp, wanted: Preferences) -> None:
    """Keep ``wanted``. Runs in the database lane."""
    for name, value in words_of(wanted).items():
        look_up.set_setting(name, value)
