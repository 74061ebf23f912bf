"""The days that decide which edition applies: when it was done, when it is decided (从旧兼从轻)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.statute import StatuteEdition, edition_in_force
from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    DateField,
    IconLine,
    Label,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.pages.law.law_words import edition_words
from inspector_app.gui.pages.law.view_model import Days
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["DaysBar"]


class DaysBar(TranslatedWidget):
    """Asks for both days and says which editions they lead to.

    Signals:
        days_chosen(Days): the person chose or cleared a day.
    """

    days_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editions: tuple[StatuteEdition, ...] = ()
        self.act = DateField()
        self.decision = DateField()
        self.clear = Button(icon_name="x", kind=ButtonKind.QUIET)
        self.clear.clicked.connect(self._on_cleared)
        self._words = Label(role=TypeRole.LABEL)
        self._line = IconLine("scale", self._words)
        for field in (self.act, self.decision):
            field.value_changed.connect(lambda _: self._on_changed())
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.act, 2)
        row.addWidget(self.decision, 2)
        row.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        well = Well()
        well.body.setSpacing(Space.S)
        well.body.addLayout(row)
        well.body.addWidget(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(well)
        self.retranslate()

    @property
    def days(self) -> Days:
        """What is chosen."""
        return Days(self.act.value(), self.decision.value())

    def set_days(self, days: Days, editions: Sequence[StatuteEdition], latest: date) -> None:
        """Show ``days`` over the editions of the open law; no act is later than ``latest``."""
        self._editions = tuple(editions)
        self.act.set_range(None, latest)
        self.act.set_value(days.act)
        self.decision.set_value(days.decision)
        self._say()

    def restyle(self) -> None:
        # In a low window the words beneath would else press the fields flat.
        for field in (self.act, self.decision):
            field.setMinimumHeight(field.sizeHint().height())

    def retranslate(self) -> None:
        self.act.set_label(self.tr("行为发生日"))
        self.decision.set_label(self.tr("处罚决定日"))
        self.clear.set_words(self.tr("按今天"))
        self.restyle()
        self._say()

    def _edition(self, day: date | None) -> StatuteEdition | None:
        return None if day is None else edition_in_force(self._editions, day)

    def _say(self) -> None:
        days = self.days
        old, new = self._edition(days.act), self._edition(days.decision)
        if days.act is None and days.decision is None:
            words = self.tr("选择日期后，显示行为发生时有效的文本；两日的文本不同的，并列显示。")
        elif days.act is not None and old is None:
            words = self.tr("本机没有行为发生时有效的文本，请导入该时期的文本。")
        elif days.decision is not None and new is None:
            words = self.tr("本机没有处罚决定时有效的文本，请导入该时期的文本。")
        elif old is None or new is None:
            chosen = old or new
            words = (
                self.tr("适用{edition}。").format(edition=edition_words(chosen)) if chosen else ""
            )
        elif old == new:
            words = self.tr("两日都适用{edition}。").format(edition=edition_words(old))
        else:
            words = self.tr(
                "行为发生时是{old}，处罚决定时是{new}：适用行为发生时的规定；新规定处罚较轻"
                "或者不认为是违法的，适用新规定（行政处罚法第三十七条）。"
            ).format(old=edition_words(old), new=edition_words(new))
        self._words.setText(words)
        differ = old is not None and new is not None and old != new
        self._line.icon.set_icon("scale", Tone.ATTENTION if differ else None)

    def _on_changed(self) -> None:
        self._say()
        self.days_chosen.emit(self.days)

    def _on_cleared(self) -> None:
        self.act.set_value(None)
        self.decision.set_value(None)
        self._on_changed()
