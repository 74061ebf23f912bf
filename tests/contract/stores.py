"""Both stores behind one name: what the suites of this folder run on."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from inspector_app.domain.journal import Event, Head
from inspector_app.domain.ports import Blobs, Reading, Store, UnitOfWork
from inspector_app.domain.projection import VisitProjection, project_visit
from inspector_app.domain.review import (
    CaseReturned,
    RemarkMade,
    Review,
    ReviewEvent,
    fold_reviews,
    record_review_event,
    review_stream,
)
from inspector_app.domain.sync_ports import FeedEffect, FeedItem, SyncStore
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_events import VisitEvent
from inspector_app.domain.visit_journal import record_event, visit_stream
from tests.factory import moment, visit_started

__all__ = ["FullStore", "at", "feed", "positions", "project", "remark", "start", "tell"]


class FullStore(Store, Protocol):
    """A store with its blobs and its synchronisation side."""

    @property
    def blobs(self) -> Blobs: ...

    @property
    def sync(self) -> SyncStore: ...

    def begin(self) -> AbstractContextManager[UnitOfWork]: ...

    def read(self) -> AbstractContextManager[Reading]: ...

    def close(self) -> None: ...


def at(minute: int = 0) -> str:
    return moment(minute).at


def start(store: FullStore, visit_id: str = "visit-1", **changes: object) -> Event:
    """A visit that has begun, with its projection."""
    event = record_event(
        Head(visit_stream(visit_id)),
        visit_started(visit_id=visit_id, **changes),
        moment(),
        "officer-1",
    )
    with store.begin() as uow:
        uow.append([event])
        uow.project(project(uow, visit_id))
    return event


def tell(store: FullStore, *happened: VisitEvent, visit_id: str = "visit-1") -> list[Event]:
    """More of the visit, each fact an event, projected in the same transaction."""
    events = []
    with store.begin() as uow:
        for fact in happened:
            head = uow.head(visit_stream(visit_id))
            events.append(record_event(head, fact, moment(head.seq), "officer-1"))
            uow.append(events[-1:])
        uow.project(project(uow, visit_id))
    return events


def project(reading: Reading, visit_id: str) -> VisitProjection:
    visit = fold_visit(reading.events(visit_stream(visit_id)))
    assert visit is not None
    streams = reading.streams(f"review/{visit_id}/")
    events = [event for head in streams for event in reading.events(head.stream)]
    return project_visit(visit, fold_reviews(events) if events else Review())


def remark(
    number: int = 1, *, after: Head | None = None, reviewer: str = "sup", returned: bool = False
) -> Event:
    """A reviewer's event about visit-1."""
    happened: ReviewEvent = (
        CaseReturned("visit-1", "照片不清", 1, "")
        if returned
        else RemarkMade(f"remark-{number}", "visit-1", "请补充照片", item="HEALTH")
    )
    head = after or Head(review_stream("visit-1", reviewer))
    return record_review_event(head, happened, moment(60 + number), "officer-3")


def positions(store: FullStore, limit: int = 100) -> list[int]:
    """Places in the queue that wait to be sent."""
    return [waiting.position for waiting in store.sync.pending_events(limit)]


def feed(store: FullStore, *items: FeedItem, cursor: str = "c1") -> FeedEffect:
    """Apply one page of the server's feed."""
    return store.sync.apply_feed(items, cursor, at(9))
