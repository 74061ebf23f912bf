"""What the in-memory store remembers: one record of dictionaries, copied for each transaction."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields, replace
from typing import Any

from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event, Head, SignedHead
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer
from inspector_app.domain.ports import BlobRef, Bookmark
from inspector_app.domain.projection import VisitProjection
from inspector_app.domain.sync_ports import NumberUse, QuarantinedEvent, ReceivedPack
from inspector_app.domain.task import Task

__all__ = ["MemoryBlobs", "State"]


@dataclass
class State:
    """Everything the store holds. Values are frozen, so a shallow copy of each container is enough."""

    streams: dict[str, list[Event]] = field(default_factory=dict)
    journal: list[tuple[Event, bool]] = field(default_factory=list)  # event, own
    outbox: list[Event] = field(default_factory=list)  # position - 1 → event
    lineage: int = 1
    lineage_started: str = ""
    acknowledged_to: int = 0
    set_aside: dict[int, QuarantinedEvent] = field(default_factory=dict)  # own, by position
    released: set[int] = field(default_factory=set)
    refused_received: list[QuarantinedEvent] = field(default_factory=list)
    projections: dict[str, VisitProjection] = field(default_factory=dict)
    bookmarks: dict[str, Bookmark] = field(default_factory=dict)
    enterprises: dict[str, Enterprise] = field(default_factory=dict)
    tasks: dict[str, Task] = field(default_factory=dict)
    closed_tasks: dict[str, str] = field(default_factory=dict)
    officers: dict[str, Officer] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, NumberBlock] = field(default_factory=dict)
    retired_blocks: set[str] = field(default_factory=set)
    numbers: dict[tuple[str, int], NumberUse] = field(default_factory=dict)  # block, seq
    reported: dict[tuple[str, int], NumberUse] = field(default_factory=dict)
    blobs: dict[str, BlobRef] = field(default_factory=dict)
    blob_streams: dict[str, list[str]] = field(default_factory=dict)
    uploaded: set[str] = field(default_factory=set)
    signed: list[SignedHead] = field(default_factory=list)
    sent_heads: set[SignedHead] = field(default_factory=set)
    packs: dict[str, ReceivedPack] = field(default_factory=dict)
    cursor: str = ""
    server_at: str = ""
    last_sync: str = ""
    last_error: str = ""

    def copy(self) -> State:
        """A state that can be changed without changing this one."""
        containers: dict[str, Any] = {}
        for part in fields(self):
            value = getattr(self, part.name)
            if isinstance(value, dict | list | set):
                containers[part.name] = value.copy()
        containers["streams"] = {name: list(events) for name, events in self.streams.items()}
        containers["blob_streams"] = {k: list(v) for k, v in self.blob_streams.items()}
        return replace(self, **containers)

    def head(self, stream: str) -> Head:
        """The last event of a stream."""
        events = self.streams.get(stream)
        return events[-1].head if events else Head(stream)

    def add(self, event: Event, *, own: bool) -> None:
        """The event joins its stream and, if ours, the outbox."""
        head = self.head(event.stream)
        if (event.seq, event.prev) != (head.seq + 1, head.hash):
            raise Defect("journal.order", "事件与记录的末尾不相接。")
        if hashlib.sha256(event.body).hexdigest() != event.hash:
            raise Defect("journal.hash", "事件的内容与其校验值不符。")
        self.streams.setdefault(event.stream, []).append(event)
        self.journal.append((event, own))
        if own:
            self.outbox.append(event)

    def pending(self) -> list[int]:
        """Positions that wait to be sent, in order."""
        above = range(self.acknowledged_to + 1, len(self.outbox) + 1)
        waiting = {position for position in above if position not in self.set_aside}
        return sorted(waiting | self.released)


class MemoryBlobs:
    """Blobs in a dictionary. ``damage`` lets a test spoil one."""

    def __init__(self) -> None:
        self._data: dict[str, bytes] = {}

    def put(self, data: bytes, *, kind: str, media_type: str) -> BlobRef:
        ref = BlobRef(hashlib.sha256(data).hexdigest(), len(data), kind, media_type)
        self._data.setdefault(ref.sha256, data)
        return ref

    def get(self, sha256: str) -> bytes:
        data = self._data[sha256]
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Defect("blobs.damaged", "一个附件的内容已损坏。", facts={"sha256": sha256})
        return data

    def has(self, sha256: str) -> bool:
        return sha256 in self._data

    def damage(self, sha256: str) -> None:
        """Spoil the stored bytes of one blob."""
        self._data[sha256] = b"\0" + self._data[sha256][1:]
