"""What must be on the disk before it counts, on every system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["sync_file", "sync_folder"]


def sync_file(descriptor: int) -> None:
    """Have the disk keep what was written to this open file."""
    if sys.platform == "darwin":
        # There fsync only hands the bytes to the drive, which may still lose them (man 2 fsync).
        import fcntl  # late: Windows has no such module

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder: a file that was renamed is there after a crash."""
    if sys.platform == "win32":
        # Windows keeps a rename without this and cannot open a folder.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)
