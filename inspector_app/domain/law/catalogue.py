"""The catalogue of violations (违法行为目录) of all packs: by id, by item, by clause, on a day.

Hundreds of entries, asked for one by one: every index is built when it is first asked for, and an
answer costs the same however many entries there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from inspector_app.domain.checklist import ChecklistDefinition, PackRef
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import Verification, Violation

__all__ = ["Catalogue", "CatalogueEntry", "CitedAs"]


class CitedAs(StrEnum):
    """As what a violation cites a clause."""

    DUTY = "duty"  # 义务条款
    PENALTY = "penalty"  # 责任条款


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A violation, the ways people say it, and the edition of the pack that defines it."""

    violation: Violation
    sayings: tuple[str, ...]
    pack: PackRef

    @property
    def proposable(self) -> bool:
        """Whether it may be proposed at all: what is 待核实 never is."""
        return self.violation.verification is not Verification.RECALLED

    def applies_on(self, day: date) -> bool:
        """Whether it may be proposed for an act of ``day``."""
        return self.proposable and self.violation.applies_on(day)


class Catalogue:
    """Entries by id, by the item that a failure of may be them, and by the clauses they cite.

    ``entries`` gives them in the order of packs and of their files; the first of an id counts.
    ``checklists`` bind items to violations. Both are read when first needed, and once.
    """

    def __init__(
        self,
        entries: Callable[[], Iterable[CatalogueEntry]],
        checklists: Callable[[], Iterable[ChecklistDefinition]] = tuple,
    ) -> None:
        self._read_entries = entries
        self._read_checklists = checklists

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[CatalogueEntry]:
        return iter(self._by_id.values())

    def __contains__(self, violation_id: object) -> bool:
        return violation_id in self._by_id

    def __getitem__(self, violation_id: str) -> CatalogueEntry:
        return self._by_id[violation_id]

    def get(self, violation_id: str) -> CatalogueEntry | None:
        """The entry of that id, if there is one."""
        return self._by_id.get(violation_id)

    def of_item(self, code: str) -> tuple[CatalogueEntry, ...]:
        """What a failure of the item may be, in the pack's order; empty for an unknown item."""
        return tuple(
            self._by_id[violation_id]
            for violation_id in self._by_item.get(code, ())
            if violation_id in self._by_id
        )

    def citing(
        self, citation: Citation, cited_as: CitedAs | None = None
    ) -> tuple[CatalogueEntry, ...]:
        """Entries that cite that place or a part of it, as duty, as penalty, or either.

        ``Citation(law, 126)`` finds those under 126(1)(六), and an item of an article whose only
        paragraph is not named is found with and without it.
        """
        roles = tuple(CitedAs) if cited_as is None else (cited_as,)
        found = {
            violation_id: None
            for role in roles
            for violation_id in self._by_place.get((role, _normal(citation)), ())
        }
        return tuple(self._by_id[violation_id] for violation_id in found)

    def on(self, day: date) -> Iterator[CatalogueEntry]:
        """What may be proposed for an act of ``day``."""
        return (entry for entry in self if entry.applies_on(day))

    def counts(self) -> Mapping[str, Mapping[Verification, int]]:
        """How many entries each field of law has, by how well they are verified."""
        counted: defaultdict[str, defaultdict[Verification, int]] = defaultdict(
            lambda: defaultdict(int)
        )
        for entry in self:
            counted[entry.violation.domain][entry.violation.verification] += 1
        return {domain: dict(by_status) for domain, by_status in counted.items()}

    @cached_property
    def _by_id(self) -> Mapping[str, CatalogueEntry]:
        found: dict[str, CatalogueEntry] = {}
        for entry in self._read_entries():
            found.setdefault(entry.violation.id, entry)
        return found

    @cached_property
    def _by_item(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for checklist in self._read_checklists():
            for item in checklist.items:
                found[item.code].update(dict.fromkeys(item.violations))
        return {code: tuple(named) for code, named in found.items()}

    @cached_property
    def _by_place(self) -> Mapping[tuple[CitedAs, Citation], tuple[str, ...]]:
        found: defaultdict[tuple[CitedAs, Citation], dict[str, None]] = defaultdict(dict)
        for entry in self:
            violation = entry.violation
            for role, cited in (
                (CitedAs.DUTY, violation.duty),
                (CitedAs.PENALTY, violation.penalty),
            ):
                for citation in cited:
                    for place in _within(_normal(citation)):
                        found[role, place][violation.id] = None
        return {key: tuple(named) for key, named in found.items()}


def _normal(citation: Citation) -> Citation:
    """An item without its paragraph stands in the first one: only a lone paragraph goes unnamed."""
    if citation.item and not citation.paragraph:
        return replace(citation, paragraph=1)
    return citation


def _within(citation: Citation) -> Iterator[Citation]:
    """The place and all that it is part of, up to the law itself (article 0)."""
    yield citation
    if citation.item:
        citation = replace(citation, item=0)
        yield citation
    if citation.paragraph:
        citation = replace(citation, paragraph=0)
        yield citation
    yield Citation(citation.law, 0)
