"""One document: what it is, the page itself, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import UserError
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    EmptyState,
    Fitting,
    FlowRow,
    Label,
    ScrollPage,
    TranslatedWidget,
)
from inspector_app.gui.error_words import error_words
from inspector_app.gui.pages.documents.verification import VerificationPanel
from inspector_app.gui.pages.documents.view_model import OpenDocument
from inspector_app.gui.terms import document_state, fact_line, moment_text, sentences
from inspector_app.gui.theme import Space, TypeRole

__all__ = ["DocumentView"]


class DocumentView(Fitting, TranslatedWidget):
    """Shows an `OpenDocument`; the preview is the PDF itself.

    Signals:
        save_wanted(): save the bytes as they are.
        print_wanted(): choose a printer.
        verification_wanted(): check signatures and bytes.
        visit_wanted(str): open the visit that it belongs to.
    """

    save_wanted = Signal()
    print_wanted = Signal()
    verification_wanted = Signal()
    visit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._title = Label(role=TypeRole.LEAD)
        self._facts = Label(role=TypeRole.CAPTION, muted=True)
        self._state = Badge()
        self._because = Label(muted=True)
        self.save_button = Button(icon_name="save")
        self.print_button = Button(icon_name="printer")
        self.verify_button = Button(icon_name="shield-check")
        self.visit_button = Button(icon_name="clipboard-check", kind=ButtonKind.QUIET)
        self.verification = VerificationPanel()
        self.nothing = EmptyState("file-text")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.nothing)
        self._preview: QWidget | None = None
        self._lay_out()
        self.save_button.clicked.connect(self.save_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.verify_button.clicked.connect(self.verification_wanted)
        self.visit_button.clicked.connect(self._on_visit_clicked)
        self.retranslate()

    @property
    def document(self) -> OpenDocument | None:
        """What is on show."""
        return self._document

    def set_document(self, document: OpenDocument) -> None:
        """Show ``document``; the same bytes again stay where they are scrolled to."""
        before = self._document
        self._document = document
        same = before is not None and before.pdf == document.pdf
        if not same:
            self.verification.clear()
            self._show_pdf(document.pdf)
        self.retranslate()

    def clear(self) -> None:
        """Show nothing."""
        self._document = None
        self.verification.clear()
        self._pages.setCurrentWidget(self.nothing)
        self.retranslate()

    def retranslate(self) -> None:
        document = self._document
        self._head.setVisible(document is not None)
        self.save_button.set_words(self.tr("另存为"), "Ctrl+S")
        self.print_button.set_words(self.tr("打印"), "Ctrl+P")
        self.verify_button.set_words(self.tr("核验"))
        self.visit_button.set_words(self.tr("打开检查"))
        if document is None:
            self.nothing.set_words(
                self.tr("选择一份文书"), self.tr("这里显示的就是将要打印的 PDF。")
            )
            return
        row = document.row
        self._title.setText(document.name)
        facts = [row.number, row.enterprise_name] if row else [self.tr("从文件打开")]
        if row is not None and row.issued_at:
            at = moment_text(row.issued_at)
            facts.append(self.tr("{at} 出具").format(at=at))
        if document.copies_printed:
            facts.append(self.tr("已打印 %n 份", "", document.copies_printed))
        self._facts.setText(fact_line(facts))
        self._state.setVisible(row is not None)
        if row is not None:
            state = document_state(row.status)
            self._state.set_state(state.text, state.tone, state.icon)
        self._because.setText(self.tr("理由：{because}").format(because=document.because))
        self._because.setVisible(bool(document.because))
        self.print_button.setVisible(document.issued)
        self.visit_button.setVisible(row is not None)
        self.verify_button.setVisible(document.issued or row is None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._head and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def _show_pdf(self, pdf: bytes) -> None:
        # Late: QtPdf costs a quarter of the start and is needed when the first document is shown.
        from inspector_app.gui.controls.pdf_preview import PdfPreview

        preview = self._preview
        if not isinstance(preview, PdfPreview):
            preview = self._preview = PdfPreview()
            self._pages.addWidget(preview)
        try:
            preview.set_pdf(pdf)
        except UserError as error:
            words = error_words(error)
            self.nothing.set_words(words.what, sentences((words.safe, words.mend)))
            self._pages.setCurrentWidget(self.nothing)
            return
        self._pages.setCurrentWidget(preview)

    def _lay_out(self) -> None:
        self._head = QWidget()
        title = QHBoxLayout()
        title.setSpacing(Space.M)
        title.addWidget(self._title, 1)
        title.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        tools = FlowRow()
        for button in (
            self.print_button,
            self.save_button,
            self.verify_button,
            self.visit_button,
        ):
            tools.add(button)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(Space.XS)
        head.addLayout(title)
        head.addWidget(self._facts)
        head.addWidget(self._because)
        head.addSpacing(Space.XS)
        head.addWidget(tools)
        head.addWidget(self.verification)
        self._top = ScrollPage(margins=0, gutter=0)
        self._top.body.addWidget(self._head)
        # What is said of signatures changes the height in there, of which nobody outside is told.
        self._head.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._top)
        self._pages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(self._pages, 1)
        column.addStretch()

    def fit(self) -> None:
        """On a low screen the paper steps aside for who signed it, until that is closed.

        Where even that is not room enough, who signed is scrolled.
        """
        needed = 0 if self._head.isHidden() else self._head.heightForWidth(self.width())
        rest = self.height() - needed - Space.S
        fits = rest >= self._pages.minimumSizeHint().height()
        self._pages.setVisible(fits or self.verification.isHidden())
        self._top.setFixedHeight(min(needed, self.height()))

    def _on_visit_clicked(self) -> None:
        if self._document is not None and self._document.row is not None:
            self.visit_wanted.emit(self._document.row.visit_id)
