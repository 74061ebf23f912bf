"""期限: what runs from this visit, by when, how that was counted, and what was already kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.law.deadline_kinds import Party
from inspector_app.domain.running_deadlines import RunningDeadline
from inspector_app.gui.controls import Button, ButtonKind, TranslatedWidget
from inspector_app.gui.deadline_words import (
    basis_text,
    counted_text,
    deadline_state,
    deadline_title,
    doubt_text,
    subject_text,
)
from inspector_app.gui.pages.fact_rows import CardSection, fact_row
from inspector_app.gui.terms import short_day_text

__all__ = ["DeadlineCard"]


class DeadlineCard(TranslatedWidget):
    """A card with a row for each deadline; those of the officers can be ticked off.

    Signals:
        ticked(str, bool): a deadline's id, and whether it was kept.
    """

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.deadlines")
        self._deadlines: tuple[RunningDeadline, ...] = ()
        self._today = date.min
        self.buttons: dict[str, Button] = {}
        self.section = CardSection()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        self.hide()

    def set_deadlines(self, deadlines: Sequence[RunningDeadline], today: date) -> None:
        """Show ``deadlines`` as of ``today``; nothing at all where none runs."""
        focused = next((key for key, button in self.buttons.items() if button.hasFocus()), "")
        self._deadlines, self._today = tuple(deadlines), today
        self.retranslate()
        self.setVisible(bool(self._deadlines))
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def retranslate(self) -> None:
        self.buttons = {}
        rows = [self._row(running) for running in self._deadlines]
        self.section.set_rows(self.tr("期限"), rows, "")

    def _row(self, running: RunningDeadline) -> QWidget:
        lines = [subject_text(running), counted_text(running), basis_text(running)]
        if running.term is None or not running.term.missing_years:
            # What is not verified because of a year stands in the count already.
            lines.append(doubt_text(running))
        return fact_row(
            deadline_title(running),
            "\n".join(line for line in lines if line),
            icon="calendar-clock",
            state=deadline_state(running),
            note=short_day_text(running.last, self._today),
            actions=self._actions(running),
        )

    def _actions(self, running: RunningDeadline) -> list[QWidget]:
        if running.term is not None and running.binds is Party.PARTY:
            return []
        button = Button(icon_name="undo-2" if running.done else "check", kind=ButtonKind.QUIET)
        button.set_words(self.tr("改为未办") if running.done else self.tr("标为已办"))
        spoken = self.tr("改为未办：{title}") if running.done else self.tr("标为已办：{title}")
        button.setAccessibleName(spoken.format(title=deadline_title(running)))
        name, done = running.id, not running.done
        button.clicked.connect(lambda _=False: self.ticked.emit(name, done))
        self.buttons[name] = button
        return [button]
