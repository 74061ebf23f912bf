"""What papers cite is what something was found under, or what they may cite beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.domain.law.case_facts import PaperFacts
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.gate.judging import GateMessage, LawInForce, Run, judge
from tests.factory import FOOD_LAW
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import Change, part, whole
from tests.unit.gate.factory_exempt import exempt_case

LAW = LawInForce(shipped_rules(), shipped_calendar())


def said(code: str, paper: PaperFacts, change: Change | None = None) -> list[GateMessage]:
    case = replace(lawful_case(), texts=(), papers=(paper,))
    found = judge(change(case) if change else case, LAW.occasion(DAY, Run.DEMAND))
    return [message for message in found if message.code == f"gate.{code}"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("依照《食品安全法》第一百二十四条第一款第（五）项", []),
        ("依照《食品安全法》第一百二十四条第一款第（三）项", ["第一百二十四条第一款第（三）项"]),
        ("依照《食品安全法》第一百二十五条", ["第一百二十五条"]),
        ("依照《食品安全法》第九十九条和第九十九条", ["第九十九条"]),
        (
            "依照《食品安全法实施条例》第一百二十四条第一款第（五）项",
            ["第一百二十四条第一款第（五）项"],
        ),
        ("依照《食品安全法实施条例》第一百二十四条", ["第一百二十四条"]),
        ("依照《食品安全法实施条例》第一百二十四条第二款", []),
        ("依照《食品安全法实施条例》第六十七条", []),
        ("依照《药品管理法》第一百二十四条", []),
    ],
)
def test_a_paper_cites_what_was_found_of_the_law_under_which_it_was(
    text: str, wrong: list[str]
) -> None:
    paper = PaperFacts("d", "decision", "决定书", text=text)
    told = said("article_document", paper)
    assert [str(m.facts["citation"]).rpartition("》")[2] for m in told] == wrong
    assert not said("article_finding", paper)


def test_a_law_of_like_name_that_something_was_found_under_is_cited_by_right() -> None:
    both_laws = part(
        "decision", cites=(Citation(FOOD_LAW, 124), Citation(f"{FOOD_LAW}实施条例", 124))
    )
    paper = PaperFacts("d", "decision", "决定书", text="依照《食品安全法实施条例》第一百二十四条")
    assert not said("article_document", paper, both_laws)


def test_a_paper_may_cite_the_basis_of_a_measure_that_was_taken() -> None:
    paper = PaperFacts("d", "decision", "决定书", text="依照《食品安全法》第一百一十条查封")
    assert not said("article_document", paper)
    assert said("article_document", paper, whole(coercions=()))


def test_a_paper_may_cite_why_nothing_is_imposed() -> None:
    exemption = exempt_case().exemption
    assert exemption is not None
    because = replace(exemption, basis=(Citation(FOOD_LAW, 136),))
    paper = PaperFacts("d", "decision", "决定书", text="依照《食品安全法》第一百三十六条")
    assert said("article_document", paper)
    assert not said("article_document", paper, whole(exemption=because))


def test_a_paper_may_cite_what_its_form_does() -> None:
    paper = PaperFacts(
        "d", "order", "通知书", basis="《食品安全法》第九条", text="依照《食品安全法》第九条"
    )
    assert not said("article_document", paper)
    assert said("article_document", replace(paper, basis="《食品安全法》第十条"))


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("依照《食品安全法》第一百二十四条第一款第（五）项", False),
        ("依照《食品安全法》第一百二十四条", False),
        ("违反了《食品安全法》第三十四条第（十）项", True),
        ("当事人经营超过保质期的食品", True),
        # The wrong place is what is said.
        ("依照《食品安全法》第一百二十五条", False),
    ],
)
def test_a_decision_says_by_what_it_punishes(text: str, left_out: bool) -> None:
    told = said("clause_left_out", PaperFacts("d", "decision", "决定书", text=text))
    assert [str(m.facts["citation"]).rpartition("》")[2] for m in told] == (
        ["第一百二十四条第一款第（五）项"] if left_out else []
    )
    assert not said("clause_left_out", PaperFacts("d", "onsite_record", "现场笔录", text=text))


def test_without_a_penalty_no_clause_is_left_out() -> None:
    paper = PaperFacts("d", "decision", "不予行政处罚决定书", text="当事人经营超过保质期的食品")
    assert not said("clause_left_out", paper, part("decision", sanctions=()))


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("当事人：云溪县张记面馆有限公司", False),
        ("当事人：云溪县 张记面馆 有限公司", False),
        ("当事人：张记面馆", False),  # told as a shortened name
        ("当事人：云溪县张纪面馆有限公司", False),  # told as another name
        ("当事人经营超过保质期的食品", True),
    ],
)
def test_a_decision_names_its_party(text: str, left_out: bool) -> None:
    told = said("party_left_out", PaperFacts("d", "decision", "决定书", text=text))
    assert [m.facts["right"] for m in told] == ["云溪县张记面馆有限公司"] * left_out
    assert not said("party_left_out", PaperFacts("d", "onsite_record", "现场笔录", text=text))
