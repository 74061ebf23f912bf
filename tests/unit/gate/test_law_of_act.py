"""By which law an act is judged: that of its last day, or of the day until which it is known to go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from inspector_app.application.legality import with_statutes
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.gate.judging import LawInForce, Run, judge
from tests.factory import FOOD_LAW
from tests.factory_gate import DAY, expired_food, lawful_case
from tests.fakes.statutes import MemoryShelf, made_up
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import both, finding, part, whole

INSPECTED, FOUND, DECIDED = date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 15)
TURN = date(2026, 5, 20)
RULES = LawInForce(shipped_rules(), shipped_calendar())


def told(change: Any, law: LawInForce = RULES) -> set[str]:
    case = change(lawful_case())
    said = judge(case, law.occasion(DAY, Run.DEMAND))
    return {message.code.removeprefix("gate.") for message in said}


def act(ends: date | None, found: date | None = None, **row: Any) -> Any:
    """An act from March on under a row of those days, and a decision that weighed no newer law."""
    return both(
        part(
            "acts",
            0,
            violation=expired_food(**row),
            begins=date(2026, 3, 1),
            ends=ends,
            found_on=found,
        ),
        part("decision", newer_law_on=None, newer_weighed=False),
    )


@pytest.mark.parametrize(
    ("ends", "found", "stale"),
    [
        (TURN - timedelta(days=1), FOUND, False),
        (TURN, FOUND, True),
        # What goes on is judged by the law of the day it is found, or of the decision.
        (None, TURN - timedelta(days=1), False),
        (None, TURN, True),
        (None, None, True),
    ],
)
def test_a_row_is_dead_for_what_went_on_beyond_its_last_day(
    ends: date | None, found: date | None, stale: bool
) -> None:
    said = told(act(ends, found, valid_to=TURN - timedelta(days=1)))
    assert ("violation_not_in_force" in said) is stale


@pytest.mark.parametrize(
    ("ends", "found", "early"),
    [
        (TURN - timedelta(days=1), FOUND, True),
        (TURN, FOUND, False),
        (None, TURN, False),
        (None, FOUND, False),
        (None, None, False),
    ],
)
def test_a_new_law_governs_what_began_before_it_and_went_on(
    ends: date | None, found: date | None, early: bool
) -> None:
    said = told(act(ends, found, valid_from=TURN))
    assert ("law_not_yet_in_force" in said, "violation_not_in_force" in said) == (early, early)
    assert "newer_law_unweighed" not in said


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({"valid_to": INSPECTED - timedelta(days=1)}, {"finding_out_of_force"}),
        ({"valid_to": INSPECTED}, set()),
        ({"valid_from": INSPECTED}, set()),
        ({"valid_from": INSPECTED + timedelta(days=1)}, {"finding_before_its_law"}),
        # In force by the time of the paper is too late, dead by then is no matter.
        ({"valid_from": FOUND}, {"finding_before_its_law"}),
        ({"valid_to": FOUND}, set()),
    ],
)
def test_a_finding_is_judged_by_the_law_of_the_day_of_the_inspection(
    row: dict[str, date], codes: set[str]
) -> None:
    said = told(finding(violation=expired_food(**row)))
    assert said & {"finding_out_of_force", "finding_before_its_law"} == codes


def test_before_a_decision_what_goes_on_is_judged_by_the_day_asked() -> None:
    undecided = both(act(None, valid_to=DAY), whole(decision=None))
    assert "violation_not_in_force" not in told(undecided)
    assert "violation_not_in_force" in told(
        both(act(None, valid_to=DAY - timedelta(days=1)), whole(decision=None))
    )


@pytest.mark.parametrize(
    ("last", "asked"),
    [
        (INSPECTED - timedelta(days=1), False),  # no row of that act: told otherwise
        (INSPECTED, True),
        (DECIDED - timedelta(days=1), True),
        (DECIDED, False),
        (None, False),
    ],
)
def test_a_row_that_ends_before_the_decision_asks_for_weighing(
    last: date | None, asked: bool
) -> None:
    assert ("newer_law_unweighed" in told(act(INSPECTED, valid_to=last))) is asked


def test_what_goes_on_and_was_found_on_no_day_is_judged_by_the_day_of_the_decision() -> None:
    assert "violation_not_in_force" not in told(act(None, valid_to=DECIDED))
    assert "violation_not_in_force" in told(act(None, valid_to=DECIDED - timedelta(days=1)))


def test_of_several_changes_the_first_is_told() -> None:
    ended = act(INSPECTED, valid_to=FOUND)
    law = changing(expired_food().penalty[0])
    (message,) = [
        m
        for m in judge(ended(lawful_case()), law.occasion(DAY, Run.DEMAND))
        if m.code == "gate.newer_law_unweighed"
    ]
    # The row ends on that day, and other words stand in the library from the turn on.
    assert message.facts["day"] == (FOUND + timedelta(days=1)).isoformat()


def test_what_was_weighed_is_not_asked_for_again() -> None:
    weighed = both(act(INSPECTED, valid_to=FOUND), part("decision", newer_weighed=True))
    assert "newer_law_unweighed" not in told(weighed)


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        (INSPECTED, False),
        (INSPECTED + timedelta(days=1), True),
        (DECIDED, True),
        (DECIDED + timedelta(days=1), False),
    ],
)
def test_a_law_that_somebody_says_changed_after_the_act_and_by_the_decision_is_weighed(
    changed: date, asked: bool
) -> None:
    said = told(both(act(INSPECTED), part("decision", newer_law_on=changed)))
    assert ("newer_law_unweighed" in said) is asked


def changing(*clauses: Citation) -> LawInForce:
    """A library in which ``clauses`` have other words from the turn on."""

    def changed(citation: Citation, acted: date, decided: date) -> date | None:
        return TURN if citation in clauses and acted < TURN <= decided else None

    return replace(RULES, changed=changed)


@pytest.mark.parametrize(
    ("ends", "asked"), [(INSPECTED, True), (TURN - timedelta(days=1), True), (TURN, False)]
)
@pytest.mark.parametrize("clause", [expired_food().penalty[0], expired_food().duty[0]])
def test_a_later_edition_in_the_library_asks_for_weighing(
    clause: Citation, ends: date, asked: bool
) -> None:
    assert ("newer_law_unweighed" in told(act(ends), changing(clause))) is asked


def test_an_edition_that_changes_other_clauses_asks_for_nothing() -> None:
    other = replace(expired_food().penalty[0], article=1)
    assert "newer_law_unweighed" not in told(act(INSPECTED), changing(other))


@pytest.mark.parametrize(
    ("words", "asked"), [("第一百二十四条 罚得更轻。", True), ("第一百二十四条 照旧。", False)]
)
def test_the_installed_texts_tell_of_the_change_by_themselves(words: str, asked: bool) -> None:
    shelf = MemoryShelf()
    shelf.add(
        made_up(FOOD_LAW, "第一百二十四条 照旧。", date(2020, 1, 1)),
        made_up(FOOD_LAW, words, TURN),
    )
    row: dict[str, Any] = {"duty": (), "penalty": (Citation(FOOD_LAW, 124),)}
    law = with_statutes(RULES, shelf)
    assert ("newer_law_unweighed" in told(act(INSPECTED, **row), law)) is asked
    assert "newer_law_unweighed" not in told(act(TURN, **row), law)
