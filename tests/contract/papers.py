"""Document events for the suites of this folder."""

from __future__ import annotations

from inspector_app.domain.ports import TakenNumber
from inspector_app.domain.visit_events import DocumentComposed, DocumentIssued

__all__ = ["composed", "issued", "numbered"]


def composed(document_id: str, *, title: str = "现场笔录", number: str = "") -> DocumentComposed:
    return DocumentComposed(document_id, "site_record", title, "a" * 64, ("party",), number=number)


def numbered(document_id: str, taken: TakenNumber) -> DocumentComposed:
    block = taken.block
    return DocumentComposed(
        document_id,
        "correction_order",
        "责令改正通知书",
        "a" * 64,
        ("party",),
        number=f"{block.word}〔{block.year}〕{taken.seq}号",
        word=block.word,
        year=block.year,
        number_seq=taken.seq,
        block=block.id,
    )


def issued(document_id: str) -> DocumentIssued:
    return DocumentIssued(document_id, "b" * 64, 2, "c" * 64, "1234")
