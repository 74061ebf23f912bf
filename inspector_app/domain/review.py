"""Review (审核): remarks pinned to items or documents, return and approval.

Stream ``review/<visit id>/<reviewer id>``: each reviewer writes only their own, so nothing is
merged blindly. :func:`fold_reviews` joins all of a visit's review streams by time and hash.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import Any

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event, Head, Moment
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.plain import from_plain, to_plain

__all__ = [
    "CaseApproved",
    "CaseReturned",
    "Remark",
    "RemarkMade",
    "Review",
    "ReviewEvent",
    "ReviewStatus",
    "fold_reviews",
    "read_review_event",
    "record_review_event",
    "review_prefix",
    "review_stream",
]


class ReviewStatus(StrEnum):
    """Where the case is in review."""

    NONE = "none"  # not submitted, or changed since it was approved
    WAITING = "waiting"  # 待审
    RETURNED = "returned"  # 退回
    APPROVED = "approved"  # 通过


@dataclass(frozen=True, slots=True)
class RemarkMade:
    """A remark pinned to an item (``item``), a document (``document``) or the whole case."""

    remark_id: str
    visit_id: str
    text: str
    item: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class CaseReturned:
    """The case goes back to the officers; ``head`` is the visit event it was judged on."""

    visit_id: str
    reason: str
    round: int
    head: str


@dataclass(frozen=True, slots=True)
class CaseApproved:
    """The case is approved as of ``head``."""

    visit_id: str
    opinion: str
    round: int
    head: str


ReviewEvent = RemarkMade | CaseReturned | CaseApproved
TYPES: Mapping[str, type[Any]] = {
    "remark_made": RemarkMade,
    "case_returned": CaseReturned,
    "case_approved": CaseApproved,
}
NAMES: Mapping[type[Any], str] = {cls: name for name, cls in TYPES.items()}
VERSION = 1


def review_prefix(visit_id: str) -> str:
    """What the names of a visit's review streams begin with."""
    return f"review/{visit_id}/"


def review_stream(visit_id: str, reviewer_id: str) -> str:
    """The stream of one reviewer's events about a visit."""
    return review_prefix(visit_id) + reviewer_id


def record_review_event(head: Head, happened: ReviewEvent, moment: Moment, by: str) -> Event:
    """The journal event that says ``happened``, following ``head``."""
    return Event.record(head, NAMES[type(happened)], VERSION, moment, by, to_plain(happened))


def read_review_event(event: Event) -> ReviewEvent:
    """What ``event`` says; ``Defect`` for an unknown type or a newer version."""
    cls = TYPES.get(event.type)
    if cls is None or event.v > VERSION:
        raise Defect(
            "review.event_type",
            f"审核记录中有未知的事件“{event.type}”。",
            facts={"type": event.type},
        )
    happened: ReviewEvent = from_plain(cls, event.payload)
    return happened


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark as it stands: where, what, by whom, when, in which round."""

    id: str
    text: str
    item: str
    document: str
    by: str
    at: str
    round: int


@dataclass(frozen=True, slots=True)
class Review:
    """The state of a visit's review."""

    remarks: tuple[Remark, ...] = ()
    decided_round: int = 0
    approved: bool = False
    returned: bool = False
    reason: str = ""
    by: str = ""
    at: str = ""
    heads: Mapping[str, str] = field(default_factory=dict)

    def status(self, submitted_round: int, *, changed: bool) -> ReviewStatus:
        """The status given how often the officers have submitted.

        ``changed`` says that the record's substance changed since: an approval says nothing of
        what was not there when it was given.
        """
        if submitted_round == 0:
            return ReviewStatus.NONE
        if self.decided_round < submitted_round:
            # What was decided on an earlier round says nothing of this one.
            return ReviewStatus.WAITING
        if self.approved:
            return ReviewStatus.NONE if changed else ReviewStatus.APPROVED
        return ReviewStatus.RETURNED


def fold_reviews(events: Iterable[Event]) -> Review:
    """The review's state after ``events`` of all reviewers, ordered by time, then hash.

    Remarks that came under one id, by whatever fault, are told apart by their events: each is
    then ``id@`` and the beginning of its event's hash, whichever arrived first, and a reply to the
    bare id counts for none of them.
    """
    ordered = sorted(events, key=lambda e: (e.at, e.stream, e.seq))
    facts = [(event, read_review_event(event)) for event in ordered]
    ids = Counter(fact.remark_id for _, fact in facts if isinstance(fact, RemarkMade))
    review = Review()
    for event, fact in facts:
        if isinstance(fact, RemarkMade) and ids[fact.remark_id] > 1:
            own = replace(fact, remark_id=f"{fact.remark_id}@{event.hash[:16]}")
            review = _apply(review, event, own)
        else:
            review = _apply(review, event, fact)
    return review


def _apply(review: Review, event: Event, fact: ReviewEvent) -> Review:
    review = replace(review, heads={**review.heads, event.stream: event.hash})
    match fact:
        case RemarkMade() as made:
            remark = Remark(
                made.remark_id,
                made.text,
                made.item,
                made.document,
                event.by,
                event.at,
                review.decided_round + 1,
            )
            return replace(review, remarks=(*review.remarks, remark))
        case CaseReturned(reason=reason, round=number):
            return replace(
                review,
                returned=True,
                approved=False,
                decided_round=max(number, review.decided_round),
                reason=reason,
                by=event.by,
                at=event.at,
            )
        case CaseApproved(opinion=opinion, round=number):
            return replace(
                review,
                approved=True,
                returned=False,
                decided_round=max(number, review.decided_round),
                reason=opinion,
                by=event.by,
                at=event.at,
            )
