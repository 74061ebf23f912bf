"""What the 文书 page shows, worked out in plain Python off the main thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.projection import DocumentRow
from inspector_app.domain.visit import DocumentStatus

__all__ = [
    "DocumentFilter",
    "OpenDocument",
    "file_name",
    "filtered",
    "load_document",
    "read_pdf",
]


class DocumentFilter(Enum):
    """Which documents to list."""

    ALL = "all"
    UNSIGNED = "unsigned"
    ISSUED = "issued"
    ENDED = "ended"

    def accepts(self, row: DocumentRow) -> bool:
        """Whether ``row`` passes."""
        if self is DocumentFilter.ALL:
            return True
        return DocumentStatus(row.status) in _ACCEPTED[self]


_ACCEPTED = {
    DocumentFilter.UNSIGNED: (DocumentStatus.COMPOSED,),
    DocumentFilter.ISSUED: (DocumentStatus.ISSUED,),
    DocumentFilter.ENDED: (
        DocumentStatus.CORRECTED,
        DocumentStatus.WITHDRAWN,
        DocumentStatus.VOIDED,
    ),
}


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document on show. ``pdf`` is the issued file, or the page as it would be before issue.

    ``copies_printed`` counts the copies noted in the record; ``row`` is None for a file that was
    opened from disk, which then goes by its ``name``.
    """

    pdf: bytes
    row: DocumentRow | None
    name: str
    copies_printed: int = 0
    because: str = ""

    @property
    def issued(self) -> bool:
        """Whether these bytes were signed and issued on this device."""
        return self.row is not None and bool(self.row.pdf)


def filtered(rows: tuple[DocumentRow, ...], wanted: DocumentFilter) -> tuple[DocumentRow, ...]:
    """The rows that pass, in their order."""
    return tuple(row for row in rows if wanted.accepts(row))


def load_document(use_cases: UseCases, row: DocumentRow) -> OpenDocument:
    """The document's page and what is known of it. Runs in the database lane."""
    visit = use_cases.view_visit.records.read(row.visit_id)
    document = visit.documents[row.document_id]
    if row.pdf:
        pdf = use_cases.look_up.document_pdf(row)
    else:
        pdf = use_cases.preview_document.composed(row.visit_id, row.document_id).pdf
    return OpenDocument(pdf, row, row.title, document.copies_printed, document.because)


def file_name(document: OpenDocument) -> str:
    """A name for the saved file: title and number, without what file systems refuse."""
    row = document.row
    parts = [row.title, row.number, row.enterprise_name] if row else [Path(document.name).stem]
    words = " ".join(part for part in parts if part)
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", words).strip(" .")[:120] + ".pdf"


def read_pdf(path: Path) -> OpenDocument:
    """A PDF from disk; ``EnvironmentFault`` if it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise EnvironmentFault(
            "documents.not_read", "这个文件无法读取。", mend="请检查文件是否存在、是否有权限打开。"
        ) from problem
    return OpenDocument(data, None, path.name)
