"""The 今日 page: what is due, what came back, what runs out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from inspector_app.application.use_cases import UseCases
from inspector_app.application.view_today import EnterpriseTasks
from inspector_app.gui.change_bus import ChangeBus
from inspector_app.gui.controls import (
    Button,
    Chip,
    Columns,
    EmptyState,
    FlowRow,
    Notice,
    ScrollPage,
)
from inspector_app.gui.i18n import current_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.page import Page
from inspector_app.gui.pages.today.attention import Attention
from inspector_app.gui.pages.today.task_card import TaskCard
from inspector_app.gui.pages.today.view_model import (
    DueFilter,
    TodayModel,
    load_today,
    own_deadlines,
)
from inspector_app.gui.terms import fact_line
from inspector_app.gui.theme import Space, Tone

if TYPE_CHECKING:
    from inspector_app.domain.running_deadlines import RunningDeadline
    from inspector_app.gui.pages.today.panels import (
        DeadlinePanel,
        ExpiryPanel,
        RectificationPanel,
    )

__all__ = ["TodayPage"]

_CARDS_AT_ONCE = 20
# As many as a screen of 768 px shows.
_CARDS_IN_SIGHT = 6


class TodayPage(Page):
    """Signals lead to other pages; `MainWindow` follows them.

    Signals:
        start_wanted(str): begin a visit of this enterprise with all its tasks.
        visit_wanted(str): open this visit where it was left.
        remark_wanted(str, str): open this visit at this item.
        enterprise_wanted(str): open this enterprise's file.
        review_wanted(): show what waits to be submitted.
        sync_wanted(): synchronise to receive tasks.
        noticed(Notice): something went well and may be said in passing.
    """

    start_wanted = Signal(str)
    visit_wanted = Signal(str)
    remark_wanted = Signal(str, str)
    enterprise_wanted = Signal(str)
    review_wanted = Signal()
    sync_wanted = Signal()
    noticed = Signal(Notice)

    def __init__(self, use_cases: UseCases, jobs: Jobs, bus: ChangeBus) -> None:
        super().__init__(
            jobs, bus, ("visit", "task", "enterprise", "remark", "rectification", "sync")
        )
        self._use_cases = use_cases
        self._model: TodayModel | None = None
        self._filter = DueFilter.ALL
        self._room = _CARDS_AT_ONCE
        self._day = date.min
        self._shown: tuple[EnterpriseTasks, ...] = ()
        self._resumes = False
        self.cards: list[TaskCard] = []
        self.chips = {due: Chip() for due in DueFilter}
        self.expiring_chip = Chip(icon_name="id-card")
        self.expiring_chip.setCheckable(False)
        self.attention = Attention()
        self.more_button = Button(icon_name="chevron-down")
        self._panels: tuple[RectificationPanel, ExpiryPanel, DeadlinePanel] | None = None
        self.empty = EmptyState("calendar-check")
        self._scroll = ScrollPage()
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_model(self, model: TodayModel) -> None:
        """Show ``model``."""
        self._model = model
        self.attention.set_matters(model.returned, model.loose_visits, len(model.unsubmitted))
        if self._panels is None:
            self.jobs.afterwards(self._show_aside, owner=self)
        else:
            self._show_aside()
        self._show_groups()
        self._say_counts()

    def refresh(self) -> None:
        self.jobs.submit(lambda: load_today(self._use_cases), self.set_model, owner=self)

    def retranslate(self) -> None:
        self._say_counts()
        self.empty.set_words(
            self.tr("没有待办的检查任务"),
            self.tr("联网同步后，新的任务会出现在这里。市场主体的档案可以随时在“主体”中查看。"),
            self.tr("立即同步"),
        )

    @property
    def expiries(self) -> ExpiryPanel:
        """The licences that run out."""
        return self._aside()[1]

    @property
    def rectifications(self) -> RectificationPanel:
        """What is still to be put right."""
        return self._aside()[0]

    @property
    def deadlines(self) -> DeadlinePanel:
        """The bureau's own terms."""
        return self._aside()[2]

    def _aside(self) -> tuple[RectificationPanel, ExpiryPanel, DeadlinePanel]:
        """The panels beside the cards, made once these are in sight."""
        if self._panels is None:
            # Late: lists take longer to load and to make than the first cards.
            from inspector_app.gui.pages.today.panels import (
                DeadlinePanel,
                ExpiryPanel,
                RectificationPanel,
            )

            self._panels = RectificationPanel(), ExpiryPanel(), DeadlinePanel()
            for panel in self._panels:
                panel.enterprise_wanted.connect(self.enterprise_wanted)
            self.deadlines.visit_wanted.connect(self.visit_wanted)
            self.deadlines.export_wanted.connect(self._on_export_wanted)
            # The bureau's own terms first: they are the officers' to keep.
            for panel in (self.deadlines, self.rectifications, self.expiries):
                self._columns.aside.addWidget(panel)
            self._columns.aside.addStretch(1)
        return self._panels

    def _show_aside(self) -> None:
        if self._model is not None:
            view = self._model.view
            self.expiries.set_entries(view.expiring)
            self.rectifications.set_entries(view.rectifications, view.today)
            self.jobs.submit(
                lambda: own_deadlines(self._use_cases), self._on_deadlines_read, owner=self
            )

    def _on_deadlines_read(self, deadlines: tuple[RunningDeadline, ...]) -> None:
        if self._model is not None:
            self.deadlines.set_entries(deadlines, self._model.view.today)

    def _on_export_wanted(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("导出期限"), self.tr("期限") + ".ics", self.tr("日历文件 (*.ics)")
        )
        if name:
            path, language = Path(name), current_language()
            self.jobs.submit(
                lambda: self._use_cases.export_deadlines(path, language=language),
                self._on_exported,
                owner=self,
            )

    def _on_exported(self, path: Path) -> None:
        words = self.tr("期限已导出到 {name}。").format(name=path.name)
        self.noticed.emit(Notice(words, tone=Tone.MET))

    def _lay_out(self) -> None:
        bar = FlowRow()
        for chip in self.chips.values():
            bar.add(chip)
        bar.add(self.expiring_chip)
        self.chips[DueFilter.ALL].setChecked(True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(Space.S)
        columns = Columns()
        columns.main.addWidget(self.attention)
        columns.main.addLayout(self._cards)
        columns.main.addWidget(self.more_button)
        columns.main.addWidget(self.empty)
        columns.main.addStretch(1)
        self._columns = columns
        self._scroll.body.addWidget(bar)
        self._scroll.body.addWidget(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.more_button.hide()
        self.empty.hide()

    def _connect(self) -> None:
        for due, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, due=due: self.show_due(due))
        self.expiring_chip.clicked.connect(self._on_expiring_pressed)
        self.more_button.clicked.connect(self.show_more)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.attention.visit_wanted.connect(self.visit_wanted)
        self.attention.remark_wanted.connect(self.remark_wanted)
        self.attention.review_wanted.connect(self.review_wanted)
        self.empty.action_chosen.connect(self.sync_wanted)

    def show_due(self, wanted: DueFilter) -> None:
        """Show only the enterprises whose tasks are due so."""
        self._filter = wanted
        self._room = _CARDS_AT_ONCE
        for due, chip in self.chips.items():
            chip.setChecked(due is wanted)
        self._show_groups()

    def show_more(self) -> None:
        """Show the next twenty enterprises."""
        self._room += _CARDS_AT_ONCE
        self._show_groups()

    def _show_groups(self) -> None:
        if self._model is None:
            return
        groups = self._model.groups(self._filter)
        self._shown = groups[: self._room]
        self._day = self._model.view.today
        self._resumes = any(group.open_visit for group in groups)
        for place in range(min(len(self._shown), max(len(self.cards), _CARDS_IN_SIGHT))):
            self._show_card(place)
        for card in self.cards[len(self._shown) :]:
            card.hide()
        self.jobs.afterwards(self._show_next_card, owner=self)
        left = len(groups) - len(self._shown)
        self.more_button.setVisible(left > 0)
        self.more_button.set_words(self.tr("再显示 %n 家", "", min(left, _CARDS_AT_ONCE)))
        self.empty.setVisible(not groups)

    def _show_next_card(self) -> None:
        """Make what lies below the screen's edge card by card, between other events."""
        if len(self.cards) < len(self._shown):
            self._show_card(len(self.cards))
            self.jobs.afterwards(self._show_next_card, owner=self)

    def _show_card(self, place: int) -> None:
        if place == len(self.cards):
            # Qt shows it with the next turn of its loop, laid out once for all.
            self._add_card()
        else:
            self.cards[place].show()
        leading = place == 0 and not self._resumes
        self.cards[place].set_group(self._shown[place], self._day, leading=leading)

    def _add_card(self) -> None:
        card = TaskCard()
        card.start_wanted.connect(self.start_wanted)
        card.visit_wanted.connect(self.visit_wanted)
        card.file_wanted.connect(self.enterprise_wanted)
        self.cards.append(card)
        self._cards.addWidget(card)

    def _say_counts(self) -> None:
        words = {
            DueFilter.ALL: self.tr("全部"),
            DueFilter.OVERDUE: self.tr("逾期"),
            DueFilter.TODAY: self.tr("今天"),
            DueFilter.WEEK: self.tr("本周"),
        }
        groups: tuple[EnterpriseTasks, ...] = ()
        for due, chip in self.chips.items():
            groups = self._model.groups(due) if self._model else ()
            chip.set_words(words[due], len(groups))
        expiring = len(self._model.view.expiring) if self._model else 0
        self.expiring_chip.set_words(self.tr("证照将到期"), expiring)
        self.more_button.set_words(self.more_button.text())
        if self._model is None:
            return
        all_groups = self._model.view.groups
        enterprises = self.tr("%n 家主体", "", len(all_groups))
        tasks = self.tr("%n 项任务", "", sum(len(group.tasks) for group in all_groups))
        self.set_heading(detail=fact_line((enterprises, tasks)) if all_groups else "")

    def _on_expiring_pressed(self) -> None:
        self._scroll.ensureWidgetVisible(self.expiries)
        self.expiries.list.view.setFocus()

    def _on_scrolled(self, value: int) -> None:
        # At the top nobody has scrolled: the page is only laying itself out.
        near_end = value >= self._scroll.verticalScrollBar().maximum() - 200
        if value and near_end and not self.more_button.isHidden():
            self.show_more()
