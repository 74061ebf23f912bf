"""The field's own words on the screen: kinds, states, days and codes, in the language in force.

Everything here is a plain function, safe from any thread. Days and times follow 党政机关公文格式 in
Chinese (2026年11月21日) and day–month–year in English (21 Nov 2026).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.enterprise import REPRESENTATIVE_TITLES, PartyType, RiskClass
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.officer import Role
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.task import TaskKind
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.i18n import SOURCE_LANGUAGE, current_language
from inspector_app.gui.theme import Tone

__all__ = [
    "State",
    "answer_state",
    "bytes_text",
    "capitalised",
    "certificate_state",
    "clock_text",
    "credit_code_text",
    "day_text",
    "document_state",
    "due_state",
    "fact_line",
    "join_names",
    "licence_state",
    "moment_text",
    "party_type_label",
    "quoted",
    "representative_label",
    "review_state",
    "risk_state",
    "role_label",
    "sentences",
    "short_day_text",
    "step_label",
    "task_kind_label",
    "task_kinds_text",
    "waiting_text",
]

_SOON_DAYS = 30
_BEIJING = timezone(timedelta(hours=8))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class State:
    """A state in words with what its colour means; ``icon`` empty = the tone's own."""

    text: str
    tone: Tone
    icon: str = ""


def task_kind_label(kind: TaskKind | str) -> str:
    """Why an enterprise is inspected: 双随机, 日常 …; an unknown kind is shown as it is."""
    translate = QCoreApplication.translate
    labels = {
        TaskKind.DOUBLE_RANDOM: translate("Terms", "双随机"),
        TaskKind.ROUTINE: translate("Terms", "日常"),
        TaskKind.RISK_ALERT: translate("Terms", "风险预警"),
        TaskKind.CAMPAIGN: translate("Terms", "专项"),
        TaskKind.FOLLOW_UP: translate("Terms", "复查"),
    }
    return labels[TaskKind(kind)] if kind in set(TaskKind) else str(kind)


def task_kinds_text(kinds: str) -> str:
    """A visit's kinds (``"routine,follow_up"``) as 日常 + 复查."""
    return " + ".join(task_kind_label(kind) for kind in kinds.split(",") if kind)


def party_type_label(kind: PartyType) -> str:
    """What kind of party: 企业, 个体工商户 …"""
    translate = QCoreApplication.translate
    return {
        PartyType.ENTERPRISE: translate("Terms", "企业"),
        PartyType.INDIVIDUAL_BUSINESS: translate("Terms", "个体工商户"),
        PartyType.INSTITUTION: translate("Terms", "事业单位、社会组织"),
        PartyType.INDIVIDUAL: translate("Terms", "自然人"),
    }[kind]


def risk_state(risk: RiskClass) -> State:
    """The risk class; C and D ask for attention, A and B do not."""
    translate = QCoreApplication.translate
    if risk is RiskClass.NONE:
        return State(translate("Terms", "未评级"), Tone.NEUTRAL, "shield")
    words = translate("Terms", "{risk} 级风险").format(risk=risk.value)
    if risk is RiskClass.D:
        return State(words, Tone.NOT_MET, "shield-alert")
    if risk is RiskClass.C:
        return State(words, Tone.ATTENTION, "shield-alert")
    return State(words, Tone.NEUTRAL, "shield-check")


def step_label(step: Step | str) -> str:
    """A step of the visit's line."""
    translate = QCoreApplication.translate
    return {
        Step.ARRIVAL: translate("Terms", "到场"),
        Step.CHECKLIST: translate("Terms", "检查"),
        Step.FINDINGS: translate("Terms", "问题"),
        Step.DOCUMENTS: translate("Terms", "文书"),
        Step.SIGNATURES: translate("Terms", "签名"),
        Step.SERVICE: translate("Terms", "送达"),
        Step.DONE: translate("Terms", "完成"),
    }[Step(step)]


def answer_state(value: AnswerValue | None) -> State:
    """The answer at an item; None before there is one."""
    translate = QCoreApplication.translate
    if value is None:
        return State(translate("Terms", "未检查"), Tone.PROGRESS, "circle-dashed")
    return {
        AnswerValue.MET: State(translate("Terms", "符合"), Tone.MET),
        AnswerValue.NOT_MET: State(translate("Terms", "不符合"), Tone.NOT_MET),
        AnswerValue.EXCLUDED: State(translate("Terms", "合理缺项"), Tone.NEUTRAL),
    }[value]


def document_state(status: DocumentStatus | str) -> State:
    """The life of a document."""
    translate = QCoreApplication.translate
    return {
        DocumentStatus.COMPOSED: State(translate("Terms", "待签名"), Tone.PROGRESS, "pen-line"),
        DocumentStatus.ISSUED: State(translate("Terms", "已出具"), Tone.MET, "badge-check"),
        DocumentStatus.VOIDED: State(translate("Terms", "已作废"), Tone.NEUTRAL, "ban"),
        DocumentStatus.CORRECTED: State(
            translate("Terms", "已更正"), Tone.ATTENTION, "file-pen-line"
        ),
        DocumentStatus.WITHDRAWN: State(translate("Terms", "已撤回"), Tone.NOT_MET, "file-x"),
    }[DocumentStatus(status)]


def review_state(status: ReviewStatus, *, completed: bool = True) -> State:
    """Where a case stands in review; before completion the visit itself goes on."""
    translate = QCoreApplication.translate
    if not completed:
        return State(translate("Terms", "检查中"), Tone.PROGRESS)
    return {
        ReviewStatus.NONE: State(translate("Terms", "待提交"), Tone.NEUTRAL, "send"),
        ReviewStatus.WAITING: State(translate("Terms", "待审核"), Tone.PROGRESS, "clock"),
        ReviewStatus.RETURNED: State(translate("Terms", "已退回"), Tone.NOT_MET, "undo-2"),
        ReviewStatus.APPROVED: State(translate("Terms", "审核通过"), Tone.MET, "badge-check"),
    }[status]


