"""The visit's codes in the person's language: steps, answers, measures, kinds of task.

Every function looks its word up when it is called, so that a change of language is seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from inspector_app.domain.checklist import AnswerValue, EvidenceKind, MeasureKind
from inspector_app.domain.document import SignerRole
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.steps import Blocker
from inspector_app.domain.task import TaskKind
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.i18n import SOURCE_LANGUAGE, current_language

__all__ = [
    "activity_word",
    "answer_word",
    "blocker_words",
    "date_words",
    "document_status_word",
    "evidence_words",
    "joined",
    "measure_word",
    "moment_words",
    "party_word",
    "review_word",
    "service_modes",
    "signer_word",
    "step_title",
    "task_word",
]

_tr = QCoreApplication.translate


def step_title(step: Step) -> str:
    """The step's name on the line of steps."""
    return {
        Step.ARRIVAL: _tr("VisitWords", "到场"),
        Step.CHECKLIST: _tr("VisitWords", "检查"),
        Step.FINDINGS: _tr("VisitWords", "问题"),
        Step.DOCUMENTS: _tr("VisitWords", "文书"),
        Step.SIGNATURES: _tr("VisitWords", "签名"),
        Step.SERVICE: _tr("VisitWords", "送达"),
        Step.DONE: _tr("VisitWords", "完成"),
    }[step]


def blocker_words(blocker: Blocker) -> str:
    """What a blocker says: what is missing, and how many."""
    count = blocker.count
    match blocker.code:
        case "rights_not_read":
            return _tr("VisitWords", "尚未告知权利并记录回答")
        case "unanswered":
            return _tr("VisitWords", "还有 %n 项没有检查结论", "", count)
        case "finding_missing":
            return _tr("VisitWords", "还有 %n 项不符合没有认定问题", "", count)
        case "not_graded":
            return _tr("VisitWords", "尚未判定检查结果")
        case "not_composed":
            return _tr("VisitWords", "还有 %n 份文书没有定稿", "", count)
        case "not_signed":
            return _tr("VisitWords", "还有 %n 份文书没有签完", "", count)
        case "nothing_to_sign":
            return _tr("VisitWords", "还没有定稿的文书")
        case "not_served":
            return (
                _tr("VisitWords", "还有 %n 份文书没有送达", "", count)
                if count
                else _tr("VisitWords", "还没有签发的文书")
            )
        case "receipt_missing":
            return _tr("VisitWords", "还没有签好送达回证")
        case _:
            return _tr("VisitWords", "尚有未完成的内容")


def answer_word(answer: AnswerValue) -> str:
    """The answer as the buttons name it."""
    return {
        AnswerValue.MET: _tr("VisitWords", "符合"),
        AnswerValue.NOT_MET: _tr("VisitWords", "不符合"),
        AnswerValue.EXCLUDED: _tr("VisitWords", "合理缺项"),
    }[answer]


def task_word(kind: TaskKind) -> str:
    """The kind of a task."""
    return {
        TaskKind.DOUBLE_RANDOM: _tr("VisitWords", "双随机"),
        TaskKind.ROUTINE: _tr("VisitWords", "日常"),
        TaskKind.RISK_ALERT: _tr("VisitWords", "风险预警"),
        TaskKind.CAMPAIGN: _tr("VisitWords", "专项"),
        TaskKind.FOLLOW_UP: _tr("VisitWords", "复查"),
    }[kind]


def measure_word(measure: MeasureKind) -> str:
    """A measure as the documents name it."""
    return {
        MeasureKind.CORRECT_ON_SPOT: _tr("VisitWords", "责令当场改正"),
        MeasureKind.ORDER_CORRECTION: _tr("VisitWords", "责令限期改正"),
        MeasureKind.WARNING: _tr("VisitWords", "警告"),
        MeasureKind.FINE: _tr("VisitWords", "罚款"),
        MeasureKind.CONFISCATION: _tr("VisitWords", "没收"),
        MeasureKind.SUSPENSION: _tr("VisitWords", "责令停产停业"),
        MeasureKind.REVOCATION: _tr("VisitWords", "吊销许可证"),
        MeasureKind.OPEN_CASE: _tr("VisitWords", "立案调查"),
        MeasureKind.TRANSFER: _tr("VisitWords", "移送有权机关"),
    }[measure]


