"""What the server remembers of visits between two pushes, so as not to fold them from the start."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable

from inspector_app.domain.journal import Head
from inspector_app.domain.visit_state import Visit

__all__ = ["FoldedVisits"]

_REMEMBERED = 64


class FoldedVisits:
    """Visits folded lately, so that the next batch of a long visit need not fold it from its
    start. Each is used only if its head is still the stream's.
    """

    def __init__(self) -> None:
        self._visits: OrderedDict[str, Visit] = OrderedDict()
        self._lock = threading.Lock()

    def at(self, head: Head) -> Visit | None:
        """The visit whose last event is exactly this."""
        with self._lock:
            visit = self._visits.get(head.stream)
        return visit if visit is not None and visit.head == head else None

    def remember(self, visits: Iterable[Visit]) -> None:
        """Keep visits whose events are committed."""
        with self._lock:
            for visit in visits:
                self._visits[visit.head.stream] = visit
                self._visits.move_to_end(visit.head.stream)
            while len(self._visits) > _REMEMBERED:
                self._visits.popitem(last=False)
