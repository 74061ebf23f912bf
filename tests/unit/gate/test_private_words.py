"""What of people must not be published is recognised in published texts, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.case_facts import PublicationFacts, TypedText
from inspector_app.domain.law.gate.checks.words import found_in
from inspector_app.domain.law.gate.judging import GateMode, Occasion, Run, judge
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import whole

_RULES = shipped_rules()
_AROUND = st.text("当事人的，。、（）：货架 ", max_size=6)
_DIGITS = st.text("0123456789", min_size=8, max_size=8)
_NAME_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"


def private(text: str) -> set[str]:
    """The ids of what is told in a text that will be published."""
    told = TypedText("findings", "C", "某处", "facts", text, published=True)
    return {word.id for word, _ in found_in(told, _RULES.words) if word.published_only}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("当事人患乙型肝炎。", "health"),
        ("传菜员系乙型病毒性肝炎携带者", "health"),
        ("其妻患有高血压", "illness"),
        ("本人确诊为肺癌晚期", "illness"),
        ("当事人怀孕，行动不便", "pregnancy"),
        ("店主已怀孕六个月", "pregnancy"),
        ("店主孕28周", "pregnancy"),
        ("当事人信仰伊斯兰教", "belief"),
        ("系基督教徒", "belief"),
        ("电话0571-88886666", "landline-number"),
        ("（010）66668888", "landline-number"),
        ("联系电话：88886666", "landline-number"),
        ("电话 0571 88886666", "landline-number"),
        ("微信号：zhang_san88", "messenger-account"),
        ("微信wxid_abc12345", "messenger-account"),
        ("微信：13800000000", "messenger-account"),
        ("WeChat: zhangsan", "messenger-account"),
        ("VX：zhangsan88", "messenger-account"),
        ("QQ号12345678", "messenger-account"),
        ("邮箱zhang.san@example.com", "electronic-mail"),
        ("住址：云溪县虚拟街道8号", "home-address"),
        ("住址为云溪县虚拟街道8号", "home-address"),
        ("户籍地：云溪县", "home-address"),
        ("现居住于云溪县", "home-address"),
        ("其子王小明（8岁）食用后不适", "child"),
        ("其女李红，女，今年十二岁", "child"),
        ("学生张三丰年仅9周岁", "child"),
        ("+8613800000000", "mobile-number"),
        ("138-0000-0000", "mobile-number"),
    ],
)
def test_what_is_of_a_person_is_told(text: str, kind: str) -> None:
    assert kind in private(text)


@pytest.mark.parametrize(
    "text",
    [
        "生产批号20260101-88886666",
        "条码6901234567892，编号0571888866",
        "投诉举报电话12315",
        "住所（住址）：云溪县虚拟街道8号",
        "住所：云溪县虚拟街道8号",
        "微信公众号“云溪面馆”",
        "在微信小程序下单，微信支付30元",
        "标签标明怀孕妇女不宜食用",
        "售卖清真牛肉面",
        "精神病院食堂",
        "适用于3岁以上儿童",
        "玩具适合张开手3岁以上",
        "张某（8岁）食用后不适",
        "当事人张三丰，45岁",
        "王大明，18岁，店员",
        "网址www.example.com，@云溪面馆",
        "高血压患者适用",
        "货架上有2盒牛奶，保质期至2026年3月30日。",
        "国家标准GB2760-2024",
        "含税单价0.571-元",
    ],
)
def test_what_is_of_nobody_is_let_alone(text: str) -> None:
    assert private(text) == set()


@given(_AROUND, st.sampled_from(["010", "021", "0571", "0898"]), _DIGITS, _AROUND)
def test_every_landline_number_with_its_area_is_told(
    before: str, area: str, number: str, after: str
) -> None:
    for written in (
        f"{area}-{number}",
        f"({area}){number}",
        f"（{area}）{number}",
        f"{area}－{number}",
    ):
        assert "landline-number" in private(f"{before}{written}{after}")


@given(_AROUND, st.sampled_from("3456789"), st.text("0123456789", min_size=9, max_size=9), _AROUND)
def test_every_mobile_number_is_told(before: str, second: str, rest: str, after: str) -> None:
    number = f"1{second}{rest}"
    for written in (number, f"{number[:3]} {number[3:7]} {number[7:]}", f"+86-{number}"):
        assert "mobile-number" in private(f"{before}{written}{after}")


@given(
    _AROUND,
    st.text(_NAME_SIGNS, min_size=1, max_size=20),
    st.lists(st.text(_NAME_SIGNS, min_size=1, max_size=10), min_size=1, max_size=3),
    st.sampled_from(["com", "cn", "org", "net"]),
    _AROUND,
)
def test_every_mail_address_is_told(
    before: str, name: str, hosts: list[str], top: str, after: str
) -> None:
    assert "electronic-mail" in private(f"{before}{name}@{'.'.join(hosts)}.{top}{after}")


@given(st.text("0123456789", max_size=6), _AROUND)
def test_a_few_digits_are_no_number_of_a_person(digits: str, around: str) -> None:
    assert private(f"{around}共{digits}件{around}") == set()


def test_in_the_published_decision_it_is_a_warning_that_repeats_nothing() -> None:
    text = "当事人邮箱zhang.san@example.com。"
    case = whole(texts=(), papers=(), publication=PublicationFacts(text, DAY))(lawful_case())
    found = judge(case, Occasion(DAY, Run.DEMAND, _RULES, shipped_calendar()))
    (message,) = [m for m in found if m.code == "gate.private_in_publication"]
    assert (message.rule, message.mode) == ("R42", GateMode.WARN)
    assert "zhang" not in message.text


@pytest.mark.parametrize("text", ["a" * 20_000, "a." * 10_000 + "@", "1" * 20_000, "张三" * 9_000])
def test_a_long_text_without_any_is_read_through(text: str) -> None:
    assert private(text) == set()
