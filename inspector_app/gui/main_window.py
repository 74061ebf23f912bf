"""The window with its pages, and how one leads to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QEventLoop, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from inspector_app.application.use_cases import UseCases
from inspector_app.application.view_today import TodayView
from inspector_app.domain.officer import Role
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.visit import Step
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.controls import Notice
from inspector_app.gui.i18n import apply_language, current_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.page_plans import PagePlans
from inspector_app.gui.pages.page import Page
from inspector_app.gui.preferences import Preferences
from inspector_app.gui.search_source import SearchEverything, parted_key
from inspector_app.gui.shell import Shell
from inspector_app.gui.sync_lane import SyncLane
from inspector_app.gui.theme import Tone, apply_look, look
from inspector_app.gui.window_facts import WindowFacts
from inspector_app.gui.window_status import WindowStatus

if TYPE_CHECKING:
    from inspector_app.gui.pages.documents.page import DocumentsPage
    from inspector_app.gui.pages.enterprises.page import EnterprisesPage
    from inspector_app.gui.pages.visit.page import VisitPage

__all__ = ["MainWindow"]

_LAST_WRITES_MS = 10_000


class MainWindow(Shell):
    """The shell with every page of this person's role.

    Signals:
        closed(): the window is gone from the screen; whoever made the jobs shuts them down now.
    """

    closed = Signal()

    def __init__(self, use_cases: UseCases, facts: WindowFacts, jobs: Jobs, bus: ChangeBus) -> None:
        super().__init__(jobs)
        self.jobs = jobs
        self.bus = bus
        self._use_cases = use_cases
        self._followed: list[Page] = []
        place = use_cases.place
        self.supervisor = place.me.role is Role.SUPERVISOR
        self.sync_lane = SyncLane(
            use_cases.synchronize,
            lambda: place.clock.now().at,
            facts.sync_policy,
            jobs,
            bus,
            parent=self,
        )
        self.window_status = WindowStatus(self, use_cases, self.sync_lane, jobs, bus)
        plans = PagePlans(use_cases, facts, self.sync_lane, jobs, bus, self).of(place.me.role)
        self._first_page = next(iter(plans))
        for key, plan in plans.items():
            self.add_page(key, plan.icon, plan.title, plan.build)
        self._rail_items = [self.rail.item(key) for key in plans]
        titles = {key: (plan.icon, plan.title) for key, plan in plans.items()}
        self.set_search(SearchEverything(use_cases, titles))
        self.page_shown.connect(self._on_page_shown)
        self.hit_chosen.connect(self.follow)
        self.sync_details_wanted.connect(lambda: self.show_page("sync"))
        sync_key = QShortcut(QKeySequence("F5"), self)
        sync_key.activated.connect(self.sync_lane.sync_now)
        bus.changed.connect(self._on_changed)

    def start(self, open_visit: str | None = None) -> None:
        """Show the first page (or that visit), check the record, synchronise for the first time."""
        if open_visit and not self.supervisor:
            self.open_visit(open_visit)
        else:
            self.show_page(self._first_page)
        self.window_status.begin()
        self._count_remarks()
        self.sync_lane.sync_now()

    def open_visit(self, visit_id: str, item: str = "") -> None:
        """Go on with a visit where it was left, or at ``item`` (its code)."""
        if not item:
            self._visit_page().open_visit(visit_id)
            return
        bookmark = Bookmark(Step.CHECKLIST.value, item)
        self.jobs.submit(
            lambda: self._use_cases.look_up.set_bookmark(visit_id, bookmark),
            lambda _: self._visit_page().open_visit(visit_id),
            owner=self,
        )

    def start_visit(self, enterprise_id: str) -> None:
        """Begin a visit of an enterprise with all its open tasks."""
        self._visit_page().start(enterprise_id, ())

    def open_enterprise(self, enterprise_id: str) -> None:
        """Show an enterprise's file."""
        page = cast("EnterprisesPage", self.show_page("enterprises"))
        page.open_enterprise(enterprise_id)

    def open_document(self, document_id: str) -> None:
        """Show a document."""
        page = cast("DocumentsPage", self.show_page("documents"))
        page.open_document(document_id)

    def follow(self, hit: str) -> None:
        """Go where a search hit leads (``"visit:<id>"``)."""
        kind, record = parted_key(hit)
        leads: dict[str, Callable[[str], object]] = {
            "page": self.show_page,
            "enterprise": self.open_enterprise,
            "visit": self.open_visit,
            "document": self.open_document,
        }
        leads[kind](record)

    def say(self, notice: Notice) -> None:
        """Say what went well briefly, and what needs a decision until it is dismissed."""
        if notice.tone is Tone.MET and not notice.action:
            self.notify(notice)
        else:
            self.ask_attention(notice)

    def put_in_force(self, wanted: Preferences) -> None:
        """Let a choice of language, theme or text size take effect at once."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a window needs one
        if wanted.look != look():
            apply_look(app, wanted.look)
        if wanted.language != current_language():
            apply_language(app, wanted.language)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_heading()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            # Out of sight first: what runs may take a moment to end, and a frozen window frightens.
            # A page that is hidden hands on what was typed, so that must reach the disk.
            self.hide()
            self.sync_lane.stop()
            self._settle_database()
            self.closed.emit()

    def _settle_database(self) -> None:
        """Wait until everything that was handed to the database lane is on disk."""
        waiting = QEventLoop(self)

        def last(_: None) -> None:
            # What came back may have handed on once more; the lane is in order.
            self.jobs.submit(_nothing, lambda _: waiting.quit(), owner=self)

        first = self.jobs.submit(_nothing, last, owner=self)
        if not first.cancellation.requested:
            QTimer.singleShot(_LAST_WRITES_MS, waiting.quit)
            waiting.exec()

    def _visit_page(self) -> VisitPage:
        return cast("VisitPage", self.show_page("visit"))

    def _count_remarks(self) -> None:
        """Say on the rail how many remarks wait for an answer."""
        if not self.supervisor:
            self.jobs.submit(self._use_cases.view_today, self._on_today_read, owner=self)

    def _say_heading(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            title, detail = page.heading
            self.set_title(title or self.top_bar.title, detail)

    def _on_today_read(self, view: TodayView) -> None:
        returned = {visit.visit_id for visit in view.returned}
        remarked = {remark.visit_id for remark in view.open_remarks}
        self.rail.set_count("review", len(returned | remarked))
        self.rail.set_count("today", view.overdue + view.due_today)

    def _on_page_shown(self, key: str) -> None:
        page = self.page(key)
        if self.focusWidget() in self._rail_items:
            # The ring would else stay on the page that was left.
            self.rail.item(key).setFocus()
        if isinstance(page, Page):
            if page not in self._followed:
                self._followed.append(page)
                page.heading_changed.connect(self._on_heading_changed)
            self._say_heading()

    def _on_heading_changed(self) -> None:
        if self.sender() is self.stack.currentWidget():
            self._say_heading()

    def _on_changed(self, changes: Changes) -> None:
        if changes.concern({"visit", "remark", "task"}):
            self._count_remarks()


def _nothing() -> None:
    """Marks a place in the database lane."""
