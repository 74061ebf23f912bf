"""Files that are wholly there or not at all, also after a power cut."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

__all__ = ["make_folder", "sync_folder", "write_whole"]


def write_whole(path: Path, chunks: Iterable[bytes], *, through: Path) -> None:
    """Write ``chunks`` to ``path``: temporary file in ``through``, fsync, rename, fsync the folder.

    ``through`` must be on the same disk. Raises ``OSError``; then ``path`` is as it was and the
    temporary file is gone.
    """
    file = os.open(
        through, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600
    )
    try:
        try:
            for chunk in chunks:
                _write_all(file, chunk)
            os.fsync(file)
        finally:
            os.close(file)
        through.replace(path)
    except BaseException:
        through.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _write_all(file: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(file, rest) :]


def make_folder(path: Path) -> None:
    """Make a folder for this user alone, and have the disk remember it."""
    if path.is_dir():
        return
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Have the disk remember the names in a folder (Windows has no such call and needs none)."""
    if sys.platform == "win32":
        return
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
