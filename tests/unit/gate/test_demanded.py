"""What the clause imposes together is demanded, and only that (并处、没收; 处罚法 28, 38)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import CaseFacts, GainFacts, ImposedSanction
from inspector_app.domain.law.gate.judging import GateMode
from inspector_app.domain.law.illegal_gain import GainEntry, GainMethod, IllegalGainSheet
from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.violation import ScopeGuard
from inspector_app.domain.terms import SANCTION_LABELS
from tests.factory import DRUG_LAW
from tests.factory_gate import FOOD, GAIN, expired_food, lawful_case
from tests.unit.gate.asking import said
from tests.unit.gate.changes import act, both, finding, part, whole
from tests.unit.gate.failing import PEOPLE_APART

REVOKED = Sanction(SanctionKind.REVOCATION)


def missing(case: CaseFacts) -> list[str | int]:
    return [message.facts["kind"] for message in said("mandatory_missing", case)]


def deciding(*kinds: SanctionKind, by: tuple[Sanction, ...], **decision: Any) -> CaseFacts:
    """The lawful case with these penalties for an act whose clause has ``by``."""
    sanctions = tuple(map(ImposedSanction, kinds))
    change = both(act(sanctions=by), part("decision", sanctions=sanctions, **decision))
    return change(lawful_case())


def label(kind: SanctionKind) -> str:
    return SANCTION_LABELS[kind]


UNTIL = (replace(REVOKED, choice="until"), Sanction(SanctionKind.SUSPENSION, choice="until"))


@pytest.mark.parametrize("imposed", [(), *((sanction.kind,) for sanction in UNTIL)])
def test_of_alternatives_one_is_demanded(imposed: tuple[SanctionKind, ...]) -> None:
    either = "或者".join(label(sanction.kind) for sanction in UNTIL)
    assert missing(deciding(*imposed, by=UNTIL)) == ([] if imposed else [either])


def test_a_fine_on_the_person_in_charge_is_not_the_party_s() -> None:
    fine = PEOPLE_APART[1]
    of_a_person = ImposedSanction(SanctionKind.FINE, 60_000, Payer.RESPONSIBLE_PERSON)
    case = part("decision", sanctions=(of_a_person,))(deciding(by=(fine,)))
    assert missing(case) == [label(fine.kind)]


@pytest.mark.parametrize("optional", [True, False])
def test_what_the_clause_allows_is_not_demanded(optional: bool) -> None:
    clause = (replace(REVOKED, optional=optional),)
    assert missing(deciding(by=clause)) == ([] if optional else [label(REVOKED.kind)])


@pytest.mark.parametrize(
    "kind", [SanctionKind.ORDER_CORRECTION, SanctionKind.DETENTION, SanctionKind.DISCIPLINE]
)
def test_neither_an_order_nor_what_another_organ_imposes_is_demanded(kind: SanctionKind) -> None:
    assert missing(deciding(by=(Sanction(kind),))) == []


REFUSED: dict[str, Any] = {"ordered_on": date(2026, 4, 1), "refused_on": date(2026, 4, 20)}
UNDATED: dict[str, Any] = {"ordered_on": None, "refused_on": None}


@pytest.mark.parametrize("kind", [SanctionKind.WARNING, SanctionKind.ORDER_STOP])
@pytest.mark.parametrize(
    ("stage", "order", "demanded"),
    [
        (Stage.AT_ONCE, UNDATED, True),
        (Stage.AT_ONCE, REFUSED, True),
        (Stage.UNHEEDED, UNDATED, False),
        (Stage.UNHEEDED, REFUSED, False),
        (Stage.GRAVE, UNDATED, True),
        (Stage.GRAVE, REFUSED, False),
    ],
)
def test_the_first_answer_is_not_given_again_once_it_went_unheeded(
    kind: SanctionKind, stage: Stage, order: dict[str, Any], demanded: bool
) -> None:
    case = deciding(by=(Sanction(kind),), stage=stage, **order)
    assert missing(case) == ([label(kind)] if demanded else [])


def test_what_is_no_first_answer_is_demanded_of_an_unheeded_order_as_well() -> None:
    case = deciding(by=(FOOD,), stage=Stage.UNHEEDED, **REFUSED)
    assert missing(case) == [label(FOOD.kind)]


def sheet(fen: int) -> GainFacts:
    return GainFacts(IllegalGainSheet(GainMethod.NET, (GainEntry("销售", fen, ("e1",)),)), fen)


@pytest.mark.parametrize(
    ("gain", "without", "demanded"),
    [
        (sheet(0), (), False),
        (sheet(1), (), True),
        # The sheet of the case goes before what is said of the gain.
        (sheet(1), (FineBase.ILLEGAL_GAIN,), True),
        (None, (FineBase.ILLEGAL_GAIN,), False),
        (None, (), True),
    ],
)
def test_gain_is_taken_where_there_is_some_and_the_goods_all_the_same(
    gain: GainFacts | None, without: tuple[FineBase, ...], demanded: bool
) -> None:
    case = replace(deciding(by=(GAIN, FOOD), without=without), gain=gain)
    kinds = (GAIN.kind, FOOD.kind) if demanded else (FOOD.kind,)
    assert missing(case) == [label(kind) for kind in kinds]


def test_a_warning_takes_nothing_and_needs_nothing_that_is_there() -> None:
    kind = SanctionKind.WARNING
    case = deciding(by=(Sanction(kind),), nothing_there={kind: "没有可警告的"})
    assert missing(case) == [label(kind)]


@pytest.mark.parametrize(
    ("payer", "party", "demanded"),
    [
        (Payer.PARTY, PartyType.INDIVIDUAL, True),
        (Payer.PARTY, PartyType.ENTERPRISE, True),
        (Payer.UNIT, PartyType.ENTERPRISE, True),
        (Payer.UNIT, PartyType.INDIVIDUAL, False),
        (Payer.UNIT, None, False),
        (Payer.RESPONSIBLE_PERSON, PartyType.ENTERPRISE, False),
        # By a clause for advertisers alone whoever is decided on is one.
        (Payer.ADVERTISER, PartyType.ENTERPRISE, True),
        (Payer.UNIT, PartyType.INDIVIDUAL_BUSINESS, True),
        (Payer.ADVERTISER, None, False),
    ],
)
def test_it_is_demanded_of_whom_it_certainly_falls_on(
    payer: Payer, party: PartyType | None, demanded: bool
) -> None:
    case = deciding(by=(replace(FOOD, payer=payer),))
    of_party = part("party", type=party) if party is not None else whole(party=None)
    assert bool(missing(of_party(case))) is demanded


NOT_IN_CLAUSE = "kind_not_in_clause"


def test_of_a_decision_without_acts_no_clause_is_told() -> None:
    case = deciding(SanctionKind.REVOCATION, by=(REVOKED,))
    assert said(NOT_IN_CLAUSE, whole(acts=())(case)) == []


def test_a_revocation_carries_a_ban_and_nothing_else() -> None:
    kinds = (SanctionKind.REVOCATION, SanctionKind.BAN, SanctionKind.SUSPENSION)
    told = said(NOT_IN_CLAUSE, deciding(*kinds, by=(REVOKED,)))
    assert [message.facts["kind"] for message in told] == [label(SanctionKind.SUSPENSION)]


FOOD_CLAUSE, DRUG_CLAUSE = (
    expired_food().penalty[0],
    replace(expired_food().penalty[0], law=DRUG_LAW),
)


@pytest.mark.parametrize(
    ("clauses", "follows"),
    [
        ((FOOD_CLAUSE,), True),
        ((DRUG_CLAUSE,), False),
        ((DRUG_CLAUSE, FOOD_CLAUSE), True),
    ],
)
def test_a_ban_follows_a_revocation_by_the_food_law_alone(clauses: Any, follows: bool) -> None:
    kinds = (SanctionKind.REVOCATION, SanctionKind.BAN)
    case = both(act(penalty=clauses, sanctions=(REVOKED,)))(deciding(*kinds, by=(REVOKED,)))
    assert (said(NOT_IN_CLAUSE, case) == []) is follows


@pytest.mark.parametrize(
    ("kinds", "because", "asked"),
    [
        ((), "", False),
        ((SanctionKind.WARNING,), "", True),
        ((SanctionKind.WARNING,), " ", True),
        ((SanctionKind.WARNING,), "行为已经终止", False),
        ((SanctionKind.WARNING, SanctionKind.ORDER_CORRECTION), "", False),
    ],
)
def test_who_is_punished_is_ordered_to_correct_or_it_is_said_why_not(
    kinds: tuple[SanctionKind, ...], because: str, asked: bool
) -> None:
    case = deciding(*kinds, by=(), ordered_on=None, order_missing_because=because)
    assert bool(said("order_missing", case)) is asked


FACTORIES = expired_food(scope=ScopeGuard(activities=("production",)))


@pytest.mark.parametrize(
    ("because", "mode"), [("", GateMode.BLOCK), (" ", GateMode.BLOCK), ("兼营", GateMode.WARN)]
)
def test_a_finding_on_a_duty_of_others_stands_only_with_its_reason(
    because: str, mode: GateMode
) -> None:
    case = finding(violation=FACTORIES, because=because)(lawful_case())
    (message,) = said("scope_not_admitted", case)
    assert (message.mode, message.target) == (mode, "C")


def test_no_reason_of_a_finding_lets_the_act_of_another_be_punished() -> None:
    case = both(finding(violation=FACTORIES, because="兼营"), act(scope=FACTORIES.scope))
    modes = [message.mode for message in said("scope_not_admitted", case(lawful_case()))]
    assert modes == [GateMode.WARN, GateMode.BLOCK]


def test_what_is_only_transferred_may_be_another_organ_s() -> None:
    elsewhere = both(act(authority="fire"), part("decision", sanctions=()))
    assert said("foreign_authority", elsewhere(lawful_case())) == []


@pytest.mark.parametrize("kind", [SanctionKind.DETENTION, SanctionKind.DISCIPLINE])
def test_detention_and_discipline_are_for_others_to_impose(kind: SanctionKind) -> None:
    (message,) = said("foreign_kind", deciding(kind, by=()))
    assert message.facts["kind"] == label(kind)


@pytest.mark.parametrize(("farmer", "wrong"), [(True, True), (False, False)])
def test_a_farmer_with_a_licence_is_an_individual(farmer: bool, wrong: bool) -> None:
    of_a_unit = (ImposedSanction(SanctionKind.FINE, 60_000, Payer.UNIT),)
    case = both(
        act(sanctions=PEOPLE_APART),
        part("party", type=PartyType.INDIVIDUAL_BUSINESS, farmer=farmer),
        part("decision", sanctions=of_a_unit),
    )
    assert bool(said("wrong_payer", case(lawful_case()))) is wrong


@pytest.mark.parametrize(
    ("imposed", "wrong"),
    [
        (ImposedSanction(SanctionKind.FINE, 60_000), True),
        (ImposedSanction(SanctionKind.FINE, 60_000, Payer.INDIVIDUAL), False),
        (ImposedSanction(SanctionKind.CONFISCATE_GOODS, 60_000), False),
    ],
)
def test_only_fines_are_told_apart_by_who_pays(imposed: ImposedSanction, wrong: bool) -> None:
    case = both(
        act(sanctions=PEOPLE_APART),
        part("party", type=PartyType.INDIVIDUAL),
        part("decision", sanctions=(imposed,)),
    )
    assert bool(said("wrong_payer", case(lawful_case()))) is wrong


def range_of_individuals(**fine: Any) -> Sanction:
    told = Fine(FineBase.AMOUNT, 0, 50_000, **fine)
    return Sanction(SanctionKind.FINE, fine=told, payer=Payer.INDIVIDUAL)


WITHOUT_GAIN = range_of_individuals(class_of=FineBase.ILLEGAL_GAIN, base_unknown=True)
OF_ANYBODY = Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 0, 100_000))
WARNED_APART = Sanction(SanctionKind.WARNING, payer=Payer.INDIVIDUAL)
UNCOUNTED = Sanction(SanctionKind.FINE, payer=Payer.INDIVIDUAL)


@pytest.mark.parametrize(
    ("clause", "wrong"),
    [
        ((OF_ANYBODY,), False),
        ((OF_ANYBODY, WARNED_APART), False),
        ((OF_ANYBODY, WITHOUT_GAIN), False),
        ((OF_ANYBODY, range_of_individuals()), True),
        ((OF_ANYBODY, range_of_individuals(class_of=FineBase.ILLEGAL_GAIN)), True),
        ((OF_ANYBODY, UNCOUNTED), True),
        # One of two ranges for individuals is not only for those without gain.
        ((OF_ANYBODY, WITHOUT_GAIN, range_of_individuals()), True),
    ],
)
def test_the_range_of_anybody_is_an_individual_s_unless_he_has_one_of_his_own(
    clause: tuple[Sanction, ...], wrong: bool
) -> None:
    case = both(
        act(sanctions=clause),
        part("party", type=PartyType.INDIVIDUAL),
        part(
            "decision",
            sanctions=(ImposedSanction(SanctionKind.FINE, 40_000),),
            bases={FineBase.ILLEGAL_GAIN: 1_000_000},
        ),
    )
    assert bool(said("wrong_payer", case(lawful_case()))) is wrong


SUSPENDED, CLOSED = (
    Sanction(SanctionKind.SUSPENSION, choice="until"),
    Sanction(SanctionKind.CLOSURE, choice="until"),
)
BOTH = (SUSPENDED.kind, CLOSED.kind)


@pytest.mark.parametrize(
    ("clause", "against"),
    [
        ((SUSPENDED, CLOSED), True),
        ((SUSPENDED, replace(CLOSED, choice="other")), False),
        ((SUSPENDED, replace(CLOSED, stage=Stage.GRAVE)), False),
        ((SUSPENDED, replace(CLOSED, several=True)), False),
        ((SUSPENDED, CLOSED, replace(CLOSED, choice="")), False),
    ],
)
def test_alternatives_are_those_of_one_choice_at_one_stage(
    clause: tuple[Sanction, ...], against: bool
) -> None:
    assert bool(said("choices_together", deciding(*BOTH, by=clause))) is against


def test_the_other_alternative_may_be_for_another_act() -> None:
    case = deciding(*BOTH, by=(SUSPENDED, CLOSED))
    other = replace(case.acts[0], violation=expired_food(sanctions=(CLOSED,)))
    assert said("choices_together", replace(case, acts=(*case.acts, other))) == []


@pytest.mark.parametrize(
    ("gain", "kinds", "left"),
    [
        (sheet(1), (), True),
        (sheet(1), (GAIN.kind,), False),
        (sheet(0), (), False),
        (None, (), False),
    ],
)
def test_a_known_gain_is_taken_although_the_clause_is_silent(
    gain: GainFacts | None, kinds: tuple[SanctionKind, ...], left: bool
) -> None:
    warned = Sanction(SanctionKind.WARNING)
    case = replace(deciding(warned.kind, *kinds, by=(warned,)), gain=gain)
    told = said("gain_left", case)
    assert [message.basis for message in told] == ["《行政处罚法》第二十八条第二款"] * left
    assert missing(case) == []
