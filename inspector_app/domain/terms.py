"""The official terms for the kinds of things, as documents print them. Papers are Chinese, always."""

from __future__ import annotations

from collections.abc import Mapping

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.enterprise import PartyType
from inspector_app.domain.law.penalty import SanctionKind, Stage
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.task import TaskKind

__all__ = [
    "ANSWER_LABELS",
    "MEASURE_LABELS",
    "PARTY_LABELS",
    "SANCTION_LABELS",
    "SERVICE_LABELS",
    "STAGE_LABELS",
    "TASK_LABELS",
]

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
STAGE_LABELS: Mapping[Stage, str] = {
    Stage.AT_ONCE: "发现即可处罚",
    Stage.UNHEEDED: "拒不改正",
    Stage.WORSE: "情节较重",
    Stage.GRAVE: "情节严重",
    Stage.GRAVEST: "情节特别严重",
    Stage.HARM: "造成危害后果",
}
SANCTION_LABELS: Mapping[SanctionKind, str] = {
    SanctionKind.ORDER_CORRECTION: "责令改正",
    SanctionKind.ORDER_STOP: "责令停止违法行为",
    SanctionKind.WARNING: "警告",
    SanctionKind.CRITICISM: "通报批评",
    SanctionKind.EDUCATION: "批评教育",
    SanctionKind.FINE: "罚款",
    SanctionKind.CONFISCATE_GAIN: "没收违法所得",
    SanctionKind.CONFISCATE_GOODS: "没收违法物品",
    SanctionKind.CONFISCATE_TOOLS: "没收工具、设备、原料",
    SanctionKind.CONFISCATE_INCOME: "没收责任人员所获收入",
    SanctionKind.SUSPENSION: "责令停产停业",
    SanctionKind.CLOSURE: "责令关闭、取缔",
    SanctionKind.REVOCATION: "吊销许可证、执照",
    SanctionKind.CANCELLATION: "撤销许可、取消备案",
    SanctionKind.BAN: "限制从业",
    SanctionKind.DETENTION: "行政拘留",
    SanctionKind.DISCIPLINE: "依法给予处分",
    SanctionKind.LISTING: "列入经营异常名录",
    SanctionKind.REFUND: "责令退还",
    SanctionKind.REMEDY: "责令采取补救措施",
    SanctionKind.REFERRED: "依照其他法律处罚",
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
