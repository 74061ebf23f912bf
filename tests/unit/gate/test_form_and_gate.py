"""What the officers' form offers and takes is what the gate lets pass, for every clause of the packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from inspector_app.assets import forms_dir
from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.demands import is_met
from inspector_app.domain.law.discretion import Grade, admitted, fine_ranges
from inspector_app.domain.law.gate.judging import (
    GateMessage,
    LawInForce,
    Run,
    blocks,
    facts_of_visit,
    judge,
)
from inspector_app.domain.law.gate.opinion_facts import opinion_on
from inspector_app.domain.law.grounds import Effect
from inspector_app.domain.law.penalty import FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.permitted import PENALTIES, Route, Why, musts, permitted
from inspector_app.domain.law.violation import OUR_AUTHORITY, Violation
from inspector_app.domain.law.weighing import Proposed, Weighing, WeighingCase, weighed
from inspector_app.domain.law.weighing_checks import objections
from inspector_app.domain.visit import Visit
from inspector_app.packs import from_compiled
from tests.unit.gate.factory_opinions import LAW, SHIPPED, visit_with
from tests.unit.law.factory_weighing import (
    DAY,
    PHOTO,
    YUAN,
    case,
    proved,
    proved_step,
    weighing,
)

BASES = dict.fromkeys(FineBase, 5_000 * YUAN)


def weigher_of(violation: Violation, party: PartyType) -> WeighingCase:
    """With the grounds that are open to it alone: it looks through all of them at every question."""
    whole = WeighingCase(violation, party, ("catering",), DAY, SHIPPED, frozenset({PHOTO}))
    return replace(whole, rules=replace(SHIPPED, grounds=whole.grounds))


@cache
def delivered() -> tuple[Violation, ...]:
    """Of the violations of the packs one for each clause: form and gate read nothing else of them."""
    compiled = [forms_dir() / pack / "compiled.json" for pack in ("food-common", "law-catalogue")]
    found = [v for path in compiled for v in from_compiled(path.read_bytes()).violations.values()]
    clauses: dict[object, Violation] = {}
    for violation in found:
        grounds = weigher_of(violation, PartyType.ENTERPRISE).grounds
        read = (violation.sanctions, violation.prior_steps, violation.authority, grounds)
        clauses.setdefault((*read, violation.verification), violation)
    return tuple(violation for violation in clauses.values() if violation.sanctions)


@cache
def begun(party: PartyType) -> tuple[Visit, CaseFacts]:
    visit = visit_with(weighed(case(), weighing()), party_type=party)
    return visit, facts_of_visit(visit)


def gate_says(
    weigher: WeighingCase, held: Weighing, law: LawInForce = LAW
) -> tuple[GateMessage, ...]:
    visit, told = begun(weigher.party)
    finding = replace(
        visit.findings["f1"], violation=weigher.violation, weighed=weighed(weigher, held)
    )
    opinion = opinion_on(visit, finding)
    assert opinion is not None
    return tuple(judge(told.as_decided(opinion), law.occasion(DAY, Run.WEIGH)))


def gate_takes(weigher: WeighingCase, held: Weighing) -> bool:
    return not blocks(gate_says(weigher, held))


def at_stage(weigher: WeighingCase, stage: Stage) -> Weighing:
    """The stage is shown by everything that the form asks for, and nothing else is."""
    steps = weigher.prior_steps if stage is Stage.UNHEEDED else (stage.value,)
    listed = [one for one in weigher.grounds if one.effect is Effect.GRAVE]
    return Weighing(
        bases=BASES,
        steps=() if stage is Stage.AT_ONCE else tuple(proved_step(one) for one in steps),
        grounds=tuple(map(proved, listed)) if stage is Stage.GRAVE else (),
        grade=Grade.ORDINARY,
        reason="没有从重、从轻情节",
    )


def every_clause(party: PartyType, stage: Stage) -> Iterator[tuple[WeighingCase, Weighing]]:
    """Each found at such a party, and weighed at the stage."""
    for violation in delivered():
        weigher = weigher_of(violation, party)
        yield weigher, at_stage(weigher, stage)


def amounts(weigher: WeighingCase, held: Weighing) -> Iterator[int]:
    """The ends of every fine that the clause knows at any stage, and what lies just beyond them."""
    facts = replace(weigher.facts(held), stages=frozenset(Stage))
    for found in fine_ranges(weigher.violation.sanctions, facts):
        if found.is_known:
            yield from (found.lowest - 1, found.lowest)
            yield from (found.highest, found.highest + 1) if found.high is not None else ()


def beside_the_fine(weigher: WeighingCase, held: Weighing) -> tuple[Proposed, ...]:
    """What must be imposed along, of alternatives the first."""
    groups = musts(weigher, held)
    fine = SanctionKind.FINE
    return tuple(Proposed(group[0]) for group in groups if all(s.kind is not fine for s in group))


@pytest.mark.parametrize("party", list(PartyType))
@pytest.mark.parametrize("stage", list(Stage))
def test_form_and_gate_take_the_same_fines(party: PartyType, stage: Stage) -> None:
    taken = refused = 0
    for weigher, held in every_clause(party, stage):
        open_now = (Route.NOW, Route.CASE)
        offered = [
            found.sanction
            for found in permitted(weigher, held)
            if found.route in open_now and found.sanction.kind in PENALTIES
        ]
        fines = [sanction for sanction in offered if sanction.kind is SanctionKind.FINE]
        along = beside_the_fine(weigher, held)
        for fen in sorted(fen for fen in set(amounts(weigher, held)) if fen > 0 and offered):
            proposals = [replace(held, proposed=(*along, Proposed(one, fen))) for one in fines]
            form = any(not objections(weigher, proposal) for proposal in proposals)
            # The gate knows a fine by its amount, whichever of the clause's fines was ticked.
            others = [s for s in weigher.violation.sanctions if s.kind is SanctionKind.FINE]
            meant = replace(next(iter((*fines, *others))), payer=Payer.PARTY)
            gate = gate_takes(weigher, replace(held, proposed=(*along, Proposed(meant, fen))))
            assert form == gate, (weigher.violation.id, fen)
            taken, refused = taken + form, refused + (not form)
    assert taken
    assert refused


# Gain is taken and refunded by 处罚法 28(2) itself; the officers' form offers what the clause says.
BY_THE_CLAUSE = PENALTIES - {SanctionKind.FINE, SanctionKind.CONFISCATE_GAIN, SanctionKind.REFUND}


def refers(weigher: WeighingCase, held: Weighing) -> bool:
    """Whether the clause leaves the penalty to another one, at what is shown."""
    facts = weigher.facts(held)
    return any(
        one.kind is SanctionKind.REFERRED and admitted(one, facts)
        for one in weigher.violation.sanctions
    )


@cache
def law_of_kinds() -> LawInForce:
    """The gate's rules with the one check that tells a kind which the clause does not have."""
    named = (
        replace(rule, checks=tuple(c for c in rule.checks if c.code == "gate.kind_not_in_clause"))
        for rule in LAW.rules.rules
    )
    return replace(
        LAW, rules=replace(LAW.rules, rules=tuple(rule for rule in named if rule.checks))
    )


