"""Whether what is imposed is what the clause demands, by whom and on whom (R23, R24, R40, R51, R52)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import (
    ActFacts,
    CaseFacts,
    DecisionFacts,
    ImposedSanction,
    Level,
)
from inspector_app.domain.law.demands import GAIN, Demand, demands, is_met, kept
from inspector_app.domain.law.gate.checks.fines import (
    clauses,
    his,
    is_admitted,
    is_exempt,
    is_mitigated,
    is_structured,
    known,
    readings,
)
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.gate.rules import GateMode, basis_words
from inspector_app.domain.law.penalty import FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.permitted import PENALTIES
from inspector_app.domain.law.violation import OUR_PROVINCE, PROVINCIAL_RULES
from inspector_app.domain.terms import SANCTION_LABELS

__all__: list[str] = []

_PERSONAL = frozenset({Payer.INDIVIDUAL, Payer.RESPONSIBLE_PERSON})
_OTHERS = frozenset({SanctionKind.DETENTION, SanctionKind.DISCIPLINE})
_TAKING = frozenset(
    {
        SanctionKind.CONFISCATE_GOODS,
        SanctionKind.CONFISCATE_TOOLS,
        SanctionKind.CONFISCATE_GAIN,
        SanctionKind.CONFISCATE_INCOME,
        SanctionKind.SUSPENSION,
        SanctionKind.CLOSURE,
        SanctionKind.REVOCATION,
        SanctionKind.CANCELLATION,
    }
)
# Of fines their amounts are asked for; gain is taken and refunded by 处罚法 28(2) itself.
_OF_A_CLAUSE = (PENALTIES | {SanctionKind.CONFISCATE_INCOME}) - {
    SanctionKind.FINE,
    SanctionKind.CONFISCATE_GAIN,
    SanctionKind.REFUND,
}
# What stands in for a heavier penalty where it is mitigated (减轻处罚).
_LIGHTEST = frozenset({SanctionKind.WARNING, SanctionKind.CRITICISM})
# These fall on people, whoever the party is and whether or not the decision names them.
_OF_PEOPLE = frozenset({SanctionKind.BAN, SanctionKind.CONFISCATE_INCOME})


def _all(case: CaseFacts) -> Iterable[tuple[ActFacts, DecisionFacts]]:
    if case.decision is not None:
        yield from ((act, case.decision) for act in case.acts)


@check("kind", "violation")
def mandatory_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """What the clause imposes together (并处、没收) is not all imposed, of alternatives none.

    What it imposes at once is imposed with what follows from grave circumstances as well. Where no
    penalty is to be, none is missing.
    """
    if is_exempt(case):
        return
    for act, decision in _all(case):
        imposed = {s.kind for s in decision.sanctions if s.payer is not Payer.RESPONSIBLE_PERSON}
        missing: dict[str, None] = {}
        for demand in _demanded(act, case, decision):
            if GAIN in demand:
                continue
            kinds = dict.fromkeys(sanction.kind for sanction in demand)
            if not is_met(demand, imposed):
                missing["或者".join(SANCTION_LABELS[kind] for kind in kinds)] = None
        for told in missing:
            facts = {"kind": told, "violation": act.violation.wording}
            yield Obstacle(facts=facts, basis=basis_words(act.violation.penalty))


@check("violation")
def gain_left(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A gain that is known is left to the party because the clause is silent (处罚法 28(2))."""
    if is_exempt(case):
        return
    for act, decision in _all(case):
        taken = {sanction.kind for sanction in decision.sanctions}
        for demand in _demanded(act, case, decision):
            if GAIN in demand and not is_met(demand, taken):
                yield Obstacle(facts={"violation": act.violation.wording})


