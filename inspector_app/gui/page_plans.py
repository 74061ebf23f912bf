"""Which pages there are, who sees them, and where each one's signals lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.officer import Role

if TYPE_CHECKING:
    from datetime import date

    from inspector_app.application.use_cases import UseCases
    from inspector_app.domain.errors import InspectorError
    from inspector_app.domain.law.citation import Citation
    from inspector_app.gui.change_bus import ChangeBus
    from inspector_app.gui.controls import Notice
    from inspector_app.gui.jobs import Jobs
    from inspector_app.gui.preferences import Preferences
    from inspector_app.gui.sync_lane import SyncLane
    from inspector_app.gui.window_facts import WindowFacts

__all__ = ["PageBuilder", "PagePlan", "Ways", "plans_of"]


class Ways(Protocol):
    """Where a page may lead; the window is one."""

    def show_page(self, key: str) -> QWidget:
        """Show a page and return it."""
        ...

    def open_visit(self, visit_id: str, item: str = "") -> None:
        """Go on with a visit where it was left, or at ``item``."""
        ...

    def start_visit(self, enterprise_id: str) -> None:
        """Begin a visit of an enterprise."""
        ...

    def open_enterprise(self, enterprise_id: str) -> None:
        """Show an enterprise's file."""
        ...

    def open_document(self, document_id: str) -> None:
        """Show a document."""
        ...

    def put_in_force(self, wanted: Preferences) -> None:
        """Let choices take effect."""
        ...

    def notify(self, notice: Notice) -> None:
        """Say briefly what went well."""
        ...

    def say(self, notice: Notice) -> None:
        """Say what went well briefly, and what needs a decision until it is dismissed."""
        ...

    def show_error(self, error: InspectorError) -> None:
        """Say what did not."""
        ...


@dataclass(frozen=True, slots=True)
class PagePlan:
    """What the rail shows of a page."""

    icon: str
    title: Callable[[], str]


def plans_of(role: Role) -> dict[str, PagePlan]:
    """The pages of a role by key, in the order of the rail; the first is where it begins.

    An officer sees 今日, 主体, 检查, 文书, 法规, 审核, 同步 and 设置; a supervisor, who inspects nobody,
    begins at 审核 and has neither 今日 nor 检查.
    """
    translate = QCoreApplication.translate
    plans = {
        "today": PagePlan("calendar-check", lambda: translate("MainWindow", "今日")),
        "enterprises": PagePlan("building-2", lambda: translate("MainWindow", "主体")),
        "visit": PagePlan("clipboard-check", lambda: translate("MainWindow", "检查")),
        "documents": PagePlan("file-text", lambda: translate("MainWindow", "文书")),
        "law": PagePlan("scale", lambda: translate("MainWindow", "法规")),
        "review": PagePlan("badge-check", lambda: translate("MainWindow", "审核")),
        "sync": PagePlan("refresh-cw", lambda: translate("MainWindow", "同步")),
        "settings": PagePlan("settings", lambda: translate("MainWindow", "设置")),
    }
    if role is Role.SUPERVISOR:
        order = ("review", "enterprises", "documents", "law", "sync", "settings")
        return {key: plans[key] for key in order}
    return plans


