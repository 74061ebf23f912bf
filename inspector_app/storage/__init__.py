"""The laptop's encrypted database: unit of work, journal, projections, search, blobs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore

__all__ = ["open_store"]


def open_store(folder: Path, key: bytes, *, device: str) -> LaptopStore:
    """The store in ``folder``, made there if there is none; ``key`` is 32 raw bytes.

    Keeps the folder to itself until ``close()``. Raises ``UserError`` for a wrong key
    (store.key), a second process (store.in_use) or a database of a newer program (store.newer),
    ``EnvironmentFault`` for a damaged file (store.damaged), a full disk (store.disk_full) or a
    disk that fails (store.disk). In each case the database is left as it was.
    """
    # Late: the window is shown before the store is loaded.
    from inspector_app.storage.laptop import LaptopStore

    return LaptopStore.open(folder, key, device=device)
