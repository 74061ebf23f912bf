"""A word of the list is found where it is looked for, as it is typed, and not within a proper one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import CaseFacts, PublicationFacts, TypedText
from inspector_app.domain.law.gate.judging import GateMessage, GateMode, Occasion, Run, judge
from inspector_app.domain.law.gate.rules import Word, WordUse
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import both, part, whole

ROGUE = Word("rogue", ("奸商", "黑店"), "不得侮辱", GateMode.BLOCK, instead="当事人")
NUMBER = Word("number", ("号码",), "不得公开", GateMode.WARN, pattern="1[0-9]{4}")
NUMBER = replace(NUMBER, published_only=True)


def said(case: CaseFacts, *words: Word) -> list[GateMessage]:
    rules = replace(shipped_rules(), words=words)
    found = judge(case, Occasion(DAY, Run.DEMAND, rules, shipped_calendar()))
    return [message for message in found if message.rule in {"T01", "R42"}]


def typed(content: str, *words: Word, **text: Any) -> dict[str, str | int]:
    """Codes of what is said of a finding's text, with the words told."""
    told = TypedText("findings", "C", "现场事实", "facts", content)
    found = said(whole(texts=(replace(told, **text),))(lawful_case()), *words)
    return {message.code.removeprefix("gate."): message.facts["word"] for message in found}


def is_found(content: str, word: Word, **text: Any) -> bool:
    return bool(typed(content, word, **text))


@pytest.mark.parametrize(
    ("step", "code"),
    [("checklist", "word_note"), ("findings", "word_finding"), ("documents", "word_document")],
)
def test_a_word_is_told_once_where_it_was_typed(step: str, code: str) -> None:
    assert typed("该奸商开黑店，奸商。", ROGUE, step=step) == {code: "奸商"}


@pytest.mark.parametrize(
    ("uses", "use", "found"),
    [
        ((), "note", True),
        ((WordUse.FACTS,), "facts", True),
        ((WordUse.FACTS,), "note", False),
        ((WordUse.FACTS, WordUse.NOTE), "note", True),
    ],
)
def test_a_word_is_looked_for_in_its_uses_or_in_all(
    uses: tuple[WordUse, ...], use: str, found: bool
) -> None:
    assert is_found("奸商", replace(ROGUE, uses=uses), use=use) is found


@pytest.mark.parametrize("content", ["奸 商", "奸\n商", "奸\u3000商", "ＡＢ店"])
def test_neither_blanks_nor_wide_signs_hide_a_word(content: str) -> None:
    assert is_found(content, replace(ROGUE, forms=("奸商", "AB店")))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("可能", True),
        ("不可能", False),
        ("不可能，可能", True),
        ("可能，不可能", True),
        ("不可能可能", True),
        ("可能性不大", False),
        ("可能不可能性", True),
    ],
)
def test_a_word_within_a_proper_one_is_none_and_beside_it_is_one(content: str, found: bool) -> None:
    perhaps = replace(ROGUE, forms=("可能",), unless=("不可能", "可能性"))
    assert is_found(content, perhaps) is found


def test_a_proper_word_that_begins_within_itself_hides_all_that_it_holds() -> None:
    assert not is_found("哈哈哈", replace(ROGUE, forms=("哈",), unless=("哈哈",)))


def test_a_word_without_a_suggestion_says_so() -> None:
    case = whole(texts=(TypedText("findings", "C", "现场事实", "facts", "奸商"),))(lawful_case())
    for instead in ("当事人", ""):
        (message,) = said(case, replace(ROGUE, instead=instead))
        assert (message.facts["instead"], message.mode) == (instead or "—", GateMode.BLOCK)


@pytest.mark.parametrize(
    ("published", "step", "found"),
    [
        (True, "findings", True),
        (False, "findings", False),
        (True, "checklist", False),
    ],
)
def test_a_number_of_a_person_is_told_where_the_public_reads_it(
    published: bool, step: str, found: bool
) -> None:
    told = typed("电话12345。", NUMBER, ROGUE, published=published, step=step)
    assert told == ({"private_in_public": "号码"} if found else {})


def test_an_insult_is_no_number_of_a_person() -> None:
    assert typed("奸商", ROGUE, published=True) == {"word_finding": "奸商"}


@pytest.mark.parametrize(("forms", "name"), [(("号码",), "号码"), ((), "number")])
def test_a_number_is_named_and_never_repeated(forms: tuple[str, ...], name: str) -> None:
    kind = replace(NUMBER, forms=forms)
    assert typed("电话12345。", kind, published=True) == {"private_in_public": name}
    published = whole(texts=(), publication=PublicationFacts("电话12345。", DAY))(lawful_case())
    (message,) = said(published, kind, ROGUE)
    assert (message.code, message.facts["word"]) == ("gate.private_in_publication", name)
    assert "12345" not in message.text


def test_the_publication_is_looked_through_for_numbers_alone() -> None:
    insulting = whole(texts=(), publication=PublicationFacts("奸商", DAY))(lawful_case())
    assert said(insulting, ROGUE, NUMBER) == []


def test_before_anything_is_published_no_home_is_told() -> None:
    person = both(part("party", type=PartyType.INDIVIDUAL), whole(publication=None, texts=()))
    assert said(person(lawful_case())) == []
