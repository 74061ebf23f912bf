"""On which clauses things may be seized, however people write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.domain.law.case_facts import Level
from inspector_app.domain.law.gate.clauses import is_listed, read_clause
from inspector_app.domain.law.gate.judging import LawInForce, Run, judge
from inspector_app.packs.law_names import law_names
from tests.factory_gate import DAY, at, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import part

NAMES = law_names(delivered_packs(DAY).packs())
RULES = LawInForce(replace(shipped_rules(), laws=NAMES), shipped_calendar())


def told(**taken: Any) -> set[str]:
    case = part("coercions", 0, **taken)(lawful_case())
    said = judge(case, RULES.occasion(DAY, Run.DEMAND))
    return {message.code.removeprefix("gate.") for message in said}


@pytest.mark.parametrize(
    "law", ["食品安全法", "中华人民共和国食品安全法", "《食品安全法》", "食安法"]
)
@pytest.mark.parametrize(
    "basis", ["110", "110(四)", "110（五）", "第110条", "第一百一十条", "第一百一十条第（四）项"]
)
def test_a_clause_is_the_same_however_it_is_written(law: str, basis: str) -> None:
    assert not told(law=law, basis=basis) & {"coercion_baseless", "coercion_too_long"}


@pytest.mark.parametrize(
    ("law", "basis"),
    [
        ("食品安全法", "食品安全法第一百一十条"),
        ("食品安全法", "《食品安全法》第一百一十条"),
        ("", "食品安全法110(四)"),
        ("", "《中华人民共和国食品安全法》第一百一十条"),
    ],
)
def test_the_clause_may_name_its_law_again(law: str, basis: str) -> None:
    assert not told(law=law, basis=basis) & {"coercion_baseless", "coercion_too_long"}


@pytest.mark.parametrize(
    ("law", "basis"),
    [
        ("食品安全法", "110(一)"),  # entering and looking
        ("食品安全法", "111"),
        ("食品安全法", "第一百一十条之一"),
        ("食品安全法", ""),
        ("食品安全法", "有关规定"),
        ("食品安全法", "110、111"),
        ("食品安全法实施条例", "110"),
        ("产品质量法", "18(2)"),
        ("价格法", "34"),
        ("", "110"),
        ("产品质量法", "食品安全法第一百一十条"),
    ],
)
def test_another_clause_is_none(law: str, basis: str) -> None:
    assert "coercion_baseless" in told(law=law, basis=basis)


@pytest.mark.parametrize(
    "law", ["工业产品生产许可证管理条例", "中华人民共和国工业产品生产许可证管理条例"]
)
def test_products_without_their_licence_may_be_seized(law: str) -> None:
    assert "coercion_baseless" not in told(law=law, basis="37", more_days=30)


def test_only_food_is_held_for_longer() -> None:
    assert "coercion_too_long" in told(law="产品质量法", basis="18(1)(四)", more_days=31)
    assert "coercion_too_long" not in told(law="产品质量法", basis="18(1)(四)", more_days=30)


@pytest.mark.parametrize(
    ("article", "day", "right"),
    [
        ("62", date(2026, 12, 31), True),
        ("62", date(2027, 1, 1), False),
        ("76", date(2026, 12, 31), False),
        ("76", date(2027, 1, 1), True),
    ],
)
def test_a_clause_bears_its_number_in_the_text_of_the_day(
    article: str, day: date, right: bool
) -> None:
    said = told(law="商标法", basis=article, taken_at=at(day))
    assert ("coercion_baseless" not in said) is right


@pytest.mark.parametrize("law", ["反不正当竞争法", "中华人民共和国反不正当竞争法"])
@pytest.mark.parametrize(
    ("approver", "low"), [(Level.COUNTY, True), (Level.CITY, False), (Level.NATION, False)]
)
def test_who_approves_is_asked_under_whatever_name_of_the_law(
    law: str, approver: Level, low: bool
) -> None:
    said = told(law=law, basis="16", more_days=0, approver=approver)
    assert ("coercion_approver" in said) is low


def test_every_clause_that_the_rules_list_is_understood() -> None:
    listed = [
        clause
        for rule in shipped_rules().rules
        for check in rule.checks
        for name in ("clauses", "longer")
        for clause in check.words.get(name, ())
    ]
    assert listed
    assert not [clause for clause in listed if read_clause(clause) is None]


@pytest.mark.parametrize("clause", ["食品安全法", "110", "", "食品安全法110（到2026-12-31）"])
def test_words_that_are_no_clause_list_none(clause: str) -> None:
    assert read_clause(clause) is None
    assert not is_listed("食品安全法", "110", DAY, (clause,), {})


# Seized on Friday 3 April; the seventh day is the 10th, the fifteenth after 20 April 5 May, a holiday.
@pytest.mark.parametrize(
    ("taken", "unhandled"),
    [
        ({"handled_on": date(2026, 4, 10), "test_days": 0}, False),
        ({"handled_on": date(2026, 4, 11), "test_days": 0}, True),
        ({"handled_on": None, "released_on": date(2026, 4, 10), "test_days": 0}, False),
        ({"handled_on": None, "released_on": None, "test_days": 0}, True),
        ({"handled_on": date(2026, 5, 6), "test_days": 5}, False),
        ({"handled_on": date(2026, 5, 7), "test_days": 5, "released_on": None}, True),
        ({"handled_on": None, "test_days": 0, "law": "食品安全法", "basis": "110"}, False),
    ],
)
def test_what_is_to_be_done_about_seized_drugs_is_decided_in_seven_days(
    taken: dict[str, Any], unhandled: bool
) -> None:
    held = {
        "law": "药品管理法",
        "basis": "100(2)",
        "more_days": 0,
        "released_on": date(2026, 5, 20),
    }
    assert ("coercion_unhandled" in told(**{**held, **taken})) is unhandled


def test_until_the_report_is_there_seized_drugs_that_are_tested_wait() -> None:
    case = part("coercions", 0, law="药品管理法", basis="100(2)", more_days=0)(lawful_case())
    said = judge(replace(case, tests=()), RULES.occasion(DAY, Run.DEMAND))
    assert "gate.coercion_unhandled" not in {message.code for message in said}
