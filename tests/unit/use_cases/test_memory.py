"""A visit is folded once and followed from then on, and is never older than the journal."""

import pytest

from inspector_app.application.visit_records import VisitRecords
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.visit_events import AnswerRecorded
from inspector_app.domain.visit_journal import record_event
from tests.fakes.workplace import Office


def test_what_another_wrote_stands_before_the_next_answer() -> None:
    office = Office()
    visit_id = office.arrived()
    before = office.do.record_answer(visit_id, "LICENCE", AnswerValue.MET)
    theirs = record_event(
        before.head,
        AnswerRecorded("HEALTH", AnswerValue.NOT_MET, "一人无证"),
        office.clock.now(),
        "officer-2",
    )
    with office.store.begin() as uow:
        uow.append([theirs])

    after = office.do.record_answer(visit_id, "WASH", AnswerValue.MET)

    assert after.answers["HEALTH"].by == "officer-2"
    assert after.head.seq == theirs.seq + 1


def test_what_was_rolled_back_leaves_no_trace_in_memory() -> None:
    office = Office()
    visit_id = office.arrived()
    records = VisitRecords(office.do.place)
    before = records.read(visit_id)

    # What raises is what rolls back.
    with pytest.raises(ZeroDivisionError), records.editing(visit_id) as edit:  # noqa: PT012
        edit.record(AnswerRecorded("LICENCE", AnswerValue.MET))
        raise ZeroDivisionError

    assert records.read(visit_id) == before
    with records.editing(visit_id) as edit:
        assert edit.visit == before