def gate_refuses_kind(weigher: WeighingCase, held: Weighing) -> bool:
    return bool(gate_says(weigher, held, law_of_kinds()))


@pytest.mark.parametrize("party", list(PartyType))
@pytest.mark.parametrize("stage", list(Stage))
def test_form_and_gate_take_the_same_kinds(party: PartyType, stage: Stage) -> None:
    taken = refused = 0
    for weigher, held in every_clause(party, stage):
        found = permitted(weigher, held)
        # Another organ's case is no penalty of ours whatever the clause has (R51).
        if weigher.violation.authority != OUR_AUTHORITY or found[0].why == (Why.UNVERIFIED,):
            continue
        ours = {one.sanction.kind for one in found if one.route in (Route.NOW, Route.CASE)}
        others = {one.sanction.kind for one in found if one.why == (Why.OTHER_PERSON,)}
        for kind in BY_THE_CLAUSE:
            meant = replace(held, proposed=(Proposed(Sanction(kind)),))
            if kind is SanctionKind.BAN and kind in others:
                continue  # A ban falls on people, whoever the party is.
            # What a clause leaves to another is on the paper's own clauses, not in the form (R22).
            foreign = kind not in ours and not refers(weigher, held)
            assert gate_refuses_kind(weigher, meant) is foreign, (weigher.violation.id, kind)
            taken, refused = taken + (kind in ours), refused + (kind not in ours)
    assert taken
    assert refused


@pytest.mark.parametrize("stage", [Stage.AT_ONCE, Stage.UNHEEDED, Stage.GRAVE, Stage.HARM])
def test_what_a_graver_stage_outweighs_is_named_and_not_offered(stage: Stage) -> None:
    told = 0
    for weigher, held in every_clause(PartyType.ENTERPRISE, stage):
        for lighter in weigher.outweighed(held):
            shown = {found.sanction: found.route for found in permitted(weigher, held)}
            assert shown[lighter] in (Route.OUTWEIGHED, Route.ELSEWHERE)
            light = replace(held, proposed=(Proposed(lighter, YUAN),))
            assert "weigh.graver_fine" in {found.code for found in objections(weigher, light)}
            told += 1
    assert bool(told) is (stage is not Stage.AT_ONCE)


