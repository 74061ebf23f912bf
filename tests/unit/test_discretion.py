"""Fines come from the clause and the facts; a grade needs a table; exemptions their proofs."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import (
    Band,
    DiscretionTable,
    FineRange,
    Grade,
    PenaltyFacts,
    admitted,
    fine_ranges,
    graded,
)
from inspector_app.domain.law.grounds import (
    Effect,
    Ground,
    GroundElement,
    Tick,
    proof,
)
from inspector_app.domain.law.penalty import Fine, FineBase, Sanction, SanctionKind, Stage
from inspector_app.domain.law.violation import Verification
from tests.factory import FOOD_LAW, violation

DAY = date(2026, 11, 22)
YUAN = 100


def fine(base: FineBase, low: int, high: int, **more: object) -> Sanction:
    return Sanction(SanctionKind.FINE, fine=Fine(base, low, high, **more))  # type: ignore[arg-type]


# 食品安全法 124(1): below 10,000 yuan of goods 50,000 to 100,000; from 10,000 on 10 to 20 times.
FOOD = (
    fine(FineBase.AMOUNT, 50_000, 100_000, class_of=FineBase.GOODS_VALUE, below_value=10_000),
    fine(FineBase.GOODS_VALUE, 10_000, 20_000, class_of=FineBase.GOODS_VALUE, from_value=10_000),
)
BANDS = {
    Grade.LENIENT: Band(0, 300),
    Grade.ORDINARY: Band(300, 700, low_included=False),
    Grade.SEVERE: Band(700, 1000, low_included=False),
}


def table(**changes: object) -> DiscretionTable:
    made = {
        "id": "t",
        "title": "基准",
        "issuer": "某省局",
        "source": "公布",
        "verification": Verification.VERIFIED,
        "bands": BANDS,
    } | changes
    return DiscretionTable(**made)  # type: ignore[arg-type]


def goods(fen: int) -> PenaltyFacts:
    return PenaltyFacts({FineBase.GOODS_VALUE: fen})


@pytest.mark.parametrize(
    ("fen", "low", "high"),
    [
        (9_999_99, 50_000, 100_000),
        (10_000_00, 100_000, 200_000),
        (10_000_01, Fraction("100000.1"), Fraction("200000.2")),
    ],
)
def test_exactly_ten_thousand_yuan_belong_to_the_multiples(
    fen: int, low: Fraction, high: Fraction
) -> None:
    (only,) = fine_ranges(FOOD, goods(fen))

    assert (only.low, only.high) == (low * YUAN, high * YUAN)


@given(st.integers(0, 10**12))
def test_every_value_of_goods_has_exactly_one_range(fen: int) -> None:
    (only,) = fine_ranges(FOOD, goods(fen))

    assert only.high is not None
    assert only.low <= only.high


def test_an_unknown_value_is_asked_for_and_holds_no_amount() -> None:
    ranges = fine_ranges(FOOD, PenaltyFacts())

    assert {found.needs for found in ranges} == {FineBase.GOODS_VALUE}
    assert not any(found.holds(60_000 * YUAN) for found in ranges)


def test_a_small_base_counts_as_the_deemed_value() -> None:
    drug = (fine(FineBase.GOODS_VALUE, 15_000, 30_000, deemed_value=100_000),)

    (found,) = fine_ranges(drug, goods(300 * YUAN))

    assert found.low == 1_500_000 * YUAN
    assert found.high == 3_000_000 * YUAN


def test_a_fine_after_an_unheeded_order_waits_for_the_order() -> None:
    later = (
        Sanction(SanctionKind.FINE, Stage.UNHEEDED, fine=Fine(FineBase.AMOUNT, 5_000, 50_000)),
    )

    assert fine_ranges(later, PenaltyFacts()) == ()
    assert len(fine_ranges(later, PenaltyFacts(stages=frozenset({Stage.UNHEEDED})))) == 1


def test_no_gain_takes_the_clause_for_no_gain() -> None:
    gain = FineBase.ILLEGAL_GAIN
    clause = (
        fine(gain, 1_000, 10_000),
        fine(FineBase.AMOUNT, 0, 500_000, class_of=gain, base_unknown=True),
    )

    with_gain = fine_ranges(clause, PenaltyFacts({gain: 20_000}))
    without = fine_ranges(clause, PenaltyFacts(without=frozenset({gain})))

    assert [found.high for found in with_gain] == [200_000]
    assert [found.high for found in without if found.is_known] == [500_000 * YUAN]


def test_what_is_for_no_gain_alone_waits_until_there_is_known_to_be_none() -> None:
    warning = Sanction(SanctionKind.WARNING, no_gain=True)
    assert not admitted(warning, PenaltyFacts())
    assert admitted(warning, PenaltyFacts(without=frozenset({FineBase.ILLEGAL_GAIN})))


def test_a_ceiling_caps_the_multiple() -> None:
    clause = (fine(FineBase.ILLEGAL_GAIN, 0, 3_000, ceiling=30_000),)

    (found,) = fine_ranges(clause, PenaltyFacts({FineBase.ILLEGAL_GAIN: 90_000 * YUAN}))

    assert found.high == 30_000 * YUAN


def test_a_ceiling_ends_a_multiple_that_names_no_end() -> None:
    clause = (fine(FineBase.ILLEGAL_GAIN, 1_000, 0, ceiling=30_000),)

    (found,) = fine_ranges(clause, PenaltyFacts({FineBase.ILLEGAL_GAIN: 9_000 * YUAN}))

    assert (found.lowest, found.highest) == (9_000 * YUAN, 30_000 * YUAN)


def test_a_ceiling_below_the_lowest_multiple_is_all_that_is_left() -> None:
    clause = (fine(FineBase.ILLEGAL_GAIN, 1_000, 3_000, ceiling=30_000),)

    (found,) = fine_ranges(clause, PenaltyFacts({FineBase.ILLEGAL_GAIN: 90_000 * YUAN}))

    assert found.low == 30_000 * YUAN
    assert found.high == 30_000 * YUAN


@given(st.integers(0, 10**9), st.sampled_from([Grade.LENIENT, Grade.ORDINARY, Grade.SEVERE]))
def test_a_grade_lies_within_its_range(fen: int, grade: Grade) -> None:
    (whole,) = fine_ranges(FOOD, goods(fen))

    part = graded(whole, grade, table(), DAY)

    assert part is not None
    assert part.high is not None
    assert whole.high is not None
    assert whole.low <= part.low <= part.high <= whole.high


def test_the_example_of_the_bands() -> None:
    (whole,) = fine_ranges(FOOD, goods(0))

    part = graded(whole, Grade.LENIENT, table(), DAY)

    assert part is not None
    assert part.low == 50_000 * YUAN
    assert part.high == 65_000 * YUAN


def test_a_clause_that_names_no_amount_has_no_ceiling() -> None:
    (found,) = fine_ranges((fine(FineBase.AMOUNT, 0, 0),), PenaltyFacts())

    assert found.high is None
    assert found.holds(10**12)


@pytest.mark.parametrize("end", ["valid_from", "valid_to"])
def test_a_table_is_in_force_on_its_first_and_last_day(end: str) -> None:
    assert table(**{end: DAY}).applies_on(DAY)


@pytest.mark.parametrize(
    "unfit",
    [
        table(verification=Verification.RECALLED),
        table(valid_from=date(2027, 1, 1)),
        table(valid_to=date(2026, 1, 1)),
        table(bands={}),
    ],
)
def test_without_a_table_in_force_there_is_no_amount(unfit: DiscretionTable) -> None:
    (whole,) = fine_ranges(FOOD, goods(0))

    assert graded(whole, Grade.LENIENT, unfit, DAY) is None


FIRST = Ground(
    id="first",
    title="首次违法",
    effect=Effect.MAY_EXEMPT,
    basis=(Citation("中华人民共和国行政处罚法", 33, 1),),
    elements=(
        GroundElement("first", "初次违法"),
        GroundElement("slight", "危害后果轻微"),
        GroundElement("corrected", "及时改正"),
    ),
    verification=Verification.VERIFIED,
    look_back_years=2,
)


def test_a_ground_stands_when_every_element_is_ticked_and_evidenced() -> None:
    ticks = {key: Tick(key, met=True, evidence=("e1",)) for key in ("first", "slight")}

    partly = proof(FIRST, ticks)
    whole = proof(FIRST, ticks | {"corrected": Tick("corrected", met=True, evidence=("e2",))})
    bare = proof(FIRST, ticks | {"corrected": Tick("corrected", met=True)})
    denied = proof(FIRST, ticks | {"corrected": Tick("corrected", met=False, evidence=("e",))})

    assert partly.open == ("corrected",)
    assert bare.bare == ("corrected",)
    assert denied.unmet == ("corrected",)
    assert [found.is_shown for found in (partly, bare, denied, whole)] == [
        False,
        False,
        False,
        True,
    ]


def test_a_recalled_ground_is_never_open() -> None:
    recalled = Ground("r", "回忆", Effect.MAY_EXEMPT, (), FIRST.elements, Verification.RECALLED)

    assert not recalled.is_open_to(violation(), ("catering",), "enterprise", DAY)
    assert FIRST.is_open_to(violation(), ("catering",), "enterprise", DAY)


@pytest.mark.parametrize(
    "guard",
    [
        {"violations": ("M06",)},
        {"laws": ("中华人民共和国药品管理法",)},
        {"clauses": (Citation(FOOD_LAW, 124),)},
        {"clauses": (Citation(FOOD_LAW, 126, 1, 7),)},
        {"activities": ("production",)},
        {"party_types": ("individual",)},
        {"valid_to": date(2026, 11, 21)},
        {"valid_from": date(2026, 11, 23)},
    ],
)
def test_a_ground_is_open_only_where_its_guards_admit(guard: dict[str, Any]) -> None:
    narrowed = replace(FIRST, **guard)

    assert not narrowed.is_open_to(violation(), ("catering",), "enterprise", DAY)


@pytest.mark.parametrize(
    "guard",
    [
        {"violations": ("M06", violation().id)},
        {"laws": ("中华人民共和国药品管理法", FOOD_LAW)},
        {"activities": ("production", "catering")},
        {"party_types": ("individual", "enterprise")},
        {"valid_from": DAY, "valid_to": DAY},
        {"valid_from": date(2026, 11, 21), "valid_to": date(2026, 11, 23)},
    ],
)
def test_a_ground_is_open_where_one_of_each_guard_s_words_fits(guard: dict[str, Any]) -> None:
    fitting = replace(FIRST, **guard)

    assert fitting.is_open_to(violation(), ("catering",), "enterprise", DAY)


@pytest.mark.parametrize("clauses", ["duty", "penalty"])
def test_a_ground_of_one_law_is_open_to_what_has_one_clause_of_it(clauses: str) -> None:
    changes: dict[str, Any] = {"duty": (Citation("条例", 1),), "penalty": (Citation("条例", 1),)}
    mixed = violation(**{**changes, clauses: (Citation(FOOD_LAW, 1),)})

    assert replace(FIRST, laws=(FOOD_LAW,)).is_open_to(mixed, ("catering",), "enterprise", DAY)


@pytest.mark.parametrize("clause", [Citation(FOOD_LAW, 126), Citation(FOOD_LAW, 126, 1)])
def test_an_article_covers_its_paragraphs_and_items(clause: Citation) -> None:
    wide = replace(FIRST, clauses=(clause,))

    assert wide.is_open_to(violation(), ("catering",), "enterprise", DAY)


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_bands_share_no_amount_and_leave_none_out(first: int, width: int) -> None:
    whole = FineRange(FOOD[0], Fraction(first), Fraction(first + width))
    parts = [graded(whole, grade, table(), DAY) for grade in BANDS]

    for fen in {whole.lowest, whole.highest, first + width * 3 // 10, first + width * 7 // 10}:
        assert sum(part is not None and part.holds(fen) for part in parts) == 1


@pytest.mark.parametrize(
    ("low", "high", "included", "lowest", "highest"),
    [
        (Fraction(5, 2), Fraction(9, 2), True, 3, 4),
        (Fraction(5, 2), Fraction(9, 2), False, 3, 4),
        (Fraction(2), Fraction(4), True, 2, 4),
        (Fraction(2), Fraction(4), False, 3, 3),
    ],
)
def test_an_end_that_is_left_out_takes_away_one_fen_only_where_it_is_one(
    low: Fraction, high: Fraction, included: bool, lowest: int, highest: int
) -> None:
    found = FineRange(FOOD[0], low, high, low_included=included, high_included=included)

    assert (found.lowest, found.highest) == (lowest, highest)
    assert [fen for fen in range(7) if found.holds(fen)] == list(range(lowest, highest + 1))


def test_mitigation_lies_below_the_floor_by_a_band_of_its_own() -> None:
    (whole,) = fine_ranges(FOOD, goods(0))
    below = table(bands={Grade.MITIGATED: Band(100, 1000, high_included=False)})

    part = graded(whole, Grade.MITIGATED, below, DAY)

    assert part is not None
    assert (part.lowest, part.highest) == (5_000 * YUAN, 50_000 * YUAN - 1)
    assert graded(whole, Grade.MITIGATED, table(), DAY) is None
