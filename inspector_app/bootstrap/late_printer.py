"""The window's printers, loaded by the first question about them.

What draws a page for a printer is a tenth of what Qt loads, and most mornings begin with no print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.bootstrap.late_server import Late

if TYPE_CHECKING:
    from inspector_app.domain.paper_ports import Printer, PrinterInfo

__all__ = ["LatePrinter"]


class LatePrinter:
    """The port ``Printer`` over the system's printers."""

    def __init__(self) -> None:
        self._real = Late(_system_printer)

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The printers that can be chosen now."""
        return self._real().printers()

    def print_pdf(self, printer: str, pdf: bytes, *, title: str, copies: int = 1) -> None:
        """Queue it; ``EnvironmentFault`` with what to do when the printer does not take it."""
        self._real().print_pdf(printer, pdf, title=title, copies=copies)


def _system_printer() -> Printer:
    from inspector_app.gui.system_printer import SystemPrinter  # late: as said above

    return SystemPrinter()
