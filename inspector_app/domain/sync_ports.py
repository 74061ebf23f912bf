"""The laptop's store as synchronisation sees it: what waits to be sent, and what came back.

Invariant: every committed event and blob reaches the server exactly once or is visibly pending.
Each call is one short transaction of its own, safe from any thread, and never waits for the
network. Times (``at``) are ISO 8601 with offset and come in as arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from inspector_app.domain.checklist import PackRef
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.journal import Event, Head, SignedHead
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer
from inspector_app.domain.ports import OutboxEntry
from inspector_app.domain.task import Task

__all__ = [
    "FeedEffect",
    "FeedItem",
    "Inbox",
    "Lineage",
    "NumberFate",
    "NumberUse",
    "Outbox",
    "PendingBlob",
    "QuarantinedEvent",
    "ReceivedPack",
    "SyncStore",
    "TaskWithdrawn",
    "Uploads",
]


@dataclass(frozen=True, slots=True)
class Lineage:
    """One unbroken line of positions that this database hands out: 1, 2, 3 … without a gap.

    A clone or a rolled-back database must not hand out a position twice, so it starts a new one.
    ``last`` is the highest position handed out (0 before any). ``acknowledged`` is the highest
    position up to which nothing is pending (each is acknowledged or quarantined).
    """

    id: str
    device: str
    started_at: str
    last: int
    acknowledged: int


@dataclass(frozen=True, slots=True)
class QuarantinedEvent:
    """An event set aside with the reason, never dropped.

    ``position`` is the outbox position of an own event, 0 for one that came by the feed.
    """

    position: int
    stream: str
    seq: int
    hash: str
    reason: str
    body: bytes


@dataclass(frozen=True, slots=True)
class PendingBlob:
    """A blob the server has not confirmed. ``stream`` is the first stream that needs it."""

    sha256: str
    size: int
    kind: str
    media_type: str
    stream: str


class NumberFate(StrEnum):
    """What became of an official number."""

    USED = "used"
    VOID = "void"  # 作废


@dataclass(frozen=True, slots=True)
class NumberUse:
    """One official number taken from a leased block, and its fate; ``token`` fences old leases."""

    block: str
    token: int
    word: str
    year: int
    seq: int
    fate: NumberFate
    document_id: str


@dataclass(frozen=True, slots=True)
class TaskWithdrawn:
    """The server took a task back; it leaves the open tasks."""

    task_id: str


@dataclass(frozen=True, slots=True)
class ReceivedPack:
    """A pack edition as the server sent it. Not trusted by storage: the packs room verifies it."""

    ref: PackRef
    body: bytes


FeedItem = Enterprise | Task | TaskWithdrawn | Officer | Event | NumberBlock | ReceivedPack


@dataclass(frozen=True, slots=True)
class FeedEffect:
    """What a page of the feed changed here.

    ``received`` counts events new to this journal, ``quarantined`` those set aside because they
    do not follow their stream. ``visits_changed`` are the visits whose projection changed.
    """

    received: int
    quarantined: int
    visits_changed: tuple[str, ...]


class Outbox(Protocol):
    """Own events on their way to the server, by position in the lineage."""

    def lineage(self) -> Lineage:
        """The current lineage."""
        ...

    def start_new_lineage(self, at: str) -> Lineage:
        """Number every own event afresh from 1 in journal order, all pending, under a new id.

        Called when the server's high-water or hash shows that this database is a clone or was
        rolled back. Events stay as they are: the server knows most of them by (stream, seq, hash)
        and says so again. Leased number blocks are given up, since their numbers may be used
        elsewhere. Quarantined own events become pending again.
        """
        ...

    def hash_at(self, position: int) -> str:
        """The hash of the event at this position of the lineage; empty if there is none."""
        ...

    def heads(self) -> tuple[Head, ...]:
        """The heads of all streams, own and received, by name (nightly reconciliation)."""
        ...

    def pending_events(
        self, limit: int = 100, max_bytes: int = 1_000_000
    ) -> tuple[OutboxEntry, ...]:
        """The lowest pending positions, in order.

        At most ``limit`` events and ``max_bytes`` of bodies, but always at least one, however
        large. Later events of a stream with a quarantined one are included: the server sets them
        aside too, so that positions have no gap.
        """
        ...

    def acknowledge(
        self,
        lineage: str,
        high_water: int,
        receipt: bytes,
        server_at: str,
        refused: Mapping[int, str] | None = None,
    ) -> None:
        """The server holds every position up to ``high_water``, except ``refused``.

        ``refused`` (position → reason) are quarantined in the same transaction. The caller has
        verified the receipt; it is kept. Pass a receipt only after its own batch was sent.
        ``Defect`` (sync.acknowledge) and no change if the lineage is not the current one or
        ``high_water`` was never handed out.
        """
        ...

    def rearm(self, from_position: int) -> int:
        """Acknowledged positions from this one on are pending again; returns how many.

        Called when the server's high-water is below ours: it was restored from a backup.
        """
        ...

    def quarantine(self, position: int, reason: str) -> None:
        """Set one own event aside; it is no longer pending. ``KeyError`` if there is no such one."""
        ...

    def quarantined(self) -> tuple[QuarantinedEvent, ...]:
        """All events set aside, own and received, in the order they were."""
        ...

    def release(self, position: int) -> None:
        """A quarantined own event is pending again. ``KeyError`` if it is not quarantined."""
        ...


class Uploads(Protocol):
    """Blobs and signed heads on their way to the server."""

    def pending_blobs(self, limit: int = 50) -> tuple[PendingBlob, ...]:
        """Blobs not confirmed, in the order to send them.

        PDFs first, then what else documents need (snapshots, signatures), photos, videos; the
        oldest first within a kind. Sending events before is the caller's duty.
        """
        ...

    def blob_chunk(self, sha256: str, offset: int, size: int) -> bytes:
        """Plain bytes ``offset`` … ``offset + size`` (shorter at the end, empty after it).

        ``KeyError`` if unknown; ``Defect`` (blobs.damaged) naming the blob if the file is damaged.
        """
        ...

    def blob_acknowledged(self, sha256: str) -> None:
        """The server verified and keeps this blob (a valid receipt, not a bare 200)."""
        ...

    def blobs_missing(self, sha256s: Iterable[str]) -> int:
        """The server says it lacks these: pending again where known here; returns how many."""
        ...

    def unsent_heads(self, limit: int = 100) -> tuple[SignedHead, ...]:
        """Signed heads the server has not confirmed, the oldest first."""
        ...

    def keep_signed_heads(self, heads: Iterable[SignedHead]) -> None:
        """Heads that sync has just signed (each sync signs what it sent); unsent until confirmed."""
        ...

    def heads_acknowledged(self, heads: Iterable[SignedHead]) -> None:
        """The server keeps these signed heads."""
        ...


class Inbox(Protocol):
    """What the server sent, leased and said."""

    def feed_cursor(self) -> str:
        """Where to go on in the feed; empty before the first page."""
        ...

    def apply_feed(self, items: Sequence[FeedItem], cursor: str, server_at: str) -> FeedEffect:
        """Apply one page in order and move the cursor, in one transaction; repeating it is safe.

        Events join the journal as received and their visits are projected again; one that does
        not follow its stream (gap, fork, broken hash) is quarantined and blocks nothing else.
        """
        ...

    def received_packs(self) -> tuple[ReceivedPack, ...]:
        """Every pack edition that came by the feed, the oldest first."""
        ...

    def numbers_left(self) -> Mapping[tuple[str, int], int]:
        """Free official numbers by (word, year)."""
        ...

    def number_blocks(self) -> tuple[NumberBlock, ...]:
        """Every leased block not given up, told in each hello: a server restored from an older
        backup learns of leases it has forgotten and never issues their numbers twice.
        """
        ...

    def given_up_blocks(self) -> tuple[NumberBlock, ...]:
        """Every leased block that was given up: some of its numbers may have been used all the
        same, so it is told in each hello too.
        """
        ...

    def give_up_blocks(self, block_ids: Iterable[str]) -> None:
        """The server leased these ranges to another device: no further number of them is taken."""
        ...

    def number_uses(self, limit: int = 500) -> tuple[NumberUse, ...]:
        """Numbers whose present fate the server has not confirmed, in the order they were taken."""
        ...

    def numbers_reported(self, uses: Iterable[NumberUse]) -> None:
        """The server keeps these fates. A number voided since then stays to be reported."""
        ...

    def server_at(self) -> str:
        """The last time the server stated; empty before any."""
        ...

    def record_outcome(self, at: str, error: str = "") -> None:
        """How the last synchronisation ended, for ``OutboxState``: ``error`` empty = it succeeded."""
        ...


class SyncStore(Outbox, Uploads, Inbox, Protocol):
    """Everything synchronisation needs of one laptop's store."""
