"""List the laws whose text is on this device."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from inspector_app.application.workplace import Workplace
from inspector_app.domain.law.statute import StatuteEdition

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
        shelf, day = self.place.statutes, self.place.clock.today()
        return tuple(
            InstalledLaw(law, editions, shelf.edition_on(law, day))
            for law, group in groupby(shelf.editions(), key=lambda edition: edition.law)
            if (editions := tuple(group))
        )
