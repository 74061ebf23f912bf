"""A sanction is held to the words of a clause: kind, stage, 可以, and every condition of a fine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.domain.law.clause_reading import read_clause
from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.sanction_check import MismatchCode, mismatch

GOODS = FineBase.GOODS_VALUE
TOOLS = Sanction(SanctionKind.CONFISCATE_TOOLS)
FINE = Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 0, 2_000))
DAILY = Sanction(SanctionKind.FINE, fine=Fine(FineBase.DAILY, 1_000, 1_000))
OPEN = Sanction(SanctionKind.FINE, fine=Fine(FineBase.AMOUNT, 0, 0))
NOTHING_OF_IT = "责令改正。"


def code(sanction: Sanction, *clauses: str) -> MismatchCode | None:
    found = mismatch(sanction, [read_clause(clause) for clause in clauses])
    return found.code if found is not None else None


def fined(low: int, high: int, base: FineBase = FineBase.AMOUNT, **more: object) -> Sanction:
    fine = Fine(base, low, high, **more)  # type: ignore[arg-type]  # keyword names are the fields
    return Sanction(SanctionKind.FINE, fine=fine)


@pytest.mark.parametrize(
    ("sanction", "clause", "told"),
    [
        (TOOLS, "没收工具。", None),
        (TOOLS, "可以没收工具。", MismatchCode.MAY),
        (replace(TOOLS, optional=True), "可以没收工具。", None),
        (replace(TOOLS, optional=True), "没收工具。", MismatchCode.MAY),
        # 可以单处或者并处 leaves several open, whatever stands before each.
        (replace(TOOLS, several=True), "可以没收工具。", None),
        # A warning's 可以 need not stand right before it.
        (Sanction(SanctionKind.WARNING), "可以给予警告。", None),
        # One of the places says what was structured.
        (TOOLS, "没收工具；可以没收包装。", None),
    ],
)
def test_what_may_be_taken_and_what_must(
    sanction: Sanction, clause: str, told: MismatchCode | None
) -> None:
    assert code(sanction, clause) is told


@pytest.mark.parametrize(
    ("stage", "clause", "told"),
    [
        (Stage.WORSE, "给予警告；没收原料。", None),
        (Stage.HARM, "给予警告；没收原料。", None),
        (Stage.GRAVEST, "给予警告；没收原料。", None),
        (Stage.GRAVE, "给予警告；没收原料。", MismatchCode.STAGE),
        (Stage.WORSE, "给予警告；逾期不改正的，没收原料。", MismatchCode.STAGE),
        (Stage.WORSE, "给予警告；情节较重的，没收原料。", None),
    ],
)
def test_a_stage_without_words_of_its_own_stands_where_none_is_named(
    stage: Stage, clause: str, told: MismatchCode | None
) -> None:
    assert code(Sanction(SanctionKind.CONFISCATE_GOODS, stage), clause) is told


@pytest.mark.parametrize(
    ("fine", "clause", "told"),
    [
        (DAILY, "可以按照原处罚数额按日连续处罚。", None),
        (DAILY, "处二千元以下罚款。", MismatchCode.KIND),
        (fined(1_000, 2_000, FineBase.DAILY), "按照原处罚数额按日连续处罚。", MismatchCode.KIND),
        (fined(2_000, 2_000, FineBase.DAILY), "按照原处罚数额按日连续处罚。", MismatchCode.KIND),
        (fined(2_000, 1_000, FineBase.DAILY), "按照原处罚数额按日连续处罚。", MismatchCode.KIND),
    ],
)
def test_a_fine_by_the_day_is_the_whole_fine_again(
    fine: Sanction, clause: str, told: MismatchCode | None
) -> None:
    assert code(fine, clause, NOTHING_OF_IT) is told


def test_a_fine_without_an_amount_needs_the_word_alone() -> None:
    assert code(OPEN, "并处罚款。", NOTHING_OF_IT) is None
    assert code(OPEN, NOTHING_OF_IT) is MismatchCode.KIND
    assert code(fined(500, 0), "并处罚款。") is MismatchCode.AMOUNT


@pytest.mark.parametrize(
    ("base", "words"),
    [
        (GOODS, "货值金额"),
        (FineBase.TURNOVER, "违法经营额"),
        (FineBase.ILLEGAL_GAIN, "违法所得"),
        (FineBase.ADVERTISING_FEE, "广告费用"),
        (FineBase.CAPITAL, "注册资本"),
    ],
)
def test_a_multiple_is_of_the_base_that_the_clause_names(base: FineBase, words: str) -> None:
    clause = f"处{words}五倍以下的罚款。"
    others = {GOODS, FineBase.TURNOVER, FineBase.ADVERTISING_FEE, FineBase.CAPITAL} - {base}

    assert code(fined(0, 5_000, base), clause) is None
    assert {code(fined(0, 5_000, other), clause) for other in others} == {MismatchCode.BASE}


def test_a_base_named_behind_the_amount_is_not_its_base() -> None:
    clause = "处违法所得五倍以下罚款，并查清货值金额。"

    assert code(fined(0, 5_000, GOODS), clause) is MismatchCode.BASE


@pytest.mark.parametrize(("several", "told"), [(True, None), (False, MismatchCode.MAY)])
def test_a_fine_among_several_that_are_open_asks_for_no_may_of_its_own(
    several: bool, told: MismatchCode | None
) -> None:
    assert code(replace(FINE, several=several), "可以处二千元以下罚款。") is told


LOWER = fined(0, 2_000, class_of=GOODS, below_value=10_000)
MIDDLE = fined(0, 3_000, class_of=GOODS, from_value=10_000, below_value=50_000)
UPPER = fined(0, 4_000, class_of=GOODS, from_value=50_000)


@pytest.mark.parametrize("below", ["不足", "不满"])
def test_the_classes_of_a_value_are_held_at_both_ends(below: str) -> None:
    clause = (
        f"货值{below}一万元的，处二千元以下罚款；货值一万元以上{below}五万元的，处三千元以下罚款；"
        "货值五万元以上的，处四千元以下罚款。"
    )
    assert [code(each, clause) for each in (LOWER, MIDDLE, UPPER)] == [None, None, None]
    slips = [
        fined(0, 2_000, class_of=GOODS, below_value=20_000),
        fined(0, 3_000, class_of=GOODS, from_value=20_000, below_value=50_000),
        fined(0, 3_000, class_of=GOODS, from_value=10_000),
        fined(0, 4_000, class_of=GOODS, from_value=40_000),
    ]
    assert {code(each, clause) for each in slips} == {MismatchCode.VALUE_CLASS}


def test_the_upper_class_may_go_without_its_threshold() -> None:
    clause = "处四千元以下罚款；货值不足五万元的，处二千元以下罚款。"

    assert code(UPPER, clause) is None


def test_where_the_base_is_unknown_no_class_is_asked_for() -> None:
    unknown = fined(0, 2_000, class_of=GOODS, base_unknown=True)

    assert code(unknown, "货值不足一万元的，处二千元以下罚款。") is None


@pytest.mark.parametrize(
    ("payer", "clause", "told"),
    [
        (Payer.UNIT, "对单位处二千元以下罚款。", None),
        (Payer.INDIVIDUAL, "对单位处二千元以下罚款。", MismatchCode.PAYER),
        (Payer.INDIVIDUAL, "个人违反的，责令改正；处二千元以下罚款。", None),
        (Payer.UNIT, "个人违反的，责令改正；处二千元以下罚款。", MismatchCode.PAYER),
        (Payer.UNIT, "单位违反的，责令改正；对个人处二千元以下罚款。", MismatchCode.PAYER),
        (Payer.PARTY, "对单位处二千元以下罚款。", None),
        (Payer.RESPONSIBLE_PERSON, "对单位和责任人员处二千元以下罚款。", None),
        (Payer.RESPONSIBLE_PERSON, "对单位处二千元以下罚款。", MismatchCode.PAYER),
        (
            Payer.RESPONSIBLE_PERSON,
            "给予警告；对责任人员处一千元以下罚款，情节严重的，处二千元以下罚款。",
            None,
        ),
    ],
)
def test_he_pays_whom_the_words_before_the_amount_or_the_clause_name(
    payer: Payer, clause: str, told: MismatchCode | None
) -> None:
    stage = Stage.GRAVE if "情节" in clause else Stage.AT_ONCE

    assert code(replace(FINE, payer=payer, stage=stage), clause) is told


def test_a_deemed_value_and_a_ceiling_may_stand_in_any_of_the_clauses() -> None:
    multiple = "处货值金额五倍以下罚款。"
    deemed = fined(0, 5_000, GOODS, deemed_value=100_000)
    capped = fined(0, 5_000, GOODS, ceiling=30_000)

    assert code(deemed, multiple, "货值金额不足十万元的，按十万元计算。") is None
    assert code(deemed, multiple) is MismatchCode.DEEMED
    assert code(capped, multiple, "最高不超过三万元。") is None
    assert code(capped, multiple) is MismatchCode.CEILING
