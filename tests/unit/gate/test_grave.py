"""Grave circumstances are those that the law lists (条例 67), for this act, this party and that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.gate.judging import Occasion, Run, judge
from inspector_app.domain.law.grounds import Effect, Ground, GroundElement
from inspector_app.domain.law.penalty import Sanction, SanctionKind, Stage
from inspector_app.domain.law.violation import Verification, Violation
from tests.factory_gate import DAY, expired_food, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import Change, both, part, whole

DECIDED = date(2026, 6, 15)
REVOCABLE = expired_food(
    sanctions=(*expired_food().sanctions, Sanction(SanctionKind.REVOCATION, Stage.GRAVE))
)
LISTED = Ground(
    "listed",
    "拒绝、逃避监督检查，造成严重影响",
    Effect.GRAVE,
    REVOCABLE.penalty,
    (GroundElement("evaded", "拒绝、逃避"), GroundElement("effect", "影响严重")),
    Verification.VERIFIED,
    violations=(REVOCABLE.id,),
)
BOTH = ("evaded", "effect")


def grave(*shown: str, stage: Stage = Stage.GRAVE) -> Change:
    return both(
        part("acts", 0, violation=REVOCABLE),
        part("decision", stage=stage),
        part("discretion", grave=shown),
    )


def unlisted(change: Change, *grounds: Ground) -> list[str | int]:
    """The violations of which it is told that nothing listed is shown."""
    rules = replace(shipped_rules(), grounds=grounds)
    case: CaseFacts = change(lawful_case())
    said = judge(case, Occasion(DAY, Run.DEMAND, rules, shipped_calendar()))
    return [m.facts["violation"] for m in said if m.code == "gate.grave_unlisted"]


@pytest.mark.parametrize(
    ("shown", "told"),
    [((), True), (("evaded",), True), (("effect",), True), (BOTH, False), ((*BOTH, "x"), False)],
)
def test_one_that_is_listed_is_shown_in_all_its_elements(
    shown: tuple[str, ...], told: bool
) -> None:
    assert unlisted(grave(*shown), LISTED) == ([REVOCABLE.wording] if told else [])


def test_one_of_several_listed_is_enough() -> None:
    other = replace(LISTED, id="other", elements=(GroundElement("again", "一年内三次"),))
    assert unlisted(grave("again"), LISTED, other) == []
    assert unlisted(grave("again"), LISTED) == [REVOCABLE.wording]


@pytest.mark.parametrize(
    "change",
    [
        grave(stage=Stage.AT_ONCE),
        grave(stage=Stage.UNHEEDED),
        both(grave(), whole(decision=None)),
        both(grave(), part("acts", 0, violation=expired_food())),
    ],
    ids=["at once", "unheeded", "undecided", "no clause for it"],
)
def test_where_nothing_turns_on_gravity_none_is_asked_for(change: Change) -> None:
    assert unlisted(change, LISTED) == []


def test_gravest_circumstances_are_grave_ones_too() -> None:
    assert unlisted(grave(stage=Stage.GRAVEST), LISTED) == [REVOCABLE.wording]


def test_without_any_weighing_nothing_is_shown() -> None:
    assert unlisted(both(grave(*BOTH), whole(discretion=None)), LISTED) == [REVOCABLE.wording]


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"violations": ("M44",)},
        {"effect": Effect.SHALL_EXEMPT},
        {"verification": Verification.RECALLED},
        {"activities": ("production",)},
        {"party_types": (PartyType.INDIVIDUAL.value,)},
        {"valid_from": date(2026, 6, 16)},
        {"valid_to": date(2026, 6, 14)},
    ],
)
def test_a_law_that_lists_nothing_for_this_act_leaves_it_to_be_ticked(
    elsewhere: dict[str, Any],
) -> None:
    assert unlisted(grave(), replace(LISTED, **elsewhere)) == []


@pytest.mark.parametrize(
    "guard",
    [
        {"activities": ("catering",)},
        {"party_types": (PartyType.ENTERPRISE.value,)},
        {"valid_from": DECIDED},
        {"valid_to": DECIDED},
    ],
)
def test_what_is_listed_for_this_party_on_the_day_of_the_decision_counts(
    guard: dict[str, Any],
) -> None:
    assert unlisted(grave(), replace(LISTED, **guard)) == [REVOCABLE.wording]


def test_of_a_party_that_is_not_known_what_is_listed_for_some_does_not_count() -> None:
    nobody = both(grave(), whole(party=None))
    assert unlisted(nobody, LISTED) == [REVOCABLE.wording]
    assert unlisted(nobody, replace(LISTED, activities=("catering",))) == []


def second(violation: Violation) -> Change:
    """Another act beside the first."""
    return lambda case: replace(case, acts=(*case.acts, replace(case.acts[0], violation=violation)))


OTHER = replace(REVOCABLE, id="M99", wording="另一违法行为")


def test_where_another_act_may_be_the_grave_one_nothing_is_said() -> None:
    assert unlisted(both(grave(), second(OTHER)), LISTED) == []


def test_where_the_law_lists_for_both_acts_both_are_told() -> None:
    listed = replace(LISTED, violations=(REVOCABLE.id, OTHER.id))
    assert unlisted(both(grave(), second(OTHER)), listed) == [REVOCABLE.wording, OTHER.wording]
    assert unlisted(both(grave(*BOTH), second(OTHER)), listed) == []


def test_an_act_whose_clause_knows_no_gravity_is_not_told() -> None:
    plain = replace(expired_food(), id="M99", wording="另一违法行为")
    assert unlisted(both(grave(), second(plain)), LISTED) == [REVOCABLE.wording]
