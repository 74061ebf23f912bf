"""A citation must stand in the text that was in force when the act was done, not when it is judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.law.gate.judging import Occasion, Run, judge
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import part

ACT, DECIDED = date(2026, 4, 1), date(2026, 6, 15)


@pytest.mark.parametrize(
    ("days", "weighed", "stands"),
    [
        ({ACT, DECIDED}, False, True),
        ({ACT}, False, True),
        ({DAY, DECIDED}, False, False),
        ({DECIDED}, True, True),
        ({DAY}, True, False),
    ],
)
def test_an_act_is_cited_by_the_text_of_its_day_or_of_the_newer_law(
    days: set[date], weighed: bool, stands: bool
) -> None:
    case = replace(lawful_case(), inspection=None, citations=())
    case = part("decision", newer_weighed=weighed, cites=())(case)
    occasion = Occasion(
        DAY,
        Run.DEMAND,
        shipped_rules(),
        shipped_calendar(),
        resolves=lambda _citation, day: day in days,
    )
    told = {message.code for message in judge(case, occasion)}
    assert ("gate.citation_unresolved" not in told) is stands
