"""Where a case stands in review, whoever decided and in whatever order the news arrives."""

import itertools

import pytest

from inspector_app.domain.journal import Event, Head
from inspector_app.domain.review import (
    CaseApproved,
    CaseReturned,
    RemarkMade,
    ReviewEvent,
    ReviewStatus,
    fold_reviews,
    record_review_event,
    review_stream,
)
from tests.factory import moment


def stream(reviewer: str, *happened: tuple[int, ReviewEvent]) -> list[Event]:
    events: list[Event] = []
    head = Head(review_stream("visit-1", reviewer))
    for minute, fact in happened:
        events.append(record_review_event(head, fact, moment(minute), reviewer))
        head = events[-1].head
    return events


def returned(number: int) -> CaseReturned:
    return CaseReturned("visit-1", "补正", number, "h" * 64)


def approved(number: int) -> CaseApproved:
    return CaseApproved("visit-1", "同意", number, "h" * 64)


@pytest.mark.parametrize(
    ("events", "submitted", "status"),
    [
        ([], 0, ReviewStatus.NONE),
        ([], 1, ReviewStatus.WAITING),
        (stream("a", (1, returned(1))), 1, ReviewStatus.RETURNED),
        (stream("a", (1, returned(1))), 2, ReviewStatus.WAITING),
        (stream("a", (1, returned(1)), (2, approved(2))), 2, ReviewStatus.APPROVED),
        (stream("a", (1, approved(1))), 2, ReviewStatus.WAITING),
    ],
)
def test_only_a_decision_on_the_last_round_counts(
    events: list[Event], submitted: int, status: ReviewStatus
) -> None:
    assert fold_reviews(events).status(submitted, changed=False) is status


def test_reviews_fold_the_same_in_whatever_order_they_arrive() -> None:
    events = stream("a", (1, RemarkMade("r1", "visit-1", "一", item="X")), (4, returned(1)))
    events += stream("b", (2, RemarkMade("r2", "visit-1", "二")), (3, approved(1)))
    folded = {repr(fold_reviews(order)) for order in itertools.permutations(events)}
    assert len({text.split("heads=")[0] for text in folded}) == 1
    assert fold_reviews(events).status(1, changed=False) is ReviewStatus.RETURNED


def test_two_remarks_under_one_id_are_told_apart_in_whatever_order_they_arrive() -> None:
    events = stream("a", (1, RemarkMade("r1", "visit-1", "一", item="X")))
    events += stream("b", (2, RemarkMade("r1", "visit-1", "二", item="Y")))

    first, second = fold_reviews(events).remarks

    assert first.id != second.id
    assert "r1" not in (first.id, second.id)
    assert {remark.id for remark in fold_reviews(events[::-1]).remarks} == {first.id, second.id}
    assert fold_reviews(events[:1]).remarks[0].id == "r1"
