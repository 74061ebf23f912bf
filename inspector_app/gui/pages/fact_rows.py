"""Rows of facts inside a card: a name, what explains it, a state at the end, sometimes a button."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls import Badge, Card, Divider, IconLabel, Label, SectionHeader
from inspector_app.gui.terms import State
from inspector_app.gui.theme import Space, TypeRole

__all__ = ["CardSection", "clear_layout", "fact_row"]


def fact_row(
    title: str,
    detail: str = "",
    *,
    icon: str = "",
    state: State | None = None,
    note: str = "",
    actions: Iterable[QWidget] = (),
) -> QWidget:
    """A row: icon, title over detail, a state, ``note`` under the state, and actions.

    Actions stand at the end; under the note where there is one, so that the states of rows with
    and without them stand in one column.
    """
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, Space.XS, 0, Space.XS)
    line.setSpacing(Space.M)
    if icon:
        place = Qt.AlignmentFlag.AlignTop if detail else Qt.AlignmentFlag.AlignVCenter
        line.addWidget(IconLabel(icon, 20, muted=True), 0, place)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(title))
    if detail:
        words.addWidget(Label(detail, TypeRole.CAPTION, muted=True))
    if detail and note:
        # Beside a tall end the two stay together at the top.
        words.addStretch(1)
    line.addLayout(words, 1)
    if state is not None or note:
        end = QVBoxLayout()
        end.setSpacing(2)
        if state is not None:
            badge = Badge(state.text, state.tone, state.icon or None)
            end.addWidget(badge, 0, Qt.AlignmentFlag.AlignRight)
        if note:
            caption = Label(note, TypeRole.CAPTION, muted=True, wrap=False)
            end.addWidget(caption, 0, Qt.AlignmentFlag.AlignRight)
            for action in actions:
                end.addWidget(action, 0, Qt.AlignmentFlag.AlignRight)
            actions = ()
            # Beside many lines both stay at the top.
            end.addStretch(1)
        line.addLayout(end)
    for action in actions:
        line.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


class CardSection(Card):
    """A card with a heading and rows between hair lines; says so where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(Space.S)
        self.header = SectionHeader(role=TypeRole.LEAD)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.XS)
        self.body.addWidget(self.header)
        self.body.addLayout(self._rows)

    def set_rows(self, title: str, rows: Iterable[QWidget], nothing: str, detail: str = "") -> None:
        """Show ``rows`` under ``title``, or ``nothing`` in words."""
        clear_layout(self._rows)
        self.header.set_words(title, detail)
        shown = list(rows)
        for place, row in enumerate(shown):
            if place:
                self._rows.addWidget(Divider())
            self._rows.addWidget(row)
        if not shown:
            self._rows.addWidget(Label(nothing, muted=True))


def clear_layout(layout: QLayout) -> None:
    """Take every widget out of ``layout`` and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)
