"""The official terms for the kinds of things, as documents print them. Papers are Chinese, always."""

from __future__ import annotations

from collections.abc import Mapping

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.task import TaskKind

__all__ = ["ANSWER_LABELS", "MEASURE_LABELS", "PARTY_LABELS", "SERVICE_LABELS", "TASK_LABELS"]

PARTY_LABELS: Mapping[PartyType, str] = {
    PartyType.ENTERPRISE: "企业",
    PartyType.INDIVIDUAL_BUSINESS: "个体工商户",
    PartyType.INSTITUTION: "事业单位",
    PartyType.INDIVIDUAL: "自然人",
}
TASK_LABELS: Mapping[TaskKind, str] = {
    TaskKind.DOUBLE_RANDOM: "双随机抽查",
    TaskKind.ROUTINE: "日常监督检查",
    TaskKind.RISK_ALERT: "风险预警检查",
    TaskKind.CAMPAIGN: "专项检查",
    TaskKind.FOLLOW_UP: "复查",
}
MEASURE_LABELS: Mapping[MeasureKind, str] = {
    MeasureKind.CORRECT_ON_SPOT: "责令当场改正",
    MeasureKind.ORDER_CORRECTION: "责令限期改正",
    MeasureKind.WARNING: "警告",
    MeasureKind.FINE: "罚款",
    MeasureKind.CONFISCATION: "没收",
    MeasureKind.SUSPENSION: "责令停产停业",
    MeasureKind.REVOCATION: "吊销许可证",
    MeasureKind.OPEN_CASE: "立案调查",
    MeasureKind.TRANSFER: "移送有权机关",
}
ANSWER_LABELS: Mapping[AnswerValue, str] = {
    AnswerValue.MET: "符合",
    AnswerValue.NOT_MET: "不符合",
    AnswerValue.EXCLUDED: "合理缺项",
}
SERVICE_LABELS: Mapping[str, str] = {
    "direct": "直接送达",
    "left": "留置送达",
    "electronic": "电子送达",
    "mail": "邮寄送达",
    "entrusted": "委托送达",
    "notice": "公告送达",
}
