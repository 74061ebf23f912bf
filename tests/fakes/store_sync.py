"""The synchronisation side of the in-memory store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event, Head, SignedHead
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer
from inspector_app.domain.ports import OutboxEntry
from inspector_app.domain.projection import project_visit
from inspector_app.domain.review import fold_reviews, review_prefix
from inspector_app.domain.sync_ports import (
    FeedEffect,
    FeedItem,
    Lineage,
    NumberUse,
    PendingBlob,
    QuarantinedEvent,
    ReceivedPack,
    TaskWithdrawn,
)
from inspector_app.domain.task import Task
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_journal import visit_stream

if TYPE_CHECKING:
    from tests.fakes.store import MemoryStore, MemoryUnitOfWork

__all__ = ["MemoryInbox", "MemoryOutbox", "MemorySync", "MemoryUploads"]

_FIRST = {"pdf": 0, "photo": 2, "video": 3}


class MemoryOutbox:
    """The port ``Outbox``."""

    def __init__(self, store: MemoryStore, device: str) -> None:
        self._store = store
        self._device = device

    def lineage(self) -> Lineage:
        state = self._store.state
        pending = state.pending()
        return Lineage(
            f"{self._device}-{state.lineage}",
            self._device,
            state.lineage_started,
            len(state.outbox),
            pending[0] - 1 if pending else len(state.outbox),
        )

    def start_new_lineage(self, at: str) -> Lineage:
        with self._store.begin() as uow:
            state = uow.state
            state.lineage += 1
            state.lineage_started = at
            state.outbox = [event for event, own in state.journal if own]
            state.acknowledged_to = 0
            state.set_aside.clear()
            state.released.clear()
            state.retired_blocks.update(state.blocks)
        return self.lineage()

    def hash_at(self, position: int) -> str:
        outbox = self._store.state.outbox
        return outbox[position - 1].hash if 0 < position <= len(outbox) else ""

    def heads(self) -> tuple[Head, ...]:
        with self._store.read() as reading:
            return reading.streams("")

    def pending_events(
        self, limit: int = 100, max_bytes: int = 1_000_000
    ) -> tuple[OutboxEntry, ...]:
        state = self._store.state
        batch: list[OutboxEntry] = []
        size = 0
        for position in state.pending()[:limit]:
            event = state.outbox[position - 1]
            size += len(event.body)
            if batch and size > max_bytes:
                break
            batch.append(OutboxEntry(position, event.stream, event.seq, event.hash, event.body))
        return tuple(batch)

    def acknowledge(
        self,
        lineage: str,
        high_water: int,
        receipt: bytes,
        server_at: str,
        refused: Mapping[int, str] | None = None,
    ) -> None:
        current = self.lineage()
        if lineage != current.id or high_water > current.last:
            raise Defect("sync.acknowledge", "服务器的回执与本机的记录对不上。")
        with self._store.begin() as uow:
            state = uow.state
            for position, reason in (refused or {}).items():
                _set_aside(uow, position, reason)
            state.acknowledged_to = max(state.acknowledged_to, high_water)
            state.released = {position for position in state.released if position > high_water}
            state.server_at = server_at

    def rearm(self, from_position: int) -> int:
        with self._store.begin() as uow:
            before = len(uow.state.pending())
            first = max(from_position, 1)
            uow.state.acknowledged_to = min(uow.state.acknowledged_to, first - 1)
            uow.state.released = {p for p in uow.state.released if p < first}
            return len(uow.state.pending()) - before

    def quarantine(self, position: int, reason: str) -> None:
        with self._store.begin() as uow:
            _set_aside(uow, position, reason)

    def quarantined(self) -> tuple[QuarantinedEvent, ...]:
        state = self._store.state
        return (*state.set_aside.values(), *state.refused_received)

    def release(self, position: int) -> None:
        with self._store.begin() as uow:
            del uow.state.set_aside[position]
            if position <= uow.state.acknowledged_to:
                uow.state.released.add(position)


def _set_aside(uow: MemoryUnitOfWork, position: int, reason: str) -> None:
    state = uow.state
    if not 0 < position <= len(state.outbox):
        raise KeyError(position)
    event = state.outbox[position - 1]
    state.released.discard(position)
    state.set_aside[position] = QuarantinedEvent(
        position, event.stream, event.seq, event.hash, reason, event.body
    )


class MemoryUploads:
    """The port ``Uploads``."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def pending_blobs(self, limit: int = 50) -> tuple[PendingBlob, ...]:
        state = self._store.state
        waiting = [ref for sha256, ref in state.blobs.items() if sha256 not in state.uploaded]
        waiting.sort(key=lambda ref: _FIRST.get(ref.kind, 1))
        return tuple(
            PendingBlob(
                ref.sha256, ref.size, ref.kind, ref.media_type, state.blob_streams[ref.sha256][0]
            )
            for ref in waiting[:limit]
        )

    def blob_chunk(self, sha256: str, offset: int, size: int) -> bytes:
        return self._store.blobs.get(sha256)[offset : offset + size]

    def blob_acknowledged(self, sha256: str) -> None:
        with self._store.begin() as uow:
            uow.state.uploaded.add(sha256)

    def blobs_missing(self, sha256s: Iterable[str]) -> int:
        with self._store.begin() as uow:
            missing = uow.state.uploaded & set(sha256s)
            uow.state.uploaded -= missing
            return len(missing)

    def unsent_heads(self, limit: int = 100) -> tuple[SignedHead, ...]:
        state = self._store.state
        return tuple(head for head in state.signed if head not in state.sent_heads)[:limit]

    def keep_signed_heads(self, heads: Iterable[SignedHead]) -> None:
        with self._store.begin() as uow:
            for head in heads:
                uow.add_signed_head(head)

    def heads_acknowledged(self, heads: Iterable[SignedHead]) -> None:
        with self._store.begin() as uow:
            uow.state.sent_heads.update(heads)


