"""Work off the main thread: one database lane, in order, and one network pool.

Results come back on the main thread through a QObject that lives there, so a callback may touch
widgets. Work for the network never enters the database lane: a slow server cannot hold an answer.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from typing import Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from inspector_app.domain.errors import Defect, InspectorError

__all__ = ["Cancellation", "CancelledWork", "Job", "Jobs", "Lane", "defect_from"]

_log = logging.getLogger(__name__)
_NETWORK_THREADS = 4

T = TypeVar("T")


class Lane(Enum):
    """Where a job runs: ``DATABASE`` one after another, ``NETWORK`` up to four at once."""

    DATABASE = "database"
    NETWORK = "network"


class CancelledWork(Exception):
    """Raised inside a job by `Cancellation.check`; the job ends without result or error."""


class Cancellation:
    """A wish to stop that the work itself looks at between its steps. Safe from any thread."""

    def __init__(self) -> None:
        self._wished = threading.Event()

    @property
    def requested(self) -> bool:
        """Whether somebody wants the work to stop."""
        return self._wished.is_set()

    def request(self) -> None:
        """Ask the work to stop at its next step."""
        self._wished.set()

    def check(self) -> None:
        """Raise `CancelledWork` if a stop was asked for."""
        if self.requested:
            raise CancelledWork


class Job(Generic[T]):
    """One submitted piece of work. All but the cancellation belongs to the main thread."""

    def __init__(
        self,
        on_done: Callable[[T], object] | None,
        on_error: Callable[[InspectorError], object] | None,
        owner: QObject | None,
        cancellation: Cancellation,
        lane: Lane = Lane.DATABASE,
    ) -> None:
        self._on_done = on_done
        self._on_error = on_error
        self._owner = owner
        self.cancellation = cancellation
        self.lane = lane

    def cancel(self) -> None:
        """Never call back; work that has not started is dropped, work that runs is asked to stop.

        A database job that has begun still commits: what was promised to disk stays there.
        """
        self.cancellation.request()

    def _wanted(self) -> bool:
        owner_lives = self._owner is None or shiboken6.isValid(self._owner)
        return owner_lives and not self.cancellation.requested

    def _let_go(self) -> None:
        """Forget who was called back: a worker may hold the job last, and end a widget there."""
        self._on_done = self._on_error = self._owner = None


class _Outcome(Generic[T]):
    """What a worker hands to the main thread: a job with its result, or with its error."""

    def __init__(self, job: Job[T], result: T | None, error: InspectorError | None) -> None:
        self.job = job
        self.result = result
        self.error = error


class Jobs(QObject):
    """Runs callables on a lane and calls back on the thread that made this object.

    Signals:
        failed(InspectorError): a job without ``on_error`` failed, or a callback raised.
        idle_changed(bool): the last running job ended (True) or a first one began (False).
    """

    failed = Signal(object)
    idle_changed = Signal(bool)
    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            Lane.DATABASE: ThreadPoolExecutor(1, thread_name_prefix="database-lane"),
            Lane.NETWORK: ThreadPoolExecutor(_NETWORK_THREADS, thread_name_prefix="network"),
        }
        self._running: set[Job[object]] = set()
        self._closed = False
        # Queued even from the main thread: a callback never runs inside the call that submits.
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object] | None = None,
        on_error: Callable[[InspectorError], object] | None = None,
        *,
        lane: Lane = Lane.DATABASE,
        owner: QObject | None = None,
        cancellation: Cancellation | None = None,
    ) -> Job[T]:
        """Run ``work()`` on ``lane`` and call back here with its result or its error.

        Args:
            work: runs on a worker thread; must not touch a QObject.
            on_done: gets the result.
            on_error: gets an `InspectorError`; anything else that ``work`` raises arrives as a
                `Defect`. Without it the error goes out by `failed`.
            owner: no callback once this object is destroyed (give the page or dialog).
            cancellation: the same object that ``work`` looks at, where it can stop half-way.

        After `shut_down` nothing is run and nothing is called.
        """
        job: Job[T] = Job(on_done, on_error, owner, cancellation or Cancellation(), lane)
        if self._closed:
            job.cancel()
            return job
        if not self._running:
            self.idle_changed.emit(False)
        self._running.add(job)  # type: ignore[arg-type]  # the set only counts, T plays no part
        future: Future[None] = self._lanes[lane].submit(self._run, job, work)
        # Holding the future would hold the result; the pool holds it for as long as needed.
        del future
        return job

    def afterwards(
        self, callback: Callable[[], object], *, owner: QObject | None = None
    ) -> Job[None]:
        """Call back here once the database lane has done, and answered, what it holds by now."""
        return self.submit(_nothing, lambda _: callback(), owner=owner)

    @property
    def idle(self) -> bool:
        """Whether every submitted job has called back or was dropped."""
        return not self._running

    def shut_down(self) -> None:
        """Refuse new work, stop what is for the network, finish what is for the database, and wait.

        What waits in the database lane was promised to disk (the last words typed, on closing the
        window) and is still done. Returns when no worker thread is left; nothing calls back
        afterwards. Use cases are short, network calls have time-outs.
        """
        self._closed = True
        for job in self._running:
            if job.lane is Lane.NETWORK:
                job.cancel()
        self._lanes[Lane.NETWORK].shutdown(wait=True, cancel_futures=True)
        self._lanes[Lane.DATABASE].shutdown(wait=True)
        self._running.clear()

    def _run(self, job: Job[T], work: Callable[[], T]) -> None:
        outcome: _Outcome[T]
        try:
            job.cancellation.check()
            outcome = _Outcome(job, work(), None)
        except CancelledWork:
            outcome = _Outcome(job, None, None)
        except InspectorError as error:
            outcome = _Outcome(job, None, error)
        except Exception as error:  # noqa: BLE001 - the border where our mistakes become Defects
            outcome = _Outcome(job, None, defect_from(error))
        self._settled.emit(outcome)

    def _on_settled(self, outcome: _Outcome[object]) -> None:
        if self._closed:
            return
        job = outcome.job
        self._running.discard(job)
        if job._wanted():  # noqa: SLF001 - Job and Jobs are one thing in two classes
            self._call_back(outcome)
        job._let_go()  # noqa: SLF001
        if not self._running:
            self.idle_changed.emit(True)

    def _call_back(self, outcome: _Outcome[object]) -> None:
        job = outcome.job
        try:
            if outcome.error is None:
                if job._on_done is not None:  # noqa: SLF001
                    job._on_done(outcome.result)  # noqa: SLF001
            elif job._on_error is not None:  # noqa: SLF001
                job._on_error(outcome.error)  # noqa: SLF001
            else:
                self.failed.emit(outcome.error)
        except Exception as error:  # noqa: BLE001 - a slot that raises would vanish inside Qt
            self.failed.emit(defect_from(error))


def _nothing() -> None:
    """Marks a place in a lane."""


def defect_from(error: BaseException) -> InspectorError:
    """``error`` itself if it is one of ours, else a `Defect` caused by it.

    The log gets the kind of the error and where it was raised, never its message, which may
    carry a name or a number.
    """
    if isinstance(error, InspectorError):
        return error
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "?"
    if trace is not None:
        place = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
    _log.error("unexpected %s at %s", type(error).__name__, place)
    defect = Defect(
        "gui.unexpected",
        "程序出现了意外错误。",
        safe="已记录的内容都在磁盘上，没有丢失。",
        mend="可以继续工作；如再次出现，请把日志交给技术人员。",
        facts={"kind": type(error).__name__, "place": place},
    )
    defect.__cause__ = error
    return defect
