"""Where a rule begins and ends: the last day that is in time, facts that are not there, either of two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import CaseFacts, FieldFacts, ImposedSanction
from inspector_app.domain.law.gate.judging import Run
from inspector_app.domain.law.penalty import Payer, SanctionKind, Stage
from tests.factory_gate import at, lawful_case, on_the_spot_case
from tests.unit.gate.asking import judged
from tests.unit.gate.changes import act, both, part, whole
from tests.unit.gate.failing import WARNED_FIRST

INSPECTED = date(2026, 4, 1)


def told(case: CaseFacts, run: Run = Run.DEMAND, document: str = "") -> dict[str, str]:
    """The codes that the gate says, with their bases."""
    found = judged(case, run=run, document=document)
    return {message.code.removeprefix("gate."): message.basis for message in found}


@pytest.mark.parametrize(("certificates", "few"), [(("", ""), False), (("A", "A"), True)])
def test_without_certificates_people_are_told_apart_by_their_ids(
    certificates: tuple[str, str], few: bool
) -> None:
    one, other = lawful_case().officers
    pair = (
        replace(one, certificate_no=certificates[0]),
        replace(other, certificate_no=certificates[1]),
    )
    assert ("officers_two" in told(replace(lawful_case(), officers=pair))) is few


@pytest.mark.parametrize("unsaid", [part("officers", 0, organ=""), whole(authority="")])
def test_an_organ_that_is_not_said_is_no_other_organ(unsaid: Any) -> None:
    assert "officer_elsewhere" not in told(unsaid(lawful_case()))


@pytest.mark.parametrize(
    ("taken", "early"),
    [
        (at(INSPECTED, 9), False),
        (at(INSPECTED, 9) - timedelta(seconds=1), True),
        (at(INSPECTED, 9).replace(tzinfo=None), False),
        (at(INSPECTED, 8).replace(tzinfo=None), True),
        (at(INSPECTED, 9).astimezone(UTC), False),
    ],
)
def test_evidence_counts_from_the_very_moment_of_the_rights(taken: datetime, early: bool) -> None:
    case = part("evidence", 0, taken_at=taken)(lawful_case())
    assert ("evidence_before_rights" in told(case)) is early


@pytest.mark.parametrize(
    ("field", "basis"),
    [
        (FieldFacts("a", "甲", required=True, value=" "), "《某表》"),
        (FieldFacts("a", "甲", required=True, value="", basis="《某法》第一条"), "《某法》第一条"),
        (FieldFacts("a", "甲", required=False, value=""), None),
        (FieldFacts("a", "甲", required=True, value="有"), None),
    ],
)
def test_a_required_field_is_asked_for_on_its_own_basis_or_its_form_s(
    field: FieldFacts, basis: str | None
) -> None:
    case = part("papers", 0, fields=(field,), basis="《某表》")(lawful_case())
    assert told(case, Run.ISSUE, "doc-1").get("field_missing") == basis


@pytest.mark.parametrize(("signers", "missing"), [(None, False), ((), True), (("party",), True)])
def test_who_must_sign_is_asked_where_the_paper_says_who_may(
    signers: tuple[str, ...] | None, missing: bool
) -> None:
    case = part("papers", 1, signers=signers)(lawful_case())
    assert ("signer_left_out" in told(case, Run.ISSUE, "doc-2")) is missing


@pytest.mark.parametrize(
    ("archived", "late"),
    [(date(2026, 6, 23), False), (date(2026, 6, 24), True), (None, True)],
)
def test_papers_of_the_spot_are_in_time_on_the_seventh_working_day(
    archived: date | None, late: bool
) -> None:
    # Ten calendar days: a weekend and the dragon boat holiday lie between.
    case = part("decision", on=date(2026, 6, 11), archived_on=archived)(on_the_spot_case())
    assert ("on_spot_unarchived" in told(case)) is late


@pytest.mark.parametrize(("days", "proved"), [(1, True), (0, False), (-1, False)])
def test_an_order_is_refused_after_it_was_given(days: int, proved: bool) -> None:
    refused = part(
        "decision",
        sanctions=(ImposedSanction(SanctionKind.FINE, 6_000),),
        stage=Stage.UNHEEDED,
        ordered_on=INSPECTED,
        refused_on=INSPECTED + timedelta(days=days),
    )
    case = both(act(sanctions=WARNED_FIRST), refused)(lawful_case())
    assert ("fine_without_order" not in told(case)) is proved


def fined(*fines: ImposedSanction) -> Any:
    return part("decision", sanctions=fines)


FINE = SanctionKind.FINE


@pytest.mark.parametrize(
    ("fine", "ground", "lawful"),
    [
        (ImposedSanction(FINE, 100), "small", True),
        (ImposedSanction(FINE, 100, odd_fen=1), "small", False),
        (ImposedSanction(FINE, 101), "small", False),
        (ImposedSanction(FINE, 100), "", False),
        (ImposedSanction(FINE, 200), "hard_to_collect", True),
    ],
)
def test_on_the_spot_the_fine_is_small_or_hard_to_collect(
    fine: ImposedSanction, ground: str, lawful: bool
) -> None:
    case = both(part("cash", amount=50, ground=ground), fined(fine))(on_the_spot_case())
    assert ("cash_without_ground" not in told(case)) is lawful


@pytest.mark.parametrize("base", [lawful_case, on_the_spot_case])
@pytest.mark.parametrize(
    ("ground", "requested", "lawful"),
    [("remote", True, True), ("remote", False, False), ("", True, False)],
)
def test_in_remote_places_any_fine_is_taken_at_request(
    base: Callable[[], CaseFacts], ground: str, requested: bool, lawful: bool
) -> None:
    case = part("cash", amount=100, ground=ground, requested=requested)(base())
    assert ("cash_without_ground" not in told(case)) is lawful


@pytest.mark.parametrize("ground", ["small", "hard_to_collect"])
def test_a_fine_of_the_ordinary_procedure_is_not_taken_for_being_small_or_hard_to_collect(
    ground: str,
) -> None:
    case = both(part("cash", amount=50, ground=ground), fined(ImposedSanction(FINE, 50)))
    assert "cash_without_ground" in told(case(lawful_case()))


def test_cash_without_a_decision_has_no_ground() -> None:
    assert "cash_without_ground" in told(replace(lawful_case(), decision=None))


@pytest.mark.parametrize(
    ("fine", "cash", "lawful"),
    [
        (ImposedSanction(FINE, 200), 200, True),
        (ImposedSanction(FINE, 200), 201, False),
        (ImposedSanction(FINE, 199, odd_fen=99), 200, False),
        (ImposedSanction(SanctionKind.CONFISCATE_GAIN, 200), 200, False),
    ],
)
def test_no_more_cash_is_taken_than_the_fine(
    fine: ImposedSanction, cash: int, lawful: bool
) -> None:
    case = both(part("cash", amount=cash), fined(fine))(on_the_spot_case())
    assert ("cash_above_fine" not in told(case)) is lawful


@pytest.mark.parametrize(
    ("fine", "lawful"),
    [(ImposedSanction(FINE, 200), True), (ImposedSanction(FINE, 200, odd_fen=1), False)],
)
def test_a_fen_above_the_limit_is_no_fine_on_the_spot(fine: ImposedSanction, lawful: bool) -> None:
    assert ("on_spot_fine_high" not in told(fined(fine)(on_the_spot_case()))) is lawful


PERSON = Payer.RESPONSIBLE_PERSON


@pytest.mark.parametrize(
    ("imposed", "told_of"),
    [
        ((ImposedSanction(FINE, 99_999), ImposedSanction(FINE, 9_999, PERSON)), False),
        ((ImposedSanction(FINE, 60_000), ImposedSanction(FINE, 10_000, PERSON)), True),
        ((ImposedSanction(FINE, 100_000), ImposedSanction(FINE, 9_999, PERSON)), True),
        # Two persons are told apart, and none is added to the party.
        ((ImposedSanction(FINE, 9_999, PERSON),) * 11, False),
        ((ImposedSanction(SanctionKind.CONFISCATE_INCOME, 10_000),), True),
        ((ImposedSanction(SanctionKind.CONFISCATE_INCOME, 9_999, PERSON),), False),
        ((ImposedSanction(SanctionKind.CONFISCATE_GAIN, 99_999),), False),
        ((ImposedSanction(SanctionKind.CONFISCATE_GAIN, 100_000),), True),
        ((ImposedSanction(FINE, 99_999, odd_fen=99),), False),
        (
            (ImposedSanction(FINE, 50_000, odd_fen=50), ImposedSanction(FINE, 49_999, odd_fen=50)),
            True,
        ),
    ],
)
def test_a_person_who_is_fined_beside_the_party_is_heard_from_ten_thousand(
    imposed: tuple[ImposedSanction, ...], told_of: bool
) -> None:
    case = both(part("notice", hearing_told=False), part("decision", sanctions=imposed))
    assert ("hearing_amount" in told(case(lawful_case()))) is told_of
