"""What officers hold about a finding, as facts: the decision that their opinion would become."""

from __future__ import annotations

from datetime import date

from inspector_app.domain.law.case_facts import (
    DecisionFacts,
    DiscretionFacts,
    ExemptionFacts,
    GainFacts,
    ImposedSanction,
    OpinionFacts,
    Procedure,
)
from inspector_app.domain.law.deadlines import add_months
from inspector_app.domain.law.discretion import Grade, admitted
from inspector_app.domain.law.grounds import Effect
from inspector_app.domain.law.money import YUAN
from inspector_app.domain.law.penalty import SanctionKind, Stage
from inspector_app.domain.law.permitted import PENALTIES
from inspector_app.domain.law.stages import heaviest
from inspector_app.domain.law.weighing import (
    Proposed,
    Weighed,
    WeighedGround,
    Weighing,
    WeighingCase,
    WeighingRules,
)
from inspector_app.domain.visit_state import Finding, Visit

__all__ = ["opinion_on"]

_HEAVY = frozenset({Stage.WORSE, Stage.GRAVE, Stage.GRAVEST})
# What a lighter or graver grade rests on.
_GRADED = frozenset({Effect.SHALL_MITIGATE, Effect.MAY_MITIGATE, Effect.GRAVE})
# Given when the act was found, or not a penalty: an opinion need not name them.
_UNTOLD = frozenset(SanctionKind) - PENALTIES


def opinion_on(visit: Visit, finding: Finding) -> OpinionFacts | None:
    """The latest opinion on ``finding``; None where no grade is proposed yet."""
    if finding.weighed is None or finding.weighed.weighing.grade is None:
        return None
    weighed, weighing = finding.weighed, finding.weighed.weighing
    return OpinionFacts(
        item=finding.item,
        violation=finding.violation,
        on=date.fromisoformat(visit.started_at[:10]),
        discretion=_discretion(finding, weighed, finding.weighed.weighing.grade),
        decision=_decision(visit, finding, weighed),
        exemption=_exemption(_case(visit, finding, weighed), weighing),
        gain=_gain(weighed),
        criminal=weighing.crime_clue,
    )


def _case(visit: Visit, finding: Finding, weighed: Weighed) -> WeighingCase:
    """What was weighed, with the grounds that the opinion recorded."""
    party = visit.enterprise
    return WeighingCase(
        finding.violation,
        party.party_type,
        party.activities,
        weighed.on,
        WeighingRules(grounds=tuple(one.ground for one in weighed.weighing.grounds)),
    )


def _decision(visit: Visit, finding: Finding, weighed: Weighed) -> DecisionFacts | None:
    """By the laptop's own reading of what is shown, from the grounds that the opinion recorded.

    No penalty is no decision, unless one is proposed all the same or its ground keeps something.
    """
    weighing = weighed.weighing
    exempt = weighing.grade is Grade.EXEMPT
    if exempt and not (weighing.proposed or weighing.keeps):
        return None
    known = _case(visit, finding, weighed).facts(weighing)
    chosen = {proposed.sanction.choice for proposed in weighing.proposed} - {""}
    untold = tuple(
        ImposedSanction(sanction.kind, payer=sanction.payer)
        for sanction in finding.violation.sanctions
        if sanction.kind in _UNTOLD and sanction.choice not in chosen and admitted(sanction, known)
    )
    return DecisionFacts(
        procedure=Procedure.ON_THE_SPOT if weighing.on_the_spot else Procedure.ORDINARY,
        on=weighed.on,
        sanctions=(
            *(_imposed(proposed) for proposed in weighing.proposed),
            *(() if exempt else untold),
        ),
        stage=heaviest(known.stages),
        shown=known.stages,
        bases=known.bases,
        without=tuple(known.without),
        nothing_there=dict.fromkeys(weighing.nothing_to_take, weighing.reason),
    )


def _imposed(proposed: Proposed) -> ImposedSanction:
    yuan, odd = divmod(proposed.fen or 0, YUAN)
    fixed = proposed.fen is not None
    return ImposedSanction(proposed.sanction.kind, yuan, proposed.sanction.payer, odd, fixed=fixed)


def _discretion(finding: Finding, weighed: Weighed, grade: Grade) -> DiscretionFacts:
    weighing = weighed.weighing
    listed = [one for one in weighing.grounds if one.ground.look_back_years]
    shown = [one.ground.look_back_years for one in listed if one.is_shown]
    return DiscretionFacts(
        grade=grade,
        reason=weighing.reason,
        grounds=tuple(
            clause
            for one in weighing.grounds
            if one.is_shown and one.ground.effect in _GRADED
            for clause in one.ground.basis
        ),
        grave_answered=_grave_answered(finding, weighing),
        grave=tuple(
            element.key for ground in weighing.shown(Effect.GRAVE) for element in ground.elements
        ),
        first_offence=bool(listed) and grade in (Grade.EXEMPT, Grade.MITIGATED),
        # Its elements ask for the party's record: who has shown them has looked.
        looked_back_to=add_months(weighed.on, -12 * max(shown)) if shown else None,
    )


def _grave_answered(finding: Finding, weighing: Weighing) -> bool:
    """Whether it was looked at, where anything in the clause turns on it."""
    turns = any(sanction.stage in _HEAVY for sanction in finding.violation.sanctions)
    ticked = {tick.element for tick in weighing.steps if tick.element in _HEAVY}
    listed = [one for one in weighing.grounds if one.ground.effect is Effect.GRAVE and one.ticks]
    return not turns or bool(ticked or listed)


def _exemption(case: WeighingCase, weighing: Weighing) -> ExemptionFacts | None:
    """The ground of no penalty that is best shown; one without elements where none is named.

    A ground that is for other acts or parties, or out of force, is none. Where a penalty is
    proposed, only one counts that is wholly shown and forbids it.
    """
    named = [
        one for one in weighing.grounds if one.ground.effect.exempts and one.ground in case.grounds
    ]
    if weighing.grade is not Grade.EXEMPT:
        named = [one for one in named if _forbids(one) and one.is_shown]
        if not named:
            return None
    if not named:
        return ExemptionFacts("")
    chosen = {proposed.sanction.kind for proposed in weighing.proposed}
    # Of grounds as well shown the one that goes with what is proposed.
    best = max(named, key=lambda one: (_shown(one), set(one.ground.keeps) == chosen))
    ticked = tuple(tick.element for tick in best.ticks if tick.met)
    proved = tuple(tick.element for tick in best.ticks if tick.is_shown)
    wanted = tuple(element.key for element in best.ground.elements)
    return ExemptionFacts(
        best.ground.id,
        ticked,
        proved,
        wanted,
        binding=_forbids(best),
        keeps=best.ground.keeps if best.is_shown else (),
        basis=best.ground.basis,
    )


def _forbids(one: WeighedGround) -> bool:
    """Whether the law leaves no choice once it is shown."""
    return one.ground.effect is Effect.SHALL_EXEMPT


def _shown(one: WeighedGround) -> int:
    return sum(tick.is_shown for tick in one.ticks) - len(one.ground.elements)


def _gain(weighed: Weighed) -> GainFacts | None:
    """The sheet, and what the officers' device worked out by it."""
    sheet, stated = weighed.weighing.gain, weighed.gain
    if sheet is None:
        return None
    return GainFacts(sheet, stated.confiscated if stated is not None else 0)
