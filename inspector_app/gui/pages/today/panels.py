"""What runs out: licences near their end, orders near their deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.application.view_today import ExpiringLicence
from inspector_app.domain.law.deadlines import Urgency
from inspector_app.domain.projection import RectificationRow
from inspector_app.domain.running_deadlines import RunningDeadline
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    Card,
    Label,
    SectionHeader,
    TranslatedWidget,
)
from inspector_app.gui.deadline_words import deadline_state, deadline_title
from inspector_app.gui.pages.row_list import Row, RowList
from inspector_app.gui.terms import State, due_state, licence_state, short_day_text
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["DeadlinePanel", "ExpiryPanel", "RectificationPanel"]

_MOST_ROWS = 5


class _Panel(TranslatedWidget):
    """A card with a heading, a count and rows that lead to an enterprise.

    Signals:
        enterprise_wanted(str): a row was chosen.
    """

    enterprise_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expanded = False
        self._rows: tuple[Row, ...] = ()
        self._pressing = 0
        self._header = SectionHeader(role=TypeRole.LEAD)
        self._count = Badge()
        self._header.add_action(self._count)
        self._nothing = Label(muted=True)
        self.list = RowList()
        # The arrows only move the cursor; a press or Enter leaves the page.
        self.list.row_pressed.connect(self._on_row_taken)
        self.list.row_entered.connect(self._on_row_taken)
        self.list.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The list is laid out after the panel: only then are rows that took a line more known.
        self.list.view.verticalScrollBar().rangeChanged.connect(self._fit_height)
        self.all_button = Button(icon_name="chevron-down", kind=ButtonKind.QUIET)
        self.all_button.clicked.connect(self._on_all_clicked)
        # Rows bring an inset of their own; the words above them get the same.
        words = QVBoxLayout()
        words.setContentsMargins(Space.L, 0, Space.L, 0)
        words.setSpacing(Space.S)
        words.addWidget(self._header)
        words.addWidget(self._nothing)
        card = Card()
        card.body.setSpacing(Space.XS)
        card.body.setContentsMargins(Space.S, Space.L, Space.S, Space.L)
        card.body.addLayout(words)
        card.body.addWidget(self.list)
        card.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _show(
        self,
        rows: Sequence[Row],
        title: str,
        nothing: str,
        tone: Tone,
        pressing: int | None = None,
    ) -> None:
        """Show ``rows``, at first only the ``pressing`` ones, which stand before the others."""
        self._rows = tuple(rows)
        self._pressing = len(rows) if pressing is None else pressing
        self._header.set_words(title)
        self._count.set_state(str(self._pressing), tone if self._pressing else Tone.NEUTRAL, "")
        self._nothing.setText(nothing)
        self.list.set_name(title)
        # By its name: `tr` of a subclass does not look here.
        count = len(rows)
        words = QCoreApplication.translate("TodayPanel", "显示全部 %n 条", "", count)
        self.all_button.set_words(words)
        self._fit()

    def restyle(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, the panel does not."""
        few = min(self._pressing, _MOST_ROWS)
        shown = self._rows if self._expanded else self._rows[:few]
        self._nothing.setVisible(not shown)
        self.list.setVisible(bool(shown))
        self.list.set_rows(shown)
        self._fit_height()
        self.all_button.setVisible(len(shown) < len(self._rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where it is narrower, a row may take a line more.
        self._fit_height()

    def _fit_height(self) -> None:
        view = self.list.view
        height = sum(view.sizeHintForRow(place) for place in range(len(self.list.rows)))
        self.list.setFixedHeight((height or look().target) + 2)

    def _on_all_clicked(self) -> None:
        self._expanded = True
        self._fit()

    def _on_row_taken(self, key: str) -> None:
        self.enterprise_wanted.emit(key.partition("/")[0])


class ExpiryPanel(_Panel):
    """Licences that end within thirty days or have ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[ExpiringLicence, ...] = ()
        self.retranslate()

    def set_entries(self, entries: Sequence[ExpiringLicence]) -> None:
        """Show ``entries``, the soonest first."""
        self._entries = tuple(entries)
        self.retranslate()

    def retranslate(self) -> None:
        rows = [
            Row(
                f"{entry.enterprise.id}/{entry.licence.number}",
                entry.enterprise.name,
                entry.licence.name,
                licence_state(entry.days_left),
            )
            for entry in self._entries
        ]
        nothing = self.tr("三十天内没有证照到期。")
        self._show(rows, self.tr("证照将到期"), nothing, Tone.ATTENTION)


class RectificationPanel(_Panel):
    """Orders to put something right that nobody has confirmed yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[RectificationRow, ...] = ()
        self._today = date.min
        self.retranslate()

    def set_entries(self, entries: Sequence[RectificationRow], today: date) -> None:
        """Show ``entries`` as of ``today``, the earliest deadline first."""
        self._entries, self._today = tuple(entries), today
        self.retranslate()

    def retranslate(self) -> None:
        rows = [
            Row(
                f"{entry.enterprise_id}/{entry.finding_id}",
                entry.enterprise_name,
                f"{entry.item_number}  {entry.wording}",
                self._state(entry),
            )
            for entry in self._entries
        ]
        nothing = self.tr("没有待复查的整改。")
        self._show(rows, self.tr("整改到期"), nothing, Tone.ATTENTION)

    def _state(self, entry: RectificationRow) -> State:
        if entry.deadline is None:
            return State(self.tr("立即改正"), Tone.ATTENTION, "clock")
        return due_state(entry.deadline, self._today)


class DeadlinePanel(_Panel):
    """Terms that bind the bureau and that nobody has ticked off yet.

    Signals:
        visit_wanted(str): a row was chosen; the visit it runs from.
        export_wanted(): [导出日历].
    """

    visit_wanted = Signal(str)
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[RunningDeadline, ...] = ()
        self._today = date.min
        self.export_button = Button(icon_name="download", kind=ButtonKind.QUIET)
        self.export_button.clicked.connect(self.export_wanted)
        self._header.add_action(self.export_button)
        self.retranslate()

    def set_entries(self, entries: Sequence[RunningDeadline], today: date) -> None:
        """Show ``entries`` as of ``today``, the earliest end first."""
        self._entries, self._today = tuple(entries), today
        self.retranslate()

    def retranslate(self) -> None:
        rows = [
            Row(
                f"{entry.visit_id}/{entry.id}",
                deadline_title(entry),
                entry.enterprise_name,
                deadline_state(entry),
                short_day_text(entry.last, self._today),
            )
            for entry in self._entries
        ]
        late = any(entry.stands.urgency is Urgency.PAST for entry in self._entries)
        near = sum(entry.stands.urgency is not Urgency.RUNNING for entry in self._entries)
        tone = Tone.NOT_MET if late else Tone.ATTENTION
        nothing = self.tr("三个工作日内没有到期的。")
        self._show(rows, self.tr("办理期限"), nothing, tone, near)
        self.export_button.set_words(self.tr("日历"))
        self.export_button.setAccessibleName(self.tr("把期限导出为日历文件"))
        self.export_button.setToolTip(self.tr("把期限导出为日历文件，不含当事人名称"))
        self.export_button.setVisible(bool(rows))

    def _on_row_taken(self, key: str) -> None:
        self.visit_wanted.emit(key.partition("/")[0])
