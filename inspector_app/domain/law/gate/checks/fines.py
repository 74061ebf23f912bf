"""Whether a fine is one that the clause allows for this act at what is shown (R22, R24)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from inspector_app.domain.law.case_facts import (
    ActFacts,
    CaseFacts,
    DecisionFacts,
    ImposedSanction,
)
from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.discretion import (
    FineRange,
    Grade,
    PenaltyFacts,
    admitted,
    fine_ranges,
    traits_of,
)
from inspector_app.domain.law.gate.checks.persons import IncomeClauses
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.gate.rules import basis_words
from inspector_app.domain.law.money import YUAN, money_words
from inspector_app.domain.law.penalty import FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.stages import decisive, payers, reached

__all__ = [
    "clauses",
    "his",
    "is_admitted",
    "is_exempt",
    "is_mitigated",
    "is_structured",
    "known",
    "order_unheeded",
    "readings",
    "referring",
    "stages_shown",
]


def order_unheeded(decision: DecisionFacts) -> bool:
    """Whether an order to correct and, after it, its refusal are documented before the decision."""
    if Stage.UNHEEDED in decision.shown:
        return True
    ordered, refused = decision.ordered_on, decision.refused_on
    return ordered is not None and refused is not None and ordered < refused <= decision.on


def is_admitted(sanction: Sanction, case: CaseFacts, decision: DecisionFacts) -> bool:
    """Whether ``sanction`` is in question at the decision's stage, for this party and its facts."""
    return admitted(sanction, known(case, decision))


def stages_shown(decision: DecisionFacts) -> frozenset[Stage]:
    """The stages beyond the first that the decision rests on or evidence shows."""
    unheeded = {Stage.UNHEEDED} if order_unheeded(decision) else set()
    return reached({decision.stage, *decision.shown} | unheeded) - {Stage.AT_ONCE}


def known(case: CaseFacts, decision: DecisionFacts) -> PenaltyFacts:
    """What the clause is read with: bases, the stages shown, the party's traits."""
    bases, without = dict(decision.bases), set(decision.without)
    if case.gain is not None and FineBase.ILLEGAL_GAIN not in without | bases.keys():
        gain = case.gain.sheet.worked_out().gain
        if gain:
            bases[FineBase.ILLEGAL_GAIN] = gain
        else:
            without.add(FineBase.ILLEGAL_GAIN)
    traits = traits_of(())
    if (party := case.party) is not None:
        traits = traits_of(party.activities) | {*party.premises, party.type.value}
    return PenaltyFacts(bases, frozenset(without), stages_shown(decision), traits)


def _ranges(
    act: ActFacts, case: CaseFacts, decision: DecisionFacts, fine: ImposedSanction
) -> tuple[FineRange, ...]:
    """The fines that the clause allows on him who is fined, by each way of reading who that is."""
    found = fine_ranges(act.violation.sanctions, known(case, decision))
    each = ([one for one in found if one.sanction.payer in who] for who in his(fine, case))
    stages = stages_shown(decision)
    return tuple(
        dict.fromkeys(one for read in each for one in decisive(read, stages, decision.stage))
    )


def his(imposed: ImposedSanction, case: CaseFacts) -> Sequence[frozenset[Payer]]:
    """On whom the clause may lay what is imposed, by each way of reading who that is.

    What is imposed on it as a unit, or as an individual, is measured as that where it may be one.
    """
    if imposed.payer is Payer.RESPONSIBLE_PERSON:
        return [frozenset({Payer.RESPONSIBLE_PERSON})]
    each = readings(case)
    return [who for who in each if imposed.payer in who] or each


def readings(case: CaseFacts) -> Sequence[frozenset[Payer]]:
    """On whom the clause may lay something for it to fall on the party, by each way of reading."""
    party = case.party
    return payers(None) if party is None else payers(party.type, farmer=party.farmer)


