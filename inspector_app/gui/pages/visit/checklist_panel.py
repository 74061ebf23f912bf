"""检查: sections, items, and what stands behind the current item, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.checklist import AnswerValue
from inspector_app.gui.controls import (
    Chip,
    Divider,
    FlowRow,
    ScrollPage,
    SectionList,
    SectionProgress,
    TranslatedWidget,
)
from inspector_app.gui.models.visit_items import ItemRow
from inspector_app.gui.pages.visit.guidance_pane import GuidancePane, ItemBackground
from inspector_app.gui.pages.visit.item_card import ItemCard, ItemFacts
from inspector_app.gui.pages.visit.item_list import ItemList
from inspector_app.gui.terms import answer_state
from inspector_app.gui.theme import BAR, Space, look

__all__ = ["ChecklistPanel"]

_SECTIONS, _GUIDANCE, _WIDE = 216, 316, 960


class ChecklistPanel(TranslatedWidget):
    """The checklist with its keys: 1 2 3 answer, arrows move, N next, P photo, B note, F finding.

    Signals:
        answer_pressed(AnswerValue): a number key was pressed.
        item_chosen(str): an item's row was pressed.
        step_wanted(int): one item up (-1) or down (1).
        next_wanted(): the next item without an answer.
        photo_wanted(), finding_wanted(): at the current item.
    """

    answer_pressed = Signal(object)
    item_chosen = Signal(str)
    step_wanted = Signal(int)
    next_wanted = Signal()
    photo_wanted = Signal()
    finding_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.checklist")
        self.card = ItemCard()
        self.items = ItemList(self.card)
        self.items.item_chosen.connect(self.item_chosen)
        self.sections = SectionList()
        self.sections.section_chosen.connect(self._on_section_chosen)
        self.guidance = GuidancePane()
        self._rows: tuple[ItemRow, ...] = ()
        self._shortcuts: list[QShortcut] = []
        self._show_sections = Chip(icon_name="list")
        self._show_guidance = Chip(icon_name="book-open")
        for chip in (self._show_sections, self._show_guidance):
            chip.clicked.connect(self._on_pane_toggled)
        self.card.photo_button.clicked.connect(self.photo_wanted)
        self._lay_out()
        self.retranslate()

    def set_rows(self, rows: Sequence[ItemRow], sections: Sequence[SectionProgress]) -> None:
        """Show the items and the progress of their sections."""
        self._rows = tuple(rows)
        self.sections.set_sections(sections)
        self.items.set_rows(rows, [self._row_words(row) for row in rows])

    def set_item(self, facts: ItemFacts, note: str) -> None:
        """Open ``facts`` as the current item; the same item again only changes what changed."""
        self.card.set_facts(facts, note)
        self.items.set_current(facts.planned.code)
        self.sections.set_current(self.items.shown(facts.planned.code).part)

    def set_background(self, background: ItemBackground) -> None:
        """Show what stands behind the current item."""
        self.guidance.set_background(background)

    def bind_keys(self, owner: QWidget) -> None:
        """Bind the keys anywhere in ``owner``; they work while this panel is on show."""
        keys = {
            "1": lambda: self.answer_pressed.emit(AnswerValue.MET),
            "2": lambda: self.answer_pressed.emit(AnswerValue.NOT_MET),
            "3": lambda: self.answer_pressed.emit(AnswerValue.EXCLUDED),
            "Up": lambda: self.step_wanted.emit(-1),
            "Down": lambda: self.step_wanted.emit(1),
            "N": self.next_wanted.emit,
            "P": self.photo_wanted.emit,
            "B": self.card.open_note,
            "F": self.finding_wanted.emit,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setEnabled(self.isVisible())
            shortcut.activated.connect(act)
            self._shortcuts.append(shortcut)

    def retranslate(self) -> None:
        self._show_sections.set_words(self.tr("检查部分"))
        self._show_guidance.set_words(self.tr("依据与指引"))
        if self._rows:
            self.items.set_rows(self._rows, [self._row_words(row) for row in self._rows])

    def restyle(self) -> None:
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._enable_keys(enabled=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._enable_keys(enabled=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._left = ScrollPage(margins=Space.XS)
        self._left.body.addWidget(self.sections)
        self._left_line, self._right_line = Divider(upright=True), Divider(upright=True)
        panes = QHBoxLayout()
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(Space.M)
        for widget, stretch in (
            (self._left, 0),
            (self._left_line, 0),
            (self.items, 1),
            (self._right_line, 0),
            (self.guidance, 0),
        ):
            panes.addWidget(widget, stretch)
        self._tools = FlowRow()
        self._tools.add(self._show_sections)
        self._tools.add(self._show_guidance)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL - Space.XS, 0, Space.XL - BAR, 0)
        whole.setSpacing(Space.S)
        whole.addWidget(self._tools)
        whole.addLayout(panes, 1)
        # Reading order: which item, then its sections, then what stands behind it.
        self.setTabOrder(self.items, self.sections)

    def _fit(self) -> None:
        wide = self.width() >= look().scaled(_WIDE)
        self._tools.setVisible(not wide)
        left = wide or self._show_sections.isChecked()
        right = wide or self._show_guidance.isChecked()
        self._left.setVisible(left)
        self._left_line.setVisible(left)
        self.guidance.setVisible(right)
        self._right_line.setVisible(right)
        share = self.width() if wide else self.width() * 2
        self._left.setFixedWidth(min(look().scaled(_SECTIONS), round(share * 0.22)))
        self.guidance.setFixedWidth(min(look().scaled(_GUIDANCE), round(share * 0.28)))

    def _on_pane_toggled(self) -> None:
        # Where the room is short, one pane beside the items is enough.
        sender = self.sender()
        other = self._show_guidance if sender is self._show_sections else self._show_sections
        other.setChecked(False)
        self._fit()

    def _on_section_chosen(self, part: str) -> None:
        first = next((row.code for row in self._rows if row.part == part), "")
        unanswered = (r.code for r in self._rows if r.part == part and r.answer is None)
        self.item_chosen.emit(next(unanswered, first))

    def _enable_keys(self, *, enabled: bool) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(enabled)

    def _row_words(self, row: ItemRow) -> str:
        parts = [
            f"{row.number} {row.text}",
            row.checklist,
            self.tr("重点项") if row.key else "",
            answer_state(row.answer).text,
            self.tr("照片 %n 张", "", row.photos) if row.photos else "",
            self.tr("有备注") if row.note else "",
            self.tr("审核意见 %n 条", "", row.remarks) if row.remarks else "",
            self.tr("待认定问题") if row.unbound else "",
            self.tr("上次不符合") if row.failed_last_time else "",
        ]
        return self.tr("，").join(part for part in parts if part)
