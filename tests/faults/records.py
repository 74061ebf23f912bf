"""What was recorded and what of it the server has, to hold the invariant against."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from inspector_app.domain.journal import Event, verify_chain
from tests.factory_sync import Bureau, visit_events

__all__ = ["fresh_visit", "hashes", "on_server"]

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
