"""Find provisions by words in the statutes on this device."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector_app.application.workplace import Workplace
from inspector_app.domain.law.statute import StatuteHit

__all__ = ["SearchStatutes"]


@dataclass(frozen=True, slots=True)
class SearchStatutes:
    """Provisions that hold words."""

    place: Workplace

    def __call__(
        self, words: str, *, limit: int = 50, day: date | None = None, law: str = ""
    ) -> tuple[StatuteHit, ...]:
        """Provisions of the law of ``day`` (today) with all of ``words``, the best first.

        ``law`` narrows it to one, by any of its names. Words need two characters or more.
        """
        today = day or self.place.clock.today()
        return self.place.statutes.search(words, limit=limit, day=today, law=law)
