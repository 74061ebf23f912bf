"""The window with its pages, and how one leads to another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.domain.officer import Role
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.i18n import apply_language, current_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.opening_page import OpeningPage
from inspector_app.gui.page_plans import PageBuilder, plans_of
from inspector_app.gui.pages.page import Page
from inspector_app.gui.preferences import Preferences
from inspector_app.gui.shell import Shell
from inspector_app.gui.theme import Tone, apply_look, look

if TYPE_CHECKING:
    from inspector_app.application.use_cases import UseCases
    from inspector_app.application.view_today import TodayView
    from inspector_app.gui.controls import Notice
    from inspector_app.gui.pages.documents.page import DocumentsPage
    from inspector_app.gui.pages.enterprises.page import EnterprisesPage
    from inspector_app.gui.pages.law.page import LawPage
    from inspector_app.gui.pages.visit.page import VisitPage
    from inspector_app.gui.reconnection import Reconnection
    from inspector_app.gui.sync_lane import SyncLane
    from inspector_app.gui.window_facts import WindowFacts
    from inspector_app.gui.window_status import WindowStatus

__all__ = ["MainWindow"]

_LAST_WRITES_MS = 10_000
_COUNT_PAUSE_MS = 400


class MainWindow(Shell):
    """The shell with every page of a role; it stands on the screen before the record is open.

    `furnish` brings what the pages work with. Until then `opening` stands where the first page
    will, and the rail shows what there is to come and does not answer.

    Signals:
        preferences_put_in_force(Preferences): the window looks or speaks so from now on.
        closed(): the window is gone from the screen; whoever made the jobs shuts them down now.
    """

    preferences_put_in_force = Signal(Preferences)
    closed = Signal()

    pause_before_network = 300
    """Milliseconds between filling the first page and the first synchronisation.

    The page is drawn meanwhile; loading the network's client would hold that up.
    """

    sync_lane: SyncLane
    _reconnection: Reconnection
    window_status: WindowStatus
    _use_cases: UseCases
    _builder: PageBuilder

    def __init__(self, role: Role, jobs: Jobs, bus: ChangeBus) -> None:
        super().__init__(jobs)
        self.jobs = jobs
        self.bus = bus
        self.role = role
        self.furnished = False
        self._followed: list[Page] = []
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(_COUNT_PAUSE_MS)
        self._count_soon.timeout.connect(self._count_remarks)
        self._online_soon = QTimer(self)
        self._online_soon.setSingleShot(True)
        self._online_soon.timeout.connect(self._go_online)
        self._plans = plans_of(role)
        self._first_page = next(iter(self._plans))
        for key, plan in self._plans.items():
            self.add_page(key, plan.icon, plan.title, partial(self._build, key))
        self._rail_items = [self.rail.item(key) for key in self._plans]
        self.opening = OpeningPage()
        self.wait_on(self.opening, self._first_page)

    def furnish(self, use_cases: UseCases, facts: WindowFacts) -> None:
        """Bring what the pages work with; `start` comes next.

        ``use_cases`` are those of a person of this window's role.
        """
        # Late: loading these takes longer than drawing the window, which stands by now.
        from inspector_app.gui.after_sync import AfterSync
        from inspector_app.gui.reconnection import Reconnection
        from inspector_app.gui.search_source import SearchEverything
        from inspector_app.gui.sync_lane import SyncLane
        from inspector_app.gui.window_status import WindowStatus

        self._use_cases = use_cases
        self.sync_lane = SyncLane(
            use_cases.synchronize,
            lambda: use_cases.place.clock.now().at,
            facts.sync_policy,
            self.jobs,
            self.bus,
            parent=self,
        )
        AfterSync(self, self.sync_lane, facts.tidy, self.jobs)
        self.window_status = WindowStatus(self, use_cases, self.sync_lane, self.jobs, self.bus)
        self._builder = PageBuilder(use_cases, facts, self.sync_lane, self.jobs, self.bus, self)
        titles = {key: (plan.icon, plan.title) for key, plan in self._plans.items()}
        self.set_search(SearchEverything(use_cases, titles))
        self.page_shown.connect(self._on_page_shown)
        self.hit_chosen.connect(self.follow)
        self.sync_details_wanted.connect(lambda: self.show_page("sync"))
        sync_key = QShortcut(QKeySequence("F5"), self)
        sync_key.activated.connect(self.sync_lane.sync_now)
        self.bus.changed.connect(self._on_changed)
        self._reconnection = Reconnection(self)
        self._reconnection.reconnected.connect(self.sync_lane.sync_now)
        self.furnished = True
        self.rail.setEnabled(True)

    def start(self, open_visit: str | None = None) -> None:
        """Show the first page (or that visit), check the record, synchronise for the first time."""
        if open_visit and self.role is Role.OFFICER:
            self.open_visit(open_visit)
        else:
            self.show_page(self._first_page)
        self.window_status.begin()
        self._count_remarks()
        # Behind what the first page asked for.
        self.jobs.afterwards(lambda: self._online_soon.start(self.pause_before_network), owner=self)

    def open_visit(self, visit_id: str, item: str = "") -> None:
        """Go on with a visit where it was left, or at ``item`` (its code)."""
        if not item:
            self._visit_page().open_visit(visit_id)
            return
        # Late: the window is drawn without knowing what a visit is.
        from inspector_app.domain.ports import Bookmark
        from inspector_app.domain.visit import Step

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
        from inspector_app.gui.search_source import parted_key  # late: see furnish

        kind, record = parted_key(hit)
        leads: dict[str, Callable[[str], object]] = {
            "page": self.show_page,
            "enterprise": self.open_enterprise,
            "visit": self.open_visit,
            "document": self.open_document,
            "law": lambda text: cast("LawPage", self.show_page("law")).search(text),
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
        self.preferences_put_in_force.emit(wanted)

    def retranslate(self) -> None:
        super().retranslate()
        self._say_heading()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            # Out of sight first: what runs may take a moment to end, and a frozen window frightens.
            # A page that is hidden hands on what was typed, so that must reach the disk.
            self.hide()
            if self.furnished:
                self._online_soon.stop()
                self.sync_lane.stop()
                self._count_soon.stop()
                _settle_database(self.jobs, self)
            self.closed.emit()

    def _go_online(self) -> None:
        self.sync_lane.sync_now()
        self._reconnection.begin()

    def _build(self, key: str) -> QWidget:
        return self._builder.build(key)

    def _visit_page(self) -> VisitPage:
        return cast("VisitPage", self.show_page("visit"))

    def _count_remarks(self) -> None:
        """Say on the rail how many remarks wait for an answer."""
        if self.role is Role.OFFICER:
            self.jobs.submit(self._use_cases.view_today, self._on_today_read, owner=self)

    def _say_heading(self) -> None:
        """Say what the page on show is about, whichever page has something new to say."""
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            title, detail = page.heading
            self.set_title(title or self.top_bar.title, detail)

    def _on_today_read(self, view: TodayView) -> None:
        returned = {visit.visit_id for visit in view.returned}
        remarked = {remark.visit_id for remark in view.open_remarks}
        self.rail.set_count("review", len(returned | remarked))
        self.rail.set_count("today", sum(group.due <= view.today for group in view.groups))

    def _on_page_shown(self, key: str) -> None:
        page = self.page(key)
        if self.focusWidget() in self._rail_items:
            # The ring would else stay on the page that was left.
            self.rail.item(key).setFocus()
        if isinstance(page, Page):
            if page not in self._followed:
                self._followed.append(page)
                page.heading_changed.connect(self._say_heading)
            self._say_heading()

    def _on_changed(self, changes: Changes) -> None:
        if changes.concern({"visit", "remark", "task"}):
            # Not with every answer: the next one would wait behind the counting.
            self._count_soon.start()


def _nothing() -> None:
    """Marks a place in the database lane."""


def _settle_database(jobs: Jobs, window: QObject) -> None:
    """Wait until everything that was handed to the database lane is on disk."""
    waiting = QEventLoop(window)

    def last(_: None) -> None:
        # What came back may have handed on once more; the lane is in order.
        jobs.submit(_nothing, lambda _: waiting.quit(), owner=window)

    first = jobs.submit(_nothing, last, owner=window)
    if not first.cancellation.requested:
        QTimer.singleShot(_LAST_WRITES_MS, waiting.quit)
        waiting.exec()
