"""The statutes of this laptop: the library in its folder, and what packs know of laws."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.bootstrap.late_server import Late
from inspector_app.domain.law.citation import Citation
from inspector_app.packs.law_names import law_names

if TYPE_CHECKING:
    # Named here only: the first page asks for no statute.
    from inspector_app.domain.law.cited_editions import CitedEdition
    from inspector_app.domain.law.statute import (
        Provision,
        Statute,
        StatuteEdition,
        StatuteHit,
        Unresolved,
    )
    from inspector_app.packs import Pack
    from inspector_app.statutes.library import StatuteLibrary

__all__ = ["STATUTES", "LaptopStatutes"]

STATUTES = "statutes.sqlite"
"""The library's file in a laptop's folder."""


class LaptopStatutes:
    """The port ``StatuteShelf``; neither library nor packs are opened before the first question.

    ``names`` are the packs' names of laws, ``cited`` the editions that they were written from, by
    law: a text that is here ends where one of these begins, whether or not that one is here.
    """

    def __init__(
        self,
        path: Path,
        names: Callable[[], Mapping[str, str]],
        cited: Callable[[], Mapping[str, tuple[CitedEdition, ...]]] = dict,
    ) -> None:
        self._path = path
        self._library = Late(partial(_library, path))
        self._short_names = Late(names)
        self._cited = Late(cited)

    @classmethod
    def of_packs(cls, path: Path, packs: Callable[[], Iterable[Pack]]) -> LaptopStatutes:
        """The library at ``path``, with all that ``packs`` know of laws."""
        return cls(path, lambda: law_names(packs()), lambda: _cited_by(packs()))

    def stamp(self) -> Hashable:
        """When the library's file was last written."""
        return self._library().stamp()

    def editions(self, law: str = "") -> tuple[StatuteEdition, ...]:
        """Every edition, or those of ``law`` (any of its names), by name and then oldest first."""
        if not self._path.exists():
            # Nothing to be named or ended: the packs stay closed.
            return ()
        from inspector_app.domain.law.cited_editions import ended_by  # late: as above

        return tuple(
            edition
            for name, editions in groupby(
                self._library().editions(self._full(law)), key=lambda each: each.law
            )
            for edition in ended_by(tuple(editions), self._cited().get(name, ()))
        )

    def names(self) -> Mapping[str, str]:
        """Every name, those of packs included, to the full official name."""
        return {**self._short_names(), **self._library().names()}

    def full_name(self, name: str) -> str | None:
        """The full official name for any name, also of a law whose text is not here."""
        return self._library().full_name(name) or self._short_names().get(name)

    def edition_on(self, law: str, day: date) -> StatuteEdition | None:
        """The edition of ``law`` in force on ``day``."""
        from inspector_app.domain.law.statute import edition_in_force  # late: as above

        return edition_in_force(self.editions(law), day)

    def statute(self, edition: StatuteEdition) -> Statute:
        """That edition with its words."""
        return self._library().statute(edition)

    def resolve(self, citation: Citation, day: date) -> Provision | Unresolved:
        """What ``citation`` means in the law as it is on ``day``."""
        # Late: the first page asks for no statute.
        from inspector_app.domain.law.cited_editions import not_here
        from inspector_app.domain.law.statute import edition_in_force

        editions = self.editions(citation.law)
        if not editions:
            return not_here(citation, (), (), day)
        citation = replace(citation, law=editions[0].law)
        edition = edition_in_force(editions, day)
        if edition is None:
            return not_here(citation, editions, self._cited().get(citation.law, ()), day)
        return self._library().resolve_in(citation, edition)

    def resolve_in(self, citation: Citation, edition: StatuteEdition) -> Provision | Unresolved:
        """What ``citation`` means in that edition."""
        return self._library().resolve_in(citation, edition)

    def search(
        self, words: str, *, limit: int = 20, day: date | None = None, law: str = ""
    ) -> tuple[StatuteHit, ...]:
        """Provisions that hold all of ``words``, the best first.

        Where the text of ``day`` is not here the one before it is searched: what stands there is
        found, and its edition says when it ended.
        """
        hits = self._library().search(words, limit=limit, day=day, law=self._full(law))
        ended = {each: self.editions(each) for each in {hit.edition.law for hit in hits}}
        return tuple(
            replace(hit, edition=_same(hit.edition, ended[hit.edition.law])) for hit in hits
        )

    def close(self) -> None:
        """Let go of the library's file, if it was opened."""
        if self._library.made is not None:
            self._library.made.close()

    def _full(self, law: str) -> str:
        return self._short_names().get(law, law) if law else ""


def _same(edition: StatuteEdition, ended: Iterable[StatuteEdition]) -> StatuteEdition:
    return next((each for each in ended if each.edition == edition.edition), edition)


def _cited_by(packs: Iterable[Pack]) -> Mapping[str, tuple[CitedEdition, ...]]:
    from inspector_app.packs.law_editions import editions_by_law  # late: see LaptopStatutes

    return editions_by_law(packs)


def _library(path: Path) -> StatuteLibrary:
    from inspector_app.statutes.library import StatuteLibrary  # late: a day may need no statute

    return StatuteLibrary(path)
