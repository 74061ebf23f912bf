"""Visits as the server holds them: rows for the queue, events, and what blobs they name."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import sqlalchemy as sa

from inspector_app.domain.journal import Head
from inspector_app.domain.projection import VisitSummary
from inspector_app.domain.review import ReviewStatus
from inspector_app.server.storage.engine import insert
from inspector_app.server.storage.schema import (
    blobs,
    events,
    quarantine,
    streams,
    visit_blobs,
    visits,
)
from inspector_app.wire.codec import decode, encode
from inspector_app.wire.journal import EventText
from inspector_app.wire.review import QueueRow

__all__ = ["case_events", "keep_summary", "missing_blobs", "name_blobs", "queue", "since"]

_QUEUE = 500


def keep_summary(connection: sa.Connection, summary: VisitSummary, device: str) -> None:
    """Keep the visit's row as it is now."""
    told = {
        "submitted_round": summary.submitted_round,
        "review": summary.review.value,
        "updated_at": summary.updated_at,
        "summary": encode(summary),
    }
    statement = insert(connection, visits).values(visit_id=summary.visit_id, device=device, **told)
    connection.execute(statement.on_conflict_do_update(index_elements=["visit_id"], set_=told))


def name_blobs(connection: sa.Connection, named: Iterable[tuple[str, str]]) -> None:
    """Note that visits need blobs: pairs of visit id and SHA-256."""
    rows = [{"visit_id": visit_id, "sha256": sha256} for visit_id, sha256 in named]
    if rows:
        connection.execute(insert(connection, visit_blobs).on_conflict_do_nothing(), rows)


def queue(connection: sa.Connection) -> tuple[QueueRow, ...]:
    """Submitted visits: waiting first, the longest waiting first; then the latest decided."""
    waiting = visits.c.review == ReviewStatus.WAITING.value
    lacking = (
        sa.select(sa.func.count())
        .select_from(visit_blobs.outerjoin(blobs, blobs.c.sha256 == visit_blobs.c.sha256))
        .where(visit_blobs.c.visit_id == visits.c.visit_id, blobs.c.sha256.is_(None))
        .scalar_subquery()
    )
    aside = (
        sa.select(sa.func.count())
        .select_from(quarantine.join(streams, streams.c.name == quarantine.c.stream))
        .where(streams.c.visit_id == visits.c.visit_id, quarantine.c.resolved_at == "")
        .scalar_subquery()
    )
    asked = sa.select(visits.c.summary, lacking.label("lacking"), aside.label("aside"))
    first = connection.execute(asked.where(waiting).order_by(visits.c.updated_at).limit(_QUEUE))
    then = connection.execute(
        asked.where(~waiting, visits.c.submitted_round > 0)
        .order_by(visits.c.updated_at.desc())
        .limit(_QUEUE)
    )
    return tuple(
        QueueRow(
            visit=decode(row.summary, VisitSummary),
            missing_blobs=row.lacking,
            quarantined=row.aside,
        )
        for row in (*first, *then)
    )


def case_events(connection: sa.Connection, visit_id: str) -> tuple[EventText, ...]:
    """All events of the visit's stream, then of its review streams; empty if unknown."""
    rows = connection.execute(
        sa.select(events.c.hash, events.c.body)
        .join(streams, streams.c.name == events.c.stream)
        .where(streams.c.visit_id == visit_id)
        .order_by(streams.c.kind.desc(), events.c.stream, events.c.seq)
    )
    return tuple(_text(row.hash, row.body) for row in rows)


def since(
    connection: sa.Connection, device: str, heads: Collection[Head], limit: int
) -> tuple[EventText, ...]:
    """The device's own events beyond these heads, each stream in order; at most ``limit``."""
    known = {head.stream: head.seq for head in heads}
    own = connection.execute(
        sa.select(streams.c.name, streams.c.seq)
        .where(streams.c.device == device)
        .order_by(streams.c.name)
    ).all()
    found: list[EventText] = []
    for stream in own:
        start = known.get(stream.name, 0)
        if stream.seq <= start:
            continue
        rows = connection.execute(
            sa.select(events.c.hash, events.c.body)
            .where(events.c.stream == stream.name, events.c.seq > start)
            .order_by(events.c.seq)
            .limit(limit - len(found))
        )
        found.extend(_text(row.hash, row.body) for row in rows)
        if len(found) >= limit:
            break
    return tuple(found)


def missing_blobs(connection: sa.Connection, device: str, limit: int) -> tuple[str, ...]:
    """Blobs that this device's visits name and nobody has uploaded."""
    rows = connection.execute(
        sa.select(visit_blobs.c.sha256)
        .distinct()
        .select_from(
            visit_blobs.join(visits, visits.c.visit_id == visit_blobs.c.visit_id).outerjoin(
                blobs, blobs.c.sha256 == visit_blobs.c.sha256
            )
        )
        .where(visits.c.device == device, blobs.c.sha256.is_(None))
        .limit(limit)
    )
    return tuple(rows.scalars())


def _text(digest: str, body: bytes) -> EventText:
    return EventText(hash=digest, body=body.decode())
