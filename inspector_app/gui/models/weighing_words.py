"""Words of weighing: sanctions, grades, ranges in plain figures, why something waits.

Every word is looked up when it is asked for. Ranges come from the structured clause, so that a
screen says 货值不足1万元：5万–10万元 and never a formula.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.law import money
from inspector_app.domain.law.discretion import FineRange, Grade
from inspector_app.domain.law.grounds import Effect
from inspector_app.domain.law.money import YUAN
from inspector_app.domain.law.penalty import Fine, FineBase, Payer, Sanction, SanctionKind, Stage
from inspector_app.domain.law.permitted import Route, Why
from inspector_app.domain.law.weighing import Weighed
from inspector_app.gui.i18n import SOURCE_LANGUAGE, current_language
from inspector_app.gui.models.visit_words import prior_step_word
from inspector_app.gui.terms import fact_line, join_names

__all__ = [
    "base_word",
    "effect_word",
    "fine_words",
    "fines_words",
    "grade_word",
    "money_words",
    "named_fine",
    "obstacle_words",
    "range_words",
    "route_word",
    "sanction_word",
    "step_word",
    "weighed_words",
]

_tr = QCoreApplication.translate
_WAN, _PER_BASE = 10_000 * YUAN, 1_000
# Amounts of whole thousands are told by ten thousands: 6.5万元.
_ROUND = 1_000 * YUAN


def sanction_word(kind: SanctionKind) -> str:
    """A sanction as clauses name it."""
    return {
        SanctionKind.ORDER_CORRECTION: _tr("WeighingWords", "责令改正"),
        SanctionKind.ORDER_STOP: _tr("WeighingWords", "责令停止违法行为"),
        SanctionKind.WARNING: _tr("WeighingWords", "警告"),
        SanctionKind.CRITICISM: _tr("WeighingWords", "通报批评"),
        SanctionKind.EDUCATION: _tr("WeighingWords", "批评教育"),
        SanctionKind.FINE: _tr("WeighingWords", "罚款"),
        SanctionKind.CONFISCATE_GAIN: _tr("WeighingWords", "没收违法所得"),
        SanctionKind.CONFISCATE_GOODS: _tr("WeighingWords", "没收违法物品"),
        SanctionKind.CONFISCATE_TOOLS: _tr("WeighingWords", "没收工具、设备、原料"),
        SanctionKind.CONFISCATE_INCOME: _tr("WeighingWords", "没收责任人员所获收入"),
        SanctionKind.SUSPENSION: _tr("WeighingWords", "责令停产停业"),
        SanctionKind.CLOSURE: _tr("WeighingWords", "责令关闭、取缔"),
        SanctionKind.REVOCATION: _tr("WeighingWords", "吊销许可证、执照"),
        SanctionKind.CANCELLATION: _tr("WeighingWords", "撤销许可、取消备案"),
        SanctionKind.BAN: _tr("WeighingWords", "限制从业"),
        SanctionKind.DETENTION: _tr("WeighingWords", "行政拘留"),
        SanctionKind.DISCIPLINE: _tr("WeighingWords", "依法给予处分"),
        SanctionKind.LISTING: _tr("WeighingWords", "列入经营异常名录"),
        SanctionKind.REFUND: _tr("WeighingWords", "责令退还"),
        SanctionKind.REMEDY: _tr("WeighingWords", "责令采取补救措施"),
        SanctionKind.REFERRED: _tr("WeighingWords", "依照其他法律处罚"),
    }[kind]


def grade_word(grade: Grade) -> str:
    """A grade of discretion."""
    return {
        Grade.EXEMPT: _tr("WeighingWords", "不予处罚"),
        Grade.MITIGATED: _tr("WeighingWords", "减轻"),
        Grade.LENIENT: _tr("WeighingWords", "从轻"),
        Grade.ORDINARY: _tr("WeighingWords", "一般"),
        Grade.SEVERE: _tr("WeighingWords", "从重"),
    }[grade]


def effect_word(effect: Effect) -> str:
    """What follows when a ground is shown."""
    return {
        Effect.SHALL_EXEMPT: _tr("WeighingWords", "不予处罚"),
        Effect.MAY_EXEMPT: _tr("WeighingWords", "可以不予处罚"),
        Effect.SHALL_MITIGATE: _tr("WeighingWords", "应当从轻或者减轻"),
        Effect.MAY_MITIGATE: _tr("WeighingWords", "可以从轻或者减轻"),
        Effect.GRAVE: _tr("WeighingWords", "属于情节严重"),
    }[effect]


def base_word(base: FineBase) -> str:
    """What a fine is counted from."""
    return {
        FineBase.AMOUNT: _tr("WeighingWords", "数额"),
        FineBase.GOODS_VALUE: _tr("WeighingWords", "货值"),
        FineBase.TURNOVER: _tr("WeighingWords", "违法经营额"),
        FineBase.ILLEGAL_GAIN: _tr("WeighingWords", "违法所得"),
        FineBase.INCOME: _tr("WeighingWords", "责任人员收入"),
        FineBase.ADVERTISING_FEE: _tr("WeighingWords", "广告费用"),
        FineBase.PROPERTY_VALUE: _tr("WeighingWords", "财物价值"),
        FineBase.CAPITAL: _tr("WeighingWords", "所涉注册资本"),
        FineBase.DAILY: _tr("WeighingWords", "原处罚数额（按日）"),
    }[base]


def step_word(step: str) -> str:
    """What must be proved first: a stage of the clause, or a prior step by its word."""
    stages = {
        Stage.WORSE.value: _tr("WeighingWords", "情节较重"),
        Stage.GRAVE.value: _tr("WeighingWords", "情节严重"),
        Stage.GRAVEST.value: _tr("WeighingWords", "情节特别严重"),
        Stage.HARM.value: _tr("WeighingWords", "造成危害后果"),
    }
    return stages.get(step) or prior_step_word(step)


def route_word(route: Route) -> str:
    """How a sanction is reached."""
    return {
        Route.NOW: _tr("WeighingWords", "现场可以"),
        Route.CASE: _tr("WeighingWords", "立案后可以"),
        Route.NOT_YET: _tr("WeighingWords", "条件未具备"),
        Route.OUTWEIGHED: _tr("WeighingWords", "不再适用"),
        Route.ELSEWHERE: _tr("WeighingWords", "不在这里提出"),
    }[route]


def obstacle_words(why: Why) -> str:
    """Why a sanction is where it is; empty where the route itself says it."""
    return {
        Why.ON_THE_SPOT: "",
        Why.ORDERED_WITH_IT: "",
        Why.WITH_THE_CASE: _tr("WeighingWords", "与须立案的处罚一并作出"),
        Why.CONFISCATION: _tr("WeighingWords", "不能当场作出"),
        Why.HEAVY: _tr("WeighingWords", "须经普通程序"),
        Why.OVER_LIMIT: _tr("WeighingWords", "超过当场罚款的限额"),
        Why.COUNTED: _tr("WeighingWords", "须先查明计算的基数"),
        Why.CITY_LEVEL: _tr("WeighingWords", "达到规定数额的由设区的市级以上部门作出"),
        Why.UNHEEDED: _tr("WeighingWords", "须先责令改正而拒不改正"),
        Why.GRAVE: _tr("WeighingWords", "须属情节严重"),
        Why.WORSE: _tr("WeighingWords", "须属情节较重"),
        Why.GRAVEST: _tr("WeighingWords", "须属情节特别严重"),
        Why.HARM: _tr("WeighingWords", "须造成危害后果"),
        Why.GRAVER_FINE: _tr("WeighingWords", "已核实的情形另有应当处以的罚款"),
        Why.GAIN_UNKNOWN: _tr("WeighingWords", "没有违法所得时适用"),
        Why.OTHER_PERSON: _tr("WeighingWords", "对责任人员或者另一类当事人"),
        Why.OTHER_AUTHORITY: _tr("WeighingWords", "由其他机关处理，应当移送"),
        Why.PROVINCIAL: _tr("WeighingWords", "依本省规定，须有省级数据包"),
        Why.UNVERIFIED: _tr("WeighingWords", "条款待核实"),
        Why.CRIME: _tr("WeighingWords", "涉嫌犯罪，先移送司法机关"),
    }[why]


def money_words(fen: int) -> str:
    """An amount: 5万元, 6.5万元, 6,500元, 0.50元."""
    return _tr("WeighingWords", "{amount}元").format(amount=_figure(fen, _in_wan(fen)))


def _yuan_words(yuan: int) -> str:
    return money_words(yuan * YUAN)


def _span_words(low: int, high: int) -> str:
    """Two amounts in fen, both by ten thousands or neither: 5万–6.5万元, 5,000–50,000元."""
    in_wan = _in_wan(low) and _in_wan(high)
    return _tr("WeighingWords", "{low}–{high}元").format(
        low=_figure(low, in_wan), high=_figure(high, in_wan)
    )


def _in_wan(fen: int) -> bool:
    # Others write such amounts out.
    return fen >= _WAN and not fen % _ROUND and current_language() == SOURCE_LANGUAGE


def _figure(fen: int, in_wan: bool) -> str:
    if in_wan:
        return _tr("WeighingWords", "{count}万").format(count=f"{Decimal(fen) / _WAN:f}")
    return money.money_words(fen)


def _times(thousandths: int) -> str:
    return f"{Decimal(thousandths) / _PER_BASE:f}"


def fine_words(fine: Fine) -> str:
    """A clause's fine in plain figures, with the class it is for: 货值1万元以上：货值10–20倍."""
    words = _amount_words(fine)
    if fine.deemed_value:
        words = _tr("WeighingWords", "{fine}（不足{least}的按{least}计算）").format(
            fine=words, least=_yuan_words(fine.deemed_value)
        )
    if fine.ceiling:
        words = _tr("WeighingWords", "{fine}，最高{most}").format(
            fine=words, most=_yuan_words(fine.ceiling)
        )
    classed = _class_words(fine)
    if not classed:
        return words
    return _tr("WeighingWords", "{case}：{fine}").format(case=classed, fine=words)


