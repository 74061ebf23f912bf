"""Editions of laws that packs were written from: what is known of them though no text is here.

An edition ends where the next begins, also where only a pack knows of the next: an older text is
not the law of a day on which a later one that is not installed is in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import StatuteEdition, Unresolved, UnresolvedReason

__all__ = ["CitedEdition", "cited_from", "ended_by", "not_here"]


@dataclass(frozen=True, slots=True)
class CitedEdition:
    """An edition of ``law`` (its full name) that a pack cites.

    ``in_force`` is its first day as the law, told where that is not the day of the edition.
    """

    law: str
    edition: date
    in_force: date | None = None

    @property
    def begins(self) -> date:
        """The first day on which it is the law, as far as it is told."""
        return self.in_force or self.edition


def cited_from(cited: Iterable[CitedEdition], begin: date) -> Mapping[str, date]:
    """The edition of each law that is cited for the days from ``begin`` on, by the law's full name."""
    latest: dict[str, date] = {}
    for each in cited:
        if each.in_force is None or each.in_force <= begin:
            latest[each.law] = max(each.edition, latest.get(each.law, each.edition))
    return latest


def ended_by(
    editions: Sequence[StatuteEdition], cited: Sequence[CitedEdition]
) -> tuple[StatuteEdition, ...]:
    """``editions`` of one law, oldest first; each ends where a cited one that is not here begins."""
    after = [*(each.edition for each in editions[1:]), date.max]
    return tuple(
        _ended(edition, tuple(_between(cited, edition, following)))
        for edition, following in zip(editions, after, strict=False)
    )


def _between(
    cited: Iterable[CitedEdition], edition: StatuteEdition, following: date
) -> Iterator[date]:
    for each in cited:
        if edition.edition < each.edition < following:
            yield each.begins


def _ended(edition: StatuteEdition, begins: Sequence[date]) -> StatuteEdition:
    if not begins:
        return edition
    ends = min(begins)
    if edition.effective_to is not None:
        ends = min(ends, edition.effective_to)
    return replace(edition, effective_to=ends)


def not_here(
    citation: Citation,
    editions: Sequence[StatuteEdition],
    cited: Iterable[CitedEdition],
    day: date,
) -> Unresolved:
    """Why none of ``editions`` is the law on ``day``: there is none, a later one is cited, or neither."""
    if not editions:
        return Unresolved(citation, UnresolvedReason.NO_LAW)
    older = [each for each in editions if each.effective_from <= day]
    if older:
        later = [c for c in cited if c.edition > older[-1].edition and c.begins <= day]
        if later:
            wanted = max(later, key=lambda each: each.edition).edition
            reason = UnresolvedReason.LATER_TEXT
            return Unresolved(citation, reason, older=older[-1], wanted=wanted)
    return Unresolved(citation, UnresolvedReason.NOT_IN_FORCE)
