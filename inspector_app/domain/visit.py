"""A visit (现场检查) worked out from its events: the pure fold that laptop and server both call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import GENESIS, Event
from inspector_app.domain.visit_documents import Document, DocumentStatus, Signature
from inspector_app.domain.visit_events import (
    AnswerCorrected,
    AnswerRecorded,
    ClockJumped,
    DocumentComposed,
    DocumentFieldsEdited,
    DocumentIssued,
    DocumentPrinted,
    DocumentServed,
    DocumentVoided,
    DocumentWithdrawn,
    FindingConfirmed,
    FindingWeighed,
    FindingWithdrawn,
    PhotoAttached,
    PhotoRemoved,
    RemarkAnswered,
    ResultGraded,
    RightsRead,
    SignatureCaptured,
    SignatureRefused,
    VisitCompleted,
    VisitEvent,
    VisitStarted,
    VisitSubmitted,
)
from inspector_app.domain.visit_journal import read_event, visit_stream
from inspector_app.domain.visit_state import Answer, Finding, Grading, Identity, Photo, Step, Visit

__all__ = [
    "Answer",
    "Document",
    "DocumentStatus",
    "Finding",
    "Grading",
    "Identity",
    "Photo",
    "Signature",
    "Step",
    "Visit",
    "apply",
    "fold_visit",
    "follow",
]

# What changes the substance that documents are composed from.
_CONTENT = (
    RightsRead,
    AnswerRecorded,
    AnswerCorrected,
    PhotoAttached,
    PhotoRemoved,
    FindingConfirmed,
    FindingWithdrawn,
    ResultGraded,
)


def fold_visit(events: Iterable[Event]) -> Visit | None:
    """The visit that ``events`` tell, None for no events. Laptop and server both call this."""
    visit: Visit | None = None
    for event in events:
        visit = follow(visit, event)
    return visit


def follow(visit: Visit | None, event: Event) -> Visit:
    """The visit after one more event; checks that the event follows the chain."""
    happened = read_event(event)
    if visit is None:
        if not isinstance(happened, VisitStarted) or event.seq != 1 or event.prev != GENESIS:
            raise Defect("visit.first_event", "检查记录不是从“开始检查”写起的。")
        return _started(happened, event)
    if event.stream != visit.head.stream or event.seq != visit.head.seq + 1:
        raise Defect("visit.order", "检查记录的事件次序不连续。")
    if event.prev != visit.head.hash:
        raise Defect("visit.chain", "检查记录的校验链在此断开。")
    after = apply(visit, happened, event)
    content_seq = event.seq if isinstance(happened, _CONTENT) else after.content_seq
    return replace(after, head=event.head, updated_at=event.at, content_seq=content_seq)


def _started(started: VisitStarted, event: Event) -> Visit:
    if event.stream != visit_stream(started.visit_id):
        raise Defect("visit.stream", "检查记录的编号与其所在的记录流不符。")
    return Visit(
        id=started.visit_id,
        enterprise=started.enterprise,
        tasks=started.tasks,
        officers=started.officers,
        authority=started.authority,
        items=started.items,
        packs=started.packs,
        checklists=started.checklists,
        place=started.place,
        device=started.device,
        grid=started.grid,
        helpers=started.helpers,
        started_at=event.at,
        updated_at=event.at,
        head=event.head,
        content_seq=event.seq,
    )


def apply(visit: Visit, happened: VisitEvent, event: Event) -> Visit:
    """What one fact changes. Total over :data:`VisitEvent`; never refuses what is on record."""
    match happened:
        case RightsRead():
            first = visit.identity.at if visit.identity else event.at
            identity = Identity(happened.attendee, happened.statements, happened.answers, first)
            return replace(visit, identity=identity)
        case AnswerRecorded() | AnswerCorrected():
            return _answered(visit, happened, event)
        case PhotoAttached() | PhotoRemoved():
            return _photographed(visit, happened, event)
        case FindingConfirmed():
            finding = _confirmed(visit, happened, event)
            return replace(visit, findings={**visit.findings, finding.id: finding})
        case FindingWeighed():
            return _weighed(visit, happened, event)
        case FindingWithdrawn(finding_id=finding_id):
            left = {k: v for k, v in visit.findings.items() if k != finding_id}
            return replace(visit, findings=left)
        case ResultGraded():
            grading = Grading(
                happened.grade,
                happened.label,
                happened.handling,
                happened.counts,
                happened.explanation,
                event.at,
                event.seq,
            )
            return replace(visit, grading=grading)
        case VisitCompleted(previous_rectification=previous):
            return replace(visit, completed_at=event.at, previous_rectification=previous)
        case VisitSubmitted(round=number):
            return replace(visit, submitted_round=number, submitted_seq=event.seq)
        case RemarkAnswered(remark_id=remark_id, text=text):
            return replace(visit, remark_answers={**visit.remark_answers, remark_id: text})
        case ClockJumped(by_ms=by_ms):
            return replace(visit, clock_jumps=(*visit.clock_jumps, by_ms))
        case DocumentServed():
            return replace(visit, services=(*visit.services, happened))
        case VisitStarted():
            raise Defect("visit.second_start", "检查记录中有两个“开始检查”。")
        case _:
            return _documented(visit, happened, event)


def _confirmed(visit: Visit, happened: FindingConfirmed, event: Event) -> Finding:
    before = visit.findings.get(happened.finding_id)
    # An opinion is one on this violation; bound to another, the finding is not weighed yet.
    same = before is not None and before.violation == happened.violation
    return Finding(
        happened.finding_id,
        happened.item,
        happened.violation,
        happened.description,
        happened.measures,
        happened.requirement,
        happened.deadline,
        happened.on_spot,
        event.at,
        weighed=before.weighed if before is not None and same else None,
        because=happened.because,
        pack=happened.pack,
    )


def _weighed(visit: Visit, happened: FindingWeighed, event: Event) -> Visit:
    finding = visit.findings.get(happened.finding_id)
    if finding is None:
        return visit
    weighed = replace(finding, weighed=happened.weighed)
    # No paper tells it: what is composed stays as it is, while a reviewer sees that it changed.
    return replace(visit, findings={**visit.findings, finding.id: weighed}, weighed_seq=event.seq)


def _answered(visit: Visit, happened: AnswerRecorded | AnswerCorrected, event: Event) -> Visit:
    answer = Answer(
        happened.item,
        happened.value,
        happened.note,
        happened.reason,
        event.at,
        event.by,
        event.seq,
        corrected=isinstance(happened, AnswerCorrected),
    )
    findings = visit.findings
    if happened.value is not AnswerValue.NOT_MET:
        # An item that is met has no finding; the withdrawn finding stays in the events.
        findings = {k: v for k, v in findings.items() if v.item != happened.item}
    elif isinstance(happened, AnswerCorrected) and happened.note:
        # Corrected facts of an item are the facts of its finding.
        findings = {
            k: replace(v, description=happened.note) if v.item == happened.item else v
            for k, v in findings.items()
        }
    return replace(
        visit,
        answers={**visit.answers, happened.item: answer},
        findings=findings,
        grading=None if _changes_result(visit, answer) else visit.grading,
    )


def _changes_result(visit: Visit, answer: Answer) -> bool:
    before = visit.answers.get(answer.item)
    return before is None or before.value is not answer.value


def _photographed(visit: Visit, happened: PhotoAttached | PhotoRemoved, event: Event) -> Visit:
    if isinstance(happened, PhotoRemoved):
        left = {k: v for k, v in visit.photos.items() if k != happened.photo_id}
        return replace(visit, photos=left)
    photo = Photo(
        happened.photo_id,
        happened.item,
        happened.sha256,
        happened.size,
        happened.media_type,
        happened.name,
        happened.thumbnail,
        happened.taken_at,
        happened.caption,
        event.at,
    )
    return replace(visit, photos={**visit.photos, photo.id: photo})


def _documented(visit: Visit, happened: VisitEvent, event: Event) -> Visit:
    match happened:
        case DocumentFieldsEdited(kind=kind, fields=fields):
            merged = {**visit.drafts.get(kind, {}), **fields}
            return replace(visit, drafts={**visit.drafts, kind: merged})
        case DocumentComposed():
            document = Document(
                id=happened.document_id,
                kind=happened.kind,
                title=happened.title,
                status=DocumentStatus.COMPOSED,
                snapshot=happened.snapshot,
                fields=happened.fields,
                required_slots=happened.required_slots,
                optional_slots=happened.optional_slots,
                slot_roles=happened.slot_roles,
                number=happened.number,
                composed_at=event.at,
                based_on=visit.content_seq,
                corrects=happened.corrects,
                to_serve=happened.to_serve,
                serves=happened.serves,
                because=happened.because,
                refusal=happened.refusal,
            )
            return _with_document(visit, document)
        case SignatureCaptured():
            signature = Signature(
                happened.slot,
                happened.role,
                happened.name,
                happened.confirms,
                event.at,
                strokes=happened.strokes,
                image=happened.image,
            )
            return _with_signature(visit, happened.document_id, signature)
        case SignatureRefused():
            signature = Signature(
                happened.slot,
                happened.role,
                happened.name,
                happened.confirms,
                event.at,
                reason=happened.reason,
                witness=happened.witness,
                recording=happened.recording,
            )
            return _with_signature(visit, happened.document_id, signature)
        case DocumentIssued():
            document = replace(
                visit.documents[happened.document_id],
                status=DocumentStatus.ISSUED,
                pdf=happened.pdf,
                pages=happened.pages,
                snapshot=happened.snapshot,
                verification_code=happened.verification_code,
                issued_at=event.at,
            )
            visit = _with_document(visit, document)
            if document.corrects in visit.documents:
                old = visit.documents[document.corrects]
                visit = _with_document(visit, replace(old, status=DocumentStatus.CORRECTED))
            return visit
        case DocumentVoided(document_id=document_id, because=because):
            return _with_status(visit, document_id, DocumentStatus.VOIDED, because)
        case DocumentWithdrawn(document_id=document_id, because=because):
            return _with_status(visit, document_id, DocumentStatus.WITHDRAWN, because)
        case DocumentPrinted(document_id=document_id):
            document = visit.documents[document_id]
            printed = replace(document, copies_printed=document.copies_printed + 1)
            return _with_document(visit, printed)
    name = type(happened).__name__
    raise Defect("visit.unhandled", f"检查记录中有未处理的事件 {name}。", facts={"type": name})


def _with_document(visit: Visit, document: Document) -> Visit:
    return replace(visit, documents={**visit.documents, document.id: document})


def _with_status(visit: Visit, document_id: str, status: DocumentStatus, because: str) -> Visit:
    document = replace(visit.documents[document_id], status=status, because=because)
    return _with_document(visit, document)


def _with_signature(visit: Visit, document_id: str, signature: Signature) -> Visit:
    document = visit.documents[document_id]
    if signature.confirms != document.snapshot:
        # A signature under an older wording confirms nothing of this one.
        return visit
    signatures = {**document.signatures, signature.slot: signature}
    return _with_document(visit, replace(document, signatures=signatures))
