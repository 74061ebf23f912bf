"""The page 检查: the visits on this device, the start of one, and the visit that is open."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from inspector_app.application.use_cases import UseCases
from inspector_app.application.view_visit import VisitView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.visit import Visit
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.error_words import error_words, notice_for
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.page import Page
from inspector_app.gui.pages.visit.overview import VisitOverview
from inspector_app.gui.pages.visit.planning_panel import Plan, PlanningPanel, StartWish
from inspector_app.gui.pages.visit.workspace import Workspace
from inspector_app.gui.terms import task_kind_label

__all__ = ["VisitPage"]


class VisitPage(Page):
    """The guided visit.

    Signals:
        message_raised(Notice): to be said above the page (green ones may float).
        visit_opened(str): a visit is on show now.
        law_wanted(Citation, date): read this clause as it was on the day of the visit.
        visit_closed(): the officer is done here and wants back to the day's tasks.
    """

    message_raised = Signal(object)
    visit_opened = Signal(str)
    law_wanted = Signal(object, object)
    visit_closed = Signal()

    def __init__(self, use_cases: UseCases, jobs: Jobs, bus: ChangeBus) -> None:
        super().__init__(jobs, bus, ("visit", "remark"))
        self._use_cases = use_cases
        self._plan_for: tuple[str, tuple[str, ...]] | None = None
        self.session = VisitSession(use_cases, jobs, bus, self)
        self.overview = VisitOverview()
        self.planning = PlanningPanel()
        self.workspace = Workspace(self.session)
        self._stack = QStackedWidget()
        for widget in (self.overview, self.planning, self.workspace):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.overview.visit_chosen.connect(self.open_visit)
        self.planning.start_wanted.connect(self._on_start_wanted)
        self.planning.dismissed.connect(self._on_planning_dismissed)
        self.workspace.dismissed.connect(self.show_overview)
        self.workspace.message_raised.connect(self.message_raised)
        self.workspace.finished.connect(self.visit_closed)
        self.workspace.law_wanted.connect(self._on_law_wanted)
        self.retranslate()

    def open_visit(self, visit_id: str) -> None:
        """Open a visit where it was left; an unknown one raises a message."""
        self.flush()
        self.workspace.close_visit()
        self.session.open(visit_id, self._on_visit_opened)

    def start(self, enterprise_id: str, task_ids: tuple[str, ...] = ()) -> None:
        """Show what a visit to this enterprise would be, for ``task_ids`` or all its open tasks."""
        self._leave_visit()
        self._plan_for = (enterprise_id, task_ids)
        use_cases = self._use_cases

        def read() -> Plan:
            return Plan(
                file=use_cases.look_up.enterprise_file(enterprise_id),
                merged=use_cases.plan_visit(enterprise_id, task_ids),
                me=use_cases.place.me,
                partners=use_cases.look_up.partners(),
                today=use_cases.place.clock.today(),
                task_ids=task_ids,
            )

        self.jobs.submit(read, self._on_plan_read, self._on_failed, owner=self)

    def show_overview(self) -> None:
        """Show the visits on this device."""
        self._leave_visit()
        self.set_heading(self.tr("现场检查"))
        self._plan_for = None
        self._stack.setCurrentWidget(self.overview)
        self.refresh()

    def refresh(self) -> None:
        """Read the list of visits again; an open visit looks after itself."""
        self.jobs.submit(self._use_cases.look_up.visits, self.overview.set_visits, owner=self)

    def flush(self) -> None:
        """Hand on everything that was typed and where the officer is; before the window closes."""
        self.workspace.flush()
        self.session.store_bookmark()

    def retranslate(self) -> None:
        if self.session.is_open:
            self._say_title(self.session.view.visit)
        elif self._plan_for is None:
            self.set_heading(self.tr("现场检查"))

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _leave_visit(self) -> None:
        if self.session.visit_id:
            self.workspace.close_visit()
            self.session.close()

    def _on_plan_read(self, plan: Plan) -> None:
        if self._plan_for == (plan.file.enterprise.id, plan.task_ids):
            self.planning.set_plan(plan)
            party = plan.file.enterprise
            self.set_heading(party.name, party.business_label)
            self._stack.setCurrentWidget(self.planning)
            self.planning.take_focus()

    def _on_planning_dismissed(self) -> None:
        self.show_overview()
        self.visit_closed.emit()

    def _on_start_wanted(self, wish: StartWish) -> None:
        if self._plan_for is None:
            return
        enterprise_id, task_ids = self._plan_for
        start_visit = self._use_cases.start_visit
        self.planning.set_busy(busy=True)
        self.jobs.submit(
            lambda: start_visit(
                enterprise_id,
                wish.officers,
                task_ids=task_ids,
                place_text=wish.place,
                helpers=wish.helpers_present,
            ),
            self._on_started,
            self._on_start_refused,
            owner=self,
        )

    def _on_started(self, visit: Visit) -> None:
        self.planning.set_busy(busy=False)
        self._plan_for = None
        self.bus.announce(Changes.of("visit", visit.id))
        self.open_visit(visit.id)

    def _on_start_refused(self, error: InspectorError) -> None:
        self.planning.set_busy(busy=False)
        if error.code.startswith("officers."):
            self.planning.refuse(error_words(error).what)
        self._on_failed(error)

    def _on_visit_opened(self, view: VisitView) -> None:
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.open_at(view, view.bookmark)
        self._say_title(view.visit)
        self.visit_opened.emit(view.visit.id)

    def _say_title(self, visit: Visit) -> None:
        kinds = dict.fromkeys(task_kind_label(task.kind) for task in visit.tasks)
        self.set_heading(visit.enterprise.name, " + ".join(kinds))

    def _on_law_wanted(self, citation: Citation) -> None:
        started = self.session.view.visit.started_at
        self.law_wanted.emit(citation, datetime.fromisoformat(started).date())

    def _on_failed(self, error: InspectorError) -> None:
        self.message_raised.emit(notice_for(error))
