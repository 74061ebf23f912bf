"""Encrypted connections: SQLCipher with a raw key, and the pragmas every connection needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2 as driver

__all__ = ["KEY_BYTES", "Connector"]

KEY_BYTES: Final = 32
_BUSY_MS = 5_000
_CACHE_KIB = 32_768
# After a bulk load the write-ahead log shrinks back to this.
_LOG_BYTES = 64 * 1024 * 1024
_READERS = 6


def _holds(text: str, folded_part: str) -> bool:
    return folded_part in text.casefold()


class Connector:
    """Makes connections to one database file. Keeps the key out of URLs, statements and logs."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.key = key

    def connect(self, *, query_only: bool = False, create: bool = False) -> Any:
        """A driver connection in autocommit mode; transactions are begun by name.

        The first statement shows whether the key fits. Raises ``driver.Error``.
        """
        mode = "rwc" if create else "rw"
        connection = driver.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=_BUSY_MS / 1000,
        )
        try:
            # Damage is reported by errors; SQLCipher would also print it on the terminal.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if create:
                connection.execute("PRAGMA auto_vacuum = NONE")
                connection.execute("PRAGMA journal_mode = WAL")
            # SQLite folds the case of ASCII only.
            connection.create_function("holds", 2, _holds, deterministic=True)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA recursive_triggers = ON")
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            connection.execute(f"PRAGMA journal_size_limit = {_LOG_BYTES}")
            if query_only:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        return connection

    def writer(self) -> Engine:
        """An engine whose connection is the caller's alone; it issues no BEGIN of its own."""
        return self._engine(poolclass=NullPool, creator=self.connect)

    def readers(self) -> Engine:
        """An engine with a few query-only connections, kept open between reads."""
        return self._engine(
            poolclass=QueuePool,
            pool_size=_READERS,
            max_overflow=-1,
            creator=lambda: self.connect(query_only=True),
        )

    @staticmethod
    def _engine(**options: Any) -> Engine:
        return create_engine("sqlite+pysqlite://", module=driver, **options)
