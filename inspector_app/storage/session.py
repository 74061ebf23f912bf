"""One connection in one transaction, and what the store remembers between transactions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from inspector_app.domain.journal import Head
from inspector_app.domain.projection import VisitProjection

__all__ = ["Draft", "Remembered", "Session"]

_MOST_HEADS: Final = 256
_MOST_PROJECTIONS: Final = 16


class Session:
    """A connection in a transaction. Whoever made the session begins and ends it."""

    __slots__ = ("driver",)

    def __init__(self, driver: Any) -> None:
        self.driver = driver


@dataclass
class Remembered:
    """What need not be read again, because this process is the only writer."""

    lineage: int
    heads: dict[str, Head] = field(default_factory=dict)
    projections: dict[str, VisitProjection] = field(default_factory=dict)


class Draft:
    """What a transaction has learned and changed; only :meth:`keep`, after the commit, lets it count."""

    def __init__(self, remembered: Remembered) -> None:
        self._remembered = remembered
        self.lineage = remembered.lineage
        self._heads: dict[str, Head] = {}
        self._projections: dict[str, VisitProjection] = {}
        self._doubted = False

    def head(self, stream: str) -> Head | None:
        """The stream's head, None if it must be read."""
        return self._heads.get(stream) or self._remembered.heads.get(stream)

    def set_head(self, head: Head) -> None:
        """The stream's head as of now."""
        self._heads[head.stream] = head

    def projection(self, visit_id: str) -> VisitProjection | None:
        """The visit's projection as stored, None if it must be read."""
        known = self._projections.get(visit_id)
        if known is None and not self._doubted:
            known = self._remembered.projections.get(visit_id)
        return known

    def set_projection(self, projection: VisitProjection) -> None:
        """The visit's projection as of now."""
        self._projections[projection.summary.visit_id] = projection

    def doubt_projections(self) -> None:
        """The tables were changed otherwise: read each again."""
        self._projections.clear()
        self._doubted = True

    def keep(self) -> None:
        """The transaction is on disk: what it knew holds from now on."""
        remembered = self._remembered
        remembered.lineage = self.lineage
        if len(remembered.heads) > _MOST_HEADS:
            remembered.heads.clear()
        if self._doubted or len(remembered.projections) > _MOST_PROJECTIONS:
            remembered.projections.clear()
        remembered.heads.update(self._heads)
        remembered.projections.update(self._projections)
