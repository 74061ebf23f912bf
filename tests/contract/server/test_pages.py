"""Long records are read page by page, whatever the size of their entries."""

from __future__ import annotations

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import Event, Head
from inspector_app.domain.officer import Role
from inspector_app.domain.review import (
    RemarkMade,
    record_review_event,
    review_stream,
)
from inspector_app.domain.visit_events import (
    AnswerRecorded,
)
from inspector_app.server.desk import Desk
from inspector_app.server.storage import cases
from inspector_app.wire.protocol import PAGE_BYTES
from tests.contract.server.senders import hashes, sender
from tests.factory import moment, rights_read, visit_started
from tests.factory_sync import SUPERVISOR, chained, visit_events


def large_visit(visit_id: str, answers: int) -> list[Event]:
    """A visit each of whose answers is nearly as large as an event may be."""
    note = "备" * 300_000
    said = [AnswerRecorded("WASH", AnswerValue.MET, note=f"{n}{note}") for n in range(answers)]
    return chained(visit_id, [visit_started(visit_id=visit_id), rights_read(), *said])


def test_events_lost_by_a_laptop_come_back_in_pages_of_bytes(desk: Desk) -> None:
    laptop, visits = sender(desk), [large_visit("v1", 4), large_visit("v2", 4)]
    for visit in visits:
        laptop.record(visit)
    heads: dict[str, Head] = {}
    found: list[str] = []
    more, pages = True, 0
    with desk.database.read() as connection:
        while more:
            some, more = cases.since(connection, laptop.id, tuple(heads.values()), 500)
            assert sum(len(text.body.encode()) for text in some) <= PAGE_BYTES
            pages += 1
            found += [text.hash for text in some]
            heads |= {text.event().stream: text.event().head for text in some}
    assert pages > 1
    assert found == [event.hash for visit in visits for event in visit]


def test_a_case_is_read_in_pages_of_bytes(desk: Desk) -> None:
    visit = large_visit("v1", 6)
    sender(desk).record(visit)
    supervisor = sender(desk, Role.SUPERVISOR)
    for number in range(3):
        stream = review_stream("v1", f"{SUPERVISOR.id}-{number}")
        made = RemarkMade(f"r{number}", "v1", "请补照片")
        remark = record_review_event(Head(stream), made, moment(60), SUPERVISOR.id)
        assert supervisor.record([remark]).refused == ()
    found, following, pages = [], "", 0
    with desk.database.read() as connection:
        while following or not pages:
            some, following = cases.case_events(connection, "v1", following)
            assert sum(len(text.body.encode()) for text in some) <= PAGE_BYTES
            found += [text.event() for text in some]
            pages += 1
    assert pages > 1
    assert hashes(found[: len(visit)]) == hashes(visit)
    assert len(found) == len(visit) + 3


@pytest.mark.parametrize("after", ["x", "1@", "1@nowhere", "@visit/v1", "9999999999@visit/v1"])
def test_a_place_in_a_case_that_is_none_is_refused(desk: Desk, after: str) -> None:
    sender(desk).record(visit_events("v1"))
    with desk.database.read() as connection, pytest.raises(UserError):
        cases.case_events(connection, "v1", after)
