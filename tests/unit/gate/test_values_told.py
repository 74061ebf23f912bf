"""What a decision's words say of illegal gain and goods value is what was decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.case_facts import ImposedSanction, PaperFacts
from inspector_app.domain.law.gate.judging import GateMode, LawInForce, Run, judge
from inspector_app.domain.law.penalty import SanctionKind
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import Change, both, part, whole
from tests.unit.gate.written_amounts import money_in_words

_RULES = shipped_rules()
_AMOUNTS = replace(_RULES, rules=tuple(r for r in _RULES.rules if r.id == "C04"))
LAW = LawInForce(_AMOUNTS, shipped_calendar())
GAIN, GOODS = "gate.gain_differs", "gate.goods_value_differs"


def printed(text: str, change: Change | None = None, kind: str = "decision") -> list[object]:
    paper = PaperFacts("d", kind, "决定书", text=text)
    case = replace(lawful_case(), texts=(), papers=(paper,))
    found = judge(change(case) if change else case, LAW.occasion(DAY, Run.DEMAND))
    assert all(message.mode is GateMode.BLOCK for message in found)
    return [(message.code, message.facts["amount"]) for message in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("没收违法所得150元。", []),
        ("没收违法所得人民币壹佰伍拾元整。", []),
        ("没收违法所得1500元。", [(GAIN, "1500元")]),
        ("没收违法所得15元。", [(GAIN, "15元")]),
        ("违法所得共计：人民币壹仟伍佰元整。", [(GAIN, "壹仟伍佰元整")]),
        ("违法所得（人民币）1,500.00元", [(GAIN, "1,500.00元")]),
        ("违法所得100元，另有违法所得50元。", []),
        ("牛奶的违法所得100元，违法所得合计150元。", []),
        ("违法所得200元，没收违法所得150元。", [(GAIN, "200元")]),
        ("违法所得一万元以上的，并处违法所得一倍罚款。", []),
        ("没有违法所得或者违法所得不足一万元的。", []),
        ("货值金额40元。", []),
        ("货值金额共计40.00元", []),
        ("货值金额为400元。", [(GOODS, "400元")]),
        ("货值共计人民币肆佰元整", [(GOODS, "肆佰元整")]),
        ("货值金额不足一万元的，货值金额一万元以上的。", []),
        ("销售收入500元，进货价款300元。", []),
    ],
)
def test_gain_and_goods_value_are_those_decided(text: str, told: list[object]) -> None:
    assert printed(text) == told


def test_what_is_not_known_is_not_compared() -> None:
    nothing = both(whole(gain=None), part("decision", sanctions=(), bases={}))
    for text in ("违法所得1500元。", "货值金额400元。"):
        assert printed(text) != []
        assert printed(text, nothing) == []
        assert printed(text, whole(decision=None)) == []


def test_the_fen_beyond_whole_yuan_count() -> None:
    odd = ImposedSanction(SanctionKind.CONFISCATE_GAIN, 150, odd_fen=50)
    change = both(whole(gain=None), part("decision", sanctions=(odd,)))
    assert printed("没收违法所得150.50元。", change) == []
    assert printed("没收违法所得150元。", change) == [(GAIN, "150元")]


def test_a_notice_may_tell_what_was_decided_otherwise_after_the_defence() -> None:
    assert printed("违法所得1500元，货值金额400元。", kind="notice") == []


@given(
    st.integers(1, 10**9), st.sampled_from(["没收违法所得{}", "违法所得共计{}，", "货值金额{}。"])
)
def test_any_amount_but_the_right_one_is_told_in_figures_and_in_words(
    fen: int, sentence: str
) -> None:
    right = 15_000 if "所得" in sentence else 4_000
    for amount in (f"{fen // 100}.{fen % 100:02d}元", money_in_words(fen)):
        assert bool(printed(sentence.format(amount))) is (fen != right)
