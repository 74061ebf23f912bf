"""The state of a visit (现场检查): frozen data that only the fold in ``visit`` makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from inspector_app.domain.checklist import AnswerValue, ItemKind, PackRef
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.journal import Head
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.violation import MeasureKind, Violation
from inspector_app.domain.law.weighing import Weighed
from inspector_app.domain.officer import Authority, Officer
from inspector_app.domain.task import PlannedItem, Task
from inspector_app.domain.visit_documents import Document, DocumentStatus
from inspector_app.domain.visit_events import Attendee, DocumentServed, NoticeAnswer

__all__ = [
    "Answer",
    "Finding",
    "Grading",
    "Identity",
    "Photo",
    "Step",
    "Visit",
]


ORDERING = frozenset({MeasureKind.ORDER_CORRECTION, MeasureKind.CORRECT_ON_SPOT})


class Step(StrEnum):
    """The line of steps of a visit (到场 → 检查 → 问题 → 文书 → 签名 → 送达 → 完成)."""

    ARRIVAL = "arrival"
    CHECKLIST = "checklist"
    FINDINGS = "findings"
    DOCUMENTS = "documents"
    SIGNATURES = "signatures"
    SERVICE = "service"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Identity:
    """The arrival step as recorded."""

    attendee: Attendee
    statements: tuple[str, ...]
    answers: tuple[NoticeAnswer, ...]
    at: str  # when the rights were first read; a later correction of names does not move it


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
    """A confirmed finding (问题).

    ``weighed``: the officers' latest opinion on what should follow. ``because``: why the duty binds
    this party although a guard says that it does not. ``pack``: the edition that ``violation``
    stands in; None = not recorded.
    """

    id: str
    item: str
    violation: Violation
    description: str
    measures: tuple[MeasureKind, ...]
    requirement: str
    deadline: date | None
    on_spot: bool
    at: str
    weighed: Weighed | None = None
    because: str = ""
    pack: PackRef | None = None


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
    services: tuple[DocumentServed, ...] = ()
    completed_at: str = ""
    previous_rectification: str = ""
    submitted_round: int = 0
    submitted_seq: int = 0
    remark_answers: Mapping[str, str] = field(default_factory=dict)
    clock_jumps: tuple[int, ...] = ()
    content_seq: int = 0
    weighed_seq: int = 0

    @property
    def completed(self) -> bool:
        """Whether the officers have finished at the premises."""
        return bool(self.completed_at)

    @property
    def attendee_name(self) -> str:
        """Who is present for the party (在场人员); empty before the rights are read."""
        return self.identity.attendee.name if self.identity else ""

    def is_officer(self, name: str) -> bool:
        """Whether ``name`` is one of the officers'."""
        return name in {officer.name for officer in self.officers}

    def may_witness(self, name: str) -> bool:
        """Whether ``name`` is somebody beside those who act here: nobody witnesses their own act."""
        return not self.is_officer(name) and name != self.attendee_name

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
        codes = {code for code, given in self.answers.items() if given.value is AnswerValue.NOT_MET}
        return tuple(item for item in self.items if item.code in codes)

    @property
    def failed_without_finding(self) -> tuple[PlannedItem, ...]:
        """Failed items that no confirmed finding covers yet."""
        covered = {finding.item for finding in self.findings.values()}
        return tuple(item for item in self.failed if item.code not in covered)

    @property
    def failed_without_photo(self) -> tuple[PlannedItem, ...]:
        """Failed items that must be proved by a photo and have none."""
        proved = {photo.item for photo in self.photos.values()}
        return tuple(
            item for item in self.failed if item.photo_required and item.code not in proved
        )

    @property
    def ordered(self) -> tuple[Finding, ...]:
        """Findings that an order to correct covers: ordered, not already put right on the spot."""
        return tuple(
            finding
            for finding in self.findings.values()
            if ORDERING & set(finding.measures) and not finding.on_spot
        )

    def photos_of(self, item: str) -> tuple[Photo, ...]:
        """The photos that count for an item, oldest first."""
        return tuple(photo for photo in self.photos.values() if photo.item == item)

    def documents_of(self, kind: str) -> tuple[Document, ...]:
        """Documents of a kind, oldest first."""
        return tuple(document for document in self.documents.values() if document.kind == kind)

    def standing_document(self, kind: str) -> Document | None:
        """The latest document of a kind that is composed or issued.

        An issued receipt (送达回证) proves only the service that it names: while a later service
        is not proven, none stands, and the next receipt is a new one, not a correction.
        """
        standing = (DocumentStatus.COMPOSED, DocumentStatus.ISSUED)
        found = [d for d in self.documents_of(kind) if d.status in standing]
        if not found:
            return None
        latest = found[-1]
        issued_receipt = bool(latest.serves) and latest.status is DocumentStatus.ISSUED
        return None if issued_receipt and self.unproven else latest

    @property
    def served(self) -> frozenset[str]:
        """Ids of documents that were served."""
        return frozenset(document for service in self.services for document in service.documents)

    @property
    def unproven(self) -> frozenset[str]:
        """Ids of documents that were served and that no issued receipt (送达回证) names yet."""
        proven = {
            served
            for document in self.documents.values()
            if document.status is DocumentStatus.ISSUED
            for served in document.serves
        }
        return self.served - proven

    def service_to_prove(
        self, receipt: Document | None = None
    ) -> tuple[DocumentServed | None, frozenset[str]]:
        """The service that the next receipt proves, and the documents it names.

        The latest service with a document not yet proven; with ``receipt``, the one that an issued
        receipt proves, for its correction.
        """
        wanted = frozenset(receipt.serves) if receipt else self.unproven
        for service in reversed(self.services):
            named = wanted & set(service.documents)
            if named:
                return service, named
        return None, frozenset()

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
    def result_facts(self) -> Mapping[str, int]:
        """The counts, and how many findings there are, are ordered, are a case, are transferred.

        What a result is judged on (:class:`Grade`, :class:`Handling`).
        """
        taken = [measure for f in self.findings.values() for measure in set(f.measures)]
        return {
            **self.counts,
            "findings": len(self.findings),
            "orders": len(self.ordered),
            "cases": taken.count(MeasureKind.OPEN_CASE),
            "transfers": taken.count(MeasureKind.TRANSFER),
        }

    @property
    def is_result_outdated(self) -> bool:
        """Whether the result was judged on other facts than now stand."""
        if self.grading is None:
            return False
        return dict(self.grading.counts) != dict(self.result_facts)

    def has_changed_since(self, document: Document) -> bool:
        """Whether the substance changed after ``document`` took it into account.

        A receipt (送达回证) tells a service, not the substance.
        """
        return not document.serves and document.based_on != self.content_seq

    @property
    def changed_since_submission(self) -> bool:
        """Whether its substance, or an opinion on it, changed after it was handed to review."""
        return max(self.content_seq, self.weighed_seq) > self.submitted_seq

    @property
    def current_step(self) -> Step:
        """The first step that still asks for something, by the record alone."""
        if self.completed:
            return Step.DONE
        if self.identity is None:
            return Step.ARRIVAL
        if self.unanswered:
            return Step.CHECKLIST
        if self.grading is None or self.is_result_outdated or self.failed_without_finding:
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
