"""The state of a visit (现场检查) and the pure function that works it out from its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from inspector_app.domain.checklist import AnswerValue, ItemKind, MeasureKind, PackRef, Violation
from inspector_app.domain.document import SignerRole
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import GENESIS, Event, Head
from inspector_app.domain.officer import Authority, Officer
from inspector_app.domain.task import PlannedItem, Task
from inspector_app.domain.visit_events import (
    AnswerCorrected,
    AnswerRecorded,
    Attendee,
    ClockJumped,
    DocumentComposed,
    DocumentFieldsEdited,
    DocumentIssued,
    DocumentPrinted,
    DocumentServed,
    DocumentVoided,
    DocumentWithdrawn,
    FindingConfirmed,
    FindingWithdrawn,
    NoticeAnswer,
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
    read_event,
    visit_stream,
)

__all__ = [
    "Answer",
    "Document",
    "DocumentStatus",
    "Finding",
    "Grading",
    "Identity",
    "Photo",
    "Service",
    "Signature",
    "Step",
    "Visit",
    "apply",
    "fold_visit",
    "follow",
]


class Step(StrEnum):
    """The line of steps of a visit (到场 → 检查 → 问题 → 文书 → 签名 → 送达 → 完成)."""

    ARRIVAL = "arrival"
    CHECKLIST = "checklist"
    FINDINGS = "findings"
    DOCUMENTS = "documents"
    SIGNATURES = "signatures"
    SERVICE = "service"
    DONE = "done"


class DocumentStatus(StrEnum):
    """The life of a document; an issued one is never edited."""

    COMPOSED = "composed"
    ISSUED = "issued"
    VOIDED = "voided"  # 作废 before issue
    CORRECTED = "corrected"  # 更正 by a later document
    WITHDRAWN = "withdrawn"  # 撤回


@dataclass(frozen=True, slots=True)
class Identity:
    """The arrival step as recorded."""

    attendee: Attendee
    statements: tuple[str, ...]
    answers: tuple[NoticeAnswer, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that stands at an item, and the event that gave it."""

    item: str
    value: AnswerValue
    note: str
    reason: str
    at: str
    by: str
    seq: int
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that counts for an item."""

    id: str
    item: str
    sha256: str
    size: int
    media_type: str
    name: str
    thumbnail: str
    taken_at: str
    caption: str
    at: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A confirmed finding (问题)."""

    id: str
    item: str
    violation: Violation
    description: str
    measures: tuple[MeasureKind, ...]
    requirement: str
    deadline: date | None
    on_spot: bool
    at: str


@dataclass(frozen=True, slots=True)
class Grading:
    """The overall result."""

    grade: str
    label: str
    handling: str
    counts: Mapping[str, int]
    explanation: str
    at: str
    seq: int


@dataclass(frozen=True, slots=True)
class Signature:
    """A slot as signed, or refused where ``reason`` is not empty."""

    slot: str
    role: SignerRole
    name: str
    confirms: str
    at: str
    strokes: str = ""
    image: str = ""
    reason: str = ""
    witness: str = ""
    recording: str = ""

    @property
    def refused(self) -> bool:
        """Whether this records a refusal to sign (拒签)."""
        return bool(self.reason)


