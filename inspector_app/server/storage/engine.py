"""The server's database: SQLite in its folder or PostgreSQL, one writer at a time.

Writers take turns (SQLite's write lock, an advisory lock in PostgreSQL), so that the feed's order
is the order of commits and a reader never passes over a row that commits late. Reads do not wait.
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DataError, DBAPIError, SQLAlchemyError

from inspector_app.domain.errors import EnvironmentFault, UserError

__all__ = ["Database", "database_error", "insert", "server_full"]

# Any fixed number; it names the writers' turn among the advisory locks of the database.
_WRITERS = 0x1A5BEC7
_BUSY_MS = 10_000
_CONNECT_S = 10
_POSTGRESQL = frozenset({"postgresql", "postgres"})
# PostgreSQL's code (Appendix A of its manual); its words are of the administrator's language.
_DISK_FULL = "53100"

# A receipt says what is on disk, whatever the database, the role or a pool has set for speed. Said
# in each transaction: a pool may hand us another session. Only a stronger promise is left alone.
_BEGIN_WRITING = sa.text(
    f"""
    SELECT pg_advisory_xact_lock({_WRITERS}), set_config(
        'synchronous_commit',
        CASE current_setting('synchronous_commit')
            WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END,
        true
    )
    """
)


class Database:
    """Connections to the server's database."""

    def __init__(self, engine: sa.Engine, key: bytes | None = None) -> None:
        self.engine = engine
        self.key = key
        self._turn = threading.Lock()

    @classmethod
    def sqlite(cls, path: Path, key: bytes | None = None) -> Database:
        """SQLite in a file, encrypted (SQLCipher) with the 32 raw bytes of ``key`` if given.

        The driver is sqlcipher3 with or without a key: SQLite below 3.51.3, as in many builds of
        Python, can corrupt a WAL (sync.md).
        """
        # Only this kind of database needs the driver.
        from sqlcipher3 import dbapi2

        engine = sa.create_engine(
            f"sqlite+pysqlite:///{path}",
            module=dbapi2,
            pool_size=8,
            max_overflow=32,
            connect_args={"check_same_thread": False},
        )

        @sa.event.listens_for(engine, "connect")
        def prepare(connection: Any, _record: object) -> None:
            connection.isolation_level = None  # BEGIN is ours, below
            if key is not None:
                connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            # macOS: a plain fsync leaves the bytes in the drive's cache. Elsewhere without effect.
            connection.execute("PRAGMA fullfsync = ON")
            connection.execute("PRAGMA checkpoint_fullfsync = ON")
            connection.execute("PRAGMA foreign_keys = ON")

        @sa.event.listens_for(engine, "begin")
        def begin(connection: sa.Connection) -> None:
            writes = connection.get_execution_options().get("writes", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return cls(engine, key)

    @classmethod
    def postgresql(cls, url: str, password: str = "") -> Database:
        """PostgreSQL by URL; a connection that died is noticed before it is used."""
        try:
            target = sa.make_url(url)
            kind = target.get_backend_name()
            target = target.set(drivername="postgresql+psycopg")
            if password:
                target = target.set(password=password)
        except (SQLAlchemyError, ValueError):
            # Not chained: the library quotes the address, and a password may stand in it.
            raise UserError(
                "server.database_url",
                "数据库地址的格式不对。",
                safe="服务器没有启动。",
                mend="请核对 --database，例如 postgresql://用户@主机/数据库。",
            ) from None
        if kind not in _POSTGRESQL:
            raise UserError(
                "server.database_kind",
                f"不支持 {kind} 数据库，只支持 PostgreSQL。",
                safe="没有连接任何数据库，未作任何更改。",
                mend="请改用 postgresql://用户@主机/数据库，或去掉 --database，使用数据目录中的 SQLite。",
                facts={"kind": kind},
            )
        # A host that does not answer is told in seconds, not in the system's minutes; whoever has
        # said otherwise is heeded.
        told = "connect_timeout" in target.query or "PGCONNECT_TIMEOUT" in os.environ
        engine = sa.create_engine(
            target,
            pool_pre_ping=True,
            pool_size=8,
            max_overflow=32,
            connect_args={} if told else {"connect_timeout": _CONNECT_S},
        )
        return cls(engine)

    def beside(self, path: Path) -> Database:
        """Another SQLite file under this one's key."""
        return Database.sqlite(path, self.key)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction that may write; on disk when the block ends, nothing of it on an error."""
        with self._turn, _translated():
            writer = self.engine.execution_options(writes=True)
            with writer.begin() as connection:
                if not self.is_sqlite:
                    connection.execute(_BEGIN_WRITING)
                yield connection

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A transaction that only reads, of one consistent state."""
        with _translated():
            engine = self.engine
            if not self.is_sqlite:
                engine = engine.execution_options(isolation_level="REPEATABLE READ")
            with engine.begin() as connection:
                yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def insert(connection: sa.Connection, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that knows ON CONFLICT in this connection's dialect."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


def database_error() -> type[Exception]:
    """What the driver of SQLite raises."""
    # Only this kind of database needs the driver.
    from sqlcipher3 import dbapi2

    error: type[Exception] = dbapi2.Error
    return error


def server_full() -> EnvironmentFault:
    """The server's disk has no room; answered as 507."""
    return EnvironmentFault(
        "server.full",
        "服务器磁盘空间不足，暂时不能接收数据。",
        safe="本机数据仍在，未丢失。",
        mend="请联系服务器管理员清理磁盘；清理后会自动继续同步。",
    )


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise server_full() from error
        raise
    except DataError as error:
        # Asking again would fail again: this is not a database that is away for a while.
        raise UserError(
            "wire.value",
            "请求中有服务器数据库不能保存的值，已拒绝。",
            safe="本机数据仍在，未丢失。",
            mend="请告知信息化人员。",
        ) from error
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") == _DISK_FULL:
            raise server_full() from error
        text = str(error.orig).lower()
        if "full" in text and "disk" in text:
            raise server_full() from error
        if "not a database" in text or "file is encrypted" in text:
            raise UserError(
                "server.database_key",
                "服务器数据库的密钥不对，或文件已损坏。",
                safe="数据库文件未被改动。",
                mend="请核对密钥后重新启动，或从备份恢复。",
            ) from error
        raise EnvironmentFault(
            "server.database",
            "服务器的数据库暂时不可用。",
            safe="本机数据仍在，未丢失。",
            mend="稍后会自动重试；如持续出现请联系服务器管理员。",
        ) from error
    except SQLAlchemyError as error:
        raise EnvironmentFault(
            "server.database", "服务器的数据库暂时不可用。", safe="本机数据仍在，未丢失。"
        ) from error
