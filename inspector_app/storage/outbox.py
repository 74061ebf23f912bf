"""The port ``Outbox``: own events by position, what the server holds, what is set aside."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Head
from inspector_app.domain.ports import OutboxEntry
from inspector_app.domain.sync_ports import Lineage, QuarantinedEvent
from inspector_app.storage.numbers import give_up_all_blocks
from inspector_app.storage.rows import Prepared, insertion
from inspector_app.storage.waiting import COUNT_PENDING, PENDING, write_state

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore

__all__ = ["SqlOutbox", "add_lineage", "current_lineage", "set_aside"]

_ADD_LINEAGE = insertion("lineages", ["name", "device", "started_at", "acknowledged", "receipt"])
_LINEAGE = Prepared("SELECT id, name, device, started_at FROM lineages ORDER BY id DESC")
_LAST = Prepared("SELECT max(position) FROM outbox")
_EVENT_AT = Prepared("""
    SELECT j.stream, j.seq, j.hash, j.body
    FROM outbox AS o JOIN journal AS j ON j.position = o.journal
    WHERE o.position = ?
""")
_RENUMBER = """
    INSERT INTO outbox (position, journal)
    SELECT row_number() OVER (ORDER BY position), position FROM journal WHERE origin = 'own'
"""
# Walked only as far as asked, however many wait.
_PENDING = f"{PENDING} ORDER BY position"
_ACKNOWLEDGE = Prepared(
    "UPDATE lineages SET acknowledged = max(acknowledged, ?), receipt = ? WHERE id = ?"
)
_REARM = Prepared("UPDATE lineages SET acknowledged = min(acknowledged, ?) WHERE id = ?")
_SET_ASIDE = insertion(
    "quarantine",
    ["position", "stream", "seq", "hash", "reason", "body", "released"],
    """
    ON CONFLICT (position, stream, seq, hash)
    DO UPDATE SET reason = excluded.reason, released = excluded.released
    """,
)
_DROP_RELEASED = Prepared(
    "DELETE FROM quarantine WHERE position > ? AND position <= ? AND released IS 1"
)
_DROP_OWN = Prepared("DELETE FROM quarantine WHERE position > ?")
_RELEASE = Prepared("""
    UPDATE quarantine SET released = ? WHERE position = ? AND position > ? AND released IS 0
""")
_ASIDE = Prepared("""
    SELECT position, stream, seq, hash, reason, body FROM quarantine WHERE released IS 0 ORDER BY id
