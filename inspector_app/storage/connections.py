"""Encrypted connections: SQLCipher with a raw key, and the pragmas every connection needs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2 as driver

from inspector_app.storage.faults import is_damage

__all__ = ["KEY_BYTES", "Connector", "Readers"]

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
            # macOS: a plain fsync leaves the bytes in the drive's cache. Elsewhere without effect.
            connection.execute("PRAGMA fullfsync = ON")
            connection.execute("PRAGMA checkpoint_fullfsync = ON")
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


class Readers:
    """Query-only connections: made as they are needed, a few kept open between reads."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._turn = threading.Lock()
        self._idle: list[Any] = []
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A connection in a transaction of its own, which ends with the block."""
        with self._turn:
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = self._connector.connect(query_only=True)
        usable = True
        try:
            connection.execute("BEGIN")
            yield connection
        except BaseException as problem:
            # SQLCipher fails every later read of a connection that met a damaged page.
            usable = not is_damage(problem)
            raise
        finally:
            self._take_back(connection, usable=usable)

    def _take_back(self, connection: Any, *, usable: bool) -> None:
        try:
            connection.rollback()
        except driver.Error:
            usable = False
        with self._turn:
            if usable and not self._closed and len(self._idle) < _READERS:
                self._idle.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Let go of every idle connection; those in use are closed when they come back."""
        with self._turn:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