@check("kind", "violation")
def kept_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """No penalty, and what its ground imposes all the same is not imposed (食安法 136)."""
    exemption = case.exemption
    if exemption is None or not is_exempt(case):
        return
    for act, decision in _all(case):
        imposed = {sanction.kind for sanction in decision.sanctions}
        found = kept(
            act.violation.sanctions,
            known(case, decision),
            readings(case),
            keeps=exemption.keeps,
            gone=_gone(case, decision),
        )
        for group in found:
            if not is_met(group, imposed):
                kind = SANCTION_LABELS[group[0].kind]
                facts = {"kind": kind, "violation": act.violation.wording}
                yield Obstacle(facts=facts, basis=basis_words(exemption.basis))


def _demanded(act: ActFacts, case: CaseFacts, decision: DecisionFacts) -> tuple[Demand, ...]:
    return demands(
        act.violation.sanctions,
        known(case, decision),
        readings(case),
        first=decision.stage,
        gone=_gone(case, decision),
        named=case.party is not None,
    )


def _gone(case: CaseFacts, decision: DecisionFacts) -> frozenset[SanctionKind]:
    """Kinds of which nothing is there to take or to revoke."""
    told = {kind for kind in _TAKING if decision.nothing_there.get(kind, "").strip()}
    gain = {SanctionKind.CONFISCATE_GAIN} if _has_no_gain(case, decision) else set()
    return frozenset(told | gain)


def _has_no_gain(case: CaseFacts, decision: DecisionFacts) -> bool:
    if case.gain is not None:
        return case.gain.sheet.worked_out().confiscated == 0
    return FineBase.ILLEGAL_GAIN in decision.without