def _amount_words(fine: Fine) -> str:
    base = base_word(fine.base)
    if fine.base is FineBase.AMOUNT:
        if not fine.high:
            if not fine.low:
                return _tr("WeighingWords", "条文没有写明数额")
            return _tr("WeighingWords", "{low}以上").format(low=_yuan_words(fine.low))
        if not fine.low:
            return _tr("WeighingWords", "{high}以下").format(high=_yuan_words(fine.high))
        if fine.low == fine.high:
            return _yuan_words(fine.low)
        return _span_words(fine.low * YUAN, fine.high * YUAN)
    low, high = _times(fine.low), _times(fine.high)
    if not fine.high:
        return _tr("WeighingWords", "{base}{low}倍以上").format(base=base, low=low)
    if not fine.low:
        return _tr("WeighingWords", "{base}{high}倍以下").format(base=base, high=high)
    if fine.low == fine.high:
        return _tr("WeighingWords", "{base}{low}倍").format(base=base, low=low)
    return _tr("WeighingWords", "{base}{low}–{high}倍").format(base=base, low=low, high=high)


def _class_words(fine: Fine) -> str:
    if fine.class_of is None:
        return ""
    base = base_word(fine.class_of)
    if fine.base_unknown:
        return _tr("WeighingWords", "没有或者无法计算{base}").format(base=base)
    low, high = _yuan_words(fine.from_value), _yuan_words(fine.below_value)
    if fine.from_value and fine.below_value:
        return _tr("WeighingWords", "{base}{low}以上不足{high}").format(
            base=base, low=low, high=high
        )
    if fine.below_value:
        return _tr("WeighingWords", "{base}不足{high}").format(base=base, high=high)
    if fine.from_value:
        return _tr("WeighingWords", "{base}{low}以上").format(base=base, low=low)
    return ""


