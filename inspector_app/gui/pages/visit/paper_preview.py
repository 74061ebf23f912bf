"""The page itself beside the form; QtPdf is loaded when the first page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.gui.controls import EmptyState, TranslatedWidget
from inspector_app.gui.error_words import error_words

if TYPE_CHECKING:
    from inspector_app.gui.controls.pdf_preview import PdfPreview

__all__ = ["PaperPreview"]


class PaperPreview(TranslatedWidget):
    """A `PdfPreview` that is made when it is first needed, or what stands in its place.

    Signals:
        last_page_seen(): every page was in sight at least once.
    """

    last_page_seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper.preview")
        self._pdf = b""
        self._error: InspectorError | None = None
        self.preview: PdfPreview | None = None
        self._waiting = EmptyState("file-text")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._waiting)
        self.retranslate()

    @property
    def pdf(self) -> bytes:
        """The bytes on show, empty before."""
        return self._pdf

    def set_pdf(self, pdf: bytes) -> None:
        """Show ``pdf``; the same bytes again leave page and zoom alone."""
        self._error = None
        if self.preview is None:
            # Late: QtPdf is a quarter of the start-up time and only documents need it.
            from inspector_app.gui.controls.pdf_preview import PdfPreview

            self.preview = PdfPreview()
            self.preview.last_page_seen.connect(self.last_page_seen)
            self._stack.addWidget(self.preview)
        if pdf != self._pdf:
            page = self.preview.page
            self._pdf = pdf
            try:
                self.preview.set_pdf(pdf)
            except InspectorError as error:
                self.fail(error)
                return
            if 1 < page <= self.preview.page_count:
                self.preview.show_page(page)
        self._stack.setCurrentWidget(self.preview)

    def clear(self) -> None:
        """Show nothing yet."""
        self._error = None
        self._stack.setCurrentWidget(self._waiting)
        self.retranslate()

    def fail(self, error: InspectorError) -> None:
        """Say why there is no page."""
        self._error = error
        self._pdf = b""
        self._stack.setCurrentWidget(self._waiting)
        self.retranslate()

    def retranslate(self) -> None:
        if self._error is not None:
            words = error_words(self._error)
            self._waiting.set_words(words.what, words.mend)
        else:
            self._waiting.set_words(self.tr("正在排版……"))
