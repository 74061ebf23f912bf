"""Free text → ranked violations of the whole catalogue, each with why and whether it binds here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.law.matching import Excluded, Reason, binding, party_facts
from inspector_app.domain.law.ranking import ViolationSearch
from inspector_app.domain.law.violation import Violation

__all__ = ["RankedViolation", "SearchViolations"]


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


# Not a slots class: the index is made when the first search asks for it, and kept.
@dataclass(frozen=True)
class SearchViolations:
    """What did they see? In their own words."""

    place: Workplace
    records: VisitRecords

    def __call__(
        self, text: str, visit_id: str = "", limit: int = 10
    ) -> tuple[RankedViolation, ...]:
        """The likeliest violations, best first. What does not bind the visit's party comes last.

        待核实 entries and those not in force today are never among them.
        """
        today = self.place.clock.today()
        found = self._search.search(text, today, limit)
        if not visit_id:
            return tuple(
                RankedViolation(f.entry.violation, f.ranked.score, f.ranked.words, f.ranked.saying)
                for f in found
            )
        party = party_facts(self.records.read(visit_id).enterprise)
        ranked = []
        for each in found:
            bound = binding(each.entry.violation, party, today)
            kept_out = bound if isinstance(bound, Excluded) else None
            ranked.append(
                RankedViolation(
                    each.entry.violation,
                    each.ranked.score,
                    each.ranked.words,
                    each.ranked.saying,
                    () if isinstance(bound, Excluded) else bound,
                    kept_out,
                )
            )
        return tuple(sorted(ranked, key=lambda each: each.excluded is not None))

    @cached_property
    def _search(self) -> ViolationSearch:
        place = self.place
        return ViolationSearch(place.packs.catalogue, place.packs.search_words, place.statutes)
