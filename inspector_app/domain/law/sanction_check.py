"""Holding a structured sanction to the words of a penalty clause: amount, stage, class, base, payer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.law.clause_reading import MAY, Clause, ClauseFine, Segment
from inspector_app.domain.law.penalty import (
    Fine,
    FineBase,
    Payer,
    Sanction,
    SanctionKind,
    Stage,
)

__all__ = ["Mismatch", "MismatchCode", "mismatch"]


class MismatchCode(StrEnum):
    """What of a sanction the clauses do not say."""

    AMOUNT = "amount"  # 条文里没有这个数额或者倍数
    STAGE = "stage"  # 有这一项，但不在这个阶段
    VALUE_CLASS = "value_class"  # 分档不同
    MAY = "may"  # 可以与应当不同
    BASE = "base"  # 倍数的基数不同
    PAYER = "payer"  # 对象不同
    DEEMED = "deemed"  # 没有“按……计算”
    CEILING = "ceiling"  # 没有“最高不超过”
    KIND = "kind"  # 条文里没有这种处罚或者措施


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Why a sanction does not stand in the clauses; ``facts`` are what was looked for."""

    code: MismatchCode
    facts: tuple[str, ...]


_KINDS: Mapping[SanctionKind, str] = {
    SanctionKind.ORDER_CORRECTION: r"改正|责令[^，；。]{0,4}限期|责令立即|限期",
    SanctionKind.ORDER_STOP: r"停止|制止|停用|停业",
    SanctionKind.WARNING: r"警告",
    SanctionKind.CRITICISM: r"通报",
    SanctionKind.EDUCATION: r"批评教育",
    SanctionKind.CONFISCATE_GAIN: r"没收[^；。]*(?:违法所得|收入|广告费用|所得)",
    SanctionKind.CONFISCATE_GOODS: r"没收|收缴",
    SanctionKind.CONFISCATE_TOOLS: r"没收[^，；。]*(?:工具|设备|原料|原材料|包装|容器)|工具[^；。]*没收",
    SanctionKind.CONFISCATE_INCOME: r"没收[^；。]*收入",
    SanctionKind.SUSPENSION: r"停产|停业|整顿|停止营业|暂停",
    SanctionKind.CLOSURE: r"取缔|关闭",
    SanctionKind.REVOCATION: r"吊销",
    SanctionKind.CANCELLATION: r"撤销|取消|注销",
    SanctionKind.BAN: r"禁止|不受理|不得|不予",
    SanctionKind.DETENTION: r"拘留",
    SanctionKind.DISCIPLINE: r"处分",
    SanctionKind.LISTING: r"异常名录",
    SanctionKind.REFUND: r"退还",
    SanctionKind.REMEDY: r"消除|公告|公示|追回|销毁|赔偿|恢复",
    SanctionKind.REFERRED: r"依照|按照|从重|适用",
}
_BASES: Mapping[FineBase, str] = {
    FineBase.GOODS_VALUE: r"货值|价值",
    FineBase.TURNOVER: r"经营额|总额",
    FineBase.ILLEGAL_GAIN: r"违法所得|违法收入|收入",
    FineBase.INCOME: r"收入",
    FineBase.ADVERTISING_FEE: r"广告费用",
    FineBase.PROPERTY_VALUE: r"价值|所得",
    FineBase.CAPITAL: r"资本|出资",
}
_PAYERS: Mapping[Payer, re.Pattern[str]] = {
    Payer.RESPONSIBLE_PERSON: re.compile(r"责任人|负责人"),
    Payer.INDIVIDUAL: re.compile(r"个人|农户|自然人"),
    Payer.UNIT: re.compile(r"单位|机构|企业"),
    Payer.ADVERTISER: re.compile(r"广告主"),
    Payer.PUBLISHER: re.compile(r"广告经营者|广告发布者"),
}
# The base itself, in thousandths.
_WHOLE = 1000
# What a clause does not mark with words of its own.
_LOOSE = frozenset({Stage.WORSE, Stage.HARM, Stage.GRAVEST})


