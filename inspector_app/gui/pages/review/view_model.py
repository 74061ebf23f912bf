"""What the reviewer sees, worked out in plain Python from the queue and the folded case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from inspector_app.application.review_case import CaseView
from inspector_app.domain.journal import Event
from inspector_app.domain.projection import VisitSummary
from inspector_app.domain.review import CaseApproved, CaseReturned, ReviewStatus, read_review_event
from inspector_app.domain.task import PlannedItem
from inspector_app.domain.visit import Answer, Document, Finding, Photo
from inspector_app.domain.visit_journal import visit_stream

__all__ = [
    "CaseItem",
    "CaseModel",
    "Pin",
    "PlacedRemark",
    "QueueFilter",
    "build_case",
    "filter_queue",
    "grids",
    "officers",
]


class QueueFilter(Enum):
    """Which cases of the queue to list."""

    WAITING = ReviewStatus.WAITING
    RETURNED = ReviewStatus.RETURNED
    APPROVED = ReviewStatus.APPROVED


def filter_queue(
    queue: Iterable[VisitSummary], wanted: QueueFilter | None, officer: str = "", grid: str = ""
) -> tuple[VisitSummary, ...]:
    """Cases in this state (None = any), by one officer's name and one grid where given."""
    return tuple(
        visit
        for visit in queue
        if (wanted is None or visit.review is wanted.value)
        and (not officer or officer in visit.officers.split("、"))
        and (not grid or visit.grid == grid)
    )


def officers(queue: Iterable[VisitSummary]) -> tuple[str, ...]:
    """The names of all officers in the queue."""
    return tuple(sorted({name for visit in queue for name in visit.officers.split("、") if name}))


def grids(queue: Iterable[VisitSummary]) -> tuple[str, ...]:
    """The grids in the queue."""
    return tuple(sorted({visit.grid for visit in queue if visit.grid}))


@dataclass(frozen=True, slots=True)
class Pin:
    """Where a remark is pinned: an item's code, a document's id, or (both empty) the case."""

    item: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class PlacedRemark:
    """A remark as the reviewer sees it; ``answer`` is the officers' reply, empty before one."""

    id: str
    pin: Pin
    text: str
    by: str
    at: str
    answered: bool
    answer: str


@dataclass(frozen=True, slots=True)
class CaseItem:
    """An item with everything the record tells about it.

    ``changed``: answered again, or photos added, after the last decision of a reviewer.
    """

    planned: PlannedItem
    answer: Answer | None
    photos: tuple[Photo, ...]
    findings: tuple[Finding, ...]
    remarks: tuple[PlacedRemark, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class CaseModel:
    """A case as the record tells it. ``names`` gives people's names by id."""

    case: CaseView
    items: tuple[CaseItem, ...]
    documents: tuple[Document, ...]
    remarks: tuple[PlacedRemark, ...]
    timeline: tuple[Event, ...]
    reviewed_seq: int
    names: Mapping[str, str]

    @property
    def failed(self) -> tuple[CaseItem, ...]:
        """Items answered "not met"."""
        codes = {planned.code for planned in self.case.visit.failed}
        return tuple(item for item in self.items if item.planned.code in codes)

    @property
    def changed(self) -> tuple[CaseItem, ...]:
        """Items that changed since the last decision."""
        return tuple(item for item in self.items if item.changed)

    @property
    def waiting(self) -> bool:
        """Whether the case waits for a decision."""
        return self.case.status is ReviewStatus.WAITING

    def item(self, code: str) -> CaseItem | None:
        """One item by code."""
        return next((item for item in self.items if item.planned.code == code), None)

    def document(self, document_id: str) -> Document | None:
        """One document by id."""
        return self.case.visit.documents.get(document_id)

    def is_new(self, event: Event) -> bool:
        """Whether an event of the visit came after the last decision."""
        own = event.stream == visit_stream(self.case.visit.id)
        return self.reviewed_seq > 0 and own and event.seq > self.reviewed_seq


def build_case(case: CaseView, names: Mapping[str, str]) -> CaseModel:
    """Everything the case's panes show. Pure."""
    visit = case.visit
    known = {**{officer.id: officer.name for officer in visit.officers}, **names}
    reviewed = _reviewed_seq(case)
    remarks = tuple(
        PlacedRemark(
            remark.id,
            Pin(remark.item, remark.document),
            remark.text,
            known.get(remark.by, remark.by),
            remark.at,
            remark.id in visit.remark_answers,
            visit.remark_answers.get(remark.id, ""),
        )
        for remark in case.review.remarks
    )
    touched = _touched_items(case, reviewed)
    items = tuple(
        CaseItem(
            planned,
            visit.answers.get(planned.code),
            visit.photos_of(planned.code),
            tuple(f for f in visit.findings.values() if f.item == planned.code),
            tuple(remark for remark in remarks if remark.pin.item == planned.code),
            planned.code in touched,
        )
        for planned in visit.items
    )
    return CaseModel(
        case,
        items,
        tuple(visit.documents.values()),
        remarks,
        tuple(sorted(case.events, key=lambda event: (event.at, event.stream, event.seq))),
        reviewed,
        known,
    )


def _reviewed_seq(case: CaseView) -> int:
    """The number of the visit's event that the last decision was taken on, 0 before any."""
    own = visit_stream(case.visit.id)
    heads = {event.hash: event.seq for event in case.events if event.stream == own}
    decided = [
        heads.get(happened.head, 0)
        for event in case.events
        if event.stream != own
        and isinstance(happened := read_review_event(event), CaseReturned | CaseApproved)
    ]
    return max(decided, default=0)


def _touched_items(case: CaseView, reviewed: int) -> frozenset[str]:
    if reviewed == 0:
        return frozenset()
    own = visit_stream(case.visit.id)
    return frozenset(
        str(event.payload["item"])
        for event in case.events
        if event.stream == own and event.seq > reviewed and "item" in event.payload
    )
