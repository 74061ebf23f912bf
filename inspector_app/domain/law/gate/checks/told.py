"""What a case says in words: typed texts and papers, as the checks of texts read them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from inspector_app.domain.law.case_facts import CaseFacts, PaperFacts, ServiceFacts, TypedText

__all__ = [
    "DECISIONS",
    "as_text",
    "decision_sent_on",
    "decision_served_on",
    "made_on",
    "plain",
    "told_papers",
    "told_texts",
]

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


def _services_of_decision(case: CaseFacts) -> Iterator[ServiceFacts]:
    papers = {paper.id for paper in case.papers if paper.kind in DECISIONS}
    return (each for each in case.services if papers & set(each.documents))


def decision_served_on(case: CaseFacts) -> date | None:
    """The day the decision was served: as told with the payment, or by the service of its paper."""
    if case.payment is not None:
        return case.payment.served_on
    return min((each.on for each in _services_of_decision(case)), default=None)


def decision_sent_on(case: CaseFacts) -> date | None:
    """The day that has to lie within the seven working days of 程序规定 81, as far as it is told.

    A notice is served thirty days after it was posted (82(五)): that was posted in time is enough.
    Of what was mailed only the return is known.
    """
    services = list(_services_of_decision(case))
    posted = [day for each in services if (day := each.posted_on) is not None]
    if posted or case.payment is not None:
        return min(posted) if posted else decision_served_on(case)
    return min((each.on for each in services if each.mode != "mail"), default=None)
