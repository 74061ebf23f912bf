"""Feed items as the store takes them."""

from __future__ import annotations

import logging
from collections.abc import Iterable

import msgspec

from inspector_app.domain.checklist import PackRef
from inspector_app.domain.errors import Defect
from inspector_app.domain.sync_ports import FeedItem, ReceivedPack, TaskWithdrawn
from inspector_app.wire.feed import (
    EnterpriseItem,
    NumberBlockItem,
    OfficerItem,
    PackItem,
    ReviewItem,
    TaskItem,
    TaskWithdrawnItem,
    read_item,
)

__all__ = ["items_of"]

_LOG = logging.getLogger(__name__)


def items_of(page: Iterable[msgspec.Raw]) -> list[FeedItem]:
    """The items of a page. One that cannot be read is logged and passed over: it blocks nothing,
    and its subject comes again when the server next has something to say about it.
    """
    items: list[FeedItem] = []
    for raw in page:
        try:
            item = _item(raw)
        except Defect as defect:
            _LOG.warning("feed item passed over: %s", defect.code)
            continue
        if item is not None:
            items.append(item)
    return items


def _item(raw: msgspec.Raw) -> FeedItem | None:
    match read_item(raw):
        case EnterpriseItem(enterprise):
            return enterprise
        case TaskItem(task):
            return task
        case TaskWithdrawnItem(task_id):
            return TaskWithdrawn(task_id)
        case OfficerItem(officer):
            return officer
        case ReviewItem(event):
            return event.event()
        case NumberBlockItem(block):
            return block
        case PackItem(pack_id, version, digest, body):
            return ReceivedPack(PackRef(pack_id, version, digest), body)
        case None:
            return None
