"""The library's file: opened when first asked, never made by a question."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.statutes import refused
from inspector_app.statutes.schema import HEAD, bring_up_to_date

__all__ = ["LibraryFile"]

# Another process may be importing: it holds the file for less than this.
_PATIENCE_SECONDS = 15


class LibraryFile:
    """One connection, used by one thread at a time.

    The texts are public, so the file is not encrypted; it can be deleted and imported again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self._database: sqlite3.Connection | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """The database, None as long as nothing was imported; ``EnvironmentFault`` if damaged."""
        with self._lock, self._faults():
            yield self._open() if self._database is not None or self._path.exists() else None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on disk afterwards, or nothing of it."""
        with self._lock, self._faults():
            database = self._open()
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
                database.execute("COMMIT")
            except BaseException:
                database.execute("ROLLBACK")
                raise

    def stamp(self) -> tuple[int, int]:
        """When the file was last written (ns), and its size (bytes); zeros as long as there is none."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return 0, 0
        return found.st_mtime_ns, found.st_size

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _open(self) -> sqlite3.Connection:
        if self._database is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(
                self._path,
                timeout=_PATIENCE_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
            try:
                self._prepare(database)
            except BaseException:
                database.close()
                raise
            self._database = database
        return self._database

    def _prepare(self, database: sqlite3.Connection) -> None:
        database.execute("PRAGMA foreign_keys = ON")
        found = database.execute("PRAGMA user_version").fetchone()[0]
        if found > HEAD:
            raise refused.library_newer(self._path.name)
        if found < HEAD:
            database.execute("BEGIN IMMEDIATE")
            try:
                bring_up_to_date(database)
                database.execute("COMMIT")
            except BaseException:
                database.execute("ROLLBACK")
                raise

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            # Ours, not the disk's.
            raise
        except (sqlite3.OperationalError, OSError) as error:
            self.close()
            raise self._refused(error) from error
        except sqlite3.DatabaseError as error:
            self.close()
            raise refused.library_damaged(self._path.name) from error

    def _refused(self, error: Exception) -> EnvironmentFault:
        missing = "no such table" in str(error) or "no such column" in str(error)
        if missing:
            return refused.library_damaged(self._path.name)
        return refused.library_refused(self._path.name)
