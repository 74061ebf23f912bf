"""What may still change in a visit once documents are issued on it (更正).

Issued documents are never edited. A correction is a new event with its reason; after it, what it
concerns is open to change until correcting documents are issued.
"""

from __future__ import annotations

from inspector_app.domain.visit_documents import Document, DocumentStatus
from inspector_app.domain.visit_state import Visit

__all__ = ["is_issued", "is_locked", "is_open_to_change", "issued_papers"]


def issued_papers(visit: Visit) -> tuple[Document, ...]:
    """Issued documents that tell the visit's substance: all but receipts of service (送达回证)."""
    return tuple(
        document
        for document in visit.documents.values()
        if document.status is DocumentStatus.ISSUED and not document.serves
    )


def is_issued(visit: Visit) -> bool:
    """Whether any document stands issued, so that changes are corrections."""
    return bool(issued_papers(visit))


def is_locked(visit: Visit) -> bool:
    """Whether answers can only be corrected: something was issued, or the officers have left."""
    return visit.completed or is_issued(visit)


def is_open_to_change(visit: Visit, item: str = "") -> bool:
    """Whether findings, photos and the result may change.

    With ``item``: what belongs to it; its answer must have been corrected since the last issue.
    Without: the visit as a whole; anything must have been corrected since.
    """
    if not is_locked(visit):
        return True
    told = max((document.based_on for document in issued_papers(visit)), default=0)
    if not item:
        return visit.content_seq > told
    answer = visit.answers.get(item)
    return answer is not None and answer.corrected and answer.seq > told