@dataclass(frozen=True, slots=True)
class Service:
    """How issued documents were served (送达)."""

    documents: tuple[str, ...]
    mode: str
    receiver: str
    relation: str
    place: str
    at: str
    note: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document of this visit. ``based_on`` is the last event its wording took into account."""

    id: str
    kind: str
    title: str
    status: DocumentStatus
    snapshot: str
    fields: Mapping[str, str]
    required_slots: tuple[str, ...]
    optional_slots: tuple[str, ...]
    slot_roles: Mapping[str, SignerRole]
    number: str
    composed_at: str
    based_on: int
    corrects: str = ""
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    pdf: str = ""
    pages: int = 0
    issued_at: str = ""
    verification_code: str = ""
    copies_printed: int = 0
    because: str = ""

    @property
    def missing_slots(self) -> tuple[str, ...]:
        """Required slots neither signed nor lawfully refused."""
        return tuple(slot for slot in self.required_slots if slot not in self.signatures)


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as its events tell it. Made only by :func:`fold_visit`."""

    id: str
    enterprise: Enterprise
    tasks: tuple[Task, ...]
    officers: tuple[Officer, ...]
    authority: Authority
    items: tuple[PlannedItem, ...]
    packs: tuple[PackRef, ...]
    checklists: tuple[str, ...]
    place: str
    device: str
    grid: str
    helpers: str
    started_at: str
    updated_at: str
    head: Head
    identity: Identity | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    photos: Mapping[str, Photo] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    grading: Grading | None = None
    drafts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    services: tuple[Service, ...] = ()
    completed_at: str = ""
    previous_rectification: str = ""
    submitted_round: int = 0
    remark_answers: Mapping[str, str] = field(default_factory=dict)
    clock_jumps: tuple[int, ...] = ()
    content_seq: int = 0

    @property
    def completed(self) -> bool:
        """Whether the officers have finished at the premises."""
        return bool(self.completed_at)

    def item(self, code: str) -> PlannedItem:
        """The planned item; ``KeyError`` if the visit does not ask it."""
        for planned in self.items:
            if planned.code == code:
                return planned
        raise KeyError(code)

    @property
    def unanswered(self) -> tuple[PlannedItem, ...]:
        """Items without an answer, in order."""
        return tuple(item for item in self.items if item.code not in self.answers)

    @property
    def failed(self) -> tuple[PlannedItem, ...]:
        """Items answered "not met", in order."""
        return tuple(item for item in self.items if self._is(item.code, AnswerValue.NOT_MET))

    @property
    def failed_without_finding(self) -> tuple[PlannedItem, ...]:
        """Failed items that no confirmed finding covers yet."""
        covered = {finding.item for finding in self.findings.values()}
        return tuple(item for item in self.failed if item.code not in covered)

    def photos_of(self, item: str) -> tuple[Photo, ...]:
        """The photos that count for an item, oldest first."""
        return tuple(photo for photo in self.photos.values() if photo.item == item)

    def documents_of(self, kind: str) -> tuple[Document, ...]:
        """Documents of a kind, oldest first."""
        return tuple(document for document in self.documents.values() if document.kind == kind)

    def standing_document(self, kind: str) -> Document | None:
        """The latest document of a kind that is composed or issued."""
        standing = (DocumentStatus.COMPOSED, DocumentStatus.ISSUED)
        found = [d for d in self.documents_of(kind) if d.status in standing]
        return found[-1] if found else None

    @property
    def served(self) -> frozenset[str]:
        """Ids of documents that were served."""
        return frozenset(document for service in self.services for document in service.documents)

    def _is(self, code: str, value: AnswerValue) -> bool:
        answer = self.answers.get(code)
        return answer is not None and answer.value is value

    @property
    def counts(self) -> Mapping[str, int]:
        """Counts of items as grading expressions name them (:class:`Grade`)."""
        counts = dict.fromkeys(
            (
                "total",
                "checked",
                "met",
                "not_met",
                "excluded",
                "key_checked",
                "general_checked",
                "key_not_met",
                "general_not_met",
            ),
            0,
        )
        counts["total"] = len(self.items)
        for item in self.items:
            answer = self.answers.get(item.code)
            if answer is None:
                continue
            counts[answer.value.value] += 1
            if answer.value is AnswerValue.EXCLUDED:
                continue
            level = "key" if item.kind is ItemKind.KEY else "general"
            counts["checked"] += 1
            counts[f"{level}_checked"] += 1
            counts[f"{level}_not_met"] += answer.value is AnswerValue.NOT_MET
        return counts

    @property
    def current_step(self) -> Step:
        """The first step that still asks for something, by the record alone."""
        if self.completed:
            return Step.DONE
        if self.identity is None:
            return Step.ARRIVAL
        if self.unanswered:
            return Step.CHECKLIST
        if self.grading is None or self.failed_without_finding:
            return Step.FINDINGS
        standing = [
            d
            for d in self.documents.values()
            if d.status in (DocumentStatus.COMPOSED, DocumentStatus.ISSUED)
        ]
        if not standing:
            return Step.DOCUMENTS
        if any(d.status is DocumentStatus.COMPOSED for d in standing):
            return Step.SIGNATURES
        return Step.SERVICE


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
            identity = Identity(
                happened.attendee, happened.statements, happened.answers, event.at
            )
            return replace(visit, identity=identity)
        case AnswerRecorded() | AnswerCorrected():
            return _answered(visit, happened, event)
        case PhotoAttached() | PhotoRemoved():
            return _photographed(visit, happened, event)
        case FindingConfirmed():
            finding = Finding(
                happened.finding_id,
                happened.item,
                happened.violation,
                happened.description,
                happened.measures,
                happened.requirement,
                happened.deadline,
                happened.on_spot,
                event.at,
            )
            return replace(visit, findings={**visit.findings, finding.id: finding})
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
            return replace(visit, submitted_round=number)
        case RemarkAnswered(remark_id=remark_id, text=text):
            return replace(visit, remark_answers={**visit.remark_answers, remark_id: text})
        case ClockJumped(by_ms=by_ms):
            return replace(visit, clock_jumps=(*visit.clock_jumps, by_ms))
        case DocumentServed():
            service = Service(
                happened.documents,
                happened.mode,
                happened.receiver,
                happened.relation,
                happened.place,
                happened.at,
                happened.note,
            )
            return replace(visit, services=(*visit.services, service))
        case VisitStarted():
            raise Defect("visit.second_start", "检查记录中有两个“开始检查”。")
        case _:
            return _documented(visit, happened, event)


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
    raise Defect("visit.unknown", f"检查记录中有未处理的事件 {type(happened).__name__}。")


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
