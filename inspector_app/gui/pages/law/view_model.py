"""What the 法规 page shows, read in a lane (no Qt here)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from inspector_app.domain.law.catalogue import Catalogue, CitedAs
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.citation_text import (
    read_citation,
    read_citations,
    unread_places,
)
from inspector_app.domain.law.statute import (
    Provision,
    Statute,
    StatuteEdition,
    StatuteHit,
    StatuteShelf,
    Unresolved,
)
from inspector_app.domain.law.then_and_now import (
    Change,
    Stretch,
    ThenAndNow,
    differences,
    moved_to,
)
from inspector_app.domain.law.violation import Verification
from inspector_app.gui.pages.law.statute_lines import (
    Line,
    OutlineEntry,
    lines_of,
    outline_of,
)

__all__ = [
    "CitedBy",
    "Days",
    "Found",
    "InstalledLaw",
    "OpenStatute",
    "Other",
    "PlaceFacts",
    "find",
    "installed",
    "open_at",
    "open_edition",
    "place_facts",
]

_MOST_HITS = 60


@dataclass(frozen=True, slots=True)
class InstalledLaw:
    """A law with its editions, the oldest first, and the one in force (None = none is)."""

    law: str
    editions: tuple[StatuteEdition, ...]
    current: StatuteEdition | None

    @property
    def shown(self) -> StatuteEdition:
        """The edition to open: the one in force, else the latest."""
        return self.current or self.editions[-1]


@dataclass(frozen=True, slots=True)
class Found:
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
class Days:
    """The days that decide which edition applies (从旧兼从轻); None = not chosen."""

    act: date | None = None
    decision: date | None = None


@dataclass(frozen=True, slots=True)
class OpenStatute:
    """An edition as it is read.

    ``changed``: articles that differ from ``other`` (the edition it is set beside), by number and
    之-number; False where the other has no such article.
    """

    statute: Statute
    lines: tuple[Line, ...]
    outline: tuple[OutlineEntry, ...]
    editions: tuple[StatuteEdition, ...]
    other: StatuteEdition | None = None
    changed: Mapping[tuple[int, int], bool] | None = None

    @property
    def edition(self) -> StatuteEdition:
        """Which edition it is."""
        return self.statute.edition


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A violation that cites the place."""

    violation: str
    wording: str
    domain: str
    cited_as: CitedAs
    verification: Verification


