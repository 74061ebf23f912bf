"""签名: the documents that wait for signatures, and the one that is being signed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from inspector_app.gui.controls import BusyOverlay, EmptyState, TranslatedWidget
from inspector_app.gui.pages.row_list import ListCard, Row, RowList
from inspector_app.gui.pages.visit.issued_paper import IssuedPaper
from inspector_app.gui.pages.visit.sign_pane import SignPane
from inspector_app.gui.theme import Space, look

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
        self.list = RowList()
        self.list.setObjectName("signatures.list")
        self.list.row_chosen.connect(self.document_chosen)
        self.pane = SignPane()
        self.issued = IssuedPaper()
        self._nothing = EmptyState("signature")
        self._nothing.action_chosen.connect(self.composing_wanted)
        self._stack = QStackedWidget()
        for widget in (self.pane, self.issued, self._nothing):
            self._stack.addWidget(widget)
        self._list_card = ListCard(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, Space.S)
        row.setSpacing(Space.L)
        row.addWidget(self._list_card)
        row.addWidget(self._stack, 1)
        self.cover = BusyOverlay(self)
        self.retranslate()

    def set_list(self, rows: Sequence[Row]) -> None:
        """Show the documents."""
        self.list.set_rows(rows)
        self._list_card.setVisible(len(rows) > 0)

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
        self.list.set_name(self.tr("待签文书"))
        self._nothing.set_words(
            self.tr("还没有定稿的文书"), self.tr("文书定稿后在这里签名。"), self.tr("去文书")
        )

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._list_card.setFixedWidth(min(look().scaled(268), max(160, round(self.width() * 0.24))))
