"""The kinds of sanction in the words that messages use."""

from __future__ import annotations

from collections.abc import Mapping

from inspector_app.domain.law.penalty import SanctionKind

__all__ = ["KIND_LABELS"]

KIND_LABELS: Mapping[SanctionKind, str] = {
    SanctionKind.ORDER_CORRECTION: "责令改正",
    SanctionKind.ORDER_STOP: "责令停止违法行为",
    SanctionKind.WARNING: "警告",
    SanctionKind.CRITICISM: "通报批评",
    SanctionKind.FINE: "罚款",
    SanctionKind.CONFISCATE_GAIN: "没收违法所得",
    SanctionKind.CONFISCATE_GOODS: "没收违法物品",
    SanctionKind.CONFISCATE_TOOLS: "没收工具、设备、原料",
    SanctionKind.CONFISCATE_INCOME: "没收所获收入",
    SanctionKind.SUSPENSION: "责令停产停业",
    SanctionKind.CLOSURE: "责令关闭",
    SanctionKind.REVOCATION: "吊销许可证件",
    SanctionKind.CANCELLATION: "撤销许可",
    SanctionKind.BAN: "限制从业",
    SanctionKind.DETENTION: "行政拘留",
    SanctionKind.REFUND: "责令退还",
    SanctionKind.REMEDY: "采取补救措施",
    SanctionKind.REFERRED: "依照其他法律处罚",
    SanctionKind.EDUCATION: "批评教育",
    SanctionKind.DISCIPLINE: "依法给予处分",
    SanctionKind.LISTING: "列入经营异常名录",
}
