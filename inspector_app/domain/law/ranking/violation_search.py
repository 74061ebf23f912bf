"""The catalogue searched by what a person says: entries of all packs, ranked, with why.

The index is made when it is first asked for and again when the texts it was made of have changed;
that takes a moment, so ask from a lane, never from the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from threading import Lock

from inspector_app.domain.law.catalogue import Catalogue, CatalogueEntry
from inspector_app.domain.law.citation import Citation, short_name
from inspector_app.domain.law.citation_text import read_citations
from inspector_app.domain.law.ranking.ranker import Ranked, Ranker, SearchEntry
from inspector_app.domain.law.ranking.weights import Weights
from inspector_app.domain.law.search_words import SearchWords
from inspector_app.domain.law.statute import Provision, StatuteShelf, Unresolved
from inspector_app.domain.law.violation import OUR_AUTHORITY, Violation

__all__ = ["FoundViolation", "ViolationSearch"]

# The official words of places.
_Texts = Callable[[tuple[Citation, ...]], tuple[str, ...]]
_OF_OTHERS = 0.9
_MET_DAILY = 1.15
_MEANT = 3


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
        self._lacking: tuple[date, frozenset[str], _DayIndex | None] | None = None

    def search(self, text: str, day: date, limit: int = 10) -> tuple[FoundViolation, ...]:
        """The ``limit`` likeliest violations for an act of ``day``, best first; 待核实 ones never."""
        found = self._index(day).search(text, limit + _MEANT)
        return tuple(each for each in found if each.entry.proposable)[:limit]

    def unverified(self, text: str, day: date) -> tuple[CatalogueEntry, ...]:
        """待核实 entries that the text means more than anything verified: nothing may rest on them,
        and what is verified beside them is probably not what was seen.
        """
        found = self._index(day).search(text, _MEANT)
        first = takewhile(lambda each: not each.entry.proposable, found)
        return tuple(each.entry for each in first)

    def not_in_force(self, text: str, day: date) -> tuple[CatalogueEntry, ...]:
        """What ``text`` means of laws of which the catalogue has nothing for acts of ``day``.

        At most three entries, likeliest first. Such an act is judged by an earlier or later text
        that the packs do not bring; these entries never bind it (法不溯及既往).
        """
        ids, index = self._lacking_on(day)
        best = index.search(text, _MEANT) if index is not None else ()
        return tuple(found.entry for found in best if found.entry.violation.id in ids)

    def _lacking_on(self, day: date) -> tuple[frozenset[str], _DayIndex | None]:
        """The entries of laws that have none for ``day``, and where they are told from the rest."""
        with self._lock:
            if self._lacking is None or self._lacking[0] != day:
                entries = tuple(entry for entry in self._catalogue() if entry.proposable)
                held = {law for e in entries if e.applies_on(day) for law in _laws_of(e)}
                ids = frozenset(e.violation.id for e in entries if not held & _laws_of(e))
                index = _DayIndex(entries, self._words(), None, self._weights) if ids else None
                self._lacking = (day, ids, index)
            return self._lacking[1:]

    def _index(self, day: date) -> _DayIndex:
        """The index for ``day``, of the texts as they are now; only the last one is kept."""
        stamp = self._shelf.stamp() if self._shelf is not None else None
        with self._lock:
            if self._made is None or self._made.made_of != (day, stamp):
                self._made = _DayIndex(
                    tuple(e for e in self._catalogue() if e.violation.applies_on(day)),
                    self._words(),
                    self._texts_on(day),
                    self._weights,
                    (day, stamp),
                )
            return self._made

    def _texts_on(self, day: date) -> _Texts | None:
        shelf = self._shelf
        return None if shelf is None else lambda cited: _texts(cited, shelf, day)


class _DayIndex:
    """The index of what applies on one day, or, without ``made_of``, of all that ever applies."""

    def __init__(
        self,
        entries: tuple[CatalogueEntry, ...],
        words: SearchWords,
        texts: _Texts | None,
        weights: Weights | None,
        made_of: tuple[date, Hashable] | None = None,
    ) -> None:
        self.made_of = made_of
        self._entries = {entry.violation.id: entry for entry in entries}
        self._catalogue = Catalogue(lambda: entries)
        self._ranker = Ranker(
            [_searched(entry, words, texts) for entry in entries],
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
        return {short_name(law): law for law in laws}


def _laws_of(entry: CatalogueEntry) -> frozenset[str]:
    """The laws it is punished by; of what no clause punishes, those of the duty."""
    violation = entry.violation
    return frozenset(citation.law for citation in violation.penalty or violation.duty)


def _searched(entry: CatalogueEntry, words: SearchWords, texts: _Texts | None) -> SearchEntry:
    violation = entry.violation
    laws = {short_name(c.law): None for c in (*violation.duty, *violation.penalty)}
    fields: dict[str, tuple[str, ...]] = {
        "wording": (violation.wording,),
        "keywords": violation.keywords,
        "summary": (violation.summary,),
        "law": (*laws, violation.domain),
    }
    if texts is not None:
        fields["duty"] = texts(violation.duty)
        fields["penalty"] = texts(violation.penalty)
    return SearchEntry(
        violation.id,
        violation.domain,
        fields,
        entry.sayings,
        _usual(violation, words),
        frozenset((c.law, c.article, c.subarticle) for c in violation.duty),
    )


def _usual(violation: Violation, words: SearchWords) -> float:
    """Whoever tells us what they saw mostly means what is met daily, seldom what others punish."""
    if violation.authority != OUR_AUTHORITY:
        return _OF_OTHERS
    return _MET_DAILY if violation.id in words.usual else 1.0


def _texts(citations: tuple[Citation, ...], shelf: StatuteShelf, day: date) -> tuple[str, ...]:
    """What the clauses say; an older text still says in which words, if that of the day is not here."""
    found = (shelf.resolve(citation, day) for citation in citations)
    read = (
        shelf.resolve_in(place.citation, place.older)
        if isinstance(place, Unresolved) and place.older is not None
        else place
        for place in found
    )
    return tuple(place.text for place in read if isinstance(place, Provision))
