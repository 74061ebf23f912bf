"""Leases of official numbers, and reports of what became of them."""

from __future__ import annotations

import msgspec

from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.sync_ports import NumberUse

__all__ = ["LeaseReply", "LeaseRequest", "NumberRefusal", "UsesReply", "UsesReport"]


class LeaseRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for a block of numbers of a word and year.

    ``held`` are the ids of the blocks this device has: one leased to it that is not among them
    got lost with its reply and is told again instead of leasing another, to the same lineage.
    """

    lineage: str
    word: str
    year: int
    held: tuple[str, ...] = ()


class LeaseReply(msgspec.Struct, frozen=True, kw_only=True):
    """The leased block."""

    block: NumberBlock


class UsesReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of numbers."""

    uses: tuple[NumberUse, ...]


class NumberRefusal(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was not taken, with the reason; it stands as an alarm for a person."""

    word: str
    year: int
    seq: int
    code: str
    reason: str


class UsesReply(msgspec.Struct, frozen=True, kw_only=True):
    """All reports but ``refused`` are on the server's disk."""

    refused: tuple[NumberRefusal, ...] = ()
