"""Wires an issued paper: its page, printing, saving."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.visit import Document
from inspector_app.gui.controls import Notice
from inspector_app.gui.models.visit_papers import read_pdf
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.issued_paper import IssuedFacts, IssuedPaper
from inspector_app.gui.saved_pdf import write_pdf
from inspector_app.gui.terms import document_state
from inspector_app.gui.theme import Tone

__all__ = ["PaperWork"]


class PaperWork(QObject):
    """One issued paper on show.

    Signals:
        message_raised(Notice): it was printed or saved.
        failed(InspectorError): it was not.
    """

    message_raised = Signal(object)
    failed = Signal(object)

    def __init__(
        self, session: VisitSession, paper: IssuedPaper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._paper = paper
        self._document_id = ""
        paper.printing_wanted.connect(self.print)
        paper.saving_wanted.connect(self.save)

    def show(self, view: VisitView, document: Document) -> None:
        """Show an issued document."""
        if document.id != self._document_id:
            self._document_id = document.id
            printers = self._session.use_cases.print_document.printers
            self._session.read(printers, self._paper.set_printers, lambda _error: None)
        self._paper.set_facts(
            IssuedFacts(
                document.id,
                document.title,
                document.number,
                document.issued_at,
                document.pages,
                document.copies_printed,
                document.verification_code,
                document_state(document.status),
            )
        )
        use_cases = self._session.use_cases
        self._session.read(
            lambda: read_pdf(use_cases, view.visit.id, document.kind, document),
            lambda pdf: self._on_page_read(document.id, pdf),
            self._paper.preview.fail,
        )

    def print(self, document_id: str, printer: str) -> None:
        """Print a document and note the copy."""
        visit_id, print_document = self._session.visit_id, self._session.use_cases.print_document
        self._paper.print.setEnabled(False)
        self._session.record(
            lambda: print_document(visit_id, document_id, printer),
            lambda view: self._on_printed(view.visit.documents[document_id].title),
            self._on_print_failed,
        )

    def save(self, document_id: str, path: str) -> None:
        """Write the PDF of a document to ``path``."""
        visit_id, issued = self._session.visit_id, self._session.use_cases.preview_document.issued
        target = Path(path)

        def work() -> None:
            write_pdf(target, issued(visit_id, document_id))

        self._session.read(work, lambda _none: self._on_saved(target.name), self.failed.emit)

    def _on_page_read(self, document_id: str, pdf: bytes) -> None:
        if document_id == self._document_id:
            self._paper.preview.set_pdf(pdf)

    def _on_printed(self, title: str) -> None:
        self._paper.print.setEnabled(True)
        words = self.tr("《{title}》已交给打印机。").format(title=title)
        self.message_raised.emit(Notice(words, tone=Tone.MET))

    def _on_print_failed(self, error: InspectorError) -> None:
        self._paper.print.setEnabled(True)
        self.failed.emit(error)

    def _on_saved(self, name: str) -> None:
        words = self.tr("已保存为“{name}”。").format(name=name)
        self.message_raised.emit(Notice(words, tone=Tone.MET))
