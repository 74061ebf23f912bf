"""The events of a case as sentences: what happened, by whom, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.journal import Event
from inspector_app.domain.visit import Visit
from inspector_app.gui.pages.review.view_model import CaseModel
from inspector_app.gui.terms import answer_state, join_names, quoted

__all__ = ["Happening", "describe", "tell"]

_FEW_ANSWERS = 3

_ICONS = {
    "visit_started": "map-pin",
    "rights_read": "id-card",
    "answer_recorded": "list-checks",
    "answer_corrected": "pencil",
    "photo_attached": "image-plus",
    "photo_removed": "image",
    "finding_confirmed": "gavel",
    "finding_withdrawn": "undo-2",
    "finding_weighed": "scale",
    "result_graded": "scale",
    "document_fields_edited": "file-pen-line",
    "document_composed": "file-text",
    "signature_captured": "signature",
    "signature_refused": "hand",
    "document_issued": "badge-check",
    "document_voided": "ban",
    "document_withdrawn": "file-x",
    "document_printed": "printer",
    "document_served": "send",
    "visit_completed": "check-check",
    "visit_submitted": "upload",
    "remark_made": "message-square-text",
    "remark_answered": "message-square",
    "case_returned": "undo-2",
    "case_approved": "badge-check",
    "clock_jumped": "clock",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One event in words, or several answers in a row as one; ``at`` and ``by`` are the last's.

    ``new``: it came after the last decision of a reviewer.
    """

    icon: str
    words: str
    at: str
    by: str
    new: bool = False


def tell(model: CaseModel) -> tuple[Happening, ...]:
    """The course of a case, the latest first. Answers given one after another are one line."""
    told: list[Happening] = []
    answers: list[Event] = []
    visit = model.case.visit
    for event in model.timeline:
        if event.type == "answer_recorded":
            answers.append(event)
            continue
        told += _told_answers(answers, visit, model)
        answers = []
        told.append(_told(event, describe(event, visit), model))
    told += _told_answers(answers, visit, model)
    return tuple(reversed(told))


def describe(event: Event, visit: Visit) -> str:
    """``event`` in words; a kind that has none of its own is shown by its name."""
    sentence = _sentences().get(event.type)
    return sentence.format_map(_facts(event, visit)).strip() if sentence else event.type


def _told(event: Event, words: str, model: CaseModel) -> Happening:
    icon = _ICONS.get(event.type, "circle")
    by = model.names.get(event.by, event.by)
    return Happening(icon, words, event.at, by, model.is_new(event))


def _told_answers(answers: list[Event], visit: Visit, model: CaseModel) -> list[Happening]:
    if len(answers) < _FEW_ANSWERS:
        return [_told(event, describe(event, visit), model) for event in answers]
    # A bare name: lupdate of PySide6 6.11 passes over strings that count a call's result.
    count = len(answers)
    words = QCoreApplication.translate("Timeline", "记录 %n 项检查结论", "", count)
    failed = sum(event.payload.get("value") == AnswerValue.NOT_MET for event in answers)
    if failed:
        more = QCoreApplication.translate("Timeline", "%n 项不符合", "", failed)
        join = QCoreApplication.translate("Timeline", "{words}，其中 {more}")
        words = join.format(words=words, more=more)
    return [_told(answers[-1], words, model)]


def _sentences() -> Mapping[str, str]:
    """One sentence a kind of event, with places that `_facts` fills."""
    translate = QCoreApplication.translate
    return {
        "visit_started": translate("Timeline", "{officers} 到达，开始检查"),
        "rights_read": translate("Timeline", "向 {attendee} 出示证件、告知权利"),
        "answer_recorded": translate("Timeline", "项目 {item_number}：{answer}"),
        "answer_corrected": translate("Timeline", "更正项目 {item_number} 为“{answer}”：{because}"),
        "photo_attached": translate("Timeline", "项目 {item_number} 添加照片"),
        "photo_removed": translate("Timeline", "移除照片：{because}"),
        "finding_confirmed": translate("Timeline", "认定问题（项目 {item_number}）：{wording}"),
        "finding_withdrawn": translate("Timeline", "撤销问题：{because}"),
        "finding_weighed": translate("Timeline", "提出处理与裁量意见：{wording}"),
        "result_graded": translate("Timeline", "结果判定：{label}"),
        "document_fields_edited": translate("Timeline", "补充文书内容"),
        "document_composed": translate("Timeline", "《{title}》定稿 {number}"),
        "signature_captured": translate("Timeline", "{name} 在《{title}》上签名"),
        "signature_refused": translate("Timeline", "{name} 拒绝在《{title}》上签名：{reason}"),
        "document_issued": translate("Timeline", "出具《{title}》"),
        "document_voided": translate("Timeline", "作废《{title}》：{because}"),
        "document_withdrawn": translate("Timeline", "撤回《{title}》：{because}"),
        "document_printed": translate("Timeline", "打印《{title}》，第 {copy} 份"),
        "document_served": translate("Timeline", "送达{titles}，{receiver} 签收"),
        "visit_completed": translate("Timeline", "检查结束"),
        "visit_submitted": translate("Timeline", "提交审核（第 {round} 次）"),
        "remark_made": translate("Timeline", "审核意见：{text}"),
        "remark_answered": translate("Timeline", "答复审核意见：{text}"),
        "case_returned": translate("Timeline", "退回：{reason}"),
        "case_approved": translate("Timeline", "审核通过 {opinion}"),
        "clock_jumped": translate("Timeline", "设备时钟与记录相差 {seconds} 秒"),
    }


def _facts(event: Event, visit: Visit) -> Mapping[str, str]:
    payload = event.payload
    facts = {key: str(value) for key, value in payload.items() if isinstance(value, str | int)}
    document = visit.documents.get(facts.get("document_id", ""))
    if document is not None:
        facts["title"] = document.title
    code = facts.get("item", "")
    numbers = {planned.code: planned.number for planned in visit.items}
    facts["item_number"] = numbers.get(code, code)
    if "value" in facts:
        facts["answer"] = answer_state(AnswerValue(facts["value"])).text
    facts["officers"] = join_names(officer.name for officer in visit.officers)
    facts["attendee"] = visit.identity.attendee.name if visit.identity else ""
    facts["seconds"] = str(abs(int(payload.get("by_ms", 0))) // 1000)
    violation = payload.get("violation")
    finding = visit.findings.get(facts.get("finding_id", ""))
    facts["wording"] = finding.violation.wording if finding else ""
    if isinstance(violation, Mapping):
        facts["wording"] = violation.get("wording", "")
    served = payload.get("documents")
    if isinstance(served, list | tuple):
        known = [visit.documents[key].title for key in served if key in visit.documents]
        facts["titles"] = join_names(quoted(title) for title in known)
    return _Complete(facts)


class _Complete(dict[str, str]):
    """A place that an event of an older version does not fill stays empty."""

    def __missing__(self, key: str) -> str:
        return ""
