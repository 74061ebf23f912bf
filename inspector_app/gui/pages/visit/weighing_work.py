"""Wires the section 处理与裁量 to the open visit: what it shows, drafts, recording."""

from __future__ import annotations

from PySide6.QtCore import QObject

from inspector_app.application.view_visit import VisitView
from inspector_app.application.weigh_finding import case_of
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.law.weighing import Weighing, WeighingRules
from inspector_app.domain.review import ReviewStatus
from inspector_app.gui.error_words import error_words
from inspector_app.gui.models.visit_drafts import Autosave, Drafts
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.models.weighing_form import draft_of, form_of, from_draft
from inspector_app.gui.pages.visit.finding_work import standing_finding
from inspector_app.gui.pages.visit.weighing_section import WeighingSection

__all__ = ["WeighingWork"]


class WeighingWork(QObject):
    """One section over the findings of the open visit; what is typed outlives a kill."""

    def __init__(
        self, session: VisitSession, section: WeighingSection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._section = section
        self._drafts = Drafts(session)
        self._autosave = Autosave(self._keep_draft, self)
        self._shown: tuple[object, ...] = ()
        self._rules: WeighingRules | None = None
        self._item = ""
        section.edited.connect(self._autosave.touch)
        section.recorded.connect(self._on_recorded)

    def show(self, view: VisitView, item: str) -> None:
        """Open the opinion on the finding at ``item``; what is being entered there is left alone."""
        visit = view.visit
        self._item = item
        finding = standing_finding(view, item)
        if finding is None or not finding.violation.sanctions:
            self.forget()
            return
        if self._rules is None:
            self._session.read(self._session.use_cases.weigh_finding.rules, self._on_rules_read)
            return
        locked = view.review_status is ReviewStatus.WAITING
        today = self._session.use_cases.place.clock.today()
        case = case_of(visit, finding, self._rules, today)
        form = form_of(visit, finding, case, locked=locked)
        shown = (visit.id, finding, form.evidence, locked)
        if shown == self._shown:
            return
        before = self._section.form
        if before is not None and before.finding_id == finding.id and self._autosave.pending:
            # New evidence while something is being entered: it goes on with what was entered.
            self.flush()
        elif before is not None and before.finding_id != finding.id:
            self.flush()
        self._shown = shown
        self._section.set_form(form)
        self._drafts.load(_name(finding.id), lambda draft: self._on_draft_loaded(shown, draft))

    def forget(self) -> None:
        """No finding is open any more."""
        self.flush()
        self._item = ""
        self._shown = ()
        self._section.set_form(None)

    def flush(self) -> None:
        """Write what was entered."""
        self._autosave.flush()

    def _on_rules_read(self, rules: WeighingRules) -> None:
        self._rules = rules
        if self._item and self._session.is_open:
            self.show(self._session.view, self._item)

    def _on_draft_loaded(self, shown: tuple[object, ...], draft: dict[str, str]) -> None:
        form = self._section.form
        if not draft or form is None or shown != self._shown or self._autosave.pending:
            return
        self._section.set_form(from_draft(form, draft))

    def _keep_draft(self) -> None:
        form = self._section.form
        if form is not None and not form.locked:
            self._drafts.keep(_name(form.finding_id), draft_of(self._section.weighing))

    def _on_recorded(self, weighing: Weighing) -> None:
        form = self._section.form
        if form is None:
            return
        visit_id, finding_id = self._session.visit_id, form.finding_id
        weigh = self._session.use_cases.weigh_finding
        # Until it is on record the draft is the only copy of what was entered.
        self._keep_draft()
        self._autosave.forget()
        self._section.set_busy(busy=True)
        self._session.record(
            lambda: weigh(visit_id, finding_id, weighing),
            lambda _view: self._on_done(finding_id),
            self._on_refused,
        )

    def _on_done(self, finding_id: str) -> None:
        self._section.set_busy(busy=False)
        self._drafts.clear(_name(finding_id))

    def _on_refused(self, error: InspectorError) -> None:
        self._section.set_busy(busy=False)
        words = error_words(error)
        self._section.refuse("\n".join(part for part in (words.what, words.mend) if part))


def _name(finding_id: str) -> str:
    return f"weighing.{finding_id}"
