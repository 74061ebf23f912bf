"""Where the law leaves no penalty none is imposed, and none is missed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.domain.law.case_facts import CaseFacts, ExemptionFacts, ImposedSanction
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.penalty import SanctionKind
from tests.factory import FOOD_LAW
from tests.factory_gate import lawful_case
from tests.unit.gate.asking import is_said, said
from tests.unit.gate.factory_exempt import NO_FAULT, exempt_case

FINE, GOODS = SanctionKind.FINE, SanctionKind.CONFISCATE_GOODS
MINOR = ("minor", "corrected", "no_harm")
FIRST = ("first", "slight_harm", "corrected")


def kinds_told(case: CaseFacts) -> list[str | int]:
    return [message.facts["kind"] for message in said("exempt_punished", case)]


def imposing(*kinds: SanctionKind) -> CaseFacts:
    case = exempt_case()
    assert case.decision is not None
    return replace(
        case, decision=replace(case.decision, sanctions=tuple(map(ImposedSanction, kinds)))
    )


def proving(exemption: ExemptionFacts | None) -> CaseFacts:
    """The lawful case that is fined, with this ground for no penalty."""
    return replace(lawful_case(), exemption=exemption)


@pytest.mark.parametrize(
    ("kind", "against"),
    [
        (FINE, ["罚款"]),
        (SanctionKind.WARNING, ["警告"]),
        (SanctionKind.CONFISCATE_GAIN, ["没收违法所得"]),
        (SanctionKind.CONFISCATE_INCOME, ["没收责任人员所获收入"]),
        (SanctionKind.REFUND, []),
        (SanctionKind.ORDER_CORRECTION, []),
        (SanctionKind.EDUCATION, []),
    ],
)
def test_no_penalty_leaves_only_what_is_none(kind: SanctionKind, against: list[str]) -> None:
    assert kinds_told(imposing(kind)) == against


def test_who_is_weighed_to_go_without_a_penalty_gets_none_whatever_the_ground() -> None:
    assert kinds_told(replace(imposing(FINE), exemption=None)) == ["罚款"]


def test_each_kind_is_told_once() -> None:
    assert kinds_told(imposing(FINE, GOODS, FINE)) == ["罚款", "没收违法物品"]


def test_what_the_ground_keeps_is_imposed_all_the_same() -> None:
    case = imposing(GOODS, FINE)
    assert case.exemption is not None
    kept = replace(case, exemption=replace(case.exemption, keeps=(GOODS,)))
    assert kinds_told(kept) == ["罚款"]


@pytest.mark.parametrize(
    ("exemption", "bound"),
    [
        (None, False),
        (ExemptionFacts("no_fault", NO_FAULT, NO_FAULT), True),
        (ExemptionFacts("no_fault", NO_FAULT, ()), False),
        # Another law may punish without fault all the same (处罚法 33(2): 另有规定的，从其规定).
        (ExemptionFacts("no_fault", NO_FAULT[:1], NO_FAULT[:1]), False),
        (ExemptionFacts("minor", MINOR, MINOR), True),
        (ExemptionFacts("minor", MINOR, MINOR[:2]), False),
        # A first offence may be punished all the same.
        (ExemptionFacts("first", FIRST, FIRST), False),
        (ExemptionFacts("LIST", ("a",), ("a",), wanted=("a",)), False),
        (ExemptionFacts("LIST", ("a",), ("a",), wanted=("a",), binding=True), True),
        (ExemptionFacts("LIST", ("a",), ("a",), wanted=("a", "b"), binding=True), False),
        (ExemptionFacts("LIST", binding=True), False),
    ],
)
def test_a_ground_that_leaves_no_choice_forbids_the_penalty_once_it_is_shown(
    exemption: ExemptionFacts | None, bound: bool
) -> None:
    assert bool(kinds_told(proving(exemption))) is bound


def test_a_penalty_that_is_only_lenient_is_one() -> None:
    case = lawful_case()
    assert case.discretion is not None
    assert kinds_told(replace(case, discretion=replace(case.discretion, grade=Grade.LENIENT))) == []


@pytest.mark.parametrize(("kinds", "asked"), [((), False), ((FINE,), True)])
def test_a_notice_of_penalty_is_asked_where_there_is_a_penalty(
    kinds: tuple[SanctionKind, ...], asked: bool
) -> None:
    case = replace(imposing(*kinds), notice=None, hearing=None)
    assert is_said("notice_not_served", case) is asked


KEPT = "kept_missing"
OF_136 = (Citation(FOOD_LAW, 136),)


@pytest.mark.parametrize(
    ("keeps", "imposed", "nothing_there", "missing"),
    [
        ((), (), {}, False),
        ((GOODS,), (), {}, True),
        ((GOODS,), (GOODS,), {}, False),
        ((GOODS,), (), {GOODS: "已经全部售出"}, False),
        ((GOODS,), (), {GOODS: " "}, True),
        # The clause does not have it.
        ((SanctionKind.CONFISCATE_TOOLS,), (), {}, False),
    ],
)
def test_what_the_ground_keeps_is_missed_where_it_is_left_out(
    keeps: tuple[SanctionKind, ...],
    imposed: tuple[SanctionKind, ...],
    nothing_there: dict[SanctionKind, str],
    missing: bool,
) -> None:
    case = imposing(*imposed)
    assert case.exemption is not None
    assert case.decision is not None
    case = replace(
        case,
        exemption=replace(case.exemption, keeps=keeps, basis=OF_136),
        decision=replace(case.decision, nothing_there=nothing_there),
    )
    found = said(KEPT, case)
    assert bool(found) is missing
    assert {message.basis for message in found} <= {"《食品安全法》第一百三十六条"}


def test_what_a_ground_keeps_is_not_missed_where_there_is_a_penalty() -> None:
    case = proving(ExemptionFacts("LIST", keeps=(SanctionKind.CONFISCATE_GOODS,)))
    assert case.decision is not None
    fined = replace(case, decision=replace(case.decision, sanctions=()))
    assert not is_said(KEPT, fined)
