"""问题: every failed item with its finding, and the result at the end of the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.projection import RemarkRow
from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    Card,
    Label,
    PhotoStrip,
    ScrollPage,
    TranslatedWidget,
)
from inspector_app.gui.pages.row_list import Row, RowList
from inspector_app.gui.pages.visit.finding_editor import FindingEditor
from inspector_app.gui.pages.visit.grading_card import GradingCard
from inspector_app.gui.pages.visit.places import Places
from inspector_app.gui.pages.visit.reason_form import ReasonForm
from inspector_app.gui.pages.visit.remark_card import RemarkCard
from inspector_app.gui.pages.visit.weighing_section import WeighingSection
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["RESULT", "FindingsPanel"]

RESULT = "result"
"""Key of the list's last row: the result."""


class FindingsPanel(TranslatedWidget):
    """A list of what failed; the chosen one's finding beside it.

    Signals:
        place_chosen(str): item code, or `RESULT`.
        item_wanted(str): show this item in the checklist.
        remark_answered(str, str): remark id and reply.
    """

    place_chosen = Signal(str)
    item_wanted = Signal(str)
    remark_answered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.findings")
        self._item = ""
        self._remarks: tuple[RemarkRow, ...] = ()
        self.editor = FindingEditor()
        self.weighing = WeighingSection()
        self.photos = PhotoStrip()
        self.withdrawal = ReasonForm(Tone.ATTENTION)
        self.withdrawal.setObjectName("finding.withdrawal")
        self.withdrawal.dismissed.connect(self.withdrawal.hide)
        self.grading = GradingCard()
        self._number = Label(role=TypeRole.TITLE)
        self._show_item = Button(kind=ButtonKind.QUIET, icon_name="list-checks")
        self._show_item.setObjectName("finding.item")
        self._show_item.clicked.connect(lambda: self.item_wanted.emit(self._item))
        self._remark_column = QVBoxLayout()
        self._remark_column.setSpacing(Space.S)
        self._lay_out()
        self.retranslate()

    @property
    def list(self) -> RowList:
        """The list of failed items."""
        return self.places.list

    def set_list(self, rows: Sequence[Row]) -> None:
        """Show the failed items, the result last."""
        self.places.set_rows(rows, self.tr("问题列表"))

    def show_finding(
        self, item: str, title: str, remarks: Sequence[RemarkRow], photos_known: bool
    ) -> None:
        """Show the finding at ``item``; its form is set by whoever wires the editor."""
        if item != self._item:
            self.withdrawal.hide()
        self._item = item
        self._number.setText(title)
        self.photos.setVisible(photos_known)
        if tuple(remarks) != self._remarks:
            self._remarks = tuple(remarks)
            self._build_remarks()
        self._stack.setCurrentWidget(self._finding_page)

    def show_result(self) -> None:
        """Show the result."""
        self._item = ""
        self._stack.setCurrentWidget(self._result_page)

    def retranslate(self) -> None:
        self._show_item.set_words(self.tr("查看检查项"))
        self.withdrawal.set_words(
            self.tr("撤销认定的理由"), self.tr("撤销"), self.tr("撤销认定应当写明理由。")
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self._show_item)
        card = Card()
        card.body.addLayout(head)
        card.body.addLayout(self._remark_column)
        card.body.addWidget(self.editor)
        card.body.addWidget(self.withdrawal)
        card.body.addWidget(self.photos)
        card.body.addWidget(self.weighing)
        self._finding_page = ScrollPage(margins=0)
        self._finding_page.body.addWidget(card)
        self._finding_page.body.addStretch(1)
        self._result_page = ScrollPage(margins=0)
        self._result_page.body.addWidget(self.grading)
        self._result_page.body.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._finding_page)
        self._stack.addWidget(self._result_page)
        self.places = Places(self._stack, 300)
        self.places.place_chosen.connect(self.place_chosen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.places)

    def _build_remarks(self) -> None:
        while (item := self._remark_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for remark in self._remarks:
            card = RemarkCard(remark)
            card.answered.connect(self.remark_answered)
            self._remark_column.addWidget(card)
