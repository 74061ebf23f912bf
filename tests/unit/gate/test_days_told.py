"""What a paper says happened lies not after its own day and is dated as the record is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.chinese import chinese_date
from inspector_app.domain.law.case_facts import PaperFacts
from inspector_app.domain.law.gate.judging import GateMode, LawInForce, Run, judge
from tests.factory import AUTHORITY
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import Change, part, whole

_RULES = shipped_rules()
_DATES = replace(_RULES, rules=tuple(r for r in _RULES.rules if r.id == "C03"))
LAW = LawInForce(_DATES, shipped_calendar())
DECIDED = date(2026, 6, 15)


def printed(
    text: str, change: Change | None = None, *, kind: str = "decision", dated: date | None = None
) -> list[str]:
    """The codes of what is said of a paper's days, without ``gate.``."""
    paper = PaperFacts("d", kind, "决定书", text=text, dated=dated)
    case = replace(lawful_case(), texts=(), papers=(paper,))
    found = judge(change(case) if change else case, LAW.occasion(DAY, Run.DEMAND))
    assert all(message.mode is GateMode.WARN for message in found)
    return [message.code.removeprefix("gate.") for message in found]


@pytest.mark.parametrize(
    "text",
    [
        "于2027年4月1日……",
        "经查，当事人于2026年6月16日购进牛奶。",
        "当事人申请于2026年7月1日复查。",
        "有限公司2026年6月16日销售牛奶",
        "请核对。2026-06-16购进",
    ],
)
def test_nothing_is_told_as_done_after_the_paper_s_own_day(text: str) -> None:
    assert printed(text) == ["day_after_paper"]


@pytest.mark.parametrize(
    "text",
    [
        "当事人于2026年6月15日到场。",
        "应当于2026年7月1日缴纳罚款。",
        "于2026年7月1日前改正。",
        "于2026年7月1日17时之前改正",
        "许可证有效期至2029年1月1日。",
        "请你单位于2026年7月3日上午9时到本局。",
        "听证定于2026年7月3日举行。",
        "标签标注的生产日期为2026年12月1日。",
        "保质期：2027年5月1日",
        "本决定自2026年7月1日起生效。",
        "缴款期限届满日为2026年7月1日。",
    ],
)
def test_a_term_or_what_goods_bear_may_lie_after_it(text: str) -> None:
    assert printed(text) == []


@given(st.integers(-400, 400))
def test_the_day_of_the_paper_is_the_bound(days: int) -> None:
    told = chinese_date(DECIDED + timedelta(days))
    assert bool(printed(f"当事人于{told}购进。")) is (days > 0)
    # Another paper bears its own day, or is asked about today.
    other = printed(f"当事人于{told}购进。", kind="letter", dated=DECIDED - timedelta(30))
    assert bool(other) is (days > -30)
    assert bool(printed(f"当事人于{told}购进。", kind="letter")) is (
        DECIDED + timedelta(days) > DAY
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026年4月2日，本局执法人员对当事人进行现场检查。", "inspection_day_told"),
        ("2026年4月2日上午9时30分，本局对当事人开展监督检查。", "inspection_day_told"),
        ("检查时间：2026年3月31日09时05分至2026年3月31日10时", "inspection_day_told"),
        ("本局于2026年4月5日决定立案。", "filing_day_told"),
        ("立案日期：2026年4月5日", "filing_day_told"),
        ("2026年5月14日，本局向当事人送达了《行政处罚告知书》。", "notice_day_told"),
        ("本局于2026年6月2日举行听证。", "hearing_day_told"),
        ("本局于2026年6月14日作出行政处罚决定。", "decision_day_told"),
        (f"……\n{AUTHORITY.name}　2026年6月14日", "decision_day_told"),
    ],
)
def test_what_was_done_is_dated_as_the_record_is(text: str, code: str) -> None:
    assert printed(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "2026年4月1日，本局执法人员对当事人进行现场检查。",
        "检查时间：2026年4月1日09时05分至2026年4月2日10时",
        "2026年4月1日进行现场检查，2026年4月20日进行监督检查。",
        "上一次2025年4月1日进行现场检查时没有发现问题。",
        "2026年4月20日，当事人在现场检查笔录上签名。",
        "2026年3月31日，本局收到举报，2026年4月1日进行现场检查，于2026年4月3日立案。",
        "2026年4月2日，办案人员建议立案。",
        "2026年4月2日符合立案条件。",
        "本局于2026年4月3日决定立案。",
        "2026年5月15日，本局向当事人送达了《行政处罚告知书》。",
        "当事人于2026年5月18日要求举行听证。",
        "本局于2026年6月3日举行听证。",
        "本局于2026年6月15日作出行政处罚决定。",
        "当事人曾于2025年6月14日被作出行政处罚决定。",
        "本局于2026年4月3日作出查封决定。",
        f"……\n{AUTHORITY.name}　2026年6月15日",
        f"{AUTHORITY.name}2026年6月10日收到说明。",
    ],
)
def test_the_record_s_days_and_those_of_something_else_are_let_alone(text: str) -> None:
    assert printed(text) == []


def test_what_the_record_does_not_say_is_not_compared() -> None:
    unknown = whole(inspection=None, filing=None, notice=None, hearing=None)
    text = (
        "2026年4月2日进行现场检查，2026年4月5日立案，2026年5月14日送达告知书，2026年6月2日举行听证"
    )
    assert len(printed(text)) == 4
    assert printed(text, unknown) == []
    assert printed("2026年6月14日作出处罚决定", whole(decision=None)) == []
    assert printed("2026年6月2日举行听证", part("hearing", held_on=None)) == []


def test_only_a_decision_is_sealed_on_the_day_it_is_made() -> None:
    assert printed(f"……\n{AUTHORITY.name}　2026年6月14日", kind="letter") == []
    assert printed(f"……\n{AUTHORITY.name}　2026年6月14日", whole(authority="")) == []