def mismatch(sanction: Sanction, clauses: list[Clause]) -> Mismatch | None:
    """Why the sanction does not stand in the clauses; None if it does."""
    if sanction.fine is not None:
        return _missing_fine(sanction, sanction.fine, clauses)
    pattern = re.compile(_KINDS[sanction.kind])
    stands = [
        (segment, match)
        for clause in clauses
        for segment in clause.segments
        for match in pattern.finditer(segment.text)
    ]
    facts = (sanction.kind.value, sanction.stage.value)
    if not stands:
        return Mismatch(MismatchCode.KIND, facts)
    at_stage = [each for each in stands if _fits(sanction.stage, each[0])]
    if not at_stage:
        return Mismatch(MismatchCode.STAGE, facts)
    marked = sanction.kind in _MARKED_BY_MAY and not sanction.several
    if marked and all(
        _may_before(segment.text, match.start()) is not sanction.optional
        for segment, match in at_stage
    ):
        return Mismatch(MismatchCode.MAY, facts)
    return None


# Kinds whose 可以 stands right before them.
_MARKED_BY_MAY = frozenset(
    {SanctionKind.CONFISCATE_TOOLS, SanctionKind.REVOCATION, SanctionKind.DETENTION}
)


def _may_before(text: str, at: int) -> bool:
    return bool(MAY.search(re.split(r"[，；：]", text[:at])[-1]))


def _fits(stage: Stage, segment: Segment) -> bool:
    return stage in segment.stages or (stage in _LOOSE and not segment.named)


def _missing_fine(sanction: Sanction, fine: Fine, clauses: list[Clause]) -> Mismatch | None:
    facts = (str(fine.base), str(fine.low), str(fine.high), sanction.stage.value)
    if fine.base is FineBase.DAILY:
        daily = any("原处罚数额按日连续" in clause.text for clause in clauses)
        return (
            None
            if daily and fine.low == fine.high == _WHOLE
            else Mismatch(MismatchCode.KIND, facts)
        )
    if not fine.high and not fine.low:
        told = any("罚款" in clause.text for clause in clauses)
        return None if told else Mismatch(MismatchCode.KIND, facts)
    in_yuan = fine.base is FineBase.AMOUNT
    stands = [
        _Stand(clause, segment, found)
        for clause in clauses
        for segment, found in clause.fines
        if (found.in_yuan, found.low, found.high) == (in_yuan, fine.low, fine.high)
    ]
    if not stands:
        return Mismatch(MismatchCode.AMOUNT, facts)
    for code, holds in _CONDITIONS:
        stands = [stand for stand in stands if holds(sanction, fine, stand)]
        if not stands:
            return Mismatch(code, facts)
    if fine.deemed_value and not any(fine.deemed_value in clause.deemed for clause in clauses):
        return Mismatch(MismatchCode.DEEMED, (*facts, str(fine.deemed_value)))
    if fine.ceiling and not any(fine.ceiling in clause.ceilings for clause in clauses):
        return Mismatch(MismatchCode.CEILING, (*facts, str(fine.ceiling)))
    return None


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where an amount stands."""

    clause: Clause
    segment: Segment
    found: ClauseFine


def _at_stage(sanction: Sanction, _fine: Fine, stand: _Stand) -> bool:
    return _fits(sanction.stage, stand.segment)


def _on_base(_sanction: Sanction, fine: Fine, stand: _Stand) -> bool:
    words = _BASES.get(fine.base, "")
    return bool(re.search(words, stand.found.before or stand.segment.text))


def _in_class(_sanction: Sanction, fine: Fine, stand: _Stand) -> bool:
    found = stand.found
    if fine.class_of is None or fine.base_unknown:
        return True
    # The upper class may go without its threshold: "处五万元以上…；货值不足一万元的，处…".
    return found.from_value in (0, fine.from_value) and found.below_value == fine.below_value


def _paid_by(sanction: Sanction, _fine: Fine, stand: _Stand) -> bool:
    """Whether the words before the amount name the payer, or nobody and the clause names him."""
    payer = sanction.payer
    if payer is Payer.PARTY:
        return True
    if payer is not Payer.RESPONSIBLE_PERSON:
        named = {each for each, words in _PAYERS.items() if words.search(stand.found.before)}
        if named:
            return payer in named
    segment = stand.segment
    told = stand.clause.segments[0].text + segment.ahead + segment.text
    return bool(_PAYERS[payer].search(told))


def _may_or_must(sanction: Sanction, _fine: Fine, stand: _Stand) -> bool:
    return sanction.several or stand.found.may is sanction.optional


# In this order: the first that none of the places meets is what is told.
_CONDITIONS: tuple[tuple[MismatchCode, Callable[[Sanction, Fine, _Stand], bool]], ...] = (
    (MismatchCode.STAGE, _at_stage),
    (MismatchCode.BASE, _on_base),
    (MismatchCode.VALUE_CLASS, _in_class),
    (MismatchCode.PAYER, _paid_by),
    (MismatchCode.MAY, _may_or_must),
)
