"""Show the words of a citation in the law of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector_app.application.workplace import Workplace
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import Provision, Unresolved

__all__ = ["ShowCitation"]


@dataclass(frozen=True, slots=True)
class ShowCitation:
    """The words that a citation leads to."""

    place: Workplace

    def __call__(self, citation: Citation, day: date | None = None) -> Provision | Unresolved:
        """What ``citation`` says in the law as it is on ``day``, today unless told otherwise."""
        return self.place.statutes.resolve(citation, day or self.place.clock.today())
