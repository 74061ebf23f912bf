"""Who may read a file besides its owner."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["open_to_others"]


def open_to_others(path: Path) -> bool:
    """Whether a file's mode lets anybody else read or write it; ``OSError`` if there is no file.

    Always False on Windows, which keeps access by lists and shows no modes.
    """
    return _keeps_access_by_modes() and bool(path.stat().st_mode & 0o077)


def _keeps_access_by_modes() -> bool:
    return os.name == "posix"
