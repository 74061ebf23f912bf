"""Find what was typed in the statutes on this device: places that are cited, or words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector_app.application.workplace import Workplace
from inspector_app.domain.law.citation_text import read_citation, read_citations, unread_places
from inspector_app.domain.law.named_edition import resolve_cited
from inspector_app.domain.law.statute import Provision, StatuteHit, StatuteShelf, Unresolved

__all__ = ["FoundStatutes", "SearchStatutes"]

_MOST_HITS = 60
# Of laws that a place without its law is looked up in: 第一条 is in every one.
_MOST_PLACES = 240


@dataclass(frozen=True, slots=True)
class FoundStatutes:
    """What was found for ``text``: places, the words' hits, and what leads nowhere.

    ``words`` are those to be marked in the hits; ``unread`` looks like places of a law and was not
    understood, as it is written.
    """

    text: str
    places: tuple[Provision, ...] = ()
    hits: tuple[StatuteHit, ...] = ()
    nowhere: tuple[Unresolved, ...] = ()
    words: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchStatutes:
    """Places if the text cites any, else provisions that hold its words."""

    place: Workplace

    def __call__(self, text: str, *, this_law: str = "", history: bool = False) -> FoundStatutes:
        """What ``text`` leads to in the law of today.

        A place without its law is looked up in every law, first in ``this_law``, the one being
        read. ``history`` looks for words in every edition instead of those in force.
        """
        shelf, day = self.place.statutes, self.place.clock.today()
        stripped = text.strip()
        if not stripped:
            return FoundStatutes(text)
        names = shelf.names()
        read = read_citations(stripped, names)
        unread = unread_places(stripped, read)
        if read:
            cited = {(each.citation, each.edition): each for each in read}
            found = _found(text, [resolve_cited(shelf, each, day) for each in cited.values()])
            return replace(found, unread=unread)
        if read_citation(f"《*》{stripped}") is not None:
            found = _found(text, _everywhere(shelf, stripped, names, day, this_law))
            if found.places:
                return replace(found, nowhere=())
        law, words = _law_and_words(stripped, names)
        hits = shelf.search(
            " ".join(words), limit=_MOST_HITS, day=None if history else day, law=law
        )
        return FoundStatutes(text, hits=hits, words=words, unread=unread)


def _found(text: str, resolved: Sequence[Provision | Unresolved]) -> FoundStatutes:
    return FoundStatutes(
        text,
        places=tuple(each for each in resolved if isinstance(each, Provision)),
        nowhere=tuple(each for each in resolved if isinstance(each, Unresolved)),
    )


def _everywhere(
    shelf: StatuteShelf, place: str, names: Mapping[str, str], day: date, this_law: str
) -> list[Provision | Unresolved]:
    laws = dict.fromkeys((this_law, *(edition.law for edition in shelf.editions())))
    resolved: list[Provision | Unresolved] = []
    for law in laws:
        cited = read_citations(f"《{law}》{place}", names) if law else ()
        resolved += [shelf.resolve(each.citation, day) for each in cited]
        if len(resolved) >= _MOST_PLACES:
            break
    return resolved


def _law_and_words(text: str, names: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The law that one of the words names, and the other words."""
    words = text.split()
    for word in words:
        law = names.get(word.strip("《》"))
        if law is not None and len(words) > 1:
            return law, tuple(other for other in words if other != word)
    return "", tuple(words)
