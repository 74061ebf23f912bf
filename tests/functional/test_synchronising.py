"""A laptop and a real server process, end to end."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from inspector_app.domain.officer import Role
from inspector_app.domain.projection import project_visit
from inspector_app.domain.review import (
    CaseApproved,
    CaseReturned,
    RemarkMade,
    ReviewStatus,
    fold_reviews,
)
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_events import DocumentPrinted
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.storage import open_store
from inspector_app.sync.review_desk import HttpReviewDesk
from tests.contract.conftest import KEY
from tests.factory import visit_started
from tests.factory_sync import Bureau, Laptop, chained, reviewed, visit_events

_NUMBERS = itertools.count(1)


@pytest.fixture
def laptop(office: Bureau, tmp_path: Path) -> Laptop:
    """A laptop with its real, encrypted database."""
    return office.laptop(store=lambda device: open_store(tmp_path / "laptop", KEY, device=device))


def fresh_visit() -> str:
    return f"v{next(_NUMBERS)}"


def test_the_first_feed_brings_what_the_bureau_knows(office: Bureau, laptop: Laptop) -> None:
    laptop.synchronizer.synchronize()
    with laptop.store.read() as reading:
        assert {task.id for task in reading.tasks()} >= {"task-1"}
        assert len(reading.officers()) == 3
        assert reading.enterprise("enterprise-2") is not None


def test_numbers_are_leased_when_few_are_left(office: Bureau, laptop: Laptop) -> None:
    laptop.synchronizer.synchronize()
    left = laptop.store.sync.numbers_left()
    assert [count for (word, _), count in left.items() if word == "责改"] == [20]


def test_a_visit_pushed_is_the_same_visit_on_both_sides(office: Bureau, laptop: Laptop) -> None:
    visit_id = fresh_visit()
    events = visit_events(visit_id)
    laptop.record(events)
    outcome = laptop.synchronizer.synchronize()
    assert (outcome.pushed, laptop.pending()) == (len(events), 0)
    desk = HttpReviewDesk(office.laptop(Role.SUPERVISOR).line)
    assert desk.case_events(visit_id) == tuple(events)
    visit = fold_visit(events)
    assert visit is not None
    assert project_visit(visit, fold_reviews(())).summary in desk.queue()


def test_heads_signed_by_the_device_are_kept(office: Bureau, laptop: Laptop) -> None:
    visit_id = fresh_visit()
    events = visit_events(visit_id)
    laptop.record(events)
    laptop.synchronizer.synchronize()
    kept = office.rows(f"SELECT hash FROM signed_heads WHERE stream = '{visit_stream(visit_id)}'")
    assert kept == [(events[-1].hash,)]
    assert laptop.store.sync.unsent_heads() == ()


def test_a_remark_comes_back_to_the_laptop_that_wrote_the_visit(
    office: Bureau, laptop: Laptop
) -> None:
    visit_id = fresh_visit()
    laptop.record(visit_events(visit_id))
    laptop.synchronizer.synchronize()
    supervisor = office.laptop(Role.SUPERVISOR)
    supervisor.record(
        reviewed(
            visit_id,
            RemarkMade("r1", visit_id, "请补照片", item="WASH"),
            CaseReturned(visit_id, "材料不全", 1, "h"),
        )
    )
    supervisor.synchronizer.synchronize()
    outcome = laptop.synchronizer.synchronize()
    assert outcome.visits_changed == (visit_id,)
    with laptop.store.read() as reading:
        assert [remark.item for remark in reading.remarks(visit_id)] == ["WASH"]
        summary = reading.visit_summary(visit_id)
        assert summary is not None
        assert summary.review is ReviewStatus.RETURNED


def test_the_queue_shows_what_was_decided(office: Bureau, laptop: Laptop) -> None:
    visit_id = fresh_visit()
    laptop.record(visit_events(visit_id))
    laptop.synchronizer.synchronize()
    supervisor = office.laptop(Role.SUPERVISOR)
    supervisor.record(reviewed(visit_id, CaseApproved(visit_id, "同意", 1, "h")))
    supervisor.synchronizer.synchronize()
    status = {row.visit_id: row.review for row in HttpReviewDesk(supervisor.line).queue()}
    assert status[visit_id] is ReviewStatus.APPROVED


def test_a_photo_goes_up_and_the_supervisor_reads_it(office: Bureau, laptop: Laptop) -> None:
    visit_id = fresh_visit()
    photo = b"\xff\xd8" + bytes(range(256)) * 2_000
    sha256 = laptop.attach(photo, visit_stream(visit_id))
    laptop.record(visit_events(visit_id, photo=sha256))
    assert laptop.synchronizer.synchronize().blobs == 1
    assert laptop.store.sync.pending_blobs() == ()
    desk = HttpReviewDesk(office.laptop(Role.SUPERVISOR).line)
    assert desk.blob(sha256) == photo
    assert {row.visit.visit_id: row.missing_blobs for row in desk.rows()}[visit_id] == 0


def test_a_database_put_back_from_a_copy_gets_its_lost_events_again(
    office: Bureau, laptop: Laptop, tmp_path: Path
) -> None:
    visit = visit_events(fresh_visit())
    laptop.record(visit[:3])
    laptop.synchronizer.synchronize()
    laptop.store.close()
    shutil.copytree(tmp_path / "laptop", tmp_path / "copy")
    laptop.store = open_store(tmp_path / "laptop", KEY, device=laptop.enrolment.device)
    laptop.record(visit[3:])
    laptop.synchronizer.synchronize()
    laptop.store.close()
    laptop.store = open_store(tmp_path / "copy", KEY, device=laptop.enrolment.device)
    before = laptop.store.sync.lineage().id
    laptop.synchronizer.synchronize()
    with laptop.store.read() as reading:
        assert reading.events(visit[0].stream) == tuple(visit)
    assert laptop.pending() == 0
    assert laptop.store.sync.lineage().id != before


def test_a_second_synchronisation_has_nothing_to_do(office: Bureau, laptop: Laptop) -> None:
    laptop.record(visit_events(fresh_visit()))
    laptop.synchronizer.synchronize()
    outcome = laptop.synchronizer.synchronize()
    assert (outcome.pushed, outcome.blobs, outcome.received) == (0, 0, 0)


def test_what_the_server_set_aside_is_shown_and_offered_again_next_session(
    office: Bureau, laptop: Laptop
) -> None:
    visit, healthy = fresh_visit(), visit_events(fresh_visit())
    poison = chained(visit, [visit_started(visit_id=visit), DocumentPrinted("无", "p", 1)])
    laptop.record([*poison, *healthy])
    first_session = laptop.synchronizer.synchronize()
    second_session = laptop.synchronizer.synchronize()
    assert (first_session.pushed, second_session.pushed) == (len(healthy) + 1, 0)
    assert [row.reason for row in laptop.store.sync.quarantined()] == ["event.unreadable"]
    assert laptop.pending() == 0
