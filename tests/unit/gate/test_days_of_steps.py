"""What must come first in a case, to the day; what was kept or taken beyond its measure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import CaseFacts, ImposedSanction
from inspector_app.domain.law.penalty import SanctionKind
from tests.factory_gate import lawful_case
from tests.unit.gate.asking import breaks, said
from tests.unit.gate.changes import Change, both, part, whole


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (part("filing", clue_on=date(2026, 4, 3)), "dates_out_of_order"),
        (part("notice", served_on=date(2026, 5, 10)), "notice_before_report"),
        (part("coercions", 0, released_on=date(2026, 4, 3)), "released_before_taken"),
        (part("tests", 0, told_on=date(2026, 4, 20)), "test_told_early"),
        (part("tests", 0, result_on=date(2026, 6, 15)), "test_after_decision"),
    ],
)
def test_one_day_may_hold_two_steps(change: Change, code: str) -> None:
    assert not breaks(code, change)


def test_a_clue_cannot_come_after_its_case_was_opened() -> None:
    assert breaks("dates_out_of_order", part("filing", clue_on=date(2026, 4, 4)))


@pytest.mark.parametrize(
    ("changes", "later"),
    [
        ({"begins": date(2026, 4, 1)}, []),
        ({"begins": date(2026, 4, 2), "found_on": None}, ["违法行为终了"]),
        ({"begins": date(2026, 4, 2), "ends": None}, ["发现违法行为"]),
    ],
)
def test_an_act_neither_ends_nor_is_found_before_it_begins(
    changes: dict[str, Any], later: list[str]
) -> None:
    told = said("dates_out_of_order", part("acts", 0, **changes)(lawful_case()))
    assert [(m.facts["earlier"], m.facts["later"]) for m in told] == [
        ("违法行为开始", each) for each in later
    ]


# A clue of 1 April: the fifteenth working day is the 23rd.
@pytest.mark.parametrize(
    ("filed", "tested", "late"),
    [
        (date(2026, 4, 23), 0, False),
        (date(2026, 4, 24), 0, True),
        (date(2026, 4, 24), 1, False),
        (date(2026, 4, 25), 1, True),
    ],
)
def test_days_of_a_test_put_off_the_opening_of_the_case(
    filed: date, tested: int, late: bool
) -> None:
    assert breaks("filing_late", part("filing", filed_on=filed, test_days=tested)) is late


@pytest.mark.parametrize(("filed", "late"), [(date(2026, 5, 18), False), (date(2026, 5, 19), True)])
def test_an_extension_puts_off_the_opening_by_fifteen_working_days(filed: date, late: bool) -> None:
    assert breaks("filing_late", part("filing", filed_on=filed, extended=True)) is late


def test_what_a_case_is_opened_by_is_asked_once_it_is_opened() -> None:
    unmet = part("filing", met=("prima_facie",))
    assert breaks("filing_conditions", unmet)
    assert not breaks("filing_conditions", both(unmet, part("filing", filed_on=None)))


@pytest.mark.parametrize(
    ("filed", "unopened"), [(date(2026, 6, 15), False), (date(2026, 6, 16), True), (None, True)]
)
def test_a_case_is_opened_by_the_day_of_its_decision(filed: date | None, unopened: bool) -> None:
    assert breaks("case_unopened", part("filing", filed_on=filed)) is unopened


def test_a_case_without_report_has_no_notice_before_it() -> None:
    assert not breaks("notice_before_report", whole(report=None))


def test_a_test_without_decision_is_not_late() -> None:
    assert not breaks("test_after_decision", whole(decision=None))


@pytest.mark.parametrize(("days_later", "late"), [(0, False), (1, True)])
@pytest.mark.parametrize("more", [0, 45])
@pytest.mark.parametrize("tested", [0, 5])
def test_a_seizure_may_last_its_days_those_of_its_extension_and_of_a_test(
    more: int, tested: int, days_later: int, late: bool
) -> None:
    last = date(2026, 4, 3) + timedelta(days=30 + more + tested)
    released = last + timedelta(days=days_later)
    change = part("coercions", 0, more_days=more, test_days=tested, released_on=released)

    assert breaks("coercion_released_late", change) is late
    assert not breaks("coercion_not_released", change)


def taking(*amounts: tuple[int, int]) -> Change:
    kind = SanctionKind.CONFISCATE_GAIN
    return part(
        "decision",
        sanctions=tuple(ImposedSanction(kind, yuan, odd_fen=odd) for yuan, odd in amounts),
    )


@pytest.mark.parametrize(
    ("amounts", "otherwise"),
    [
        (((150, 0),), False),
        (((100, 0), (50, 0)), False),
        (((150, 1),), True),
        (((15_000, 0),), True),
        (((0, 0),), True),
        ((), False),  # that none is taken is asked for by itself
    ],
)
def test_what_is_confiscated_is_what_the_sheet_comes_to(
    amounts: tuple[tuple[int, int], ...], otherwise: bool
) -> None:
    assert breaks("gain_taken_otherwise", taking(*amounts)) is otherwise


def test_gain_of_an_open_amount_is_not_held_to_the_sheet() -> None:
    open_yet = ImposedSanction(SanctionKind.CONFISCATE_GAIN, fixed=False)
    assert not breaks("gain_taken_otherwise", part("decision", sanctions=(open_yet,)))


def test_before_the_sheet_was_law_nothing_is_held_to_it() -> None:
    def earlier(case: CaseFacts) -> CaseFacts:
        return part("decision", on=date(2026, 3, 19))(case)

    assert not breaks("gain_taken_otherwise", both(taking((15_000, 0)), earlier))
