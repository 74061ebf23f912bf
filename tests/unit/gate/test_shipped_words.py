"""The words that are delivered: what they find, and the proper words that they must let alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.domain.law.case_facts import PaperFacts, TypedText
from inspector_app.domain.law.gate.checks.words import found_in
from inspector_app.domain.law.gate.judging import GateMode, Occasion, Run, judge
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules

_BLOCKED = [
    "黑心作坊",
    "坑蒙拐骗",
    "素质极差",
    "泼妇",
    "神经病",
    "弱智",
    "傻帽",
    "缺德",
    "流氓",
    "人渣",
    "白痴",
    "胡搅蛮缠",
]


def words(text: str, use: str = "facts") -> list[str]:
    told = TypedText("findings", "C", "某处", use, text)
    return [form for word, form in found_in(told, shipped_rules().words) if not word.published_only]


@pytest.mark.parametrize("word", _BLOCKED)
def test_insults_are_found_and_block(word: str) -> None:
    told = TypedText("documents", "decision.facts", "某处", "document", f"该{word}拒不配合。")
    case = replace(lawful_case(), texts=(told,), papers=())
    found = judge(case, Occasion(DAY, Run.DEMAND, shipped_rules(), shipped_calendar()))
    assert [(m.code, m.facts["word"], m.mode) for m in found] == [
        ("gate.word_document", word, GateMode.BLOCK)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "店名为“王八蛋糕”",
        "预混蛋糕粉和混蛋白液",
        "流氓兔玩偶，流氓软件",
        "糖尿病周围神经病变",
        "视神经病",
        "弱智儿童学校食堂",
        "货架缺德芙巧克力和短缺德国啤酒",
        "活泼妇女舞蹈队",
        "孩子活泼皮实",
        "持有人渣打银行",
        "素质差异化，身体素质差",
        "不要脸部按摩",
        "无良好习惯",
    ],
)
def test_longer_words_that_only_hold_an_insult_are_let_alone(text: str) -> None:
    assert words(text) == []


def test_an_insult_beside_a_proper_word_that_holds_it_is_found() -> None:
    assert words("“王八蛋糕”店的老板是王八蛋") == ["王八蛋"]


def _own_words() -> Iterator[str]:
    for pack in delivered_packs(DAY).packs():
        yield from (violation.wording for violation in pack.violations.values())
        for checklist in pack.checklists:
            yield from (item.text for item in checklist.items)


def test_the_words_of_the_packs_themselves_are_proper() -> None:
    assert [(text, found) for text in _own_words() if (found := words(text, "document"))] == []


def test_the_words_of_a_paper_are_looked_through_like_typed_ones() -> None:
    paper = PaperFacts("d", "letter", "函", text="云溪县张记面馆有限公司是黑心作坊。")
    for standing in (True, False):
        case = replace(lawful_case(), texts=(), papers=(replace(paper, standing=standing),))
        found = judge(case, Occasion(DAY, Run.DEMAND, shipped_rules(), shipped_calendar()))
        assert [(m.code, m.target) for m in found] == (
            [("gate.word_document", "letter")] if standing else []
        )
