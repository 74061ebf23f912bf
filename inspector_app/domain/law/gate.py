"""The legality gate (合法性审查): what blocks a document, why, by which rule, and what mends it.

A message names the rule of domain-facts §7 (R01 …), its legal basis, and the place to mend.
Runs before each document is composed and again before it is issued, on the laptop and the server.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inspector_app.domain.checklist import AnswerValue, ItemKind
from inspector_app.domain.document import RefusalProof, SignerRole
from inspector_app.domain.law.violation import MeasureKind, Verification
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.template import DocumentTemplate
from inspector_app.domain.terms import MEASURE_LABELS
from inspector_app.domain.visit_documents import Document
from inspector_app.domain.visit_state import Step, Visit

__all__ = [
    "DECISION_OF",
    "GateMessage",
    "GateMode",
    "check_composition",
    "check_issue",
    "check_visit",
]


class GateMode(StrEnum):
    """How strong a rule is."""

    BLOCK = "block"
    WARN = "warn"
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True)
class GateMessage:
    """One message.

    ``code`` is stable and translated by the screens with ``facts``; ``text`` is the Chinese
    wording. ``step`` and ``target`` (item code, field key, slot key) are where it is mended.
    """

    rule: str
    mode: GateMode
    code: str
    text: str
    basis: str
    step: Step
    target: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


# Penalties that an officer may tick on the spot, and the kind of document that imposes each.
DECISION_OF: Mapping[MeasureKind, str] = {MeasureKind.WARNING: "on_spot_decision"}


def check_visit(visit: Visit, today: date) -> tuple[GateMessage, ...]:
    """What stands against any document of this visit on ``today``."""
    return tuple(
        message
        for rule in (_officers, _rights, _approval, _items, _findings)
        for message in rule(visit, today)
    )


def check_composition(
    visit: Visit, template: DocumentTemplate, fields: Mapping[str, str], today: date
) -> tuple[GateMessage, ...]:
    """What stands against composing one document: the visit's own messages and the form's fields."""
    missing = tuple(
        GateMessage(
            "R38",
            GateMode.BLOCK,
            "gate.field_missing",
            f"《{template.title}》的“{form_field.label}”尚未填写。",
            form_field.legal_basis or template.basis,
            Step.DOCUMENTS,
            f"{template.kind}.{form_field.key}",
            {"document": template.title, "field": form_field.label},
        )
        for form_field in template.fields
        if form_field.required and not fields.get(form_field.key, "").strip()
    )
    return (*check_visit(visit, today), *missing)


def check_issue(visit: Visit, document: Document, today: date) -> tuple[GateMessage, ...]:
    """What stands against issuing a composed document: signatures, refusals, changed record."""
    messages = list(_officers(visit, today))
    messages.extend(
        GateMessage(
            "R33",
            GateMode.BLOCK,
            "gate.signature_missing",
            f"《{document.title}》还有签名未完成。",
            "《食品生产经营监督检查管理办法》第三十四条",
            Step.SIGNATURES,
            slot,
            {"document": document.title},
        )
        for slot in document.missing_slots
    )
    messages.extend(_refusals(document))
    messages.extend(_own_witnesses(visit, document))
    if visit.has_changed_since(document):
        messages.append(
            GateMessage(
                "R21",
                GateMode.BLOCK,
                "gate.record_changed",
                f"《{document.title}》定稿后检查记录有改动，应当重新定稿并重新签名。",
                "《市场监督管理行政处罚程序规定》第二十八条",
                Step.DOCUMENTS,
                document.kind,
                {"document": document.title},
            )
        )
    return tuple(messages)


def _refusals(document: Document) -> Iterator[GateMessage]:
    """Who did not sign, and what proves it; a named witness's own signature is a missing slot."""
    for signature in document.signatures.values():
        if not signature.refused or signature.recording.strip():
            continue
        if document.refusal is RefusalProof.RECORDING:
            yield GateMessage(
                "R06",
                GateMode.BLOCK,
                "gate.refusal_recording",
                f"拒绝在《{document.title}》上签名的，应当注明情况并采取录音、录像等方式记录。",
                "《市场监督管理行政处罚程序规定》第四十三条",
                Step.SIGNATURES,
                signature.slot,
                {"document": document.title},
            )
        elif not signature.witness.strip():
            yield GateMessage(
                "R06",
                GateMode.BLOCK,
                "gate.refusal_proof",
                "拒绝签名的，应当注明原因，并由见证人签名或者录音录像。",
                "《食品生产经营监督检查管理办法》第三十四条",
                Step.SIGNATURES,
                signature.slot,
            )


