"""Improper and sensitive words in what people typed; the list is the pack's (T01, R42)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.case_facts import CaseFacts, TypedText
from inspector_app.domain.law.gate.checks.told import plain, told_texts
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.gate.rules import Word

__all__ = ["found_in"]


@check("word", "label", "why", "instead")
def improper_words(case: CaseFacts, on: Occasion, *, steps: tuple[str, ...]) -> Iterator[Obstacle]:
    """Words that do not belong into an official text, each once a text; how strong is the word's."""
    for text in told_texts(case, steps):
        for word, form in found_in(text, on.rules.words):
            if not word.published_only:
                yield _problem(text, word, form)


@check("word", "label", "why", "instead")
def private_in_public(
    case: CaseFacts, on: Occasion, *, steps: tuple[str, ...]
) -> Iterator[Obstacle]:
    """Identity, phone or account numbers in a text that the public will read."""
    for text in case.texts:
        if text.step in steps and text.published:
            for word, _ in found_in(text, on.rules.words):
                if word.published_only:
                    # The number itself is what must not be repeated.
                    yield _problem(text, word, word.forms[0] if word.forms else word.id)


@check("word", "label", "why", "instead")
def private_in_publication(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """The same in the decision as published (令45号 6)."""
    if case.publication is None:
        return
    text = TypedText("publication", "publication.text", "公示文本", "document", "", published=True)
    for word, _ in found_in(text, on.rules.words, case.publication.text):
        if word.published_only:
            yield _problem(text, word, word.forms[0] if word.forms else word.id)


@check()
def home_in_publication(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The home of a natural person in the decision as published (令45号 6)."""
    party = case.party
    if case.publication is None or party is None or party.type is not PartyType.INDIVIDUAL:
        return
    home = plain(party.address)
    if home and home in plain(case.publication.text):
        yield Obstacle()


def _problem(text: TypedText, word: Word, form: str) -> Obstacle:
    facts = {"word": form, "label": text.label, "why": word.why, "instead": word.instead or "—"}
    return Obstacle(text.target, facts, mode=word.mode)


def found_in(
    text: TypedText, words: tuple[Word, ...], content: str | None = None
) -> Iterator[tuple[Word, str]]:
    """The words of the list that stand in a text, each once, with the form that was met."""
    read = plain(text.text if content is None else content)
    for word in words:
        if word.uses and text.use not in word.uses:
            continue
        form = _first(read, word)
        if form:
            yield word, form


def _first(text: str, word: Word) -> str:
    if word.pattern:
        match = _compiled(word.pattern).search(text)
        return match.group() if match else ""
    proper = [span for longer in word.unless for span in _spans(text, longer)]
    for form in word.forms:
        for start, end in _spans(text, plain(form)):
            if not any(first <= start and end <= last for first, last in proper):
                return form
    return ""


def _spans(text: str, part: str) -> Iterator[tuple[int, int]]:
    start = text.find(part)
    while start >= 0:
        yield start, start + len(part)
        start = text.find(part, start + 1)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
