"""What a case says in words: typed texts and papers, as the checks of texts read them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from inspector_app.domain.law.case_facts import CaseFacts, PaperFacts, TypedText

__all__ = ["DECISIONS", "as_text", "made_on", "plain", "told_papers", "told_texts"]

DECISIONS = frozenset({"decision", "on_spot_decision"})
"""The kinds of papers that carry the decision itself."""

_BLANK = re.compile(r"\s+")


def plain(text: str) -> str:
    """Full-width signs as half-width ones, no blanks: 罚 金 is 罚金."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def told_papers(case: CaseFacts) -> Iterator[PaperFacts]:
    """The papers that stand and whose words are known."""
    return (paper for paper in case.papers if paper.text and paper.standing)


def as_text(paper: PaperFacts) -> TypedText:
    """The words of a paper like a text that somebody typed."""
    return TypedText("documents", paper.kind, f"《{paper.title}》", "document", paper.text)


def told_texts(case: CaseFacts, steps: tuple[str, ...]) -> Iterator[TypedText]:
    """What was typed at these steps; at that of documents also what the papers say."""
    yield from (text for text in case.texts if text.step in steps)
    if "documents" in steps:
        yield from map(as_text, told_papers(case))


def made_on(paper: PaperFacts, case: CaseFacts) -> date | None:
    """The day that a paper bears: that of the decision for the decision itself."""
    decided = case.decision.on if case.decision is not None else None
    return decided if paper.kind in DECISIONS and decided is not None else paper.dated