def _own_witnesses(visit: Visit, document: Document) -> Iterator[GateMessage]:
    named = {s.witness for s in document.signatures.values() if s.refused and s.witness}
    signed = {s.name for s in document.signatures.values() if s.role is SignerRole.WITNESS}
    if not all(visit.may_witness(name) for name in named | signed):
        yield GateMessage(
            "R06",
            GateMode.BLOCK,
            "gate.own_witness",
            "见证人应当是执法人员和当事人以外的人。",
            "《市场监督管理行政处罚程序规定》第四十三条；《食品生产经营监督检查管理办法》第三十四条",
            Step.SIGNATURES,
            next((k for k, r in document.slot_roles.items() if r is SignerRole.WITNESS), ""),
        )


def _officers(visit: Visit, today: date) -> Iterator[GateMessage]:
    if len({officer.id for officer in visit.officers}) < 2:
        yield GateMessage(
            "R01",
            GateMode.BLOCK,
            "gate.officers_two",
            "现场检查应当由两名以上执法人员进行。",
            "《行政处罚法》第四十二条；《食品生产经营监督检查管理办法》第二十三条",
            Step.ARRIVAL,
            "officers",
        )
    for officer in visit.officers:
        if not officer.is_certified(today):
            yield GateMessage(
                "R02",
                GateMode.BLOCK,
                "gate.certificate_expired",
                f"执法人员{officer.name}的执法证不在有效期内（有效期至{officer.valid_to.isoformat()}）。",
                "《行政处罚法》第四十二条",
                Step.ARRIVAL,
                f"officer.{officer.id}",
                {"officer": officer.name, "until": officer.valid_to.isoformat()},
            )


def _rights(visit: Visit, _today: date) -> Iterator[GateMessage]:
    if visit.identity is None:
        yield GateMessage(
            "R03",
            GateMode.BLOCK,
            "gate.rights_not_read",
            "尚未记录出示证件、告知权利和是否申请回避。",
            "《行政处罚法》第五十五条；《市场监督管理行政处罚程序规定》第二十一条、第二十二条",
            Step.ARRIVAL,
            "rights",
        )
        return
    for answer in visit.identity.answers:
        if answer.key == "recusal" and answer.answer == "applied":
            yield GateMessage(
                "R04",
                GateMode.PROMPT,
                "gate.recusal_applied",
                "当事人申请回避：应当报请决定，决定作出前不停止检查。",
                "《行政处罚法》第四十三条；《市场监督管理行政处罚程序规定》第四条",
                Step.ARRIVAL,
                "recusal",
            )


def _approval(visit: Visit, _today: date) -> Iterator[GateMessage]:
    for task in visit.tasks:
        if not task.approval_no:
            yield GateMessage(
                "R43",
                GateMode.WARN,
                "gate.approval_missing",
                f"任务“{task.title}”没有检查审批编号；紧急情况应当补办。",
                "国办发〔2024〕54号（待核实）",
                Step.ARRIVAL,
                f"task.{task.id}",
                {"task": task.title},
            )