class MemoryInbox:
    """The port ``Inbox``."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def feed_cursor(self) -> str:
        return self._store.state.cursor

    def apply_feed(self, items: Sequence[FeedItem], cursor: str, server_at: str) -> FeedEffect:
        with self._store.begin() as uow:
            before = len(uow.state.journal), len(uow.state.refused_received)
            touched: dict[str, None] = {}
            for item in items:
                if visit_id := _apply(uow, item):
                    touched[visit_id] = None
            changed = tuple(visit_id for visit_id in touched if _project(uow, visit_id))
            uow.state.cursor = cursor
            uow.state.server_at = server_at
            after = len(uow.state.journal), len(uow.state.refused_received)
        return FeedEffect(after[0] - before[0], after[1] - before[1], changed)

    def received_packs(self) -> tuple[ReceivedPack, ...]:
        return tuple(self._store.state.packs.values())

    def numbers_left(self) -> Mapping[tuple[str, int], int]:
        with self._store.read() as reading:
            return reading.numbers_left()

    def number_blocks(self) -> tuple[NumberBlock, ...]:
        state = self._store.state
        return tuple(b for b in state.blocks.values() if b.id not in state.retired_blocks)

    def given_up_blocks(self) -> tuple[NumberBlock, ...]:
        state = self._store.state
        return tuple(b for b in state.blocks.values() if b.id in state.retired_blocks)

    def give_up_blocks(self, block_ids: Iterable[str]) -> None:
        with self._store.begin() as uow:
            uow.state.retired_blocks.update(block_ids)

    def number_uses(self, limit: int = 500) -> tuple[NumberUse, ...]:
        state = self._store.state
        unsaid = [use for key, use in state.numbers.items() if state.reported.get(key) != use]
        return tuple(unsaid[:limit])

    def numbers_reported(self, uses: Iterable[NumberUse]) -> None:
        with self._store.begin() as uow:
            uow.state.reported.update({(use.block, use.seq): use for use in uses})

    def server_at(self) -> str:
        return self._store.state.server_at

    def record_outcome(self, at: str, error: str = "") -> None:
        with self._store.begin() as uow:
            uow.state.last_error = error
            if not error:
                uow.state.last_sync = at


def _apply(uow: MemoryUnitOfWork, item: FeedItem) -> str:
    """Apply one item; the visit whose projection may change, or nothing."""
    match item:
        case Event():
            return _receive(uow, item)
        case Enterprise():
            uow.put_enterprises([item])
        case Task():
            uow.put_tasks([item])
        case TaskWithdrawn():
            uow.close_tasks([item.task_id], "")
        case Officer():
            uow.put_officers([item])
        case NumberBlock():
            uow.add_number_block(item)
        case ReceivedPack():
            uow.state.packs.setdefault(item.ref.digest, item)
    return ""


def _receive(uow: MemoryUnitOfWork, event: Event) -> str:
    count = len(uow.state.journal)
    try:
        uow.append_received([event])
    except Defect as refusal:
        row = QuarantinedEvent(0, event.stream, event.seq, event.hash, refusal.code, event.body)
        if row not in uow.state.refused_received:
            uow.state.refused_received.append(row)
        return ""
    kind, _, rest = event.stream.partition("/")
    known = kind in {"visit", "review"} and len(uow.state.journal) > count
    return rest.partition("/")[0] if known else ""


def _project(uow: MemoryUnitOfWork, visit_id: str) -> bool:
    try:
        visit = fold_visit(uow.events(visit_stream(visit_id)))
        heads = uow.streams(review_prefix(visit_id))
        review = fold_reviews(event for head in heads for event in uow.events(head.stream))
    except Defect:
        return False
    if visit is None:
        return False
    projection = project_visit(visit, review)
    if uow.state.projections.get(visit_id) == projection:
        return False
    uow.project(projection)
    return True


class MemorySync(MemoryOutbox, MemoryUploads, MemoryInbox):
    """The port ``SyncStore``."""

    def __init__(self, store: MemoryStore, device: str) -> None:
        MemoryOutbox.__init__(self, store, device)
