"""One process per folder: a lock that the operating system lets go of when the process ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["FolderLock", "Taken"]


class Taken(Exception):
    """Another process holds the lock."""


class FolderLock:
    """An exclusive lock on a file. A killed process leaves no stale lock behind."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once; :class:`Taken` if somebody has it, ``OSError`` if it has no file."""
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            _lock(self._file)
        except OSError as taken:
            self.release()
            raise Taken from taken

    def release(self) -> None:
        """Let go; a second call does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
