"""Synchronising by itself: one at a time, tried again by the policy, stopped by a refusal."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import UserError
from inspector_app.domain.ports import SyncOutcome
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.sync_lane import SyncLane
from tests.gui.factory_gui import Pace, offline, outcome

_NOW = "2026-11-21T09:00:00+08:00"


def lane_over(
    jobs: Jobs,
    synchronize: Callable[[], SyncOutcome],
    pace: Pace | None = None,
    bus: ChangeBus | None = None,
) -> SyncLane:
    return SyncLane(synchronize, lambda: _NOW, pace or Pace(), jobs, bus or ChangeBus())


def fail() -> SyncOutcome:
    raise offline()


def refuse() -> SyncOutcome:
    raise UserError("sync.revoked", "本机已被停用。")


def in_turn(*answers: Callable[[], SyncOutcome]) -> Callable[[], SyncOutcome]:
    """One answer after the other."""
    left = iter(answers)

    def synchronize() -> SyncOutcome:
        answer = next(left)
        return answer()

    return synchronize


def run(lane: SyncLane, qtbot: QtBot, times: int = 1) -> None:
    for _ in range(times):
        with qtbot.waitSignal(lane.ended):
            lane.sync_now()


def test_a_synchronisation_is_kept_in_the_history(jobs: Jobs, qtbot: QtBot) -> None:
    lane = lane_over(jobs, lambda: outcome(pushed=3))

    run(lane, qtbot)

    (done,) = lane.runs
    assert done.at == _NOW
    assert done.outcome is not None
    assert done.outcome.pushed == 3


def test_what_it_brought_is_announced(jobs: Jobs, qtbot: QtBot) -> None:
    bus = ChangeBus()
    lane = lane_over(jobs, lambda: outcome(received=1), bus=bus)

    with qtbot.waitSignal(bus.changed) as announced:
        lane.sync_now()

    changes = announced.args[0] if announced.args else None
    assert isinstance(changes, Changes)
    assert {"visit", "task", "enterprise", "sync"} <= changes.kinds


def test_one_goes_on_at_a_time_and_a_second_follows_it(jobs: Jobs, qtbot: QtBot) -> None:
    running = threading.Semaphore(0)
    together: list[int] = []
    inside = threading.Lock()

    def work() -> SyncOutcome:
        together.append(int(not inside.acquire(blocking=False)))
        running.acquire()
        inside.release()
        return outcome()

    lane = lane_over(jobs, work)
    lane.sync_now()
    lane.sync_now()
    lane.sync_now()
    running.release(2)
    qtbot.waitUntil(lambda: len(lane.runs) == 2)

    assert together == [0, 0]
    assert not lane.busy


def test_the_policy_is_asked_with_the_failures_in_a_row(jobs: Jobs, qtbot: QtBot) -> None:
    pace = Pace()
    lane = lane_over(jobs, fail, pace)

    run(lane, qtbot, times=3)

    assert pace.delays == [1, 2, 3]
    assert not lane.online
    assert lane.next_in is not None


def test_a_success_forgets_the_failures(jobs: Jobs, qtbot: QtBot) -> None:
    pace = Pace()
    lane = lane_over(jobs, in_turn(fail, outcome, fail), pace)

    run(lane, qtbot, times=3)

    assert pace.delays == [1, 0, 1]


def test_the_timer_tries_again(jobs: Jobs, qtbot: QtBot) -> None:
    lane = lane_over(jobs, in_turn(fail, outcome), Pace(retry=0.0))

    lane.sync_now()
    qtbot.waitUntil(lambda: lane.online)
    lane.stop()

    assert [run.error is None for run in lane.runs] == [True, False]


def test_a_refusal_is_not_tried_again(jobs: Jobs, qtbot: QtBot) -> None:
    lane = lane_over(jobs, refuse)

    run(lane, qtbot)

    assert lane.next_in is None


@pytest.mark.parametrize("work", [fail, outcome])
def test_after_a_stop_nothing_is_planned(
    jobs: Jobs, qtbot: QtBot, work: Callable[[], SyncOutcome]
) -> None:
    lane = lane_over(jobs, work)
    run(lane, qtbot)

    lane.stop()

    assert lane.next_in is None
