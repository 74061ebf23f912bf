"""How the window looked last, in a small file that is read before the encrypted record is open.

Language, theme, text size and role are no secrets. What was chosen stands in the record; this is
a copy, and a window that starts without one merely changes its look once it has read the record.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from inspector_app.domain.officer import Role
from inspector_app.gui.preferences import PRINTER_SETTING, Preferences, preferences_from, words_of

__all__ = ["LookFile"]

_log = logging.getLogger(__name__)
_FILE = "first-look.json"
_ROLE = "role"


class LookFile:
    """The window's ``LastLook``. ``language`` is spoken where nothing is known yet."""

    def __init__(self, folder: Path, language: str) -> None:
        self._path = folder / _FILE
        self._language = language
        self._last: dict[str, str] = {}

    def read(self) -> tuple[Preferences, Role]:
        """What the file says; what cannot be read is as if it were not there."""
        try:
            found: Any = json.loads(self._path.read_bytes())
            self._last = {str(name): str(value) for name, value in found.items()}
        except (OSError, ValueError, AttributeError):
            self._last = {}
        supervises = self._last.get(_ROLE) == Role.SUPERVISOR.value
        role = Role.SUPERVISOR if supervises else Role.OFFICER
        return preferences_from({"language": self._language, **self._last}), role

    def keep(self, preferences: Preferences, role: Role) -> None:
        """Write it if it changed. A disk that refuses costs a second change of look, no more."""
        said = {**words_of(preferences), _ROLE: role.value}
        del said[PRINTER_SETTING]
        if said == self._last:
            return
        part = self._path.with_suffix(".part")
        try:
            part.write_text(json.dumps(said), encoding="utf-8")
            part.replace(self._path)
        except OSError as problem:
            _log.warning("the last look was not kept: %s", type(problem).__name__)
        else:
            self._last = said
