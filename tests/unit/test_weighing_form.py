"""What the form of an opinion knows of the party's record on this device."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from inspector_app.domain.enterprise import PastVisit
from inspector_app.gui.models.weighing_form import past_findings
from tests.factory import enterprise
from tests.fakes.workplace import Office
from tests.unit.law.factory_weighing import DAY, MINOR, RULES, case

LOOKING_BACK = replace(RULES, grounds=(replace(MINOR, look_back_years=2),))


@pytest.mark.parametrize(
    ("at", "not_met", "counted"),
    [
        (DAY.replace(year=DAY.year - 2), 1, 1),
        (DAY.replace(year=DAY.year - 2, day=DAY.day - 1), 1, 0),
        (DAY.replace(year=DAY.year - 1), 0, 0),
    ],
    ids=["on the first day looked back to", "a day before it", "all met"],
)
def test_an_earlier_visit_counts_if_it_is_near_enough_and_something_was_not_met(
    at: date, not_met: int, counted: int
) -> None:
    office = Office()
    past = PastVisit("visit-0", at, "routine", "", not_met, 0)
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(history=(past,))])
    visit = office.do.view_visit(office.arrived()).visit

    assert past_findings(visit, case(rules=LOOKING_BACK)) == counted
