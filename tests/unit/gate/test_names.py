"""The names that texts and papers give to the party and to officers are those of the record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import PaperFacts, TypedText
from inspector_app.domain.law.gate.judging import GateMessage, GateMode, LawInForce, Run, judge
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules

_RULES = shipped_rules()
_NAMES_ONLY = replace(_RULES, rules=tuple(r for r in _RULES.rules if r.id == "C01"))
LAW = LawInForce(_NAMES_ONLY, shipped_calendar())
NAME = "云溪县张记面馆有限公司"


def typed(text: str, name: str = NAME) -> list[str]:
    """The names that are told as wrong in a document's field."""
    told = TypedText("documents", "decision.facts", "《决定书》", "document", text)
    return [str(message.facts["name"]) for message in _said(name, texts=(told,), papers=())]


def printed(text: str, name: str = NAME, **party: object) -> list[GateMessage]:
    """What is said of a paper's words."""
    return _said(
        name, texts=(), papers=(PaperFacts("d", "decision", "决定书", text=text),), **party
    )


def _said(
    name: str, *, texts: tuple[TypedText, ...], papers: tuple[PaperFacts, ...], **party: object
) -> list[GateMessage]:
    case = lawful_case()
    assert case.party is not None
    named = replace(case.party, name=name, **party)  # type: ignore[arg-type]  # names of fields
    facts = replace(case, party=named, texts=texts, papers=papers)
    return list(judge(facts, LAW.occasion(DAY, Run.DEMAND)))


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("云溪县张记面馆有限责任公司", "云溪县张记面馆有限责任公司"),
        ("云溪县张记面馆股份有限公司", "云溪县张记面馆股份有限公司"),
        ("云溪县张记面面馆有限公司", "云溪县张记面面馆有限公司"),
        ("云溪张记面馆有限公司", "云溪张记面馆有限公司"),
        ("云溪县张面记馆有限公司", "云溪县张面记馆有限公司"),
        ("云溪县记张面馆有限公司", "云溪县记张面馆有限公司"),
    ],
)
def test_a_slip_of_the_pen_in_the_party_s_name_is_told(text: str, near: str) -> None:
    assert typed(f"{text}的货架") == [near]
    assert typed(f"{NAME}（{text}）") == [near]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("当事人云溪县李记面馆有限公司", GateMode.BLOCK),
        (f"当事人{NAME}从云溪县李记面馆有限公司进货", GateMode.WARN),
    ],
)
def test_a_firm_of_almost_that_name_may_be_named_beside_the_party(
    text: str, mode: GateMode
) -> None:
    assert [message.mode for message in printed(text)] == [mode]


@pytest.mark.parametrize(
    "text",
    [
        NAME,
        f"{NAME}城东分公司",
        "云溪县张记面馆 有限公司",
        "云溪县张记食品销售有限公司",
        "云溪县李家面馆有限公司",
        "云溪县张记面馆",
    ],
)
def test_another_company_s_name_or_a_blank_is_no_slip(text: str) -> None:
    assert typed(f"由{text}供货") == []


def test_a_short_name_with_a_sign_less_is_any_word() -> None:
    assert typed("张记馆的货架", "张记面馆") == []
    assert typed("张记好面店", "张记好面馆店") == ["张记好面店"]


@given(st.text("云溪县张记面馆有限公司的，。和", max_size=30))
def test_the_name_itself_is_never_told_as_wrong(around: str) -> None:
    assert NAME not in typed(f"{around}，{NAME}，{around}")


@given(st.integers(1, len(NAME) - 2), st.sampled_from("食品厂店"))
def test_one_sign_too_many_or_too_few_within_the_name_is_told(place: int, sign: str) -> None:
    more = NAME[:place] + sign + NAME[place:]
    less = NAME[:place] + NAME[place + 1 :]
    assert typed(f"由{more}经营") == [more]
    assert typed(f"由{less}经营") == [less]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("执法人员：林知元、周若水", ["林知元"]),
        ("执法人员：林知远 、周若冰", ["周若冰"]),
        ("本局检查人员林知远和周若冰到场检查", ["周若冰"]),
        ("办案人员林之远，周若水", ["林之远"]),
        ("执法人员：林知远、周若水（证号）", []),
        ("执法人员林知远、周若水对当事人进行检查", []),
        ("执法人员王得胜参加", []),
        ("执法人员到达现场", []),
        ("送货人林知元", []),
    ],
)
def test_an_officer_s_name_is_right_where_officers_are_named(text: str, told: list[str]) -> None:
    assert typed(text) == told


def test_a_name_of_two_signs_is_compared_where_it_stands_alone() -> None:
    case = lawful_case()
    officers = (replace(case.officers[0], name="周密"),)

    def told(text: str) -> list[str]:
        typed_text = TypedText("documents", "decision.facts", "某处", "document", text)
        facts = replace(case, officers=officers, texts=(typed_text,), papers=())
        return [str(m.facts["name"]) for m in judge(facts, LAW.occasion(DAY, Run.DEMAND))]

    assert told("执法人员：周蜜、林知远") == ["周蜜"]
    assert told("执法人员周到服务") == []


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("当事人张记面馆经营过期食品。", NAME, "张记面馆"),
        ("当事人云溪县张记面馆经营过期食品。", NAME, "云溪县张记面馆"),
        ("当事人：张记\n面馆", NAME, "张记面馆"),
        ("当事人尤家面馆", "星汉县尤家面馆", "尤家面馆"),
        (f"当事人{NAME}（以下称张记面馆）", NAME, None),
        ("当事人云溪县张记面馆\n有限公司", NAME, None),
        ("云溪县市场监督管理局，供货者有限公司", NAME, None),
        ("当事人张记面馆", "张记面馆", None),
        ("当事人云溪县老面", "云溪县老面", None),
    ],
)
def test_a_paper_gives_the_party_s_whole_name(text: str, name: str, told: str | None) -> None:
    # That it is not named at all is another message, which tells no name.
    said = [(m.code, m.facts["name"]) for m in printed(text, name) if "name" in m.facts]
    assert said == ([("gate.name_shortened", told)] if told else [])


def test_a_wrong_name_is_not_told_as_a_shortened_one_too() -> None:
    (message,) = printed("云溪县张记面馆有限责任公司")
    assert message.code == "gate.name_document"


def test_a_person_has_no_shorter_name() -> None:
    assert printed("当事人张三丰", "云溪县张三丰", type=PartyType.INDIVIDUAL) == []
