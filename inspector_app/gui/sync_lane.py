"""Synchronises by itself: at the start, on a timer with back-off, and when asked; one at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from inspector_app.domain.errors import InspectorError, UserError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.ports import SyncOutcome
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.jobs import Jobs, Lane
from inspector_app.gui.window_facts import SyncPolicy

__all__ = ["SyncLane", "SyncRun"]

_KEPT_RUNS = 50


@dataclass(frozen=True, slots=True)
class SyncRun:
    """One synchronisation of this session: when it ended (ISO 8601), and how."""

    at: str
    outcome: SyncOutcome | None = None
    error: InspectorError | None = None


class SyncLane(QObject):
    """Runs the use case in the network pool and tells the window how it went.

    A refusal (`UserError`: the device was revoked, the server speaks another version) stops the
    timer: nothing changes until a person acts. Anything else is tried again by the policy.

    Signals:
        begun(): a synchronisation began.
        ended(SyncRun): it ended, one way or the other.
    """

    begun = Signal()
    ended = Signal(SyncRun)

    def __init__(
        self,
        synchronize: Callable[[], SyncOutcome],
        now: Callable[[], str],
        policy: SyncPolicy,
        jobs: Jobs,
        bus: ChangeBus,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._synchronize = synchronize
        self._now = now
        self._policy = policy
        self._jobs = jobs
        self._bus = bus
        self._runs: list[SyncRun] = []
        self._failures = 0
        self._busy = False
        self._wanted_again = False
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.sync_now)

    @property
    def busy(self) -> bool:
        """Whether one is going on."""
        return self._busy

    @property
    def runs(self) -> tuple[SyncRun, ...]:
        """This session's synchronisations, the latest first."""
        return tuple(reversed(self._runs))

    @property
    def online(self) -> bool:
        """Whether the last synchronisation reached the server."""
        return bool(self._runs) and self._runs[-1].outcome is not None

    @property
    def next_in(self) -> float | None:
        """Seconds until the next attempt, None while one goes on or none is planned."""
        return self._timer.remainingTime() / 1000 if self._timer.isActive() else None

    def sync_now(self) -> None:
        """Synchronise now. While one goes on, another follows it: something new may wait."""
        if self._stopped:
            return
        if self._busy:
            self._wanted_again = True
            return
        self._timer.stop()
        self._busy = True
        self._wanted_again = False
        self.begun.emit()
        self._jobs.submit(
            self._synchronize, self._on_done, self._on_failed, lane=Lane.NETWORK, owner=self
        )

    def stop(self) -> None:
        """No further attempt, by itself or when asked."""
        self._stopped = True
        self._timer.stop()
        self._wanted_again = False

    def _on_done(self, outcome: SyncOutcome) -> None:
        self._failures = 0
        self._end(SyncRun(self._now(), outcome=outcome))
        # The feed may have brought tasks, files and packs besides visits: lists look again.
        self._bus.announce(Changes(_BROUGHT))

    def _on_failed(self, error: InspectorError) -> None:
        self._failures += 1
        self._end(SyncRun(self._now(), error=error), retried=not isinstance(error, UserError))
        self._bus.announce(Changes.of("sync"))

    def _end(self, run: SyncRun, *, retried: bool = True) -> None:
        self._busy = False
        self._runs = [*self._runs, run][-_KEPT_RUNS:]
        if self._wanted_again and run.error is None:
            self._timer.start(0)
        elif retried and not self._stopped:
            self._timer.start(round(self._policy.next_delay(self._failures) * 1000))
        self.ended.emit(run)


_BROUGHT = frozenset(
    ("sync", "visit", "document", "remark", "rectification", "task", "enterprise", "pack")
)