@dataclass(frozen=True, slots=True)
class Other:
    """The same article in another edition; ``stretches`` lead from the earlier one to the later.

    ``absent``: the other edition has no such article. ``moved``: under this number the other
    edition says about the same; found by likeness, so that a person has to confirm it.
    """

    edition: StatuteEdition
    stretches: tuple[Stretch, ...]
    absent: bool = False
    moved: Citation | None = None

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return all(stretch.change is Change.SAME for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is known of the place under the cursor."""

    citation: Citation
    edition: StatuteEdition
    text: str
    cited_by: tuple[CitedBy, ...]
    other: Other | None


def installed(shelf: StatuteShelf, day: date) -> tuple[InstalledLaw, ...]:
    """Every law on this device, by name."""
    return tuple(
        InstalledLaw(law, editions, shelf.edition_on(law, day))
        for law, group in groupby(shelf.editions(), key=lambda edition: edition.law)
        if (editions := tuple(group))
    )


def find(
    shelf: StatuteShelf, text: str, day: date, *, this_law: str = "", history: bool = False
) -> Found:
    """Places if ``text`` cites any, else provisions that hold its words.

    A place without its law is looked up in every law, first in ``this_law``, the one being read.
    ``history`` searches every edition instead of those in force on ``day``.
    """
    stripped = text.strip()
    if not stripped:
        return Found(text)
    names = shelf.names()
    read = read_citations(stripped, names)
    unread = unread_places(stripped, read)
    if read:
        cited = dict.fromkeys(each.citation for each in read)
        found = _found(text, [shelf.resolve(citation, day) for citation in cited])
        return replace(found, unread=unread)
    if read_citation(f"《*》{stripped}") is not None:
        found = _found(text, _everywhere(shelf, stripped, names, day, this_law))
        if found.places:
            return replace(found, nowhere=())
    law, words = _law_and_words(stripped, names)
    hits = shelf.search(" ".join(words), limit=_MOST_HITS, day=None if history else day, law=law)
    return Found(text, hits=hits, words=words, unread=unread)


def _found(text: str, resolved: Sequence[Provision | Unresolved]) -> Found:
    return Found(
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
        if len(resolved) >= 4 * _MOST_HITS:
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


def open_edition(
    shelf: StatuteShelf, edition: StatuteEdition, beside: StatuteEdition | None = None
) -> OpenStatute:
    """An edition with its lines and its outline, set ``beside`` another of the same law."""
    statute = shelf.statute(edition)
    lines = lines_of(statute)
    changed = _changed_articles(statute, shelf.statute(beside)) if beside is not None else None
    return OpenStatute(
        statute, lines, outline_of(lines), shelf.editions(edition.law), beside, changed
    )


def open_at(shelf: StatuteShelf, citation: Citation, days: Days, today: date) -> OpenStatute | None:
    """The edition in which ``citation`` is to be read, beside the other one that ``days`` ask for.

    The law of the act is read, beside that of the decision (处罚法 37); None if no text is there.
    """
    law = shelf.full_name(citation.law) or citation.law
    editions = shelf.editions(law)
    if not editions:
        return None
    chosen = shelf.edition_on(law, days.act or days.decision or today)
    other = shelf.edition_on(law, days.decision) if days.decision else None
    chosen = chosen or other or editions[-1]
    return open_edition(shelf, chosen, other if other not in (None, chosen) else None)


def place_facts(
    shelf: StatuteShelf,
    catalogue: Catalogue,
    citation: Citation,
    edition: StatuteEdition,
    beside: StatuteEdition | None,
) -> PlaceFacts:
    """What is cited at the place, which violations cite it, and how ``beside`` words its article."""
    resolved = shelf.resolve_in(citation, edition)
    text = resolved.text if isinstance(resolved, Provision) else ""
    other = _other(shelf, citation, edition, beside) if beside is not None else None
    return PlaceFacts(citation, edition, text, tuple(_cited_by(catalogue, citation)), other)


def _other(
    shelf: StatuteShelf, citation: Citation, edition: StatuteEdition, beside: StatuteEdition
) -> Other:
    whole = replace(citation, paragraph=0, item=0)
    here, there = shelf.resolve_in(whole, edition), shelf.resolve_in(whole, beside)
    ours = here.text if isinstance(here, Provision) else ""
    moved = moved_to(shelf, ThenAndNow(here, there))
    if moved is not None:
        there = shelf.resolve_in(replace(moved.citation, paragraph=0, item=0), beside)
    theirs = there.text if isinstance(there, Provision) else ""
    texts = (ours, theirs) if edition.edition < beside.edition else (theirs, ours)
    absent = isinstance(there, Unresolved)
    place = there.citation if moved is not None else None
    return Other(beside, differences(*texts), absent=absent, moved=place)


def _changed_articles(statute: Statute, other: Statute) -> Mapping[tuple[int, int], bool]:
    """The articles of ``statute`` whose words ``other`` has not under the same number.

    By number and 之-number; False where the other edition has no such article.
    """
    theirs = {(each.number, each.subarticle): str(each) for each in other.articles}
    return {
        key: key in theirs
        for article in statute.articles
        if theirs.get(key := (article.number, article.subarticle)) != str(article)
    }


def _cited_by(catalogue: Catalogue, citation: Citation) -> Iterator[CitedBy]:
    for role in CitedAs:
        for entry in catalogue.citing(citation, role):
            violation = entry.violation
            yield CitedBy(
                violation.id, violation.wording, violation.domain, role, violation.verification
            )
