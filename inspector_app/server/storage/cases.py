"""Visits as the server holds them: rows for the queue, events, and what blobs they name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from operator import itemgetter

import sqlalchemy as sa

from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import Head
from inspector_app.domain.projection import VisitSummary
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.task import Task
from inspector_app.server.storage.engine import insert
from inspector_app.server.storage.paging import within
from inspector_app.server.storage.schema import (
    aside_blobs,
    blobs,
    events,
    quarantine,
    streams,
    visit_blobs,
    visit_tasks,
    visits,
)
from inspector_app.server.stream_names import read_stream_name
from inspector_app.wire.codec import decode, encode
from inspector_app.wire.journal import EventText
from inspector_app.wire.protocol import PAGE_BYTES
from inspector_app.wire.review import QueueRow

__all__ = [
    "begun_by_another",
    "case_events",
    "keep_summary",
    "lacks",
    "missing_blobs",
    "name_aside",
    "name_blobs",
    "name_tasks",
    "named_by",
    "queue",
    "since",
]

_QUEUE = 500
_EVENTS = 2_000
_FEW = 50


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
    rows: list[QueueRow] = []
    room = PAGE_BYTES
    for row in (row for some in (first, then) for row in some.yield_per(_FEW)):
        room -= len(row.summary)
        if room < 0 and rows:
            break
        visit = decode(row.summary, VisitSummary)
        rows.append(QueueRow(visit=visit, missing_blobs=row.lacking, quarantined=row.aside))
    return tuple(rows)


def case_events(
    connection: sa.Connection, visit_id: str, after: str = ""
) -> tuple[tuple[EventText, ...], str]:
    """A page of the events of the visit's stream, then of its review streams, and where to go on.

    ``after`` is where the page before said to go on, empty = from the start. The second part is
    empty when nothing is left; there are no events at all if the case is unknown.
    """
    wanted = streams.c.visit_id == visit_id
    number, _, stream = after.partition("@")
    if after:
        name = read_stream_name(stream)
        if name is None or not (number.isascii() and number.isdigit() and len(number) < 10):
            raise UserError("case.unknown", "服务器上没有这个案件。", mend="请刷新列表后重试。")
        later = sa.and_(events.c.stream == stream, events.c.seq > int(number))
        of_kind = sa.and_(streams.c.kind == name.kind, sa.or_(events.c.stream > stream, later))
        wanted = sa.and_(wanted, sa.or_(streams.c.kind < name.kind, of_kind))
    asked = (
        sa.select(events.c.stream, events.c.seq, sa.func.length(events.c.body).label("size"))
        .join(streams, streams.c.name == events.c.stream)
        .where(wanted)
        .order_by(streams.c.kind.desc(), events.c.stream, events.c.seq)
        .limit(_EVENTS + 1)
    )
    sized = connection.execute(asked).all()
    here = within(row.size for row in sized[:_EVENTS])
    page = sized[:here]
    last = f"{page[-1].seq}@{page[-1].stream}" if len(sized) > here else ""
    return _texts(connection, [(row.stream, row.seq) for row in page]), last


def since(
    connection: sa.Connection, device: str, heads: Collection[Head], limit: int
) -> tuple[tuple[EventText, ...], bool]:
    """The device's own events beyond these heads, each stream in order, and whether there are more.

    At most ``limit``, and within one page's bytes.
    """
    known = {head.stream: head.seq for head in heads}
    own = connection.execute(
        sa.select(streams.c.name, streams.c.seq)
        .where(streams.c.device == device)
        .order_by(streams.c.name)
    ).all()
    found: list[tuple[str, int]] = []
    room = PAGE_BYTES
    for stream in own:
        start = known.get(stream.name, 0)
        if stream.seq <= start:
            continue
        if len(found) >= limit:
            return _texts(connection, found), True
        sized = connection.execute(
            sa.select(events.c.seq, sa.func.length(events.c.body).label("size"))
            .where(events.c.stream == stream.name, events.c.seq > start)
            .order_by(events.c.seq)
            .limit(limit - len(found))
        ).all()
        here = within((row.size for row in sized), room, at_least=0 if found else 1)
        found += [(stream.name, row.seq) for row in sized[:here]]
        room -= sum(row.size for row in sized[:here])
        if not here or sized[here - 1].seq < stream.seq:
            return _texts(connection, found), True
    return _texts(connection, found), False


def _texts(connection: sa.Connection, wanted: Sequence[tuple[str, int]]) -> tuple[EventText, ...]:
    """These events, by stream and number, in the order given: each stream's numbers ascend."""
    found: list[EventText] = []
    for stream, numbers in groupby(wanted, key=itemgetter(0)):
        asked = [seq for _, seq in numbers]
        rows = connection.execute(
            sa.select(events.c.hash, events.c.body)
            .where(events.c.stream == stream, events.c.seq.between(asked[0], asked[-1]))
            .order_by(events.c.seq)
        )
        found += [EventText(hash=row.hash, body=row.body.decode()) for row in rows]
    return tuple(found)


