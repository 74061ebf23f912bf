"""Those who answer for a unit are fined beside it by their income, where the decision says by what."""

from __future__ import annotations

import pytest

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Grade
from tests.factory import FOOD_LAW
from tests.factory_gate import lawful_case
from tests.unit.gate.asking import codes
from tests.unit.gate.changes import Change, act, both, part
from tests.unit.gate.factory_persons import person_fined

CODES = {"fine_not_in_clause", "income_unknown", "fine_outside_income"}


def told(*changes: Change) -> set[str]:
    return codes(both(*changes)(lawful_case())) & CODES


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (person_fined(60_000, income=60_000), ""),
        (person_fined(600_000, income=60_000), ""),
        (person_fined(59_999, income=60_000), "fine_outside_income"),
        (person_fined(600_001, income=60_000), "fine_outside_income"),
        (person_fined(60_000), "income_unknown"),
        (person_fined(60_000, income=60_000, cited=False), "fine_not_in_clause"),
        # Whose income it is nobody knows.
        (person_fined(60_000, 5, income=60_000), ""),
    ],
)
def test_a_person_is_fined_one_to_ten_times_the_income(change: Change, code: str) -> None:
    assert told(change) == ({code} if code else set())


def test_a_mitigated_fine_on_a_person_may_be_less() -> None:
    milder = part("discretion", grade=Grade.MITIGATED, reason="主动消除危害后果")
    assert told(person_fined(20_000, income=60_000), milder) == set()
    assert told(person_fined(600_001, income=60_000), milder) == {"fine_outside_income"}


@pytest.mark.parametrize(
    "other",
    [
        act(penalty=(Citation(FOOD_LAW, 125, 2),)),
        act(penalty=(Citation("中华人民共和国广告法", 55, 1),)),
        part("party", type=PartyType.INDIVIDUAL),
        part("party", farmer=True),
    ],
)
def test_it_is_for_those_of_a_unit_by_the_food_law_but_not_for_a_blemish(other: Change) -> None:
    assert told(person_fined(60_000, income=60_000), other) == {"fine_not_in_clause"}
