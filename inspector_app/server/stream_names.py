"""What a stream's name says: whose record it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["StreamName", "read_stream_name"]

_ID = r"[A-Za-z0-9._-]{1,80}"
_VISIT = re.compile(f"visit/({_ID})")
_REVIEW = re.compile(f"review/({_ID})/({_ID})")


@dataclass(frozen=True, slots=True)
class StreamName:
    """``kind`` is visit or review; ``reviewer`` names who writes a review stream: the officer's
    id, or that and the device's.
    """

    kind: str
    visit_id: str
    reviewer: str = ""


def read_stream_name(name: str) -> StreamName | None:
    """What the name says, None if it names no stream this server keeps."""
    if visit := _VISIT.fullmatch(name):
        return StreamName("visit", visit[1])
    if review := _REVIEW.fullmatch(name):
        return StreamName("review", review[1], review[2])
    return None
