"""Bringing the server's schema up to date, after a copy was put aside."""

from __future__ import annotations

import os
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from inspector_app.domain.errors import UserError
from inspector_app.server.storage.engine import Database

__all__ = ["alembic_config", "bring_up_to_date"]


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

    An SQLite database that is behind is first copied into ``backups``; PostgreSQL is backed up by
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
        _copy(database, backups / f"server-{current}.db")
    with database.write() as connection:
        command.upgrade(alembic_config(connection, *more), "head")


def _literal(path: Path) -> str:
    # Alembic's options are read with interpolation.
    return str(path).replace("%", "%%")


def _copy(database: Database, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    # Below SQLAlchemy: every transaction of ours begins with BEGIN, which VACUUM refuses.
    connection = database.engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
