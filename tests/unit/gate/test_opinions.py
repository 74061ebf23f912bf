"""An opinion on a finding is judged as the decision that it would become, on laptop and server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from inspector_app.assets import forms_dir
from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.gate.judging import (
    GateMessage,
    blocks,
    check_issue,
    check_submission,
    check_visit,
)
from inspector_app.domain.law.grounds import Effect, Ground, Tick
from inspector_app.domain.law.illegal_gain import GainEntry, GainMethod, IllegalGainSheet, Unproven
from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.permitted import musts
from inspector_app.domain.law.violation import Verification, Violation
from inspector_app.domain.law.weighing import (
    Proposed,
    WeighedGround,
    Weighing,
    WeighingCase,
    weighed,
)
from inspector_app.domain.law.weighing_checks import objections
from inspector_app.domain.visit import Visit
from inspector_app.domain.visit_state import Step
from inspector_app.packs import from_compiled
from tests.factory import DRUG_LAW
from tests.factory_gate import FIXED, FOOD, GAIN, MULTIPLE
from tests.factory_visit import composed, folded
from tests.unit.gate.factory_opinions import ITEM, LAW, SHIPPED, visit_with, with_opinion
from tests.unit.law.factory_weighing import (
    DAY,
    EXPIRED,
    GOODS,
    GRAVE,
    MINOR,
    PHOTO,
    RULES,
    UNHEEDED,
    UNLICENSED_STAFF,
    YUAN,
    case,
    proved,
    proved_step,
    weighing,
)

FIRST_OFFENCE = replace(MINOR, id="first", effect=Effect.MAY_EXEMPT, look_back_years=2)
UNTIL = replace(
    EXPIRED,
    sanctions=(
        Sanction(SanctionKind.SUSPENSION, choice="until"),
        Sanction(SanctionKind.REVOCATION, choice="until"),
    ),
)


def against(visit: Visit) -> list[GateMessage]:
    """What the gate says of opinions: all else that it says of these visits is at other places."""
    opinions = {"R22", "R23", "R24", "R25", "R26", "R27", "R48", "R55"}
    return [m for m in check_visit(visit, DAY, LAW) if m.rule in opinions]


def told(held: Weighing, found: Violation = EXPIRED, **changes: Any) -> set[str]:
    opinion = replace(weighed(case(found), held), **changes)
    return {message.code.removeprefix("gate.") for message in against(visit_with(opinion, found))}


LOOKED_AT: dict[str, Any] = {"grounds": (WeighedGround(GRAVE, (Tick("evaded", met=False),)),)}
SHEET = IllegalGainSheet(GainMethod.NET, (GainEntry("销售", 900 * YUAN, (PHOTO,)),))


def on_sheet(**changes: Any) -> Weighing:
    """An opinion with nothing against it: the gain is worked out, the grave ground looked at."""
    return weighing(gain=replace(SHEET, **changes), **LOOKED_AT)


def test_an_opinion_within_the_clause_passes() -> None:
    assert told(on_sheet()) == set()


def test_facts_so_far_are_no_opinion() -> None:
    assert told(weighing(None, grade=None, proposed=(Proposed(MULTIPLE, 1),))) == set()


@pytest.mark.parametrize(
    ("held", "code"),
    [
        (weighing(100_001 * YUAN), "fine_outside_range"),
        (weighing(100_000 * YUAN + 1), "fine_outside_range"),
        (weighing(49_999 * YUAN), "fine_outside_range"),
        (weighing(bases={}), "fine_unmeasured"),
        (weighing(bases={GOODS: 10_000 * YUAN}), "fine_outside_range"),
        (weighing(proposed=(Proposed(GAIN), Proposed(FIXED, 70_000 * YUAN))), "mandatory_missing"),
        (weighing(proposed=(Proposed(GAIN), Proposed(FOOD))), "mandatory_missing"),
        (
            weighing(
                proposed=(
                    *(Proposed(GAIN), Proposed(FOOD)),
                    *(Proposed(FIXED, 60_000 * YUAN), Proposed(FIXED, 50_000 * YUAN)),
                )
            ),
            "fined_twice",
        ),
        (weighing(), "grave_unanswered"),
        (weighing(), "gain_sheet_advised"),
        (on_sheet(unproven=Unproven.PROVABLE_PART), "gain_unapproved"),
        (
            weighing(grade=Grade.MITIGATED, fen=100_001 * YUAN, reason="主动消除"),
            "fine_outside_range",
        ),
    ],
)
def test_an_opinion_past_the_clause_is_told(held: Weighing, code: str) -> None:
    assert code in told(held)


def test_below_the_floor_only_as_mitigated() -> None:
    lower = weighing(20_000 * YUAN)
    assert "fine_outside_range" in told(lower)
    assert "fine_outside_range" not in told(replace(lower, grade=Grade.MITIGATED))


def test_a_fine_that_is_meant_and_not_fixed_is_neither_outside_nor_missing() -> None:
    assert not {"fine_outside_range", "mandatory_missing"} & told(weighing(None))


def test_what_is_not_there_need_not_be_taken() -> None:
    nothing = weighing(
        proposed=(Proposed(GAIN), Proposed(FIXED, 70_000 * YUAN)),
        nothing_to_take=frozenset({SanctionKind.CONFISCATE_GOODS}),
    )
    assert "mandatory_missing" not in told(nothing)


def test_the_gain_told_is_the_sheet_s() -> None:
    opinion = weighed(case(), on_sheet())
    assert opinion.gain is not None
    more = replace(opinion.gain, confiscated=opinion.gain.confiscated + 1)
    assert told(on_sheet(), gain=more) == {"gain_miscounted"}


def taking(fen: int | None) -> Weighing:
    held = on_sheet()
    return replace(held, proposed=(Proposed(GAIN, fen), *held.proposed[1:]))


@pytest.mark.parametrize(
    ("fen", "same"),
    [(900 * YUAN, True), (None, True), (900 * YUAN + 1, False), (900 * YUAN - 1, False)],
)
def test_the_gain_that_would_be_taken_is_what_its_sheet_comes_to(
    fen: int | None, same: bool
) -> None:
    """The form and the gate say it alike."""
    assert told(taking(fen)) == (set() if same else {"gain_taken_otherwise"})
    form = {found.code for found in objections(case(), taking(fen))}
    assert form == (set() if same else {"weigh.gain_differs"})


def test_alternatives_are_not_taken_together() -> None:
    held = weighing(proposed=tuple(Proposed(sanction) for sanction in UNTIL.sanctions))
    assert "choices_together" in told(held, UNTIL)


@pytest.mark.parametrize("steps", [(), (proved_step("order_correction_refused"),)])
def test_a_fine_for_an_unheeded_order_needs_its_proof(steps: tuple[Tick, ...]) -> None:
    held = weighing(bases={}, proposed=(Proposed(UNHEEDED, 6_000 * YUAN),), steps=steps)
    assert ("fine_without_order" in told(held, UNLICENSED_STAFF)) is not bool(steps)


def test_where_it_is_shown_to_be_grave_the_grave_fine_is_the_one() -> None:
    graver = Sanction(SanctionKind.FINE, Stage.GRAVE, fine=Fine(FineBase.AMOUNT, 200_000, 500_000))
    both = replace(EXPIRED, sanctions=(FIXED, graver))
    light = weighing(proposed=(Proposed(FIXED, 70_000 * YUAN),))
    assert "fine_outside_range" not in told(light, both)
    assert "fine_outside_range" in told(replace(light, grounds=(proved(GRAVE),)), both)


def test_a_tick_that_nothing_asks_for_is_not_recorded_and_makes_nothing_grave() -> None:
    graver = Sanction(SanctionKind.FINE, Stage.GRAVE, fine=Fine(FineBase.AMOUNT, 200_000, 500_000))
    both = replace(EXPIRED, sanctions=(FIXED, graver))
    stray = weighing(
        proposed=(Proposed(FIXED, 70_000 * YUAN),), steps=(proved_step("grave"),), **LOOKED_AT
    )
    unlisted = replace(stray, grounds=())
    assert weighed(case(both), unlisted).weighing.steps == ()
    assert "fine_outside_range" not in told(stray, both)
    assert "fine_outside_range" not in told(unlisted, both)


def test_a_graver_fine_on_the_person_in_charge_leaves_the_party_its_own() -> None:
    person = replace(FIXED, stage=Stage.GRAVE, payer=Payer.RESPONSIBLE_PERSON)
    both = replace(EXPIRED, sanctions=(FIXED, person))
    held = weighing(proposed=(Proposed(FIXED, 70_000 * YUAN),), grounds=(proved(GRAVE),))
    assert not {"fine_outside_range", "fine_not_in_clause"} & told(held, both)


@pytest.mark.parametrize("ticked", [0, 1, 2])
def test_no_penalty_needs_every_element_of_its_ground(ticked: int) -> None:
    ground = proved(MINOR)
    held = weighing(
        grade=Grade.EXEMPT, proposed=(), grounds=(replace(ground, ticks=ground.ticks[:ticked]),)
    )
    assert ("exemption_unproved" in told(held)) is (ticked < 2)


def test_no_penalty_without_any_ground_is_told() -> None:
    assert "exemption_unproved" in told(weighing(grade=Grade.EXEMPT, proposed=()))


@pytest.mark.parametrize(
    ("foreign", "told_so"),
    [
        ({}, False),
        ({"violations": ("M44",)}, True),
        ({"party_types": ("individual",)}, True),
        ({"valid_to": DAY - timedelta(days=1)}, True),
        ({"verification": Verification.RECALLED}, True),
    ],
)
def test_a_ground_for_other_acts_or_out_of_force_exempts_nobody(
    foreign: dict[str, Any], told_so: bool
) -> None:
    shown = proved(replace(MINOR, **foreign))
    held = weighing(grade=Grade.EXEMPT, proposed=(), grounds=(shown,))
    assert ("exemption_unproved" in told(held)) is told_so


KEEPS_FOOD = replace(MINOR, id="keeps", keeps=(SanctionKind.CONFISCATE_GOODS,))


@pytest.mark.parametrize(
    ("ground", "proposed", "punished"),
    [
        (MINOR, (), False),
        (MINOR, (Proposed(FIXED, 70_000 * YUAN),), True),
        (MINOR, (Proposed(FOOD),), True),
        (KEEPS_FOOD, (Proposed(FOOD),), False),
        (KEEPS_FOOD, (Proposed(FOOD), Proposed(GAIN)), True),
    ],
)
def test_with_no_penalty_nothing_is_proposed_but_what_its_ground_keeps(
    ground: Ground, proposed: tuple[Proposed, ...], punished: bool
) -> None:
    held = weighing(grade=Grade.EXEMPT, proposed=proposed, grounds=(proved(ground),))
    assert ("exempt_punished" in told(held)) is punished
    assert "mandatory_missing" not in told(held)


@pytest.mark.parametrize(
    ("ground", "shown", "forbidden"),
    [(MINOR, True, True), (MINOR, False, False), (FIRST_OFFENCE, True, False)],
)
def test_a_ground_that_leaves_no_choice_forbids_what_is_proposed(
    ground: Ground, shown: bool, forbidden: bool
) -> None:
    held = weighing(grounds=(proved(ground) if shown else WeighedGround(ground),))
    assert ("exempt_punished" in told(held)) is forbidden
    assert "exemption_unproved" not in told(held)


@pytest.mark.parametrize("shown", [True, False])
def test_a_first_offence_asks_for_the_years_before(shown: bool) -> None:
    ground = proved(FIRST_OFFENCE) if shown else WeighedGround(FIRST_OFFENCE)
    held = weighing(grade=Grade.EXEMPT, proposed=(), grounds=(ground,))
    assert ("first_offence_unsearched" in told(held)) is not shown


def test_what_stands_against_an_opinion_leads_to_its_finding() -> None:
    visit = visit_with(weighed(case(), weighing(1)))
    assert {(m.step, m.target) for m in against(visit)} == {(Step.FINDINGS, ITEM)}


def test_it_blocks_the_submission_and_no_document() -> None:
    chain = with_opinion(weighed(case(), weighing(1)))
    visit = folded(chain.add(composed()))
    (document,) = visit.documents.values()
    code = "gate.fine_outside_range"
    assert code in {m.code for m in check_submission(visit, DAY, LAW) if blocks([m])}
    assert code not in {m.code for m in check_issue(visit, document, DAY, LAW)}


def delivered() -> Iterator[Violation]:
    """Every tenth violation of the packs: which, does not matter; all take half a minute."""
    for pack in ("food-common", "law-catalogue"):
        path = forms_dir() / pack / "compiled.json"
        violations = from_compiled(path.read_bytes()).violations.values()
        yield from [v for v in violations if v.sanctions][::10]


def heaviest(group: Sequence[Sanction]) -> Sanction:
    """Of what the clause lets one choose from, what stands last: the graver stages do."""
    return group[-1]


@pytest.mark.parametrize("party", list(PartyType))
@pytest.mark.parametrize("stage", list(Stage))
def test_what_the_officers_form_takes_the_gate_takes(party: PartyType, stage: Stage) -> None:
    taken = 0
    for found in delivered():
        weigher = WeighingCase(found, party, ("catering",), DAY, SHIPPED)
        steps = weigher.prior_steps if stage is Stage.UNHEEDED else (stage.value,)
        listed = [one for one in weigher.grounds if one.effect is Effect.GRAVE]
        held = Weighing(
            bases=dict.fromkeys(FineBase, 5_000 * YUAN),
            steps=tuple(proved_step(one) for one in steps),
            grounds=tuple(map(proved, listed)) if stage is Stage.GRAVE else (),
            grade=Grade.ORDINARY,
            reason="没有从重、从轻情节",
        )
        ranges = {one.sanction: one for one in weigher.ranges(held)}
        chosen = tuple(
            Proposed(one, max(ranges[one].lowest, YUAN) if one in ranges else None)
            for one in map(heaviest, musts(weigher, held))
        )
        held = replace(held, proposed=chosen)
        if chosen and not objections(weigher, held):
            taken += 1
            visit = visit_with(weighed(weigher, held), found, party_type=party)
            assert not [m for m in against(visit) if blocks([m])], found.id
    assert taken


OR_STOP = (
    Sanction(SanctionKind.ORDER_STOP, choice="either"),
    Sanction(SanctionKind.SUSPENSION, choice="either"),
)


@pytest.mark.parametrize("sanctions", [UNTIL.sanctions, OR_STOP])
def test_of_alternatives_form_and_gate_demand_the_same(sanctions: tuple[Sanction, ...]) -> None:
    found = replace(EXPIRED, sanctions=(*sanctions, FIXED))
    fined = Proposed(FIXED, 70_000 * YUAN)
    for along, whole in (((), sanctions is OR_STOP), ((Proposed(sanctions[1]),), True)):
        held = weighing(proposed=(*along, fined))
        form = "weigh.must" not in {one.code for one in objections(case(found), held)}
        assert form is ("mandatory_missing" not in told(held, found)) is whole


@pytest.mark.parametrize(
    ("grounds", "changes", "missing"),
    [
        ((KEEPS_FOOD,), {}, True),
        ((KEEPS_FOOD,), {"proposed": (Proposed(FOOD),)}, False),
        ((KEEPS_FOOD,), {"nothing_to_take": frozenset({FOOD.kind})}, False),
        # By the other ground nothing is left to impose.
        ((KEEPS_FOOD, MINOR), {}, False),
        ((KEEPS_FOOD, MINOR), {"proposed": (Proposed(FOOD),)}, False),
        ((MINOR,), {}, False),
    ],
)
def test_form_and_gate_ask_for_what_the_ground_of_no_penalty_keeps(
    grounds: tuple[Ground, ...], changes: dict[str, Any], missing: bool
) -> None:
    held = weighing(grade=Grade.EXEMPT, proposed=(), grounds=tuple(map(proved, grounds)))
    held = replace(held, **changes)
    weigher = case(rules=replace(RULES, grounds=(*RULES.grounds, KEEPS_FOOD)))
    form = {one.code for one in objections(weigher, held)}
    assert form == ({"weigh.kept_missing"} if missing else set())
    assert told(held) - {"grave_unanswered"} == ({"kept_missing"} if missing else set())


@pytest.mark.parametrize(
    ("grounds", "step", "clause", "unlisted"),
    [
        ((), "grave", EXPIRED.penalty, True),
        ((WeighedGround(GRAVE, (Tick("evaded", met=True),)),), "grave", EXPIRED.penalty, False),
        ((proved(GRAVE),), "grave", EXPIRED.penalty, False),
        ((proved(GRAVE),), None, EXPIRED.penalty, False),
        ((), None, EXPIRED.penalty, False),
        # Of this law nothing is listed: its gravity is ticked.
        ((), "grave", (Citation(DRUG_LAW, 117, 1),), False),
    ],
)
def test_what_is_grave_is_listed_and_no_forged_tick_makes_it_so(
    grounds: tuple[WeighedGround, ...],
    step: str | None,
    clause: tuple[Citation, ...],
    unlisted: bool,
) -> None:
    found = replace(EXPIRED, penalty=clause)
    forged = weighing(grounds=grounds, steps=(proved_step(step),) if step else ())
    recorded = replace(weighed(case(found), forged), weighing=forged)
    said = {message.code for message in against(visit_with(recorded, found))}
    assert ("gate.grave_unlisted" in said) is unlisted
