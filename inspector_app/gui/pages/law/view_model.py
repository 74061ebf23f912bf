"""What the 法规 page shows, read in a lane (no Qt here)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from inspector_app.domain.law.catalogue import Catalogue, CitedAs
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import (
    Provision,
    Statute,
    StatuteEdition,
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
    "OpenStatute",
    "Other",
    "PlaceFacts",
    "open_at",
    "open_edition",
    "place_facts",
]


@dataclass(frozen=True, slots=True)
class Days:
    """The days that decide which edition applies (从旧兼从轻); None = not chosen."""

    act: date | None = None
    decision: date | None = None


@dataclass(frozen=True, slots=True)
class OpenStatute:
    """An edition as it is read.

    ``changed``: articles that differ from ``other`` (the edition it is set beside), by number and
    之-number; False where the other has no such article. ``later``: the text of today that a pack
    cites, where none as late is on this device.
    """

    statute: Statute
    lines: tuple[Line, ...]
    outline: tuple[OutlineEntry, ...]
    editions: tuple[StatuteEdition, ...]
    other: StatuteEdition | None = None
    changed: Mapping[tuple[int, int], bool] | None = None
    later: date | None = None

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


def open_edition(
    shelf: StatuteShelf,
    edition: StatuteEdition,
    today: date,
    beside: StatuteEdition | None = None,
) -> OpenStatute:
    """An edition with its lines and its outline, set ``beside`` another of the same law."""
    statute = shelf.statute(edition)
    lines = lines_of(statute)
    changed = _changed_articles(statute, shelf.statute(beside)) if beside is not None else None
    editions, later = shelf.editions(edition.law), _later(shelf, edition.law, today)
    return OpenStatute(statute, lines, outline_of(lines), editions, beside, changed, later)


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
    return open_edition(shelf, chosen, today, other if other not in (None, chosen) else None)


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


def _later(shelf: StatuteShelf, law: str, today: date) -> date | None:
    told = shelf.resolve(Citation(law, 1), today)
    return told.wanted if isinstance(told, Unresolved) else None


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