def name_aside(connection: sa.Connection, device: str, sha256s: Iterable[str]) -> None:
    """Note that events set aside from a device need these blobs."""
    rows = [{"device": device, "sha256": sha256} for sha256 in sha256s]
    if rows:
        connection.execute(insert(connection, aside_blobs).on_conflict_do_nothing(), rows)


def missing_blobs(connection: sa.Connection, device: str, limit: int) -> tuple[str, ...]:
    """Blobs that this device's visits, or its events that were set aside, name and nobody sent."""
    named = _named_by(device).subquery()
    rows = connection.execute(
        sa.select(named.c.sha256)
        .select_from(named.outerjoin(blobs, blobs.c.sha256 == named.c.sha256))
        .where(blobs.c.sha256.is_(None))
        .limit(limit)
    )
    return tuple(rows.scalars())


def lacks(connection: sa.Connection, device: str, sha256: str) -> bool:
    """Whether that blob is one of the device's :func:`missing_blobs`."""
    return (
        sha256 in named_by(connection, device, [sha256])
        and not connection.execute(
            sa.select(blobs.c.sha256).where(blobs.c.sha256 == sha256)
        ).first()
    )


def named_by(connection: sa.Connection, device: str, sha256s: Collection[str]) -> set[str]:
    """Those of the blobs that this device's visits, or its events that were set aside, name."""
    named = _named_by(device).subquery()
    rows = connection.execute(sa.select(named.c.sha256).where(named.c.sha256.in_(sha256s)))
    return set(rows.scalars())


def _named_by(device: str) -> sa.CompoundSelect[tuple[str]]:
    of_visits = (
        sa.select(visit_blobs.c.sha256)
        .join(visits, visits.c.visit_id == visit_blobs.c.visit_id)
        .where(visits.c.device == device)
    )
    return of_visits.union(sa.select(aside_blobs.c.sha256).where(aside_blobs.c.device == device))


def name_tasks(connection: sa.Connection, visit_id: str, tasks: Iterable[Task]) -> None:
    """Note which tasks a visit is about."""
    rows = [{"visit_id": visit_id, "task_id": task.id} for task in tasks]
    if rows:
        connection.execute(insert(connection, visit_tasks).on_conflict_do_nothing(), rows)


def begun_by_another(connection: sa.Connection, task_id: str, visit_id: str, device: str) -> bool:
    """Whether another device's visit came in about that task before this visit did."""
    first = (events.c.stream == streams.c.name) & (events.c.seq == 1)
    came = (
        sa.select(events.c.received_at)
        .select_from(streams.join(events, first))
        .where(streams.c.visit_id == visit_id, streams.c.kind == "visit")
        .scalar_subquery()
    )
    others = (
        sa.select(streams.c.name)
        .select_from(
            visit_tasks.join(streams, streams.c.visit_id == visit_tasks.c.visit_id).join(
                events, first
            )
        )
        .where(
            visit_tasks.c.task_id == task_id,
            streams.c.kind == "visit",
            streams.c.device != device,
            events.c.received_at < came,
        )
    )
    return connection.execute(others.limit(1)).first() is not None
