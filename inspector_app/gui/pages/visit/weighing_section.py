"""处理与裁量 of one finding: closed it is one line; open, what may be done and the officers' opinion."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.law.grounds import Effect, Ground
from inspector_app.domain.law.permitted import Route, permitted
from inspector_app.domain.law.weighing import Weighing
from inspector_app.domain.law.weighing_checks import objections
from inspector_app.gui.controls import (
    Button,
    Disclosure,
    IconLine,
    KeyValueGrid,
    Label,
    TranslatedWidget,
    Well,
)
from inspector_app.gui.error_words import said
from inspector_app.gui.models.weighing_form import WeighingForm
from inspector_app.gui.models.weighing_options import option_lines
from inspector_app.gui.models.weighing_words import (
    effect_word,
    sanction_word,
    weighed_words,
)
from inspector_app.gui.pages.visit.ground_rows import GroundRow
from inspector_app.gui.pages.visit.weighing_facts import WeighingFacts
from inspector_app.gui.pages.visit.weighing_opinion import WeighingOpinion
from inspector_app.gui.terms import join_names
from inspector_app.gui.theme import Space, Tone, TypeRole

__all__ = ["WeighingSection"]


class WeighingSection(TranslatedWidget):
    """Shows a `WeighingForm`; what is behind a heading is made when it is first opened.

    Signals:
        edited(): anything was entered; `weighing` gives it.
        recorded(Weighing): the officers want this on record.
    """

    edited = Signal()
    recorded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weighing")
        self._form: WeighingForm | None = None
        self._asked = False
        self.facts: WeighingFacts | None = None
        self.grounds: dict[str, GroundRow] = {}
        self._effects: dict[Effect, Label] = {}
        self.opinion: WeighingOpinion | None = None
        self.whole = Disclosure()
        self.whole.head.setObjectName("weighing.open")
        self.whole.toggled.connect(self._on_opened)
        self._options = KeyValueGrid(columns=1)
        self._options_shown: list[tuple[str, str]] = []
        self.facts_part = Disclosure()
        self.facts_part.head.setObjectName("weighing.facts")
        self.facts_part.toggled.connect(self._on_opened)
        self.grounds_part = Disclosure()
        self.grounds_part.head.setObjectName("weighing.grounds")
        self.grounds_part.toggled.connect(self._on_opened)
        self.opinion_part = Disclosure()
        self.opinion_part.head.setObjectName("weighing.opinion")
        self.opinion_part.toggled.connect(self._on_opened)
        self._past = Label(role=TypeRole.CAPTION, muted=True)
        self._against = Well(Tone.ATTENTION)
        self._against_words = Label()
        self._against.body.addWidget(
            IconLine("triangle-alert", self._against_words, Tone.ATTENTION)
        )
        self.record = Button(icon_name="check")
        self.record.setObjectName("weighing.record")
        self.record.clicked.connect(self.press_record)
        self._lay_out()
        self.retranslate()
        self.hide()

    def set_form(self, form: WeighingForm | None) -> None:
        """Show another finding's opinion, closed; None where there is no finding to weigh."""
        before, self._form = self._form, form
        self._asked = False
        self._clear()
        self.setVisible(form is not None)
        if form is None:
            return
        if before is None or before.finding_id != form.finding_id:
            self.whole.set_open(False)
            for part in self._parts():
                part.set_open(False)
        self._build()
        self._show()

    @property
    def form(self) -> WeighingForm | None:
        """What is on show, as it was set."""
        return self._form

    @property
    def weighing(self) -> Weighing:
        """What is entered; what was never opened stands as it was."""
        if self._form is None:
            return Weighing()
        held = self._form.weighing
        if self.facts is not None:
            held = replace(
                held,
                bases=self.facts.amounts(),
                without=self.facts.without(),
                steps=self.facts.ticks(),
                gain=self.facts.sheet(),
                nothing_to_take=self.facts.nothing_to_take(),
                crime_clue=self.facts.crime.isChecked(),
            )
        if self.grounds:
            rows = [row.weighed() for row in self.grounds.values()]
            held = replace(held, grounds=tuple(row for row in rows if row is not None))
        if self.opinion is not None:
            held = replace(
                held,
                factors=self.opinion.factors_entered(),
                grade=self.opinion.grade_chosen(),
                proposed=self.opinion.sanctions_proposed(),
                on_the_spot=self.opinion.on_the_spot.isChecked(),
                reason=self.opinion.reason.value(),
                heavier_because=self.opinion.heavier.value(),
            )
        if held.gain is None:
            return held
        return replace(held, gain=replace(held.gain, exempt=held.leaves_gain))

    def press_record(self) -> None:
        """Record as the button would; what stands against it is said in place."""
        form = self._form
        if form is None or form.locked:
            return
        weighing = self.weighing
        self._asked = True
        self._show()
        if not objections(form.case, weighing, form.before):
            self.recorded.emit(weighing)

    def refuse(self, words: str) -> None:
        """Say why it could not be recorded."""
        self._against_words.setText(words)
        self._against.show()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being recorded it cannot be recorded twice."""
        self.record.setEnabled(not busy)

    def retranslate(self) -> None:
        self.record.set_words(self.tr("记录意见"))
        if self._form is not None:
            self._show()

    def _parts(self) -> tuple[Disclosure, ...]:
        return (self.facts_part, self.grounds_part, self.opinion_part)

    def _lay_out(self) -> None:
        self.whole.body.addWidget(self._options)
        for part in self._parts():
            self.whole.body.addWidget(part)
        self.grounds_part.body.addWidget(self._past)
        # In line with the fields of the parts above it.
        against = QVBoxLayout()
        against.setContentsMargins(Space.M, 0, 0, 0)
        against.addWidget(self._against)
        self.whole.body.addLayout(against)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.record)
        self.whole.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.whole)

    def _clear(self) -> None:
        made = (self.facts, self.opinion, *self.grounds.values(), *self._effects.values())
        for widget in made:
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.facts, self.opinion, self.grounds, self._effects = None, None, {}, {}

    def _build(self) -> None:
        """Make what is open and not made yet."""
        form = self._form
        if form is None or not self.whole.is_open:
            return
        if self.facts_part.is_open and self.facts is None:
            self.facts = WeighingFacts(form)
            self.facts.edited.connect(self._on_edited)
            self.facts_part.body.addWidget(self.facts)
        if self.grounds_part.is_open and not self.grounds:
            taken = {one.ground.id: one for one in form.weighing.grounds}
            for ground in sorted(form.case.grounds, key=_by_effect):
                if ground.effect not in self._effects:
                    self._effects[ground.effect] = Label(role=TypeRole.LABEL, muted=True)
                    self.grounds_part.body.addWidget(self._effects[ground.effect])
                row = GroundRow(ground, form.evidence)
                row.set_weighed(taken.get(ground.id))
                row.edited.connect(self._on_edited)
                self.grounds[ground.id] = row
                self.grounds_part.body.addWidget(row)
        if self.opinion_part.is_open and self.opinion is None:
            self.opinion = WeighingOpinion(replace(form, weighing=self.weighing))
            self.opinion.edited.connect(self._on_edited)
            self.opinion_part.body.addWidget(self.opinion)
        if form.locked:
            for made in (self.facts, self.opinion, *self.grounds.values()):
                if made is not None:
                    made.setEnabled(False)

    def _show(self) -> None:
        form = self._form
        if form is None:
            return
        weighing = self.weighing
        if self.opinion is not None:
            self.opinion.follow(weighing)
            weighing = self.weighing
        if self.facts is not None and self.facts.gain is not None and weighing.gain is not None:
            self.facts.gain.set_exempt(exempt=weighing.gain.exempt)
        self._say_heads(form, weighing)
        options = option_lines(form.case, weighing)
        if options != self._options_shown:
            self._options_shown = options
            self._options.set_facts(options)
        self._past.setText(
            self.tr(
                "本机记录中，回溯期内有 %n 次检查存在不符合项；是否同类须逐次核对。", "", form.past
            )
        )
        self._past.setVisible(form.past > 0)
        for effect, label in self._effects.items():
            label.setText(effect_word(effect))
        against = objections(form.case, weighing, form.before) if self._asked else ()
        self._against_words.setText("\n".join(said(found) for found in against))
        self._against.setVisible(bool(against))
        self.record.setVisible(not form.locked)

    def _say_heads(self, form: WeighingForm, weighing: Weighing) -> None:
        summary = weighed_words(form.before) if form.before else ""
        if not summary:
            now = [
                sanction_word(found.sanction.kind)
                for found in permitted(form.case, weighing)
                if found.route is Route.NOW
            ]
            summary = (
                self.tr("现场可以：{names}").format(names=join_names(dict.fromkeys(now)))
                if now
                else self.tr("尚未提出意见")
            )
        self.whole.set_words(self.tr("处理与裁量"), summary)
        self.facts_part.set_words(self.tr("金额与前置步骤"))
        shown = len(weighing.shown(*Effect))
        taken = len(weighing.grounds)
        words = self.tr("已核对 {taken} 项，要件齐备 {shown} 项").format(taken=taken, shown=shown)
        self.grounds_part.set_words(self.tr("法定情节"), words if taken else "")
        self.opinion_part.set_words(self.tr("裁量意见"))

    def _on_opened(self) -> None:
        self._build()
        self._show()

    def _on_edited(self) -> None:
        self._show()
        self.edited.emit()


def _by_effect(ground: Ground) -> int:
    return tuple(Effect).index(ground.effect)
