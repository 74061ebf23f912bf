"""The one codec of the record: what goes in comes out, what does not fit is refused."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.errors import Defect
from inspector_app.domain.law.violation import Violation
from inspector_app.domain.officer import Officer
from inspector_app.domain.plain import Misfit, MisfitKind, from_plain, to_plain
from inspector_app.domain.task import Task
from tests.factory import violation


@pytest.mark.parametrize("cls", [Enterprise, Officer, Task, Violation], ids=lambda c: c.__name__)
def test_what_is_written_as_json_reads_back_equal(cls: type) -> None:
    @given(st.builds(cls))
    def round_trip(value: object) -> None:
        data = json.loads(json.dumps(to_plain(value)))
        assert from_plain(cls, data) == value

    round_trip()


@pytest.mark.parametrize(
    "change",
    [
        {"valid_to": "2026-13-01"},
        {"name": 5},
        {"role": "emperor"},
        {"extra": 1},
        {"valid_from": None},
    ],
)
def test_data_of_another_shape_is_refused(change: dict[str, object]) -> None:
    good = to_plain(Officer("1", "甲", "N1", date(2024, 1, 1), date(2027, 1, 1), "局"))
    with pytest.raises(Defect):
        from_plain(Officer, good | change)


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(Defect):
        from_plain(Officer, {"id": "1"})


@pytest.mark.parametrize(
    ("change", "place", "kind"),
    [
        ({"wording": 7}, "wording", MisfitKind.TYPE),
        ({"duty": [{"law": "食安法", "article": "34"}]}, "duty[0].article", MisfitKind.TYPE),
        ({"scope": {"extra": 1}}, "scope.extra", MisfitKind.UNKNOWN),
        ({"penalty": [{"article": 34}]}, "penalty[0].law", MisfitKind.MISSING),
        ({"verification": "?"}, "verification", MisfitKind.WORD),
        ({"valid_from": "昨天"}, "valid_from", MisfitKind.FORM),
        ({"measures": 5}, "measures", MisfitKind.TYPE),
    ],
)
def test_a_misfit_is_told_with_its_place_and_without_the_value(
    change: dict[str, Any], place: str, kind: MisfitKind
) -> None:
    good = to_plain(violation("M06"))

    with pytest.raises(Misfit) as refusal:
        from_plain(Violation, good | change)

    assert (refusal.value.place, refusal.value.kind) == (place, kind)
    assert "昨天" not in str(refusal.value)
