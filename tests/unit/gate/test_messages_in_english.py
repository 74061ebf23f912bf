"""A message of the gate in English: only what the case or the law says stays in Chinese."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from inspector_app.domain.law.citation_text import read_citations
from inspector_app.domain.law.gate.judging import GateMessage, Occasion, Run, judge
from inspector_app.domain.terms import MEASURE_LABELS, SANCTION_LABELS
from inspector_app.wordings import words_in
from tests.factory_gate import DAY
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.failing import FAILING

_CHINESE = re.compile(r"[\u3400-\u9fff]")
# As the case has it, and what the packs say of a word in the language of the papers.
_QUOTED = {"basis", "places", "word", "why", "instead"}
_TEMPLATES = ("项目3.1的备注", "项目A12的理由", "项目8.2的现场事实", "项目8.2的改正要求")


def said(code: str, **facts: str | int) -> str:
    told = words_in("en", code, facts)
    assert told is not None
    return told.what


def messages(code: str) -> tuple[GateMessage, ...]:
    failing = FAILING[code]
    case = failing.change(failing.base())
    rules, calendar = shipped_rules(), shipped_calendar()
    occasions = (Occasion(DAY, run, rules, calendar, failing.document) for run in Run)
    return tuple(m for one in occasions for m in judge(case, failing.occasion(one)))


def of_ours(facts: Mapping[str, str | int], case_words: str) -> list[str]:
    """The Chinese facts that are neither the case's words nor a clause nor quoted."""
    return [
        fact
        for name, fact in facts.items()
        if isinstance(fact, str) and _CHINESE.search(fact) and name not in _QUOTED
        if fact not in case_words and not read_citations(fact, shipped_rules().laws)
    ]


@pytest.mark.parametrize("code", sorted(FAILING))
def test_what_the_program_says_in_a_message_is_english(code: str) -> None:
    failing = FAILING[code]
    case_words = repr(failing.change(failing.base()))
    chinese = [
        (message.code, ours)
        for message in messages(code)
        for ours in of_ours(message.facts, case_words)
        if ours in said(message.code, **message.facts)
    ]
    assert not chinese


@pytest.mark.parametrize("label", [*SANCTION_LABELS.values(), *MEASURE_LABELS.values()])
def test_every_sanction_and_measure_has_an_english_word(label: str) -> None:
    assert not _CHINESE.search(said("gate.kind_above_notice", kind=label))


@pytest.mark.parametrize("label", _TEMPLATES)
def test_the_place_of_a_typed_text_is_named_in_english(label: str) -> None:
    told = said("gate.date_finding", label=label, day="2026-02-30")
    assert not _CHINESE.search(told)
    assert re.search(r"item (3\.1|A12|8\.2)\b", told)


@pytest.mark.parametrize(
    ("kinds", "english"),
    [
        ("罚款", "fine"),
        ("罚款、警告", "fine, warning"),
        ("没收工具、设备、原料", "confiscation of tools, equipment and materials"),
        (
            "没收工具、设备、原料、罚款、吊销许可证、执照",
            "confiscation of tools, equipment and materials, fine, revocation of the licence",
        ),
        ("责令停产停业或者吊销许可证、执照", "suspension of business or revocation of the licence"),
        ("罚款、张三", "罚款、张三"),
        ("张三、罚款", "张三、罚款"),
        ("罚款、", "罚款、"),
        ("", ""),
    ],
)
def test_terms_in_a_row_are_joined_as_english_joins_them(kinds: str, english: str) -> None:
    told = said("gate.kind_above_notice", kind=kinds)
    assert told == said("gate.kind_above_notice", kind="X").replace("X", english)
