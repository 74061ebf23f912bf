"""The ``ReviewDesk`` port over HTTP: the server's cases as a supervisor reads them."""

from __future__ import annotations

from urllib.parse import quote

from inspector_app.domain.journal import Event
from inspector_app.domain.projection import VisitSummary
from inspector_app.sync.line import ServerLine
from inspector_app.wire.protocol import CASE_PATH, QUEUE_PATH
from inspector_app.wire.review import CaseReply, QueueReply, QueueRow

__all__ = ["HttpReviewDesk"]


class HttpReviewDesk:
    """Reads the queue and cases; what the supervisor decides goes up as events of their own."""

    def __init__(self, line: ServerLine) -> None:
        self._line = line

    def queue(self) -> tuple[VisitSummary, ...]:
        """Cases submitted for review, the longest waiting first, decided ones after them."""
        return tuple(row.visit for row in self.rows())

    def rows(self) -> tuple[QueueRow, ...]:
        """The queue, with what each case still lacks."""
        return self._line.get(QUEUE_PATH, QueueReply).message.rows

    def case_events(self, visit_id: str) -> tuple[Event, ...]:
        """All events of the case, hashes worked out anew; ``UserError`` if it is unknown."""
        path = f"{CASE_PATH}/{quote(visit_id, safe='')}"
        events: list[Event] = []
        query: dict[str, str] = {}
        while True:
            page = self._line.get(path, CaseReply, query).message
            events.extend(text.event() for text in page.events)
            if not page.following or not page.events:
                return tuple(events)
            query = {"after": page.following}

    def blob(self, sha256: str) -> bytes:
        """The bytes, verified; ``KeyError`` if the server has none."""
        return self._line.blob(sha256)