""")


def add_lineage(driver: Any, device: str, at: str) -> int:
    """A new current lineage; its row number."""
    return int(_ADD_LINEAGE(driver, str(uuid.uuid4()), device, at, 0, b"").lastrowid)


def current_lineage(driver: Any) -> tuple[int, str] | None:
    """Row number and device of the current lineage, None in a new database."""
    row = _LINEAGE(driver).fetchone()
    return (row[0], row[2]) if row else None


def set_aside(driver: Any, position: int, event: tuple[str, int, str, bytes], reason: str) -> None:
    """Quarantine an event given as (stream, seq, hash, body); again = the newer reason."""
    stream, seq, digest, body = event
    _SET_ASIDE(driver, position, stream, seq, digest, reason, body, 0)


def _set_own_aside(driver: Any, position: int, reason: str) -> None:
    row = _EVENT_AT(driver, position).fetchone()
    if row is None:
        raise KeyError(position)
    set_aside(driver, position, row, reason)


class SqlOutbox:
    """Each call is one short transaction of its own."""

    def __init__(self, store: LaptopStore) -> None:
        self._store = store

    def lineage(self) -> Lineage:
        """The current lineage."""
        with self._store.read() as reading:
            return _lineage(reading.session.driver)

    def start_new_lineage(self, at: str, *, device: str = "") -> Lineage:
        """Number every own event afresh from 1, all pending; leased numbers are given up.

        ``device`` is given where the database has come to another device.
        """
        with self._store.begin() as uow:
            driver = uow.session.driver
            uow.begin_lineage(add_lineage(driver, device or _lineage(driver).device, at))
            _DROP_OWN(driver, 0)
            driver.execute("DELETE FROM outbox")
            driver.execute(_RENUMBER)
            give_up_all_blocks(driver)
            return _lineage(driver)

    def hash_at(self, position: int) -> str:
        """The hash of the event at this position of the lineage; empty if there is none."""
        with self._store.read() as reading:
            row = _EVENT_AT(reading.session.driver, position).fetchone()
            return row[2] if row else ""

    def heads(self) -> tuple[Head, ...]:
        """The heads of all streams, own and received, by name."""
        with self._store.read() as reading:
            return reading.streams("")

    def pending_events(
        self, limit: int = 100, max_bytes: int = 1_000_000
    ) -> tuple[OutboxEntry, ...]:
        """The lowest pending positions within both limits, but always at least one."""
        batch: list[OutboxEntry] = []
        size = 0
        with self._store.read() as reading:
            driver = reading.session.driver
            for (position,) in driver.execute(_PENDING):
                entry = OutboxEntry(position, *_EVENT_AT(driver, position).fetchone())
                size += len(entry.body)
                if len(batch) == limit or (batch and size > max_bytes):
                    break
                batch.append(entry)
        return tuple(batch)

    def acknowledge(
        self,
        lineage: str,
        high_water: int,
        receipt: bytes,
        server_at: str,
        refused: Mapping[int, str] | None = None,
    ) -> None:
        """The server holds every position up to ``high_water``, except ``refused``."""
        with self._store.begin() as uow:
            driver = uow.session.driver
            current = _lineage(driver)
            if lineage != current.id or high_water > current.last:
                raise Defect(
                    "sync.acknowledge",
                    "服务器的回执与本机的记录对不上，没有采用。",
                    safe="待上传的记录仍在本机，没有丢失。",
                    mend="下次同步会重新核对；如再次出现，请联系技术人员。",
                    facts={"high_water": high_water, "last": current.last},
                )
            for position, reason in (refused or {}).items():
                _set_own_aside(driver, position, reason)
            _DROP_RELEASED(driver, 0, high_water)
            _ACKNOWLEDGE(driver, high_water, receipt, uow.lineage)
            write_state(driver, "server_at", server_at)

    def rearm(self, from_position: int) -> int:
        """Acknowledged positions from this one on are pending again; returns how many."""
        with self._store.begin() as uow:
            driver = uow.session.driver
            before = driver.execute(COUNT_PENDING).fetchone()[0]
            _REARM(driver, max(from_position, 1) - 1, uow.lineage)
            # What was released and lies above is pending anyway now.
            return int(driver.execute(COUNT_PENDING).fetchone()[0] - before)

    def quarantine(self, position: int, reason: str) -> None:
        """Set one own event aside. ``KeyError`` if there is no such position."""
        with self._store.begin() as uow:
            _set_own_aside(uow.session.driver, position, reason)

    def quarantined(self) -> tuple[QuarantinedEvent, ...]:
        """All events set aside, own and received, in the order they were."""
        with self._store.read() as reading:
            return tuple(QuarantinedEvent(*row) for row in _ASIDE(reading.session.driver))

    def release(self, position: int) -> None:
        """A quarantined own event is pending again. ``KeyError`` if it is not quarantined."""
        with self._store.begin() as uow:
            if _RELEASE(uow.session.driver, 1, position, 0).rowcount != 1:
                raise KeyError(position)


def _lineage(driver: Any) -> Lineage:
    _, name, device, started_at = _LINEAGE(driver).fetchone()
    last = _LAST(driver).fetchone()[0] or 0
    first_pending = driver.execute(_PENDING).fetchone()
    acknowledged = last if first_pending is None else first_pending[0] - 1
    return Lineage(name, device, started_at, last, acknowledged)
