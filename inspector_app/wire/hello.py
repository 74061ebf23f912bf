"""Hello: where both sides stand before anything is sent."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Authority
from inspector_app.wire.protocol import MAX_BATCH_BYTES, MAX_BATCH_EVENTS, SPOKEN

__all__ = [
    "Hello",
    "HelloRequest",
    "HighWater",
    "Limits",
    "LineageStanding",
    "NumberPolicy",
    "Order",
    "WipedReply",
    "WipedReport",
]


class LineageStanding(StrEnum):
    """What the server knows of a lineage."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"  # handed out by another device: this database is a clone


class Order(StrEnum):
    """What the server tells the device to do."""

    REVOKED = "revoked"  # uploads are set aside for a person, downloads stop
    WIPE = "wipe"  # delete what is on this device, after the last upload


class HighWater(msgspec.Struct, frozen=True, kw_only=True):
    """How far the server has a lineage: the last position and that event's hash; 0 and empty
    before any.
    """

    position: int = 0
    hash: str = ""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What the server takes at once: events and bytes a push, bytes a blob and an upload part."""

    batch_events: int = MAX_BATCH_EVENTS
    batch_bytes: int = MAX_BATCH_BYTES
    blob_bytes: int = 2_000_000_000
    part_bytes: int = 8_000_000


class NumberPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """A word (文种字) and year that this device should hold numbers of; lease below ``low``."""

    word: str
    year: int
    low: int


class HelloRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Where the device stands. ``at`` is its clock, ``blocks`` the leases it still holds.

    ``given_up`` are leases that it, or another device that had this database, once held: a server
    restored from a backup leases none of their numbers again.
    """

    lineage: str
    last: int
    acknowledged: int
    at: str
    build: str = ""
    spoken: tuple[int, ...] = SPOKEN
    blocks: tuple[NumberBlock, ...] = ()
    given_up: tuple[NumberBlock, ...] = ()


class Hello(msgspec.Struct, frozen=True, kw_only=True):
    """Where the server stands.

    ``epoch`` changes when the server's database is made anew. ``lost_blocks`` are leases of the
    device whose range another device holds as well: it must take no further number of them.
    """

    epoch: str
    server_at: str
    standing: LineageStanding
    high_water: HighWater
    spoken: tuple[int, ...] = SPOKEN
    limits: Limits = Limits()
    orders: tuple[Order, ...] = ()
    numbers: tuple[NumberPolicy, ...] = ()
    lost_blocks: tuple[str, ...] = ()
    authority: Authority | None = None
    build: str = ""


class WipedReport(msgspec.Struct, frozen=True, kw_only=True):
    """The device has carried out :attr:`Order.WIPE`: keys and files are gone."""


class WipedReply(msgspec.Struct, frozen=True, kw_only=True):
    """It is noted; the device may forget its token too."""

    server_at: str
