"""Wires the signatures: document after document until all are issued."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.visit import Document, DocumentStatus, Step
from inspector_app.gui.controls import Notice
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.models.visit_steps import papers
from inspector_app.gui.pages.row_list import Row
from inspector_app.gui.pages.visit.paper_work import PaperWork
from inspector_app.gui.pages.visit.signatures_panel import SignaturesPanel
from inspector_app.gui.pages.visit.signing_work import SigningWork
from inspector_app.gui.pages.visit.step import VisitStep
from inspector_app.gui.terms import State, document_state
from inspector_app.gui.theme import Tone

__all__ = ["SignaturesStep"]


class SignaturesStep(VisitStep):
    """签名."""

    step = Step.SIGNATURES
    panel: SignaturesPanel

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        panel = self.panel = SignaturesPanel()
        self._document_id = ""
        self._signing = SigningWork(session, panel.pane, panel.cover, self)
        self._paper = PaperWork(session, panel.issued, self)
        panel.document_chosen.connect(self._on_document_chosen)
        panel.composing_wanted.connect(lambda: self.place_wanted.emit(Step.DOCUMENTS.value, ""))
        self._signing.issued.connect(self._on_issued)
        self._signing.failed.connect(self.say_error)
        self._paper.message_raised.connect(self.message_raised)
        self._paper.failed.connect(self.say_error)

    @property
    def document_id(self) -> str:
        """Id of the document on show."""
        return self._document_id

    def reset(self) -> None:
        self._document_id = ""
        self._signing.forget()

    def control(self, target: str) -> QWidget | None:
        slots = self.panel.pane.slots
        if slots.has(target) and slots.isVisibleTo(self.panel):
            return slots.button(target)
        primary = self.primary()
        return primary if primary is not None and primary.isVisible() else self.panel.list.view

    def enter(self, view: VisitView, target: str) -> None:
        documents = self._documents(view)
        wanted = next((d.id for d in documents if target in (d.id, d.kind)), "")
        # A slot is that of the first document that still lacks it.
        wanted = wanted or next((d.id for d in documents if target in d.missing_slots), "")
        unsigned = self._next_unsigned(view)
        first = documents[0].id if documents else ""
        self._document_id = wanted or unsigned or self._document_id or first
        self.refresh(view)
        self.panel.places.focus_place()

    def primary(self) -> QAbstractButton | None:
        return self.panel.pane.primary()

    def refresh(self, view: VisitView) -> None:
        documents = {document.id: document for document in self._documents(view)}
        self.panel.set_list([self._row(document) for document in documents.values()])
        if self._document_id not in documents:
            self._document_id = next(iter(documents), "")
        if not self._document_id:
            self.panel.show_nothing()
            return
        self.panel.places.choose(self._document_id)
        document = documents[self._document_id]
        if document.status is DocumentStatus.ISSUED:
            self._signing.forget()
            self._paper.show(view, document)
            self.panel.show_issued()
        else:
            self._signing.show(view, document.id)
            self.panel.show_signing()

    def _documents(self, view: VisitView) -> list[Document]:
        return [planned.document for planned in papers(view) if planned.document is not None]

    def _next_unsigned(self, view: VisitView) -> str:
        found = (d.id for d in self._documents(view) if d.status is DocumentStatus.COMPOSED)
        return next(found, "")

    def _row(self, document: Document) -> Row:
        if document.status is DocumentStatus.ISSUED:
            return Row(
                document.id, document.title, document.number, document_state(document.status)
            )
        needed = len(document.required_slots)
        done = needed - len(document.missing_slots)
        state = State(
            self.tr("签名 {done}/{needed}").format(done=done, needed=needed),
            Tone.PROGRESS,
            "pen-line",
        )
        return Row(document.id, document.title, document.number, state)

    def _on_document_chosen(self, document_id: str) -> None:
        if document_id != self._document_id:
            self._document_id = document_id
            self.session.mark_place(Step.SIGNATURES.value, document_id)
            self.refresh(self.session.view)

    def _on_issued(self, document_id: str) -> None:
        view = self.session.view
        title = view.visit.documents[document_id].title
        words = self.tr("《{title}》已出具。").format(title=title)
        self.say(Notice(words, tone=Tone.MET))
        following = self._next_unsigned(view)
        if following:
            self._on_document_chosen(following)
        else:
            self.place_wanted.emit(Step.SERVICE.value, "")
