"""A clause that leaves the penalty to another (依照其他法律处罚), or names no sum, blocks nothing lawful."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction
from inspector_app.domain.law.gate.judging import GateMode
from inspector_app.domain.law.penalty import Fine, FineBase, Sanction, SanctionKind, Stage
from tests.factory_gate import expired_food, lawful_case
from tests.unit.gate.asking import codes, said
from tests.unit.gate.changes import act, both, part

WORDS = "依照产品质量法的规定处罚"
ELSEWHERE = Sanction(SanctionKind.REFERRED, words=WORDS)
BY_ANOTHER_LAW = (
    ImposedSanction(SanctionKind.CONFISCATE_GOODS, 40),
    ImposedSanction(SanctionKind.REVOCATION),
    ImposedSanction(SanctionKind.FINE, 123_456),
)
OF_THE_CLAUSE = {
    "fine_outside_range",
    "fine_unmeasured",
    "fine_not_in_clause",
    "kind_not_in_clause",
    "mandatory_missing",
}


def decided(*sanctions: Sanction) -> CaseFacts:
    """The lawful case by a clause with these, decided by another law."""
    change = both(act(sanctions=sanctions), part("decision", sanctions=BY_ANOTHER_LAW))
    return change(lawful_case())


def test_what_another_law_has_is_imposed_and_told_to_be_compared() -> None:
    case = decided(ELSEWHERE)
    (message,) = said("penalty_referred", case)
    assert not codes(case) & OF_THE_CLAUSE
    assert (message.mode, message.facts["words"]) == (GateMode.WARN, WORDS)


def test_nobody_is_asked_to_impose_a_referral() -> None:
    case = part("decision", sanctions=())(decided(ELSEWHERE))
    assert not codes(case) & OF_THE_CLAUSE
    assert not said("penalty_referred", case)


def test_what_stands_beside_a_referral_is_demanded() -> None:
    case = decided(ELSEWHERE, Sanction(SanctionKind.CONFISCATE_TOOLS))
    (message,) = said("mandatory_missing", case)
    assert message.facts["kind"] == "没收工具、设备、原料"


@pytest.mark.parametrize(("stage", "refers"), [(Stage.AT_ONCE, False), (Stage.GRAVE, True)])
def test_a_referral_where_grave_holds_where_it_is_grave(stage: Stage, refers: bool) -> None:
    graver = Sanction(SanctionKind.REFERRED, Stage.GRAVE, words=WORDS)
    case = part("decision", stage=stage)(decided(Sanction(SanctionKind.WARNING), graver))
    assert bool(said("penalty_referred", case)) is refers
    assert ("fine_not_in_clause" in codes(case)) is not refers
    assert ("kind_not_in_clause" in codes(case)) is not refers


def test_beside_a_referral_nothing_is_held_to_the_other_acts_alone() -> None:
    case = decided(ELSEWHERE)
    (referred,) = case.acts
    both_acts = replace(case, acts=(referred, replace(referred, violation=expired_food())))
    assert not codes(both_acts) & {"fine_outside_range", "kind_not_in_clause"}
    assert len(said("penalty_referred", both_acts)) == 1


@pytest.mark.parametrize(
    ("fine", "told"),
    [
        (Fine(FineBase.AMOUNT, 0, 0), True),
        (Fine(FineBase.AMOUNT, 1_000, 200_000), False),
        (Fine(FineBase.AMOUNT, 0, 200_000), False),
        (Fine(FineBase.GOODS_VALUE, 0, 40_000, deemed_value=100_000), False),
    ],
)
def test_a_clause_without_a_sum_says_so(fine: Fine, told: bool) -> None:
    fined = part("decision", sanctions=(ImposedSanction(SanctionKind.FINE, 123_456),))
    case = both(act(sanctions=(Sanction(SanctionKind.FINE, fine=fine),)), fined)(lawful_case())
    assert bool(said("fine_without_sum", case)) is told
    assert not codes(case) & OF_THE_CLAUSE
    assert not said("fine_without_sum", part("decision", sanctions=())(case))
