"""Ports: what the use cases need from the outside, as protocols. Bootstrap supplies adapters.

One contract suite per port runs on the fake and on the real adapter (tests/contract).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from inspector_app.domain.deadline_starts import DeadlineStart
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.journal import Event, Head, Moment, SignedHead
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer
from inspector_app.domain.projection import (
    DocumentRow,
    RectificationRow,
    RemarkRow,
    VisitProjection,
    VisitSummary,
)
from inspector_app.domain.task import Task

__all__ = [
    "BlobRef",
    "Blobs",
    "Bookmark",
    "Clock",
    "HeadSigner",
    "IdSource",
    "OutboxEntry",
    "OutboxState",
    "Reading",
    "ReviewDesk",
    "SecretStore",
    "Store",
    "SyncOutcome",
    "Synchronizer",
    "TakenNumber",
    "UnitOfWork",
]


class Clock(Protocol):
    """Time on this device; the only source of it."""

    def now(self) -> Moment:
        """This moment: wall clock with offset, monotonic milliseconds, last server time."""
        ...

    def today(self) -> date:
        """The local calendar day."""
        ...


class IdSource(Protocol):
    """Fresh identifiers."""

    def new_id(self) -> str:
        """A new unique, time-ordered id (UUIDv7 text)."""
        ...


@dataclass(frozen=True, slots=True)
class BlobRef:
    """A stored blob: SHA-256 of its plain bytes, size in bytes, kind (photo, pdf, …)."""

    sha256: str
    size: int
    kind: str
    media_type: str


class Blobs(Protocol):
    """Content-addressed bytes, encrypted at rest, on disk before the call returns."""

    def put(self, data: bytes, *, kind: str, media_type: str) -> BlobRef:
        """Store ``data``; the same bytes twice are one blob. ``EnvironmentFault`` on a full disk."""
        ...

    def get(self, sha256: str) -> bytes:
        """The bytes; ``KeyError`` if unknown, ``Defect`` if damaged (hash mismatch)."""
        ...

    def has(self, sha256: str) -> bool:
        """Whether the blob is stored and readable."""
        ...


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where the officer was in a visit, to continue there: step and item code."""

    step: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class TakenNumber:
    """One number taken from a leased block."""

    block: NumberBlock
    seq: int


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """An event not yet acknowledged. ``position`` orders all events of this lineage from 1."""

    position: int
    stream: str
    seq: int
    hash: str
    body: bytes


@dataclass(frozen=True, slots=True)
class OutboxState:
    """What waits: events, blobs and their bytes, quarantined events, last successful sync."""

    events: int
    blobs: int
    blob_bytes: int
    photos: int
    quarantined: int
    last_sync: str
    last_error: str = ""


class Reading(Protocol):
    """What can be read from the laptop's store, each call a consistent snapshot."""

    def events(self, stream: str, after: int = 0) -> tuple[Event, ...]:
        """The stream's events with ``seq`` above ``after``, in order."""
        ...

    def streams(self, prefix: str) -> tuple[Head, ...]:
        """The heads of all streams whose name starts with ``prefix``."""
        ...

    def visits(self, *, open_only: bool = False, limit: int = 200) -> tuple[VisitSummary, ...]:
        """Visits, the latest first."""
        ...

    def visit_summary(self, visit_id: str) -> VisitSummary | None:
        """One visit's line, None if unknown."""
        ...

    def documents(self, *, text: str = "", limit: int = 200) -> tuple[DocumentRow, ...]:
        """Documents, the latest first; ``text`` filters number, title or enterprise."""
        ...

    def rectifications(
        self, *, enterprise_id: str = "", open_only: bool = True
    ) -> tuple[RectificationRow, ...]:
        """Orders to put something right, the earliest deadline first."""
        ...

    def deadline_starts(
        self, *, visit_id: str = "", enterprise_id: str = "", since: str = ""
    ) -> tuple[DeadlineStart, ...]:
        """Events from which deadlines count, from ``since`` (ISO 8601) on, the latest first."""
        ...

    def remarks(self, visit_id: str = "", *, open_only: bool = False) -> tuple[RemarkRow, ...]:
        """Reviewers' remarks, of one visit or of all."""
        ...

    def bookmark(self, visit_id: str) -> Bookmark | None:
        """Where the officer left the visit, None before."""
        ...

    def enterprise(self, enterprise_id: str) -> Enterprise | None:
        """One enterprise's file, None if unknown."""
        ...

    def find_enterprises(self, text: str, limit: int = 20) -> tuple[Enterprise, ...]:
        """By part of the name (from two characters), credit code, or pinyin initials."""
        ...

    def tasks(self, *, enterprise_id: str = "", open_only: bool = True) -> tuple[Task, ...]:
        """Tasks by due day; ``open_only`` leaves out those already answered by a visit."""
        ...

    def licences_expiring(self, until: date, limit: int = 100) -> tuple[Enterprise, ...]:
        """Enterprises of this officer's registry with a licence that ends on or before ``until``."""
        ...

    def officers(self) -> tuple[Officer, ...]:
        """Everyone of the bureau known to this device."""
        ...

    def numbers_left(self) -> Mapping[tuple[str, int], int]:
        """Free official numbers by (word, year)."""
        ...

    def outbox_state(self) -> OutboxState:
        """What waits to be sent."""
        ...

    def setting(self, name: str, default: str = "") -> str:
        """A setting of this device, not secret."""
        ...


