"""A pack held to the texts of the laws it cites: its violations, and all else that it cites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from inspector_app.domain.law.catalogue_check import (
    Complaint,
    Unchecked,
    UncheckedCode,
    Validity,
    check_place,
    check_violation,
)
from inspector_app.domain.law.cited_editions import cited_from
from inspector_app.domain.law.statute import StatuteShelf
from inspector_app.domain.law.violation import Verification
from inspector_app.packs.cited import cited_beside_violations
from inspector_app.packs.draft import Draft
from inspector_app.packs.law_editions import editions_of
from inspector_app.packs.pack import Law

__all__ = ["CheckedPack", "check_draft", "validity_of"]

# Nothing to check is no lack of a text.
_NOTHING = frozenset({UncheckedCode.NO_CLAUSE, UncheckedCode.NO_STRUCTURE})


@dataclass
class CheckedPack:
    """What became of one pack: what was found right, what is not, what could not be checked.

    ``complaints`` and ``unchecked`` pair where it stands (a violation's id, ``items …``) with what
    it is; ``open_sanctions`` are violations and how many of their sanctions were not found, because
    a clause is not here; ``left`` are amounts of clauses that no sanction has. ``counts`` are
    violations by field of law and status.
    """

    pack: str
    version: str
    violations: int = 0
    places: int = 0
    anchors: int = 0
    sanctions: int = 0
    open_sanctions: list[tuple[str, int]] = field(default_factory=list)
    complaints: list[tuple[str, Complaint]] = field(default_factory=list)
    unchecked: list[tuple[str, Unchecked]] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    counts: dict[str, Counter[Verification]] = field(default_factory=dict)

    @property
    def held(self) -> int:
        """How many places, key words and steps were held to a text."""
        return self.places + self.anchors + self.sanctions + len(self.complaints)

    @property
    def lacking(self) -> list[tuple[str, Unchecked]]:
        """What could not be checked because a text is not installed."""
        return [each for each in self.unchecked if each[1].code not in _NOTHING]


def check_draft(draft: Draft, shelf: StatuteShelf) -> CheckedPack:
    """The pack's own violations and all else that it cites, held to the texts on ``shelf``."""
    result = CheckedPack(draft.id, draft.version, len(draft.violations))
    laws = tuple(draft.all_laws().values())
    begin = draft.valid_from or date.min
    for violation in draft.violations.values():
        counted = result.counts.setdefault(violation.domain, Counter())
        counted[violation.verification] += 1
        if violation.verification is Verification.RECALLED:
            continue
        validity = validity_of(laws, violation.valid_from or begin, violation.valid_to)
        held = check_violation(violation, draft.anchors.get(violation.id, {}), shelf, validity)
        result.places += held.places
        result.anchors += held.anchors
        result.sanctions += held.sanctions
        if held.open_sanctions:
            result.open_sanctions.append((violation.id, held.open_sanctions))
        result.complaints += [(violation.id, complaint) for complaint in held.complaints]
        result.unchecked += [(violation.id, reason) for reason in held.unchecked]
        result.left += [(violation.id, amount) for amount in held.left]
    for beside in dict.fromkeys(cited_beside_violations(draft, shelf.names())):
        validity = validity_of(laws, beside.valid_from or begin, beside.valid_to)
        place = check_place(beside.citation, shelf, validity)
        result.places += bool(place.provisions)
        result.complaints += [(beside.where, complaint) for complaint in place.complaints]
        result.unchecked += [(beside.where, reason) for reason in place.unchecked]
    return result


def validity_of(laws: Iterable[Law], begin: date, end: date | None) -> Validity:
    """The days for which a citation must hold, with the text of each law that is cited from then on."""
    return Validity(begin, end, cited_from(editions_of(laws), begin))
