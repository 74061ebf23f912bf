"""Show the words of a citation in the law of a day, or on both days of 从旧兼从轻."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector_app.application.workplace import Workplace
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.citation_text import read_citations
from inspector_app.domain.law.statute import Provision, StatuteEdition, Unresolved
from inspector_app.domain.law.then_and_now import ThenAndNow, then_and_now

__all__ = ["ShowCitation"]


@dataclass(frozen=True, slots=True)
class ShowCitation:
    """The words that a citation leads to."""

    place: Workplace

    def __call__(self, citation: Citation, day: date | None = None) -> Provision | Unresolved:
        """What ``citation`` says in the law as it is on ``day``, today unless told otherwise."""
        return self.place.statutes.resolve(citation, day or self.place.clock.today())

    def in_edition(self, citation: Citation, edition: StatuteEdition) -> Provision | Unresolved:
        """What it says in that edition, whatever the day."""
        return self.place.statutes.resolve_in(citation, edition)

    def then_and_now(
        self, citation: Citation, acted: date, decided: date | None = None
    ) -> ThenAndNow:
        """What it says on the day of the act and on that of the decision (today), and how it changed."""
        return then_and_now(
            self.place.statutes, citation, acted, decided or self.place.clock.today()
        )

    def typed(self, text: str) -> tuple[Citation, ...]:
        """The citations in what someone typed: full or short names, any of the four styles."""
        return tuple(cited.citation for cited in read_citations(text, self.place.statutes.names()))
