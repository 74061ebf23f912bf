"""Violations found by what a person says, on the command line: one description, or one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.bootstrap.statute_desk import open_shelf, read_day, today
from inspector_app.domain.law.citation import Citation, format_citations
from inspector_app.domain.law.ranking import FoundViolation, ViolationSearch
from inspector_app.domain.law.statute import StatuteShelf
from inspector_app.wordings import Voice

__all__ = ["LawSearch", "SearchAnswer", "open_search"]

_PLACES = 3
# A description has a few sentences, a decision a few thousand signs; what is beyond tells nothing more.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found for one description: lines for people, the same as plain data for programs."""

    lines: tuple[str, ...]
    data: dict[str, Any]


@contextmanager
def open_search(folder: Path | None, on: str, voice: Voice) -> Iterator[LawSearch]:
    """The search for acts of the day ``on`` (ISO; empty = today), with the statutes in ``folder``."""
    with open_shelf(folder) as shelf:
        yield LawSearch(read_day(on) if on else today(), voice, shelf)


class LawSearch:
    """The catalogue of the packs on this device, asked again and again over one index."""

    def __init__(self, day: date, voice: Voice, shelf: StatuteShelf | None = None) -> None:
        packs = delivered_packs(day)
        self._search = ViolationSearch(packs.catalogue, packs.search_words, shelf)
        self._day = day
        self._voice = voice

    def answer(self, text: str, limit: int) -> SearchAnswer:
        """The ``limit`` likeliest violations of ``text``, of its first 20,000 signs."""
        found = self._search.search(text[:_LONGEST], self._day, limit)
        lines = tuple(line for each in found for line in self._lines(each))
        return SearchAnswer(
            lines
            or (
                self._voice.say("cli.law_found_nothing", "没有找到相近的违法行为，请换一种说法。"),
            ),
            {"query": text, "results": [self._data(each) for each in found]},
        )

    def answers(self, lines: Iterable[str], limit: int) -> Iterator[SearchAnswer]:
        """One answer for each line that says anything, in order, as it is read."""
        return (self.answer(text, limit) for line in lines if (text := line.strip()))

    def _lines(self, found: FoundViolation) -> Iterator[str]:
        violation = found.entry.violation
        yield f"{violation.id}  {violation.wording}  ({found.ranked.score:.2f})"
        yield self._voice.say(
            "cli.law_found_clauses",
            "    义务 {duty}；责任 {penalty}",
            duty=format_citations(violation.duty),
            penalty=format_citations(violation.penalty) or "—",
        )
        yield f"    {self._why(found)}"

    def _data(self, found: FoundViolation) -> dict[str, Any]:
        violation = found.entry.violation
        return {
            "violation": violation.id,
            "wording": violation.wording,
            "domain": violation.domain,
            "duty": [_place(citation) for citation in violation.duty],
            "penalty": [_place(citation) for citation in violation.penalty],
            "status": violation.verification.value,
            "authority": violation.authority,
            "score": round(found.ranked.score, _PLACES),
            "why": self._why(found),
        }

    def _why(self, found: FoundViolation) -> str:
        said = "、".join(f"“{word}”" for word in found.ranked.words)
        if found.ranked.saying:
            return self._voice.say(
                "cli.law_found_saying",
                "说到{words}；相近的说法：“{saying}”",
                words=said,
                saying=found.ranked.saying,
            )
        return self._voice.say("cli.law_found_words", "说到{words}", words=said)


def _place(citation: Citation) -> dict[str, str | int]:
    place: dict[str, str | int] = {
        "law": citation.law,
        "article": citation.article,
        "paragraph": citation.paragraph,
        "item": citation.item,
    }
    if citation.subarticle:
        place["subarticle"] = citation.subarticle
    return place