def known(**bases: int) -> dict[FineBase, int]:
    return {FineBase(base): yuan * YUAN for base, yuan in bases.items()}


# What value classes and multiples turn on: their bounds, exactly ten thousand, no gain, nothing known.
AMOUNTS: dict[str, tuple[dict[FineBase, int], frozenset[FineBase]]] = {
    "just below ten thousand": (dict.fromkeys(FineBase, 10_000 * YUAN - 1), frozenset()),
    "ten thousand": (dict.fromkeys(FineBase, 10_000 * YUAN), frozenset()),
    "above": (dict.fromkeys(FineBase, 300_000 * YUAN), frozenset()),
    "no gain": (known(goods_value=20_000, turnover=20_000), frozenset({FineBase.ILLEGAL_GAIN})),
    "nothing there": ({}, frozenset(FineBase)),
    "nothing known": ({}, frozenset()),
}
TOGETHER = (
    frozenset({Stage.UNHEEDED, Stage.GRAVE}),
    frozenset({Stage.WORSE, Stage.HARM}),
    frozenset(Stage) - {Stage.AT_ONCE},
)


def at_stages(weigher: WeighingCase, stages: frozenset[Stage]) -> Weighing:
    each = [at_stage(weigher, stage) for stage in sorted(stages)]
    steps = dict.fromkeys(step for held in each for step in held.steps)
    grounds = next((held.grounds for held in each if held.grounds), ())
    return replace(at_stage(weigher, Stage.AT_ONCE), steps=tuple(steps), grounds=grounds)


def whole_answers(weigher: WeighingCase, held: Weighing) -> Iterator[Weighing]:
    """What the form demands; that without one part of it; that with a fine at, below and above."""
    fines = {found.sanction: found for found in weigher.ranges(held) if found.is_known}
    taken: list[Sanction] = []
    for group in musts(weigher, held):
        if not is_met(group, {one.kind for one in taken}):
            taken.append(group[0])
    chosen = [Proposed(one, max(fines[one].lowest, 1) if one in fines else None) for one in taken]
    yield replace(held, proposed=tuple(chosen))
    for number, one in enumerate(chosen):
        without = (*chosen[:number], *chosen[number + 1 :])
        yield replace(held, proposed=without)
        if (found := fines.get(one.sanction)) is not None:
            top = (found.highest, found.highest + 1) if found.high is not None else ()
            for fen in (found.lowest - 1, *top):
                if fen > 0:
                    yield replace(held, proposed=(*without, Proposed(one.sanction, fen)))


def agree(weigher: WeighingCase, held: Weighing, place: object) -> tuple[int, int]:
    """How many answers both take and both refuse."""
    taken = refused = 0
    if any(found.route is Route.ELSEWHERE for found in permitted(weigher, held)[:1]):
        return 0, 0  # Another organ's, or not verified: no opinion of ours.
    for answer in whole_answers(weigher, held):
        if not answer.proposed:
            continue
        form, gate = not objections(weigher, answer), gate_takes(weigher, answer)
        assert form == gate, (weigher.violation.id, weigher.party, place, answer.proposed)
        taken, refused = taken + form, refused + (not form)
    return taken, refused


def some(start: int) -> tuple[Violation, ...]:
    """Every tenth clause, others for every start: all of them for all starts take two minutes."""
    return delivered()[start % 10 :: 10]


@pytest.mark.parametrize(("number", "amount"), list(enumerate(AMOUNTS)))
@pytest.mark.parametrize("stage", [Stage.AT_ONCE, Stage.UNHEEDED, Stage.GRAVE])
@pytest.mark.parametrize("party", [PartyType.ENTERPRISE, PartyType.INDIVIDUAL_BUSINESS])
def test_they_agree_whatever_the_amounts(
    party: PartyType, stage: Stage, number: int, amount: str
) -> None:
    bases, without = AMOUNTS[amount]
    found = []
    for violation in some(number + list(PartyType).index(party) + list(Stage).index(stage)):
        weigher = weigher_of(violation, party)
        held = replace(at_stage(weigher, stage), bases=bases, without=without)
        found.append(agree(weigher, held, amount))
    assert all(map(sum, zip(*found, strict=True)))


@pytest.mark.parametrize("party", list(PartyType))
@pytest.mark.parametrize(("number", "stages"), list(enumerate(TOGETHER)))
def test_they_agree_where_several_stages_are_shown(
    party: PartyType, number: int, stages: frozenset[Stage]
) -> None:
    found = []
    for violation in some(number + list(PartyType).index(party)):
        weigher = weigher_of(violation, party)
        found.append(agree(weigher, at_stages(weigher, stages), stages))
    assert all(map(sum, zip(*found, strict=True)))
