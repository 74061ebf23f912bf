"""The port ``SyncStore``: nothing committed is ever forgotten, nothing acknowledged sent twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.domain.errors import Defect, UserError
from inspector_app.domain.journal import Event, Head, SignedHead
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.ports import OutboxEntry
from inspector_app.domain.sync_ports import (
    Lineage,
    NumberFate,
    NumberUse,
    QuarantinedEvent,
)
from inspector_app.domain.visit_events import DocumentVoided
from inspector_app.domain.visit_journal import visit_stream
from tests.contract.papers import numbered
from tests.contract.stores import FullStore, at, feed, positions, remark, start, tell
from tests.factory import moment, rights_read

RECEIPT = b'{"high_water":1}'


def append(store: FullStore, count: int, stream: str = "visit/x") -> list[Event]:
    events = []
    with store.begin() as uow:
        for _ in range(count):
            head = uow.head(stream)
            event = Event.record(
                head, "answer_recorded", 1, moment(head.seq), "officer-1", {"text": "x" * 50}
            )
            uow.append([event])
            events.append(event)
    return events


def entry(position: int, event: Event) -> OutboxEntry:
    return OutboxEntry(position, event.stream, event.seq, event.hash, event.body)


def acknowledge(store: FullStore, high_water: int, **refused: str) -> None:
    store.sync.acknowledge(
        store.sync.lineage().id,
        high_water,
        RECEIPT,
        at(5),
        {int(position.removeprefix("p")): reason for position, reason in refused.items()},
    )


# --- outbox --------------------------------------------------------------------------------------


def test_own_events_wait_in_order_with_their_exact_bytes(store: FullStore) -> None:
    first = append(store, 2, "visit/a")
    with store.begin() as uow:
        uow.append_received([remark()])
    second = append(store, 1, "visit/b")

    waiting = store.sync.pending_events()

    assert waiting == tuple(entry(place, e) for place, e in enumerate([*first, *second], 1))


def test_a_batch_keeps_to_its_limits_but_is_never_empty(store: FullStore) -> None:
    events = append(store, 5)
    size = len(events[0].body)

    assert positions(store, 3) == [1, 2, 3]
    assert len(store.sync.pending_events(max_bytes=2 * size + 5)) == 2
    assert len(store.sync.pending_events(max_bytes=1)) == 1
    assert store.sync.pending_events(limit=0) == ()


def test_what_is_acknowledged_no_longer_waits(store: FullStore) -> None:
    append(store, 4)

    acknowledge(store, 3)

    assert positions(store) == [4]
    assert store.sync.lineage().acknowledged == 3
    assert store.sync.server_at() == at(5)
    with store.read() as reading:
        assert reading.outbox_state().events == 1


def test_an_older_receipt_takes_nothing_back(store: FullStore) -> None:
    append(store, 4)
    acknowledge(store, 3)

    acknowledge(store, 1)

    assert positions(store) == [4]


def test_a_receipt_of_another_lineage_or_beyond_ours_is_refused(store: FullStore) -> None:
    append(store, 2)

    for lineage, high_water in (("another", 1), (store.sync.lineage().id, 3)):
        with pytest.raises(Defect) as refusal:
            store.sync.acknowledge(lineage, high_water, RECEIPT, at())
        assert refusal.value.code == "sync.acknowledge"
    assert positions(store) == [1, 2]


def test_a_restored_server_gets_again_what_it_lost(store: FullStore) -> None:
    append(store, 5)
    acknowledge(store, 5)

    assert store.sync.rearm(3) == 3

    assert positions(store) == [3, 4, 5]
    acknowledge(store, 5)
    assert positions(store) == []
    assert store.sync.rearm(0) == 5
    assert store.sync.rearm(9) == 0


def test_hashes_are_known_by_position(store: FullStore) -> None:
    events = append(store, 2)

    assert store.sync.hash_at(2) == events[1].hash
    assert store.sync.hash_at(0) == store.sync.hash_at(3) == ""


def test_heads_of_all_streams_can_be_compared(store: FullStore) -> None:
    own = append(store, 2)[-1]
    feed(store, remark())

    assert store.sync.heads() == (remark().head, own.head)


# --- quarantine ----------------------------------------------------------------------------------


def test_a_refused_event_is_set_aside_and_the_rest_goes_on(store: FullStore) -> None:
    events = append(store, 4)

    acknowledge(store, 4, p2="schema")

    assert positions(store) == []
    refused = events[1]
    assert store.sync.quarantined() == (
        QuarantinedEvent(2, refused.stream, 2, refused.hash, "schema", refused.body),
    )
    with store.read() as reading:
        assert reading.outbox_state().quarantined == 1


def test_an_event_set_aside_here_is_not_sent(store: FullStore) -> None:
    append(store, 3)

    store.sync.quarantine(2, "too large")

    assert positions(store) == [1, 3]
    with pytest.raises(KeyError):
        store.sync.quarantine(9, "none")


def test_a_released_event_waits_until_it_is_acknowledged(store: FullStore) -> None:
    append(store, 3)
    acknowledge(store, 3, p2="schema")

    store.sync.release(2)

    assert positions(store) == [2]
    assert store.sync.quarantined() == ()
    assert store.sync.lineage().acknowledged == 1
    acknowledge(store, 3)
    assert positions(store) == []
    with pytest.raises(KeyError):
        store.sync.release(2)


def test_a_released_event_can_be_refused_again(store: FullStore) -> None:
    append(store, 3)
    acknowledge(store, 3, p2="schema")
    store.sync.release(2)

    acknowledge(store, 3, p2="still")

    assert positions(store) == []
    assert [aside.reason for aside in store.sync.quarantined()] == ["still"]


# --- lineage -------------------------------------------------------------------------------------


def test_a_new_store_has_a_lineage_that_has_handed_out_nothing(store: FullStore) -> None:
    lineage = store.sync.lineage()

    assert (lineage.device, lineage.last, lineage.acknowledged) == ("device-1", 0, 0)
    assert lineage.id


def test_a_new_lineage_sends_every_own_event_again_from_one(store: FullStore) -> None:
    events = append(store, 3)
    feed(store, remark())
    acknowledge(store, 3, p2="schema")
    before = store.sync.lineage()
    with store.begin() as uow:
        uow.add_number_block(NumberBlock("b1", "责改", 2026, 1, 9, 1))

    after = store.sync.start_new_lineage(at(30))

    assert after == Lineage(store.sync.lineage().id, "device-1", at(30), 3, 0)
    assert after.id != before.id
    assert store.sync.pending_events() == tuple(entry(p, e) for p, e in enumerate(events, 1))
    assert store.sync.quarantined() == ()
    events += append(store, 1)
    assert positions(store) == [1, 2, 3, 4]
    # Its numbers may be in use on the other copy.
    assert store.sync.numbers_left() == {("责改", 2026): 0}
    assert store.sync.number_blocks() == ()


# --- numbers -------------------------------------------------------------------------------------


def test_numbers_are_reported_used_and_then_void(store: FullStore) -> None:
    start(store)
    block = NumberBlock("b1", "责改", 2026, 5, 9, 3)
    with store.begin() as uow:
        uow.add_number_block(block)
        taken = uow.take_number("责改", 2026)
    tell(store, rights_read(), numbered("doc-1", taken))
    used = NumberUse("b1", 3, "责改", 2026, 5, NumberFate.USED, "doc-1")

    assert store.sync.number_uses() == (used,)
    store.sync.numbers_reported([used])
    assert store.sync.number_uses() == ()

    tell(store, DocumentVoided("doc-1", "当事人名称有误"))
    void = replace(used, fate=NumberFate.VOID)
    assert store.sync.number_uses() == (void,)
    store.sync.numbers_reported([used])
    assert store.sync.number_uses() == (void,)
    store.sync.numbers_reported([void])
    assert store.sync.number_uses() == ()


def test_a_number_taken_for_no_document_yet_is_reported_as_used(store: FullStore) -> None:
    with store.begin() as uow:
        uow.add_number_block(NumberBlock("b1", "责改", 2026, 5, 9, 3))
        uow.take_number("责改", 2026)

    assert [use.document_id for use in store.sync.number_uses()] == [""]


def test_of_a_block_given_up_no_number_is_taken(store: FullStore) -> None:
    kept, lost = (
        NumberBlock("b2", "责改", 2026, 20, 29, 2),
        NumberBlock("b1", "责改", 2026, 1, 9, 1),
    )
    with store.begin() as uow:
        uow.add_number_block(lost)
        uow.add_number_block(kept)
        uow.take_number("责改", 2026)

    store.sync.give_up_blocks(["b1", "unknown"])

    assert store.sync.number_blocks() == (kept,)
    assert store.sync.given_up_blocks() == (lost,)
    assert store.sync.numbers_left() == {("责改", 2026): 10}
    with store.begin() as uow:
        assert uow.take_number("责改", 2026).seq == 20


def test_a_block_used_up_is_still_told(store: FullStore) -> None:
    block = NumberBlock("b1", "责改", 2026, 1, 1, 1)
    with store.begin() as uow:
        uow.add_number_block(block)
        uow.take_number("责改", 2026)

    assert store.sync.number_blocks() == (block,)
    with pytest.raises(UserError), store.begin() as uow:
        uow.take_number("责改", 2026)


# --- signed heads and outcome --------------------------------------------------------------------


def test_signed_heads_wait_until_the_server_keeps_them(store: FullStore) -> None:
    one, two = (
        SignedHead(Head(visit_stream("visit-1"), seq, "a" * 64), "device-1", "k", at(seq), "s")
        for seq in (1, 2)
    )
    with store.begin() as uow:
        uow.add_signed_head(one)
    store.sync.keep_signed_heads([two, one])

    assert store.sync.unsent_heads() == (one, two)
    assert store.sync.unsent_heads(1) == (one,)
    store.sync.heads_acknowledged([one])
    assert store.sync.unsent_heads() == (two,)
    with store.begin() as uow:
        assert uow.signed_heads(one.head.stream) == (one, two)


def test_the_outcome_is_shown_until_the_next(store: FullStore) -> None:
    store.sync.record_outcome(at(1))
    store.sync.record_outcome(at(2), "offline")

    with store.read() as reading:
        state = reading.outbox_state()
    assert (state.last_sync, state.last_error) == (at(1), "offline")

    store.sync.record_outcome(at(3))
    with store.read() as reading:
        state = reading.outbox_state()
    assert (state.last_sync, state.last_error) == (at(3), "")
