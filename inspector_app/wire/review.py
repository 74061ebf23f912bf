"""What a supervisor's desk reads: the queue and whole cases."""

from __future__ import annotations

import msgspec

from inspector_app.domain.projection import VisitSummary
from inspector_app.wire.journal import EventText

__all__ = ["CaseReply", "QueueReply", "QueueRow"]


class QueueRow(msgspec.Struct, frozen=True, kw_only=True):
    """A case in the queue. It is complete when nothing is missing and nothing was set aside."""

    visit: VisitSummary
    missing_blobs: int = 0
    quarantined: int = 0


class QueueReply(msgspec.Struct, frozen=True, kw_only=True):
    """Submitted cases: those that wait first, the longest waiting first."""

    rows: tuple[QueueRow, ...]


class CaseReply(msgspec.Struct, frozen=True, kw_only=True):
    """Events of the visit's stream, then of its review streams, each stream in order.

    ``following``, if not empty, is what to ask the next page with (``?after=``).
    """

    events: tuple[EventText, ...]
    following: str = ""
