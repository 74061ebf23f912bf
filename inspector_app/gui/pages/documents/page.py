"""The 文书 page: every document on this device, previewed as the PDF that is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from inspector_app.application.use_cases import UseCases
from inspector_app.application.verify_document import VerifyDocument
from inspector_app.domain.paper_ports import PrinterInfo
from inspector_app.domain.projection import DocumentRow
from inspector_app.domain.visit import Visit
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    Chip,
    FlowRow,
    Notice,
    TextField,
)
from inspector_app.gui.jobs import Jobs, Lane
from inspector_app.gui.pages.documents.document_view import DocumentView
from inspector_app.gui.pages.documents.print_dialog import PrintDialog
from inspector_app.gui.pages.documents.view_model import (
    DocumentFilter,
    OpenDocument,
    file_name,
    filtered,
    load_document,
    read_pdf,
)
from inspector_app.gui.pages.master_detail import MasterDetail
from inspector_app.gui.pages.page import Page
from inspector_app.gui.pages.row_list import ListCard, Row, RowList
from inspector_app.gui.preferences import PRINTER_SETTING
from inspector_app.gui.saved_pdf import write_pdf
from inspector_app.gui.terms import document_state, fact_line, moment_text
from inspector_app.gui.theme import Space, Tone

__all__ = ["DocumentsPage"]

_PAUSE_MS = 150


class DocumentsPage(Page):
    """Signals lead elsewhere; `MainWindow` follows them.

    Signals:
        visit_wanted(str): open this visit.
        noticed(Notice): something went well and may be said in passing.
        failed(InspectorError): something did not.
    """

    visit_wanted = Signal(str)
    noticed = Signal(Notice)
    failed = Signal(Exception)

    def __init__(
        self, use_cases: UseCases, verify: VerifyDocument, jobs: Jobs, bus: ChangeBus
    ) -> None:
        super().__init__(jobs, bus, ("document", "visit", "sync"))
        self._use_cases = use_cases
        self._verify = verify
        self._rows: tuple[DocumentRow, ...] = ()
        self._filter = DocumentFilter.ALL
        self._wanted = ""
        self._printer = ""
        self.field = TextField()
        self.chips = {wanted: Chip() for wanted in DocumentFilter}
        self.list = RowList()
        self.open_file_button = Button(icon_name="folder-open", kind=ButtonKind.QUIET)
        self.document = DocumentView()
        self.print_dialog: PrintDialog | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def rows(self) -> tuple[DocumentRow, ...]:
        """Every document that was found, filtered or not."""
        return self._rows

    def open_document(self, document_id: str) -> None:
        """Show this document, whatever is filtered."""
        self.field.set_value("")
        self.show_only(DocumentFilter.ALL)
        self._wanted = document_id
        self.panes.show_detail()
        self.refresh()

    def set_rows(self, rows: tuple[DocumentRow, ...]) -> None:
        """List ``rows``, the latest first."""
        self._rows = rows
        self._show_rows()
        if self._wanted:
            self.list.mark(self._wanted)
            self._show_document(self._wanted)

    def show_only(self, wanted: DocumentFilter) -> None:
        """Filter by state."""
        self._filter = wanted
        for each, chip in self.chips.items():
            chip.setChecked(each is wanted)
        self._show_rows()

    def refresh(self) -> None:
        text = self.field.value()
        self.jobs.submit(lambda: self._use_cases.look_up.documents(text), self.set_rows, owner=self)

    def retranslate(self) -> None:
        self.field.set_label(self.tr("查找文书"))
        self.field.set_placeholder(self.tr("文号、文书名称或当事人"))
        words = {
            DocumentFilter.ALL: self.tr("全部"),
            DocumentFilter.UNSIGNED: self.tr("待签名"),
            DocumentFilter.ISSUED: self.tr("已出具"),
            DocumentFilter.ENDED: self.tr("已失效"),
        }
        for wanted, chip in self.chips.items():
            chip.set_words(words[wanted])
        self.open_file_button.set_words(self.tr("核验其他 PDF 文件"))
        self.list.set_name(self.tr("文书列表"))
        self._show_rows()

    def _lay_out(self) -> None:
        master = QWidget()
        chips = FlowRow()
        for chip in self.chips.values():
            chips.add(chip)
        self.chips[self._filter].setChecked(True)
        column = QVBoxLayout(master)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.field)
        column.addWidget(chips)
        column.addWidget(ListCard(self.list), 1)
        column.addWidget(self.open_file_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.panes = MasterDetail(master, self.document, master_width=440, narrow_below=900)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, 0, Space.XL, Space.M)
        whole.addWidget(self.panes)

    def _connect(self) -> None:
        self.field.value_changed.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.refresh)
        for wanted, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, wanted=wanted: self.show_only(wanted))
        self.list.row_chosen.connect(self._show_document)
        self.list.row_pressed.connect(lambda _: self.panes.show_detail())
        self.list.row_entered.connect(lambda _: self.panes.show_detail())
        self.open_file_button.clicked.connect(self._on_open_file_clicked)
        self.document.save_wanted.connect(self._on_save_wanted)
        self.document.print_wanted.connect(self._on_print_wanted)
        self.document.verification_wanted.connect(self._on_verification_wanted)
        self.document.visit_wanted.connect(self.visit_wanted)
        for keys, button in (
            ("Ctrl+S", self.document.save_button),
            ("Ctrl+P", self.document.print_button),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda button=button: button.isVisible() and button.click())

    def _show_rows(self) -> None:
        rows = filtered(self._rows, self._filter)
        today = self._use_cases.place.clock.today()
        self.list.set_rows([_row(row, today) for row in rows])
        nothing = (
            (
                self.tr("没有符合条件的文书"),
                self.tr("可以换一个条件，或清空查找内容。"),
            )
            if self._rows or self.field.value()
            else (
                self.tr("本机还没有文书"),
                self.tr("检查中出具的文书会保存在这里，联网后上传。"),
            )
        )
        self.list.empty.set_words(*nothing)

    def _show_document(self, document_id: str) -> None:
        row = next((row for row in self._rows if row.document_id == document_id), None)
        if row is None:
            return
        self._wanted = document_id

        def show(document: OpenDocument) -> None:
            if self._wanted == document_id:
                self.document.set_document(document)

        self.jobs.submit(
            lambda: load_document(self._use_cases, row), show, self.failed.emit, owner=self
        )

    def _on_save_wanted(self) -> None:
        document = self.document.document
        if document is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("另存为"), file_name(document), self.tr("PDF 文件") + " (*.pdf)"
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the document on show to ``path``, byte for byte."""
        document = self.document.document
        if document is not None:
            pdf = document.pdf
            self.jobs.submit(
                lambda: write_pdf(path, pdf),
                self._on_saved,
                self.failed.emit,
                lane=Lane.NETWORK,
                owner=self,
            )

    def _on_saved(self, path: Path) -> None:
        words = self.tr("已保存为 {name}").format(name=path.name)
        self.noticed.emit(Notice(words, tone=Tone.MET))

    def _on_print_wanted(self) -> None:
        self.jobs.submit(
            lambda: self._use_cases.look_up.setting(PRINTER_SETTING),
            self._list_printers,
            owner=self,
        )

    def _list_printers(self, last_used: str) -> None:
        self._printer = last_used
        # Asking a print server may take long; the lane of the database must not wait for it.
        self.jobs.submit(
            self._use_cases.print_document.printers,
            self._ask_printer,
            self.failed.emit,
            lane=Lane.NETWORK,
            owner=self,
        )

    def _ask_printer(self, printers: tuple[PrinterInfo, ...]) -> None:
        document = self.document.document
        if document is None or document.row is None:
            return
        dialog = PrintDialog(document.name, printers, self._printer, document.copies_printed, self)
        row = document.row
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.print_wanted.connect(lambda printer, copies: self._print(row, printer, copies))
        self.print_dialog = dialog
        dialog.open()

    def _print(self, row: DocumentRow, printer: str, copies: int) -> None:
        def work() -> Visit:
            self._use_cases.look_up.set_setting(PRINTER_SETTING, printer)
            return self._use_cases.print_document(row.visit_id, row.document_id, printer, copies)

        def done(visit: Visit) -> None:
            words = self.tr("《{title}》已送往打印机“{printer}”")
            notice = Notice(words.format(title=row.title, printer=printer), tone=Tone.MET)
            self.noticed.emit(notice)
            self.bus.announce(Changes(frozenset(("document", "visit")), frozenset((visit.id,))))

        self.jobs.submit(work, done, self.failed.emit, owner=self)

    def _on_verification_wanted(self) -> None:
        document = self.document.document
        if document is None:
            return
        pdf = document.pdf
        self.document.verification.set_busy()
        self.jobs.submit(
            lambda: self._verify(pdf),
            self.document.verification.set_view,
            self.document.verification.set_error,
            lane=Lane.NETWORK,
            owner=self,
        )

    def _on_open_file_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("选择要核验的 PDF"), "", self.tr("PDF 文件") + " (*.pdf)"
        )
        if name:
            self.verify_file(Path(name))

    def verify_file(self, path: Path) -> None:
        """Show a PDF from disk and say whether it is genuine."""

        def show(document: OpenDocument) -> None:
            self._wanted = ""
            self.list.view.clearSelection()
            self.document.set_document(document)
            self.panes.show_detail()
            self._on_verification_wanted()

        self.jobs.submit(
            lambda: read_pdf(path), show, self.failed.emit, lane=Lane.NETWORK, owner=self
        )


def _row(row: DocumentRow, today: date) -> Row:
    return Row(
        row.document_id,
        row.title,
        fact_line((row.number, row.enterprise_name)),
        document_state(row.status),
        note=moment_text(row.issued_at, today),
    )
