"""送达: the service itself, its receipt, and every issued document to print or to save."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector_app.gui.controls import BusyOverlay, EmptyState, TranslatedWidget
from inspector_app.gui.pages.row_list import Row, RowList
from inspector_app.gui.pages.visit.issued_paper import IssuedPaper
from inspector_app.gui.pages.visit.places import Places
from inspector_app.gui.pages.visit.service_form import ServiceForm
from inspector_app.gui.pages.visit.sign_pane import SignPane

__all__ = ["SERVICE", "ServicePanel"]

SERVICE = "service"
"""Key of the list's first row: the service itself."""


class ServicePanel(TranslatedWidget):
    """A list (service, receipts, issued documents) and what the chosen row stands for.

    Signals:
        place_chosen(str): `SERVICE`, a receipt's kind or a document id.
        receipt_wanted(): compose the receipt that is on show.
    """

    place_chosen = Signal(str)
    receipt_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.service")
        self.form = ServiceForm()
        self.pane = SignPane()
        self.paper = IssuedPaper()
        self._receipt = EmptyState("file-check")
        self._receipt.setObjectName("service.receipt")
        self._receipt.action_chosen.connect(self.receipt_wanted)
        self._stack = QStackedWidget()
        for widget in (self.form, self.pane, self.paper, self._receipt):
            self._stack.addWidget(widget)
        self.places = Places(self._stack)
        self.places.place_chosen.connect(self.place_chosen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.places)
        self.cover = BusyOverlay(self)

    @property
    def list(self) -> RowList:
        """The list of places."""
        return self.places.list

    def set_list(self, rows: Sequence[Row]) -> None:
        """Show the rows."""
        self.places.set_rows(rows, self.tr("送达与文书"))

    def show_form(self) -> None:
        """Show the service."""
        self._stack.setCurrentWidget(self.form)

    def show_signing(self) -> None:
        """Show the receipt being signed."""
        self._stack.setCurrentWidget(self.pane)

    def show_paper(self) -> None:
        """Show an issued document."""
        self._stack.setCurrentWidget(self.paper)

    def show_receipt_to_compose(self, *, served: bool) -> None:
        """Show that the receipt is not composed yet."""
        if served:
            self._receipt.set_words(
                self.tr("送达回证还没有生成"),
                self.tr("按送达记录生成后，由收件人和执法人员签名。"),
                self.tr("生成送达回证"),
            )
        else:
            self._receipt.set_words(
                self.tr("先记录送达"), self.tr("送达记录好以后，送达回证自动生成。")
            )
        self._stack.setCurrentWidget(self._receipt)
