"""The sheet of illegal gain is asked for from the day on which 令118号 came into force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspector_app.domain.law.gate.judging import LawInForce, Run, judge
from inspector_app.domain.law.illegal_gain import IN_FORCE_FROM, Unproven
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.asking import said
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
        ("gate.gain_evidence_unknown", part("evidence", 0, id="e9"), Run.DEMAND),
    ],
)
@pytest.mark.parametrize(
    ("decided", "asked"), [(IN_FORCE_FROM, True), (IN_FORCE_FROM - timedelta(days=1), False)]
)
def test_an_earlier_decision_is_not_measured_by_it(
    code: str, change: Change, run: Run, decided: date, asked: bool
) -> None:
    case = part("decision", on=decided)(change(lawful_case()))
    found = {message.code for message in judge(case, RULES.occasion(DAY, run))}
    assert (code in found) is asked


@pytest.mark.parametrize("gain", [None, _GAIN])
def test_before_it_the_sheet_is_neither_asked_for_nor_refused(gain: object) -> None:
    case = part("decision", on=IN_FORCE_FROM - timedelta(days=1))(lawful_case())
    found = judge(replace(case, gain=gain), RULES.occasion(DAY, Run.DEMAND))  # type: ignore[arg-type]  # GainFacts or None
    assert not [message.code for message in found if message.rule == "R48"]


def shown_by(*evidence: str) -> Change:
    """The lawful case with receipts that this evidence shows."""
    sheet = _GAIN.sheet  # type: ignore[union-attr]  # it has one
    return part(
        "gain", sheet=replace(sheet, receipts=(replace(sheet.receipts[0], evidence=evidence),))
    )


@pytest.mark.parametrize(
    ("evidence", "unknown"),
    [
        (("e1",), []),
        (("e1", "e9"), ["e9"]),
        (("paper/进货单1号",), []),
        (("e8", "e9"), ["e8", "e9"]),
    ],
)
def test_what_the_sheet_rests_on_is_evidence_of_the_case(
    evidence: tuple[str, ...], unknown: list[str]
) -> None:
    told = said("gain_evidence_unknown", shown_by(*evidence)(lawful_case()))
    assert [message.facts["evidence"] for message in told] == unknown


def test_a_case_that_lists_no_evidence_yet_holds_no_sheet_to_it() -> None:
    assert not said("gain_evidence_unknown", whole(evidence=())(lawful_case()))