def _items(visit: Visit, _today: date) -> Iterator[GateMessage]:
    unanswered = visit.unanswered
    if unanswered:
        yield GateMessage(
            "R33",
            GateMode.BLOCK,
            "gate.items_unanswered",
            f"还有 {len(unanswered)} 项没有检查结论，应当覆盖全部检查项目。",
            "《食品生产经营监督检查管理办法》第二十七条",
            Step.CHECKLIST,
            unanswered[0].code,
            {"count": len(unanswered)},
        )
    for item in visit.failed_without_photo:
        yield GateMessage(
            "R14",
            GateMode.BLOCK,
            "gate.photo_missing",
            f"项目{printed_number(visit, item)}不符合，应当拍照取证。",
            "《市场监督管理行政处罚程序规定》第四十四条",
            Step.CHECKLIST,
            item.code,
            {"item": printed_number(visit, item)},
        )
    for item in visit.items:
        answer = visit.answers.get(item.code)
        if answer is None:
            continue
        if answer.value is AnswerValue.EXCLUDED and not answer.reason.strip():
            yield GateMessage(
                "R33",
                GateMode.BLOCK,
                "gate.exclusion_reason",
                f"项目{printed_number(visit, item)}为合理缺项，应当说明理由。",
                "《食品生产经营监督检查管理办法》第二十七条",
                Step.CHECKLIST,
                item.code,
                {"item": printed_number(visit, item)},
            )


def _findings(visit: Visit, _today: date) -> Iterator[GateMessage]:
    for item in visit.failed_without_finding:
        yield GateMessage(
            "R33",
            GateMode.BLOCK,
            "gate.finding_missing",
            f"项目{printed_number(visit, item)}不符合，尚未认定问题。",
            "《食品生产经营监督检查管理办法》第三十一条",
            Step.FINDINGS,
            item.code,
            {"item": printed_number(visit, item)},
        )
    if not visit.unanswered and visit.grading is None:
        yield GateMessage(
            "R33",
            GateMode.BLOCK,
            "gate.not_graded",
            "尚未作出检查结果判定。",
            "《食品生产经营监督检查管理办法》第三十一条、第三十五条",
            Step.FINDINGS,
            "grading",
        )
    if visit.is_result_outdated:
        yield GateMessage(
            "R33",
            GateMode.BLOCK,
            "gate.result_outdated",
            "判定检查结果后所认定的问题有变，应当重新判定。",
            "《食品生产经营监督检查管理办法》第三十一条",
            Step.FINDINGS,
            "grading",
        )
    for finding in visit.findings.values():
        unwritten = [m for m in finding.measures if not _is_decided(visit, m)]
        if unwritten:
            yield GateMessage(
                "R07",
                GateMode.BLOCK,
                "gate.decision_missing",
                f"“{finding.violation.wording}”：{MEASURE_LABELS[unwritten[0]]}须以行政处罚决定书作出。",
                "《行政处罚法》第五十一条、第五十二条",
                Step.FINDINGS,
                finding.item,
                {"measure": MEASURE_LABELS[unwritten[0]], "violation": finding.violation.wording},
            )
        if finding.violation.verification is Verification.RECALLED:
            yield GateMessage(
                "R39",
                GateMode.BLOCK,
                "gate.violation_unverified",
                f"“{finding.violation.wording}”所引条款待核实，不得写入文书。",
                "《行政处罚法》第三十八条",
                Step.FINDINGS,
                finding.item,
                {"violation": finding.violation.wording},
            )
        if not finding.description.strip():
            yield GateMessage(
                "R20",
                GateMode.BLOCK,
                "gate.facts_missing",
                f"“{finding.violation.wording}”没有写明现场事实。",
                "《行政处罚法》第四十条",
                Step.FINDINGS,
                finding.item,
                {"violation": finding.violation.wording},
            )
        key = visit.item(finding.item).kind is ItemKind.KEY
        if key and MeasureKind.OPEN_CASE not in finding.measures:
            yield GateMessage(
                "R34",
                GateMode.PROMPT,
                "gate.key_item_failed",
                f"重点项目{printed_number(visit, visit.item(finding.item))}不符合，影响食品安全的应当调查处理。",
                "《食品生产经营监督检查管理办法》第三十二条",
                Step.FINDINGS,
                finding.item,
                {"item": printed_number(visit, visit.item(finding.item))},
            )


def _is_decided(visit: Visit, measure: MeasureKind) -> bool:
    kind = DECISION_OF.get(measure)
    return kind is None or visit.standing_document(kind) is not None
