"""One process per store."""

from __future__ import annotations

from pathlib import Path

from inspector_app.disk.folder_lock import FolderLock, Taken
from inspector_app.storage.faults import in_use

__all__ = ["lock_store"]

_LOCK = "inspector.lock"


def lock_store(folder: Path) -> FolderLock:
    """Take the store in ``folder`` at once; ``UserError`` (store.in_use) if somebody has it."""
    try:
        return FolderLock(folder / _LOCK)
    except Taken as taken:
        raise in_use() from taken