def due_state(due: date, today: date) -> State:
    """How near a due day is: 已逾期 2 天, 今天到期, 还有 5 天 (calendar days)."""
    days = (due - today).days
    translate = QCoreApplication.translate
    if days < 0:
        text = translate("Terms", "已逾期 %n 天", "", -days)
        return State(text, Tone.NOT_MET, "octagon-alert")
    if days == 0:
        return State(translate("Terms", "今天到期"), Tone.ATTENTION, "clock")
    if days == 1:
        return State(translate("Terms", "明天到期"), Tone.ATTENTION, "clock")
    return State(translate("Terms", "还有 %n 天", "", days), Tone.NEUTRAL, "calendar")


def licence_state(days_left: int | None) -> State:
    """A licence's validity from the days left (0 on the last valid day, None = without end)."""
    translate = QCoreApplication.translate
    if days_left is None:
        return State(translate("Terms", "长期有效"), Tone.MET)
    if days_left < 0:
        return State(translate("Terms", "已过期 %n 天", "", -days_left), Tone.NOT_MET)
    if days_left == 0:
        return State(translate("Terms", "今天到期"), Tone.ATTENTION)
    if days_left <= _SOON_DAYS:
        return State(translate("Terms", "%n 天后到期", "", days_left), Tone.ATTENTION)
    return State(translate("Terms", "有效"), Tone.MET)


def certificate_state(valid_from: date, valid_to: date, today: date) -> State:
    """An officer's certificate on ``today`` (执法证; 处罚法 42)."""
    if today < valid_from:
        return State(QCoreApplication.translate("Terms", "尚未生效"), Tone.NOT_MET)
    return licence_state((valid_to - today).days)


def credit_code_text(code: str) -> str:
    """The code in its parts (GB 32100): authority and kind, region, subject, check digit."""
    if len(code) != 18:
        return code
    return f"{code[:2]} {code[2:8]} {code[8:17]} {code[17]}"


def day_text(day: date) -> str:
    """2026年11月21日, or 21 Nov 2026."""
    if current_language() == SOURCE_LANGUAGE:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day_text(day: date, today: date) -> str:
    """`day_text` without the year where it is this year's."""
    if day.year != today.year:
        return day_text(day)
    if current_language() == SOURCE_LANGUAGE:
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def moment_text(at: str, today: date | None = None) -> str:
    """A moment (ISO 8601 with offset) in Beijing time, whatever clock wrote it down.

    With ``today`` the year is left out where it is this year's.
    """
    if not at:
        return ""
    moment = datetime.fromisoformat(at).astimezone(_BEIJING)
    day = short_day_text(moment.date(), today) if today else day_text(moment.date())
    return f"{day} {moment:%H:%M}"


def clock_text(at: str) -> str:
    """A moment (ISO 8601 with offset) as short as it can be: 09:41 today, else with its day."""
    today = datetime.now(_BEIJING).date()
    moment = datetime.fromisoformat(at).astimezone(_BEIJING)
    return f"{moment:%H:%M}" if moment.date() == today else moment_text(at, today)


def bytes_text(size: int) -> str:
    """A size in bytes as 812 KB or 3.4 MB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)) if size else 0} KB"
    return f"{size / 1_000_000:.1f} MB"


def quoted(title: str) -> str:
    """A document's title in the marks of the language in force, or nothing for none."""
    if not title:
        return ""
    return f"《{title}》" if current_language() == SOURCE_LANGUAGE else f'"{title}"'


def join_names(names: Iterable[str]) -> str:
    """Names in a row, as the language in force separates them."""
    separator = "、" if current_language() == SOURCE_LANGUAGE else ", "
    return separator.join(names)


def fact_line(facts: Iterable[str]) -> str:
    """Facts that are not empty in one line; the dot between two stays with the one before it."""
    return "\u00a0· ".join(fact for fact in facts if fact)


def sentences(told: Iterable[str]) -> str:
    """Whole sentences one after the other, those that are empty left out."""
    gap = "" if current_language() == SOURCE_LANGUAGE else " "
    return gap.join(sentence for sentence in told if sentence)


def role_label(role: Role) -> str:
    """What a person does in the application."""
    return {
        Role.OFFICER: QCoreApplication.translate("Terms", "执法人员"),
        Role.SUPERVISOR: QCoreApplication.translate("Terms", "审核人员"),
    }[role]


def representative_label(title: str) -> str:
    """Who stands for a party: 法定代表人, 负责人, 经营者 …; an unknown title as it is."""
    words = (
        QCoreApplication.translate("Terms", "法定代表人"),
        QCoreApplication.translate("Terms", "负责人"),
        QCoreApplication.translate("Terms", "经营者"),
        QCoreApplication.translate("Terms", "投资人"),
        QCoreApplication.translate("Terms", "执行事务合伙人"),
    )
    return dict(zip(REPRESENTATIVE_TITLES, words, strict=True)).get(title, title)


def capitalised(words: str) -> str:
    """``words`` as they begin a line; Chinese stays as it is."""
    return words[:1].upper() + words[1:]


def waiting_text(records: int, photos: int, files: int) -> str:
    """What waits to be sent, in the same words everywhere; empty when nothing does."""
    translate = QCoreApplication.translate
    parts = (
        translate("Terms", "%n 条记录", "", records) if records else "",
        translate("Terms", "%n 张照片", "", photos) if photos else "",
        translate("Terms", "%n 份文书和签名", "", files) if files > 0 else "",
    )
    return join_names(part for part in parts if part)
