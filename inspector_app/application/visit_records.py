"""Visits as the use cases read and write them: fold once, then follow each new event."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from inspector_app.application.workplace import Workplace
from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import Head, Moment
from inspector_app.domain.ports import Reading, UnitOfWork
from inspector_app.domain.projection import project_visit
from inspector_app.domain.review import Review, fold_reviews, review_prefix
from inspector_app.domain.visit import Visit, follow
from inspector_app.domain.visit_events import (
    ClockJumped,
    DocumentIssued,
    DocumentServed,
    VisitEvent,
    VisitStarted,
    VisitSubmitted,
)
from inspector_app.domain.visit_journal import record_event, visit_stream

__all__ = ["VisitEdit", "VisitRecords"]

# Wall clock and monotonic clock may drift apart this much between two events before it is noted.
CLOCK_TOLERANCE_MS = 120_000


class VisitEdit:
    """One visit inside one transaction: what was recorded is folded in at once."""

    def __init__(
        self, place: Workplace, uow: UnitOfWork, visit: Visit, last_moment: Moment | None
    ) -> None:
        self._place = place
        self._last_moment = last_moment
        self.uow = uow
        self.visit = visit

    def record(self, *happened: VisitEvent) -> Visit:
        """Append what happened, in order, as of one moment; returns the visit after it.

        No issue of a document, no service and no submission that the legality gate blocks passes
        here, whoever records it.
        """
        moment = self._place.clock.now()
        jump = clock_jump(self._last_moment, moment)
        self._last_moment = moment
        for fact in (ClockJumped(jump), *happened) if jump else happened:
            event = record_event(self.visit.head, fact, moment, self._place.me.id)
            after = follow(self.visit, event)
            if isinstance(fact, DocumentIssued | DocumentServed | VisitSubmitted):
                # Late: a day begins without the gate.
                from inspector_app.application.legality import refuse_blocked

                refuse_blocked(self._place, self.visit, after, fact, moment.at)
            self.uow.append([event])
            self.visit = after
        return self.visit

    @property
    def last_moment(self) -> Moment | None:
        """The moment of the last fact recorded on this device since it started."""
        return self._last_moment


def clock_jump(before: Moment | None, now: Moment) -> int:
    """By how many milliseconds the wall clock moved against the monotonic clock; 0 if within bounds.

    Without an earlier moment of the same boot there is nothing to compare.
    """
    if before is None or now.mono < before.mono:
        return 0
    wall = datetime.fromisoformat(now.at) - datetime.fromisoformat(before.at)
    drift = round(wall.total_seconds() * 1000) - (now.mono - before.mono)
    return drift if abs(drift) > CLOCK_TOLERANCE_MS else 0


class VisitRecords:
    """Loads visits and keeps the folded state of those in use. Lives in the database lane."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._folded: dict[str, Visit] = {}
        self._moments: dict[str, Moment] = {}

    def load(self, reading: Reading, visit_id: str) -> Visit:
        """The visit as of now; ``UserError`` if this device has no such visit."""
        visit = self._folded.get(visit_id)
        for event in reading.events(visit_stream(visit_id), visit.head.seq if visit else 0):
            visit = follow(visit, event)
        if visit is None:
            raise UserError("visit.unknown", "没有找到这次检查。", mend="请从“检查”页面重新打开。")
        self._folded[visit_id] = visit
        return visit

    def read(self, visit_id: str) -> Visit:
        """The visit in a read transaction of its own."""
        with self._place.store.read() as reading:
            return self.load(reading, visit_id)

    def review(self, reading: Reading, visit_id: str) -> Review:
        """The visit's review, from every reviewer's stream on this device."""
        heads = reading.streams(review_prefix(visit_id))
        return fold_reviews(event for head in heads for event in reading.events(head.stream))

    @contextmanager
    def editing(self, visit_id: str) -> Iterator[VisitEdit]:
        """One transaction on one visit; on leaving, its projection is stored and all commits."""
        with self._place.store.begin() as uow:
            edit = VisitEdit(
                self._place, uow, self._current(uow, visit_id), self._moments.get(visit_id)
            )
            before = edit.visit.head
            yield edit
            if edit.visit.head != before:
                uow.project(project_visit(edit.visit, self.review(uow, visit_id)))
        self._keep(edit)

    @contextmanager
    def starting(self, started: VisitStarted) -> Iterator[VisitEdit]:
        """One transaction that begins a new visit."""
        stream = visit_stream(started.visit_id)
        with self._place.store.begin() as uow:
            moment = self._place.clock.now()
            event = record_event(Head(stream), started, moment, self._place.me.id)
            uow.append([event])
            edit = VisitEdit(self._place, uow, follow(None, event), moment)
            yield edit
            uow.project(project_visit(edit.visit, Review()))
        self._keep(edit)

    def _current(self, uow: UnitOfWork, visit_id: str) -> Visit:
        """The visit as of this transaction, from memory if its head is still the stream's."""
        known = self._folded.get(visit_id)
        if known is not None and uow.head(known.head.stream) == known.head:
            return known
        return self.load(uow, visit_id)

    def _keep(self, edit: VisitEdit) -> None:
        # Only after the commit: a rolled-back fact must not stay in memory.
        self._folded[edit.visit.id] = edit.visit
        if edit.last_moment is not None:
            self._moments[edit.visit.id] = edit.last_moment