def fines_words(sanctions: Iterable[Sanction]) -> str:
    """The fines of a clause as one phrase; on whom it falls where that is not the party."""
    parts = []
    for sanction in sanctions:
        if sanction.fine is None:
            continue
        words = fine_words(sanction.fine)
        payer = _payer_word(sanction.payer)
        if payer:
            words = _tr("WeighingWords", "对{payer}{fine}").format(payer=payer, fine=words)
        parts.append(words)
    return _tr("WeighingWords", "；").join(parts)


def named_fine(amounts: str) -> str:
    """罚款 before what a clause says of its amount."""
    return _tr("WeighingWords", "罚款 {amounts}").format(amounts=amounts)


def _payer_word(payer: Payer) -> str:
    return {
        Payer.PARTY: "",
        Payer.UNIT: _tr("WeighingWords", "单位"),
        Payer.INDIVIDUAL: _tr("WeighingWords", "个人"),
        Payer.RESPONSIBLE_PERSON: _tr("WeighingWords", "责任人员"),
        Payer.ADVERTISER: _tr("WeighingWords", "广告主"),
        Payer.PUBLISHER: _tr("WeighingWords", "广告经营者、发布者"),
    }[payer]


def range_words(fine: FineRange) -> str:
    """A range that is known: 5万–6.5万元; else what must be found out first."""
    if fine.needs is not None:
        return _tr("WeighingWords", "须先查明{base}").format(base=base_word(fine.needs))
    if fine.high is None:
        return _tr("WeighingWords", "{low}以上").format(low=money_words(fine.lowest))
    if not fine.lowest:
        return _tr("WeighingWords", "{high}以下").format(high=money_words(fine.highest))
    return _span_words(fine.lowest, fine.highest)


def weighed_words(weighed: Weighed) -> str:
    """An opinion in one line: 从轻 · 没收违法所得、罚款5万元 · 当场."""
    weighing = weighed.weighing
    parts = [grade_word(weighing.grade)] if weighing.grade else []
    proposed = []
    for one in weighing.proposed:
        word = sanction_word(one.sanction.kind)
        proposed.append(word if one.fen is None else f"{word} {money_words(one.fen)}")
    parts.append(join_names(dict.fromkeys(proposed)))
    for base, fen in weighing.bases.items():
        if not weighing.grade:
            parts.append(f"{base_word(FineBase(base))} {money_words(fen)}")
    if weighing.on_the_spot:
        parts.append(_tr("WeighingWords", "拟当场处罚"))
    if weighing.crime_clue:
        parts.append(_tr("WeighingWords", "有涉嫌犯罪的线索"))
    return fact_line(parts)
