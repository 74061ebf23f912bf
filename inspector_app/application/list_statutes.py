"""List the laws whose text is on this device."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.workplace import Workplace
from inspector_app.domain.law.statute import StatuteEdition, edition_in_force

__all__ = ["InstalledLaw", "ListStatutes"]


@dataclass(frozen=True, slots=True)
class InstalledLaw:
    """A law with its editions, the oldest first, and the one in force (None = none is)."""

    law: str
    editions: tuple[StatuteEdition, ...]
    current: StatuteEdition | None

    @property
    def shown(self) -> StatuteEdition:
        """The edition to open: the one in force, else the latest."""
        return self.current or self.editions[-1]


@dataclass(frozen=True, slots=True)
class ListStatutes:
    """What texts there are."""

    place: Workplace

    def __call__(self) -> tuple[InstalledLaw, ...]:
        """Every law, by name."""
        day = self.place.clock.today()
        by_law: dict[str, list[StatuteEdition]] = {}
        for edition in self.place.statutes.editions():
            by_law.setdefault(edition.law, []).append(edition)
        return tuple(
            InstalledLaw(law, tuple(editions), edition_in_force(editions, day))
            for law, editions in by_law.items()
        )
