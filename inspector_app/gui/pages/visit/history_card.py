"""What is known from before: the last visit, what failed then, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.projection import RectificationRow
from inspector_app.gui.controls import Card, IconLine, Label, TranslatedWidget
from inspector_app.gui.terms import day_text, fact_line
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["HistoryCard"]


class HistoryCard(TranslatedWidget):
    """The last visit in words, with each failure still to be put right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._enterprise: Enterprise | None = None
        self._open: tuple[RectificationRow, ...] = ()
        self._failed: tuple[str, ...] = ()
        card = Card()
        self._title = Label(role=TypeRole.STRONG)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        card.body.addWidget(self._title)
        card.body.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.retranslate()

    def set_history(
        self,
        enterprise: Enterprise,
        rectifications: Sequence[RectificationRow] = (),
        failed_items: Sequence[str] = (),
    ) -> None:
        """Show the history of ``enterprise``; ``failed_items`` in words, as asked today."""
        self._enterprise = enterprise
        self._open = tuple(row for row in rectifications if not row.done)
        self._failed = tuple(failed_items)
        self._build()

    def retranslate(self) -> None:
        self._title.setText(self.tr("上次检查"))
        self._build()

    def _build(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        last = self._enterprise.last_visit if self._enterprise else None
        if last is None:
            self._add("info", None, self.tr("本机没有更早的检查记录。"))
            return
        self._add(
            "calendar",
            None,
            fact_line((day_text(last.at), last.grade or self.tr("未评定"))),
        )
        if last.not_met:
            self._add("circle-x", Tone.NOT_MET, self.tr("%n 项不符合", "", last.not_met))
        else:
            self._add("circle-check", Tone.MET, self.tr("没有不符合项"))
        if last.open_rectifications:
            words = self.tr("%n 项未见整改", "", last.open_rectifications)
            self._add("triangle-alert", Tone.ATTENTION, words)
        for text in self._failed:
            self._add("history", None, text)
        for row in self._open:
            due = day_text(row.deadline) if row.deadline else self.tr("立即")
            words = self.tr("{number} {wording}（期限：{due}）").format(
                number=row.item_number, wording=row.wording, due=due
            )
            self._add("clock", Tone.ATTENTION, words)

    def _add(self, icon: str, tone: Tone | None, words: str) -> None:
        self._rows.addWidget(IconLine(icon, Label(words), tone))
