"""Bring a database to the present schema: refuse a newer one, back up and migrate an older one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as driver

from inspector_app.disk.durable import make_folder, put_in_place
from inspector_app.domain.errors import Defect, EnvironmentFault
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.storage.connections import Connector
from inspector_app.storage.faults import newer, not_ours
from inspector_app.storage.revision import HEAD

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

__all__ = ["OWN_SCRIPTS", "Scripts", "bring_up_to_date", "engine_over"]

_FOLDER = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Scripts:
    """Where revisions are, and which is the present one. Tests add later ones."""

    folders: tuple[Path, ...]
    head: str


OWN_SCRIPTS = Scripts((_FOLDER / "versions",), HEAD)


def bring_up_to_date(connector: Connector, backups: Path, scripts: Scripts = OWN_SCRIPTS) -> str:
    """Migrate to ``scripts.head`` if needed; returns the revision found before ("" = new).

    An older database is first copied into ``backups`` and the copy verified. All revisions run in
    one transaction: it ends at the head or where it was. Raises ``UserError`` (store.newer,
    store.not_ours), or what a migration raises after rolling back.
    """
    driver_connection = connector.connect()
    try:
        found = _revision(driver_connection)
        if found == scripts.head:
            return found
        if found:
            _refuse_unknown(found, scripts)
            _back_up(
                connector, driver_connection, backups / f"before-{scripts.head}-from-{found}.db"
            )
    finally:
        driver_connection.close()
    _upgrade(connector, scripts)
    return found


def _revision(driver_connection: Any) -> str:
    tables = {
        row[0]
        for row in driver_connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    if not tables:
        return ""
    rows = (
        driver_connection.execute("SELECT version_num FROM alembic_version").fetchall()
        if "alembic_version" in tables
        else []
    )
    if len(rows) != 1:
        raise not_ours()
    return str(rows[0][0])


def _config(scripts: Scripts) -> Any:
    # Late: Alembic costs 150 ms and is needed on the day of an upgrade only.
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", _FOLDER.as_posix().replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    places = "\n".join(folder.as_posix() for folder in scripts.folders)
    config.set_main_option("version_locations", places.replace("%", "%%"))
    return config


def _refuse_unknown(found: str, scripts: Scripts) -> None:
    from alembic.script import ScriptDirectory  # late, as in _config

    directory = ScriptDirectory.from_config(_config(scripts))
    if found not in {script.revision for script in directory.walk_revisions()}:
        raise newer(found)


def _back_up(connector: Connector, source: Any, target: Path) -> None:
    """Copy through SQLCipher (same key), then verify the copy page by page before it counts."""
    make_folder(target.parent)
    size = connector.path.stat().st_size
    if shutil.disk_usage(target.parent).free < 2 * size:
        raise EnvironmentFault(
            "store.no_room_for_backup",
            "磁盘空间不足，无法在升级前备份本机数据库。",
            safe="数据库没有被改动。",
            mend="请清理磁盘空间后重新打开程序。",
            facts={"bytes_needed": 2 * size},
        )
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    source.execute("VACUUM INTO ?", (str(part),))
    copy = Connector(part, connector.key)
    _verify(copy, _count(source))
    put_in_place(part, target)


def _count(connection: Any) -> Sequence[int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return [
        connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our names
        for (name,) in sorted(tables)
    ]


def _verify(copy: Connector, expected: Sequence[int]) -> None:
    try:
        sound = _is_sound(copy, expected)
    except driver.Error:
        sound = False
    if not sound:
        raise EnvironmentFault(
            "store.backup_failed",
            "升级前的备份没有通过校验，因此没有升级。",
            safe="数据库没有被改动。",
            mend="请检查磁盘后重新打开程序；如再次出现，请联系技术人员。",
        )


def _is_sound(copy: Connector, expected: Sequence[int]) -> bool:
    connection = copy.connect(query_only=True)
    try:
        return (
            not connection.execute("PRAGMA cipher_integrity_check").fetchall()
            and connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and _count(connection) == expected
        )
    finally:
        connection.close()


def engine_over(connector: Connector) -> Engine:
    """SQLAlchemy's way to the file, for Alembic; at work the driver is spoken to directly."""
    # Late, as in _config.
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    return create_engine(
        "sqlite+pysqlite://", module=driver, poolclass=NullPool, creator=connector.connect
    )


def _upgrade(connector: Connector, scripts: Scripts) -> None:
    # Late, as in _config.
    from alembic import command
    from sqlalchemy.exc import DBAPIError

    engine = engine_over(connector)
    try:
        with engine.connect() as connection:
            # Tables are rebuilt by some revisions; references are checked at the end instead.
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.commit()
            with connection.begin():
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                config = _config(scripts)
                config.attributes["connection"] = connection
                command.upgrade(config, scripts.head)
                _check_references(connection)
    except DBAPIError as problem:
        if isinstance(problem.orig, driver.Error):
            raise problem.orig from problem
        raise
    finally:
        engine.dispose()


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise Defect(
            "store.migration",
            "数据库升级没有通过一致性检查，已撤销。",
            safe="数据库没有被改动。",
            mend="请继续使用旧版本程序，并把日志交给技术人员。",
            facts={"table": str(broken[0][0])},
        )
