"""What follows a synchronisation: tidying up once after the first, and leave where there is no going on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from inspector_app.gui.jobs import Jobs, Lane
from inspector_app.gui.sync_lane import SyncLane, SyncRun

if TYPE_CHECKING:
    from inspector_app.domain.errors import InspectorError

__all__ = ["WIPED", "AfterSync"]

WIPED = frozenset({"device.wiped", "device.wiping"})
"""Codes of the errors that say that the record is gone by order of the server."""


class AfterSync(QObject):
    """Follows ``lane``. ``tidy`` runs once a session, in a worker of the network's.

    Not before the server has been heard: what it gives back to a record that was rolled back may
    name a file that nobody else here needs any more.
    """

    def __init__(
        self, window: QMainWindow, lane: SyncLane, tidy: Callable[[], object], jobs: Jobs
    ) -> None:
        super().__init__(window)
        self._window = window
        self._lane = lane
        self._tidy = tidy
        self._jobs = jobs
        self._tidied = False
        lane.ended.connect(self._on_ended)

    def _on_ended(self, run: SyncRun) -> None:
        if run.outcome is not None and not self._tidied:
            self._tidied = True
            self._jobs.submit(self._tidy, lane=Lane.NETWORK, owner=self)
        if run.error is not None and run.error.code in WIPED:
            self._take_leave(run.error)

    def _take_leave(self, error: InspectorError) -> None:
        # Late: once in a laptop's life.
        from inspector_app.gui.farewell import take_leave

        self._lane.stop()
        take_leave(self._window, error)
