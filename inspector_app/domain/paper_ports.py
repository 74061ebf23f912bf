"""Ports around paper: drawing and signing documents, printing them, writing case files and calendars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from inspector_app.domain.document import Snapshot
from inspector_app.domain.journal import Event, SignedHead
from inspector_app.domain.late_dataclass import dataclass

if TYPE_CHECKING:
    # A day begins without counting a term.
    from inspector_app.domain.law.work_calendar import WorkCalendar
    from inspector_app.domain.running_deadlines import RunningDeadline

__all__ = [
    "CaseWriter",
    "DeadlineCalendar",
    "DocumentDesk",
    "Printer",
    "PrinterInfo",
    "Rendered",
    "SignedDocument",
]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A drawn document. ``slots`` gives each slot's places: (page from 1, x, y, width, height) in
    points from the lower left; a slot at every page's foot has one place per page.
    """

    pdf: bytes
    pages: int
    slots: Mapping[str, tuple[tuple[int, float, float, float, float], ...]]
    missing_glyphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """A finished PDF: PDF/A-3b with the Snapshot attached and PAdES signatures."""

    pdf: bytes
    pages: int


class DocumentDesk(Protocol):
    """Draws, signs and reads documents (the documents room)."""

    def encode(self, snapshot: Snapshot) -> bytes:
        """The Snapshot's canonical JSON."""
        ...

    def decode(self, data: bytes) -> Snapshot:
        """The Snapshot of canonical JSON; ``UserError`` if it is not one."""
        ...

    def draft(self, snapshot: Snapshot, images: Mapping[str, bytes]) -> Rendered:
        """The page as it will be, unsigned, for preview. ``images`` by SHA-256."""
        ...

    def finish(
        self, snapshot: Snapshot, images: Mapping[str, bytes], signers: Sequence[str], at: str
    ) -> SignedDocument:
        """PDF/A-3b, signed in turn by the officers ``signers`` (officer ids) at ``at``.

        Raises ``UserError`` for an expired or missing certificate.
        """
        ...


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    """A printer that can be chosen. ``kind``: system, thermal, file."""

    name: str
    kind: str
    is_default: bool = False


class Printer(Protocol):
    """Printing of finished PDFs."""

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The printers that can be chosen now."""
        ...

    def print_pdf(self, printer: str, pdf: bytes, *, title: str, copies: int = 1) -> None:
        """Queue it; ``EnvironmentFault`` with what to do when the printer does not take it."""
        ...


class CaseWriter(Protocol):
    """Writes case files (the documents room)."""

    def write(
        self,
        path: Path,
        events: Sequence[Event],
        heads: Sequence[SignedHead],
        *,
        documents: Mapping[str, bytes],
        blobs: Mapping[str, bytes],
    ) -> None:
        """One file, whole or not at all. ``documents`` are PDFs by id, ``blobs`` by SHA-256.

        Raises ``EnvironmentFault`` if the disk refuses.
        """
        ...


class DeadlineCalendar(Protocol):
    """Writes deadlines as a file that calendars take in (RFC 5545)."""

    def write(
        self,
        path: Path,
        deadlines: Sequence[RunningDeadline],
        calendar: WorkCalendar,
        *,
        at: datetime,
        language: str,
        names: bool,
    ) -> None:
        """One file, whole or not at all, of ``deadlines`` as they stand ``at``.

        ``names`` says whether enterprises are named. Raises ``EnvironmentFault`` if the disk
        refuses.
        """
        ...
