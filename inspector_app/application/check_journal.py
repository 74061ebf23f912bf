"""Check that the hash chain of the record on this device holds (记录完整)."""

from __future__ import annotations

from inspector_app.application.workplace import Workplace
from inspector_app.domain.journal import ChainBreak, verify_chain
from inspector_app.domain.late_dataclass import dataclass

__all__ = ["CheckJournal"]


@dataclass(frozen=True, slots=True)
class CheckJournal:
    """Reads streams and recomputes their chains. One stream a call, so that no answer waits long."""

    place: Workplace

    def streams(self) -> tuple[str, ...]:
        """Every stream on this device, by name."""
        with self.place.store.read() as reading:
            return tuple(head.stream for head in reading.streams(""))

    def __call__(self, stream: str) -> ChainBreak | None:
        """Where the stream's chain fails, None if it holds from its start to its head."""
        with self.place.store.read() as reading:
            events = reading.events(stream)
        return next(iter(verify_chain(events)), None)
