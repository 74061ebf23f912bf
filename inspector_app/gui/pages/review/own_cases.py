"""The 审核 page of an officer: what became of the cases, and what came back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.projection import VisitSummary
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.visit import Visit
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.controls import Button, ButtonKind, EmptyState, Notice, ScrollPage
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.fact_rows import CardSection, fact_row
from inspector_app.gui.pages.page import Page
from inspector_app.gui.pages.today.attention import Attention
from inspector_app.gui.pages.today.view_model import ReturnedCase, load_today
from inspector_app.gui.terms import fact_line, moment_text, review_state, task_kinds_text
from inspector_app.gui.theme import Space, Tone

__all__ = ["OwnCases", "OwnCasesPage", "load_own_cases"]

_SHOWN_APPROVED = 20


@dataclass(frozen=True, slots=True)
class OwnCases:
    """The officer's cases by where they stand; ``returned`` with their remarks."""

    returned: tuple[ReturnedCase, ...]
    visits: tuple[VisitSummary, ...]

    @property
    def to_answer(self) -> tuple[ReturnedCase, ...]:
        """Cases with remarks that wait for an answer."""
        return tuple(case for case in self.returned if case.remarks)

    def reason(self, visit: VisitSummary) -> str:
        """Why a case was returned, empty if it was not."""
        reasons = {case.visit.visit_id: case.reason for case in self.returned}
        return reasons.get(visit.visit_id, "")

    def standing(self, status: ReviewStatus) -> tuple[VisitSummary, ...]:
        """Completed cases in this state, the latest first, but for those with remarks to answer."""
        waiting = {case.visit.visit_id for case in self.to_answer}
        return tuple(
            visit
            for visit in self.visits
            if visit.completed and visit.review is status and visit.visit_id not in waiting
        )


def load_own_cases(use_cases: UseCases) -> OwnCases:
    """Read the officer's cases. Runs in the database lane."""
    return OwnCases(load_today(use_cases).returned, use_cases.look_up.visits())


class OwnCasesPage(Page):
    """Signals lead to the visit; submission happens here.

    Signals:
        visit_wanted(str): open this visit.
        remark_wanted(str, str): open this visit at this item.
        noticed(Notice): a case was submitted.
        failed(InspectorError): it was refused, with the reason.
    """

    visit_wanted = Signal(str)
    remark_wanted = Signal(str, str)
    noticed = Signal(Notice)
    failed = Signal(Exception)

    def __init__(self, use_cases: UseCases, jobs: Jobs, bus: ChangeBus) -> None:
        super().__init__(jobs, bus, ("visit", "remark", "sync"))
        self._use_cases = use_cases
        self._model: OwnCases | None = None
        self.submit_buttons: dict[str, Button] = {}
        self.attention = Attention()
        self.sections = {
            status: CardSection()
            for status in (
                ReviewStatus.RETURNED,
                ReviewStatus.NONE,
                ReviewStatus.WAITING,
                ReviewStatus.APPROVED,
            )
        }
        self.empty = EmptyState("badge-check")
        scroll = ScrollPage()
        scroll.body.addWidget(self.attention)
        for section in self.sections.values():
            scroll.body.addWidget(section)
        scroll.body.addWidget(self.empty)
        scroll.body.addStretch(1)
        scroll.body.setSpacing(Space.S)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.attention.visit_wanted.connect(self.visit_wanted)
        self.attention.remark_wanted.connect(self.remark_wanted)
        self.retranslate()

    def set_model(self, model: OwnCases) -> None:
        """Show ``model``."""
        self._model = model
        self.retranslate()

    def refresh(self) -> None:
        self.jobs.submit(lambda: load_own_cases(self._use_cases), self.set_model, owner=self)

    def retranslate(self) -> None:
        self.empty.set_words(
            self.tr("还没有案件"), self.tr("检查完成后在这里提交审核，审核意见也回到这里。")
        )
        model = self._model
        if model is None:
            for section in self.sections.values():
                section.hide()
            self.empty.hide()
            return
        self.attention.set_matters(model.to_answer, (), 0)
        titles = {
            ReviewStatus.RETURNED: self.tr("已退回，可以重新提交"),
            ReviewStatus.NONE: self.tr("待提交"),
            ReviewStatus.WAITING: self.tr("待审核"),
            ReviewStatus.APPROVED: self.tr("审核通过"),
        }
        self.submit_buttons = {}
        shown = 0
        for status, section in self.sections.items():
            visits = model.standing(status)
            shown += len(visits)
            section.setVisible(bool(visits))
            section.set_rows(titles[status], self._rows(status, visits), "")
        self.empty.setVisible(shown == 0 and not model.returned)

    def _rows(self, status: ReviewStatus, visits: tuple[VisitSummary, ...]) -> Iterator[QWidget]:
        for visit in visits[:_SHOWN_APPROVED]:
            reason = self._model.reason(visit) if self._model else ""
            facts = [
                self.tr("退回理由：{reason}").format(reason=reason) if reason else "",
                moment_text(visit.started_at),
                task_kinds_text(visit.kinds),
                visit.grade,
                self.tr("%n 项不符合", "", visit.not_met) if visit.not_met else "",
            ]
            yield fact_row(
                visit.enterprise_name,
                fact_line(facts),
                icon="clipboard-check",
                state=review_state(visit.review),
                actions=self._actions(status, visit),
            )

    def _actions(self, status: ReviewStatus, visit: VisitSummary) -> Iterator[Button]:
        name = visit.enterprise_name
        open_button = Button(icon_name="arrow-right", kind=ButtonKind.QUIET)
        open_button.set_words(self.tr("打开"))
        open_button.setAccessibleName(self.tr("打开检查 {name}").format(name=name))
        open_button.clicked.connect(lambda: self.visit_wanted.emit(visit.visit_id))
        yield open_button
        if status in (ReviewStatus.NONE, ReviewStatus.RETURNED):
            submit = Button(icon_name="send")
            again = status is ReviewStatus.RETURNED
            submit.set_words(self.tr("重新提交") if again else self.tr("提交审核"))
            submit.setAccessibleName(self.tr("提交审核 {name}").format(name=name))
            submit.clicked.connect(lambda: self._submit(visit.visit_id))
            self.submit_buttons[visit.visit_id] = submit
            yield submit

    def _submit(self, visit_id: str) -> None:
        self.jobs.submit(
            lambda: self._use_cases.submit_visit(visit_id),
            self._on_submitted,
            self._on_failed,
            owner=self,
        )

    def _on_submitted(self, visit: Visit) -> None:
        name = visit.enterprise.name
        words = self.tr("{name} 的案件已提交，联网后送到审核人员。").format(name=name)
        self.noticed.emit(Notice(words, tone=Tone.MET))
        self.bus.announce(Changes.of("visit", visit.id))

    def _on_failed(self, error: InspectorError) -> None:
        self.failed.emit(error)
