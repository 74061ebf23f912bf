"""What a fine is counted from, and what must be proved before the clause goes further."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.grounds import Tick
from inspector_app.domain.law.illegal_gain import IllegalGainSheet
from inspector_app.domain.law.penalty import FineBase, SanctionKind
from inspector_app.domain.law.weighing import Weighing
from inspector_app.gui.controls import (
    Button,
    ButtonKind,
    CheckBox,
    Choice,
    MultiChoiceField,
    TranslatedWidget,
)
from inspector_app.gui.models.weighing_form import (
    WeighingForm,
    bases_asked,
    confiscations,
)
from inspector_app.gui.models.weighing_words import base_word, sanction_word, step_word
from inspector_app.gui.pages.visit.gain_sheet import GainSheet
from inspector_app.gui.pages.visit.ground_rows import ElementRow
from inspector_app.gui.pages.visit.money_field import MoneyField
from inspector_app.gui.pages.visit.step import TypingKeys
from inspector_app.gui.terms import capitalised
from inspector_app.gui.theme import Space

__all__ = ["BaseRow", "WeighingFacts"]


class BaseRow(TranslatedWidget):
    """One amount, or that there is none or none can be worked out.

    Signals:
        edited(): amount or box changed.
    """

    edited = Signal()

    def __init__(self, base: FineBase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = base
        self.amount = MoneyField()
        self.amount.setObjectName(f"weighing.base.{base.value}")
        self.amount.value_changed.connect(self.edited)
        self.without = CheckBox()
        self.without.clicked.connect(self._on_without)
        TypingKeys(self).watch(self.amount.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.amount, 2)
        row.addWidget(self.without, 3)
        self.retranslate()

    def fen(self) -> int | None:
        """The amount; None while it is not found out."""
        return None if self.without.isChecked() else self.amount.fen()

    def set_value(self, fen: int | None, *, without: bool) -> None:
        """Show an amount, or that there is none."""
        self.amount.set_fen(fen)
        self.without.setChecked(without)
        self.amount.setEnabled(not without)

    def retranslate(self) -> None:
        self.amount.set_label(base_word(self._base))
        self.without.set_words(self.tr("没有或者无法计算"))

    def _on_without(self) -> None:
        self.amount.setEnabled(not self.without.isChecked())
        self.edited.emit()


class WeighingFacts(TranslatedWidget):
    """Amounts, the sheet of illegal gain, prior steps and stages, clues of a crime.

    Signals:
        edited(): anything of it changed.
    """

    edited = Signal()

    def __init__(self, form: WeighingForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        case = form.case
        self.bases = {base: BaseRow(base) for base in bases_asked(case)}
        self.steps = {
            step: ElementRow(step, step_word(step), form.evidence) for step in case.steps_asked
        }
        self.nothing = MultiChoiceField()
        self.nothing.value_changed.connect(self.edited)
        self._kinds = confiscations(case)
        self.nothing.setVisible(bool(self._kinds))
        self.gain_button = Button(kind=ButtonKind.QUIET, icon_name="list-checks")
        self.gain_button.setObjectName("weighing.gain")
        self.gain_button.clicked.connect(self._on_gain_pressed)
        self.gain: GainSheet | None = None
        self.crime = CheckBox()
        self.crime.setObjectName("weighing.crime")
        self.crime.clicked.connect(self.edited)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        for step_row in self.steps.values():
            step_row.edited.connect(self.edited)
        for base_row in self.bases.values():
            base_row.edited.connect(self.edited)
            self._column.addWidget(base_row)
        self._column.addWidget(self.gain_button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (*self.steps.values(), self.nothing, self.crime):
            self._column.addWidget(widget)
        self._show(form.weighing)
        self.retranslate()

    def amounts(self) -> dict[FineBase, int]:
        """The amounts that are found out, in fen."""
        found = {base: row.fen() for base, row in self.bases.items()}
        return {base: fen for base, fen in found.items() if fen is not None}

    def without(self) -> frozenset[FineBase]:
        """What is not there or cannot be worked out."""
        return frozenset(base for base, row in self.bases.items() if row.without.isChecked())

    def ticks(self) -> tuple[Tick, ...]:
        """What was found about prior steps and stages."""
        found = [row.tick() for row in self.steps.values()]
        return tuple(tick for tick in found if tick is not None)

    def sheet(self) -> IllegalGainSheet | None:
        """The sheet of illegal gain, once one is begun."""
        return self.gain.sheet() if self.gain is not None else None

    def nothing_to_take(self) -> frozenset[SanctionKind]:
        """What the clause confiscates and is not there."""
        return frozenset(SanctionKind(kind) for kind in self.nothing.value())

    def retranslate(self) -> None:
        self.nothing.set_label(self.tr("以下各项没有可以没收的"))
        self.nothing.set_choices(
            [Choice(k.value, capitalised(sanction_word(k))) for k in self._kinds]
        )
        self.crime.set_words(self.tr("有涉嫌犯罪的线索（先移送，不以罚代刑）"))
        self._say_gain()

    def _show(self, weighing: Weighing) -> None:
        for base, row in self.bases.items():
            row.set_value(weighing.bases.get(base), without=base in weighing.without)
        ticks = {tick.element: tick for tick in weighing.steps}
        for step, element in self.steps.items():
            element.set_tick(ticks.get(step))
        self.nothing.set_choices(
            [Choice(k.value, capitalised(sanction_word(k))) for k in self._kinds]
        )
        self.nothing.set_value(tuple(kind.value for kind in weighing.nothing_to_take))
        self.crime.setChecked(weighing.crime_clue)
        if weighing.gain is not None:
            self._open_gain().set_sheet(weighing.gain)

    def _open_gain(self) -> GainSheet:
        if self.gain is None:
            self.gain = GainSheet(self._form.evidence, self._form.case.day)
            self.gain.edited.connect(self.edited)
            self._column.insertWidget(self._column.indexOf(self.gain_button) + 1, self.gain)
        if FineBase.ILLEGAL_GAIN in self.bases:
            # The sheet says it from now on.
            self.bases[FineBase.ILLEGAL_GAIN].hide()
        return self.gain

    def _on_gain_pressed(self) -> None:
        if self.gain is None:
            self._open_gain().parts["receipts"].add.setFocus()
        else:
            gain, self.gain = self.gain, None
            self._column.removeWidget(gain)
            gain.hide()
            gain.deleteLater()
            if FineBase.ILLEGAL_GAIN in self.bases:
                self.bases[FineBase.ILLEGAL_GAIN].show()
        self._say_gain()
        self.edited.emit()

    def _say_gain(self) -> None:
        self.gain_button.set_words(
            self.tr("填写违法所得计算表") if self.gain is None else self.tr("不用违法所得计算表")
        )
