"""One server per data folder: a lock that the operating system lets go of when the process ends.

Only whoever serves takes it; the administrator's commands work beside a running server, through
the database alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.disk.folder_lock import FolderLock, Taken
from inspector_app.domain.errors import EnvironmentFault, UserError

__all__ = ["LOCK", "folder_to_itself"]

LOCK = "server.lock"
"""The locked file in the data folder; it stays there, empty."""


@contextmanager
def folder_to_itself(folder: Path) -> Iterator[None]:
    """Hold ``folder`` meanwhile; ``UserError`` (server.in_use) at once if another server does."""
    try:
        lock = FolderLock(folder / LOCK)
    except Taken as taken:
        raise UserError(
            "server.in_use",
            f"数据目录 {folder.name} 已有一台服务器在运行。",
            safe="没有启动第二台，正在运行的不受影响。",
            mend="请继续使用正在运行的服务器；要重新启动，请先停止它。",
            facts={"folder": folder.name},
        ) from taken
    except OSError as error:
        raise EnvironmentFault(
            "server.folder",
            f"数据目录 {folder.name} 不能使用。",
            safe="服务器没有启动，数据未被改动。",
            mend="请核对 --folder 的路径和读写权限。",
            facts={"folder": folder.name},
        ) from error
    try:
        yield
    finally:
        lock.release()
