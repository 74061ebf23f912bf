"""The server's ports whose client is loaded by the first call, in the network lane.

requests and what sync brings along cost a third of a start, and a laptop in the field opens
without a network as often as with one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from inspector_app.domain.journal import Event
from inspector_app.domain.ports import ReviewDesk, Synchronizer, SyncOutcome
from inspector_app.domain.projection import VisitSummary

__all__ = ["Late", "LateReviewDesk", "LateSynchronizer"]

T = TypeVar("T")


class Late(Generic[T]):
    """Something that is made when it is first asked for, once, whichever thread asks.

    Where making it fails, the next to ask tries again.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._turn = threading.Lock()
        self._made: T | None = None

    def __call__(self) -> T:
        """What was made; raises what making it raises."""
        with self._turn:
            if self._made is None:
                self._made = self._make()
            return self._made

    @property
    def made(self) -> T | None:
        """What was made, None before."""
        return self._made


class LateSynchronizer:
    """The port ``Synchronizer``."""

    def __init__(self, real: Callable[[], Synchronizer]) -> None:
        self._real = real

    def synchronize(self) -> SyncOutcome:
        """Push, blobs, feed and leases in one go."""
        return self._real().synchronize()


class LateReviewDesk:
    """The port ``ReviewDesk``."""

    def __init__(self, real: Callable[[], ReviewDesk]) -> None:
        self._real = real

    def queue(self) -> tuple[VisitSummary, ...]:
        """Cases submitted for review, the longest waiting first."""
        return self._real().queue()

    def case_events(self, visit_id: str) -> tuple[Event, ...]:
        """All events of the case, each stream in order."""
        return self._real().case_events(visit_id)

    def blob(self, sha256: str) -> bytes:
        """The bytes; ``KeyError`` if the server has none."""
        return self._real().blob(sha256)
