"""Projections: what the screens list, worked out from a visit's state. Rebuilt == stored."""

from __future__ import annotations

from datetime import date

from inspector_app.domain.deadline_starts import DeadlineStart, deadline_starts
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.review import Review, ReviewStatus
from inspector_app.domain.visit import DocumentStatus, Visit

__all__ = [
    "DocumentRow",
    "RectificationRow",
    "RemarkRow",
    "VisitProjection",
    "VisitSummary",
    "project_visit",
    "review_status",
]


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """A visit in one line. Counts are of items; ``step`` is the current step's code."""

    visit_id: str
    enterprise_id: str
    enterprise_name: str
    started_at: str
    updated_at: str
    officers: str
    kinds: str
    step: str
    total: int
    answered: int
    not_met: int
    findings: int
    documents: int
    grade: str
    completed: bool
    submitted_round: int
    review: ReviewStatus
    open_remarks: int
    grid: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in one line."""

    document_id: str
    visit_id: str
    kind: str
    title: str
    number: str
    status: str
    issued_at: str
    enterprise_name: str
    pdf: str
    pages: int


@dataclass(frozen=True, slots=True)
class RectificationRow:
    """An order to put something right: what, by when (None = at once), done or not."""

    finding_id: str
    visit_id: str
    enterprise_id: str
    enterprise_name: str
    item_number: str
    wording: str
    deadline: date | None
    done: bool


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A reviewer's remark at its place; ``answered`` once the officer replied or corrected."""

    remark_id: str
    visit_id: str
    item: str
    document: str
    text: str
    by: str
    at: str
    answered: bool
    answer: str


@dataclass(frozen=True, slots=True)
class VisitProjection:
    """Everything stored for the lists about one visit."""

    summary: VisitSummary
    documents: tuple[DocumentRow, ...]
    rectifications: tuple[RectificationRow, ...]
    remarks: tuple[RemarkRow, ...]
    deadline_starts: tuple[DeadlineStart, ...] = ()


def review_status(visit: Visit, review: Review) -> ReviewStatus:
    """Where the case stands."""
    return review.status(visit.submitted_round, changed=visit.changed_since_submission)


def project_visit(visit: Visit, review: Review) -> VisitProjection:
    """The projection of a visit and its review."""
    name = visit.enterprise.name
    remarks = tuple(
        RemarkRow(
            remark.id,
            visit.id,
            remark.item,
            remark.document,
            remark.text,
            remark.by,
            remark.at,
            remark.id in visit.remark_answers,
            visit.remark_answers.get(remark.id, ""),
        )
        for remark in review.remarks
    )
    summary = VisitSummary(
        visit_id=visit.id,
        enterprise_id=visit.enterprise.id,
        enterprise_name=name,
        started_at=visit.started_at,
        updated_at=visit.updated_at,
        officers="、".join(officer.name for officer in visit.officers),
        kinds=",".join(dict.fromkeys(task.kind.value for task in visit.tasks)),
        step=visit.current_step.value,
        total=len(visit.items),
        answered=len(visit.answers),
        not_met=len(visit.failed),
        findings=len(visit.findings),
        documents=sum(d.status is DocumentStatus.ISSUED for d in visit.documents.values()),
        grade=visit.grading.label if visit.grading else "",
        completed=visit.completed,
        submitted_round=visit.submitted_round,
        review=review_status(visit, review),
        open_remarks=sum(not remark.answered for remark in remarks),
        grid=visit.grid,
        device=visit.device,
    )
    documents = tuple(
        DocumentRow(
            document.id,
            visit.id,
            document.kind,
            document.title,
            document.number,
            document.status.value,
            document.issued_at,
            name,
            document.pdf,
            document.pages,
        )
        for document in visit.documents.values()
    )
    rectifications = tuple(
        RectificationRow(
            finding.id,
            visit.id,
            visit.enterprise.id,
            name,
            printed_number(visit, visit.item(finding.item)),
            finding.violation.wording,
            finding.deadline,
            finding.on_spot,
        )
        for finding in visit.findings.values()
    )
    return VisitProjection(summary, documents, rectifications, remarks, deadline_starts(visit))