@check("kind", "clause")
def kind_not_in_clause(
    case: CaseFacts, _on: Occasion, *, ban_follows: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A penalty of a kind that no clause has for him at what is shown (处罚法 38).

    By the laws in ``ban_follows`` whose licence is revoked is banned as well (食安法 135).
    """
    decision = case.decision
    if decision is None or not case.acts or not is_structured(case, decision):
        return
    for imposed in decision.sanctions:
        if imposed.kind not in _OF_A_CLAUSE or _is_borne(imposed, case, decision):
            continue
        if imposed.kind is SanctionKind.BAN and _is_revoked(case, decision, ban_follows):
            continue
        if not (imposed.kind in _LIGHTEST and is_mitigated(case)):
            facts = {"kind": SANCTION_LABELS[imposed.kind], "clause": clauses(case) or "—"}
            yield Obstacle(facts=facts)


def _is_borne(imposed: ImposedSanction, case: CaseFacts, decision: DecisionFacts) -> bool:
    """Whether the clause of an act has it for him, at the stages that are shown."""
    who = frozenset(Payer) if imposed.kind in _OF_PEOPLE else frozenset().union(*his(imposed, case))
    return any(
        sanction.kind is imposed.kind
        and sanction.payer in who
        and is_admitted(sanction, case, decision)
        for act in case.acts
        for sanction in act.violation.sanctions
    )


def _is_revoked(case: CaseFacts, decision: DecisionFacts, laws: tuple[str, ...]) -> bool:
    return any(clause.law in laws for act in case.acts for clause in act.violation.penalty) and any(
        imposed.kind is SanctionKind.REVOCATION and _is_borne(imposed, case, decision)
        for imposed in decision.sanctions
    )


@check()
def order_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A penalty without an order to correct or a reason why none (处罚法 28)."""
    decision = case.decision
    if decision is None or not decision.sanctions:
        return
    ordered = decision.ordered_on is not None or any(
        s.kind is SanctionKind.ORDER_CORRECTION for s in decision.sanctions
    )
    if not ordered and not decision.order_missing_because.strip():
        yield Obstacle()


@check("violation")
def scope_not_admitted(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The duty does not bind a party of this kind or business; a warning where a reason is given."""
    party = case.party
    if party is None:
        return
    findings = case.inspection.findings if case.inspection is not None else ()
    told = [(f.violation, f.item, f.because) for f in findings]
    told += [(act.violation, "", "") for act in case.acts]
    for violation, item, because in told:
        if not violation.scope.admits(
            frozenset(party.activities), party.type.value, frozenset(party.premises)
        ):
            mode = GateMode.WARN if because.strip() else None
            yield Obstacle(item, {"violation": violation.wording}, mode=mode)


@check("violation")
def foreign_authority(
    case: CaseFacts, _on: Occasion, *, ours: tuple[str, ...]
) -> Iterator[Obstacle]:
    """Another organ, or a higher one, is competent and something else than a transfer is decided."""
    below = case.level in (Level.COUNTY, Level.CITY)
    for act, decision in _all(case):
        theirs = act.violation.authority not in {*ours, PROVINCIAL_RULES}
        higher = below and act.violation.authority == OUR_PROVINCE
        if decision.sanctions and (theirs or higher):
            yield Obstacle(facts={"violation": act.violation.wording})


@check("violation")
def provincial_law_unknown(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A penalty for what only the province's own law punishes, which is not at hand (食安法 127)."""
    for act, decision in _all(case):
        if decision.sanctions and act.violation.authority == PROVINCIAL_RULES:
            yield Obstacle(facts={"violation": act.violation.wording})


@check("violation")
def wrong_payer(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A range for individuals is used on an organisation, or the other way round.

    No text says whether an individual business (个体工商户) is one of the individuals (个人): either
    range may be used on it.
    """
    party = case.party
    if party is None or (party.type is PartyType.INDIVIDUAL_BUSINESS and not party.farmer):
        return
    person = party.type is PartyType.INDIVIDUAL or party.farmer
    for act, decision in _all(case):
        apart = [
            sanction
            for sanction in act.violation.sanctions
            if sanction.kind is SanctionKind.FINE and sanction.payer is Payer.INDIVIDUAL
        ]
        wrong = _wrong_payers(apart, person, decision)
        for imposed in decision.sanctions:
            if imposed.kind is SanctionKind.FINE and imposed.payer in wrong:
                facts = {"violation": act.violation.wording}
                yield Obstacle(facts=facts, basis=basis_words(act.violation.penalty))


def _wrong_payers(
    apart: Sequence[Sanction], person: bool, decision: DecisionFacts
) -> frozenset[Payer]:
    """Whose ranges are not this party's, where the clause has ``apart`` for individuals."""
    if not apart:
        return frozenset()
    if not person:
        return frozenset({Payer.INDIVIDUAL})
    # A range for individuals without gain leaves what is counted from gain to everybody.
    shared = all(_is_ruled_out(sanction, decision) for sanction in apart)
    return frozenset(Payer) - _PERSONAL - ({Payer.PARTY} if shared else set())


def _is_ruled_out(sanction: Sanction, decision: DecisionFacts) -> bool:
    fine = sanction.fine
    return fine is not None and fine.base_unknown and fine.class_of in decision.bases


@check("kind")
def foreign_kind(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A penalty that only another organ may impose: detention is the police's (处罚法 18)."""
    decision = case.decision
    for imposed in decision.sanctions if decision is not None else ():
        if imposed.kind in _OTHERS:
            yield Obstacle(facts={"kind": SANCTION_LABELS[imposed.kind]})


@check("violation", "kinds")
def choices_together(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Alternatives of a clause (停产停业，直至吊销) imposed together, for one act."""
    for act, decision in _all(case):
        imposed = {sanction.kind for sanction in decision.sanctions}
        others = {s.kind for a in case.acts if a is not act for s in a.violation.sanctions}
        apart = {s.kind for s in act.violation.sanctions if not s.choice or s.several}
        chosen: dict[tuple[Stage, str], dict[SanctionKind, None]] = {}
        for sanction in act.violation.sanctions:
            if sanction.kind in imposed - others - apart:
                chosen.setdefault((sanction.stage, sanction.choice), {})[sanction.kind] = None
        for kinds in chosen.values():
            if len(kinds) > 1:
                told = "、".join(SANCTION_LABELS[kind] for kind in kinds)
                yield Obstacle(facts={"violation": act.violation.wording, "kinds": told})
