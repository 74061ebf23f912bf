"""Inspections: items, findings, results and what binds the inspectors themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import ApprovalFacts, ItemFacts, PaperFacts
from inspector_app.domain.law.gate.judging import Run
from inspector_app.domain.law.violation import MeasureKind
from tests.factory_gate import DAY, lawful_case
from tests.unit.gate.asking import breaks, said
from tests.unit.gate.changes import Change, finding, item, part, result, whole

OPEN_CASE, ORDER, ON_SPOT, WARNING = (
    MeasureKind.OPEN_CASE,
    MeasureKind.ORDER_CORRECTION,
    MeasureKind.CORRECT_ON_SPOT,
    MeasureKind.WARNING,
)


def inspecting(**changes: Any) -> Change:
    return part("inspection", **changes)


@pytest.mark.parametrize(
    ("open_", "whole_table", "told"),
    [
        ((), True, None),
        ((1,), True, ("B", 1)),
        ((1, 2), True, ("B", 2)),
        ((0, 1, 2), False, None),
    ],
)
def test_the_items_left_of_a_whole_table_are_counted_from_the_first(
    open_: tuple[int, ...], whole_table: bool, told: tuple[str, int] | None
) -> None:
    case = inspecting(whole=whole_table)(lawful_case())
    for place in open_:
        case = item(place, answer="")(case)
    found = said("items_unanswered", case)
    assert [(m.target, m.facts["count"]) for m in found] == ([] if told is None else [told])


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"photos": 0}, True),
        ({"photos": 0, "photo_required": False}, False),
        ({"photos": 0, "answer": "met"}, False),
        ({"photos": 0, "answer": "excluded", "reason": "没有"}, False),
    ],
)
def test_only_what_is_not_met_is_proved_by_the_photo_that_is_asked_for(
    changes: dict[str, Any], missing: bool
) -> None:
    assert breaks("photo_missing", item(2, **changes)) is missing


@pytest.mark.parametrize(
    ("changes", "unreasoned"),
    [
        ({"reason": " "}, True),
        ({"reason": "没有凉菜间"}, False),
        ({"reason": "", "answer": "met"}, False),
    ],
)
def test_only_what_is_left_out_needs_a_reason(changes: dict[str, Any], unreasoned: bool) -> None:
    assert breaks("exclusion_reason", item(1, **changes)) is unreasoned


def test_each_failed_item_has_its_finding() -> None:
    (message,) = said("finding_missing", item(0, answer="not_met")(lawful_case()))
    assert (message.target, message.facts["item"]) == ("A", "1.1")


@pytest.mark.parametrize(
    ("items", "graded"),
    [
        ((), False),
        ((ItemFacts("A", "1.1", answer="met"),), True),
        ((ItemFacts("A", "1.1", answer="met"), ItemFacts("B", "1.2")), False),
    ],
)
def test_a_result_is_asked_for_when_every_item_is_answered(
    items: tuple[ItemFacts, ...], graded: bool
) -> None:
    assert breaks("not_graded", inspecting(items=items, findings=(), result=None)) is graded
    assert not breaks("not_graded", inspecting(items=items, findings=()))


SPOT_PAPER = PaperFacts("spot", "on_spot_decision", "当场行政处罚决定书")


@pytest.mark.parametrize(
    ("measures", "papers", "document", "missing"),
    [
        ((WARNING,), (), "", True),
        ((OPEN_CASE, WARNING), (), "", True),
        ((OPEN_CASE,), (), "", False),
        ((WARNING,), (SPOT_PAPER,), "", False),
        ((WARNING,), (replace(SPOT_PAPER, standing=False),), "", True),
        # The very paper that is being written imposes it.
        ((WARNING,), (replace(SPOT_PAPER, standing=False),), "spot", False),
        ((WARNING,), (replace(SPOT_PAPER, kind="letter", standing=False),), "spot", True),
    ],
)
def test_a_warning_is_imposed_by_its_own_decision(
    measures: tuple[MeasureKind, ...],
    papers: tuple[PaperFacts, ...],
    document: str,
    missing: bool,
) -> None:
    case = whole(papers=papers)(finding(measures=measures)(lawful_case()))
    run = Run.ISSUE if document else Run.DEMAND
    assert bool(said("decision_missing", case, document=document, run=run)) is missing


@pytest.mark.parametrize(
    ("changes", "opened", "told"),
    [
        ({}, True, False),
        ({}, False, True),
        ({"key": False}, False, False),
    ],
)
def test_a_failed_key_item_asks_for_a_case(
    changes: dict[str, Any], opened: bool, told: bool
) -> None:
    case = finding(measures=(OPEN_CASE,) if opened else (ORDER,))(lawful_case())
    assert bool(said("key_item_failed", item(2, **changes)(case))) is told


def test_a_finding_of_no_item_is_of_no_key_item() -> None:
    assert not breaks("key_item_failed", finding(item="", measures=(ORDER,)))


ORDERED = PaperFacts("order", "correction_order", "责令改正通知书", issued=True)


@pytest.mark.parametrize(
    ("measures", "on_spot", "paper", "unissued"),
    [
        ((ORDER,), False, None, True),
        ((ON_SPOT,), False, None, True),
        ((ORDER, OPEN_CASE), False, None, True),
        ((OPEN_CASE,), False, None, False),
        ((ORDER,), True, None, False),
        ((ORDER,), False, ORDERED, False),
        ((ORDER,), False, replace(ORDERED, issued=False), True),
        ((ORDER,), False, replace(ORDERED, kind="letter"), True),
    ],
)
def test_what_is_to_be_put_right_is_ordered_in_writing(
    measures: tuple[MeasureKind, ...], on_spot: bool, paper: PaperFacts | None, unissued: bool
) -> None:
    case = finding(measures=measures, on_spot=on_spot)(lawful_case())
    papers = (*case.papers, *((paper,) if paper is not None else ()))
    told = said("order_unissued", replace(case, papers=papers), run=Run.SUBMIT)
    assert bool(told) is unissued
    assert {message.target for message in told} <= {"correction_order"}


def test_each_task_has_its_approval() -> None:
    tasks = (ApprovalFacts("t1", "日常检查", "1号"), ApprovalFacts("t2", "专项检查", ""))
    (message,) = said("approval_missing", inspecting(tasks=tasks)(lawful_case()))
    assert message.facts["task"] == "专项检查"


@pytest.mark.parametrize(
    ("changes", "frequent"),
    [
        ({"this_year": 2, "yearly_cap": 2}, False),
        ({"this_year": 3, "yearly_cap": 2}, True),
        ({"this_year": 3, "yearly_cap": 2, "excluded": True}, False),
        ({"this_year": 3, "yearly_cap": 0}, False),
    ],
)
def test_no_more_inspections_than_the_published_cap(
    changes: dict[str, Any], frequent: bool
) -> None:
    assert breaks("too_frequent", inspecting(**changes)) is frequent


@pytest.mark.parametrize(
    ("scanned", "visit", "missing"),
    [("JC-1", "", False), ("", "visit-1", False), ("", "", True)],
)
def test_a_code_or_a_visit_ties_the_inspection_to_the_enterprise(
    scanned: str, visit: str, missing: bool
) -> None:
    assert breaks("visit_code_missing", inspecting(scan_code=scanned, visit_id=visit)) is missing


@pytest.mark.parametrize(
    ("helped", "helpers", "unnamed"),
    [(True, " ", True), (True, "沈青禾", False), (False, "", False)],
)
def test_whoever_helped_is_named(helped: bool, helpers: str, unnamed: bool) -> None:
    assert breaks("helpers_unnamed", inspecting(helped=helped, helpers=helpers)) is unnamed


@pytest.mark.parametrize(
    ("flight", "printed", "announced", "codes"),
    [
        (False, False, False, {"notice_not_printed"}),
        (False, True, True, set()),
        (True, False, False, set()),
        (True, False, True, {"flight_announced"}),
    ],
)
def test_an_inspection_is_announced_on_paper_unless_it_is_a_surprise(
    flight: bool, printed: bool, announced: bool, codes: set[str]
) -> None:
    change = inspecting(flight=flight, notice_printed=printed, announced=announced)
    asked = ("notice_not_printed", "flight_announced")
    assert {code for code in asked if breaks(code, change)} == codes


# Formed on Wednesday 1 April: with Qingming left out, the twentieth working day is 30 April.
@pytest.mark.parametrize(
    ("changes", "asked", "late"),
    [
        ({"published_on": date(2026, 4, 30)}, DAY, False),
        ({"published_on": date(2026, 5, 1)}, DAY, True),
        ({"published_on": None}, date(2026, 4, 30), False),
        ({"published_on": None}, date(2026, 5, 1), True),
        ({"published_on": None, "formed_on": None}, DAY, False),
    ],
)
def test_a_result_is_published_within_twenty_working_days(
    changes: dict[str, Any], asked: date, late: bool
) -> None:
    assert breaks("result_unpublished", result(**changes), asked) is late


@pytest.mark.parametrize(
    ("superior", "again"),
    [(date(2026, 1, 1), False), (date(2026, 1, 2), True), (None, False)],
)
def test_what_a_superior_inspected_is_let_alone_for_three_months(
    superior: date | None, again: bool
) -> None:
    assert breaks("inspected_by_superior", inspecting(superior_on=superior)) is again


@pytest.mark.parametrize(
    ("covered", "whole_table", "overdue"),
    [
        (date(2024, 4, 1), False, False),
        (date(2024, 3, 31), False, True),
        (date(2024, 3, 31), True, False),
        (None, False, False),
    ],
)
def test_every_item_is_inspected_once_in_two_years(
    covered: date | None, whole_table: bool, overdue: bool
) -> None:
    change = inspecting(covered_on=covered, whole=whole_table)
    assert breaks("coverage_overdue", change) is overdue


@pytest.mark.parametrize(
    "code",
    [
        *("items_unanswered", "not_graded", "result_outdated", "result_unpublished"),
        *("too_frequent", "visit_code_missing", "helpers_unnamed", "notice_not_printed"),
        *("flight_announced", "inspected_by_superior", "coverage_overdue", "posting_untold"),
    ],
)
def test_a_case_without_an_inspection_is_asked_of_none(code: str) -> None:
    assert not breaks(code, whole(inspection=None))
