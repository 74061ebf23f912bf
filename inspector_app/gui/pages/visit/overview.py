"""The visits on this device: open ones first, one press to go on with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.projection import VisitSummary
from inspector_app.domain.review import ReviewStatus
from inspector_app.gui.controls import Chip, FlowRow, TranslatedWidget
from inspector_app.gui.pages.row_list import ListCard, Row, RowList
from inspector_app.gui.terms import (
    fact_line,
    moment_text,
    review_state,
    step_label,
    task_kinds_text,
)
from inspector_app.gui.theme import Space

__all__ = ["VisitOverview"]

_FILTERS = ("open", "waiting", "approved")


class VisitOverview(TranslatedWidget):
    """Visits by where they stand.

    Signals:
        visit_chosen(str): id of the pressed visit.
    """

    visit_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.overview")
        self._visits: tuple[VisitSummary, ...] = ()
        self._shown = _FILTERS[0]
        self.chips = {name: Chip() for name in _FILTERS}
        self._filters = FlowRow()
        for name, chip in self.chips.items():
            chip.setObjectName(f"overview.{name}")
            chip.clicked.connect(lambda _=False, name=name: self.show_filter(name))
            self._filters.add(chip)
        self.list = RowList()
        self.list.setObjectName("overview.list")
        self.list.row_entered.connect(self.visit_chosen)
        # One press opens: a finger does not double-click.
        self.list.view.clicked.connect(self._on_row_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._filters)
        column.addWidget(ListCard(self.list), 1)
        self.retranslate()

    def set_visits(self, visits: Sequence[VisitSummary]) -> None:
        """Show ``visits``; those that came back stand first."""
        self._visits = tuple(sorted(visits, key=lambda v: v.review is not ReviewStatus.RETURNED))
        self._say()

    def show_filter(self, name: str) -> None:
        """Show the visits of one kind."""
        self._shown = name
        self._say()

    def retranslate(self) -> None:
        self.list.set_name(self.tr("检查列表"))
        self._say()

    def _say(self) -> None:
        words = {
            "open": self.tr("待办"),
            "waiting": self.tr("待审核"),
            "approved": self.tr("已通过"),
        }
        for name, chip in self.chips.items():
            count = sum(_filter_of(visit) == name for visit in self._visits)
            chip.set_words(words[name], count)
            chip.setChecked(name == self._shown)
        self.list.empty.set_words(
            self.tr("这里还没有检查"), self.tr("从“今日”或者“主体”选择任务，开始检查。")
        )
        self.list.set_rows([self._row(v) for v in self._visits if _filter_of(v) == self._shown])

    def _row(self, visit: VisitSummary) -> Row:
        parts = (
            task_kinds_text(visit.kinds),
            visit.officers,
            self.tr("开始于 {at}").format(at=moment_text(visit.started_at)),
        )
        answered = self.tr("{answered}/{total} 项").format(
            answered=visit.answered, total=visit.total
        )
        state = review_state(visit.review, completed=visit.completed)
        return Row(
            visit.visit_id,
            visit.enterprise_name,
            fact_line(parts),
            state,
            fact_line((step_label(visit.step), answered)),
        )

    def _on_row_pressed(self, _index: QModelIndex) -> None:
        if key := self.list.current_key:
            self.visit_chosen.emit(key)


def _filter_of(visit: VisitSummary) -> str:
    match visit.review:
        case ReviewStatus.WAITING:
            return "waiting"
        case ReviewStatus.APPROVED:
            return "approved"
        case _:
            return "open"
