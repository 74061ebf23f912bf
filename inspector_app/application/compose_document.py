"""Fix a document's wording so that it can be signed: gate, number, Snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from inspector_app.application.document_drafts import (
    DocumentDraft,
    GateRefusal,
    called_for,
    draft_document,
    signed_snapshot,
)
from inspector_app.application.visit_records import VisitEdit, VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.errors import UserError
from inspector_app.domain.numbering import OfficialNumber, format_number
from inspector_app.domain.paper_ports import Rendered
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.record import DocumentHeading
from inspector_app.domain.template import DocumentTemplate
from inspector_app.domain.visit import Document, DocumentStatus, Step, Visit
from inspector_app.domain.visit_events import (
    DocumentComposed,
    DocumentFieldsEdited,
    DocumentVoided,
    DocumentWithdrawn,
)

__all__ = [
    "ComposeDocument",
    "DraftDocument",
    "EditDocumentFields",
    "PreviewDocument",
    "VoidDocument",
    "WithdrawDocument",
]


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """A document as it would be now, with what the gate says. Records nothing."""

    place: Workplace
    records: VisitRecords

    def __call__(self, visit_id: str, kind: str) -> DocumentDraft:
        """The draft of ``kind``."""
        visit = self.records.read(visit_id)
        standing = visit.standing_document(kind)
        heading = (
            DocumentHeading(standing.id, standing.title, standing.number, self.place.clock.now().at)
            if standing is not None and standing.status is DocumentStatus.COMPOSED
            else None
        )
        corrected, because = _correction(visit, standing, "")
        return draft_document(
            self.place, visit, kind, heading=heading, correction_of=corrected, because=because
        )


def _correction(
    visit: Visit, standing: Document | None, because: str
) -> tuple[Document | None, str]:
    """The issued document that composing now corrects, and why.

    What corrects another stays its correction when it is composed again, by the same reason
    unless a new one is given.
    """
    if standing is None:
        return None, ""
    if standing.status is DocumentStatus.ISSUED:
        return standing, because.strip()
    if standing.corrects:
        return visit.documents[standing.corrects], because.strip() or standing.because
    return None, ""


@dataclass(frozen=True, slots=True)
class EditDocumentFields:
    """Complete the fields of a form; what is typed is on disk at once."""

    records: VisitRecords

    def __call__(self, visit_id: str, kind: str, fields: Mapping[str, str]) -> Visit:
        """Record changed fields and return the visit; unchanged ones are passed over."""
        with self.records.editing(visit_id) as edit:
            known = edit.visit.drafts.get(kind, {})
            changed = {key: value for key, value in fields.items() if known.get(key) != value}
            if changed:
                edit.record(DocumentFieldsEdited(kind, changed))
        return edit.visit


@dataclass(frozen=True, slots=True)
class ComposeDocument:
    """The wording is final; signatures confirm exactly this (定稿)."""

    place: Workplace
    records: VisitRecords

    def __call__(self, visit_id: str, kind: str, *, because: str = "") -> Visit:
        """Compose, or compose again, and return the visit.

        Composing again keeps document, number and what it corrects, and clears its signatures.
        Where one of the kind is already issued, the new one corrects it and needs ``because``;
        a receipt of a later service is a new one and corrects nothing. Raises
        :class:`GateRefusal` when blocked, and ``UserError`` when the record does not call for this
        kind or this laptop has no number left.
        """
        with self.records.editing(visit_id) as edit:
            standing = edit.visit.standing_document(kind)
            corrected, because = _correction(edit.visit, standing, because)
            if corrected is not None and not because:
                raise UserError(
                    "document.correction_because",
                    f"《{corrected.title}》已出具，只能更正，请写明更正理由。",
                    safe="已出具的文书未变。",
                    mend="请填写更正的理由，再定稿。",
                    facts={"title": corrected.title},
                )
            template = self._checked(edit, kind)
            reused = standing if standing is not corrected else None
            number = self._number(edit, template, reused)
            heading = DocumentHeading(
                id=reused.id if reused else self.place.ids.new_id(),
                title=template.title,
                number=number.text if number else "",
                issued_at=self.place.clock.now().at,
            )
            draft = draft_document(
                self.place,
                edit.visit,
                kind,
                heading=heading,
                correction_of=corrected,
                because=because,
            )
            data = self.place.documents.encode(draft.snapshot)
            blob = self.place.blobs.put(data, kind="snapshot", media_type="application/json")
            edit.uow.add_blob(blob, edit.visit.head.stream)
            composed = self._composed(edit.visit, draft, blob.sha256, number, corrected)
            edit.record(replace(composed, because=because))
            edit.uow.set_bookmark(visit_id, Bookmark(Step.DOCUMENTS.value, kind))
        return edit.visit

    def _checked(self, edit: VisitEdit, kind: str) -> DocumentTemplate:
        draft = draft_document(self.place, edit.visit, kind)
        if draft.blocked:
            raise GateRefusal(draft.messages)
        template = draft.template
        if template not in called_for(self.place, edit.visit):
            raise UserError(
                "document.not_called_for",
                f"按现在的检查记录，不需要《{template.title}》。",
                safe="检查记录和已有文书未变。",
                mend="已经出具的，请写明理由撤回。",
                facts={"title": template.title},
            )
        return template

    def _number(
        self, edit: VisitEdit, template: DocumentTemplate, reused: Document | None
    ) -> OfficialNumber | None:
        if not template.number_pattern:
            return None
        if reused is not None:
            return OfficialNumber(reused.number, "", 0, 0, "")
        year = self.place.clock.today().year
        taken = edit.uow.take_number(template.number_word, year)
        text = format_number(
            template.number_pattern, region=edit.visit.authority.region, year=year, seq=taken.seq
        )
        return OfficialNumber(text, template.number_word, year, taken.seq, taken.block.id)

    def _composed(
        self,
        visit: Visit,
        draft: DocumentDraft,
        snapshot: str,
        number: OfficialNumber | None,
        corrected: Document | None,
    ) -> DocumentComposed:
        template = draft.template
        _, served = visit.service_to_prove(corrected)
        optional = {slot.key for slot in template.slots if slot.optional}
        slots = draft.snapshot.signatures
        return DocumentComposed(
            document_id=draft.snapshot.document_id,
            kind=template.kind,
            title=template.title,
            snapshot=snapshot,
            required_slots=tuple(s.key for s in slots if s.key not in optional),
            optional_slots=tuple(s.key for s in slots if s.key in optional),
            slot_roles={s.key: s.role for s in slots},
            number=number.text if number else "",
            word=number.word if number else "",
            year=number.year if number else 0,
            number_seq=number.seq if number else 0,
            block=number.block if number else "",
            fields={filled.field.key: filled.value for filled in draft.fields},
            corrects=corrected.id if corrected else "",
            to_serve=template.to_serve,
            serves=tuple(sorted(served)) if template.serves else (),
            refusal=template.refusal,
        )


@dataclass(frozen=True, slots=True)
class PreviewDocument:
    """The page itself: the PDF of a draft, or of a composed document with its signatures so far."""

    place: Workplace
    records: VisitRecords

    def draft(self, visit_id: str, kind: str) -> Rendered:
        """The PDF of the document as it would be composed now."""
        snapshot = DraftDocument(self.place, self.records)(visit_id, kind).snapshot
        return self.place.documents.draft(snapshot, {})

    def composed(self, visit_id: str, document_id: str) -> Rendered:
        """The PDF of a composed document with the signatures given so far."""
        visit = self.records.read(visit_id)
        document = visit.documents[document_id]
        base = self.place.documents.decode(self.place.blobs.get(document.snapshot))
        snapshot = signed_snapshot(base, document)
        return self.place.documents.draft(snapshot, signature_images(self.place, document))

    def issued(self, visit_id: str, document_id: str) -> bytes:
        """The signed PDF, byte for byte as issued."""
        return self.place.blobs.get(self.records.read(visit_id).documents[document_id].pdf)


def signature_images(place: Workplace, document: Document) -> dict[str, bytes]:
    """The drawn signatures of a document by SHA-256."""
    shas = {signature.image for signature in document.signatures.values() if signature.image}
    return {sha: place.blobs.get(sha) for sha in sorted(shas)}


@dataclass(frozen=True, slots=True)
class VoidDocument:
    """Give up a composed document before issue; its number is void, never used again (作废)."""

    records: VisitRecords

    def __call__(self, visit_id: str, document_id: str, because: str) -> Visit:
        """Void and return the visit; ``UserError`` without a reason or once issued."""
        return _end(self.records, visit_id, document_id, because, DocumentStatus.COMPOSED)


@dataclass(frozen=True, slots=True)
class WithdrawDocument:
    """Withdraw an issued document with a reason (撤回); its number stays used."""

    records: VisitRecords

    def __call__(self, visit_id: str, document_id: str, because: str) -> Visit:
        """Withdraw and return the visit; ``UserError`` without a reason or before issue."""
        return _end(self.records, visit_id, document_id, because, DocumentStatus.ISSUED)


def _end(
    records: VisitRecords, visit_id: str, document_id: str, because: str, status: DocumentStatus
) -> Visit:
    if not because.strip():
        raise UserError(
            "document.because",
            "请写明理由。",
            safe="文书未变。",
            mend="请填写理由，再作废或者撤回。",
        )
    with records.editing(visit_id) as edit:
        document = edit.visit.documents.get(document_id)
        if document is None or document.status is not status:
            raise UserError(
                "document.status",
                "文书当前的状态不允许这样处理。",
                safe="文书未变。",
                mend="请重新打开该文书：定稿后未出具的可以作废，已出具的可以撤回。",
            )
        ended = DocumentVoided if status is DocumentStatus.COMPOSED else DocumentWithdrawn
        return edit.record(ended(document_id, because.strip()))
