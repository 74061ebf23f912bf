"""Files that are wholly there or not at all, also after a power cut, on every system.

Everything here raises ``OSError`` as it comes; what that means to a person is said by the room
that wrote.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path

__all__ = ["HANDED_ON", "make_folder", "put_in_place", "sync_file", "sync_folder", "write_whole"]

HANDED_ON = 0o666
"""The mode of a file that is handed on: as everything that this user saves, less the umask."""

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_CANNOT = {errno.EINVAL, errno.ENOTSUP, errno.ENOTTY}


def write_whole(
    path: Path,
    chunks: Iterable[bytes],
    *,
    through: Path | None = None,
    mode: int = _PRIVATE_FILE,
) -> None:
    """Write ``chunks`` to ``path``: temporary file, fsync, rename, fsync the folder.

    ``through`` is the temporary file, on the same disk; beside ``path`` unless told. ``mode`` is
    that of the file made, less the process's umask: for this user alone unless told. Raises
    ``OSError``; then ``path`` is as it was and the temporary file is gone.
    """
    part = through or path.with_name(f"{path.name}.part")
    # One that a kill left behind may be open to others.
    part.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    file = os.open(part, flags, mode)
    try:
        try:
            for chunk in chunks:
                _write_all(file, chunk)
            sync_file(file)
        finally:
            os.close(file)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def put_in_place(part: Path, path: Path) -> None:
    """Give a file that is complete its name: fsync, rename, fsync the folder."""
    # Windows syncs only what is open for writing.
    with part.open("rb+") as file:
        sync_file(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder for this user alone, and have the disk remember it."""
    if path.is_dir():
        return
    path.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    sync_folder(path.parent)


def sync_file(descriptor: int) -> None:
    """Have the disk keep what was written to this open file."""
    if sys.platform == "darwin":
        # There fsync only hands the bytes to the drive, which may still lose them (man 2 fsync).
        import fcntl  # late: Windows has no such module

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as refused:
            # Drives of other makers and of other machines do not know the call.
            if refused.errno not in _CANNOT:
                raise
        else:
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder: a file that was renamed is there after a crash.

    Windows has no such call and needs none; of other systems, a file system without it is left
    to its own.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync_file(descriptor)
    except OSError as refused:
        if refused.errno not in _CANNOT:
            raise
    finally:
        os.close(descriptor)


def _write_all(file: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(file, rest) :]
