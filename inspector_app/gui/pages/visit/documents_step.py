"""Wires the documents: fields on disk as they are typed, the page renewed, then composed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.application.document_drafts import DocumentDraft, GateRefusal
from inspector_app.application.view_visit import PlannedDocument, VisitView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.controls import Notice
from inspector_app.gui.models.visit_drafts import Autosave
from inspector_app.gui.models.visit_papers import (
    PaperState,
    is_settled,
    next_open,
    paper_state,
    paper_status,
    read_pdf,
)
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.models.visit_steps import papers, receipts
from inspector_app.gui.pages.row_list import Row
from inspector_app.gui.pages.visit.documents_panel import DocumentsPanel, PaperFacts
from inspector_app.gui.pages.visit.step import VisitStep
from inspector_app.gui.theme import Tone

__all__ = ["DocumentsStep"]

_PREVIEW_PAUSE_MS = 200


class DocumentsStep(VisitStep):
    """文书."""

    step = Step.DOCUMENTS
    panel: DocumentsPanel

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        panel = self.panel = DocumentsPanel()
        self._kind = ""
        self._field = ""
        self._opened = ""
        # What was typed and is not on disk yet: resting, and on its way.
        self._typed: dict[str, str] = {}
        self._saving: dict[str, str] = {}
        self._drafts: dict[str, DocumentDraft] = {}
        self._autosave = Autosave(self._save_fields, self)
        self._preview_pause = QTimer(self)
        self._preview_pause.setSingleShot(True)
        self._preview_pause.setInterval(_PREVIEW_PAUSE_MS)
        self._preview_pause.timeout.connect(self._read_preview)
        panel.document_chosen.connect(self._on_document_chosen)
        panel.field_edited.connect(self._on_field_edited)
        panel.compose_wanted.connect(self._compose)
        panel.reopen_wanted.connect(self._open_fields)
        panel.correction_wanted.connect(self._open_fields)
        panel.correction_confirmed.connect(self._compose)
        panel.void_confirmed.connect(self._on_void_confirmed)
        panel.withdrawal_confirmed.connect(self._on_withdrawal_confirmed)
        panel.signing_wanted.connect(
            lambda: self.place_wanted.emit(Step.SIGNATURES.value, self._kind)
        )
        panel.mend_wanted.connect(
            lambda message: self.mending_wanted.emit(message.step.value, message.target)
        )

    @property
    def kind(self) -> str:
        """Kind of the document on show."""
        return self._kind

    def reset(self) -> None:
        self._kind = self._field = self._opened = ""
        self._typed, self._saving = {}, {}
        self.panel.preview.clear()

    def enter(self, view: VisitView, target: str) -> None:
        kind, _, self._field = target.partition(".")
        kinds = [planned.template.kind for planned in _listed(view)]
        if kind in kinds:
            self._kind = kind
        elif self._kind not in kinds or is_settled(_listed(view), self._kind):
            self._kind = next_open(_listed(view)) or (kinds[0] if kinds else "")
        self._opened = ""
        self.refresh(view)
        self.panel.compose.setFocus()

    def control(self, target: str) -> QWidget | None:
        kind, _, field = target.partition(".")
        if kind != self._kind or self._drafts.get(kind) is None:
            return None
        panel, editor = self.panel, self.panel.editors.get(field)
        # What is composed is opened again, what is issued corrected, before a field can be filled.
        ways = (panel.compose, panel.reopen, panel.correct, panel.sign, panel.list.view)
        controls = (editor.widget, *ways) if editor is not None else ways
        return next((c for c in controls if c.isVisibleTo(panel) and c.isEnabled()), None)

    def refresh(self, view: VisitView) -> None:
        self.panel.set_list(
            [
                Row(
                    planned.template.kind,
                    planned.template.title,
                    planned.document.number if planned.document else "",
                    paper_status(planned),
                )
                for planned in _listed(view)
            ]
        )
        planned = _planned(view, self._kind)
        if planned is None:
            return
        self.panel.places.choose(self._kind)
        kind, visit_id = self._kind, view.visit.id
        draft_document = self.session.use_cases.draft_document
        self.session.read(
            lambda: draft_document(visit_id, kind),
            lambda draft: self._on_draft_read(kind, draft),
            self.say_error,
        )
        self._preview_pause.start()

    def primary(self) -> QAbstractButton | None:
        return self.panel.compose if self.panel.compose.isVisible() else self.panel.sign

    def leave(self) -> None:
        self._autosave.flush()

    # What is where

    # Reading

    def _on_draft_read(self, kind: str, draft: DocumentDraft) -> None:
        self._drafts[kind] = draft
        planned = _planned(self.session.view, self._kind)
        if kind != self._kind or planned is None:
            return
        state = paper_state(planned)
        document = planned.document
        free = state in (PaperState.DRAFT, PaperState.STALE)
        facts = PaperFacts(
            template=draft.template,
            state=state,
            status=paper_status(planned),
            number=document.number if document else "",
            signed=len(document.signatures) if document else 0,
            values={filled.field.key: filled.value for filled in draft.fields},
            messages=draft.messages,
            open=free or self._opened == kind,
            issued=document is not None and document.status is DocumentStatus.ISSUED,
        )
        self.panel.show_document(facts, {**self._saving, **self._typed})
        if self._field:
            field, self._field = self._field, ""
            self.panel.focus_field(field)

    def _read_preview(self) -> None:
        if not self.session.is_open:
            return
        planned = _planned(self.session.view, self._kind)
        if planned is None:
            return
        use_cases, kind, visit_id = self.session.use_cases, self._kind, self.session.visit_id
        as_draft = self._opened == kind or paper_state(planned) is PaperState.STALE
        document = None if as_draft else planned.document
        self.session.read(
            lambda: read_pdf(use_cases, visit_id, kind, document),
            lambda pdf: self.panel.preview.set_pdf(pdf) if kind == self._kind else None,
            lambda error: self.panel.preview.fail(error) if kind == self._kind else None,
        )

    # Writing

    def _on_document_chosen(self, kind: str) -> None:
        if kind != self._kind:
            self.leave()
            self._kind = kind
            self._opened = ""
            self.panel.preview.clear()
            self.session.mark_place(Step.DOCUMENTS.value, kind)
            self.refresh(self.session.view)

    def _on_field_edited(self, key: str, text: str) -> None:
        self._typed[key] = text
        self._autosave.touch()

    def _save_fields(self) -> None:
        typed = self._saving = dict(self._typed)
        self._typed = {}
        visit_id, kind = self.session.visit_id, self._kind
        edit = self.session.use_cases.edit_document_fields
        if typed and kind:
            self.session.record(
                lambda: edit(visit_id, kind, typed),
                lambda _view: self._on_saved(typed),
                self.say_error,
            )

    def _on_saved(self, typed: dict[str, str]) -> None:
        if self._saving is typed:
            self._saving = {}

    def _open_fields(self) -> None:
        self._opened = self._kind
        self.refresh(self.session.view)

    def _compose(self, because: str = "") -> None:
        self._autosave.flush()
        visit_id, kind = self.session.visit_id, self._kind
        compose = self.session.use_cases.compose_document
        self.panel.set_busy(busy=True)
        self.session.record(
            lambda: compose(visit_id, kind, because=because),
            lambda view: self._on_composed(view, kind),
            self._on_compose_refused,
        )

    def _on_composed(self, view: VisitView, kind: str) -> None:
        self.panel.set_busy(busy=False)
        self._opened = ""
        following = next_open(_listed(view))
        if following:
            self._on_document_chosen(following)
        else:
            self.place_wanted.emit(Step.SIGNATURES.value, "")

    def _on_compose_refused(self, error: InspectorError) -> None:
        self.panel.set_busy(busy=False)
        if isinstance(error, GateRefusal):
            self.panel.gate.set_messages(error.messages)
            self.panel.show_gate()
        self.say_error(error)

    def _on_void_confirmed(self, because: str) -> None:
        self._end(because, void=True)

    def _on_withdrawal_confirmed(self, because: str) -> None:
        self._end(because, void=False)

    def _end(self, because: str, *, void: bool) -> None:
        planned = _planned(self.session.view, self._kind)
        if planned is None or planned.document is None:
            return
        use_cases, visit_id, document = (
            self.session.use_cases,
            self.session.visit_id,
            planned.document,
        )
        end = use_cases.void_document if void else use_cases.withdraw_document
        words = self.tr("已作废《{title}》。") if void else self.tr("已撤回《{title}》。")
        self.session.record(
            lambda: end(visit_id, document.id, because),
            lambda _view: self.say(Notice(words.format(title=document.title), tone=Tone.MET)),
            self.say_error,
        )


def _listed(view: VisitView) -> tuple[PlannedDocument, ...]:
    # Receipts too once there is a service to prove: their fields may have to be completed here.
    return (*papers(view), *(receipts(view) if view.visit.services else ()))


def _planned(view: VisitView, kind: str) -> PlannedDocument | None:
    return next((planned for planned in _listed(view) if planned.template.kind == kind), None)
