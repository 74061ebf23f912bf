"""Work runs off the main thread, in order, and calls back on it."""

import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import Defect, InspectorError, UserError
from inspector_app.gui.jobs import Cancellation, Jobs, Lane, defect_from


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Holds jobs back until the test opens it; opened in any case at the end."""
    event = threading.Event()
    yield event
    event.set()


def test_a_result_comes_back_on_the_main_thread(
    qtbot: QtBot, app: QApplication, jobs: Jobs
) -> None:
    came: list[tuple[int, bool]] = []

    jobs.submit(
        lambda: 42,
        lambda result: came.append((result, QThread.currentThread() is app.thread())),
    )

    qtbot.waitUntil(lambda: bool(came))
    assert came == [(42, True)]


def test_work_runs_on_another_thread(qtbot: QtBot, jobs: Jobs) -> None:
    names: list[str] = []

    jobs.submit(lambda: threading.current_thread().name, names.append)

    qtbot.waitUntil(lambda: bool(names))
    assert names[0].startswith("database-lane")


def test_the_database_lane_keeps_the_order_of_submission(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[int] = []

    for number in range(50):
        jobs.submit(lambda number=number: number, done.append)  # type: ignore[misc]

    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_what_comes_afterwards_comes_when_all_before_it_was_answered(
    qtbot: QtBot, jobs: Jobs
) -> None:
    told: list[str] = []
    jobs.submit(lambda: None, lambda _: told.append("answer"))

    jobs.afterwards(lambda: told.append("afterwards"))
    qtbot.waitUntil(lambda: jobs.idle)

    assert told == ["answer", "afterwards"]


def test_a_slow_network_does_not_hold_the_database_lane(
    qtbot: QtBot, jobs: Jobs, gate: threading.Event
) -> None:
    done: list[str] = []
    for _ in range(10):
        jobs.submit(gate.wait, lane=Lane.NETWORK)

    jobs.submit(lambda: "answer", done.append)

    qtbot.waitUntil(lambda: done == ["answer"])
    gate.set()


def test_a_refusal_arrives_as_it_was_raised(qtbot: QtBot, jobs: Jobs) -> None:
    refusal = UserError("test.refused", "不行。")
    errors: list[InspectorError] = []

    jobs.submit(_raising(refusal), on_error=errors.append)

    qtbot.waitUntil(lambda: bool(errors))
    assert errors == [refusal]


def test_our_own_mistake_arrives_as_a_defect(qtbot: QtBot, jobs: Jobs) -> None:
    errors: list[InspectorError] = []

    jobs.submit(_raising(ZeroDivisionError("secret name")), on_error=errors.append)

    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Defect)
    assert errors[0].code == "gui.unexpected"


def test_the_log_of_a_mistake_names_its_kind_but_not_its_message(
    caplog: pytest.LogCaptureFixture,
) -> None:
    defect_from(ValueError("王敏 370102199001011234"))

    assert "ValueError" in caplog.text
    assert "王敏" not in caplog.text


def test_an_error_that_nobody_takes_is_announced(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.failed) as announced:
        jobs.submit(_raising(UserError("test.refused", "不行。")))

    assert announced.args is not None
    assert announced.args[0].code == "test.refused"


def test_a_callback_that_fails_is_announced_as_a_defect(qtbot: QtBot, jobs: Jobs) -> None:
    def fail(result: int) -> None:
        raise RuntimeError(result)

    with qtbot.waitSignal(jobs.failed) as announced:
        jobs.submit(lambda: 1, fail)

    assert announced.args is not None
    assert isinstance(announced.args[0], Defect)


def test_a_cancelled_job_never_calls_back(qtbot: QtBot, jobs: Jobs, gate: threading.Event) -> None:
    called: list[object] = []
    jobs.submit(gate.wait)
    job = jobs.submit(lambda: 1, called.append)

    job.cancel()
    gate.set()

    qtbot.waitUntil(lambda: jobs.idle)
    assert called == []


def test_a_cancelled_job_that_has_not_begun_does_not_run(
    qtbot: QtBot, jobs: Jobs, gate: threading.Event
) -> None:
    ran: list[int] = []
    jobs.submit(gate.wait)
    job = jobs.submit(lambda: ran.append(1))

    job.cancel()
    gate.set()

    qtbot.waitUntil(lambda: jobs.idle)
    assert ran == []


def test_work_that_looks_at_its_cancellation_stops_between_steps(qtbot: QtBot, jobs: Jobs) -> None:
    cancellation = Cancellation()
    began = threading.Event()
    steps: list[int] = []

    def work() -> None:
        began.set()
        while len(steps) < 10_000_000:
            cancellation.check()
            steps.append(1)

    jobs.submit(work, cancellation=cancellation)
    began.wait()
    cancellation.request()

    qtbot.waitUntil(lambda: jobs.idle)
    assert len(steps) < 10_000_000


def test_a_page_that_is_gone_is_not_called(qtbot: QtBot, jobs: Jobs, gate: threading.Event) -> None:
    called: list[object] = []
    page = QObject()
    jobs.submit(gate.wait)
    jobs.submit(lambda: 1, called.append, owner=page)

    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    gate.set()

    qtbot.waitUntil(lambda: jobs.idle)
    assert called == []


def test_being_idle_is_told_when_the_last_job_ends(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[bool] = []
    jobs.idle_changed.connect(told.append)

    jobs.submit(lambda: 1)
    jobs.submit(lambda: 2)

    qtbot.waitUntil(lambda: jobs.idle)
    assert told == [False, True]


def test_a_job_that_has_called_back_keeps_nobody(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[int] = []
    page = _Page(told)
    gone = weakref.ref(page)

    held = jobs.submit(lambda: 1, page.show, owner=page)
    qtbot.waitUntil(lambda: jobs.idle)
    del page

    # The worker may still hold the job: what it held last would end in the worker's thread.
    assert told == [1]
    assert gone() is None
    assert not held.cancellation.requested


class _Page(QObject):
    """Whoever waits for a result."""

    def __init__(self, told: list[int]) -> None:
        super().__init__()
        self._told = told

    def show(self, result: int) -> None:
        """Take it."""
        self._told.append(result)


def test_shutting_down_leaves_no_thread(app: QApplication) -> None:
    jobs = Jobs()
    before = threading.active_count()
    for lane in Lane:
        jobs.submit(lambda: 1, lane=lane)

    jobs.shut_down()

    names = [thread.name for thread in threading.enumerate()]
    assert threading.active_count() <= before
    assert not [name for name in names if name.startswith(("database-lane", "network"))]


def test_shutting_down_asks_running_work_to_stop(app: QApplication) -> None:
    jobs = Jobs()
    cancellation = Cancellation()
    began = threading.Event()

    def work() -> None:
        began.set()
        while True:
            cancellation.check()

    jobs.submit(work, lane=Lane.NETWORK, cancellation=cancellation)
    began.wait()

    jobs.shut_down()

    assert cancellation.requested


def test_after_shutting_down_nothing_is_run(qtbot: QtBot) -> None:
    jobs = Jobs()
    ran: list[int] = []
    jobs.shut_down()

    job = jobs.submit(lambda: ran.append(1))

    assert job.cancellation.requested
    assert jobs.idle
    assert ran == []


def _raising(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_what_waits_for_the_database_is_written_before_the_end(app: QApplication) -> None:
    jobs = Jobs()
    gate = threading.Event()
    written: list[str] = []
    jobs.submit(gate.wait)
    jobs.submit(lambda: written.append("the last words typed"))
    threading.Timer(0, gate.set).start()

    jobs.shut_down()

    assert written == ["the last words typed"]
