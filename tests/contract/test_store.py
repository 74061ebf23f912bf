"""The ports ``Store``, ``UnitOfWork`` and ``Reading``: the journal and what is projected from it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import Defect, UserError
from inspector_app.domain.journal import Event, Head, SignedHead, verify_chain
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.ports import Bookmark, TakenNumber, UnitOfWork
from inspector_app.domain.visit_events import (
    AnswerRecorded,
    FindingConfirmed,
    FindingWithdrawn,
    RemarkAnswered,
    VisitSubmitted,
)
from inspector_app.domain.visit_journal import visit_stream
from tests.contract.papers import composed, issued
from tests.contract.stores import FullStore, project, remark, start, tell
from tests.factory import moment, officer, rights_read, violation

STREAM = visit_stream("visit-1")
FINDING = FindingConfirmed(
    "finding-1",
    "HEALTH",
    violation(),
    "一名从业人员没有健康证明",
    (MeasureKind.ORDER_CORRECTION,),
    "十日内补办",
    date(2026, 12, 1),
)


class Stop(Exception):
    """What a use case may raise half-way."""


def break_off(store: FullStore, write: Callable[[UnitOfWork], object]) -> None:
    with contextlib.suppress(Stop), store.begin() as uow:
        write(uow)
        raise Stop


def event_after(head: Head, minute: int = 1) -> Event:
    return Event.record(head, "answer_recorded", 1, moment(minute), "officer-1", {"n": minute})


def test_events_come_back_exactly_as_recorded(store: FullStore) -> None:
    started = start(store)
    told = tell(store, rights_read(), AnswerRecorded("HEALTH", AnswerValue.NOT_MET, "缺一人"))

    with store.read() as reading:
        events = reading.events(STREAM)

    assert events == (started, *told)
    assert [event.body for event in events] == [event.body for event in (started, *told)]
    assert verify_chain(events) == ()


def test_events_after_a_number_leave_out_what_was_read(store: FullStore) -> None:
    start(store)
    told = tell(store, rights_read(), AnswerRecorded("HEALTH", AnswerValue.MET))

    with store.read() as reading:
        assert reading.events(STREAM, 1) == tuple(told)
        assert reading.events(STREAM, 3) == ()
        assert reading.events("visit/none") == ()


def test_heads_are_found_by_prefix_and_in_order(store: FullStore) -> None:
    start(store, "visit-2")
    start(store, "visit-1")
    with store.begin() as uow:
        uow.append_received([remark()])

    with store.read() as reading:
        assert [head.stream for head in reading.streams("visit/")] == [
            "visit/visit-1",
            "visit/visit-2",
        ]
        assert reading.streams("review/visit-1/") == (remark().head,)
        assert reading.streams("review/visit") == (remark().head,)
        assert reading.streams("review/visit-2/") == ()
        assert len(reading.streams("")) == 3


def test_the_head_of_a_new_stream_is_genesis(store: FullStore) -> None:
    with store.begin() as uow:
        assert uow.head("visit/new") == Head("visit/new")


def test_a_transaction_sees_what_it_wrote(store: FullStore) -> None:
    with store.begin() as uow:
        first = event_after(Head("visit/x"))
        uow.append([first])

        assert uow.head("visit/x") == first.head
        assert uow.events("visit/x") == (first,)


def test_several_events_of_several_streams_are_appended_at_once(store: FullStore) -> None:
    first = event_after(Head("visit/a"))
    second = event_after(first.head, 2)
    other = event_after(Head("visit/b"))

    with store.begin() as uow:
        uow.append([first, other, second])

    with store.read() as reading:
        assert reading.events("visit/a") == (first, second)
        assert reading.events("visit/b") == (other,)


def test_an_event_that_does_not_follow_the_head_is_refused(store: FullStore) -> None:
    first = event_after(Head("visit/x"))
    gap = event_after(Head("visit/x", 5, first.hash))
    fork = event_after(Head("visit/x"), 9)
    stranger = event_after(Head("visit/x", 1, "e" * 64))
    with store.begin() as uow:
        uow.append([first])

    for wrong in (gap, fork, stranger):
        with pytest.raises(Defect) as refusal, store.begin() as uow:
            uow.append([wrong])
        assert refusal.value.code == "journal.order"
    with store.read() as reading:
        assert reading.events("visit/x") == (first,)


def test_an_event_whose_hash_is_not_that_of_its_bytes_is_refused(store: FullStore) -> None:
    altered = replace(event_after(Head("visit/x")), body=b"{}")

    with pytest.raises(Defect) as refusal, store.begin() as uow:
        uow.append([altered])

    assert refusal.value.code == "journal.hash"


def test_an_error_takes_everything_of_the_transaction_back(store: FullStore) -> None:
    start(store)
    with store.read() as reading:
        before = (reading.events(STREAM), reading.visits(), reading.outbox_state())

    def write(uow: UnitOfWork) -> None:
        told = project(uow, "visit-1")
        uow.project(replace(told, summary=replace(told.summary, grade="X")))
        uow.append([event_after(uow.head(STREAM))])
        uow.set_setting("colour", "dark")
        uow.put_officers([officer()])

    break_off(store, write)

    with store.read() as reading:
        assert (reading.events(STREAM), reading.visits(), reading.outbox_state()) == before
        assert reading.setting("colour") == ""
        assert reading.officers() == ()
    # What was remembered of the head and the projection is forgotten as well.
    told = tell(store, rights_read())
    with store.read() as reading:
        assert reading.events(STREAM, 1) == tuple(told)
        assert reading.visits() == (project(reading, "visit-1").summary,)


def test_a_transaction_inside_another_is_refused(store: FullStore) -> None:
    with store.begin() as uow:
        with pytest.raises(Defect) as refusal, store.begin():
            pass
        uow.set_setting("outer", "stays")

    assert refusal.value.code == "store.nested"
    with store.read() as reading:
        assert reading.setting("outer") == "stays"


def test_a_reader_keeps_its_view_while_others_write(store: FullStore) -> None:
    with store.read() as reading:
        before = reading.visits()
        start(store)

        assert reading.visits() == before
    with store.read() as reading:
        assert len(reading.visits()) == 1


def test_received_events_join_the_journal_but_not_the_outbox(store: FullStore) -> None:
    start(store)

    with store.begin() as uow:
        uow.append_received([remark()])

    with store.read() as reading:
        assert reading.events(remark().stream) == (remark(),)
        assert reading.outbox_state().events == 1


def test_a_received_event_that_is_known_is_passed_over(store: FullStore) -> None:
    second = remark(2, after=remark().head)
    with store.begin() as uow:
        uow.append_received([remark()])

    with store.begin() as uow:
        uow.append_received([remark(), second])

    with store.read() as reading:
        assert reading.events(remark().stream) == (remark(), second)


def test_a_received_event_that_forks_its_stream_is_refused(store: FullStore) -> None:
    with store.begin() as uow:
        uow.append_received([remark(1)])

    with pytest.raises(Defect) as refusal, store.begin() as uow:
        uow.append_received([remark(2)])

    assert refusal.value.code == "journal.order"


# --- projections ---------------------------------------------------------------------------------


def test_the_stored_projection_is_the_domains(store: FullStore) -> None:
    start(store)
    tell(store, rights_read(), AnswerRecorded("HEALTH", AnswerValue.NOT_MET), FINDING)

    with store.read() as reading:
        told = project(reading, "visit-1")
        assert reading.visit_summary("visit-1") == told.summary
        assert reading.visits() == (told.summary,)
        assert reading.rectifications() == told.rectifications
        assert reading.documents() == told.documents == ()


def test_rows_that_a_projection_no_longer_has_are_gone(store: FullStore) -> None:
    start(store)
    other = replace(FINDING, finding_id="finding-2", on_spot=True, deadline=None)
    tell(store, AnswerRecorded("HEALTH", AnswerValue.NOT_MET), FINDING, other)

    tell(store, FindingWithdrawn("finding-1", "认定有误"))

    with store.read() as reading:
        rows = reading.rectifications(open_only=False)
        assert [row.finding_id for row in rows] == ["finding-2"]


def test_rectifications_stand_by_deadline_and_hide_what_is_done(store: FullStore) -> None:
    start(store)
    at_once = replace(FINDING, finding_id="at-once", deadline=None)
    later = replace(FINDING, finding_id="later", deadline=date(2027, 1, 1))
    done = replace(FINDING, finding_id="done", on_spot=True)
    tell(store, AnswerRecorded("HEALTH", AnswerValue.NOT_MET), later, done, FINDING, at_once)

    with store.read() as reading:
        names = [row.finding_id for row in reading.rectifications()]
        everything = reading.rectifications(open_only=False, enterprise_id="enterprise-1")
        assert names == ["at-once", "finding-1", "later"]
        assert len(everything) == 4
        assert reading.rectifications(enterprise_id="enterprise-9") == ()


def test_visits_stand_by_start_and_open_ones_are_in_the_officers_hands(store: FullStore) -> None:
    for visit_id in ("visit-1", "visit-2", "visit-3"):
        start(store, visit_id)
    tell(store, VisitSubmitted(1), visit_id="visit-1")
    tell(store, VisitSubmitted(1), visit_id="visit-2")
    with store.begin() as uow:
        returned = remark(returned=True)
        uow.append_received([returned])
        uow.project(project(uow, "visit-1"))

    with store.read() as reading:
        assert [v.visit_id for v in reading.visits()] == ["visit-3", "visit-2", "visit-1"]
        assert [v.visit_id for v in reading.visits(open_only=True)] == ["visit-3", "visit-1"]
        assert [v.visit_id for v in reading.visits(limit=1)] == ["visit-3"]
        assert reading.visit_summary("visit-9") is None


def test_remarks_stand_by_time_and_can_be_only_the_open_ones(store: FullStore) -> None:
    start(store)
    with store.begin() as uow:
        uow.append_received([remark(), remark(2, after=remark().head)])
        uow.project(project(uow, "visit-1"))
    tell(store, RemarkAnswered("remark-1", "已补充"))

    with store.read() as reading:
        everything = reading.remarks("visit-1")
        assert [row.remark_id for row in everything] == ["remark-1", "remark-2"]
        assert everything[0].answer == "已补充"
        assert [row.remark_id for row in reading.remarks(open_only=True)] == ["remark-2"]
        assert reading.remarks("visit-2") == ()


def test_documents_are_found_by_any_part_of_number_title_or_enterprise(store: FullStore) -> None:
    start(store)
    tell(store, composed("doc-a"), composed("doc-b", number="云溪市监责改〔2026〕1号"))
    tell(store, issued("doc-b"), composed("doc-c", title="Notice ONE"))

    with store.read() as reading:
        assert [row.document_id for row in reading.documents()] == ["doc-c", "doc-a", "doc-b"]
        assert [row.document_id for row in reading.documents(text="责改〔2026")] == ["doc-b"]
        assert [row.document_id for row in reading.documents(text=" notice one ")] == ["doc-c"]
        assert len(reading.documents(text="张记面馆")) == 3
        assert reading.documents(text="%") == ()
        assert len(reading.documents(limit=2)) == 2


def test_events_that_deadlines_count_from_stand_by_time_and_can_be_narrowed(
    store: FullStore,
) -> None:
    start(store)
    tell(store, composed("doc-a"), composed("doc-b"), issued("doc-a"), issued("doc-b"))

    with store.read() as reading:
        found = reading.deadline_starts()
        assert [row.start_id for row in found] == ["issued-doc-b", "issued-doc-a"]
        assert reading.deadline_starts(visit_id="visit-1", enterprise_id="enterprise-1") == found
        assert reading.deadline_starts(since=found[0].at) == found[:1]
        assert reading.deadline_starts(visit_id="visit-9") == ()
        assert reading.deadline_starts(enterprise_id="enterprise-9") == ()


# --- small things --------------------------------------------------------------------------------


def test_a_bookmark_is_replaced(store: FullStore) -> None:
    with store.begin() as uow:
        uow.set_bookmark("visit-1", Bookmark("checklist", "HEALTH"))
        uow.set_bookmark("visit-1", Bookmark("checklist", "WASH"))

    with store.read() as reading:
        assert reading.bookmark("visit-1") == Bookmark("checklist", "WASH")
        assert reading.bookmark("visit-2") is None


def test_a_setting_has_a_default_until_it_is_set(store: FullStore) -> None:
    with store.begin() as uow:
        assert uow.setting("theme", "light") == "light"
        uow.set_setting("theme", "dark")
        uow.set_setting("empty", "")

    with store.read() as reading:
        assert reading.setting("theme", "light") == "dark"
        assert reading.setting("empty", "default") == ""


def test_numbers_are_taken_in_order_across_blocks_and_never_twice(store: FullStore) -> None:
    first, second = (
        NumberBlock("b1", "责改", 2026, 7, 8, 1),
        NumberBlock("b2", "责改", 2026, 20, 20, 2),
    )
    with store.begin() as uow:
        for block in (first, second, first):
            uow.add_number_block(block)
        assert uow.numbers_left() == {("责改", 2026): 3}
        taken = [uow.take_number("责改", 2026) for _ in range(3)]

        assert taken == [TakenNumber(first, 7), TakenNumber(first, 8), TakenNumber(second, 20)]
        with pytest.raises(UserError) as refusal:
            uow.take_number("责改", 2026)

    assert refusal.value.code == "numbers.exhausted"
    with store.read() as reading:
        assert reading.numbers_left() == {("责改", 2026): 0}


def test_a_number_of_a_rolled_back_transaction_is_free_again(store: FullStore) -> None:
    block = NumberBlock("b1", "责改", 2026, 1, 9, 1)
    with store.begin() as uow:
        uow.add_number_block(block)

    break_off(store, lambda uow: uow.take_number("责改", 2026))

    with store.begin() as uow:
        assert uow.take_number("责改", 2026) == TakenNumber(block, 1)


def test_numbers_of_another_word_or_year_are_not_taken(store: FullStore) -> None:
    with store.begin() as uow:
        uow.add_number_block(NumberBlock("b1", "责改", 2026, 1, 9, 1))
        for word, year in (("责改", 2027), ("处罚", 2026)):
            with pytest.raises(UserError):
                uow.take_number(word, year)


def test_signed_heads_stand_in_order_and_once(store: FullStore) -> None:
    first = SignedHead(Head(STREAM, 1, "a" * 64), "device-1", "key-1", moment().at, "s1")
    second = SignedHead(Head(STREAM, 2, "b" * 64), "device-1", "key-1", moment(1).at, "s2")
    other = SignedHead(Head("visit/other", 1, "c" * 64), "device-1", "key-1", moment().at, "s3")
    with store.begin() as uow:
        for signed in (first, other, second, first):
            uow.add_signed_head(signed)

        assert uow.signed_heads(STREAM) == (first, second)
