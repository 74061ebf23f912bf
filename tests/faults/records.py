"""What was recorded and what of it the server has, to hold the invariant against."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import Event, verify_chain
from inspector_app.domain.ports import SyncOutcome
from tests.factory_sync import Bureau, Laptop, visit_events

__all__ = [
    "fresh_events",
    "fresh_visit",
    "hashes",
    "on_server",
    "refusal_of",
    "restore",
    "save",
    "sync",
]

_NUMBERS = itertools.count(1)


def fresh_visit() -> str:
    """The id of a visit nobody has used."""
    return f"f{next(_NUMBERS)}"


def fresh_events(photo: str = "") -> list[Event]:
    """A whole visit nobody has used."""
    return visit_events(fresh_visit(), photo=photo)


def hashes(events: Sequence[Event]) -> list[str]:
    """The hashes by stream and number."""
    return [event.hash for event in sorted(events, key=lambda e: (e.stream, e.seq))]


def on_server(office: Bureau, events: Sequence[Event]) -> list[str]:
    """The hashes of everything the server has in these events' streams; their chains hold."""
    names = ", ".join(f"'{name}'" for name in dict.fromkeys(event.stream for event in events))
    rows = office.rows(f"SELECT stream, seq, body FROM events WHERE stream IN ({names})")
    kept = [Event.from_body(bytes(body)) for *_, body in sorted(rows) if isinstance(body, bytes)]
    assert verify_chain(kept) == ()
    return [event.hash for event in kept]


def sync(laptop: Laptop, office: Bureau) -> SyncOutcome:
    """Synchronise with the server where it runs now, as a freshly started application."""
    return laptop.through(office.url).synchronize()


def refusal_of(laptop: Laptop, office: Bureau) -> str:
    with pytest.raises(UserError) as refusal:
        sync(laptop, office)
    return refusal.value.code


def save(office: Bureau, folder: Path) -> Path:
    """A backup of the server's database, taken while it runs."""
    connection = office.desk.database.engine.raw_connection()
    connection.cursor().execute("VACUUM INTO ?", (str(folder / "server.db"),))
    connection.close()
    return folder / "server.db"


def restore(office: Bureau, backup: Path) -> None:
    """Put the backup back; the blobs stay as they are."""
    office.server.stop()
    office.desk.database.close()
    database = office.desk.settings.folder / "server.db"
    for left in database.parent.glob("server.db-*"):
        left.unlink()
    shutil.copy(backup, database)
    office.server.start()
