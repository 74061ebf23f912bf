"""Every citation that a pack makes beside its violations: bases of items and deadlines, texts.

Found by walking what was read, so that a part that packs learn to hold later is looked at as well.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.citation_text import read_citations
from inspector_app.domain.law.gate.clauses import read_clause
from inspector_app.packs.draft import Draft

__all__ = ["CitedPlace", "cited_beside_violations"]

# What holds no law of its own: bookkeeping of the reader, and what is checked by itself.
_ELSEWHERE = frozenset(
    {"reading", "depends", "laws", "violations", "sayings", "anchors", "places", "used", "texts"}
)
# By which fields a reader knows a part.
_NAMES = ("id", "key", "code", "kind", "number")


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A citation, the part that makes it (``items FOOD.X``), and the part's own validity."""

    where: str
    citation: Citation
    valid_from: date | None = None
    valid_to: date | None = None


def cited_beside_violations(draft: Draft, names: Mapping[str, str]) -> Iterator[CitedPlace]:
    """Each citation of the pack's own parts; in words too.

    ``names`` maps short names to full official names.
    """
    whole = CitedPlace("", Citation("", 0), draft.valid_from, draft.valid_to)
    for part in dataclasses.fields(draft):
        if part.name not in _ELSEWHERE:
            yield from _walk(getattr(draft, part.name), replace(whole, where=part.name), names)


def _walk(value: Any, place: CitedPlace, names: Mapping[str, str]) -> Iterator[CitedPlace]:
    if isinstance(value, Citation):
        yield replace(place, citation=value)
    elif isinstance(value, str):
        within = _while_listed(value, place)
        for cited in read_citations(value, names):
            yield replace(within, citation=cited.citation)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _walk(part, replace(place, where=f"{place.where} {key}"), names)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _walk(part, place, names)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        within = _within(value, place)
        for field in dataclasses.fields(value):
            if field.name != "violations":
                yield from _walk(getattr(value, field.name), within, names)


def _while_listed(words: str, place: CitedPlace) -> CitedPlace:
    """``place`` narrowed by the days that a rule's listed clause has of its own."""
    listed = read_clause(words)
    if listed is None:
        return place
    return replace(
        place,
        valid_from=listed.first or place.valid_from,
        valid_to=listed.last or place.valid_to,
    )


def _within(part: Any, place: CitedPlace) -> CitedPlace:
    """``place`` narrowed by the part's name and validity, where it has them."""
    named = next((str(getattr(part, n)) for n in _NAMES if getattr(part, n, "")), "")
    where = place.where
    if named and not where.endswith(f" {named}"):
        where = f"{where} {named}"
    return replace(
        place,
        where=where,
        valid_from=getattr(part, "valid_from", None) or place.valid_from,
        valid_to=getattr(part, "valid_to", None) or place.valid_to,
    )
