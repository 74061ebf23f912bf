"""A list of places beside what the chosen one stands for; where the room is short, a box above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector_app.gui.controls import Choice, ChoiceField, TranslatedWidget
from inspector_app.gui.pages.row_list import ListCard, Row, RowList
from inspector_app.gui.terms import fact_line
from inspector_app.gui.theme import BAR, Space, look

__all__ = ["Places"]

_NARROW = 760


class Places(TranslatedWidget):
    """Rows on a card, ``width`` wide, left of ``content``.

    Signals:
        place_chosen(str): key of the row the cursor came to.
    """

    place_chosen = Signal(str)

    def __init__(self, content: QWidget, width: int = 268, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.list = RowList()
        self.list.row_chosen.connect(self._on_row_chosen)
        self._card = ListCard(self.list)
        self._box = ChoiceField()
        # Above what scrolls it ends where that does, not where its bar does.
        self._box.setContentsMargins(0, 0, BAR, 0)
        self._box.value_changed.connect(self._on_box_changed)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        # What scrolls has its bar in the page's margin; the rest of the margin is here.
        self._row.setContentsMargins(Space.XL, 0, Space.XL - BAR, Space.S)
        self._row.setSpacing(Space.M)
        self._row.addWidget(self._card)
        self._row.addWidget(self._box)
        self._row.addWidget(content, 1)
        self._fit()

    @property
    def narrow(self) -> bool:
        """Whether the list has given way to the box above."""
        return self.width() < look().scaled(_NARROW)

    def set_rows(self, rows: Sequence[Row], name: str) -> None:
        """List ``rows``; ``name`` says what they are."""
        self.list.set_rows(rows)
        self.list.set_name(name)
        self._box.editor.setAccessibleName(name)
        self._box.set_choices([Choice(row.key, _words(row)) for row in rows])
        self._fit()

    def choose(self, key: str) -> None:
        """Put the cursor on a row."""
        self._box.set_value(key)
        self.list.choose(key)

    def focus_place(self) -> None:
        """Put the focus on the list, or on the box that stands for it."""
        (self._box.box if self.narrow else self.list.view).setFocus()

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.narrow
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        listed = len(self.list.rows) > 0
        self._card.setVisible(listed and not narrow)
        self._box.setVisible(listed and narrow)
        self._card.setFixedWidth(min(look().scaled(self._width), round(self.width() * 0.34)))

    def _on_row_chosen(self, key: str) -> None:
        self._box.set_value(key)
        self.place_chosen.emit(key)

    def _on_box_changed(self, key: str | None) -> None:
        if key:
            self.list.choose(key)


def _words(row: Row) -> str:
    return fact_line((row.title, row.state.text if row.state else ""))
