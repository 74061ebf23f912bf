"""Rows of the journal: lineages, streams, events, what was set aside, signed heads."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from inspector_app.domain.journal import Event, Head, SignedHead
from inspector_app.server.storage.engine import insert
from inspector_app.server.storage.schema import (
    events,
    lineages,
    quarantine,
    signed_heads,
    streams,
)
from inspector_app.wire.hello import HighWater
from inspector_app.wire.journal import Entry

__all__ = [
    "LineageRow",
    "SetAside",
    "StreamRow",
    "add_events",
    "codes_aside",
    "known_hashes",
    "lineage",
    "move_lineage",
    "move_streams",
    "resolve",
    "set_aside",
    "stored_events",
    "streams_named",
    "streams_of_visit",
]


@dataclass(frozen=True, slots=True)
class LineageRow:
    """How far the server has a lineage, and whose it is."""

    id: str
    device: str
    high_water: HighWater


@dataclass(frozen=True, slots=True)
class StreamRow:
    """A stream: whose it is and its head. ``kind`` is visit or review."""

    head: Head
    kind: str
    visit_id: str
    device: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """An entry that was refused, and why; ``detail`` is told to the device and not kept."""

    entry: Entry
    code: str
    detail: str = ""


def lineage(connection: sa.Connection, lineage_id: str) -> LineageRow | None:
    """The lineage, None if unknown."""
    row = connection.execute(sa.select(lineages).where(lineages.c.id == lineage_id)).one_or_none()
    if row is None:
        return None
    return LineageRow(row.id, row.device, HighWater(position=row.position, hash=row.hash))


def move_lineage(connection: sa.Connection, row: LineageRow, at: str) -> None:
    """Note how far the server has the lineage."""
    told = {"position": row.high_water.position, "hash": row.high_water.hash, "updated_at": at}
    statement = insert(connection, lineages).values(id=row.id, device=row.device, **told)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=told))


def streams_named(connection: sa.Connection, names: Collection[str]) -> dict[str, StreamRow]:
    """Those of the streams that exist."""
    return _streams(connection, streams.c.name.in_(names))


def streams_of_visit(connection: sa.Connection, visit_id: str, kind: str) -> dict[str, StreamRow]:
    """The streams of that kind about a visit."""
    return _streams(connection, sa.and_(streams.c.visit_id == visit_id, streams.c.kind == kind))


def move_streams(connection: sa.Connection, rows: Iterable[StreamRow]) -> None:
    """Keep the streams' heads."""
    told = [
        {
            "name": row.head.stream,
            "kind": row.kind,
            "visit_id": row.visit_id,
            "device": row.device,
            "seq": row.head.seq,
            "hash": row.head.hash,
        }
        for row in rows
    ]
    if told:
        statement = insert(connection, streams)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["name"],
                set_={"seq": statement.excluded.seq, "hash": statement.excluded.hash},
            ),
            told,
        )


def known_hashes(connection: sa.Connection, hashes: Collection[str]) -> set[str]:
    """Those of the hashes whose events are in the journal."""
    return set(
        connection.execute(sa.select(events.c.hash).where(events.c.hash.in_(hashes))).scalars()
    )


def codes_aside(connection: sa.Connection, hashes: Collection[str], device: str) -> dict[str, str]:
    """Why those of the hashes that were set aside for this device once were, by hash."""
    asked = sa.select(quarantine.c.hash, quarantine.c.code).where(
        quarantine.c.hash.in_(hashes), quarantine.c.device == device
    )
    return {row.hash: row.code for row in connection.execute(asked)}


def is_blocked(connection: sa.Connection, stream: str) -> bool:
    """Whether an event of the stream was set aside and still is."""
    asked = sa.select(quarantine.c.id).where(
        quarantine.c.stream == stream, quarantine.c.resolved_at == ""
    )
    return connection.execute(asked.limit(1)).first() is not None


def add_events(
    connection: sa.Connection, added: Iterable[Event], device: str, received_at: str
) -> None:
    """Insert events; the unique constraints refuse a second one of a number or hash."""
    rows = [
        {
            "stream": event.stream,
            "seq": event.seq,
            "hash": event.hash,
            "type": event.type,
            "device": device,
            "received_at": received_at,
            "body": event.body,
        }
        for event in added
    ]
    if rows:
        connection.execute(events.insert(), rows)


def set_aside(
    connection: sa.Connection, refused: Iterable[SetAside], device: str, lineage_id: str, at: str
) -> None:
    """Keep refused entries; one that was refused before keeps its row and its reason."""
    rows = [
        {
            "stream": one.entry.stream,
            "seq": one.entry.seq,
            "hash": one.entry.hash,
            "device": device,
            "lineage": lineage_id,
            "position": one.entry.position,
            "code": one.code,
            "received_at": at,
            "body": one.entry.body.encode(),
        }
        for one in refused
    ]
    if rows:
        connection.execute(insert(connection, quarantine).on_conflict_do_nothing(), rows)


def resolve(connection: sa.Connection, hashes: Collection[str], at: str) -> None:
    """Events once set aside were accepted after all."""
    connection.execute(
        quarantine.update()
        .where(quarantine.c.hash.in_(hashes), quarantine.c.resolved_at == "")
        .values(resolved_at=at)
    )


def stored_events(connection: sa.Connection, names: Collection[str]) -> list[Event]:
    """All events of these streams, each stream in order."""
    rows = connection.execute(
        sa.select(events.c.body, events.c.hash)
        .where(events.c.stream.in_(names))
        .order_by(events.c.stream, events.c.seq)
    )
    # Verified when they came in: working the canonical form out again would be most of the time.
    return [Event(**json.loads(row.body), hash=row.hash, body=row.body) for row in rows]


def holds(connection: sa.Connection, head: Head) -> bool:
    """Whether the journal has exactly this event."""
    asked = sa.select(events.c.hash).where(events.c.stream == head.stream, events.c.seq == head.seq)
    return connection.execute(asked).scalar() == head.hash


def add_signed_head(connection: sa.Connection, signed: SignedHead, at: str) -> None:
    """Keep a verified signed head; the same one again changes nothing."""
    statement = insert(connection, signed_heads).values(
        stream=signed.head.stream,
        seq=signed.head.seq,
        hash=signed.head.hash,
        device=signed.device,
        key_id=signed.key_id,
        at=signed.at,
        signature=signed.signature,
        received_at=at,
    )
    connection.execute(statement.on_conflict_do_nothing())


def _streams(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> dict[str, StreamRow]:
    rows = connection.execute(sa.select(streams).where(condition))
    return {
        row.name: StreamRow(Head(row.name, row.seq, row.hash), row.kind, row.visit_id, row.device)
        for row in rows
    }
