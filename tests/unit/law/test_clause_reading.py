"""Penalty clauses are read back: amounts in both kinds of numerals, stages, classes, 可以."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.chinese import chinese_number
from inspector_app.domain.law.clause_reading import read_clause
from inspector_app.domain.law.penalty import Stage


def yuan(amount: int, *, chinese: bool) -> str:
    """An amount as statutes write it: 五千元, 二十五万元; 5000元, 25万元."""
    number, unit = (amount // 10_000, "万元") if amount % 10_000 == 0 else (amount, "元")
    return (chinese_number(number) if chinese else str(number)) + unit


AMOUNTS = st.integers(1, 999).map(lambda n: n * 10_000) | st.integers(1, 99).map(lambda n: n * 100)


@given(AMOUNTS, AMOUNTS, st.booleans(), st.booleans())
def test_a_range_is_read_in_both_kinds_of_numerals(
    low: int, high: int, chinese: bool, may: bool
) -> None:
    text = (
        f"责令改正，{'可以' if may else ''}处{yuan(low, chinese=chinese)}以上"
        f"{yuan(high, chinese=chinese)}以下的罚款。"
    )
    ((_, found),) = read_clause(text).fines
    assert (found.in_yuan, found.low, found.high, found.may) == (True, low, high, may)


def test_what_is_no_number_is_left_out() -> None:
    ((_, found),) = read_clause("货值二三十元的，处一百元以上二百元以下的罚款。").fines
    assert (found.low, found.high, found.below_value, found.from_value) == (100, 200, 0, 0)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("处货值金额十倍以上二十倍以下罚款", 10_000, 20_000),
        ("处货值金额等值以上三倍以下的罚款", 1_000, 3_000),
        ("处所获收入百分之三十以上三倍以下的罚款", 300, 3_000),
        ("处所获收入30%以上2倍以下罚款", 300, 2_000),
        ("可并处相当其违法所得10%至50%的罚款", 100, 500),
        ("处违法经营额百分之二十以下的罚款", 0, 200),
        ("处货值金额等值以下的罚款", 0, 1_000),
        ("处货值金额0.5倍以上1.5倍以下的罚款", 500, 1_500),
    ],
)
def test_multiples_are_read_as_thousandths(text: str, low: int, high: int) -> None:
    ((_, found),) = read_clause(text).fines
    assert (found.in_yuan, found.low, found.high) == (False, low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("处二千元以下罚款", 0, 2_000),
        ("处十万元罚款", 100_000, 100_000),
        ("处以500元以下的罚款", 0, 500),
        ("对单位处五万元以上十万元以下的罚款", 50_000, 100_000),
        ("处一百万元以上五百万元以下的罚款", 1_000_000, 5_000_000),
    ],
)
def test_amounts_are_read_as_yuan(text: str, low: int, high: int) -> None:
    ((_, found),) = read_clause(text).fines
    assert (found.in_yuan, found.low, found.high) == (True, low, high)


def test_thresholds_are_the_class_of_the_fine_behind_them() -> None:
    clause = read_clause(
        "违法经营额五万元以上的，可以处违法经营额五倍以下的罚款，"
        "没有违法经营额或者违法经营额不足五万元的，可以处二十五万元以下的罚款"
    )
    told = [(f.from_value, f.below_value, f.high, f.may) for _, f in clause.fines]
    assert told == [(50_000, 0, 5_000, True), (0, 50_000, 250_000, True)]


@pytest.mark.parametrize("below", ["不足", "不满"])
def test_a_class_may_have_both_ends(below: str) -> None:
    clause = read_clause(
        f"货值{below}一万元的，处一千元以下罚款；货值一万元以上{below}五万元的，处二千元以下罚款；"
        "货值五万元以上的，处三千元以下罚款"
    )
    told = [(fine.from_value, fine.below_value, fine.high) for _, fine in clause.fines]
    assert told == [(0, 10_000, 1_000), (10_000, 50_000, 2_000), (50_000, 0, 3_000)]


def test_of_two_thresholds_the_one_nearer_to_the_fine_is_its_class() -> None:
    ((_, fine),) = read_clause("存货五万元以上，售出不足一万元的，处一千元以下罚款").fines
    assert (fine.from_value, fine.below_value) == (0, 10_000)


def test_a_class_is_that_of_the_one_fine_behind_it() -> None:
    clause = read_clause("货值一万元以上的，处二千元以下罚款，对责任人员处五百元以下罚款")
    assert [(f.from_value, f.high) for _, f in clause.fines] == [(10_000, 2_000), (0, 500)]


def test_each_range_of_a_part_is_a_fine_of_its_own() -> None:
    clause = read_clause(
        "对单位处五万元以上十万元以下的罚款，对个人处一千元以上五千元以下的罚款，并处二百元罚款"
    )
    assert [(f.low, f.high) for _, f in clause.fines] == [
        (50_000, 100_000),
        (1_000, 5_000),
        (200, 200),
    ]


def test_what_stands_before_a_fine_goes_back_to_the_fine_before_it() -> None:
    clause = read_clause("对单位处五万元以上十万元以下的罚款，对个人处一千元以下罚款")
    assert [fine.before for _, fine in clause.fines] == ["对单位处", "以下的罚款，对个人处"]


def test_an_amount_that_nobody_is_fined_is_no_fine() -> None:
    clause = read_clause("缴纳五万元保证金的玩具商，处一千元以下罚款")
    assert [(fine.low, fine.high) for _, fine in clause.fines] == [(0, 1_000)]


@pytest.mark.parametrize("between", ["以上", "至"])
def test_a_multiple_and_an_amount_are_not_the_ends_of_one_range(between: str) -> None:
    clause = read_clause(f"处货值金额一倍{between}十万元以下罚款")
    assert [(f.in_yuan, f.low, f.high) for _, f in clause.fines] == [(True, 0, 100_000)]


def test_what_smaller_values_count_as_and_ceilings_are_no_fines() -> None:
    clause = read_clause(
        "处违法所得三倍以下、但最高不超过三万元的罚款；货值金额不足十万元的，按十万元计算"
    )
    assert [fine.high for _, fine in clause.fines] == [3_000]
    assert clause.deemed == {100_000}
    assert clause.ceilings == {30_000}


@pytest.mark.parametrize(
    "text",
    ["货值金额按十万元估定", "以十万元计算的货值", "最高不超过百分之十", "按百分之十计算"],
)
def test_only_an_amount_that_is_counted_with_is_deemed_and_only_one_in_yuan_a_ceiling(
    text: str,
) -> None:
    clause = read_clause(text)
    assert (clause.deemed, clause.ceilings) == (frozenset(), frozenset())


def test_each_part_has_the_stage_that_it_names() -> None:
    clause = read_clause(
        "责令限期改正，给予警告；逾期不改正的，处一万元以下罚款；情节特别严重的，吊销营业执照"
    )
    assert [segment.named for segment in clause.segments] == [
        frozenset(),
        {Stage.UNHEEDED},
        {Stage.GRAVEST},
    ]


def test_a_stage_may_begin_behind_a_comma() -> None:
    clause = read_clause("没收广告费用，处二十万元以上一百万元以下的罚款，情节严重的，吊销营业执照")
    first, second = clause.segments
    assert Stage.GRAVE not in first.stages
    assert second.named == {Stage.GRAVE}


def test_a_stage_behind_a_comma_knows_of_whom_the_part_before_it_speaks() -> None:
    clause = read_clause(
        "对玩具商处一万元以下罚款；对责任人员处一千元以下罚款，情节严重的，处五千元以下罚款。"
    )

    assert [segment.ahead for segment in clause.segments] == [
        "",
        "",
        "对责任人员处一千元以下罚款",
    ]


def test_a_part_without_a_stage_goes_on_with_the_one_before() -> None:
    clause = read_clause("逾期不改正的，没收工具；货值金额一万元以上的，并处货值金额五倍以下罚款")
    assert Stage.UNHEEDED in clause.segments[1].stages


def test_every_part_without_a_stage_goes_on_until_the_next_one() -> None:
    clause = read_clause("逾期不改正的，没收工具；没收原料；并处五千元以下罚款；情节严重的，停业")
    stages = [segment.stages - {Stage.AT_ONCE} for segment in clause.segments]
    assert stages == [{Stage.UNHEEDED}] * 3 + [{Stage.GRAVE}]


def test_two_stages_may_share_a_part() -> None:
    (segment,) = read_clause("拒不改正或者情节严重的，责令停业整顿").segments
    assert segment.named == {Stage.UNHEEDED, Stage.GRAVE}


@given(st.text(alphabet="一十百万元以上下处罚款可；，。不足按计算倍%5 \n（）", max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_clause(text)