def _holds(found: FineRange, fine: ImposedSanction, mitigated: bool) -> bool:
    return found.holds(fine.fen) or (mitigated and found.is_known and 0 < fine.fen < found.low)


def is_structured(case: CaseFacts, decision: DecisionFacts) -> bool:
    """Whether the clauses of all acts are told as data; those that are not say nothing either way.

    What a clause refers to (依照其他法律处罚) is not told.
    """
    return all(
        (act.violation.sanctions or not act.violation.penalty)
        and not referring(act, case, decision)
        for act in case.acts
    )


def referring(act: ActFacts, case: CaseFacts, decision: DecisionFacts) -> tuple[Sanction, ...]:
    """By what the act's clause refers to another for the penalty, at what is shown."""
    return tuple(
        sanction
        for sanction in act.violation.sanctions
        if sanction.kind is SanctionKind.REFERRED and is_admitted(sanction, case, decision)
    )


def clauses(case: CaseFacts) -> str:
    """The penalty clauses of the acts, as people cite them."""
    return format_citations(clause for act in case.acts for clause in act.violation.penalty)


def is_exempt(case: CaseFacts) -> bool:
    """Whether no penalty is to be imposed (不予处罚)."""
    return case.discretion is not None and case.discretion.grade is Grade.EXEMPT


def is_mitigated(case: CaseFacts) -> bool:
    """Below the clause's range by a ground of art. 32, with its reason (减轻)."""
    weighed = case.discretion
    return weighed is not None and weighed.grade == Grade.MITIGATED and bool(weighed.reason.strip())


def _fines(decision: DecisionFacts) -> Iterator[ImposedSanction]:
    yield from (s for s in decision.sanctions if s.kind is SanctionKind.FINE and s.fixed)


def _unjustified(
    case: CaseFacts,
) -> Iterator[tuple[ImposedSanction, Sequence[FineRange]]]:
    """Each fine that the clause of no act bears, with the ranges that it was tried against."""
    decision = case.decision
    if decision is None or not case.acts:
        return
    if not is_structured(case, decision):
        return
    mitigated = is_mitigated(case)
    for fine in _fines(decision):
        ranges = [found for act in case.acts for found in _ranges(act, case, decision, fine)]
        if not any(_holds(found, fine, mitigated) for found in ranges):
            yield fine, ranges


