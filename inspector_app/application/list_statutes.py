"""List the statutes on this device and open one."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.workplace import Workplace
from inspector_app.domain.law.statute import Statute, StatuteEdition

__all__ = ["ListStatutes"]


@dataclass(frozen=True, slots=True)
class ListStatutes:
    """What texts there are."""

    place: Workplace

    def __call__(self, law: str = "") -> tuple[StatuteEdition, ...]:
        """Every edition, or those of ``law`` by any of its names; by name and then oldest first."""
        return self.place.statutes.editions(law)

    def open(self, edition: StatuteEdition) -> Statute:
        """The whole text of one; ``UserError`` if it was removed meanwhile."""
        return self.place.statutes.statute(edition)
