"""Bringing the server's schema up to date, after a copy was put aside."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import SQLAlchemyError

from inspector_app.disk.durable import make_folder, put_in_place
from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.server.storage.engine import Database, database_error

__all__ = ["alembic_config", "bring_up_to_date", "is_up_to_date"]


_SCRIPTS = Path(__file__).parent / "migrations"


def alembic_config(connection: sa.Connection, *more: Path) -> Config:
    """Alembic's settings for this connection. ``more``: folders of later steps (tests)."""
    config = Config()
    config.set_main_option("script_location", _literal(_SCRIPTS))
    versions = (_SCRIPTS / "versions", *more)
    config.set_main_option("version_locations", os.pathsep.join(map(_literal, versions)))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def bring_up_to_date(database: Database, backups: Path, *more: Path) -> None:
    """Run the missing steps. ``UserError`` (server.newer) if the database is of a newer program.

    An SQLite database that is behind is first copied into ``backups``, and stays as it is
    (``EnvironmentFault``, server.backup) unless the copy was verified; PostgreSQL is backed up by
    its administrator. ``more``: folders of later steps (tests).
    """
    with database.write() as connection:
        config = alembic_config(connection, *more)
        script = ScriptDirectory.from_config(config)
        newest = script.get_current_head()
        current = MigrationContext.configure(connection).get_current_revision()
        if current == newest:
            return
        if current is not None and current not in {
            step.revision for step in script.walk_revisions()
        }:
            raise UserError(
                "server.newer",
                "服务器数据库由更新版本的程序建立，本版本不能打开。",
                safe="数据库未被改动。",
                mend="请改用与其相同或更新的版本启动。",
            )
    if current is not None and database.is_sqlite:
        _back_up(database, backups / f"server-{current}.db")
    with database.write() as connection:
        command.upgrade(alembic_config(connection, *more), "head")


def is_up_to_date(database: Database) -> bool:
    """Whether the schema is this program's; ``False`` for an empty database too."""
    with database.read() as connection:
        newest = ScriptDirectory.from_config(alembic_config(connection)).get_current_head()
        return MigrationContext.configure(connection).get_current_revision() == newest


def _literal(path: Path) -> str:
    # Alembic's options are read with interpolation.
    return str(path).replace("%", "%%")


def _back_up(database: Database, target: Path) -> None:
    """Copy an SQLite database (same key) and verify the copy before it counts as one."""
    make_folder(target.parent)
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    expected = _write_copy(database, part)
    copy = database.beside(part)
    try:
        sound = _is_sound(copy, expected)
    finally:
        copy.close()
    if not sound:
        raise EnvironmentFault(
            "server.backup",
            "升级前的备份没有通过校验，因此没有升级服务器数据库。",
            safe="服务器没有启动，数据库未被改动。",
            mend="请检查磁盘及其剩余空间后重新启动；如再次出现请联系技术人员。",
        )
    put_in_place(part, target)


def _write_copy(database: Database, target: Path) -> Sequence[int]:
    """Copy the database; returns how many rows each of its tables has."""
    # Below SQLAlchemy: every transaction of ours begins with BEGIN, which VACUUM refuses.
    connection = database.engine.raw_connection()
    try:
        cursor = connection.cursor()
        counted = _rows_of(cursor)
        cursor.execute("VACUUM INTO ?", (str(target),))
        return counted
    finally:
        connection.close()


def _is_sound(copy: Database, expected: Sequence[int]) -> bool:
    """Whether every page of the copy can be read and every row is there."""
    try:
        connection = copy.engine.raw_connection()
        try:
            cursor = connection.cursor()
            torn = cursor.execute("PRAGMA cipher_integrity_check").fetchall() if copy.key else []
            wrong = cursor.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
            return not torn and not wrong and _rows_of(cursor) == expected
        finally:
            connection.close()
    except (SQLAlchemyError, database_error()):
        return False


def _rows_of(cursor: Any) -> Sequence[int]:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    return [
        cursor.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our names
        for (name,) in cursor.execute(named).fetchall()
    ]
