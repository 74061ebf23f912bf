"""The visit that is open in the window: commands go out, the view that results comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from inspector_app.application.use_cases import UseCases
from inspector_app.application.view_visit import VisitView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.projection import RemarkRow
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.jobs import Jobs

__all__ = ["VisitSession"]

T = TypeVar("T")
_BOOKMARK_PAUSE_MS = 200
KINDS = ("visit", "remark")


class VisitSession(QObject):
    """One open visit. What it shows changes only when the record on disk has changed.

    Signals:
        view_changed(VisitView): the visit was opened, or something of it was recorded.
        failed(InspectorError): a command was refused and its caller left it to the page.
        synced(): a synchronisation ended; what waits to be sent may be less now.
        texts_taken(): statute texts came to this device; clauses may say more now.
    """

    view_changed = Signal(object)
    failed = Signal(object)
    synced = Signal()
    texts_taken = Signal()

    def __init__(
        self, use_cases: UseCases, jobs: Jobs, bus: ChangeBus, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.use_cases = use_cases
        self.jobs = jobs
        self._bus = bus
        self._visit_id = ""
        self._view: VisitView | None = None
        self._names: Mapping[str, str] = {}
        self._announcing = False
        self._bookmark: Bookmark | None = None
        self._bookmark_pause = QTimer(self)
        self._bookmark_pause.setSingleShot(True)
        self._bookmark_pause.setInterval(_BOOKMARK_PAUSE_MS)
        self._bookmark_pause.timeout.connect(self.store_bookmark)
        bus.changed.connect(self._on_changed)

    @property
    def visit_id(self) -> str:
        """Id of the open visit, or ``""``."""
        return self._visit_id

    @property
    def view(self) -> VisitView:
        """What is known of the open visit; only after `view_changed`."""
        if self._view is None:
            raise LookupError("no visit is open")
        return self._view

    @property
    def is_open(self) -> bool:
        """Whether a visit has been read."""
        return self._view is not None

    def named(self, remarks: Sequence[RemarkRow]) -> tuple[RemarkRow, ...]:
        """``remarks`` with the reviewer's name for the reviewer's id; empty where it is not known."""
        return tuple(replace(remark, by=self._names.get(remark.by, "")) for remark in remarks)

    def open(self, visit_id: str, on_open: Callable[[VisitView], object]) -> None:
        """Read ``visit_id`` and make it the open one, then call ``on_open``."""
        self.close()
        self._visit_id = visit_id
        self.jobs.submit(self.use_cases.look_up.names, self._on_names_read, owner=self)
        self.jobs.submit(
            lambda: self.use_cases.view_visit(visit_id),
            lambda view: self._on_opened(view, on_open),
            lambda error: self._on_failed(visit_id, error, None),
            owner=self,
        )

    def close(self) -> None:
        """No visit is open any more; what was typed has been handed to the lane before."""
        self.store_bookmark()
        self._visit_id = ""
        self._view = None

    def reload(self) -> None:
        """Read the visit again: something outside this page changed it."""
        if self._visit_id:
            self.record(lambda: None, announce=False)

    def record(
        self,
        work: Callable[[], object],
        on_done: Callable[[VisitView], object] | None = None,
        on_error: Callable[[InspectorError], object] | None = None,
        *,
        announce: bool = True,
    ) -> None:
        """Run a use case in the database lane and read the visit again in the same job.

        ``on_done`` gets the new view, after `view_changed`. An error goes to ``on_error``, else
        out by `failed`. If another visit was opened meanwhile, nothing is called.
        """
        visit_id = self._visit_id

        def run() -> VisitView:
            work()
            return self.use_cases.view_visit(visit_id)

        self.jobs.submit(
            run,
            lambda view: self._on_recorded(view, on_done, announce=announce),
            lambda error: self._on_failed(visit_id, error, on_error),
            owner=self,
        )

    def read(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_error: Callable[[InspectorError], object] | None = None,
    ) -> None:
        """Run a question in the database lane; dropped if another visit is opened meanwhile."""
        visit_id = self._visit_id
        self.jobs.submit(
            work,
            lambda answer: on_done(answer) if visit_id == self._visit_id else None,
            lambda error: self._on_failed(visit_id, error, on_error),
            owner=self,
        )

    def mark_place(self, step: str, item: str = "") -> None:
        """Remember where the officer is; written after a short rest."""
        self._bookmark = Bookmark(step, item)
        self._bookmark_pause.start()

    def store_bookmark(self) -> None:
        """Write the remembered place now."""
        self._bookmark_pause.stop()
        bookmark, self._bookmark = self._bookmark, None
        visit_id = self._visit_id
        if bookmark is not None and visit_id:
            self.jobs.submit(
                lambda: self.use_cases.look_up.set_bookmark(visit_id, bookmark), owner=self
            )

    def _on_names_read(self, names: Mapping[str, str]) -> None:
        self._names = names

    def _on_opened(self, view: VisitView, on_open: Callable[[VisitView], object]) -> None:
        if view.visit.id == self._visit_id:
            self._view = view
            on_open(view)
            self.view_changed.emit(view)

    def _on_recorded(
        self, view: VisitView, on_done: Callable[[VisitView], object] | None, *, announce: bool
    ) -> None:
        if view.visit.id != self._visit_id:
            return
        self._view = view
        self.view_changed.emit(view)
        if announce:
            self._announcing = True
            self._bus.announce(Changes.of("visit", view.visit.id))
            self._announcing = False
        if on_done is not None:
            on_done(view)

    def _on_failed(
        self,
        visit_id: str,
        error: InspectorError,
        on_error: Callable[[InspectorError], object] | None,
    ) -> None:
        if visit_id != self._visit_id:
            return
        if on_error is not None:
            on_error(error)
        else:
            self.failed.emit(error)

    def _on_changed(self, changes: Changes) -> None:
        if self._visit_id and changes.concern({"sync"}):
            self.synced.emit()
        if self._visit_id and changes.concern({"statute"}):
            self.texts_taken.emit()
        if self._visit_id and not self._announcing and changes.concern(KINDS, self._visit_id):
            self.reload()
