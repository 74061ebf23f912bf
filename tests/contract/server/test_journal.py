"""Events enter the server's journal once, in order, or are set aside where a person sees them."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import pytest
import rfc8785
import sqlalchemy as sa

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import Event, Head, SignedHead
from inspector_app.domain.officer import Role
from inspector_app.domain.projection import project_visit
from inspector_app.domain.review import (
    CaseApproved,
    RemarkMade,
    fold_reviews,
    record_review_event,
    review_stream,
)
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_events import (
    AnswerRecorded,
    DocumentPrinted,
    FindingConfirmed,
)
from inspector_app.domain.visit_journal import record_event
from inspector_app.server.desk import Desk
from inspector_app.server.storage import cases, devices, feed
from inspector_app.server.storage.schema import events, quarantine
from inspector_app.wire.journal import Receipt
from tests.contract.server.senders import Sender, alarm_codes, entries, hashes, sender
from tests.factory import moment, officer, violation, visit_started
from tests.factory_sync import SUPERVISOR, chained, reviewed, visit_events


def stored(desk: Desk, stream: str = "visit/v1") -> list[str]:
    with desk.database.read() as connection:
        asked = sa.select(events.c.hash).where(events.c.stream == stream).order_by(events.c.seq)
        return list(connection.execute(asked).scalars())


def codes(receipt: Receipt) -> list[str]:
    return [refusal.code for refusal in receipt.refused]


def next_of(found: list[Event], note: str) -> Event:
    said = AnswerRecorded("WASH", AnswerValue.MET, note=note)
    return record_event(found[-1].head, said, moment(30), "officer-1")


def test_the_receipt_says_up_to_where_and_with_which_heads(desk: Desk) -> None:
    visit = visit_events("v1")
    receipt = sender(desk).record(visit)
    assert receipt.high_water.position == len(visit)
    assert receipt.high_water.hash == visit[-1].hash
    assert receipt.streams == (visit[-1].head,)


def test_a_batch_pushed_again_changes_nothing(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1")
    first = laptop.push(entries(visit))
    assert laptop.push(entries(visit)) == first
    assert stored(desk) == hashes(visit)


def test_a_later_batch_that_overtakes_is_asked_for_again(desk: Desk) -> None:
    laptop, batch = sender(desk), entries(visit_events("v1"))
    assert laptop.push(batch[3:]).high_water.position == 0
    laptop.push(batch[:3])
    assert laptop.push(batch[3:]).high_water.position == len(batch)


def test_the_same_number_with_another_hash_is_a_fork_and_overwrites_nothing(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1")
    laptop.record(visit)
    fork = next_of(visit[:3], "另一种说法")
    assert codes(laptop.record([fork])) == ["stream.fork"]
    assert stored(desk) == hashes(visit)
    assert "stream.fork" in alarm_codes(desk)


def test_a_poisonous_event_blocks_only_its_own_case(desk: Desk) -> None:
    laptop = sender(desk)
    poisoned = chained("v1", [visit_started(visit_id="v1"), DocumentPrinted("无此文书", "p", 1)])
    after = next_of(poisoned, "其后")
    healthy = visit_events("v2")
    receipt = laptop.record([*poisoned, after, *healthy])
    assert codes(receipt) == ["event.unreadable", "stream.blocked"]
    assert stored(desk, "visit/v2") == hashes(healthy)


def test_an_event_that_the_lists_cannot_show_is_set_aside_alone(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1")
    # The fold takes a finding at an item that the visit does not have; its row cannot be drawn.
    lost = FindingConfirmed("f1", "NOWHERE", violation(), "现场", (), "改正", None)
    stray = record_event(visit[-1].head, lost, moment(30), "officer-1")
    other = visit_events("v2")
    assert codes(laptop.record([*visit, stray, *other])) == ["event.unreadable"]
    assert stored(desk) == hashes(visit)
    assert stored(desk, "visit/v2") == hashes(other)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ({"hash": "0" * 64}, "event.hash"),
        ({"seq": 7}, "event.envelope"),
        ({"stream": "visit/other"}, "event.envelope"),
    ],
)
def test_an_entry_that_is_not_what_it_says_is_set_aside(
    desk: Desk, damage: dict[str, object], code: str
) -> None:
    (entry,) = entries(visit_events("v1")[:1])
    fields = {name: getattr(entry, name) for name in entry.__struct_fields__}
    assert codes(sender(desk).push([type(entry)(**{**fields, **damage})])) == [code]


def test_a_stream_nobody_knows_is_set_aside(desk: Desk) -> None:
    stray = Event.record(Head("notes/1"), "note", 1, moment(), "officer-1", {})
    assert codes(sender(desk).record([stray])) == ["stream.unknown"]


def test_an_event_of_a_newer_program_waits_for_the_upgrade(desk: Desk) -> None:
    visit = visit_events("v1")[:1]
    newer = Event.record(visit[0].head, "answer_recorded", 99, moment(1), "officer-1", {})
    assert codes(sender(desk).record([*visit, newer])) == ["event.newer"]


def test_what_was_set_aside_is_taken_once_it_fits(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1")
    early = entries(visit[1:2])
    assert codes(laptop.push(early, lineage="a")) == ["stream.gap"]
    laptop.push(entries(visit[:1]), lineage="b")
    assert codes(laptop.push(early, lineage="a")) == []
    with desk.database.read() as connection:
        resolved = connection.execute(sa.select(quarantine.c.resolved_at)).scalar_one()
    assert resolved != ""


def test_another_device_may_not_go_on_with_a_visit(desk: Desk) -> None:
    visit = visit_events("v1")
    sender(desk).record(visit)
    assert codes(sender(desk).record([next_of(visit, "他机")])) == ["stream.foreign"]
    assert "stream.foreign" in alarm_codes(desk)


def test_of_another_devices_visit_no_head_is_told(desk: Desk) -> None:
    visit = visit_events("v1")
    sender(desk).record(visit)
    assert sender(desk).record([next_of(visit, "他机")]).streams == ()


@pytest.mark.parametrize("field", ["at", "by", "type"])
def test_text_that_no_column_can_hold_blocks_only_its_own_case(desk: Desk, field: str) -> None:
    poison = visit_events("v1")[0]
    fields = json.loads(poison.body) | {field: "\0"}
    body = rfc8785.dumps(fields)
    poisoned = replace(poison, hash=sha256(body).hexdigest(), body=body)
    other = visit_events("v2")
    assert codes(sender(desk).record([poisoned, *other])) == ["event.body"]
    assert stored(desk, "visit/v2") == hashes(other)


def test_a_new_lineage_tells_known_events_again_without_doubling(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1")
    laptop.record(visit)
    receipt = laptop.push(entries(visit), lineage="after-restore")
    assert (receipt.high_water.position, receipt.refused) == (len(visit), ())
    assert stored(desk) == hashes(visit)


def test_a_lineage_of_another_device_is_refused_whole(desk: Desk) -> None:
    first, clone = sender(desk), sender(desk)
    first.record(visit_events("v1"))
    with pytest.raises(UserError) as refusal:
        clone.push(entries(visit_events("v2")), lineage=first.lineage)
    assert refusal.value.code == "lineage.foreign"
    assert stored(desk, "visit/v2") == []


def test_two_clones_of_one_device_are_told_apart(desk: Desk) -> None:
    laptop = sender(desk)
    laptop.push(entries(visit_events("v1")))
    with pytest.raises(UserError) as refusal:
        laptop.push(entries(visit_events("v2")))
    assert refusal.value.code == "lineage.forked"
    assert "lineage.forked" in alarm_codes(desk)
    assert stored(desk, "visit/v2") == []


def test_what_a_revoked_device_sends_is_kept_for_a_person(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1")
    with desk.database.write() as connection:
        devices.revoke(connection, laptop.id, desk.at(), wipe=False)
    receipt = laptop.record(visit)
    assert set(codes(receipt)) == {"device.revoked"}
    assert receipt.high_water.position == len(visit)
    assert stored(desk) == []
    with desk.database.read() as connection:
        kept = connection.execute(sa.select(quarantine.c.body)).scalars().all()
    assert sorted(kept) == sorted(event.body for event in visit)


def test_only_the_owner_of_the_visit_is_told_of_its_review(desk: Desk) -> None:
    owner, other = sender(desk), sender(desk)
    owner.record(visit_events("v1"))
    remark = reviewed("v1", RemarkMade("r1", "v1", "请补照片", item="WASH"))
    assert sender(desk, Role.SUPERVISOR).record(remark).refused == ()
    with desk.database.read() as connection:
        told = [
            sum(
                b'"review"' in bytes(raw) for raw in feed.page(connection, one.device, "", "").items
            )
            for one in (owner, other)
        ]
    assert told == [1, 0]


def test_a_reviewer_may_write_from_several_devices(desk: Desk) -> None:
    sender(desk).record(visit_events("v1"))
    for number in range(2):
        laptop = sender(desk, Role.SUPERVISOR)
        stream = review_stream("v1", f"{SUPERVISOR.id}-{laptop.id}")
        made = RemarkMade(f"r{number}", "v1", "请补照片")
        remark = record_review_event(Head(stream), made, moment(60), SUPERVISOR.id)
        assert laptop.record([remark]).refused == ()


def test_a_review_from_an_officers_device_is_set_aside(desk: Desk) -> None:
    laptop = sender(desk)
    laptop.record(visit_events("v1"))
    forged = reviewed("v1", CaseApproved("v1", "同意", 1, "h"))
    assert codes(laptop.record(forged)) == ["review.role"]


def test_a_reviewer_signs_only_with_their_own_name(desk: Desk) -> None:
    sender(desk).record(visit_events("v1"))
    forged = reviewed("v1", CaseApproved("v1", "同意", 1, "h"), by="officer-2")
    assert codes(sender(desk, Role.SUPERVISOR).record(forged)) == ["review.reviewer"]


def test_nobody_reviews_their_own_case(desk: Desk) -> None:
    me = officer(3, role=Role.SUPERVISOR)
    started = visit_started(visit_id="v1", officers=(officer(1), me))
    sender(desk).record(chained("v1", [started]))
    own = reviewed("v1", CaseApproved("v1", "同意", 1, "h"))
    assert codes(sender(desk, Role.SUPERVISOR).record(own)) == ["review.own_case"]


def test_a_review_of_a_visit_that_is_not_here_waits(desk: Desk) -> None:
    remark = reviewed("v9", RemarkMade("r1", "v9", "？"))
    assert codes(sender(desk, Role.SUPERVISOR).record(remark)) == ["review.visit"]


def signed(laptop: Sender, head: Head) -> SignedHead:
    unsigned = SignedHead(head, laptop.id, laptop.key.id, "2026-11-21T09:00:00+08:00")
    return replace(unsigned, signature=laptop.key.sign(unsigned.message))


def test_a_head_signed_by_the_device_is_kept(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1")
    laptop.record(visit)
    receipt = laptop.push([], signed(laptop, visit[-1].head))
    assert receipt.heads_kept == (("visit/v1", visit[-1].seq),)


def test_a_head_of_another_devices_visit_is_not_kept_and_an_alarm(desk: Desk) -> None:
    visit = visit_events("v1")
    sender(desk).record(visit)
    other = sender(desk)
    assert other.push([], signed(other, visit[-1].head)).heads_kept == ()
    assert "head.foreign" in alarm_codes(desk)


def test_a_revoked_device_signs_nothing(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1")
    laptop.record(visit)
    with desk.database.write() as connection:
        devices.revoke(connection, laptop.id, desk.at(), wipe=False)
    assert laptop.push([], signed(laptop, visit[-1].head)).heads_kept == ()


def test_a_head_signed_by_somebody_else_is_an_alarm(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1")
    laptop.record(visit)
    forged = replace(signed(sender(desk), visit[-1].head), device=laptop.id)
    assert laptop.push([], forged).heads_kept == ()
    assert "head.signature" in alarm_codes(desk)


def test_the_server_keeps_the_projection_that_the_fold_gives(desk: Desk) -> None:
    laptop, visit = sender(desk), visit_events("v1", answers=5)
    batch = entries(visit)
    for start in range(0, len(batch), 2):
        laptop.push(batch[start : start + 2])
    folded = fold_visit(visit)
    assert folded is not None
    with desk.database.read() as connection:
        (row,) = cases.queue(connection)
    assert row.visit == project_visit(folded, fold_reviews(())).summary


def test_the_queue_counts_blobs_that_have_not_arrived(desk: Desk) -> None:
    sender(desk).record(visit_events("v1", photo="ab" * 32))
    with desk.database.read() as connection:
        (row,) = cases.queue(connection)
    assert row.missing_blobs == 1
