"""What a penalty clause (罚则) allows, as ranges and multiples instead of words.

A clause is a tuple of :class:`Sanction`: each says what may or must be imposed, at which stage, on
whom, and, for a fine, over which range. Amounts are whole yuan, multiples thousandths of their
base (10 times = 10000, 30 % = 300), so that nothing is rounded and canonical JSON holds integers.
"以上、以下、以内" include the number itself, "不足" does not (程序规定 84; domain-facts §4.2).
"""

from __future__ import annotations

from enum import StrEnum

from inspector_app.domain.late_dataclass import dataclass

__all__ = ["ORDERS", "Fine", "FineBase", "Payer", "Sanction", "SanctionKind", "Stage"]


class SanctionKind(StrEnum):
    """What a clause imposes (处罚法 9, 28, and the measures that clauses name beside it)."""

    ORDER_CORRECTION = "order_correction"  # 责令改正、责令限期改正
    ORDER_STOP = "order_stop"  # 责令停止违法行为、停止使用、停止发布
    WARNING = "warning"  # 警告
    CRITICISM = "criticism"  # 通报批评
    EDUCATION = "education"  # 批评教育：不是行政处罚
    FINE = "fine"  # 罚款
    CONFISCATE_GAIN = "confiscate_gain"  # 没收违法所得
    CONFISCATE_GOODS = "confiscate_goods"  # 没收违法物品
    CONFISCATE_TOOLS = "confiscate_tools"  # 没收工具、设备、原料
    CONFISCATE_INCOME = "confiscate_income"  # 没收责任人所获收入
    SUSPENSION = "suspension"  # 停产停业、停业整顿
    CLOSURE = "closure"  # 责令关闭、取缔
    REVOCATION = "revocation"  # 吊销许可证件、营业执照
    CANCELLATION = "cancellation"  # 撤销许可、取消备案
    BAN = "ban"  # 限制从业、资格罚
    DETENTION = "detention"  # 行政拘留（公安机关）
    DISCIPLINE = "discipline"  # 依法给予处分
    LISTING = "listing"  # 列入经营异常名录
    REFUND = "refund"  # 责令退还多收价款
    REMEDY = "remedy"  # 消除影响、追回、销毁、赔偿、公告
    REFERRED = "referred"  # 转致其他法律处罚


ORDERS = frozenset(
    {
        SanctionKind.ORDER_CORRECTION,
        SanctionKind.ORDER_STOP,
        SanctionKind.EDUCATION,
        SanctionKind.REFUND,
        SanctionKind.REMEDY,
    }
)
"""What a clause has beside penalties: orders and education, which are none (处罚法 28, 33; 令118号 15)."""


class Stage(StrEnum):
    """When a sanction comes into question."""

    AT_ONCE = "at_once"  # 发现即可
    UNHEEDED = "unheeded"  # 拒不改正、逾期未改正：须先有责令改正
    WORSE = "worse"  # 情节较重
    GRAVE = "grave"  # 情节严重
    GRAVEST = "gravest"  # 情节特别严重
    HARM = "harm"  # 造成危害后果


class FineBase(StrEnum):
    """What a fine is counted from."""

    AMOUNT = "amount"  # 数额本身
    GOODS_VALUE = "goods_value"  # 货值金额
    TURNOVER = "turnover"  # 违法经营额、经营总额、销售总额、进货总额
    ILLEGAL_GAIN = "illegal_gain"  # 违法所得
    INCOME = "income"  # 责任人收入
    ADVERTISING_FEE = "advertising_fee"  # 广告费用
    PROPERTY_VALUE = "property_value"  # 财物价值、营业所得
    CAPITAL = "capital"  # 虚报的注册资本、虚假出资或者抽逃出资的金额
    DAILY = "daily"  # 原处罚数额按日连续


class Payer(StrEnum):
    """On whom a sanction falls."""

    PARTY = "party"  # 当事人
    UNIT = "unit"  # 单位
    RESPONSIBLE_PERSON = "responsible_person"  # 直接负责的主管人员和其他直接责任人员
    INDIVIDUAL = "individual"  # 个人、农户、自然人
    ADVERTISER = "advertiser"  # 广告主
    PUBLISHER = "publisher"  # 广告经营者、广告发布者


@dataclass(frozen=True, slots=True)
class Fine:
    """A fine's range.

    ``low``..``high``: yuan for :attr:`FineBase.AMOUNT`, else thousandths of the base; ``high`` 0 =
    the clause names no amount (并处罚款). ``class_of`` with ``from_value`` (included) and ``below_value``
    (excluded, 0 = none), in yuan, is the value class in which it applies: exactly 10,000 yuan of
    goods belongs to ``from_value=10000``. ``deemed_value``: a smaller base counts as this many
    yuan (货值不足十万元的按十万元计算). ``ceiling``: never more than this many yuan.
    ``base_unknown``: applies where there is no ``class_of`` or it cannot be worked out (没有违法所得、
    广告费用无法计算).
    """

    base: FineBase
    low: int
    high: int
    class_of: FineBase | None = None
    from_value: int = 0
    below_value: int = 0
    deemed_value: int = 0
    ceiling: int = 0
    base_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Sanction:
    """One thing that a penalty clause imposes.

    ``optional`` is the clause's 可以、可以并处; otherwise it must be imposed (R23). ``choice`` groups
    alternatives: of the sanctions with the same non-empty word at least one is imposed (停产停业，
    直至吊销), with ``several`` also more than one (单处或者并处). ``no_gain``: only where there is no
    illegal gain. ``for_whom`` narrows it to parties with this word of the scope guards, e.g.
    retail; empty = every party. ``words`` say in own words what a kind leaves open (没收哪些物品,
    转致哪部法律).
    """

    kind: SanctionKind
    stage: Stage = Stage.AT_ONCE
    optional: bool = False
    payer: Payer = Payer.PARTY
    fine: Fine | None = None
    choice: str = ""
    several: bool = False
    no_gain: bool = False
    for_whom: str = ""
    words: str = ""
