"""The packs on this laptop: those installed, and editions kept with the visits that began with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.assets import forms_dir, resources_dir
from inspector_app.domain.checklist import ChecklistDefinition, PackRef
from inspector_app.domain.law.catalogue import Catalogue
from inspector_app.domain.law.deadline_kinds import DeadlineKind
from inspector_app.domain.law.search_words import SearchWords
from inspector_app.domain.law.weighing import WeighingRules
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.domain.ports import Blobs
from inspector_app.domain.template import DocumentTemplate
from inspector_app.packs import PackLibrary, load_trusted_keys

if TYPE_CHECKING:
    # Named here only: the first page does not ask the gate.
    from inspector_app.domain.law.gate.occasion import LawInForce

__all__ = ["LaptopPacks", "delivered_packs"]


def delivered_packs(today: date, extra: tuple[Path, ...] = ()) -> PackLibrary:
    """The verified packs delivered with the application and those in ``extra`` folders."""
    keys = load_trusted_keys(resources_dir() / "trust" / "pack-keys.json")
    return PackLibrary((forms_dir(), *extra), keys, today=today)


class LaptopPacks:
    """The ``PackShelf`` port: the library first, then the blobs of earlier visits."""

    def __init__(self, library: PackLibrary, blobs: Blobs) -> None:
        self._library = library
        self._blobs = blobs
        # Asked for at every answer; the library is fixed while the application runs. Each pack
        # was verified when it was found; it is read when a visit first asks for it.
        self._checklists = cache(library.checklists)
        self._templates = cache(library.document_templates)
        self._deadlines = cache(library.deadlines)
        self._calendar = cache(library.work_calendar)
        self._weighing = cache(library.weighing_rules)
        self._catalogue = cache(library.catalogue)
        self._law = cache(library.law)

    def refs(self) -> tuple[PackRef, ...]:
        """Every installed and trusted edition."""
        return self._library.refs()

    def checklists(self) -> Mapping[str, ChecklistDefinition]:
        """The current editions by checklist id."""
        return self._checklists()

    def checklist(self, checklist_id: str, pack: PackRef | None = None) -> ChecklistDefinition:
        """One checklist, of exactly that edition if ``pack`` is given."""
        if pack is not None:
            self._recall(pack)
        return self._library.checklist(checklist_id, pack)

    def document_templates(self) -> Mapping[str, DocumentTemplate]:
        """Current document templates by kind."""
        return self._templates()

    def deadlines(self) -> Mapping[str, DeadlineKind]:
        """Kinds of deadlines by their ids."""
        return self._deadlines()

    def work_calendar(self) -> WorkCalendar:
        """Working days by the yearly tables of the current packs."""
        return self._calendar()

    def catalogue(self) -> Catalogue:
        """The violations of all current packs; its indexes are built once."""
        return self._catalogue()

    def search_words(self) -> SearchWords:
        """What the current packs know of words."""
        return self._library.search_words()

    def weighing_rules(self) -> WeighingRules:
        """What the current packs say about weighing findings."""
        return self._weighing()

    def law(self, edition: PackRef | None = None) -> LawInForce:
        """The gate's rules of that edition, or the current ones, with the calendar."""
        if edition is not None:
            self._recall(edition)
        return self._law(edition)

    def _recall(self, pack: PackRef) -> None:
        """Hold that edition too, if an open visit kept it."""
        if pack not in self._library.refs() and self._blobs.has(pack.digest):
            self._library.remember(self._blobs.get(pack.digest))

    def compiled_bytes(self, ref: PackRef) -> bytes:
        """That edition's canonical bytes."""
        return self._library.compiled_bytes(ref)