class UnitOfWork(Reading, Protocol):
    """One transaction: events, projections and outbox rows together, or none of them."""

    def head(self, stream: str) -> Head:
        """The stream's head; ``seq`` 0 for a new stream."""
        ...

    def append(self, events: Sequence[Event]) -> None:
        """Journal and outbox rows for own events; ``Defect`` if they do not follow the head."""
        ...

    def append_received(self, events: Sequence[Event]) -> None:
        """Journal rows for events of another writer (reviews); known ones are passed over."""
        ...

    def project(self, projection: VisitProjection) -> None:
        """Replace the stored projection of that visit."""
        ...

    def add_blob(self, ref: BlobRef, stream: str) -> None:
        """Note that ``stream`` needs this blob, so that it is uploaded."""
        ...

    def take_number(self, word: str, year: int) -> TakenNumber:
        """The next free leased number; ``UserError`` (numbers.exhausted) if there is none."""
        ...

    def add_number_block(self, block: NumberBlock) -> None:
        """A newly leased block; the same block twice is one."""
        ...

    def set_bookmark(self, visit_id: str, bookmark: Bookmark) -> None:
        """Remember the place in a visit."""
        ...

    def put_enterprises(self, enterprises: Iterable[Enterprise]) -> None:
        """Add or replace files in the registry."""
        ...

    def put_tasks(self, tasks: Iterable[Task]) -> None:
        """Add or replace tasks."""
        ...

    def close_tasks(self, task_ids: Iterable[str], visit_id: str) -> None:
        """Tasks now answered by ``visit_id``."""
        ...

    def put_officers(self, officers: Iterable[Officer]) -> None:
        """Add or replace people of the bureau."""
        ...

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting."""
        ...

    def add_signed_head(self, signed: SignedHead) -> None:
        """Keep a device signature over a stream's head."""
        ...

    def signed_heads(self, stream: str) -> tuple[SignedHead, ...]:
        """The device signatures over a stream, oldest first."""
        ...


class Store(Protocol):
    """The laptop's database."""

    def begin(self) -> AbstractContextManager[UnitOfWork]:
        """A write transaction: commits (synchronous=FULL) on leaving, rolls back on an error."""
        ...

    def read(self) -> AbstractContextManager[Reading]:
        """A read-only view."""
        ...


class HeadSigner(Protocol):
    """This device's signature (Ed25519 key made at enrolment, kept in the keyring)."""

    def sign_head(self, head: Head, at: str) -> SignedHead:
        """``head`` signed as of ``at`` (ISO 8601)."""
        ...


class SecretStore(Protocol):
    """The keyring. Never falls back to plain text; ``EnvironmentFault`` where there is none."""

    def get(self, name: str) -> bytes | None:
        """The secret, None if there is none."""
        ...

    def set(self, name: str, secret: bytes) -> None:
        """Store or replace a secret."""
        ...

    def delete(self, name: str) -> None:
        """Forget a secret; unknown names are fine."""
        ...


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What one synchronisation did: counts, and what it brought that screens must repaint."""

    pushed: int
    blobs: int
    received: int
    visits_changed: tuple[str, ...]
    quarantined: int
    server_at: str


class Synchronizer(Protocol):
    """Push, blobs, feed and leases in one go; runs in the network lane."""

    def synchronize(self) -> SyncOutcome:
        """Raises ``EnvironmentFault`` offline (nothing lost), ``UserError`` when revoked."""
        ...


class ReviewDesk(Protocol):
    """The supervisor's view of the server's cases; needs the network."""

    def queue(self) -> tuple[VisitSummary, ...]:
        """Cases submitted for review, the longest waiting first."""
        ...

    def case_events(self, visit_id: str) -> tuple[Event, ...]:
        """All events of the visit's stream and its review streams, each stream in order."""
        ...

    def blob(self, sha256: str) -> bytes:
        """The bytes; ``KeyError`` if the server has none."""
        ...
