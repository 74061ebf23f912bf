"""Free text → ranked violations of the whole catalogue, each with why and whether it binds here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.law.matching import (
    Excluded,
    PartyTraits,
    Reason,
    binding,
    party_traits,
    unusable,
)
from inspector_app.domain.law.ranking import FoundViolation, ViolationSearch
from inspector_app.domain.law.violation import Violation

__all__ = ["FoundViolations", "RankedViolation", "SearchViolations"]


@dataclass(frozen=True, slots=True)
class RankedViolation:
    """A violation that the words may mean.

    ``words``: the stretches of the text that it met; ``saying``: the likest way of saying it that
    the catalogue knows. ``reasons``: why the duty binds the party of the visit; ``excluded``: the
    guard that says it does not. Both empty without a visit.
    """

    violation: Violation
    score: float
    words: tuple[str, ...]
    saying: str
    reasons: tuple[Reason, ...] = ()
    excluded: Excluded | None = None


@dataclass(frozen=True, slots=True)
class FoundViolations:
    """What a text may mean, best first, and what it means that nothing may rest on.

    ``unusable``: 待核实 entries that fit better than anything verified, then entries of laws that
    the catalogue has no text of for today, each with the guard that keeps it out. To be told, so
    that nobody takes its verified neighbour for what was seen, and never to be chosen.
    """

    ranked: tuple[RankedViolation, ...]
    unusable: tuple[Excluded, ...] = ()


# Not a slots class: the index is made when the first search asks for it, and kept.
@dataclass(frozen=True)
class SearchViolations:
    """What did they see? In their own words."""

    place: Workplace
    records: VisitRecords

    def __call__(self, text: str, visit_id: str = "", limit: int = 10) -> FoundViolations:
        """The likeliest violations for an act of today. What does not bind the party comes last."""
        today = self.place.clock.today()
        found = self._search.search(text, today, limit)
        off = (*self._search.unverified(text, today), *self._search.not_in_force(text, today))
        kept_out = tuple(each for entry in off if (each := unusable(entry.violation, today)))
        party = party_traits(self.records.read(visit_id).enterprise) if visit_id else None
        ranked = [_ranked(each, party, today) for each in found]
        ranked.sort(key=lambda each: each.excluded is not None)
        return FoundViolations(tuple(ranked), kept_out)

    @cached_property
    def _search(self) -> ViolationSearch:
        place = self.place
        return ViolationSearch(place.packs.catalogue, place.packs.search_words, place.statutes)


def _ranked(found: FoundViolation, party: PartyTraits | None, day: date) -> RankedViolation:
    violation, ranked = found.entry.violation, found.ranked
    bound = () if party is None else binding(violation, party, day)
    reasons, excluded = ((), bound) if isinstance(bound, Excluded) else (bound, None)
    return RankedViolation(violation, ranked.score, ranked.words, ranked.saying, reasons, excluded)
