"""The journal: events in hash-chained streams, signed heads, and the pure fold over them.

Canonical form is RFC 8785 JSON of every field but ``hash``; ``hash`` is the SHA-256 of exactly
those bytes, which include ``prev``. Bytes are made once, when the event is recorded; storage, sync
and the server carry those bytes and never serialise again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any, TypeVar

from inspector_app.domain.canonical import canonical
from inspector_app.domain.errors import Defect
from inspector_app.domain.late_dataclass import dataclass

__all__ = [
    "GENESIS",
    "ChainBreak",
    "Event",
    "Head",
    "Moment",
    "SignedHead",
    "fold",
    "verify_chain",
]

GENESIS = "0" * 64
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, as this device knows it.

    ``at`` wall clock, ISO 8601 with offset; ``mono`` milliseconds since boot; ``server_at`` the
    last time the server stated (ISO 8601) or empty. Clocks inform, ``seq`` decides the order.
    """

    at: str
    mono: int
    server_at: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of a stream: its number and hash; ``seq`` 0 and :data:`GENESIS` before any."""

    stream: str
    seq: int = 0
    hash: str = GENESIS


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. ``body`` is the canonical bytes that ``hash`` is taken over."""

    stream: str
    seq: int
    type: str
    v: int
    at: str
    mono: int
    server_at: str
    by: str
    payload: Mapping[str, Any]
    prev: str
    hash: str
    body: bytes = field(repr=False, compare=False)

    @classmethod
    def record(
        cls, head: Head, kind: str, v: int, moment: Moment, by: str, payload: Mapping[str, Any]
    ) -> Event:
        """The event that follows ``head``, with its canonical bytes and hash."""
        fields: dict[str, Any] = {
            "stream": head.stream,
            "seq": head.seq + 1,
            "type": kind,
            "v": v,
            "at": moment.at,
            "mono": moment.mono,
            "server_at": moment.server_at,
            "by": by,
            "payload": dict(payload),
            "prev": head.hash,
        }
        body = canonical(fields)
        return cls(**fields, hash=hashlib.sha256(body).hexdigest(), body=body)

    @classmethod
    def from_body(cls, body: bytes) -> Event:
        """The event whose canonical bytes are ``body``; its hash is worked out from them.

        Raises ``Defect`` if the bytes are not one canonical event.
        """
        try:
            fields = json.loads(body)
            event = cls(**fields, hash=hashlib.sha256(body).hexdigest(), body=body)
            is_canonical = _is_shaped(fields) and canonical(fields) == body
        except (ValueError, TypeError, RecursionError):
            is_canonical = False
        if not is_canonical:
            raise Defect("journal.body", "记录中有一条内容不是规范格式，已拒绝。")
        return event

    @property
    def head(self) -> Head:
        """The stream's head once this event is its last."""
        return Head(self.stream, self.seq, self.hash)


_SHAPE: Mapping[str, type] = {
    "stream": str,
    "seq": int,
    "type": str,
    "v": int,
    "at": str,
    "mono": int,
    "server_at": str,
    "by": str,
    "payload": dict,
    "prev": str,
}


def _is_shaped(fields: Mapping[str, Any]) -> bool:
    right_types = all(type(fields.get(name)) is kind for name, kind in _SHAPE.items())
    return right_types and fields["seq"] > 0 and len(fields["prev"]) == len(GENESIS)


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A device's signature over the head of a stream (Ed25519, key made at enrolment)."""

    head: Head
    device: str
    key_id: str
    at: str
    signature: str = ""

    @property
    def message(self) -> bytes:
        """The canonical bytes that are signed."""
        return canonical(
            {
                "stream": self.head.stream,
                "seq": self.head.seq,
                "hash": self.head.hash,
                "device": self.device,
                "key_id": self.key_id,
                "at": self.at,
            }
        )


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """Where a chain fails: the stream, the first bad number and why."""

    stream: str
    seq: int
    reason: str


def verify_chain(events: Iterable[Event]) -> tuple[ChainBreak, ...]:
    """The first break of each stream among ``events``; empty if every chain holds from its start.

    Checks that numbers run 1, 2, 3 …, that each ``prev`` is the hash before, and that each hash
    is the SHA-256 of its body and the body says the same as the fields.
    """
    heads: dict[str, Head] = {}
    broken: dict[str, ChainBreak] = {}
    for event in events:
        if event.stream in broken:
            continue
        head = heads.get(event.stream, Head(event.stream))
        reason = ""
        if event.seq != head.seq + 1:
            reason = "gap"
        elif event.prev != head.hash:
            reason = "prev"
        elif hashlib.sha256(event.body).hexdigest() != event.hash:
            reason = "hash"
        elif Event.from_body(event.body) != event:
            reason = "body"
        if reason:
            broken[event.stream] = ChainBreak(event.stream, event.seq, reason)
        heads[event.stream] = event.head
    return tuple(broken.values())


def fold(apply: Callable[[S, Event], S], state: S, events: Iterable[Event]) -> S:
    """The state after ``events``: ``apply`` one by one. Pure; laptop and server both call it."""
    for event in events:
        state = apply(state, event)
    return state
