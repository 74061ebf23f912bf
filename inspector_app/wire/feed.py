"""The feed: what the server tells a device, in one order, behind one cursor.

Items are told apart by ``kind``. Applying one twice changes nothing; a kind that the device does
not know (a newer server) is passed over by decoding item by item.
"""

from __future__ import annotations

import msgspec

from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.errors import Defect
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer
from inspector_app.domain.task import Task
from inspector_app.wire.journal import EventText

__all__ = [
    "EnterpriseItem",
    "FeedItem",
    "FeedPage",
    "NumberBlockItem",
    "OfficerItem",
    "PackItem",
    "ReviewItem",
    "TaskItem",
    "TaskWithdrawnItem",
    "read_item",
]


class _Item(msgspec.Struct, frozen=True, tag_field="kind"):
    """Base of the items."""


class EnterpriseItem(_Item, frozen=True, tag="enterprise"):
    """An enterprise's file as it is now."""

    enterprise: Enterprise


class TaskItem(_Item, frozen=True, tag="task"):
    """A task as it is now."""

    task: Task


class TaskWithdrawnItem(_Item, frozen=True, tag="task_withdrawn"):
    """A task that is no longer to be done: taken back, or done by another device."""

    task_id: str


class OfficerItem(_Item, frozen=True, tag="officer"):
    """An officer as they are now."""

    officer: Officer


class ReviewItem(_Item, frozen=True, tag="review"):
    """A reviewer's event about a visit of this device."""

    event: EventText


class NumberBlockItem(_Item, frozen=True, tag="number_block"):
    """A leased block of numbers."""

    block: NumberBlock


class PackItem(_Item, frozen=True, tag="pack"):
    """A pack edition; ``body`` is the packed bytes, trusted only by its own signature."""

    id: str
    version: str
    digest: str
    body: bytes


FeedItem = (
    EnterpriseItem
    | TaskItem
    | TaskWithdrawnItem
    | OfficerItem
    | ReviewItem
    | NumberBlockItem
    | PackItem
)


class _Kind(msgspec.Struct, frozen=True):
    kind: str


_KNOWN = frozenset(
    str(item.__struct_config__.tag)
    for item in (
        EnterpriseItem,
        TaskItem,
        TaskWithdrawnItem,
        OfficerItem,
        ReviewItem,
        NumberBlockItem,
        PackItem,
    )
)


class FeedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page: items in order, and where to go on. ``cursor`` is opaque; empty starts anew."""

    items: tuple[msgspec.Raw, ...]
    cursor: str
    more: bool
    server_at: str


def read_item(raw: msgspec.Raw) -> FeedItem | None:
    """The item, or None for a kind this build does not know; ``Defect`` for a malformed one."""
    try:
        if msgspec.json.decode(raw, type=_Kind).kind not in _KNOWN:
            return None
        item: FeedItem = msgspec.json.decode(raw, type=FeedItem)
    except msgspec.DecodeError as problem:
        raise Defect("wire.feed_item", "服务器下发的一条数据格式不符，已略过。") from problem
    return item
