"""Weighing a finding (裁量意见): what officers hold about facts, grounds, grade and sanctions.

A weighing is an opinion at one moment. It is recorded whole, with the ranges, the table and the
limits it was made by, so that it can be read for ever without the pack or the program of that day.
What a clause allows now is :mod:`.permitted`; what stands against a weighing :mod:`.weighing_checks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.discretion import (
    DiscretionTable,
    FineRange,
    Grade,
    PenaltyFacts,
    fine_ranges,
    graded,
    traits_of,
)
from inspector_app.domain.law.grounds import Effect, Ground, Tick, proof
from inspector_app.domain.law.illegal_gain import IllegalGain, IllegalGainSheet
from inspector_app.domain.law.money import YUAN
from inspector_app.domain.law.penalty import FineBase, Sanction, SanctionKind, Stage
from inspector_app.domain.law.stages import decisive, payers, reached
from inspector_app.domain.law.violation import Violation

__all__ = [
    "DOCUMENT",
    "ORDER_REFUSED",
    "PAPER",
    "PHOTO",
    "CityLevel",
    "Factor",
    "FactorSource",
    "Offer",
    "OnSpotLimits",
    "Proposed",
    "Weighed",
    "WeighedGround",
    "Weighing",
    "WeighingCase",
    "WeighingRules",
    "weighed",
]

# How evidence is named: a photo or document of the record, or a paper outside it.
PHOTO, DOCUMENT, PAPER = "photo/", "document/", "paper/"
# What an unheeded order is proved by where the violation names no step of its own.
ORDER_REFUSED = "order_correction_refused"
_NOT_PUNISHED = ("中华人民共和国行政处罚法", 33, 1)


class FactorSource(StrEnum):
    """Where a factor comes from."""

    FACTS = "facts"  # 查明的事实
    DEFENCE = "defence"  # 当事人的陈述、申辩：不得因此加重（处罚法 45(2)）


@dataclass(frozen=True, slots=True)
class Factor:
    """A circumstance in the officers' own words that weighs ``heavier`` or lighter, and its proof."""

    text: str
    heavier: bool
    evidence: tuple[str, ...] = ()
    source: FactorSource = FactorSource.FACTS


