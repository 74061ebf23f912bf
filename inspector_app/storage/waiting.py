"""What waits to be sent: which blobs a stream needs, and the counts the status bar shows."""

from __future__ import annotations

import re
from typing import Any

from inspector_app.domain.ports import BlobRef, OutboxState
from inspector_app.storage.rows import Prepared, insertion, upsert

__all__ = [
    "COUNT_PENDING",
    "PENDING",
    "add_need",
    "named_blobs",
    "needed_blobs",
    "outbox_state",
    "read_state",
    "write_state",
]

_SHA256 = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")

_ADD_BLOB = insertion(
    "blobs", ["sha256", "size", "kind", "media_type", "uploaded"], "ON CONFLICT (sha256) DO NOTHING"
)
_BLOB_ID = Prepared("SELECT id FROM blobs WHERE sha256 = ?")
_ADD_NEED = insertion("blob_needs", ["blob", "stream"], "ON CONFLICT DO NOTHING")

# A position waits if it lies above the server's high-water and is not set aside, or lies below and
# was released from quarantine. So an acknowledgement changes one row, however many events it is for.
_HIGH_WATER = "(SELECT acknowledged FROM lineages ORDER BY id DESC LIMIT 1)"
PENDING = f"""
    SELECT position FROM outbox
    WHERE position > {_HIGH_WATER}
      AND position NOT IN (SELECT position FROM quarantine WHERE NOT released)
    UNION ALL
    SELECT position FROM quarantine WHERE released AND position <= {_HIGH_WATER}
"""  # noqa: S608 - our own constants
# Positions have no gap, so what waits is counted without looking at each.
COUNT_PENDING = f"""
    SELECT coalesce((SELECT max(position) FROM outbox), 0) - {_HIGH_WATER}
    - (SELECT count(*) FROM quarantine WHERE NOT released AND position > {_HIGH_WATER})
    + (SELECT count(*) FROM quarantine WHERE released AND position <= {_HIGH_WATER})
"""  # noqa: S608
_COUNT_ASIDE = "SELECT count(*) FROM quarantine WHERE NOT released"
_WAITING = Prepared("""
    SELECT count(*), total(size), total(kind = 'photo') FROM blobs WHERE uploaded IS 0
""")
_WRITE = upsert("sync_state", ["name"], ["name", "value"])
_READ = Prepared("SELECT value FROM sync_state WHERE name = ?")


def add_need(driver: Any, ref: BlobRef, stream: str) -> None:
    """``stream`` needs this blob; a new one waits to be uploaded."""
    _ADD_BLOB(driver, ref.sha256, ref.size, ref.kind, ref.media_type, 0)
    blob = _BLOB_ID(driver, ref.sha256).fetchone()[0]
    _ADD_NEED(driver, blob, stream)


def needed_blobs(driver: Any) -> frozenset[str]:
    """The SHA-256 of every blob some stream needs."""
    return frozenset(row[0] for row in driver.execute("SELECT sha256 FROM blobs"))


def named_blobs(driver: Any, candidates: frozenset[str]) -> frozenset[str]:
    """Which of the candidates an event names: one that came back from the server has no row."""
    named: set[str] = set()
    if candidates:
        for (body,) in driver.execute("SELECT body FROM journal"):
            named.update(candidates.intersection(map(bytes.decode, _SHA256.findall(body))))
    return frozenset(named)


def outbox_state(driver: Any) -> OutboxState:
    """The counts of what waits, and how the last synchronisation ended."""
    blobs, size, photos = _WAITING(driver).fetchone()
    return OutboxState(
        events=driver.execute(COUNT_PENDING).fetchone()[0],
        blobs=blobs,
        blob_bytes=int(size),
        photos=int(photos),
        quarantined=driver.execute(_COUNT_ASIDE).fetchone()[0],
        last_sync=read_state(driver, "last_sync"),
        last_error=read_state(driver, "last_error"),
    )


def read_state(driver: Any, name: str) -> str:
    """A value of synchronisation: cursor, server_at, last_sync, last_error; "" if unset."""
    row = _READ(driver, name).fetchone()
    return row[0] if row else ""


def write_state(driver: Any, name: str, value: str) -> None:
    """Store such a value."""
    _WRITE(driver, name, value)
