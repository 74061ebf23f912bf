"""Pushing the journal: events as they were hashed, and the receipt that alone counts."""

from __future__ import annotations

from typing import Annotated

import msgspec

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event, Head, SignedHead
from inspector_app.wire.hello import HighWater

__all__ = [
    "Entry",
    "EventText",
    "EventsReply",
    "PushRequest",
    "Receipt",
    "Refusal",
    "SinceRequest",
]

# What every database can hold as a number of a row and as text. Beyond that it is no message.
_COUNTED = msgspec.Meta(ge=1, le=2**31 - 1)
_NAME = msgspec.Meta(min_length=1, max_length=500, pattern=r"^[^\x00]+$")


class EventText(msgspec.Struct, frozen=True, kw_only=True):
    """One event: its hash, and ``body``, the text whose UTF-8 bytes the hash is taken over."""

    hash: str
    body: str

    @classmethod
    def of(cls, event: Event) -> EventText:
        """The event as it goes over the wire."""
        return cls(hash=event.hash, body=event.body.decode())

    def event(self) -> Event:
        """The event; ``Defect`` if the body is not canonical or not what was hashed."""
        event = Event.from_body(self.body.encode())
        if event.hash != self.hash:
            raise Defect("wire.event_hash", "收到的记录与其校验值不符，已拒绝。")
        return event


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One event at its position in the lineage. ``seq``, ``v``, ``prev`` … stand in ``body``."""

    position: Annotated[int, _COUNTED]
    stream: Annotated[str, _NAME]
    seq: Annotated[int, _COUNTED]
    hash: Annotated[str, _NAME]
    body: str


class PushRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Events in the order of their positions, and heads that the device has signed."""

    lineage: Annotated[str, _NAME]
    entries: tuple[Entry, ...]
    signed_heads: tuple[SignedHead, ...] = ()


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """An event the server set aside: nothing of it is lost, only its case waits for a person."""

    position: int
    stream: str
    seq: int
    hash: str
    code: str
    reason: str


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What the server has on disk; made after commit. Only this, validly signed, counts.

    ``high_water`` is how far it has the lineage, set-aside events included. ``streams`` are the
    heads of the request's streams. ``heads_kept`` are the signed heads it verified and keeps, by
    stream and seq.
    """

    epoch: str
    lineage: str
    high_water: HighWater
    server_at: str
    streams: tuple[Head, ...] = ()
    refused: tuple[Refusal, ...] = ()
    heads_kept: tuple[tuple[str, int], ...] = ()


class SinceRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A database that was rolled back asks for its own events beyond these heads."""

    heads: tuple[Head, ...]
    limit: int = 200


class EventsReply(msgspec.Struct, frozen=True, kw_only=True):
    """Events, each stream in order; ``more`` if there are others beyond them."""

    events: tuple[EventText, ...]
    more: bool = False
