"""Print an issued PDF and note the copy."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.serve_documents import NotePrinted
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.errors import UserError
from inspector_app.domain.paper_ports import Printer, PrinterInfo
from inspector_app.domain.visit import Visit

__all__ = ["PrintDocument"]


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """What is printed is byte for byte what was signed."""

    place: Workplace
    records: VisitRecords
    printer: Printer

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The printers that can be chosen now."""
        return self.printer.printers()

    def __call__(self, visit_id: str, document_id: str, printer: str, copies: int = 1) -> Visit:
        """Print and return the visit.

        Raises ``UserError`` before issue and ``EnvironmentFault`` if the printer does not take it.
        """
        document = self.records.read(visit_id).documents[document_id]
        if not document.pdf:
            raise UserError(
                "document.not_issued",
                "该文书尚未出具，不能打印。",
                mend="请先在这次检查中定稿、签名并出具。",
            )
        pdf = self.place.blobs.get(document.pdf)
        self.printer.print_pdf(printer, pdf, title=document.title, copies=copies)
        return NotePrinted(self.records)(visit_id, document_id, printer)
