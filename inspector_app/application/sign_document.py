"""Signatures on the screen, lawful refusal, and the issue of the signed PDF."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.capacity import refuse_wrong_capacity, refuse_wrong_witness
from inspector_app.application.compose_document import signature_images
from inspector_app.application.document_drafts import closed_snapshot
from inspector_app.application.legality import refuse_blocked_issue
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.document import RefusalProof, SignerRole
from inspector_app.domain.errors import UserError
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.visit import Document, DocumentStatus, Step, Visit
from inspector_app.domain.visit_events import DocumentIssued, SignatureCaptured, SignatureRefused

__all__ = ["CaptureSignature", "IssueDocument", "RefuseSignature"]


def _is_png(image: bytes) -> bool:
    """Whether the bytes begin and end as a PNG does (RFC 2083, 3.1, 4.1)."""
    return (
        image.startswith(b"\x89PNG\r\n\x1a\n")
        and image[12:16] == b"IHDR"
        and b"IEND" in image[-12:]
    )


def _awaiting(visit: Visit, document_id: str, slot: str) -> Document:
    document = visit.documents.get(document_id)
    if document is None or document.status is not DocumentStatus.COMPOSED:
        raise UserError(
            "signature.document",
            "该文书不在等待签名的状态。",
            safe="已有签名未变。",
            mend="请先定稿。",
        )
    if slot not in document.slot_roles:
        raise UserError(
            "signature.slot",
            "该文书没有这个签名处。",
            mend="请重新打开该文书，从列出的签名处中选择。",
            facts={"slot": slot},
        )
    return document


@dataclass(frozen=True, slots=True)
class CaptureSignature:
    """Somebody drew a signature for exactly the wording on the screen."""

    place: Workplace
    records: VisitRecords

    def __call__(
        self,
        visit_id: str,
        document_id: str,
        slot: str,
        *,
        name: str,
        strokes: bytes,
        image: bytes,
    ) -> Visit:
        """Record it. ``strokes`` is JSON of points and times, ``image`` a PNG.

        Raises ``UserError`` for an empty name or drawing, a document not awaiting signatures, or an
        officer's place signed under another name: the certificate beside it is that officer's.
        """
        if not name.strip():
            raise UserError(
                "signature.name",
                "请填写签名人姓名。",
                safe="笔迹已保留。",
                mend="请填写姓名，再确认签名。",
            )
        if not strokes or not _is_png(image):
            raise UserError("signature.empty", "还没有签名。", mend="请在签名区内书写姓名。")
        with self.records.editing(visit_id) as edit:
            document = _awaiting(edit.visit, document_id, slot)
            self._check_officer(document, slot, name.strip())
            self._check_witness(document, slot, name.strip())
            refuse_wrong_capacity(edit.visit, document.slot_roles[slot], name.strip())
            stroke_blob = self.place.blobs.put(
                strokes, kind="strokes", media_type="application/json"
            )
            image_blob = self.place.blobs.put(image, kind="signature", media_type="image/png")
            edit.uow.add_blob(stroke_blob, edit.visit.head.stream)
            edit.uow.add_blob(image_blob, edit.visit.head.stream)
            edit.uow.set_bookmark(visit_id, Bookmark(Step.SIGNATURES.value, document_id))
            return edit.record(
                SignatureCaptured(
                    document_id,
                    slot,
                    document.slot_roles[slot],
                    name.strip(),
                    document.snapshot,
                    stroke_blob.sha256,
                    image_blob.sha256,
                )
            )

    def _check_officer(self, document: Document, slot: str, name: str) -> None:
        if document.slot_roles[slot] is not SignerRole.OFFICER:
            return
        wording = self.place.documents.decode(self.place.blobs.get(document.snapshot))
        officer = wording.slot(slot).name
        if name != officer:
            raise UserError(
                "signature.officer",
                f"此处应当由执法人员{officer}本人签名。",
                safe="已有签名未变。",
                mend="请由本人签名。",
                facts={"officer": officer},
            )

    def _check_witness(self, document: Document, slot: str, name: str) -> None:
        if document.slot_roles[slot] is not SignerRole.WITNESS:
            return
        wording = self.place.documents.decode(self.place.blobs.get(document.snapshot))
        witness = document.named_witness or wording.slot(slot).name
        if witness and name != witness:
            raise UserError(
                "signature.witness",
                f"记录写明的见证人是{witness}，此处应当由其本人签名。",
                safe="已有签名未变。",
                mend="请由该见证人签名，或者重新记录。",
                facts={"witness": witness},
            )


@dataclass(frozen=True, slots=True)
class RefuseSignature:
    """Somebody refused to sign: the reason, and what proves it (程序规定 43; 令49号 34).

    A witness proves it by signing in their own place, which a refusal that names one calls for.
    """

    records: VisitRecords

    def __call__(
        self,
        visit_id: str,
        document_id: str,
        slot: str,
        *,
        name: str,
        reason: str,
        witness: str = "",
        recording: str = "",
    ) -> Visit:
        """Record the refusal; ``UserError`` for an officer, no reason, or no proof of it."""
        if not reason.strip():
            raise UserError(
                "refusal.reason",
                "请写明拒绝签名的理由。",
                safe="其他内容已保留。",
                mend="请选择常见理由或者自行填写，再记录拒签。",
            )
        if not (witness.strip() or recording.strip()):
            raise UserError(
                "refusal.proof",
                "拒绝签名的，应当由见证人签名或者录音录像。",
                safe="其他内容已保留。",
                mend="请填写见证人，或者注明录音录像情况。（程序规定第四十三条）",
            )
        with self.records.editing(visit_id) as edit:
            document = _awaiting(edit.visit, document_id, slot)
            role = document.slot_roles[slot]
            if role is SignerRole.OFFICER:
                raise UserError(
                    "refusal.officer",
                    "执法人员应当签名，不适用拒签。",
                    mend="请由该执法人员本人在此签名。",
                )
            if role is SignerRole.WITNESS:
                raise UserError(
                    "refusal.witness",
                    "见证人不签名的，不能作为见证人。",
                    safe="已有签名未变。",
                    mend="请另请见证人，或者采取录音、录像等方式记录。",
                )
            if witness.strip():
                refuse_wrong_witness(edit.visit, witness.strip(), name.strip())
            if document.refusal is RefusalProof.RECORDING and not recording.strip():
                raise UserError(
                    "refusal.recording",
                    f"拒绝在《{document.title}》上签名的，应当采取录音、录像等方式记录。",
                    safe="其他内容已保留。",
                    mend="请注明录音录像情况；必要时另请见证人签名。（程序规定第四十三条）",
                    facts={"title": document.title},
                )
            return edit.record(
                SignatureRefused(
                    document_id,
                    slot,
                    role,
                    name.strip(),
                    document.snapshot,
                    reason.strip(),
                    witness.strip(),
                    recording.strip(),
                )
            )


@dataclass(frozen=True, slots=True)
class IssueDocument:
    """All have signed: the PDF is made, signed by the officers' certificates, and kept (出具)."""

    place: Workplace
    records: VisitRecords

    def __call__(self, visit_id: str, document_id: str) -> Visit:
        """Issue and return the visit; issuing twice changes nothing.

        Raises :class:`GateRefusal` when the gate blocks, ``UserError`` for an expired certificate.
        The page is made outside the transaction; if the record moved on meanwhile, recording the
        issue is refused (:meth:`VisitEdit.record`).
        """
        visit = self.records.read(visit_id)
        document = visit.documents[document_id]
        if document.status is DocumentStatus.ISSUED:
            return visit
        _awaiting(visit, document_id, next(iter(document.slot_roles), ""))
        refuse_blocked_issue(self.place, visit, document_id, self.place.clock.today())
        base = self.place.documents.decode(self.place.blobs.get(document.snapshot))
        snapshot = closed_snapshot(base, document)
        signers = [
            officer.id
            for slot in snapshot.signatures
            if slot.role is SignerRole.OFFICER
            for officer in visit.officers
            if officer.name == slot.name and slot.certificate_no in {"", officer.certificate_no}
        ]
        now = self.place.clock.now().at
        finished = self.place.documents.finish(
            snapshot, signature_images(self.place, document), list(dict.fromkeys(signers)), now
        )
        final = self.place.blobs.put(
            self.place.documents.encode(snapshot), kind="snapshot", media_type="application/json"
        )
        pdf = self.place.blobs.put(finished.pdf, kind="pdf", media_type="application/pdf")
        with self.records.editing(visit_id) as edit:
            edit.uow.add_blob(pdf, edit.visit.head.stream)
            edit.uow.add_blob(final, edit.visit.head.stream)
            edit.record(
                DocumentIssued(
                    document_id,
                    pdf.sha256,
                    finished.pages,
                    final.sha256,
                    snapshot.verification_code,
                )
            )
            edit.uow.add_signed_head(self.place.heads.sign_head(edit.visit.head, now))
        return edit.visit
