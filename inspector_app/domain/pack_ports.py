"""Ports to the form packs: what they say of forms, papers and the law, as protocols."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from inspector_app.domain.checklist import ChecklistDefinition, PackRef
from inspector_app.domain.law.catalogue import Catalogue
from inspector_app.domain.law.deadline_kinds import DeadlineKind
from inspector_app.domain.law.search_words import SearchWords
from inspector_app.domain.law.weighing import WeighingRules
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.domain.template import DocumentTemplate

if TYPE_CHECKING:
    # Named here only: the first page does not ask the gate.
    from inspector_app.domain.law.gate.occasion import LawInForce

__all__ = ["ExpressionEvaluator", "PackShelf"]


class ExpressionEvaluator(Protocol):
    """XLSForm's expression language (ODK)."""

    def evaluate(self, expression: str, variables: Mapping[str, object]) -> object:
        """The value of ``expression``; ``UserError`` if it is not one."""
        ...

    def check(self, expression: str, names: Iterable[str]) -> None:
        """Raise ``UserError`` if it does not parse or uses names other than ``names``."""
        ...


class PackShelf(Protocol):
    """The verified packs on this device, and every edition an open visit still needs."""

    def refs(self) -> tuple[PackRef, ...]:
        """Every installed and trusted edition."""
        ...

    def checklists(self) -> Mapping[str, ChecklistDefinition]:
        """The current editions by checklist id."""
        ...

    def checklist(self, checklist_id: str, pack: PackRef | None = None) -> ChecklistDefinition:
        """One checklist, of exactly that edition if ``pack`` is given; ``UserError`` if absent."""
        ...

    def document_templates(self) -> Mapping[str, DocumentTemplate]:
        """Current document templates by kind."""
        ...

    def deadlines(self) -> Mapping[str, DeadlineKind]:
        """Kinds of deadlines by their ids (D1 …)."""
        ...

    def weighing_rules(self) -> WeighingRules:
        """What the packs say about weighing findings: tables, grounds, limits."""
        ...

    def work_calendar(self) -> WorkCalendar:
        """Working days by the yearly tables on this device."""
        ...

    def catalogue(self) -> Catalogue:
        """The violations of all current packs, with the ways people say them."""
        ...

    def search_words(self) -> SearchWords:
        """What the packs know of words that mean the same, and of goods and places."""
        ...

    def law(self, edition: PackRef | None = None) -> LawInForce:
        """The gate's rules and the calendar: of exactly that edition, or as they are now.

        ``UserError`` if this device has no trusted edition of them, or not that one.
        """
        ...

    def compiled_bytes(self, ref: PackRef) -> bytes:
        """That edition's canonical bytes (their SHA-256 is ``ref.digest``); ``UserError`` if absent."""
        ...