def evidence_words(kinds: Iterable[EvidenceKind]) -> str:
    """The evidence an item asks for, in one phrase."""
    words = {
        EvidenceKind.PHOTO: _tr("VisitWords", "照片"),
        EvidenceKind.NOTE: _tr("VisitWords", "文字说明"),
        EvidenceKind.DOCUMENT: _tr("VisitWords", "书面材料"),
    }
    return joined(words[kind] for kind in kinds)


def activity_word(activity: str) -> str:
    """A kind of business, as the violations' guards name it."""
    words = {
        "production": _tr("VisitWords", "食品生产"),
        "sale": _tr("VisitWords", "食品销售"),
        "catering": _tr("VisitWords", "餐饮服务"),
        "special_food": _tr("VisitWords", "特殊食品"),
        "market": _tr("VisitWords", "集中交易市场"),
        "farm_produce": _tr("VisitWords", "食用农产品"),
        "platform": _tr("VisitWords", "网络平台"),
        "storage": _tr("VisitWords", "贮存服务"),
    }
    return words.get(activity, activity)


def party_word(party_type: str) -> str:
    """A kind of party."""
    words = {
        "enterprise": _tr("VisitWords", "企业"),
        "individual_business": _tr("VisitWords", "个体工商户"),
        "institution": _tr("VisitWords", "事业单位"),
        "individual": _tr("VisitWords", "自然人"),
    }
    return words.get(party_type, party_type)


def signer_word(role: SignerRole) -> str:
    """In what capacity somebody signs."""
    return {
        SignerRole.PARTY: _tr("VisitWords", "当事人"),
        SignerRole.WITNESS: _tr("VisitWords", "见证人"),
        SignerRole.OFFICER: _tr("VisitWords", "执法人员"),
        SignerRole.RECEIVER: _tr("VisitWords", "受送达人"),
    }[role]


def document_status_word(status: DocumentStatus) -> str:
    """Where a document is in its life."""
    return {
        DocumentStatus.COMPOSED: _tr("VisitWords", "待签名"),
        DocumentStatus.ISSUED: _tr("VisitWords", "已出具"),
        DocumentStatus.VOIDED: _tr("VisitWords", "已作废"),
        DocumentStatus.CORRECTED: _tr("VisitWords", "已更正"),
        DocumentStatus.WITHDRAWN: _tr("VisitWords", "已撤回"),
    }[status]


def service_modes() -> tuple[tuple[str, str], ...]:
    """Modes of service that can be chosen at the premises, by code and word."""
    return (
        ("direct", _tr("VisitWords", "直接送达")),
        ("left", _tr("VisitWords", "留置送达")),
        ("entrusted", _tr("VisitWords", "委托送达")),
        ("mail", _tr("VisitWords", "邮寄送达")),
    )


def review_word(status: ReviewStatus) -> str:
    """Where the case is in review."""
    return {
        ReviewStatus.NONE: _tr("VisitWords", "未提交"),
        ReviewStatus.WAITING: _tr("VisitWords", "待审核"),
        ReviewStatus.RETURNED: _tr("VisitWords", "已退回"),
        ReviewStatus.APPROVED: _tr("VisitWords", "审核通过"),
    }[status]


def joined(words: Iterable[str]) -> str:
    """Words of a kind in a row, with the language's own comma."""
    return ("、" if current_language() == SOURCE_LANGUAGE else ", ").join(words)


def date_words(day: date) -> str:
    """2026年11月21日, or 21 November 2026."""
    if current_language() == SOURCE_LANGUAGE:
        return f"{day.year}年{day.month}月{day.day}日"
    return QLocale().toString(day, "d MMMM yyyy")


def moment_words(at: str) -> str:
    """A recorded moment (ISO 8601) in words, to the minute; as it is if it cannot be read."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{date_words(moment.date())} {moment:%H:%M}"
