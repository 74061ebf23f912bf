"""Wires a finding editor: proposals, drafts, acceptance, withdrawal. Used by 检查 and by 问题."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from inspector_app.application.propose_findings import Proposal
from inspector_app.application.search_violations import FoundViolations
from inspector_app.application.view_visit import VisitView
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.visit import Finding
from inspector_app.gui.controls import point_out
from inspector_app.gui.error_words import error_words
from inspector_app.gui.models.finding_offer import FindingOffer, load_offer, with_other
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

_MOST_RANKED = 8


class FindingWork(QObject):
    """One editor over the findings of the open visit.

    Signals:
        proposals_read(str): the proposals for this item are known now.
        confirmed(str): a finding at this item is on record.
        withdrawal_wanted(str): the officer wants to withdraw this finding; a reason is needed.
        refused(InspectorError): it could not be recorded, and no field is to blame alone.
        law_wanted(Citation): a clause is to be read where it stands.
    """

    proposals_read = Signal(str)
    confirmed = Signal(str)
    withdrawal_wanted = Signal(str)
    refused = Signal(object)
    law_wanted = Signal(object)

    def __init__(
        self, session: VisitSession, editor: FindingEditor, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._editor = editor
        self._drafts = Drafts(session)
        self._autosave = Autosave(self._keep_draft, self)
        self._offers: dict[tuple[str, str], FindingOffer] = {}
        self._asked: set[tuple[str, str]] = set()
        self._sought: set[tuple[str, str, str]] = set()
        self._shown: tuple[object, ...] = ()
        self._item = ""
        self._note = ""
        session.texts_taken.connect(self._on_texts_taken)
        editor.edited.connect(self._autosave.touch)
        editor.accepted.connect(self._on_accepted)
        editor.withdrawal_wanted.connect(self.withdrawal_wanted)
        editor.choice.others.search_wanted.connect(self._on_search_wanted)
        editor.choice.others.violation_chosen.connect(self._on_other_chosen)
        editor.choice.law_wanted.connect(self.law_wanted)

    def offer(self, item: str) -> FindingOffer | None:
        """What an item may be, None until it has been read (`ask`)."""
        return self._offers.get((self._session.visit_id, item))

    def proposals(self, item: str) -> tuple[Proposal, ...] | None:
        """The proposals for an item, None until they have been read."""
        offer = self.offer(item)
        return offer.proposals if offer is not None else None

    def ask(self, item: str, looked_up: str = "") -> None:
        """Read what an item may be; `proposals_read` follows. ``looked_up``: one chosen besides."""
        key = (self._session.visit_id, item)
        if key in self._offers and not looked_up:
            self.proposals_read.emit(item)
        elif key not in self._asked or looked_up:
            self._asked.add(key)
            use_cases = self._session.use_cases
            others = (looked_up,) if looked_up else ()
            self._session.read(
                lambda: load_offer(use_cases, key[0], item, others),
                lambda offer: self._on_offer_read(key, offer),
                lambda error: self._on_proposals_failed(key, error),
            )

    def show(self, view: VisitView, item: str, note: str) -> None:
        """Open the finding at ``item`` in the editor; what is being typed there is left alone."""
        if item != self._item:
            self.flush()
        self._item, self._note = item, note
        offer = self.offer(item)
        finding = standing_finding(view, item)
        if offer is None:
            self.ask(item)
            return
        chosen = finding.violation.id if finding is not None else ""
        if chosen and chosen not in {p.violation.id for p in offer.proposals}:
            # Looked up on another page of the visit, after this one had asked.
            self._seek(item, chosen)
            return
        locked = is_finding_locked(view.visit, item)
        shown = (view.visit.id, item, finding, offer, locked)
        if shown == self._shown:
            return
        self._shown = shown
        form = form_for(offer.proposals, finding, note)
        today = self._session.use_cases.place.clock.today()
        self._editor.choice.close_others()
        self._editor.set_form(offer, form, today, locked=locked)
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

    def _seek(self, item: str, violation_id: str) -> None:
        """Ask, once, for a violation that was looked up where this editor has not seen it."""
        key = (self._session.visit_id, item, violation_id)
        if key not in self._sought:
            self._sought.add(key)
            self.ask(item, violation_id)

    def _on_offer_read(self, key: tuple[str, str], offer: FindingOffer) -> None:
        self._asked.discard(key)
        self._offers[key] = offer
        if self._item == key[1] and self._session.is_open:
            self.show(self._session.view, self._item, self._note)
        self.proposals_read.emit(key[1])

    def _on_proposals_failed(self, key: tuple[str, str], error: InspectorError) -> None:
        self._asked.discard(key)
        self.refused.emit(error)

    def _on_draft_loaded(self, item: str, form: FindingForm, draft: dict[str, str]) -> None:
        untouched = item == self._item and self._editor.form == form
        offer = self.offer(item)
        if not draft or not untouched or offer is None:
            return
        wanted = draft.get("violation", "")
        if wanted and wanted not in {p.violation.id for p in offer.proposals}:
            # It was looked up before the draft was left: with it on offer, `show` loads the draft.
            self._seek(item, wanted)
            return
        today = self._session.use_cases.place.clock.today()
        self._editor.set_form(offer, form_from_draft(form, draft, offer.proposals), today)

    def _on_search_wanted(self, text: str) -> None:
        others, visit_id = self._editor.choice.others, self._session.visit_id
        if not text:
            others.set_found(text, FoundViolations(()))
            return
        search = self._session.use_cases.search_violations
        self._session.read(
            lambda: search(text, visit_id, _MOST_RANKED),
            lambda found: others.set_found(text, found),
            self.refused.emit,
        )

    def _on_other_chosen(self, violation_id: str) -> None:
        """Take one that was looked up: it becomes a card of its own, and the one that is chosen."""
        item, key = self._item, (self._session.visit_id, self._item)
        offer = self.offer(item)
        if offer is None:
            return
        if any(p.violation.id == violation_id for p in offer.proposals):
            self._take(violation_id)
            return
        use_cases = self._session.use_cases

        def read() -> FindingOffer:
            proposal = use_cases.propose_findings.other(key[0], item, violation_id)
            return with_other(use_cases, offer, proposal)

        def done(wider: FindingOffer) -> None:
            self._renew(item, wider)
            if item == self._item:
                self._take(violation_id)

        self._session.read(read, done, self.refused.emit)

    def _on_texts_taken(self) -> None:
        """Read again what was offered, what was looked up with it: its clauses say more now."""
        visit_id, use_cases = self._session.visit_id, self._session.use_cases
        known = {
            item: [proposal.violation.id for proposal in offer.proposals]
            for (visit, item), offer in self._offers.items()
            if visit == visit_id
        }
        self._offers = {key: offer for key, offer in self._offers.items() if key[0] == visit_id}

        def read() -> dict[str, FindingOffer]:
            return {item: load_offer(use_cases, visit_id, item, ids) for item, ids in known.items()}

        def done(offers: dict[str, FindingOffer]) -> None:
            for item, offer in offers.items():
                self._renew(item, offer)
                self.proposals_read.emit(item)

        self._session.read(read, done, self.refused.emit)

    def _renew(self, item: str, offer: FindingOffer) -> None:
        """Offer something else; what is written stays."""
        self._offers[self._session.visit_id, item] = offer
        if item == self._item and self._shown:
            self._shown = (*self._shown[:3], offer, *self._shown[4:])
            self._editor.set_offer(offer)

    def _take(self, violation_id: str) -> None:
        self._editor.choice.close_others()
        self._editor.choose(violation_id)
        card = self._editor.choice.card(violation_id)
        if card is not None:
            point_out(card)

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
                because=form.because,
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
