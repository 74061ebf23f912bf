"""The documents of a case, each as the PDF that was issued."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError, UserError
from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    Choice,
    ChoiceField,
    EmptyState,
    FlowRow,
    TranslatedWidget,
)
from inspector_app.gui.error_words import error_words
from inspector_app.gui.pages.documents.verification import VerificationPanel
from inspector_app.gui.pages.review.view_model import CaseModel
from inspector_app.gui.terms import document_state, fact_line, sentences
from inspector_app.gui.theme import Space

__all__ = ["CaseDocuments"]


class CaseDocuments(TranslatedWidget):
    """One document at a time, with remarks and verification at hand.

    Signals:
        document_wanted(str): fetch this document's PDF.
        remark_wanted(str): pin a remark to this document.
        verification_wanted(str): check this document's signatures.
    """

    document_wanted = Signal(str)
    remark_wanted = Signal(str)
    verification_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: CaseModel | None = None
        self._shown = ""
        self.choice = ChoiceField()
        self.remark_button = Button(icon_name="message-square-plus", kind=ButtonKind.QUIET)
        self.verify_button = Button(icon_name="shield-check", kind=ButtonKind.QUIET)
        self.verification = VerificationPanel()
        self.nothing = EmptyState("file-text")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.nothing)
        self._preview: QWidget | None = None
        tools = FlowRow()
        tools.add(self.remark_button)
        tools.add(self.verify_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.choice)
        column.addWidget(tools)
        column.addWidget(self.verification)
        column.addWidget(self._pages, 1)
        self.choice.value_changed.connect(lambda _: self.show_document(self.choice.value() or ""))
        self.remark_button.clicked.connect(lambda: self.remark_wanted.emit(self._shown))
        self.verify_button.clicked.connect(lambda: self.verification_wanted.emit(self._shown))
        self.retranslate()

    @property
    def shown(self) -> str:
        """Id of the document on show, or ``""``."""
        return self._shown

    def set_model(self, model: CaseModel) -> None:
        """Offer the documents of ``model``."""
        self._model = model
        if model.document(self._shown) is None:
            self._shown = ""
            self.verification.clear()
            self._pages.setCurrentWidget(self.nothing)
        self.retranslate()

    def begin(self) -> None:
        """Show the first document, if none is on show."""
        model = self._model
        if model is not None and model.documents and not self._shown:
            self.show_document(model.documents[0].id)

    def show_document(self, document_id: str) -> None:
        """Ask for a document's PDF."""
        if document_id:
            self._shown = document_id
            self.choice.set_value(document_id)
            self.verification.clear()
            self.document_wanted.emit(document_id)

    def set_pdf(self, document_id: str, pdf: bytes) -> None:
        """Show the PDF, unless another document was chosen meanwhile."""
        if document_id != self._shown:
            return
        # Late: QtPdf costs a quarter of the start and is needed when the first document is shown.
        from inspector_app.gui.controls.pdf_preview import PdfPreview

        preview = self._preview
        if not isinstance(preview, PdfPreview):
            preview = self._preview = PdfPreview()
            self._pages.addWidget(preview)
        try:
            preview.set_pdf(pdf)
        except UserError as error:
            self.set_error(document_id, error)
            return
        self._pages.setCurrentWidget(preview)

    def set_error(self, document_id: str, error: InspectorError) -> None:
        """Say why a document cannot be shown."""
        if document_id == self._shown:
            words = error_words(error)
            self.nothing.set_words(words.what, sentences((words.safe, words.mend)))
            self._pages.setCurrentWidget(self.nothing)

    def set_unissued(self, document_id: str) -> None:
        """Say that a document was never issued, so that there is no PDF to judge."""
        if document_id == self._shown:
            self.nothing.set_words(self.tr("这份文书没有出具"), self.tr("没有可以审核的 PDF。"))
            self._pages.setCurrentWidget(self.nothing)

    def retranslate(self) -> None:
        self.choice.editor.setAccessibleName(self.tr("文书"))
        self.remark_button.set_words(self.tr("对这份文书提出意见"))
        self.verify_button.set_words(self.tr("核验签名"))
        model = self._model
        documents = model.documents if model else ()
        self.choice.set_choices(
            [
                Choice(
                    document.id,
                    fact_line(
                        (
                            document.title,
                            document.number,
                            document_state(document.status).text,
                        )
                    ),
                )
                for document in documents
            ],
            self.tr("这个案件没有文书"),
        )
        self.choice.set_value(self._shown or None)
        for button in (self.remark_button, self.verify_button):
            button.setVisible(bool(documents))
        if not self._shown:
            self.nothing.set_words(self.tr("没有可以显示的文书"))
