"""The record as the document templates read it: a visit's state as nested plain data.

One function, one shape; packs are linted against it. Absent data is the empty string, never a
missing key, so that a template's path either exists for every visit or for none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inspector_app.domain.checklist import AnswerValue, ItemKind
from inspector_app.domain.chinese import chinese_date
from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.officer import Authority, Officer
from inspector_app.domain.previous_visit import previous_words
from inspector_app.domain.printed_numbers import printed_number, table_name
from inspector_app.domain.terms import (
    ANSWER_LABELS,
    MEASURE_LABELS,
    PARTY_LABELS,
    SERVICE_LABELS,
    TASK_LABELS,
)
from inspector_app.domain.visit_documents import Document, DocumentStatus
from inspector_app.domain.visit_state import Answer, Finding, Visit

__all__ = [
    "DOCUMENT_FACTS",
    "DocumentHeading",
    "build_record",
    "document_facts",
    "snapshot_data",
]

Record = dict[str, Any]

# The prior step of a violation that is fined only after an unheeded order (拒不改正).
AFTER_REFUSAL = "order_correction_refused"

DOCUMENT_FACTS = (
    "total",
    "checked",
    "met",
    "not_met",
    "excluded",
    "key_checked",
    "key_not_met",
    "general_checked",
    "general_not_met",
    "findings",
    "orders",
    "cases",
    "transfers",
    "issued",
    "served",
)


def document_facts(visit: Visit) -> dict[str, object]:
    """The numbers that ``called_for`` expressions may read (:data:`DOCUMENT_FACTS`)."""
    issued = [d for d in visit.documents.values() if d.status is DocumentStatus.ISSUED]
    return {
        **visit.result_facts,
        "issued": len(issued),
        "served": len(visit.served),
    }


@dataclass(frozen=True, slots=True)
class DocumentHeading:
    """What the record says about the document that is being composed."""

    id: str = ""
    title: str = ""
    number: str = ""
    issued_at: str = ""


def build_record(
    visit: Visit,
    *,
    at: str,
    checklists: Sequence[tuple[str, str]],
    fields: Mapping[str, str],
    heading: DocumentHeading | None = None,
    times_this_year: int = 1,
    corrected: Document | None = None,
) -> Record:
    """The record of ``visit`` as of ``at`` (ISO 8601), with the document's own ``fields``.

    ``checklists`` are title and edition of each of the visit's checklists, in its order, the leading
    one first. ``corrected`` is the issued document that this one corrects, if any.
    """
    heading = heading or DocumentHeading(issued_at=at)
    tables = [table_name(place) if len(checklists) > 1 else "" for place in range(len(checklists))]
    return {
        "authority": _authority(visit.authority),
        "party": _party(visit),
        "attendee": _attendee(visit),
        "visit": _visit(visit, at, times_this_year),
        "officers": [_officer(officer) for officer in visit.officers],
        "officer1": _officer(visit.officers[0] if visit.officers else None),
        "officer2": _officer(visit.officers[1] if len(visit.officers) > 1 else None),
        "notice": _notice(visit),
        "notice_statements": [
            {"text": text} for text in (visit.identity.statements if visit.identity else ())
        ],
        "checklist": {
            "title": checklists[0][0],
            "edition": checklists[0][1],
            "titles": "、".join(
                f"{table}《{title}》" for table, (title, _) in zip(tables, checklists, strict=True)
            ),
            "editions": "、".join(
                f"{table}《{title}》（{edition}）"
                for table, (title, edition) in zip(tables, checklists, strict=True)
            ),
        },
        "counts": dict(visit.counts),
        **_items(visit),
        **_findings(visit),
        "result": _result(visit),
        "photos": _photos(visit),
        "measures_taken": _measures_taken(visit),
        "field": dict(fields),
        "document": {
            "id": heading.id,
            "title": heading.title,
            "number": heading.number,
            "issued_at": heading.issued_at or at,
        },
        **_service(visit, corrected),
        **_previous(visit),
        "refusal": _refusal(visit),
    }


def _authority(authority: Authority) -> Record:
    return {
        "name": authority.name,
        "region": authority.region,
        "government": authority.government,
        "court": authority.court,
        "contact_person": authority.contact_person,
        "contact_phone": authority.contact_phone,
        "address": authority.address,
    }


def _officer(officer: Officer | None) -> Record:
    return {
        "name": officer.name if officer else "",
        "certificate_no": officer.certificate_no if officer else "",
        "role": officer.role.value if officer else "",
    }


def _party(visit: Visit) -> Record:
    party = visit.enterprise
    main = party.licences[0] if party.licences else None
    return {
        "name": party.name,
        "credit_code": party.credit_code,
        "type": party.party_type.value,
        "type_label": PARTY_LABELS[party.party_type],
        "address": party.address,
        "premises_address": party.premises_address,
        "legal_representative": party.legal_representative,
        "representative_title": party.representative_title,
        "phone": party.phone,
        "licence_name": main.name if main else "",
        "licence_number": main.number if main else "",
        "licences_text": "；".join(f"{held.name}（{held.number}）" for held in party.licences),
        "licences": [
            {
                "name": licence.name,
                "number": licence.number,
                "valid_to": licence.valid_to.isoformat() if licence.valid_to else "",
            }
            for licence in party.licences
        ],
    }


def _attendee(visit: Visit) -> Record:
    attendee = visit.identity.attendee if visit.identity else None
    return {
        "name": attendee.name if attendee else "",
        "position": attendee.position if attendee else "",
        "phone": attendee.phone if attendee else "",
        "id_number": attendee.id_number if attendee else "",
    }


def _visit(visit: Visit, at: str, times_this_year: int) -> Record:
    kinds = list(dict.fromkeys(TASK_LABELS[task.kind] for task in visit.tasks))
    approvals = list(dict.fromkeys(t.approval_no for t in visit.tasks if t.approval_no))
    return {
        "id": visit.id,
        "started_at": visit.started_at,
        "ended_at": visit.completed_at or at,
        "place": visit.place,
        "kind_label": "、".join(kinds),
        "kinds": kinds,
        "times_this_year": times_this_year,
        "approval_no": "、".join(approvals),
        "previous_rectification": visit.previous_rectification or previous_words(visit),
        "helpers": visit.helpers,
    }


def _notice(visit: Visit) -> list[Record]:
    if visit.identity is None:
        return []
    return [
        {"question": answer.question, "answer": answer.answer_label, "key": answer.key}
        for answer in visit.identity.answers
    ]


def _items(visit: Visit) -> Record:
    rows = []
    for item in visit.items:
        answer: Answer | None = visit.answers.get(item.code)
        rows.append(
            {
                "number": printed_number(visit, item),
                "star": "★" if item.kind is ItemKind.KEY else "",
                "section": item.section,
                "text": item.text,
                "value": answer.value.value if answer else "",
                "answer_label": ANSWER_LABELS[answer.value] if answer else "",
                "note": answer.note if answer else "",
                "reason": answer.reason if answer else "",
            }
        )

    def numbers(test: Any) -> list[str]:
        return [row["number"] for row in rows if test(row)]

    return {
        "items": rows,
        "failed_items": [row for row in rows if row["value"] == AnswerValue.NOT_MET],
        "excluded_items": [row for row in rows if row["value"] == AnswerValue.EXCLUDED],
        "key_numbers": numbers(lambda row: row["star"]),
        "general_numbers": numbers(lambda row: not row["star"]),
        "failed_numbers": numbers(lambda row: row["value"] == AnswerValue.NOT_MET),
        "excluded_numbers": numbers(lambda row: row["value"] == AnswerValue.EXCLUDED),
    }


def deadline_label(finding: Finding) -> str:
    """立即, or the day by which it must be put right."""
    if finding.deadline is None:
        return "立即"
    return f"于{chinese_date(finding.deadline)}前"


def _findings(visit: Visit) -> Record:
    order = {item.code: place for place, item in enumerate(visit.items)}
    findings = sorted(visit.findings.values(), key=lambda f: (order.get(f.item, 0), f.at))
    rows = [
        {
            "index": index,
            "item_number": printed_number(visit, visit.item(finding.item)),
            "item_text": visit.item(finding.item).text,
            "wording": finding.violation.wording,
            "description": finding.description,
            "duty": format_citations(finding.violation.duty),
            "penalty": format_citations(finding.violation.penalty),
            "tier": finding.violation.tier,
            "measures": "、".join(MEASURE_LABELS[measure] for measure in finding.measures),
            "deadline": finding.deadline.isoformat() if finding.deadline else "",
            "deadline_label": deadline_label(finding),
            "requirement": finding.requirement,
            "on_spot": finding.on_spot,
        }
        for index, finding in enumerate(findings, 1)
    ]
    ordered = [finding for finding in findings if finding in visit.ordered]
    by_day = sorted(ordered, key=lambda finding: finding.deadline or date.min)
    deadlines = list(dict.fromkeys(deadline_label(finding) for finding in by_day))
    latest = max((f.deadline for f in ordered if f.deadline), default=None)
    penalties = format_citations(c for f in ordered for c in f.violation.penalty)
    # Only these clauses wait for a refusal; under the others a case may be opened at once.
    unheeded = format_citations(
        c for f in ordered if AFTER_REFUSAL in f.violation.prior_steps for c in f.violation.penalty
    )
    return {
        "has_findings": bool(rows),
        "findings": rows,
        "ordered_findings": [row for row, f in zip(rows, findings, strict=True) if f in ordered],
        "orders": {
            "count": len(ordered),
            "deadline_label": "、".join(deadlines),
            "latest_deadline": latest.isoformat() if latest else "",
            "duties": format_citations(c for f in ordered for c in f.violation.duty),
            "penalties": penalties,
            "unheeded_penalties": unheeded,
            "requirements": [f.requirement for f in ordered if f.requirement],
            "consequence": (f"逾期拒不改正的，依照{unheeded}的规定处理。" if unheeded else ""),
        },
    }


def _result(visit: Visit) -> Record:
    grading = visit.grading
    return {
        "grade_code": grading.grade if grading else "",
        "grade_label": grading.label if grading else "",
        "handling": grading.handling if grading else "",
        "explanation": grading.explanation if grading else "",
    }


def _photos(visit: Visit) -> list[Record]:
    return [
        {
            "index": index,
            "item_number": printed_number(visit, visit.item(photo.item)) if photo.item else "",
            "caption": photo.caption or photo.name,
            "taken_at": photo.taken_at or photo.at,
            "sha256_short": photo.sha256[:16],
        }
        for index, photo in enumerate(visit.photos.values(), 1)
    ]


def _measures_taken(visit: Visit) -> str:
    done = [printed_number(visit, visit.item(f.item)) for f in visit.findings.values() if f.on_spot]
    return f"项目{'、'.join(done)}所涉问题已当场改正。" if done else ""


def _service(visit: Visit, corrected: Document | None) -> Record:
    receipt = corrected if corrected and corrected.serves else None
    service, named = visit.service_to_prove(receipt)
    return {
        "served": [
            {"title": d.title, "number": d.number, "pages": str(d.pages)}
            for d in visit.documents.values()
            if d.id in named
        ],
        "service": {
            "mode": service.mode if service else "",
            "mode_label": SERVICE_LABELS.get(service.mode, "") if service else "",
            "receiver": service.receiver if service else "",
            "receiver_relation": service.relation if service else "",
            "at": service.at if service else "",
            "place": service.place if service else "",
            "note": service.note if service else "",
            "witness": service.witness if service else "",
            "recording": service.recording if service else "",
        },
    }


def _previous(visit: Visit) -> Record:
    last = visit.enterprise.last_visit
    return {
        "has_previous": last is not None,
        "previous": {
            "date": last.at.isoformat() if last else "",
            "not_met": last.not_met if last else 0,
            "open": last.open_rectifications if last else 0,
        },
    }


def _refusal(visit: Visit) -> Record:
    refusals = [
        signature
        for document in visit.documents.values()
        for signature in document.signatures.values()
        if signature.refused
    ]
    last = refusals[-1] if refusals else None
    return {
        "refused": last is not None,
        "reason": last.reason if last else "",
        "witness": last.witness if last else "",
        "recording_note": last.recording if last else "",
    }


def snapshot_data(record: Record) -> Record:
    """The part of the record that is attached to the PDF for machines."""
    wanted = ("party", "visit", "officers", "counts", "findings", "result", "document", "service")
    return {name: record[name] for name in wanted}
