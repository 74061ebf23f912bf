"""The server's database by itself: all that issuing codes, revoking and importing need."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.officer import Authority
from inspector_app.server.clock import Now, stamp, system_now
from inspector_app.server.settings import ServerSettings
from inspector_app.server.storage.engine import Database, insert
from inspector_app.server.storage.schema import meta
from inspector_app.server.storage.upgrade import bring_up_to_date, is_up_to_date
from inspector_app.wire.codec import decode, encode

__all__ = [
    "Books",
    "make_books",
    "make_folder",
    "open_books",
    "read_authority",
    "write_authority",
]


@dataclass(frozen=True, slots=True)
class Books:
    """An open database of a server, and what time it is there."""

    settings: ServerSettings
    database: Database
    now: Now

    def at(self) -> str:
        """The present moment, ISO 8601 with offset."""
        return stamp(self.now())

    def close(self) -> None:
        """Close the database."""
        self.database.close()


def open_books(settings: ServerSettings, now: Now = system_now) -> Books:
    """Open the database of a server that exists; nothing is made or upgraded.

    ``UserError``: server.none if there is none, server.older if it waits for its upgrade.
    """
    if not settings.database_url and not (settings.folder / "server.db").is_file():
        raise _no_server(settings.folder)
    books = Books(settings, _database(settings), now)
    try:
        _require_current(books.database)
    except BaseException:
        books.close()
        raise
    return books


def make_books(settings: ServerSettings, now: Now = system_now) -> Books:
    """Open the database, made or brought up to date if need be."""
    folder = settings.folder
    make_folder(folder)
    try:
        database = _database(settings)
    except OSError as error:
        raise _no_folder(folder) from error
    try:
        bring_up_to_date(database, folder / "backups")
    except BaseException:
        database.close()
        raise
    return Books(settings, database, now)


def make_folder(folder: Path) -> None:
    """Make the data folder where there is none; ``EnvironmentFault`` (server.folder) if refused."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _no_folder(folder) from error


def read_authority(connection: sa.Connection) -> Authority | None:
    """The bureau (执法机关) this server belongs to, None before it was seeded."""
    told = connection.execute(sa.select(meta.c.value).where(meta.c.name == "authority")).scalar()
    return None if told is None else decode(told.encode(), Authority)


def write_authority(connection: sa.Connection, authority: Authority) -> None:
    """Say which bureau this server belongs to."""
    told = encode(authority).decode()
    statement = insert(connection, meta).values(name="authority", value=told)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"value": told})
    )


def _database(settings: ServerSettings) -> Database:
    if settings.database_url:
        return Database.postgresql(settings.database_url, settings.database_password)
    path = settings.folder / "server.db"
    # SQLite would make it as open as the umask allows; its log files take over the mode of this.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return Database.sqlite(path, settings.database_key)


def _require_current(database: Database) -> None:
    if not is_up_to_date(database):
        raise UserError(
            "server.older",
            "服务器数据库需要先升级到本版本。",
            safe="数据库未被改动。",
            mend="请先启动一次服务器（run），升级完成后再执行本命令。",
        )


def _no_server(folder: Path) -> UserError:
    return UserError(
        "server.none",
        f"数据目录 {folder.name} 中还没有服务器的数据库。",
        safe="未作任何更改。",
        mend="请核对 --folder；新服务器请先导入单位数据（import）或启动一次（run）。",
        facts={"folder": folder.name},
    )


def _no_folder(folder: Path) -> EnvironmentFault:
    return EnvironmentFault(
        "server.folder",
        f"数据目录 {folder.name} 不能使用。",
        safe="服务器没有启动，数据未被改动。",
        mend="请核对 --folder 的路径和读写权限。",
        facts={"folder": folder.name},
    )