@check("fine", "low", "high")
def fine_outside_range(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A fine that lies in no range of the clauses at the stage that was found."""
    for fine, ranges in _unjustified(case):
        if ranges and all(found.is_known for found in ranges):
            low, high = ranges[0].low, ranges[0].high
            facts: dict[str, str | int] = {
                "fine": money_words(fine.fen),
                "low": _yuan(low),
                "high": _yuan(high) if high is not None else "—",
            }
            clauses_of_all = [c for act in case.acts for c in act.violation.penalty]
            yield Obstacle(facts=facts, basis=basis_words(tuple(clauses_of_all)))


@check("fine")
def fine_unmeasured(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A fine whose range is not known yet: the goods' value or the gain is not found out."""
    for fine, ranges in _unjustified(case):
        if any(not found.is_known for found in ranges):
            yield Obstacle(facts={"fine": money_words(fine.fen)})


@check("fine")
def fine_not_in_clause(
    case: CaseFacts, _on: Occasion, *, persons: IncomeClauses
) -> Iterator[Obstacle]:
    """A fine where no clause has one for this party at what is shown (处罚法 38).

    One on ``persons`` is measured by income, by a check of its own.
    """
    for fine, ranges in _unjustified(case):
        if not ranges and not persons.measure(fine, case):
            yield Obstacle(facts={"fine": money_words(fine.fen)})


@check("fine", "low")
def mitigated_not_below(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The grade is 减轻, and every fine lies within the clause's range all the same (处罚法 32)."""
    decision, weighed = case.decision, case.discretion
    if decision is None or weighed is None or weighed.grade is not Grade.MITIGATED:
        return
    if not is_structured(case, decision):
        return
    fines = {
        fine: [found for act in case.acts for found in _ranges(act, case, decision, fine)]
        for fine in _fines(decision)
    }
    if any(fine.fen < found.low for fine, ranges in fines.items() for found in ranges):
        return
    for fine, ranges in fines.items():
        within = [found for found in ranges if found.holds(fine.fen)]
        if within:
            low = min(found.low for found in within)
            yield Obstacle(facts={"fine": money_words(fine.fen), "low": _yuan(low)})


def _yuan(fen: Fraction) -> str:
    """Fen as yuan; what is less than a fen is not told."""
    return money_words(int(fen))


@check("violation", "words")
def penalty_referred(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A penalty by a clause that leaves it to another law or clause: nobody compared the two."""
    decision = case.decision
    if decision is None or not decision.sanctions:
        return
    for act in case.acts:
        for sanction in referring(act, case, decision):
            facts = {"violation": act.violation.wording, "words": sanction.words}
            yield Obstacle(facts=facts, basis=basis_words(act.violation.penalty))


@check("violation")
def fine_without_sum(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A fine by a clause that names no sum: its range stands elsewhere."""
    decision = case.decision
    if decision is None or not any(_fines(decision)):
        return
    for act in case.acts:
        open_ones = [s for s in act.violation.sanctions if s.fine and not s.fine.high]
        if any(is_admitted(sanction, case, decision) for sanction in open_ones):
            facts = {"violation": act.violation.wording}
            yield Obstacle(facts=facts, basis=basis_words(act.violation.penalty))


@check("fine", "limit")
def fine_above_level(
    case: CaseFacts,
    _on: Occasion,
    *,
    amount: int,
    laws: tuple[str, ...],
    levels: tuple[str, ...],
) -> Iterator[Obstacle]:
    """A fine of ``amount`` and more by an organ of ``levels``, below the one that decides it."""
    decision = case.decision
    if decision is None or case.level.value not in levels:
        return
    if not any(clause.law in laws for act in case.acts for clause in act.violation.penalty):
        return
    for imposed in _fines(decision):
        if imposed.fen >= amount * YUAN:
            limit = money_words(amount * YUAN)
            yield Obstacle(facts={"fine": money_words(imposed.fen), "limit": limit})


@check("violation")
def fine_without_order(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A fine for refusing to correct without a documented order and its refusal."""
    decision = case.decision
    if decision is None or order_unheeded(decision):
        return
    waiting = [act for act in case.acts if _needs_order(act, case, decision)]
    others = [act for act in case.acts if act not in waiting]
    mitigated = is_mitigated(case)
    for act in waiting:
        for fine in _fines(decision):
            borne = (found for other in others for found in _ranges(other, case, decision, fine))
            if not any(_holds(found, fine, mitigated) for found in borne):
                facts = {"violation": act.violation.wording}
                yield Obstacle(facts=facts, basis=basis_words(act.violation.penalty))
                break


def _needs_order(act: ActFacts, case: CaseFacts, decision: DecisionFacts) -> bool:
    """Whether what is shown leaves no fine but the one for an unheeded order."""
    fines = [s for s in act.violation.sanctions if s.kind is SanctionKind.FINE]
    if not any(s.stage is Stage.UNHEEDED for s in fines):
        return False
    return decision.stage is Stage.UNHEEDED or not any(
        s.stage is not Stage.UNHEEDED and is_admitted(s, case, decision) for s in fines
    )


@check("count")
def fined_twice(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """More fines on the party than acts: no act bears two (处罚法 29)."""
    decision = case.decision
    if decision is None or not case.acts:
        return
    fines = [s for s in decision.sanctions if s.kind is SanctionKind.FINE]
    count = sum(fine.payer is not Payer.RESPONSIBLE_PERSON for fine in fines)
    if count > len(case.acts):
        yield Obstacle(facts={"count": count})
