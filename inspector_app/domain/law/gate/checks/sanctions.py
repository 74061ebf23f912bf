"""Whether what is imposed is what the clause allows (R22–R24, R40, R51, R52)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import ActFacts, CaseFacts, DecisionFacts, Level
from inspector_app.domain.law.discretion import ActFacts as Known
from inspector_app.domain.law.discretion import admitted, fine_ranges
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.gate.rules import GateMode
from inspector_app.domain.law.penalty import Payer, Sanction, SanctionKind, Stage

__all__ = ["KIND_LABELS"]

KIND_LABELS: Mapping[SanctionKind, str] = {
    SanctionKind.ORDER_CORRECTION: "责令改正",
    SanctionKind.ORDER_STOP: "责令停止违法行为",
    SanctionKind.WARNING: "警告",
    SanctionKind.CRITICISM: "通报批评",
    SanctionKind.FINE: "罚款",
    SanctionKind.CONFISCATE_GAIN: "没收违法所得",
    SanctionKind.CONFISCATE_GOODS: "没收违法物品",
    SanctionKind.CONFISCATE_TOOLS: "没收工具、设备、原料",
    SanctionKind.CONFISCATE_INCOME: "没收所获收入",
    SanctionKind.SUSPENSION: "责令停产停业",
    SanctionKind.CLOSURE: "责令关闭",
    SanctionKind.REVOCATION: "吊销许可证件",
    SanctionKind.CANCELLATION: "撤销许可",
    SanctionKind.BAN: "限制从业",
    SanctionKind.DETENTION: "行政拘留",
    SanctionKind.REFUND: "责令退还",
    SanctionKind.REMEDY: "采取补救措施",
    SanctionKind.REFERRED: "依照其他法律处罚",
}

_PERSONAL = frozenset({Payer.INDIVIDUAL, Payer.RESPONSIBLE_PERSON})
_PERHAPS_INDIVIDUAL = frozenset({PartyType.INDIVIDUAL, PartyType.INDIVIDUAL_BUSINESS})
_FEN = 100


def _all(case: CaseFacts) -> Iterable[tuple[ActFacts, DecisionFacts]]:
    if case.decision is not None:
        yield from ((act, case.decision) for act in case.acts)


def _known(decision: DecisionFacts) -> Known:
    stages = frozenset({decision.stage} - {Stage.AT_ONCE})
    return Known(bases=decision.bases, without=frozenset(decision.without), stages=stages)


@check("fine", "low", "high")
def fine_outside_range(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A fine that lies in no range of the clause at the stage that was found."""
    for act, decision in _all(case):
        ranges = [
            found
            for found in fine_ranges(act.violation.sanctions, _known(decision))
            if found.is_known and found.sanction.stage is decision.stage
        ]
        for imposed in decision.sanctions:
            if imposed.kind is not SanctionKind.FINE or not ranges or _reduced(case):
                continue
            if not any(found.holds(imposed.amount * _FEN) for found in ranges):
                low, high = ranges[0].low, ranges[0].high
                facts: dict[str, str | int] = {
                    "fine": imposed.amount,
                    "low": _yuan(low),
                    "high": _yuan(high) if high is not None else "—",
                }
                yield Obstacle(facts=facts)


def _yuan(fen: Fraction) -> str:
    """Fen as yuan, without a fraction where there is none."""
    yuan, rest = divmod(fen, _FEN)
    return str(yuan) if not rest else f"{yuan}.{int(rest):02d}"


def _reduced(case: CaseFacts) -> bool:
    """Below the clause's range by a ground of art. 32, with its reason (减轻)."""
    weighed = case.discretion
    return weighed is not None and weighed.grade == "reduced" and bool(weighed.reason.strip())


@check("fine", "limit")
def fine_above_level(
    case: CaseFacts,
    _on: Occasion,
    *,
    amount: int,
    laws: tuple[str, ...],
) -> Iterator[Obstacle]:
    """A fine of ``amount`` and more by an organ below the city level (条例 81)."""
    decision = case.decision
    if decision is None or case.level is not Level.COUNTY:
        return
    if not any(clause.law in laws for act in case.acts for clause in act.violation.penalty):
        return
    for imposed in decision.sanctions:
        if imposed.kind is SanctionKind.FINE and imposed.amount >= amount:
            yield Obstacle(facts={"fine": imposed.amount, "limit": amount})


@check("kind", "violation")
def mandatory_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """What the clause imposes together (并处、没收) is not all imposed."""
    for act, decision in _all(case):
        imposed = {sanction.kind for sanction in decision.sanctions}
        for sanction in act.violation.sanctions:
            if sanction.optional or sanction.choice or not _falls_on_party(sanction, case):
                continue
            if sanction.stage is not decision.stage or not admitted(sanction, _known(decision)):
                continue
            if sanction.kind not in imposed and sanction.kind is not SanctionKind.ORDER_CORRECTION:
                facts = {"kind": KIND_LABELS[sanction.kind], "violation": act.violation.wording}
                yield Obstacle(facts=facts)


def _falls_on_party(sanction: Sanction, case: CaseFacts) -> bool:
    """Whether the party is certainly the one; an individual business may pass for an individual."""
    if sanction.payer is Payer.UNIT:
        return case.party is not None and case.party.type not in _PERHAPS_INDIVIDUAL
    return sanction.payer is Payer.PARTY


@check("violation")
def fine_without_order(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A fine for refusing to correct without a documented order and its refusal."""
    for act, decision in _all(case):
        needed = [
            s
            for s in act.violation.sanctions
            if s.kind is SanctionKind.FINE and s.stage is Stage.UNHEEDED
        ]
        at_once = any(
            s.kind is SanctionKind.FINE and s.stage is not Stage.UNHEEDED
            for s in act.violation.sanctions
        )
        fined = any(s.kind is SanctionKind.FINE for s in decision.sanctions)
        documented = decision.ordered_on is not None and decision.refused_on is not None
        in_order = documented and decision.ordered_on < decision.refused_on  # type: ignore[operator]
        if fined and needed and not at_once and not in_order:
            yield Obstacle(facts={"violation": act.violation.wording})


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
    """Another organ is competent and something other than a transfer is decided."""
    for act, decision in _all(case):
        if act.violation.authority not in ours and decision.sanctions:
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
                yield Obstacle(facts={"violation": act.violation.wording})


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
