"""The edition that a citation names behind the law: 食品安全法（2021年修正）第四十一条.

Whoever names one wants that text, whatever is in force today.
"""

from __future__ import annotations

from datetime import date

from inspector_app.domain.law.citation_places import Cited
from inspector_app.domain.law.statute import (
    Provision,
    StatuteEdition,
    StatuteShelf,
    Unresolved,
    UnresolvedReason,
)

__all__ = ["named_edition", "resolve_cited"]


def resolve_cited(shelf: StatuteShelf, cited: Cited, day: date) -> Provision | Unresolved:
    """What ``cited`` means in the edition that it names, else in the law as it is on ``day``."""
    if not cited.edition or not shelf.editions(cited.citation.law):
        return shelf.resolve(cited.citation, day)
    edition = named_edition(shelf, cited.citation.law, cited.edition)
    if edition is None:
        return Unresolved(cited.citation, UnresolvedReason.NO_EDITION)
    return shelf.resolve_in(cited.citation, edition)


def named_edition(shelf: StatuteShelf, law: str, named: str) -> StatuteEdition | None:
    """The latest edition of ``law`` of the year, month or day ``named`` (ISO 8601), if there is one.

    That is when it was promulgated or amended; where nothing was, when it came into force.
    """
    editions = shelf.editions(law)
    for days in ("edition", "effective_from"):
        of_then = [each for each in editions if str(getattr(each, days)).startswith(named)]
        if of_then:
            return max(of_then, key=lambda each: (each.edition, each.effective_from))
    return None
