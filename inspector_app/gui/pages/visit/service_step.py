"""Wires the service: recorded, proved by the signed receipt, printed and saved."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.application.view_visit import PlannedDocument, VisitView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.visit import Document, DocumentStatus, Step
from inspector_app.gui.controls import Notice
from inspector_app.gui.error_words import error_words
from inspector_app.gui.models.visit_drafts import Autosave, Drafts
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.models.visit_steps import receipts
from inspector_app.gui.pages.row_list import Row
from inspector_app.gui.pages.visit.paper_work import PaperWork
from inspector_app.gui.pages.visit.service_form import Servable, ServiceWish
from inspector_app.gui.pages.visit.service_panel import SERVICE, ServicePanel
from inspector_app.gui.pages.visit.signing_work import SigningWork
from inspector_app.gui.pages.visit.step import VisitStep
from inspector_app.gui.terms import State, document_state
from inspector_app.gui.theme import Tone

__all__ = ["ServiceStep"]

_DRAFT = "service"


class ServiceStep(VisitStep):
    """送达."""

    step = Step.SERVICE
    panel: ServicePanel

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        panel = self.panel = ServicePanel()
        self._place = ""
        self._drafts = Drafts(session)
        self._autosave = Autosave(self._keep_draft, self)
        self._signing = SigningWork(session, panel.pane, panel.cover, self)
        self._paper = PaperWork(session, panel.paper, self)
        panel.place_chosen.connect(self._on_place_chosen)
        panel.receipt_wanted.connect(self._compose_receipt)
        panel.form.edited.connect(self._autosave.touch)
        panel.form.confirmed.connect(self._on_confirmed)
        self._signing.issued.connect(self._on_receipt_issued)
        self._signing.failed.connect(self.say_error)
        self._paper.message_raised.connect(self.message_raised)
        self._paper.failed.connect(self.say_error)

    @property
    def place(self) -> str:
        """`SERVICE`, a receipt's kind, or a document id."""
        return self._place

    def reset(self) -> None:
        self._place = ""
        self._signing.forget()
        self.panel.form.reset()

    def enter(self, view: VisitView, target: str) -> None:
        places = {row.key for row in self._rows(view)}
        unproven = self._unproven(view)
        if target in places:
            self._place = target
        elif _unserved(view) or not unproven:
            self._place = SERVICE
        else:
            self._place = unproven[0].template.kind
        visit, identity = view.visit, view.visit.identity
        attendee = identity.attendee if identity else None
        self.panel.form.set_defaults(
            attendee.name if attendee else "", attendee.position if attendee else "", visit.place
        )
        self._drafts.load(_DRAFT, self.panel.form.set_draft)
        self.refresh(view)
        self.panel.places.focus_place()

    def control(self, target: str) -> QWidget | None:
        if self._place == SERVICE:
            return self.panel.form.receiver
        primary = self.primary()
        return primary if primary is not None and primary.isVisible() else self.panel.list.view

    def refresh(self, view: VisitView) -> None:
        rows = self._rows(view)
        if self._place not in {row.key for row in rows}:
            self._place = SERVICE
        self.panel.set_list(rows)
        self.panel.places.choose(self._place)
        self.panel.form.set_documents(
            [
                Servable(d.id, d.title, d.number, d.id in view.visit.served)
                for d in _issued(view)
                if d.to_serve
            ],
            self.session.use_cases.place.clock.now().at,
        )
        self._show_place(view)

    def primary(self) -> QAbstractButton | None:
        return self.panel.form.confirm if self._place == SERVICE else self.panel.pane.primary()

    def leave(self) -> None:
        self._autosave.flush()

    # What is where

    def _unproven(self, view: VisitView) -> list[PlannedDocument]:
        return [
            planned
            for planned in receipts(view)
            if planned.document is None or planned.document.status is not DocumentStatus.ISSUED
        ]

    def _rows(self, view: VisitView) -> list[Row]:
        waiting = len(_unserved(view))
        state = (
            State(self.tr("待送达"), Tone.ATTENTION, "send")
            if waiting
            else State(self.tr("已送达"), Tone.MET)
        )
        served = len(view.visit.served)
        rows = [Row(SERVICE, self.tr("记录送达"), self.tr("已送达 %n 份", "", served), state)]
        rows.extend(self._receipt_row(planned) for planned in receipts(view))
        kinds = {planned.template.kind for planned in receipts(view)}
        rows.extend(
            Row(d.id, d.title, d.number, document_state(d.status))
            for d in _issued(view)
            if d.kind not in kinds
        )
        return rows

    def _receipt_row(self, planned: PlannedDocument) -> Row:
        document = planned.document
        if document is None:
            state = State(self.tr("待生成"), Tone.ATTENTION, "file-plus")
        else:
            state = document_state(document.status)
        return Row(planned.template.kind, planned.template.title, "", state)

    def _show_place(self, view: VisitView) -> None:
        if self._place == SERVICE:
            self.panel.show_form()
            return
        receipt = next((p for p in receipts(view) if p.template.kind == self._place), None)
        document = receipt.document if receipt else view.visit.documents.get(self._place)
        if document is None:
            self.panel.show_receipt_to_compose(served=bool(view.visit.services))
        elif document.status is DocumentStatus.ISSUED:
            self._paper.show(view, document)
            self.panel.show_paper()
        else:
            self._signing.show(view, document.id)
            self.panel.show_signing()

    def _on_place_chosen(self, place: str) -> None:
        if place != self._place:
            self.leave()
            self._place = place
            self.session.mark_place(Step.SERVICE.value, "" if place == SERVICE else place)
            self.refresh(self.session.view)

    # Writing

    def _keep_draft(self) -> None:
        self._drafts.keep(_DRAFT, self.panel.form.draft())

    def _on_confirmed(self, wish: ServiceWish) -> None:
        visit_id, serve = self.session.visit_id, self.session.use_cases.serve_documents
        self._autosave.flush()
        self.panel.form.set_busy(busy=True)
        self.session.record(
            lambda: serve(
                visit_id,
                wish.documents,
                mode=wish.mode,
                receiver=wish.receiver,
                relation=wish.relation,
                place_text=wish.place,
                note=wish.note,
                witness=wish.witness,
                recording=wish.recording,
            ),
            self._on_served,
            self._on_refused,
        )

    def _on_served(self, view: VisitView) -> None:
        self._drafts.clear(_DRAFT)
        if not _unserved(view) and self._unproven(view):
            self._place = self._unproven(view)[0].template.kind
            self._compose_receipt()

    def _on_refused(self, error: InspectorError) -> None:
        self.panel.form.set_busy(busy=False)
        self.panel.form.refuse(error.code, error_words(error).what)
        self.say_error(error)

    def _compose_receipt(self) -> None:
        visit_id, kind = self.session.visit_id, self._place
        compose = self.session.use_cases.compose_document
        self.session.record(lambda: compose(visit_id, kind), None, self._on_receipt_refused)

    def _on_receipt_refused(self, error: InspectorError) -> None:
        self.refresh(self.session.view)
        self.say_error(error)

    def _on_receipt_issued(self, document_id: str) -> None:
        view = self.session.view
        title = view.visit.documents[document_id].title
        words = self.tr("《{title}》已出具。").format(title=title)
        self.say(Notice(words, tone=Tone.MET))
        unproven = self._unproven(view)
        if unproven:
            self._on_place_chosen(unproven[0].template.kind)
        else:
            self.place_wanted.emit(Step.DONE.value, "")


def _issued(view: VisitView) -> list[Document]:
    issued = DocumentStatus.ISSUED
    return [document for document in view.visit.documents.values() if document.status is issued]


def _unserved(view: VisitView) -> list[Document]:
    return [d for d in _issued(view) if d.to_serve and d.id not in view.visit.served]
