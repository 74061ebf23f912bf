"""Wires a finding editor: proposals, drafts, acceptance, withdrawal. Used by 检查 and by 问题."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from inspector_app.application.confirm_finding import Proposal
from inspector_app.application.view_visit import VisitView
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.visit import Finding
from inspector_app.gui.error_words import error_words
from inspector_app.gui.models.visit_drafts import Autosave, Drafts
from inspector_app.gui.models.visit_findings import (
    FindingForm,
    form_for,
    form_from_draft,
    to_draft,
)
from inspector_app.gui.models.visit_items import is_finding_locked
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.finding_editor import FindingEditor

__all__ = ["FindingWork"]


class FindingWork(QObject):
    """One editor over the findings of the open visit.

    Signals:
        proposals_read(str): the proposals for this item are known now.
        confirmed(str): a finding at this item is on record.
        withdrawal_wanted(str): the officer wants to withdraw this finding; a reason is needed.
        refused(InspectorError): it could not be recorded, and no field is to blame alone.
    """

    proposals_read = Signal(str)
    confirmed = Signal(str)
    withdrawal_wanted = Signal(str)
    refused = Signal(object)

    def __init__(
        self, session: VisitSession, editor: FindingEditor, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._editor = editor
        self._drafts = Drafts(session)
        self._autosave = Autosave(self._keep_draft, self)
        self._proposals: dict[tuple[str, str], tuple[Proposal, ...]] = {}
        self._asked: set[tuple[str, str]] = set()
        self._shown: tuple[object, ...] = ()
        self._item = ""
        self._note = ""
        editor.edited.connect(self._autosave.touch)
        editor.accepted.connect(self._on_accepted)
        editor.withdrawal_wanted.connect(self.withdrawal_wanted)

    def proposals(self, item: str) -> tuple[Proposal, ...] | None:
        """The proposals for an item, None until they have been read (`ask`)."""
        return self._proposals.get((self._session.visit_id, item))

    def ask(self, item: str) -> None:
        """Read the proposals for an item; `proposals_read` follows."""
        key = (self._session.visit_id, item)
        if key in self._proposals:
            self.proposals_read.emit(item)
        elif key not in self._asked:
            self._asked.add(key)
            propose = self._session.use_cases.propose_findings
            self._session.read(
                lambda: propose(key[0], item),
                lambda proposals: self._on_proposals_read(key, proposals),
                lambda error: self._on_proposals_failed(key, error),
            )

    def show(self, view: VisitView, item: str, note: str) -> None:
        """Open the finding at ``item`` in the editor; what is being typed there is left alone."""
        if item != self._item:
            self.flush()
        self._item, self._note = item, note
        proposals = self.proposals(item)
        if proposals is None:
            self.ask(item)
            return
        finding = standing_finding(view, item)
        locked = is_finding_locked(view.visit, item)
        shown = (view.visit.id, item, finding, proposals, locked)
        if shown == self._shown:
            return
        self._shown = shown
        form = form_for(proposals, finding, note)
        today = self._session.use_cases.place.clock.today()
        self._editor.set_form(proposals, form, today, locked=locked)
        if finding is None and not locked:
            self._drafts.load(
                f"finding.{item}", lambda draft: self._on_draft_loaded(item, form, draft)
            )

    def forget(self) -> None:
        """Nothing is open in the editor any more; the next `show` fills it afresh."""
        self.flush()
        self._shown = ()
        self._item = ""

    def flush(self) -> None:
        """Write what was typed."""
        self._autosave.flush()

    def _on_proposals_read(self, key: tuple[str, str], proposals: tuple[Proposal, ...]) -> None:
        self._asked.discard(key)
        self._proposals[key] = proposals
        if self._item == key[1] and self._session.is_open:
            self.show(self._session.view, self._item, self._note)
        self.proposals_read.emit(key[1])

    def _on_proposals_failed(self, key: tuple[str, str], error: InspectorError) -> None:
        self._asked.discard(key)
        self.refused.emit(error)

    def _on_draft_loaded(self, item: str, form: FindingForm, draft: dict[str, str]) -> None:
        untouched = item == self._item and self._editor.form == form
        proposals = self.proposals(item)
        if draft and untouched and proposals is not None:
            today = self._session.use_cases.place.clock.today()
            self._editor.set_form(proposals, form_from_draft(form, draft, proposals), today)

    def _keep_draft(self) -> None:
        if self._item and not self._editor.form.finding_id:
            self._drafts.keep(f"finding.{self._item}", to_draft(self._editor.form))

    def _on_accepted(self, form: FindingForm) -> None:
        item, visit_id = self._item, self._session.visit_id
        confirm = self._session.use_cases.confirm_finding
        self._autosave.forget()
        self._editor.set_busy(busy=True)
        self._session.record(
            lambda: confirm(
                visit_id,
                item,
                form.violation_id,
                description=form.description,
                measures=form.measures,
                requirement=form.requirement,
                deadline=form.deadline,
                on_spot=form.on_spot,
                finding_id=form.finding_id,
            ),
            lambda _view: self._on_confirmed(item),
            self._on_refused,
        )

    def _on_confirmed(self, item: str) -> None:
        self._editor.set_busy(busy=False)
        self._drafts.clear(f"finding.{item}")
        self.confirmed.emit(item)

    def _on_refused(self, error: InspectorError) -> None:
        self._editor.set_busy(busy=False)
        if not self._editor.refuse(error.code, error_words(error).what):
            self.refused.emit(error)


def standing_finding(view: VisitView, item: str) -> Finding | None:
    """The confirmed finding at an item, if it is not met and has one."""
    answer = view.visit.answers.get(item)
    if answer is None or answer.value is not AnswerValue.NOT_MET:
        return None
    return next((f for f in view.visit.findings.values() if f.item == item), None)
