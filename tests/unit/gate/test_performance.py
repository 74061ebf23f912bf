"""Cash, payment and publication: what is due by which day, and how much."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from inspector_app.domain.law.case_facts import ImposedSanction
from inspector_app.domain.law.penalty import SanctionKind
from tests.factory_gate import DAY, lawful_case, on_the_spot_case
from tests.unit.gate.asking import breaks, is_said, said
from tests.unit.gate.changes import both, part, whole


@pytest.mark.parametrize("code", ["cash_above_fine", "published_before_decision"])
def test_without_a_decision_nothing_is_held_against_it(code: str) -> None:
    assert not breaks(code, both(part("cash", amount=90_000), whole(decision=None)))


@pytest.mark.parametrize(
    ("imposed", "fine"),
    [
        (ImposedSanction(SanctionKind.FINE, 100), "100"),
        (ImposedSanction(SanctionKind.FINE, 100, odd_fen=50), "100.50"),
        (ImposedSanction(SanctionKind.CONFISCATE_GOODS, 100), "0"),
    ],
)
def test_the_fine_that_cash_exceeds_is_told_to_the_fen(imposed: ImposedSanction, fine: str) -> None:
    change = both(part("cash", amount=200), part("decision", sanctions=(imposed,)))
    (message,) = said("cash_above_fine", change(lawful_case()))
    assert (message.facts["amount"], message.facts["fine"]) == (200, fine)


@pytest.mark.parametrize(("receipt", "missing"), [("票1", False), (" ", True), ("", True)])
def test_cash_is_taken_for_a_receipt(receipt: str, missing: bool) -> None:
    assert breaks("cash_receipt", part("cash", receipt_no=receipt)) is missing
    assert not breaks("cash_receipt", whole(cash=None))


# Taken on Thursday 25 June: the second working day is Monday the 29th.
@pytest.mark.parametrize(
    ("handed_in", "asked", "kept"),
    [
        (date(2026, 6, 29), DAY, False),
        (date(2026, 6, 30), DAY, True),
        (None, date(2026, 6, 29), False),
        (None, date(2026, 6, 30), True),
    ],
)
def test_cash_is_handed_in_within_two_working_days(
    handed_in: date | None, asked: date, kept: bool
) -> None:
    assert breaks("cash_kept", part("cash", handed_in_on=handed_in), asked) is kept


@pytest.mark.parametrize(
    ("fines", "paid", "differs"),
    [
        ((60_000,), 60_000, False),
        ((60_000,), 50_000, True),
        ((60_000, 500), 60_500, False),
        ((60_000, 500), 500, False),
        ((60_000, 500), 60_001, True),
        ((), 60_000, False),
    ],
)
def test_what_is_paid_is_a_fine_of_the_decision_or_what_they_come_to(
    fines: tuple[int, ...], paid: int, differs: bool
) -> None:
    imposed = tuple(ImposedSanction(SanctionKind.FINE, fine) for fine in fines)
    change = both(part("decision", sanctions=imposed), part("payment", fine=paid))
    assert breaks("payment_fine", change) is differs
    assert not breaks("payment_fine", both(change, whole(decision=None)))


# A fine of 60,000 yuan due on 1 July: 1,800 for each day after it, and never more than itself.
@pytest.mark.parametrize(
    ("payment", "extra", "right"),
    [
        ({"paid_on": date(2026, 7, 1)}, 0, None),
        ({"paid_on": date(2026, 7, 1)}, 1, 0),
        ({"paid_on": date(2026, 6, 20)}, 1, 0),
        ({"paid_on": date(2026, 7, 3)}, 3_600, None),
        ({"paid_on": date(2026, 7, 3)}, 3_601, 3_600),
        ({"paid_on": date(2026, 7, 3), "days_stopped": 1}, 1_800, None),
        ({"paid_on": date(2026, 7, 3), "days_stopped": 1}, 1_801, 1_800),
        ({"paid_on": date(2026, 7, 3), "days_stopped": 3}, 1, 0),
        ({"paid_on": date(2026, 12, 1)}, 60_000, None),
        ({"paid_on": date(2026, 12, 1)}, 60_001, 60_000),
        # Not paid yet: it runs until today.
        ({"paid_on": None}, 3_600, None),
        ({"paid_on": None}, 3_601, 3_600),
        ({"paid_on": date(2026, 7, 3), "fine": 33}, 1, None),
        ({"paid_on": date(2026, 7, 3), "fine": 33}, 2, 1),
    ],
)
def test_three_per_cent_a_day_come_on_top_while_nothing_is_paid(
    payment: dict[str, Any], extra: int, right: int | None
) -> None:
    late = part("payment", **payment, extra=extra)(lawful_case())
    told = said("extra_fine", late, date(2026, 7, 3))
    assert [message.facts["right"] for message in told] == ([] if right is None else [right])


@pytest.mark.parametrize(
    ("published", "asked", "late"),
    [
        (date(2026, 7, 14), date(2026, 7, 20), False),
        (date(2026, 7, 15), date(2026, 7, 20), True),
        (None, date(2026, 7, 14), False),
        (None, date(2026, 7, 15), True),
    ],
)
def test_a_penalty_is_published_within_twenty_working_days(
    published: date | None, asked: date, late: bool
) -> None:
    # Decided on 15 June; the dragon boat holiday (端午) takes one working day.
    assert breaks("penalty_unpublished", part("publication", on=published), asked) is late
    assert not breaks("penalty_unpublished", whole(publication=None), asked)


@pytest.mark.parametrize("kind", [SanctionKind.WARNING, SanctionKind.ORDER_CORRECTION])
def test_what_is_not_made_public_is_not_late_and_is_not_told(kind: SanctionKind) -> None:
    # 公示规定 2: a warning alone is not published; an order is no penalty.
    told = both(
        part("decision", sanctions=(ImposedSanction(kind),), publication_told=False),
        part("publication", on=None),
    )
    assert not breaks("penalty_unpublished", told, date(2026, 12, 1))
    assert not is_said("publication_untold", told(lawful_case()))
    on_spot = part("publication", on=None)(on_the_spot_case())
    assert not said("penalty_unpublished", on_spot, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("kinds", "published", "told"),
    [
        ((SanctionKind.WARNING,), True, True),
        ((SanctionKind.WARNING, SanctionKind.ORDER_CORRECTION), True, True),
        ((SanctionKind.WARNING,), False, False),
        ((SanctionKind.WARNING, SanctionKind.FINE), True, False),
        ((SanctionKind.ORDER_CORRECTION,), True, False),
    ],
)
def test_a_warning_alone_is_not_made_public(
    kinds: tuple[SanctionKind, ...], published: bool, told: bool
) -> None:
    warned = part("decision", sanctions=tuple(ImposedSanction(kind) for kind in kinds))
    day = date(2026, 6, 20) if published else None
    assert breaks("warning_published", both(warned, part("publication", on=day))) is told
