"""Driving a real window without a person: wait until it is quiet, photograph it.

For the demonstration without a display; tests press the widgets themselves.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.errors import EnvironmentFault, InspectorError
from inspector_app.domain.ports import Bookmark
from inspector_app.gui.app import build_window
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.controls.strokes import (
    Stroke,
    StrokePoint,
    strokes_to_json,
    strokes_to_png,
)
from inspector_app.gui.i18n import apply_language, current_language
from inspector_app.gui.jobs import Jobs, Lane
from inspector_app.gui.theme import Look, apply_look, look
from inspector_app.gui.window_facts import WindowFacts

if TYPE_CHECKING:
    from inspector_app.gui.pages.review.page import ReviewPage
    from inspector_app.gui.sync_lane import SyncLane

__all__ = ["StagedWindow", "drawn_signature"]

T = TypeVar("T")
SIZE = (1366, 768)
QUIET_MS = 250
PATIENCE_MS = 60_000


class StagedWindow:
    """A window on the stage. ``do`` runs a use case in its lane and waits for the pages to follow."""

    def __init__(
        self, use_cases: UseCases, facts: WindowFacts, *, language: str = "zh", app_name: str = ""
    ) -> None:
        app = QApplication.instance() or QApplication([app_name or "inspector-app"])
        assert isinstance(app, QApplication)  # noqa: S101 - nobody makes a lesser one here
        if look() != Look() or not app.styleSheet():
            # Costs seconds once there are pages.
            apply_look(app, Look())
        if current_language() != language:
            apply_language(app, language)
        self._use_cases = use_cases
        self._jobs = Jobs()
        self._bus = ChangeBus()
        self.window = build_window(use_cases, facts, jobs=self._jobs, bus=self._bus)
        self.window.resize(*SIZE)
        self.window.show()
        # What the first synchronisation brings belongs in the first picture.
        self.window.pause_before_network = 0
        self.window.start()
        self.settle()

    def do(self, work: Callable[[], T], *, lane: Lane = Lane.DATABASE) -> T:
        """The result of ``work``, run in its lane; an error of it is raised here."""
        results: list[T] = []
        errors: list[InspectorError] = []
        loop = QEventLoop()

        def done(result: T) -> None:
            results.append(result)
            loop.quit()

        def failed(error: InspectorError) -> None:
            errors.append(error)
            loop.quit()

        self._jobs.submit(work, done, failed, lane=lane)
        QTimer.singleShot(PATIENCE_MS, loop.quit)
        loop.exec()
        if errors:
            raise errors[0]
        if not results:
            raise EnvironmentFault("stage.timeout", "演示的一步在一分钟内没有完成。")
        return results[0]

    def synchronize(self) -> None:
        """Synchronise as F5 does, and let the pages show what it brought; its error is raised."""
        lane = self.window.sync_lane
        if lane.busy:
            self._wait_for(lane)
        lane.sync_now()
        self._wait_for(lane)
        self.settle()

    def _wait_for(self, lane: SyncLane) -> None:
        loop = QEventLoop()
        lane.ended.connect(loop.quit)
        QTimer.singleShot(PATIENCE_MS, loop.quit)
        loop.exec()
        lane.ended.disconnect(loop.quit)
        if lane.busy:
            raise EnvironmentFault("stage.timeout", "演示的一步在一分钟内没有完成。")
        error = lane.runs[0].error
        if error is not None:
            raise error

    def visit_changed(self, visit_id: str) -> None:
        """Let the pages repaint a visit."""
        self._bus.announce(Changes.of("visit", visit_id))
        self.settle()

    def show_page(self, key: str) -> None:
        """Show a page and wait until it is filled."""
        self.window.show_page(key)
        self.settle()

    def show_document(self, document_id: str) -> None:
        """Show a document among the others."""
        self.window.open_document(document_id)
        self.settle()

    def show_case(self, visit_id: str) -> None:
        """Show a supervisor's queue as it is now, and one case of it."""
        page = cast("ReviewPage", self.window.show_page("review"))
        page.refresh()
        page.open_case(visit_id)
        self.settle()

    def show_step(self, visit_id: str, step: str, target: str = "") -> None:
        """Open the visit at a step."""
        self.do(lambda: self._use_cases.look_up.set_bookmark(visit_id, Bookmark(step, target)))
        self.window.open_visit(visit_id)
        # What was recorded past the window counts on its status bar too.
        self.visit_changed(visit_id)

    def settle(self) -> None:
        """Handle events until nothing has been running for a moment."""
        loop = QEventLoop()
        quiet = QTimer(interval=QUIET_MS, singleShot=True)
        quiet.timeout.connect(loop.quit)
        self._jobs.idle_changed.connect(lambda idle: quiet.start() if idle else quiet.stop())
        QTimer.singleShot(PATIENCE_MS, loop.quit)
        if self._jobs.idle:
            quiet.start()
        loop.exec()
        QCoreApplication.sendPostedEvents()

    def photograph(self, path: Path) -> None:
        """The window as a PNG."""
        self.settle()
        self.window.grab().save(str(path), "PNG")

    def close(self) -> None:
        """Close the window and join its workers."""
        self.window.close()
        self._jobs.shut_down()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def drawn_signature(seed: int) -> tuple[bytes, bytes]:
    """A made-up handwriting: stroke data (JSON) and its picture (PNG)."""
    strokes = []
    time = 0
    for place in range(4):
        left = 900 + 2100 * place
        points = []
        for step in range(24):
            angle = step / 23 * 6.283 * (1 + (seed + place) % 2)
            # A looped line leaning with the seed; plainly no real person's hand.
            x = left + round(60 * step + 420 * math.sin(angle + seed))
            y = 5000 + round(2300 * math.sin(angle * 1.3 + place + seed * 0.7))
            points.append(StrokePoint(x, y, 300 + 25 * (step % 12), time))
            time += 8
        strokes.append(Stroke(tuple(points)))
        time += 90
    return strokes_to_json(strokes), strokes_to_png(strokes)
