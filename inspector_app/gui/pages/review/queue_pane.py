"""The reviewer's queue: what waits, filtered by state, officer and grid."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.projection import VisitSummary
from inspector_app.gui.controls import (
    Chip,
    Choice,
    ChoiceField,
    FlowRow,
    IconButton,
    IconLabel,
    Label,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.error_words import error_words
from inspector_app.gui.pages.review.view_model import (
    QueueFilter,
    filter_queue,
    grids,
    officers,
)
from inspector_app.gui.pages.row_list import ListCard, Row, RowList
from inspector_app.gui.terms import fact_line, moment_text, review_state
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["QueuePane"]


class QueuePane(TranslatedWidget):
    """Lists cases, the longest waiting first.

    Signals:
        case_chosen(str): the cursor came to a case.
        case_entered(str): a case was pressed or entered.
        refresh_wanted(): ask the server again.
    """

    case_chosen = Signal(str)
    case_entered = Signal(str)
    refresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue: tuple[VisitSummary, ...] = ()
        self._known = False
        self._today = date.min
        self._filter = QueueFilter.WAITING
        self._error: InspectorError | None = None
        self.chips = {wanted: Chip() for wanted in QueueFilter}
        self.chips[self._filter].setChecked(True)
        self.officer = ChoiceField()
        self.grid = ChoiceField()
        self.refresh_button = IconButton("refresh-cw")
        self.list = RowList()
        self._offline = Well(Tone.NEUTRAL)
        self._offline_words = Label(role=TypeRole.CAPTION)
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_queue(self, queue: tuple[VisitSummary, ...], today: date) -> None:
        """List ``queue`` as the server gave it, as of ``today``."""
        self._queue, self._known, self._error = queue, True, None
        self._today = today
        self.retranslate()

    def set_offline(self, error: InspectorError) -> None:
        """Say calmly that the server was not reached; what was listed stays."""
        self._error = error
        self.retranslate()

    @property
    def offline_words(self) -> str:
        """What is said about the connection, or ``""``."""
        return "" if self._offline.isHidden() else self._offline_words.text()

    def show_only(self, wanted: QueueFilter) -> None:
        """Filter by state."""
        self._filter = wanted
        for each, chip in self.chips.items():
            chip.setChecked(each is wanted)
        self._show()

    def step(self, by: int) -> None:
        """Move to the next or the previous case."""
        self.list.step(by)

    def retranslate(self) -> None:
        words = {
            QueueFilter.WAITING: self.tr("待审核"),
            QueueFilter.RETURNED: self.tr("已退回"),
            QueueFilter.APPROVED: self.tr("已通过"),
        }
        for wanted, chip in self.chips.items():
            # Only what waits is counted: that is the reviewer's work.
            waits = wanted is QueueFilter.WAITING
            count = len(filter_queue(self._queue, wanted)) if waits else None
            chip.set_words(words[wanted], count)
        everyone = Choice("", self.tr("全部人员"))
        self.officer.set_choices([everyone, *(Choice(n, n) for n in officers(self._queue))])
        self.grid.set_choices(
            [Choice("", self.tr("全部网格")), *(Choice(n, n) for n in grids(self._queue))]
        )
        for field, name in ((self.officer, self.tr("执法人员")), (self.grid, self.tr("网格"))):
            field.editor.setAccessibleName(name)
            if field.value() is None:
                field.set_value("")
        self.refresh_button.set_words(self.tr("刷新队列"), "F5")
        self.list.set_name(self.tr("案件队列"))
        self._offline.setVisible(self._error is not None)
        if self._error is not None:
            said = error_words(self._error)
            stays = (
                self.tr("列表是上次联网时的内容；意见和决定照常记录，联网后送出。")
                if self._known
                else self.tr("联网后队列会显示在这里；已记录的意见和决定不会丢失。")
            )
            self._offline_words.setText(f"{said.what} {stays}")
        self._show()

    def _show(self) -> None:
        chosen_officer, chosen_grid = self.officer.value() or "", self.grid.value() or ""
        shown = filter_queue(self._queue, self._filter, chosen_officer, chosen_grid)
        self.list.set_rows([self._row(visit) for visit in shown])
        if self._known:
            title = {
                QueueFilter.WAITING: self.tr("没有待审核的案件"),
                QueueFilter.RETURNED: self.tr("没有已退回的案件"),
                QueueFilter.APPROVED: self.tr("没有已通过的案件"),
            }[self._filter]
            self.list.empty.set_words(title)
        else:
            self.list.empty.set_words(self.tr("正在读取队列……") if self._error is None else "")

    def _row(self, visit: VisitSummary) -> Row:
        found = self.tr("%n 项不符合", "", visit.not_met) if visit.not_met else visit.grade
        return Row(
            visit.visit_id,
            visit.enterprise_name,
            fact_line((moment_text(visit.updated_at, self._today), visit.officers)),
            review_state(visit.review),
            note=found,
        )

    def _lay_out(self) -> None:
        chips = FlowRow(Space.XS)
        for chip in self.chips.values():
            chips.add(chip)
        filters = QHBoxLayout()
        filters.setSpacing(Space.XS)
        filters.addWidget(self.officer, 1)
        filters.addWidget(self.grid, 1)
        filters.addWidget(self.refresh_button)
        offline = QHBoxLayout()
        offline.setSpacing(Space.S)
        offline.addWidget(IconLabel("wifi-off", 18, muted=True))
        offline.addWidget(self._offline_words, 1)
        self._offline.body.addLayout(offline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(chips)
        column.addLayout(filters)
        column.addWidget(self._offline)
        column.addWidget(ListCard(self.list), 1)

    def _connect(self) -> None:
        for wanted, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, wanted=wanted: self.show_only(wanted))
        self.officer.value_changed.connect(lambda _: self._show())
        self.grid.value_changed.connect(lambda _: self._show())
        self.refresh_button.clicked.connect(self.refresh_wanted)
        self.list.row_chosen.connect(self.case_chosen)
        self.list.row_pressed.connect(self.case_entered)
        self.list.row_entered.connect(self.case_entered)
