"""Whatever people type, and whatever stands in a paper, the gate reads it to its end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.case_facts import TypedText
from tests.factory_gate import lawful_case
from tests.unit.gate.asking import judged

_CASE = lawful_case()
_PARTY = "云溪县张记面馆有限公司"
_PIECES = (
    *("执法人员", "检查人员：", "经营者：", "负责人:", "当事人", "林知远", "周若水", "张三丰年"),
    *(
        "和",
        "、",
        "，",
        "。",
        "；",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "：",
        "\n",
        " ",
        "",
        "及",
        "与",
    ),
    *(_PARTY, _PARTY[:-4], _PARTY[3:7], _PARTY[1:], _PARTY[:-1], "有限责任公司", "股份有限公司"),
    *(
        "2026年",
        "6月",
        "15日",
        "2月30日",
        "2026-13-01",
        "〔2026〕",
        "[2026]",
        "8号",
        "第",
        "条",
        "款",
    ),
    *(
        "第一百二十四条",
        "第（五）项",
        "食品安全法",
        "该条",
        "至",
        "十",
        "1",
        "02",
        "罚款",
        "没收违法所得",
    ),
    *(
        "货值金额",
        "人民币",
        "陆万元整",
        "60,000.00元",
        "元",
        "万",
        "处",
        "以下",
        "罚没款共计",
        "送达",
        "于",
    ),
    *("0531-8888", "138 0000 0000", "+86", "@", "微信号", "住址：", "岁", "患有", "王八蛋", "大概"),
)
_TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=3)), max_size=14).map(
    "".join
)
_PLACES = (("checklist", "note"), ("findings", "facts"), ("documents", "document"))


@given(_TEXTS)
def test_any_text_is_judged(text: str) -> None:
    typed = tuple(
        TypedText(step, "C", "现场事实", use, text, published=True) for step, use in _PLACES
    )
    papers = tuple(replace(paper, text=text, number=text) for paper in _CASE.papers)
    publication = _CASE.publication and replace(_CASE.publication, text=text)
    judged(replace(_CASE, texts=typed, papers=papers, publication=publication))


@given(_TEXTS, _TEXTS)
def test_any_name_is_judged(name: str, text: str) -> None:
    party = _CASE.party and replace(_CASE.party, name=name, people=(name,))
    officers = tuple(replace(officer, name=name) for officer in _CASE.officers)
    papers = tuple(replace(paper, text=name + text) for paper in _CASE.papers)
    judged(replace(_CASE, party=party, officers=officers, papers=papers))


@pytest.mark.parametrize("text", ["检查人员和当事人在场。", "执法人员、林知远", "执法人员和"])
def test_a_list_of_people_may_begin_with_its_joint(text: str) -> None:
    typed = (TypedText("documents", "decision", "决定书", "document", text),)
    told = {message.code for message in judged(replace(_CASE, texts=typed))}
    assert not {code for code in told if code.startswith("gate.officer_name")}
