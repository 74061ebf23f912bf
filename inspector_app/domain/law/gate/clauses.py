"""Clauses that a rule lists as words, and whether a basis as people wrote it is one of them.

A rule lists ``食品安全法110(四)``; where another edition has another number, with the last or first day
of its own: ``商标法62(1)(四)（至2026-12-31）``, ``商标法76(1)(四)（自2027-01-01）``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from inspector_app.domain.law.citation import Citation, agree, short_name
from inspector_app.domain.law.citation_text import read_citation
from inspector_app.domain.law.validity import in_use_on

__all__ = ["ListedClause", "is_listed", "is_one_of", "law_known_as", "read_clause"]

_CLAUSE = re.compile(
    r"(?P<named>.+?)"
    r"(?:（(?:自(?P<first>\d{4}-\d\d-\d\d))?(?:至(?P<last>\d{4}-\d\d-\d\d))?）)?"
)
_NAMED = re.compile(r"《?(?P<law>[^《》0-9]+?)》?\s*(?P<place>(?:第|[0-9０-９]).*)")


@dataclass(frozen=True, slots=True)
class ListedClause:
    """A clause, its law by its short name, with the days on which it bears that number."""

    citation: Citation
    first: date | None
    last: date | None


@cache
def read_clause(text: str) -> ListedClause | None:
    """The clause that a rule lists as ``text``; None where it is none."""
    found = _CLAUSE.fullmatch(text)
    citation = _place(found["named"]) if found is not None else None
    if found is None or citation is None:
        return None
    first, last = (date.fromisoformat(d) if d else None for d in (found["first"], found["last"]))
    return ListedClause(replace(citation, law=short_name(citation.law)), first, last)


def is_listed(
    law: str, basis: str, day: date, clauses: Sequence[str], laws: Mapping[str, str]
) -> bool:
    """Whether ``basis`` of ``law``, as people wrote both, is one of ``clauses`` on ``day``.

    ``laws`` maps names of laws to their full ones.
    """
    told = _place(basis) if not law.strip() else _place_of(law.strip(), basis)
    if told is None:
        return False
    told = replace(told, law=law_known_as(told.law, laws))
    listed = [one for one in map(read_clause, clauses) if one is not None]
    return any(in_use_on(day, one.first, one.last) and agree(told, one.citation) for one in listed)


def is_one_of(cited: Citation, clauses: Sequence[str]) -> bool:
    """Whether ``cited`` is one of ``clauses``, which bear their numbers on every day."""
    told = replace(cited, law=short_name(cited.law))
    return any(agree(told, one.citation) for one in map(read_clause, clauses) if one is not None)


def law_known_as(name: str, laws: Mapping[str, str]) -> str:
    """The short form of a law's official name, whichever of its names ``name`` is."""
    bare = name.strip().removeprefix("《").removesuffix("》")
    return short_name(laws.get(bare, bare))


def _place_of(law: str, basis: str) -> Citation | None:
    """``basis`` with the name of its law before it or without."""
    name = law.removeprefix("《").removesuffix("》")
    place = basis.strip().removeprefix(f"《{name}》").removeprefix(name)
    return read_citation(f"《{name}》{place}")


def _place(text: str) -> Citation | None:
    found = _NAMED.fullmatch(text.strip())
    return read_citation(f"《{found['law']}》{found['place']}") if found is not None else None
