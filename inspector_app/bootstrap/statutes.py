"""The statutes of this laptop: the library in its folder, and the short names that packs use."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.bootstrap.late_server import Late
from inspector_app.domain.law.citation import Citation

if TYPE_CHECKING:
    # Named here only: the first page asks for no statute.
    from inspector_app.domain.law.statute import (
        Provision,
        Statute,
        StatuteEdition,
        StatuteHit,
        Unresolved,
    )
    from inspector_app.statutes.library import StatuteLibrary

__all__ = ["STATUTES", "LaptopStatutes"]

STATUTES = "statutes.sqlite"
"""The library's file in a laptop's folder."""


class LaptopStatutes:
    """The port ``StatuteShelf``; neither library nor packs are opened before the first question."""

    def __init__(self, path: Path, names: Callable[[], Mapping[str, str]]) -> None:
        self._library = Late(partial(_library, path))
        self._short_names = Late(names)

    def stamp(self) -> Hashable:
        """When the library's file was last written."""
        return self._library().stamp()

    def editions(self, law: str = "") -> tuple[StatuteEdition, ...]:
        """Every edition, or those of ``law`` (any of its names), by name and then oldest first."""
        return self._library().editions(self._full(law))

    def names(self) -> Mapping[str, str]:
        """Every name, those of packs included, to the full official name."""
        return {**self._short_names(), **self._library().names()}

    def full_name(self, name: str) -> str | None:
        """The full official name for any name, also of a law whose text is not here."""
        return self._library().full_name(name) or self._short_names().get(name)

    def edition_on(self, law: str, day: date) -> StatuteEdition | None:
        """The edition of ``law`` in force on ``day``."""
        return self._library().edition_on(self._full(law), day)

    def statute(self, edition: StatuteEdition) -> Statute:
        """That edition with its words."""
        return self._library().statute(edition)

    def resolve(self, citation: Citation, day: date) -> Provision | Unresolved:
        """What ``citation`` means in the law as it is on ``day``."""
        return self._library().resolve(self._fully(citation), day)

    def resolve_in(self, citation: Citation, edition: StatuteEdition) -> Provision | Unresolved:
        """What ``citation`` means in that edition."""
        return self._library().resolve_in(citation, edition)

    def search(
        self, words: str, *, limit: int = 20, day: date | None = None, law: str = ""
    ) -> tuple[StatuteHit, ...]:
        """Provisions that hold all of ``words``, the best first."""
        return self._library().search(words, limit=limit, day=day, law=self._full(law))

    def close(self) -> None:
        """Let go of the library's file, if it was opened."""
        if self._library.made is not None:
            self._library.made.close()

    def _full(self, law: str) -> str:
        return self._short_names().get(law, law) if law else ""

    def _fully(self, citation: Citation) -> Citation:
        return replace(citation, law=self._full(citation.law))


def _library(path: Path) -> StatuteLibrary:
    from inspector_app.statutes.library import StatuteLibrary  # late: a day may need no statute

    return StatuteLibrary(path)
