"""A document of the visit as its pages show it: where it is in its life, and what may be done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from inspector_app.application.use_cases import UseCases
from inspector_app.application.view_visit import PlannedDocument
from inspector_app.domain.document import SignerRole, Snapshot
from inspector_app.domain.visit import Document, DocumentStatus, Signature
from inspector_app.gui.terms import State, document_state
from inspector_app.gui.theme import Tone

__all__ = [
    "PaperState",
    "Slot",
    "is_settled",
    "next_open",
    "paper_state",
    "paper_status",
    "read_pdf",
    "read_slots",
]


class PaperState(Enum):
    """Where a document is, as the step 文书 treats it."""

    DRAFT = "draft"  # not composed yet
    COMPOSED = "composed"
    STALE = "stale"  # composed, but the record changed since
    ISSUED = "issued"
    OUTDATED = "outdated"  # issued, and the record was corrected since
    SURPLUS = "surplus"  # composed or issued, and the corrected record asks for it no longer


def paper_state(planned: PlannedDocument) -> PaperState:
    """The state of a planned document."""
    document = planned.document
    if document is None:
        return PaperState.DRAFT
    if not planned.called_for:
        return PaperState.SURPLUS
    if document.status is DocumentStatus.ISSUED:
        return PaperState.OUTDATED if planned.stale else PaperState.ISSUED
    return PaperState.STALE if planned.stale else PaperState.COMPOSED


def is_settled(listed: Iterable[PlannedDocument], kind: str) -> bool:
    """Whether nothing is to be composed for a kind of document now."""
    done = (PaperState.COMPOSED, PaperState.ISSUED)
    return all(paper_state(p) in done for p in listed if p.template.kind == kind)


def next_open(listed: Iterable[PlannedDocument]) -> str:
    """The first kind of document that is to be composed; empty if there is none."""
    done = (PaperState.COMPOSED, PaperState.ISSUED)
    return next((p.template.kind for p in listed if paper_state(p) not in done), "")


def paper_status(planned: PlannedDocument) -> State:
    """Where a document stands, in words."""
    translate = QCoreApplication.translate
    match paper_state(planned):
        case PaperState.DRAFT:
            return State(translate("DocumentsStep", "待定稿"), Tone.ATTENTION, "file-pen-line")
        case PaperState.STALE:
            return State(translate("DocumentsStep", "需重新定稿"), Tone.ATTENTION, "refresh-cw")
        case PaperState.OUTDATED:
            return State(translate("DocumentsStep", "需更正"), Tone.ATTENTION, "file-pen-line")
        case PaperState.SURPLUS:
            return State(translate("DocumentsStep", "不再需要"), Tone.ATTENTION, "file-x")
        case _:
            document = planned.document
            return document_state(document.status if document else DocumentStatus.COMPOSED)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where somebody signs, with what the form says about it and what was signed."""

    key: str
    role: SignerRole
    label: str
    name: str
    certificate_no: str
    required: bool
    signature: Signature | None


def read_slots(use_cases: UseCases, document: Document) -> tuple[Slot, ...]:
    """The slots of a composed document in the order of the form. Runs in the database lane."""
    place = use_cases.place
    snapshot: Snapshot = place.documents.decode(place.blobs.get(document.snapshot))
    missing = document.missing_slots
    witness = document.named_witness
    return tuple(
        Slot(
            slot.key,
            slot.role,
            slot.label,
            slot.name or (witness if slot.role is SignerRole.WITNESS else ""),
            slot.certificate_no,
            slot.key in document.required_slots or slot.key in missing,
            # A witness other than the one whom a refusal names has proved nothing.
            None if slot.key in missing else document.signatures.get(slot.key),
        )
        for slot in snapshot.signatures
        if slot.key in document.slot_roles
    )


def read_pdf(use_cases: UseCases, visit_id: str, kind: str, document: Document | None) -> bytes:
    """The page as it is now: the draft, the composed page with its signatures, or the issued PDF."""
    preview = use_cases.preview_document
    if document is None:
        return preview.draft(visit_id, kind).pdf
    if document.status is DocumentStatus.ISSUED:
        return preview.issued(visit_id, document.id)
    return preview.composed(visit_id, document.id).pdf
