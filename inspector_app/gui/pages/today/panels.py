"""What runs out: licences near their end, orders near their deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.application.view_today import ExpiringLicence
from inspector_app.domain.projection import RectificationRow
from inspector_app.gui.controls import (
    Badge,
    Button,
    ButtonKind,
    Card,
    Label,
    SectionHeader,
    TranslatedWidget,
)
from inspector_app.gui.pages.row_list import Row, RowList
from inspector_app.gui.terms import State, due_state, licence_state
from inspector_app.gui.theme import Space, Tone, TypeRole, look

__all__ = ["ExpiryPanel", "RectificationPanel"]

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
        self._header = SectionHeader(role=TypeRole.LEAD)
        self._count = Badge()
        self._header.add_action(self._count)
        self._nothing = Label(muted=True)
        self.list = RowList()
        # The arrows only move the cursor; a press or Enter leaves the page.
        self.list.row_pressed.connect(self._on_row_taken)
        self.list.row_entered.connect(self._on_row_taken)
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

    def _show(self, rows: Sequence[Row], title: str, nothing: str, tone: Tone) -> None:
        self._rows = tuple(rows)
        self._header.set_words(title)
        self._count.set_state(str(len(rows)), tone if rows else Tone.NEUTRAL, "")
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows)
        self.list.set_name(title)
        self.list.setVisible(bool(rows))
        # By its name: `tr` of a subclass does not look here.
        count = len(rows)
        words = QCoreApplication.translate("TodayPanel", "显示全部 %n 条", "", count)
        self.all_button.set_words(words)
        self._fit()

    def restyle(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, the panel does not."""
        shown = self._rows if self._expanded else self._rows[:_MOST_ROWS]
        self.list.set_rows(shown)
        row_height = self.list.view.sizeHintForRow(0) if shown else look().target
        self.list.setFixedHeight(max(1, len(shown)) * row_height + 2)
        self.all_button.setVisible(len(shown) < len(self._rows))

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
