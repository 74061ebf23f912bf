"""The port ``SyncStore``: what the server tells is applied once, and nothing in it blocks the rest."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.domain.checklist import AnswerValue, PackRef
from inspector_app.domain.journal import Event, Head
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.sync_ports import (
    FeedEffect,
    ReceivedPack,
    TaskWithdrawn,
)
from inspector_app.domain.visit_events import AnswerRecorded
from tests.contract.stores import FullStore, at, feed, positions, project, remark, start
from tests.factory import Chain, enterprise, moment, officer, task, visit_started


def test_a_page_of_the_feed_is_applied_with_its_cursor(store: FullStore) -> None:
    pack = ReceivedPack(PackRef("food", "2.0.0", "d" * 64), b"bytes")
    block = NumberBlock("b1", "责改", 2026, 1, 9, 1)
    assert store.sync.feed_cursor() == ""

    effect = feed(
        store, enterprise(), task(), task(2), TaskWithdrawn("task-2"), officer(), block, pack
    )

    assert effect == FeedEffect(0, 0, ())
    assert store.sync.feed_cursor() == "c1"
    assert store.sync.server_at() == at(9)
    assert store.sync.received_packs() == (pack,)
    assert store.sync.number_blocks() == (block,)
    with store.read() as reading:
        assert reading.enterprise("enterprise-1") == enterprise()
        assert reading.tasks() == (task(),)
        assert reading.officers() == (officer(),)
        assert reading.numbers_left() == {("责改", 2026): 9}


def test_reviews_reach_the_visits_projection(store: FullStore) -> None:
    start(store)

    effect = feed(store, remark())

    assert effect == FeedEffect(1, 0, ("visit-1",))
    with store.read() as reading:
        assert [row.text for row in reading.remarks("visit-1")] == ["请补充照片"]
        summary = reading.visit_summary("visit-1")
        assert summary is not None
        assert summary.open_remarks == 1
        assert summary == project(reading, "visit-1").summary


def test_a_page_that_comes_again_changes_nothing(store: FullStore) -> None:
    start(store)
    second = remark(2, after=remark().head)
    feed(store, enterprise(), remark(), second)

    assert feed(store, enterprise(), remark(), second) == FeedEffect(0, 0, ())

    with store.read() as reading:
        assert len(reading.events(remark().stream)) == 2


def test_a_review_of_a_visit_that_is_not_here_is_kept(store: FullStore) -> None:
    assert feed(store, remark()) == FeedEffect(1, 0, ())

    with store.read() as reading:
        assert reading.events(remark().stream) == (remark(),)


def test_an_event_that_does_not_follow_is_set_aside_and_blocks_nothing(store: FullStore) -> None:
    start(store)
    feed(store, remark(1))
    fork = remark(2)
    altered = replace(remark(3, after=remark(1).head), body=b"{}")

    effect = feed(store, fork, altered, remark(4, reviewer="sup2"), enterprise(), cursor="c2")

    assert effect == FeedEffect(1, 2, ("visit-1",))
    assert [(aside.position, aside.reason) for aside in store.sync.quarantined()] == [
        (0, "journal.order"),
        (0, "journal.hash"),
    ]
    assert feed(store, fork) == FeedEffect(0, 0, ())
    with store.read() as reading:
        assert reading.outbox_state().quarantined == 2
        assert reading.enterprise("enterprise-1") is not None


def test_a_review_that_this_program_cannot_read_is_kept_and_blocks_nothing(
    store: FullStore,
) -> None:
    start(store)
    unknown = Event.record(
        Head("review/visit-1/sup"), "sealed_by_drone", 7, moment(), "officer-3", {}
    )

    effect = feed(store, unknown, enterprise())

    assert effect == FeedEffect(1, 0, ())
    with store.read() as reading:
        assert reading.events(unknown.stream) == (unknown,)
        assert reading.enterprise("enterprise-1") is not None


def test_a_visit_of_another_laptop_is_received_and_projected(store: FullStore) -> None:
    chain = Chain().add(visit_started(), AnswerRecorded("HEALTH", AnswerValue.MET))

    effect = feed(store, *chain.events)

    assert effect == FeedEffect(2, 0, ("visit-1",))
    assert positions(store) == []
    with store.read() as reading:
        assert [visit.answered for visit in reading.visits()] == [1]
