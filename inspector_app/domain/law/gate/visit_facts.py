"""What a visit says, as facts of a case: the same on laptop and server, from the fold alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType

from inspector_app.domain.document import RefusalProof, SignerRole
from inspector_app.domain.law.case_facts import (
    ApprovalFacts,
    CaseFacts,
    EvidenceFacts,
    EvidenceKind,
    FieldFacts,
    FindingFacts,
    InspectionFacts,
    InspectionKind,
    ItemFacts,
    OfficerFacts,
    PaperFacts,
    PartyFacts,
    RefusalFacts,
    ResultFacts,
    RightsFacts,
    ServiceFacts,
    TypedText,
)
from inspector_app.domain.law.gate.opinion_facts import opinion_on
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.task import TaskKind
from inspector_app.domain.template import DocumentTemplate
from inspector_app.domain.visit_documents import Document, DocumentStatus
from inspector_app.domain.visit_state import Step, Visit

__all__ = ["facts_of_visit"]

_COUNTED = {
    TaskKind.CAMPAIGN: InspectionKind.SPECIAL,
    TaskKind.RISK_ALERT: InspectionKind.CASE,
}
_NO_TEMPLATES: Mapping[str, DocumentTemplate] = MappingProxyType({})


def facts_of_visit(
    visit: Visit,
    papers: Iterable[PaperFacts] = (),
    *,
    templates: Mapping[str, DocumentTemplate] = _NO_TEMPLATES,
) -> CaseFacts:
    """What ``visit`` says; ``papers`` are documents being composed, beside those on record.

    ``templates`` say, by kind, which fields of a document must be filled.
    """
    enterprise = visit.enterprise
    return CaseFacts(
        id=visit.id,
        authority=visit.authority.name,
        party=PartyFacts(
            name=enterprise.name,
            type=enterprise.party_type,
            credit_code=enterprise.credit_code,
            address=enterprise.address,
            people=tuple(
                name
                for name in dict.fromkeys((enterprise.legal_representative, visit.attendee_name))
                if name
            ),
            present=(visit.attendee_name,) if visit.attendee_name else (),
            activities=enterprise.activities,
            premises=enterprise.premises,
        ),
        officers=tuple(
            OfficerFacts(o.id, o.name, o.certificate_no, o.valid_from, o.valid_to, o.organ)
            for o in visit.officers
        ),
        rights=_rights(visit),
        inspection=_inspection(visit),
        evidence=tuple(
            EvidenceFacts(
                id=photo.id,
                kind=EvidenceKind.AUDIOVISUAL,
                taken_at=datetime.fromisoformat(photo.at) if photo.at else None,
                sha256=photo.sha256,
            )
            for photo in visit.photos.values()
        ),
        papers=(
            *(_paper(visit, document, templates) for document in visit.documents.values()),
            *papers,
        ),
        services=tuple(
            ServiceFacts(
                documents=service.documents,
                mode=service.mode,
                on=date.fromisoformat(service.at[:10]),
                receiver=service.receiver,
                note=service.note,
                witness=service.witness,
                recording=service.recording,
                # By post it is recorded on the date of the receipt, or not at all.
                receipt_no=service.note or service.at,
                posted_on=None,
            )
            for service in visit.services
        ),
        texts=tuple(_texts(visit)),
        opinions=tuple(
            opinion
            for finding in visit.findings.values()
            if (opinion := opinion_on(visit, finding)) is not None
        ),
    )


def _rights(visit: Visit) -> RightsFacts:
    identity = visit.identity
    if identity is None:
        return RightsFacts(read=False)
    asked = any(a.key == "recusal" and a.answer == "applied" for a in identity.answers)
    at = datetime.fromisoformat(identity.at) if identity.at else None
    return RightsFacts(read=True, at=at, recusal_asked=asked)


def _inspection(visit: Visit) -> InspectionFacts:
    kinds = [_COUNTED.get(task.kind, InspectionKind.ROUTINE) for task in visit.tasks]
    grading = visit.grading
    return InspectionFacts(
        on=date.fromisoformat(visit.started_at[:10]),
        kind=kinds[0] if kinds else InspectionKind.ROUTINE,
        visit_id=visit.id,
        helpers=visit.helpers,
        tasks=tuple(ApprovalFacts(t.id, t.title, t.approval_no) for t in visit.tasks),
        items=tuple(
            ItemFacts(
                code=item.code,
                number=printed_number(visit, item),
                key=item.kind.value == "key",
                answer=answer.value.value if answer is not None else "",
                reason=answer.reason if answer is not None else "",
                photo_required=item.photo_required,
                photos=len(visit.photos_of(item.code)),
            )
            for item in visit.items
            for answer in (visit.answers.get(item.code),)
        ),
        findings=tuple(
            FindingFacts(
                id=finding.id,
                item=finding.item,
                violation=finding.violation,
                description=finding.description,
                measures=finding.measures,
                requirement=finding.requirement,
                deadline=finding.deadline,
                on_spot=finding.on_spot,
                because=finding.because,
            )
            for finding in visit.findings.values()
        ),
        result=(
            ResultFacts(grading.grade, outdated=visit.is_result_outdated)
            if grading is not None
            else None
        ),
    )


def _fields(document: Document, template: DocumentTemplate | None) -> Iterator[FieldFacts]:
    """The fields that the document carries; one that a newer form added is not its own."""
    known = {field.key: field for field in template.fields} if template is not None else {}
    for key, value in document.fields.items():
        field = known.get(key)
        if field is None:
            yield FieldFacts(key, key, required=False, value=value)
        else:
            yield FieldFacts(key, field.label, field.required, value, field.legal_basis)


def _paper(
    visit: Visit, document: Document, templates: Mapping[str, DocumentTemplate]
) -> PaperFacts:
    template = templates.get(document.kind)
    refused = [s for s in document.signatures.values() if s.refused]
    signed = [s for s in document.signatures.values() if s.role is SignerRole.WITNESS]
    return PaperFacts(
        id=document.id,
        kind=document.kind,
        title=document.title,
        number=document.number,
        standing=visit.standing_document(document.kind) is document,
        issued=document.status is DocumentStatus.ISSUED,
        fields=tuple(_fields(document, template)),
        basis=template.basis if template is not None else "",
        signers=tuple(role.value for role in document.slot_roles.values()),
        missing_slots=document.missing_slots,
        refusals=tuple(RefusalFacts(s.slot, s.witness, s.recording) for s in refused),
        must_record=document.refusal is RefusalProof.RECORDING,
        witnesses=tuple(
            dict.fromkeys([s.witness for s in refused if s.witness] + [s.name for s in signed])
        ),
        witness_slot=next(
            (key for key, role in document.slot_roles.items() if role is SignerRole.WITNESS), ""
        ),
        changed=visit.has_changed_since(document),
    )


def _texts(visit: Visit) -> Iterator[TypedText]:
    for item in visit.items:
        answer = visit.answers.get(item.code)
        if answer is None:
            continue
        number = printed_number(visit, item)
        for text, label in (
            (answer.note, f"项目{number}的备注"),
            (answer.reason, f"项目{number}的理由"),
        ):
            if text.strip():
                yield TypedText(Step.CHECKLIST, item.code, label, "note", text)
    for finding in visit.findings.values():
        number = printed_number(visit, visit.item(finding.item))
        facts = TypedText(
            Step.FINDINGS,
            finding.item,
            f"项目{number}的现场事实",
            "facts",
            finding.description,
            published=True,
        )
        order = TypedText(
            Step.FINDINGS, finding.item, f"项目{number}的改正要求", "order", finding.requirement
        )
        yield from (text for text in (facts, order) if text.text.strip())
    if visit.grading is not None and visit.grading.explanation.strip():
        yield TypedText(
            Step.FINDINGS,
            "grading",
            "结果说明",
            "explanation",
            visit.grading.explanation,
            published=True,
        )
    for document in visit.documents.values():
        if visit.standing_document(document.kind) is document:
            yield from field_texts(document.kind, document.title, document.fields)


def field_texts(kind: str, title: str, fields: Mapping[str, str]) -> Iterator[TypedText]:
    """The fields of a document as typed texts."""
    for key, value in fields.items():
        if value.strip():
            yield TypedText(Step.DOCUMENTS, f"{kind}.{key}", f"《{title}》", "document", value)
