"""Files as the disk gives them: what it does not give is told of, never passed over."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.statutes import refused

__all__ = ["files_below", "is_folder"]


def is_folder(path: Path) -> bool:
    """Whether a folder is there. What the disk tells nothing of is none: reading it says why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def files_below(
    folder: Path, suffixes: Collection[str]
) -> tuple[list[Path], list[EnvironmentFault]]:
    """Files so called in ``folder`` and below, by name, and why a folder of them cannot be read."""
    unread: list[OSError] = []
    found = [
        Path(above, name)
        for above, _, names in os.walk(folder, onerror=unread.append)
        for name in names
        if Path(name).suffix.lower() in suffixes and not name.startswith(".")
    ]
    faults = [refused.unreadable(Path(each.filename).name) for each in unread]
    return sorted(file for file in found if _may_be_read(file)), faults


def _may_be_read(path: Path) -> bool:
    """False for what is no file: a pipe would be waited for. What cannot be told is for reading."""
    try:
        return path.is_file()
    except OSError:
        return True
