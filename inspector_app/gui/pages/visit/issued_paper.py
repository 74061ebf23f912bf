"""An issued document: the page, its number and code, and the ways to take it along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.paper_ports import PrinterInfo
from inspector_app.gui.controls import (
    Badge,
    Button,
    Choice,
    ChoiceField,
    FlowRow,
    Label,
    TranslatedWidget,
)
from inspector_app.gui.pages.visit.paper_preview import PaperPreview
from inspector_app.gui.terms import State, fact_line, moment_text
from inspector_app.gui.theme import BAR, Space, TypeRole

__all__ = ["IssuedFacts", "IssuedPaper"]


@dataclass(frozen=True, slots=True)
class IssuedFacts:
    """An issued document; ``copies`` is how often it was printed."""

    document_id: str
    title: str
    number: str
    issued_at: str
    pages: int
    copies: int
    code: str
    state: State


class IssuedPaper(TranslatedWidget):
    """Shows the signed PDF byte for byte; printing and saving are asked for here.

    Signals:
        printing_wanted(str, str): document id and printer name.
        saving_wanted(str, str): document id and the path that was chosen.
    """

    printing_wanted = Signal(str, str)
    saving_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper.issued")
        self._facts: IssuedFacts | None = None
        self._printers: tuple[PrinterInfo, ...] = ()
        self._title = Label(role=TypeRole.TITLE)
        self._state = Badge()
        self._detail = Label(muted=True)
        self.preview = PaperPreview()
        self.printer = ChoiceField()
        self.printer.setObjectName("paper.printer")
        self.print = Button(icon_name="printer")
        self.print.setObjectName("paper.print")
        self.print.clicked.connect(self._on_print_clicked)
        self.save = Button(icon_name="download")
        self.save.setObjectName("paper.save")
        self.save.clicked.connect(self.ask_path)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._title, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self.printer.setMinimumWidth(220)
        tools = FlowRow()
        for widget in (self.printer, self.print, self.save):
            tools.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, BAR, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._detail)
        column.addWidget(tools)
        column.addWidget(self.preview, 1)
        self.retranslate()

    def set_facts(self, facts: IssuedFacts) -> None:
        """Show a document; its page is set on ``preview``."""
        if self._facts is None or self._facts.document_id != facts.document_id:
            self.preview.clear()
        self._facts = facts
        self._say()

    def set_printers(self, printers: Sequence[PrinterInfo]) -> None:
        """Offer ``printers``; the default one is chosen."""
        self._printers = tuple(printers)
        chosen = self.printer.value()
        self.printer.set_choices(
            [Choice(printer.name, printer.name) for printer in printers],
            self.tr("没有可用的打印机"),
        )
        default = next((p.name for p in printers if p.is_default), None)
        first = printers[0].name if printers else None
        self.printer.set_value(chosen or default or first)
        self.print.setEnabled(bool(printers))

    def ask_path(self) -> None:
        """Ask where the PDF is to be saved."""
        facts = self._facts
        if facts is None:
            return
        suggested = f"{facts.title}{facts.number}.pdf"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("保存文书"), suggested, self.tr("PDF 文件") + " (*.pdf)"
        )
        if path:
            self.saving_wanted.emit(facts.document_id, path)

    def retranslate(self) -> None:
        self.printer.editor.setAccessibleName(self.tr("打印机"))
        self.print.set_words(self.tr("打印"), "Ctrl+P")
        self.save.set_words(self.tr("另存为 PDF"), "Ctrl+S")
        self._say()

    def _say(self) -> None:
        facts = self._facts
        if facts is None:
            return
        self._title.setText(facts.title)
        self._state.set_state(facts.state.text, facts.state.tone, facts.state.icon or None)
        parts = [
            facts.number,
            self.tr("出具于 {at}").format(at=moment_text(facts.issued_at)),
            self.tr("共 %n 页", "", facts.pages),
            self.tr("已打印 %n 次", "", facts.copies) if facts.copies else "",
        ]
        self._detail.setText(fact_line(parts))

    def _on_print_clicked(self) -> None:
        printer = self.printer.value()
        if self._facts is not None and printer:
            self.printing_wanted.emit(self._facts.document_id, printer)
