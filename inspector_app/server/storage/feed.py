"""The feed: rows in one order; each subject's latest row speaks, older ones fall silent."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import msgspec
import sqlalchemy as sa

from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Officer
from inspector_app.server.storage.devices import Device
from inspector_app.server.storage.paging import within
from inspector_app.server.storage.schema import feed
from inspector_app.wire.codec import decode, encode
from inspector_app.wire.feed import (
    EnterpriseItem,
    FeedItem,
    FeedPage,
    NumberBlockItem,
    OfficerItem,
    PackItem,
    ReviewItem,
    TaskItem,
    TaskWithdrawnItem,
)

__all__ = [
    "Announcement",
    "announce",
    "bodies",
    "officers",
    "page",
    "task_told",
    "told_of",
    "withdraw_task",
    "withdrawn_tasks",
]

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Announcement:
    """An item for all devices, or for the one named in ``device``."""

    item: FeedItem
    device: str = ""


def announce(connection: sa.Connection, told: Iterable[Announcement], at: str) -> None:
    """Append items; what was said before of the same subjects falls silent."""
    for some in _batches(told):
        rows = [
            {
                "tag": secrets.token_hex(4),
                "kind": str(one.item.__struct_config__.tag),
                "subject": _subject(one.item),
                "audience": one.device,
                "at": at,
                "body": encode(one.item),
            }
            for one in some
        ]
        by_kind: dict[str, list[str]] = {}
        for row in rows:
            by_kind.setdefault(str(row["kind"]), []).append(str(row["subject"]))
        for kind, subjects in by_kind.items():
            connection.execute(
                feed.update()
                .where(feed.c.kind == kind, feed.c.subject.in_(subjects), feed.c.body.is_not(None))
                .values(body=None)
            )
        connection.execute(feed.insert(), rows)


def task_told(connection: sa.Connection, task_id: str) -> Announcement | None:
    """The task as last announced, None if it is unknown or was taken back."""
    return _told(connection, TaskItem, task_id)


def told_of(
    connection: sa.Connection, item: OfficerItem | EnterpriseItem | TaskItem
) -> Announcement | None:
    """What was last announced of the item's subject, None if nothing that still speaks."""
    return _told(connection, type(item), _subject(item))


def bodies(connection: sa.Connection, kind: str) -> Iterator[bytes]:
    """Everything of a kind that still speaks, as JSON, a few at a time."""
    asked = sa.select(feed.c.body).where(feed.c.kind == kind, feed.c.body.is_not(None))
    yield from connection.execute(asked).yield_per(_AT_ONCE).scalars()


def withdrawn_tasks(connection: sa.Connection) -> frozenset[str]:
    """The ids of tasks that were taken back, done or not."""
    asked = sa.select(feed.c.subject).where(
        feed.c.kind == "task_withdrawn", feed.c.body.is_not(None)
    )
    return frozenset(connection.execute(asked).scalars())


def withdraw_task(connection: sa.Connection, told: Announcement, at: str) -> None:
    """Tell everyone who was given this task that it is no longer to be done."""
    task_id = _subject(told.item)
    connection.execute(
        feed.update().where(feed.c.kind == "task", feed.c.subject == task_id).values(body=None)
    )
    announce(connection, [Announcement(TaskWithdrawnItem(task_id), told.device)], at)


def page(connection: sa.Connection, device: Device, cursor: str, at: str) -> FeedPage:
    """What this device has not been told after ``cursor``.

    ``UserError`` (feed.cursor) if the cursor is not one of this database as it is now: it was
    restored from a backup, and the device must begin anew with an empty cursor.
    """
    start = _check(connection, cursor)
    newest = connection.execute(sa.select(sa.func.max(feed.c.seq))).scalar() or 0
    told = (feed.c.seq > start) & feed.c.audience.in_(("", device.id)) & feed.c.body.is_not(None)
    sized = connection.execute(
        sa.select(feed.c.seq, sa.func.length(feed.c.body).label("size"))
        .where(told)
        .order_by(feed.c.seq)
        .limit(_AT_ONCE + 1)
    ).all()
    here = within(row.size for row in sized[:_AT_ONCE])
    more = len(sized) > here
    end = sized[here - 1].seq if more else newest
    bodies = connection.execute(
        sa.select(feed.c.body).where(told, feed.c.seq <= end).order_by(feed.c.seq)
    ).scalars()
    return FeedPage(
        items=tuple(msgspec.Raw(body) for body in bodies),
        cursor=_cursor(connection, end),
        more=more,
        server_at=at,
    )


def officers(connection: sa.Connection) -> tuple[Officer, ...]:
    """All officers as last announced."""
    rows = connection.execute(
        sa.select(feed.c.body)
        .where(feed.c.kind == "officer", feed.c.body.is_not(None))
        .order_by(feed.c.subject)
    )
    return tuple(decode(row.body, OfficerItem).officer for row in rows)


def _told(
    connection: sa.Connection,
    kind: type[OfficerItem | EnterpriseItem | TaskItem],
    subject: str,
) -> Announcement | None:
    row = connection.execute(
        sa.select(feed.c.audience, feed.c.body).where(
            feed.c.kind == kind.__struct_config__.tag,
            feed.c.subject == subject,
            feed.c.body.is_not(None),
        )
    ).one_or_none()
    return None if row is None else Announcement(decode(row.body, kind), row.audience)


def _cursor(connection: sa.Connection, seq: int) -> str:
    tag = connection.execute(sa.select(feed.c.tag).where(feed.c.seq == seq)).scalar()
    return f"{seq}.{tag}" if tag else ""


def _check(connection: sa.Connection, cursor: str) -> int:
    if not cursor:
        return 0
    number, _, tag = cursor.partition(".")
    seq = int(number) if number.isascii() and number.isdigit() and len(number) < 18 else -1
    here = connection.execute(sa.select(feed.c.tag).where(feed.c.seq == seq)).scalar()
    if here is None or here != tag:
        raise UserError(
            "feed.cursor",
            "服务器数据曾恢复到较早的备份，需要重新下载任务和档案。",
            safe="本机记录未受影响。",
            mend="同步会自动从头下载。",
        )
    return seq


def _subject(item: FeedItem) -> str:
    match item:
        case EnterpriseItem(enterprise):
            return enterprise.id
        case TaskItem(task):
            return task.id
        case TaskWithdrawnItem(task_id):
            return task_id
        case OfficerItem(officer):
            return officer.id
        case ReviewItem(event):
            return event.hash
        case NumberBlockItem(block):
            return block.id
        case PackItem(id=pack_id):
            return pack_id


def _batches(told: Iterable[Announcement]) -> Iterator[list[Announcement]]:
    rest = iter(told)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
