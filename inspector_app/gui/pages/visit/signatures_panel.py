"""签名: the documents that wait for signatures, and the one that is being signed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector_app.gui.controls import BusyOverlay, EmptyState, TranslatedWidget
from inspector_app.gui.pages.row_list import Row, RowList
from inspector_app.gui.pages.visit.issued_paper import IssuedPaper
from inspector_app.gui.pages.visit.places import Places
from inspector_app.gui.pages.visit.sign_pane import SignPane

__all__ = ["SignaturesPanel"]


class SignaturesPanel(TranslatedWidget):
    """A list of documents; the chosen one is signed, or shown as issued.

    Signals:
        document_chosen(str): document id.
        composing_wanted(): there is nothing to sign yet; go and compose.
    """

    document_chosen = Signal(str)
    composing_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.signatures")
        self.pane = SignPane()
        self.issued = IssuedPaper()
        self._nothing = EmptyState("signature")
        self._nothing.action_chosen.connect(self.composing_wanted)
        self._stack = QStackedWidget()
        for widget in (self.pane, self.issued, self._nothing):
            self._stack.addWidget(widget)
        self.places = Places(self._stack)
        self.places.place_chosen.connect(self.document_chosen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.places)
        self.cover = BusyOverlay(self)
        self.retranslate()

    @property
    def list(self) -> RowList:
        """The list of documents."""
        return self.places.list

    def set_list(self, rows: Sequence[Row]) -> None:
        """Show the documents."""
        self.places.set_rows(rows, self.tr("待签文书"))

    def show_signing(self) -> None:
        """Show the pane for signing."""
        self._stack.setCurrentWidget(self.pane)

    def show_issued(self) -> None:
        """Show the issued document."""
        self._stack.setCurrentWidget(self.issued)

    def show_nothing(self) -> None:
        """There is nothing to sign."""
        self._stack.setCurrentWidget(self._nothing)

    def retranslate(self) -> None:
        self._nothing.set_words(
            self.tr("还没有定稿的文书"), self.tr("文书定稿后在这里签名。"), self.tr("去文书")
        )