class PageBuilder:
    """Builds pages when they are first shown; loading a page's module is part of building it."""

    def __init__(
        self,
        use_cases: UseCases,
        facts: WindowFacts,
        lane: SyncLane,
        jobs: Jobs,
        bus: ChangeBus,
        ways: Ways,
    ) -> None:
        self._use_cases = use_cases
        self._facts = facts
        self._lane = lane
        self._jobs = jobs
        self._bus = bus
        self._ways = ways
        reviews = use_cases.place.me.role is Role.SUPERVISOR
        self._builders: dict[str, Callable[[], QWidget]] = {
            "today": self._today,
            "enterprises": self._enterprises,
            "visit": self._visit,
            "documents": self._documents,
            "law": self._law,
            "review": self._review if reviews else self._own_cases,
            "sync": self._sync,
            "settings": self._settings,
        }

    def build(self, key: str) -> QWidget:
        """The page ``key``; ``KeyError`` if there is none."""
        return self._builders[key]()

    def _today(self) -> QWidget:
        from inspector_app.gui.pages.today.page import TodayPage  # late: loaded when shown

        page = TodayPage(self._use_cases, self._jobs, self._bus)
        page.start_wanted.connect(self._ways.start_visit)
        page.visit_wanted.connect(self._ways.open_visit)
        page.remark_wanted.connect(self._ways.open_visit)
        page.enterprise_wanted.connect(self._ways.open_enterprise)
        page.review_wanted.connect(lambda: self._ways.show_page("review"))
        page.sync_wanted.connect(self._lane.sync_now)
        page.noticed.connect(self._ways.notify)
        return page

    def _enterprises(self) -> QWidget:
        # Late: loaded when shown.
        from inspector_app.gui.pages.enterprises.page import EnterprisesPage

        page = EnterprisesPage(self._use_cases, self._jobs, self._bus)
        page.start_wanted.connect(self._ways.start_visit)
        page.visit_wanted.connect(self._ways.open_visit)
        page.document_wanted.connect(self._ways.open_document)
        return page

    def _visit(self) -> QWidget:
        from inspector_app.gui.pages.visit.page import VisitPage  # late: loaded when shown

        page = VisitPage(self._use_cases, self._jobs, self._bus)
        page.visit_closed.connect(lambda: self._ways.show_page("today"))
        page.message_raised.connect(self._ways.say)
        page.law_wanted.connect(self._read_law)
        return page

    def _read_law(self, citation: Citation, day: date) -> None:
        """Read a clause as it was on a day; on today's law no days need be told."""
        from inspector_app.gui.pages.law.page import LawPage  # late: loaded when shown
        from inspector_app.gui.pages.law.view_model import Days

        page = self._ways.show_page("law")
        today = self._use_cases.place.clock.today()
        if isinstance(page, LawPage):
            page.open_place(citation, Days(act=day) if day != today else Days())

    def _documents(self) -> QWidget:
        from inspector_app.gui.pages.documents.page import DocumentsPage  # late: loaded when shown

        page = DocumentsPage(self._use_cases, self._facts.verify, self._jobs, self._bus)
        page.visit_wanted.connect(self._ways.open_visit)
        page.noticed.connect(self._ways.notify)
        page.failed.connect(self._ways.show_error)
        return page

    def _law(self) -> QWidget:
        from inspector_app.gui.pages.law.page import LawPage  # late: loaded when shown

        page = LawPage(self._use_cases, self._facts.take_statutes, self._jobs, self._bus)
        page.noticed.connect(self._ways.notify)
        page.failed.connect(self._ways.show_error)
        return page

    def _review(self) -> QWidget:
        from inspector_app.gui.pages.review.page import ReviewPage  # late: loaded when shown

        page = ReviewPage(self._use_cases, self._facts.verify, self._jobs, self._bus)
        page.decided.connect(self._lane.sync_now)
        page.noticed.connect(self._ways.notify)
        page.failed.connect(self._ways.show_error)
        return page

    def _own_cases(self) -> QWidget:
        from inspector_app.gui.pages.review.own_cases import OwnCasesPage  # late: loaded when shown

        page = OwnCasesPage(self._use_cases, self._jobs, self._bus)
        page.visit_wanted.connect(self._ways.open_visit)
        page.remark_wanted.connect(self._ways.open_visit)
        page.noticed.connect(self._ways.notify)
        page.failed.connect(self._ways.show_error)
        return page

    def _sync(self) -> QWidget:
        from inspector_app.gui.pages.sync.page import SyncPage  # late: loaded when shown

        return SyncPage(self._use_cases, self._facts, self._lane, self._jobs, self._bus)

    def _settings(self) -> QWidget:
        from inspector_app.gui.pages.settings.page import SettingsPage  # late: loaded when shown

        page = SettingsPage(self._use_cases, self._facts, self._jobs, self._bus)
        page.preferences_chosen.connect(self._ways.put_in_force)
        page.noticed.connect(self._ways.notify)
        return page
