"""What was typed but not yet recorded, kept on disk so that a kill loses nothing.

A draft is no part of the record: it stands in the device's (encrypted) settings until the use
case has recorded what it became, and is emptied then.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from inspector_app.gui.models.visit_session import VisitSession

__all__ = ["PAUSE_MS", "Autosave", "Drafts"]

PAUSE_MS = 250
"""Typing rests this long before it is written; ux: no Save, at most 300 ms."""


class Autosave(QObject):
    """Calls ``save`` once typing rests, at once on `flush`, never with nothing to save."""

    def __init__(self, save: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self._save)

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not handed on yet."""
        return self._rest.isActive()

    def touch(self) -> None:
        """Something was typed."""
        self._rest.start()

    def flush(self) -> None:
        """Save now what was typed; the field is being left."""
        if self._rest.isActive():
            self._rest.stop()
            self._save()

    def forget(self) -> None:
        """What was typed has been recorded by other means."""
        self._rest.stop()


class Drafts:
    """Named drafts of one visit: flat mappings of field to text."""

    def __init__(self, session: VisitSession) -> None:
        self._session = session

    def load(self, name: str, on_loaded: Callable[[dict[str, str]], object]) -> None:
        """Read the draft ``name``; an empty mapping if there is none."""
        key = self._key(name)
        look_up = self._session.use_cases.look_up
        self._session.read(lambda: _read(look_up.setting(key)), on_loaded)

    def keep(self, name: str, fields: dict[str, str]) -> None:
        """Write the draft ``name``."""
        key, text = self._key(name), json.dumps(fields, ensure_ascii=False) if fields else ""
        look_up = self._session.use_cases.look_up
        self._session.jobs.submit(lambda: look_up.set_setting(key, text), owner=self._session)

    def clear(self, name: str) -> None:
        """What the draft said is on record."""
        self.keep(name, {})

    def _key(self, name: str) -> str:
        return f"draft.{self._session.visit_id}.{name}"


def _read(text: str) -> dict[str, str]:
    try:
        fields = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(fields, dict):
        return {}
    return {str(key): value for key, value in fields.items() if isinstance(value, str)}
