"""The editions of laws that packs were written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from inspector_app.domain.law.cited_editions import CitedEdition
from inspector_app.packs.pack import Law, Pack

__all__ = ["editions_by_law", "editions_of"]


def editions_by_law(packs: Iterable[Pack]) -> Mapping[str, tuple[CitedEdition, ...]]:
    """The editions that ``packs`` cite, by the full name of their law.

    Of one that is named twice counts whoever tells its first day in force.
    """
    told = editions_of(law for pack in packs for law in pack.laws.values())
    found: dict[str, dict[date, CitedEdition]] = {}
    for each in sorted(told, key=lambda cited: cited.in_force or date.min):
        found.setdefault(each.law, {})[each.edition] = each
    return {law: tuple(editions.values()) for law, editions in found.items()}


def editions_of(laws: Iterable[Law]) -> Iterator[CitedEdition]:
    """The edition of each law that names one."""
    for law in laws:
        if law.edition is not None:
            yield CitedEdition(law.full, law.edition, law.in_force)
