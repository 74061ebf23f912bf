"""Keeps the status bar true: what waits, the last sync, whether the record and the clock hold."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from PySide6.QtCore import QObject

from inspector_app.application.check_journal import CheckJournal
from inspector_app.application.look_up import TrustState
from inspector_app.application.use_cases import UseCases
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.journal import ChainBreak
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.shell import Shell
from inspector_app.gui.status_bar import ClockState, JournalState, StatusFacts
from inspector_app.gui.sync_lane import SyncLane, SyncRun

__all__ = ["CLOCK_TOLERANCE_S", "WindowStatus"]

CLOCK_TOLERANCE_S = 120
"""Seconds that this device's clock may differ from the server's before it is called doubtful."""


class WindowStatus(QObject):
    """Feeds `Shell.set_status` after every change and every synchronisation.

    At the start the hash chain of each stream is recomputed, one stream a job: an answer given
    meanwhile waits for one stream at most.
    """

    def __init__(
        self, shell: Shell, use_cases: UseCases, lane: SyncLane, jobs: Jobs, bus: ChangeBus
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._use_cases = use_cases
        self._lane = lane
        self._jobs = jobs
        self._check = CheckJournal(use_cases.place)
        self._unchecked: deque[str] = deque()
        self._trust: TrustState | None = None
        self._journal = JournalState.CHECKING
        self._clock = ClockState.UNCHECKED
        bus.changed.connect(self._on_changed)
        lane.begun.connect(self._show)
        lane.ended.connect(self._on_ended)

    def begin(self) -> None:
        """Read the facts and begin to check the record."""
        self.refresh()
        self._jobs.submit(self._check.streams, self._on_streams_listed, owner=self)

    def refresh(self) -> None:
        """Read again what waits."""
        self._jobs.submit(self._use_cases.look_up.trust, self._on_trust_read, owner=self)

    def _show(self) -> None:
        trust = self._trust
        if trust is None:
            return
        outbox = trust.outbox
        self._shell.set_status(
            StatusFacts(
                online=self._lane.online,
                syncing=self._lane.busy,
                unsent=outbox.events,
                photos_waiting=outbox.photos,
                files_waiting=outbox.blobs - outbox.photos,
                last_sync=outbox.last_sync,
                journal=self._journal,
                clock=self._clock,
                role=trust.me.role,
                people=(trust.me.name,),
            )
        )

    def _check_next(self) -> None:
        if not self._unchecked:
            if self._journal is JournalState.CHECKING:
                self._journal = JournalState.INTACT
            self._show()
            return
        stream = self._unchecked.popleft()
        self._jobs.submit(
            lambda: self._check(stream), self._on_checked, self._on_unreadable, owner=self
        )

    def _on_streams_listed(self, streams: tuple[str, ...]) -> None:
        self._unchecked = deque(streams)
        self._check_next()

    def _on_checked(self, broken: ChainBreak | None) -> None:
        if broken is not None:
            self._journal = JournalState.BROKEN
        self._check_next()

    def _on_unreadable(self, error: InspectorError) -> None:
        # A stream whose bytes are no event any more is as broken as one with a gap.
        self._journal = JournalState.BROKEN
        self._check_next()

    def _on_trust_read(self, trust: TrustState) -> None:
        self._trust = trust
        self._show()

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds != {"setting"}:
            self.refresh()

    def _on_ended(self, run: SyncRun) -> None:
        if run.outcome is not None and run.outcome.server_at:
            here = datetime.fromisoformat(run.at)
            there = datetime.fromisoformat(run.outcome.server_at)
            apart = abs((here - there).total_seconds())
            fine = apart <= CLOCK_TOLERANCE_S
            self._clock = ClockState.FINE if fine else ClockState.DOUBTFUL
        self._show()