@dataclass(frozen=True, slots=True)
class WeighedGround:
    """A ground as the pack had it, and what was found about its elements."""

    ground: Ground
    ticks: tuple[Tick, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Every element is there and evidenced."""
        return proof(self.ground, {tick.element: tick for tick in self.ticks}).is_shown


@dataclass(frozen=True, slots=True)
class Proposed:
    """One sanction that the officers would impose; a fine with its amount in fen, None = not fixed."""

    sanction: Sanction
    fen: int | None = None


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the officers hold about one finding.

    ``bases`` in fen and ``without`` as in :class:`PenaltyFacts`; a gain sheet says the illegal gain
    itself. ``steps`` are ticks by a prior step's word (``order_correction_refused``) or a stage's
    (``grave``). ``nothing_to_take``: kinds of confiscation for which nothing is there. Evidence is
    named by ``photo/<id>``, ``document/<id>`` or ``paper/<what and number>`` for papers outside the
    record. ``grade`` None = facts so far, nothing is proposed yet. ``heavier_because``: which new
    facts make it heavier than the weighing before it.
    """

    bases: Mapping[FineBase, int] = field(default_factory=dict)
    without: frozenset[FineBase] = frozenset()
    steps: tuple[Tick, ...] = ()
    grounds: tuple[WeighedGround, ...] = ()
    factors: tuple[Factor, ...] = ()
    gain: IllegalGainSheet | None = None
    nothing_to_take: frozenset[SanctionKind] = frozenset()
    crime_clue: bool = False
    on_the_spot: bool = False
    grade: Grade | None = None
    proposed: tuple[Proposed, ...] = ()
    reason: str = ""
    heavier_because: str = ""

    def shown(self, *effects: Effect) -> tuple[Ground, ...]:
        """The grounds of these effects that are fully shown."""
        return tuple(
            one.ground for one in self.grounds if one.ground.effect in effects and one.is_shown
        )

    @property
    def exempting(self) -> tuple[Ground, ...]:
        """The grounds for no penalty that are fully shown."""
        return self.shown(*(effect for effect in Effect if effect.exempts))

    @property
    def keeps(self) -> tuple[SanctionKind, ...]:
        """What every shown ground for no penalty imposes all the same (食安法 136)."""
        each = [ground.keeps for ground in self.exempting]
        first = each[0] if each else ()
        return tuple(kind for kind in first if all(kind in keeps for keeps in each))

    @property
    def leaves_gain(self) -> bool:
        """No penalty by 处罚法 33(1): the gain is not confiscated (总局令第118号 15)."""
        return self.grade is Grade.EXEMPT and any(
            (cited.law, cited.article, cited.paragraph) == _NOT_PUNISHED
            for ground in self.exempting
            for cited in ground.basis
        )

    def proves(self, step: str) -> bool:
        """Whether a prior step or a stage is ticked and evidenced."""
        return any(tick.element == step and tick.is_shown for tick in self.steps)

    def evidence(self) -> frozenset[str]:
        """Everything it leans on."""
        ticks = (*self.steps, *(tick for one in self.grounds for tick in one.ticks))
        named = {one for tick in ticks for one in tick.evidence}
        named.update(one for factor in self.factors for one in factor.evidence)
        return frozenset(named) | (self.gain.evidence() if self.gain else frozenset())


@dataclass(frozen=True, slots=True)
class OnSpotLimits:
    """How high a fine on the spot may be, in yuan (处罚法 51; 程序规定 66).

    The law does not say whether an individual business (个体工商户) counts as a natural person;
    the lower limit is the safe reading, and a pack may say otherwise.
    """

    individual: int
    organisation: int
    individual_business_as_individual: bool = True

    def of(self, party: PartyType) -> int:
        """The limit for ``party`` in fen, itself included."""
        low = party is PartyType.INDIVIDUAL or (
            party is PartyType.INDIVIDUAL_BUSINESS and self.individual_business_as_individual
        )
        return (self.individual if low else self.organisation) * YUAN


@dataclass(frozen=True, slots=True)
class CityLevel:
    """Fines from ``yuan`` on are decided by a city-level organ, by ``laws`` (食安条例 81, R22)."""

    yuan: int
    laws: tuple[str, ...]

    def asks(self, violation: Violation, fen: int) -> bool:
        """Whether a fine of ``fen`` under the violation's clause is for the city level."""
        return fen >= self.yuan * YUAN and any(c.law in self.laws for c in violation.penalty)


@dataclass(frozen=True, slots=True)
class WeighingRules:
    """What the packs on this device say about weighing; None where no pack says it."""

    tables: tuple[DiscretionTable, ...] = ()
    grounds: tuple[Ground, ...] = ()
    limits: OnSpotLimits | None = None
    city_level: CityLevel | None = None

    def table_for(self, violation: Violation, day: date) -> DiscretionTable | None:
        """The table in force for ``violation``: one made for it before one for its law, before all."""
        found = [t for t in self.tables if t.applies_on(day) and t.covers(violation)]
        return max(found, key=lambda t: (bool(t.violations), bool(t.laws)), default=None)


@dataclass(frozen=True, slots=True)
class WeighingCase:
    """What is weighed: the violation found, the party, the day, and the rules on that day.

    ``evidence``: what the record holds, named as in :class:`Weighing`.
    """

    violation: Violation
    party: PartyType
    activities: tuple[str, ...]
    day: date
    rules: WeighingRules
    evidence: frozenset[str] = frozenset()

    @property
    def table(self) -> DiscretionTable | None:
        """The discretion table in force."""
        return self.rules.table_for(self.violation, self.day)

    @property
    def on_spot_limit(self) -> int:
        """How high a fine on the spot may be, in fen; 0 where no pack says it."""
        return self.rules.limits.of(self.party) if self.rules.limits else 0

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The grounds that may be weighed here."""
        return tuple(
            ground
            for ground in self.rules.grounds
            if ground.is_open_to(self.violation, self.activities, self.party.value, self.day)
        )

    @property
    def prior_steps(self) -> tuple[str, ...]:
        """What must be proved before what the clause keeps for an unheeded order (R24)."""
        unheeded = any(s.stage is Stage.UNHEEDED for s in self.violation.sanctions)
        return self.violation.prior_steps or ((ORDER_REFUSED,) if unheeded else ())

    @property
    def steps_asked(self) -> tuple[str, ...]:
        """What must be proved before the clause's later stages: prior steps, the stages' words.

        Grave circumstances that the law lists are grounds, and are not asked again.
        """
        answered = {Stage.AT_ONCE, Stage.UNHEEDED}
        if any(ground.effect is Effect.GRAVE for ground in self.grounds):
            answered.add(Stage.GRAVE)
        stages = dict.fromkeys(s.stage for s in self.violation.sanctions if s.stage not in answered)
        return (*self.prior_steps, *(stage.value for stage in stages))

    def addresses(self, sanction: Sanction) -> bool:
        """Whether the party itself can be the one whom ``sanction`` falls on (R52).

        An individual business may be either; a person in charge is a second party.
        """
        return any(sanction.payer in his for his in payers(self.party))

    def facts(self, weighing: Weighing) -> PenaltyFacts:
        """What the clause is read with: bases, and the stages that are shown."""
        bases, without = dict(weighing.bases), set(weighing.without)
        if weighing.gain is not None:
            gain = weighing.gain.worked_out().gain
            bases.pop(FineBase.ILLEGAL_GAIN, None)
            without.discard(FineBase.ILLEGAL_GAIN)
            if gain:
                bases[FineBase.ILLEGAL_GAIN] = gain
            else:
                without.add(FineBase.ILLEGAL_GAIN)
        return PenaltyFacts(
            bases, frozenset(without), self._stages(weighing), traits_of(self.activities)
        )

    def _stages(self, weighing: Weighing) -> frozenset[Stage]:
        asked = self.steps_asked
        shown = {s for s in Stage if s.value in asked and weighing.proves(s.value)}
        steps = self.prior_steps
        if steps and all(weighing.proves(step) for step in steps):
            shown.add(Stage.UNHEEDED)
        else:
            # An order that was not heeded is proved by its own steps alone.
            shown.discard(Stage.UNHEEDED)
        listed = any(ground.effect is Effect.GRAVE for ground in self.grounds)
        if listed and weighing.shown(Effect.GRAVE):
            shown.add(Stage.GRAVE)
        return reached(shown)

    def ranges(self, weighing: Weighing) -> tuple[FineRange, ...]:
        """The fines on the party itself that the clause allows by what is shown.

        Those that a graver stage outweighs are none of them: the gate takes that stage's alone.
        """
        facts = self.facts(weighing)
        found = fine_ranges(self.violation.sanctions, facts)
        taken = {
            fine.sanction
            for his in payers(self.party)
            for fine in decisive([one for one in found if one.sanction.payer in his], facts.stages)
        }
        return tuple(fine for fine in found if fine.sanction in taken)

    def outweighed(self, weighing: Weighing) -> tuple[Sanction, ...]:
        """Fines on the party that are in question, but that a graver stage's fine takes the place of."""
        taken = {fine.sanction for fine in self.ranges(weighing)}
        facts = self.facts(weighing)
        return tuple(
            fine.sanction
            for fine in fine_ranges(self.violation.sanctions, facts)
            if self.addresses(fine.sanction) and fine.sanction not in taken
        )

    def allowed(self, fine: FineRange, weighing: Weighing) -> FineRange | None:
        """Where an amount may lie at the weighing's grade; None where none may be fixed.

        A lighter penalty than the clause's floor (减轻) needs a ground of 处罚法 32 or another law;
        a table's band narrows what the clause leaves.
        """
        grade, table = weighing.grade, self.table
        if grade is None or grade is Grade.EXEMPT or not fine.is_known:
            return None
        if table is not None:
            narrowed = graded(fine, grade, table, self.day)
            if narrowed is not None:
                return narrowed
        if grade is Grade.MITIGATED:
            return FineRange(fine.sanction, Fraction(0), fine.low, high_included=False)
        return fine


@dataclass(frozen=True, slots=True)
class Offer:
    """A fine's range as it was offered, in whole fen; ``None`` above = no ceiling.

    ``grade_lowest``..``grade_highest``: the part that the grade leaves, None where there is none.
    """

    sanction: Sanction
    lowest: int
    highest: int | None
    needs: FineBase | None = None
    grade_lowest: int | None = None
    grade_highest: int | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A weighing as recorded, with everything that it was made by."""

    weighing: Weighing
    party: PartyType
    on: date
    offers: tuple[Offer, ...] = ()
    table: DiscretionTable | None = None
    on_spot_limit: int = 0
    gain: IllegalGain | None = None

    @property
    def fine(self) -> int | None:
        """The fine proposed, in fen; None where none is fixed."""
        return next((p.fen for p in self.weighing.proposed if p.fen is not None), None)


def weighed(case: WeighingCase, weighing: Weighing) -> Weighed:
    """``weighing`` as it is recorded.

    A tick that nothing asks for is left out: who reads the record knows the grounds that were
    recorded and not those that could have been, so it would stand there for one of these.
    """
    asked = tuple(tick for tick in weighing.steps if tick.element in case.steps_asked)
    weighing = replace(weighing, steps=asked)
    return Weighed(
        weighing=weighing,
        party=case.party,
        on=case.day,
        offers=tuple(_offer(case, fine, weighing) for fine in case.ranges(weighing)),
        table=case.table,
        on_spot_limit=case.on_spot_limit,
        gain=weighing.gain.worked_out() if weighing.gain else None,
    )


def _offer(case: WeighingCase, fine: FineRange, weighing: Weighing) -> Offer:
    part = case.allowed(fine, weighing)
    return Offer(
        fine.sanction,
        fine.lowest,
        None if fine.high is None else fine.highest,
        fine.needs,
        None if part is None else part.lowest,
        None if part is None or part.high is None else part.highest,
    )
