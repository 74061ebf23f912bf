"""Whether what was written is for its own user alone, asked in the same way on every system."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from inspector_app.disk import access

__all__ = ["ModesAsked", "let_others_read"]

_OTHERS = 0o077
_BESIDE_A_DATABASE = ("-wal", "-shm")


def let_others_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open a file to everybody, and have it seen also where a mode cannot say so."""
    path.chmod(0o644)
    if os.name != "posix":
        monkeypatch.setattr(access, "_keeps_access_by_modes", lambda: True)


class ModesAsked:
    """The modes that files and folders were made with, by the names that they have now.

    Windows keeps access by lists and shows no modes, but what was asked for is the same there.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Listen from now on."""
        self._asked: dict[str, int] = {}
        self._open, self._mkdir, self._replace = os.open, os.mkdir, os.replace
        monkeypatch.setattr(os, "open", self._on_open)
        monkeypatch.setattr(os, "mkdir", self._on_mkdir)
        monkeypatch.setattr(os, "replace", self._on_replace)

    def open_to_others(self, paths: Iterable[Path]) -> list[str]:
        """The names of those that somebody else may read or write."""
        return [path.name for path in paths if self._mode(path) & _OTHERS]

    def _mode(self, path: Path) -> int:
        name = str(path)
        # SQLite makes them with the mode of the database that they belong to.
        for ending in _BESIDE_A_DATABASE:
            name = name.removesuffix(ending)
        asked = self._asked.get(name, _OTHERS)
        return asked | path.stat().st_mode if os.name == "posix" else asked

    def _on_open(self, path: Any, flags: int, mode: int = 0o777, **rest: Any) -> int:
        if flags & os.O_CREAT and not Path(path).exists():
            self._asked[str(path)] = mode
        return self._open(path, flags, mode, **rest)

    def _on_mkdir(self, path: Any, mode: int = 0o777, **rest: Any) -> None:
        self._mkdir(path, mode, **rest)
        self._asked[str(path)] = mode

    def _on_replace(self, source: Any, target: Any, **rest: Any) -> None:
        self._replace(source, target, **rest)
        self._asked[str(target)] = self._asked.pop(str(source), _OTHERS)
