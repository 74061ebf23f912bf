"""What waits to be sent: which blobs a stream needs, and the counts the status bar shows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from inspector_app.domain.ports import BlobRef, OutboxState
from inspector_app.storage import schema
from inspector_app.storage.rows import Prepared

__all__ = [
    "COUNT_PENDING",
    "PENDING",
    "add_need",
    "needed_blobs",
    "outbox_state",
    "read_state",
    "write_state",
]

_b, _n = schema.blobs, schema.blob_needs

_ADD_BLOB = Prepared(
    insert(_b).on_conflict_do_nothing(index_elements=["sha256"]),
    ["sha256", "size", "kind", "media_type", "uploaded"],
)
_BLOB_ID = Prepared(select(_b.c.id).where(_b.c.sha256 == bindparam("of")))
_ADD_NEED = Prepared(insert(_n).on_conflict_do_nothing(), ["blob", "stream"])

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
_WAITING = Prepared(
    select(
        func.count(_b.c.id), func.total(_b.c.size), func.total(_b.c.kind == bindparam("photo"))
    ).where(_b.c.uploaded.is_(False))
)

_put_state = insert(schema.sync_state)
_WRITE = Prepared(
    _put_state.on_conflict_do_update(
        index_elements=["name"], set_={"value": _put_state.excluded.value}
    ),
    ["name", "value"],
)
_READ = Prepared(
    select(schema.sync_state.c.value).where(schema.sync_state.c.name == bindparam("of"))
)


def add_need(driver: Any, ref: BlobRef, stream: str) -> None:
    """``stream`` needs this blob; a new one waits to be uploaded."""
    _ADD_BLOB(driver, ref.sha256, ref.size, ref.kind, ref.media_type, 0)
    blob = _BLOB_ID(driver, ref.sha256).fetchone()[0]
    _ADD_NEED(driver, blob, stream)


def needed_blobs(driver: Any) -> frozenset[str]:
    """The SHA-256 of every blob some stream needs."""
    return frozenset(row[0] for row in driver.execute("SELECT sha256 FROM blobs"))


def outbox_state(driver: Any) -> OutboxState:
    """The counts of what waits, and how the last synchronisation ended."""
    blobs, size, photos = _WAITING(driver, "photo").fetchone()
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
