"""Rows that are added one by one and taken away again, each with what proves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.controls import Button, ButtonKind, IconButton, TextField, TranslatedWidget
from inspector_app.gui.models.weighing_form import EvidenceChoice
from inspector_app.gui.pages.visit.evidence_field import EvidenceField
from inspector_app.gui.pages.visit.step import TypingKeys

__all__ = ["EntryRow", "EntryRows"]


class EntryRow(TranslatedWidget):
    """One entry: what it is, in words, and its evidence. Subclasses add the rest, and say the words.

    Signals:
        edited(): anything of it changed.
        dropped(): it is to go away.
    """

    edited = Signal()
    dropped = Signal()

    def __init__(self, evidence: Sequence[EvidenceChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drop = IconButton("trash-2")
        self.drop.clicked.connect(self.dropped)
        self.evidence = EvidenceField(evidence)
        self.evidence.edited.connect(self.edited)
        self.text = TextField()
        self.text.value_changed.connect(self.edited)
        self.text.value_changed.connect(self.evidence.set_proven)
        TypingKeys(self).watch(self.text.line)


R = TypeVar("R", bound=EntryRow)


class EntryRows(TranslatedWidget, Generic[R]):
    """The rows, one above the other; `add`, which adds one, is placed by its owner.

    Signals:
        edited(): a row changed, was added or taken away by the person.
    """

    edited = Signal()

    def __init__(self, make: Callable[[], R], spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.rows: list[R] = []
        self.add = Button(kind=ButtonKind.QUIET, icon_name="plus")
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self.hide()

    def add_row(self) -> R:
        """One more row, empty; nobody is told."""
        row = self._make()
        row.edited.connect(self.edited)
        row.dropped.connect(lambda: self._on_dropped(row))
        self.rows.append(row)
        self._column.addWidget(row)
        self.show()
        return row

    def clear(self) -> None:
        """Take every row away; nobody is told."""
        for row in list(self.rows):
            self._take_away(row)

    def _take_away(self, row: R) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self.rows))

    def _on_add(self) -> None:
        self.add_row().text.line.setFocus()
        self.edited.emit()

    def _on_dropped(self, row: R) -> None:
        self.add.setFocus()
        self._take_away(row)
        self.edited.emit()
