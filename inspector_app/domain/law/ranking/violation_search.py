"""The catalogue searched by what a person says: entries of all packs, ranked, with why.

The index is made when it is first asked for and again when the texts it was made of have changed;
that takes a moment, so ask from a lane, never from the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock

from inspector_app.domain.law.catalogue import Catalogue, CatalogueEntry
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.citation_text import read_citations
from inspector_app.domain.law.ranking.ranker import Ranked, Ranker, SearchEntry
from inspector_app.domain.law.ranking.weights import Weights
from inspector_app.domain.law.search_words import SearchWords
from inspector_app.domain.law.statute import Provision, StatuteShelf
from inspector_app.domain.law.violation import Violation

__all__ = ["FoundViolation", "ViolationSearch"]

_NATIONAL = "中华人民共和国"
_OF_OTHERS = 0.9
_MET_DAILY = 1.15


@dataclass(frozen=True, slots=True)
class FoundViolation:
    """An entry, and how the text led to it."""

    entry: CatalogueEntry
    ranked: Ranked


class ViolationSearch:
    """Free text → violations that may be proposed for an act of a day.

    ``shelf`` gives the official words of clauses, where they are installed.
    """

    def __init__(
        self,
        catalogue: Callable[[], Catalogue],
        words: Callable[[], SearchWords],
        shelf: StatuteShelf | None = None,
        weights: Weights | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._words = words
        self._shelf = shelf
        self._weights = weights
        self._lock = Lock()
        self._made: _DayIndex | None = None

    def search(self, text: str, day: date, limit: int = 10) -> tuple[FoundViolation, ...]:
        """The ``limit`` likeliest violations for an act of ``day``, best first; 待核实 ones never."""
        return self._index(day).search(text, limit)

    def _index(self, day: date) -> _DayIndex:
        """The index for ``day``, of the texts as they are now; only the last one is kept."""
        stamp = self._shelf.stamp() if self._shelf is not None else None
        with self._lock:
            if self._made is None or self._made.made_of != (day, stamp):
                self._made = _DayIndex(
                    tuple(self._catalogue().on(day)),
                    self._words(),
                    self._shelf,
                    self._weights,
                    (day, stamp),
                )
            return self._made


class _DayIndex:
    """The index of what applies on one day."""

    def __init__(
        self,
        entries: tuple[CatalogueEntry, ...],
        words: SearchWords,
        shelf: StatuteShelf | None,
        weights: Weights | None,
        made_of: tuple[date, Hashable],
    ) -> None:
        self.made_of = made_of
        self._entries = {entry.violation.id: entry for entry in entries}
        self._catalogue = Catalogue(lambda: entries)
        self._ranker = Ranker(
            [_searched(entry, words, shelf, made_of[0]) for entry in entries],
            [(word, *also) for word, also in words.synonyms.items()],
            words.kinds,
            weights,
        )

    def search(self, text: str, limit: int) -> tuple[FoundViolation, ...]:
        cited = {
            entry.violation.id
            for found in read_citations(text, self._laws)
            for entry in self._catalogue.citing(found.citation)
        }
        return tuple(
            FoundViolation(self._entries[ranked.id], ranked)
            for ranked in self._ranker.rank(text, limit, frozenset(cited))
        )

    @cached_property
    def _laws(self) -> Mapping[str, str]:
        laws = {
            citation.law
            for entry in self._entries.values()
            for citation in (*entry.violation.duty, *entry.violation.penalty)
        }
        return {law.removeprefix(_NATIONAL): law for law in laws}


def _searched(
    entry: CatalogueEntry, words: SearchWords, shelf: StatuteShelf | None, day: date
) -> SearchEntry:
    violation = entry.violation
    laws = {c.law.removeprefix(_NATIONAL): None for c in (*violation.duty, *violation.penalty)}
    fields: dict[str, tuple[str, ...]] = {
        "wording": (violation.wording,),
        "keywords": violation.keywords,
        "summary": (violation.summary,),
        "law": (*laws, violation.domain),
    }
    if shelf is not None:
        fields["duty"] = _texts(violation.duty, shelf, day)
        fields["penalty"] = _texts(violation.penalty, shelf, day)
    return SearchEntry(
        violation.id, violation.domain, fields, entry.sayings, _usual(violation, words)
    )


def _usual(violation: Violation, words: SearchWords) -> float:
    """Whoever tells us what they saw mostly means what is met daily, seldom what others punish."""
    if violation.authority != "market_supervision":
        return _OF_OTHERS
    return _MET_DAILY if violation.id in words.usual else 1.0


def _texts(citations: tuple[Citation, ...], shelf: StatuteShelf, day: date) -> tuple[str, ...]:
    found = (shelf.resolve(citation, day) for citation in citations)
    return tuple(place.text for place in found if isinstance(place, Provision))
