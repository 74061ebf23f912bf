"""The sheet of illegal gain is asked for from the day on which 令118号 came into force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspector_app.domain.law.gate.judging import LawInForce, Run, judge
from inspector_app.domain.law.illegal_gain import IN_FORCE_FROM, Unproven
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import Change, part, whole

RULES = LawInForce(shipped_rules(), shipped_calendar())
_GAIN = lawful_case().gain
assert _GAIN is not None
UNAPPROVED = replace(_GAIN.sheet, unproven=Unproven.PROVABLE_PART)


@pytest.mark.parametrize(
    ("code", "change", "run"),
    [
        ("gate.gain_sheet_missing", whole(gain=None), Run.DEMAND),
        ("gate.gain_sheet_advised", whole(gain=None), Run.WEIGH),
        ("gate.gain_miscounted", part("gain", stated=20_000), Run.DEMAND),
        ("gate.gain_unapproved", part("gain", sheet=UNAPPROVED), Run.DEMAND),
    ],
)
@pytest.mark.parametrize(
    ("decided", "asked"), [(IN_FORCE_FROM, True), (IN_FORCE_FROM - timedelta(days=1), False)]
)
def test_an_earlier_decision_is_not_measured_by_it(
    code: str, change: Change, run: Run, decided: date, asked: bool
) -> None:
    case = part("decision", on=decided)(change(lawful_case()))
    said = {message.code for message in judge(case, RULES.occasion(DAY, run))}
    assert (code in said) is asked


@pytest.mark.parametrize("gain", [None, _GAIN])
def test_before_it_the_sheet_is_neither_asked_for_nor_refused(gain: object) -> None:
    case = part("decision", on=IN_FORCE_FROM - timedelta(days=1))(lawful_case())
    said = judge(replace(case, gain=gain), RULES.occasion(DAY, Run.DEMAND))  # type: ignore[arg-type]  # GainFacts or None
    assert not [message.code for message in said if message.rule == "R48"]
