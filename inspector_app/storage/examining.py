"""Looks at a store that nobody has open, without making, upgrading or mending anything."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event
from inspector_app.domain.officer import Officer
from inspector_app.storage import faults
from inspector_app.storage.blob_files import BlobFiles
from inspector_app.storage.checking import StoreCheck, check_store
from inspector_app.storage.connections import Connector
from inspector_app.storage.folder_lock import lock_store
from inspector_app.storage.keys import KeyCheck
from inspector_app.storage.laptop import DATABASE
from inspector_app.storage.registry import read_officers
from inspector_app.storage.revision import HEAD
from inspector_app.storage.waiting import read_state

__all__ = ["Examination", "examine_store"]


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found.

    ``check`` is None for a database of another schema revision: only its own program understands
    it. ``last_event_at`` and ``server_at`` are the latest times on record, ISO 8601 or empty, by
    this device's clock and as the server stated it. ``officers`` are the people it knows.
    """

    revision: str
    check: StoreCheck | None
    last_event_at: str = ""
    server_at: str = ""
    officers: tuple[Officer, ...] = ()


def examine_store(folder: Path, key: bytes, *, thorough: bool = False) -> Examination:
    """Examine the store in ``folder``; ``thorough`` reads every blob as well.

    Raises what :func:`inspector_app.storage.open_store` raises for a store that another process
    has open, a wrong key, a missing or damaged file and a disk that fails.
    """
    with ExitStack() as undo, faults.translated(), faults.disk_errors():
        lock = lock_store(folder)
        undo.callback(lock.release)
        connector = Connector(folder / DATABASE, key)
        known = KeyCheck(folder / "inspector.key-check")
        if known.exists and not known.fits(key):
            raise faults.wrong_key()
        if not connector.path.is_file():
            raise faults.missing()
        connection = connector.connect(query_only=True)
        try:
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if revision != HEAD:
                return Examination(revision, None)
            last = connection.execute(
                "SELECT body FROM journal WHERE origin = 'own' ORDER BY position DESC LIMIT 1"
            ).fetchone()
            server_at = read_state(connection, "server_at")
            officers = read_officers(connection)
        finally:
            connection.close()
        check = check_store(connector, BlobFiles(folder / "blobs", key), thorough=thorough)
        last_at = ""
        with suppress(Defect):  # what cannot be read is told by the check
            last_at = Event.from_body(last[0]).at if last else ""
        return Examination(revision, check, last_at, server_at, officers)
