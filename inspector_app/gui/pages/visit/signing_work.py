"""Wires a sign pane: signatures are on record one by one, the last one issues the document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.document import SignerRole
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.visit import Document, DocumentStatus
from inspector_app.gui.controls import BusyOverlay, strokes_to_json
from inspector_app.gui.error_words import error_words
from inspector_app.gui.models.visit_papers import Slot, read_pdf, read_slots
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.refusal_form import RefusalWish
from inspector_app.gui.pages.visit.sign_pane import SigningFacts, SignPane
from inspector_app.gui.terms import day_text, join_names

__all__ = ["SigningWork", "summary_of"]


class SigningWork(QObject):
    """One pane over the composed documents of the open visit.

    Signals:
        issued(str): the document of this id has been issued.
        failed(InspectorError): something was refused, and no field is to blame alone.
    """

    issued = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        session: VisitSession,
        pane: SignPane,
        cover: BusyOverlay,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._pane = pane
        self._cover = cover
        self._document_id = ""
        self._issuing = ""
        pane.signed.connect(self._on_signed)
        pane.refused.connect(self._on_refused)
        pane.issue_wanted.connect(self._issue)

    def show(self, view: VisitView, document_id: str) -> None:
        """Show a composed document as it stands now."""
        document = view.visit.documents[document_id]
        if document_id != self._document_id:
            self._pane.preview.clear()
        self._document_id = document_id
        use_cases = self._session.use_cases
        self._session.read(
            lambda: read_slots(use_cases, document),
            lambda slots: self._on_slots_read(document, slots),
            self.failed.emit,
        )
        self._session.read(
            lambda: read_pdf(use_cases, view.visit.id, document.kind, document),
            lambda pdf: self._on_page_read(document_id, pdf),
            self._pane.preview.fail,
        )

    def forget(self) -> None:
        """Nothing is being signed here any more."""
        self._document_id = ""

    def _on_slots_read(self, document: Document, slots: Sequence[Slot]) -> None:
        if document.id != self._document_id or not self._session.is_open:
            return
        view = self._session.view
        self._pane.set_facts(
            SigningFacts(
                document.id,
                document.title,
                document.number,
                self._summary(view),
                tuple(slots),
                _names(view),
                document.refusal,
            )
        )

    def _summary(self, view: VisitView) -> str:
        parts = summary_of(view)
        words = [
            self.tr("当事人：{name}").format(name=parts.party),
            self.tr("检查结果：{grade}").format(grade=parts.grade) if parts.grade else "",
            self.tr("问题 %n 项", "", parts.findings) if parts.findings else self.tr("未发现问题"),
            self.tr("整改期限：{day}").format(day=parts.deadline) if parts.deadline else "",
        ]
        return self.tr("；").join(word for word in words if word)

    def _on_page_read(self, document_id: str, pdf: bytes) -> None:
        if document_id == self._document_id:
            self._pane.preview.set_pdf(pdf)

    def _on_signed(self, slot: str, name: str) -> None:
        visit_id, document_id = self._session.visit_id, self._document_id
        capture = self._session.use_cases.capture_signature
        strokes, image = strokes_to_json(self._pane.pad.strokes), self._pane.pad.png()
        self._pane.set_busy(busy=True)
        self._session.record(
            lambda: capture(visit_id, document_id, slot, name=name, strokes=strokes, image=image),
            lambda view: self._on_recorded(view, document_id),
            self._on_rejected,
        )

    def _on_refused(self, slot: str, wish: RefusalWish) -> None:
        visit_id, document_id = self._session.visit_id, self._document_id
        refuse = self._session.use_cases.refuse_signature
        self._pane.set_busy(busy=True)
        self._session.record(
            lambda: refuse(
                visit_id,
                document_id,
                slot,
                name=wish.name,
                reason=wish.reason,
                witness=wish.witness,
                recording=wish.recording,
            ),
            lambda view: self._on_recorded(view, document_id),
            self._on_rejected,
        )

    def _on_recorded(self, view: VisitView, document_id: str) -> None:
        self._pane.pad.clear()
        self._pane.set_busy(busy=False)
        document = view.visit.documents[document_id]
        if document.status is DocumentStatus.COMPOSED and not document.missing_slots:
            self._issue()

    def _issue(self) -> None:
        document_id, visit_id = self._document_id, self._session.visit_id
        if not document_id or self._issuing == document_id:
            return
        self._issuing = document_id
        title = self._session.view.visit.documents[document_id].title
        issue = self._session.use_cases.issue_document
        self._pane.set_busy(busy=True)
        self._cover.show_when_slow(
            self.tr("正在出具《{title}》：排版、存证、加盖执法人员电子签名……签名已经保存。").format(
                title=title
            )
        )
        self._session.record(
            lambda: issue(visit_id, document_id),
            lambda _view: self._on_issued(document_id),
            self._on_issue_failed,
        )

    def _on_issued(self, document_id: str) -> None:
        self._issuing = ""
        self._cover.finish()
        self._pane.set_busy(busy=False)
        self.issued.emit(document_id)

    def _on_issue_failed(self, error: InspectorError) -> None:
        self._issuing = ""
        self._cover.finish()
        self._pane.set_busy(busy=False)
        self._pane.show_page()
        self.failed.emit(error)

    def _on_rejected(self, error: InspectorError) -> None:
        self._pane.set_busy(busy=False)
        if not self._pane.reject(error.code, error_words(error).what):
            self.failed.emit(error)


class _Summary:
    def __init__(self, party: str, grade: str, findings: int, deadline: str) -> None:
        self.party = party
        self.grade = grade
        self.findings = findings
        self.deadline = deadline


def summary_of(view: VisitView) -> _Summary:
    """What a person who signs wants to know: who, what result, how many problems, until when."""
    visit = view.visit
    days = sorted({f.deadline for f in visit.findings.values() if f.deadline and not f.on_spot})
    return _Summary(
        visit.enterprise.name,
        visit.grading.label if visit.grading else "",
        len(visit.findings),
        join_names(day_text(day) for day in days),
    )


def _names(view: VisitView) -> dict[SignerRole, str]:
    identity = view.visit.identity
    attendee = identity.attendee.name if identity else ""
    service = view.visit.services[-1] if view.visit.services else None
    return {
        SignerRole.PARTY: attendee,
        SignerRole.RECEIVER: service.receiver if service else attendee,
    }
