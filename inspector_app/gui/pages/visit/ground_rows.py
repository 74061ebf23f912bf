"""Elements ticked with their proofs: a prior step, a ground of the law, a factor in own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.grounds import Ground, Tick
from inspector_app.domain.law.weighing import Factor, FactorSource, WeighedGround
from inspector_app.gui.controls import (
    Badge,
    CheckBox,
    Choice,
    Label,
    MultiChoiceField,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.models.weighing_form import EvidenceChoice
from inspector_app.gui.models.weighing_words import effect_word
from inspector_app.gui.pages.visit.entry_rows import EntryRow
from inspector_app.gui.pages.visit.evidence_field import EvidenceField
from inspector_app.gui.terms import fact_line
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["ElementRow", "FactorRow", "GroundRow"]

_YES, _NO = "yes", "no"
_LIGHTER, _HEAVIER = "lighter", "heavier"


class ElementRow(TranslatedWidget):
    """One element: is it there, and what proves it.

    Signals:
        edited(): the answer or its evidence changed.
    """

    edited = Signal()

    def __init__(
        self,
        key: str,
        words: str,
        evidence: Sequence[EvidenceChoice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._words = words
        self.answer = MultiChoiceField(exclusive=True)
        self.answer.setObjectName(f"element.{key}")
        self.answer.value_changed.connect(self._on_answered)
        self.evidence = EvidenceField(evidence)
        self.evidence.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.answer)
        column.addWidget(self.evidence)
        self.retranslate()
        self._show()

    def tick(self) -> Tick | None:
        """What was found; None while it was not looked at."""
        answer = self.answer.value()
        if not answer:
            return None
        met = answer == (_YES,)
        return Tick(self._key, met, self.evidence.value() if met else ())

    def set_tick(self, tick: Tick | None) -> None:
        """Show what was found."""
        self.answer.set_value(() if tick is None else (_YES if tick.met else _NO,))
        self.evidence.set_value(tick.evidence if tick else ())
        self._show()

    def retranslate(self) -> None:
        self.answer.set_label(self._words)
        self.evidence.set_proven(self._words)
        self.answer.set_choices([Choice(_YES, self.tr("具备")), Choice(_NO, self.tr("不具备"))])

    def _on_answered(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.evidence.setVisible(self.answer.value() == (_YES,))


class GroundRow(TranslatedWidget):
    """A ground of the law: looked at when ticked, then each of its elements.

    Signals:
        edited(): it was taken up or dropped, or an element changed.
    """

    edited = Signal()

    def __init__(
        self, ground: Ground, evidence: Sequence[EvidenceChoice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ground = ground
        self._offered = evidence
        self.elements: dict[str, ElementRow] = {}
        self.taken = CheckBox()
        self.taken.setObjectName(f"ground.{ground.id}")
        self.taken.clicked.connect(self._on_taken)
        self.state = Badge()
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.taken, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self._well = Well()
        self._basis = Label(role=TypeRole.CAPTION, muted=True)
        self._still = Label(role=TypeRole.CAPTION)
        self._well.body.addWidget(self._basis)
        self._well.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self._well)
        self.retranslate()

    def weighed(self) -> WeighedGround | None:
        """What was found about it; None while it is not looked at."""
        if not self.taken.isChecked():
            return None
        ticks = [row.tick() for row in self.elements.values()]
        return WeighedGround(self.ground, tuple(tick for tick in ticks if tick is not None))

    def set_weighed(self, weighed: WeighedGround | None) -> None:
        """Show what was found about it."""
        self.taken.setChecked(weighed is not None)
        self._open()
        if weighed is not None:
            ticks = {tick.element: tick for tick in weighed.ticks}
            for key, row in self.elements.items():
                row.set_tick(ticks.get(key))
        self._say_state()

    def retranslate(self) -> None:
        ground = self.ground
        self.taken.set_words(ground.title)
        source = self.tr("出处：{source}").format(source=ground.source) if ground.source else ""
        cited = fact_line((format_citations(ground.basis), effect_word(ground.effect), source))
        self._basis.setText("\n".join(told for told in (cited, ground.note) if told))
        self._still.setText(self.tr("仍须：{still}").format(still=ground.still))
        self._still.setVisible(bool(ground.still))
        self._say_state()

    def _open(self) -> None:
        if self.taken.isChecked() and not self.elements:
            for element in self.ground.elements:
                row = ElementRow(element.key, element.text, self._offered)
                row.edited.connect(self._on_edited)
                self.elements[element.key] = row
                self._well.body.addWidget(row)
            self._well.body.addWidget(self._still)
        self._well.setVisible(self.taken.isChecked())

    def _say_state(self) -> None:
        weighed = self.weighed()
        self.state.setVisible(weighed is not None)
        if weighed is not None and weighed.is_shown:
            self.state.set_state(self.tr("要件齐备"), Tone.MET)
        else:
            self.state.set_state(self.tr("要件未齐"), Tone.ATTENTION)

    def _on_taken(self) -> None:
        self._open()
        self._on_edited()

    def _on_edited(self) -> None:
        self._say_state()
        self.edited.emit()


class FactorRow(EntryRow):
    """A circumstance in own words: lighter or heavier, and its proof."""

    def __init__(self, evidence: Sequence[EvidenceChoice], parent: QWidget | None = None) -> None:
        super().__init__(evidence, parent)
        self.text.setObjectName("factor.text")
        self.weight = MultiChoiceField(exclusive=True)
        self.weight.value_changed.connect(self.edited)
        self.defence = CheckBox()
        self.defence.clicked.connect(self.edited)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.text, 1)
        row.addWidget(self.weight)
        row.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        well = Well()
        well.body.addLayout(row)
        well.body.addWidget(self.evidence)
        well.body.addWidget(self.defence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(well)
        self.retranslate()
        self.weight.set_value((_LIGHTER,))

    def factor(self) -> Factor:
        """What is entered."""
        return Factor(
            self.text.value(),
            self.weight.value() == (_HEAVIER,),
            self.evidence.value(),
            FactorSource.DEFENCE if self.defence.isChecked() else FactorSource.FACTS,
        )

    def set_factor(self, factor: Factor) -> None:
        """Show a circumstance."""
        self.text.set_value(factor.text)
        self.evidence.set_proven(factor.text)
        self.weight.set_value((_HEAVIER if factor.heavier else _LIGHTER,))
        self.evidence.set_value(factor.evidence)
        self.defence.setChecked(factor.source is FactorSource.DEFENCE)

    def retranslate(self) -> None:
        self.text.set_name(self.tr("情节"))
        self.text.set_placeholder(self.tr("例如：已全部下架并主动召回"))
        self.weight.set_choices(
            [Choice(_LIGHTER, self.tr("从轻")), Choice(_HEAVIER, self.tr("从重"))]
        )
        self.drop.set_words(self.tr("删除这个情节"))
        self.defence.set_words(self.tr("出自当事人的陈述、申辩（不得因此加重）"))
