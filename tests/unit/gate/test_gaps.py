"""What looks complete and is not: one officer twice, a clause beside the right one, no reviewer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import Level
from inspector_app.domain.law.citation import Citation
from tests.factory import DRUG_LAW, FOOD_LAW
from tests.factory_gate import lawful_case
from tests.unit.gate.asking import is_said
from tests.unit.gate.changes import act, both, fined, part


def test_one_certificate_under_two_ids_is_one_officer() -> None:
    case = lawful_case()
    twice = replace(case, officers=(case.officers[0], replace(case.officers[0], id="o9")))
    assert is_said("officers_two", twice)


def test_a_reviewer_without_a_name_reviewed_nothing() -> None:
    assert is_said("review_missing", part("review", reviewer=" ")(lawful_case()))


@pytest.mark.parametrize(
    ("cites", "right"),
    [
        ((), False),
        ((Citation(FOOD_LAW, 124, 2),), False),
        ((Citation(FOOD_LAW, 124, 1, 1),), False),
        ((Citation(FOOD_LAW, 124),), False),
        ((Citation(FOOD_LAW, 124, 1, 5),), True),
        ((Citation(FOOD_LAW, 124, 0, 5),), True),
    ],
)
def test_the_decision_cites_the_very_clause(cites: tuple[Citation, ...], right: bool) -> None:
    case = part("decision", cites=cites)(lawful_case())
    assert is_said("citation_not_of_act", case) is not right


@pytest.mark.parametrize(
    ("level", "ours"),
    [(Level.COUNTY, False), (Level.CITY, False), (Level.PROVINCE, True), (Level.NATION, True)],
)
def test_what_the_province_decides_is_not_decided_below_it(level: Level, ours: bool) -> None:
    provincial: Any = both(
        act(authority="market_supervision_province"), lambda case: replace(case, level=level)
    )
    assert is_said("foreign_authority", provincial(lawful_case())) is not ours


METROLOGY_RULES = Citation("中华人民共和国计量法实施细则", 41)


@pytest.mark.parametrize(
    ("level", "clause", "yuan", "theirs"),
    [
        (Level.COUNTY, METROLOGY_RULES, 10_000, True),
        (Level.CITY, METROLOGY_RULES, 10_000, True),
        (Level.PROVINCE, METROLOGY_RULES, 10_000, False),
        (Level.COUNTY, METROLOGY_RULES, 9_999, False),
        (Level.COUNTY, Citation("中华人民共和国计量法", 25), 10_000, False),
    ],
)
def test_from_ten_thousand_yuan_on_the_province_decides_fines_of_metrology(
    level: Level, clause: Citation, yuan: int, theirs: bool
) -> None:
    case = both(act(penalty=(clause,)), fined(yuan))(lawful_case())
    assert is_said("fine_for_province", replace(case, level=level)) is theirs


@pytest.mark.parametrize(
    ("clause", "test", "stopped"),
    [
        (Citation(DRUG_LAW, 116), None, True),
        (Citation(DRUG_LAW, 117, 1), None, True),
        (Citation(DRUG_LAW, 117, 1), {"conclusion": " "}, True),
        (Citation(DRUG_LAW, 117, 1), {"drug": False}, True),
        (Citation(DRUG_LAW, 117, 1), {}, False),
        (Citation(DRUG_LAW, 126), None, False),
        (Citation(FOOD_LAW, 117), None, False),
    ],
)
def test_fake_and_substandard_drugs_are_not_punished_without_a_test(
    clause: Citation, test: dict[str, Any] | None, stopped: bool
) -> None:
    case = act(penalty=(clause,))(lawful_case())
    tests = () if test is None else (replace(case.tests[0], **test),)
    assert is_said("drug_untested", replace(case, tests=tests)) is stopped


def test_what_is_not_punished_needs_no_test() -> None:
    case = both(act(penalty=(Citation(DRUG_LAW, 117, 1),)), part("decision", sanctions=()))
    assert not is_said("drug_untested", replace(case(lawful_case()), tests=()))
