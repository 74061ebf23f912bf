"""The sheet of illegal gain: what counts, what is deducted, who must approve, which rows are not right."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.illegal_gain import (
    Approval,
    GainEntry,
    GainMethod,
    IllegalGainSheet,
    Outlay,
    Unproven,
)

DAY = date(2026, 11, 22)


def sheet(**changes: object) -> IllegalGainSheet:
    made = {
        "method": GainMethod.NET,
        "receipts": (GainEntry("销售收入", 1_000_00, ("e1",)),),
    } | changes
    return IllegalGainSheet(**made)  # type: ignore[arg-type]


def test_only_direct_and_proven_outlay_is_deducted() -> None:
    done = sheet(
        outlays=(
            Outlay("进货", 300_00, ("e2",), direct=True),
            Outlay("房租", 200_00, ("e3",)),
            Outlay("口头说的", 100_00, (), direct=True),
        )
    ).worked_out()

    assert (done.gain, done.deducted) == (700_00, 300_00)


def test_what_was_refunded_counts_and_is_not_confiscated() -> None:
    done = sheet(refunds=(GainEntry("退款", 400_00, ("e4",)),)).worked_out()

    assert (done.gain, done.refunded, done.confiscated) == (1_000_00, 400_00, 600_00)


@pytest.mark.parametrize("method", [GainMethod.PYRAMID, GainMethod.FACILITATION, GainMethod.PRICE])
def test_where_all_income_counts_no_outlay_is_deducted(method: GainMethod) -> None:
    done = sheet(
        method=method, outlays=(Outlay("进货", 300_00, ("e2",), direct=True),)
    ).worked_out()

    assert done.gain == 1_000_00


def test_outlay_that_was_against_the_law_is_not_deducted() -> None:
    done = sheet(
        outlays=(Outlay("请托费", 300_00, ("e2",), lawful=False, direct=True),)
    ).worked_out()

    assert (done.gain, done.deducted) == (1_000_00, 0)


@pytest.mark.parametrize("method", GainMethod)
def test_taxes_paid_are_deducted_whatever_the_method(method: GainMethod) -> None:
    done = sheet(method=method, taxes=(GainEntry("税款", 100_00, ("e2",)),)).worked_out()

    assert (done.gain, done.deducted) == (900_00, 100_00)


def test_the_part_that_was_found_out_is_what_is_taken() -> None:
    part = sheet(unproven=Unproven.PROVABLE_PART, approval=Approval("局长", DAY))

    assert part.worked_out().confiscated == 1_000_00


@pytest.mark.parametrize(
    ("changes", "code", "target"),
    [
        ({"receipts": ()}, "gain.no_receipts", "receipts"),
        ({"receipts": (GainEntry(" ", 1, ("e",)),)}, "gain.unnamed", "receipts.0"),
        ({"taxes": (GainEntry("税", -1, ("e",)),)}, "gain.negative", "taxes.0"),
        ({"taxes": (GainEntry("税", 1),)}, "gain.no_evidence", "taxes.0"),
        ({"refunds": (GainEntry("退款", 1),)}, "gain.no_evidence", "refunds.0"),
        ({"outlays": (Outlay("进货", -1, ("e",)),)}, "gain.negative", "outlays.0"),
    ],
)
def test_a_row_that_is_not_right_is_named(
    changes: dict[str, object], code: str, target: str
) -> None:
    assert [(p.code, p.target) for p in sheet(**changes).objections(DAY)] == [(code, target)]


def test_an_outlay_without_proof_may_stand_as_the_partys_claim() -> None:
    claimed = sheet(outlays=(Outlay("口头说的", 100_00, direct=True),))

    assert claimed.objections(DAY) == ()


def test_a_gain_left_out_needs_no_receipts() -> None:
    left_out = sheet(receipts=(), unproven=Unproven.LEFT_OUT, approval=Approval("局长", DAY))

    assert left_out.objections(DAY) == ()


def test_a_sheet_leans_on_the_evidence_of_all_its_rows() -> None:
    whole = sheet(
        outlays=(Outlay("进货", 1, ("e2",)),),
        taxes=(GainEntry("税", 1, ("e3", "e1")),),
        refunds=(GainEntry("退款", 1, ("e4",)),),
    )

    assert whole.evidence() == {"e1", "e2", "e3", "e4"}


def test_an_exempted_party_loses_nothing_and_still_refunds() -> None:
    done = sheet(exempt=True, refunds=(GainEntry("退款", 400_00, ("e4",)),)).worked_out()

    assert (done.confiscated, done.refunded) == (0, 400_00)


def test_a_gain_that_cannot_be_found_out_needs_the_chief() -> None:
    open_sheet = sheet(unproven=Unproven.LEFT_OUT)
    approved = sheet(unproven=Unproven.LEFT_OUT, approval=Approval("局长", DAY))

    assert "gain.approval_missing" in {p.code for p in open_sheet.objections(DAY)}
    for worthless in (Approval(" ", DAY), Approval("局长", DAY + timedelta(days=1))):
        unapproved = replace(open_sheet, approval=worthless)
        assert [p.code for p in unapproved.objections(DAY)] == ["gain.approval_missing"]
    assert approved.objections(DAY) == ()
    assert approved.worked_out().gain == 0


def test_the_sheet_is_not_for_what_was_judged_before() -> None:
    assert [p.code for p in sheet().objections(date(2026, 3, 19))] == ["gain.before_rules"]
    assert sheet().objections(date(2026, 3, 20)) == ()


amounts = st.integers(0, 10**10)


@given(amounts, amounts, amounts, amounts)
def test_nothing_is_confiscated_that_was_not_gained(
    gross: int, outlay: int, tax: int, refund: int
) -> None:
    done = sheet(
        receipts=(GainEntry("收入", gross, ("a",)),),
        outlays=(Outlay("进货", outlay, ("b",), direct=True),),
        taxes=(GainEntry("税", tax, ("c",)),),
        refunds=(GainEntry("退款", refund, ("d",)),),
    ).worked_out()

    assert 0 <= done.confiscated <= done.gain <= gross
    assert done.confiscated + done.refunded == done.gain
