"""A violation (违法行为): the conduct, whom the duty binds, duty and penalty clauses, what may be done.

Violations are data of packs (``forms/``), each checked against statute text.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.penalty import Sanction
from inspector_app.domain.law.validity import in_use_on

__all__ = [
    "OUR_AUTHORITY",
    "OUR_PROVINCE",
    "PROVINCIAL_RULES",
    "ROLES",
    "MeasureKind",
    "RemedyBlock",
    "ScopeGuard",
    "Verification",
    "Violation",
]

# Who may punish (执法主体); by any other word it is another organ, to which it is transferred (移送).
OUR_AUTHORITY = "market_supervision"
# Ours too, from the province up.
OUR_PROVINCE = "market_supervision_province"
# The province's own law says who punishes and how, of which no text is known here (食安法 127).
PROVINCIAL_RULES = "provincial_rules"


class MeasureKind(StrEnum):
    """What may be done about a violation (处罚法 9, 28; 程序规定 66)."""

    CORRECT_ON_SPOT = "correct_on_spot"  # 当场改正
    ORDER_CORRECTION = "order_correction"  # 责令限期改正
    WARNING = "warning"  # 警告
    FINE = "fine"  # 罚款
    CONFISCATION = "confiscation"  # 没收
    SUSPENSION = "suspension"  # 停产停业
    REVOCATION = "revocation"  # 吊销许可证
    OPEN_CASE = "open_case"  # 立案调查
    TRANSFER = "transfer"  # 移送


class Verification(StrEnum):
    """How well a legal fact is verified (domain-facts, status marks V/V2/I/R)."""

    VERIFIED = "V"
    SECONDARY = "V2"
    INFERRED = "I"
    RECALLED = "R"  # 待核实: never proposed


class RemedyBlock(StrEnum):
    """Which remedies a document names (救济途径; domain-facts addendum §2.3)."""

    ORDINARY = "ordinary"  # 六十日内复议或者六个月内诉讼
    ON_THE_SPOT = "on_the_spot"  # 当场处罚：复议前置（复议法 23(1)(一)）
    PRICE = "price"  # 价格处罚：复议前置（价格违法行为行政处罚规定 20）
    METROLOGY = "metrology"  # 计量法 31：十五日内诉讼
    TOBACCO = "tobacco"  # 烟草专卖法 41：十五日内复议或者诉讼


# What a party may be beside its business: a restaurant uses a lift, a shop charges for parking. Files
# of enterprises name businesses first; one that names no role says nothing about any.
ROLES = frozenset(
    {
        "use",
        "service",
        "retail",
        "repair",
        "advertising",
        "trademark",
        "transport",
        "filling",
        "rental",
        "inspection_body",
    }
)


@dataclass(frozen=True, slots=True)
class ScopeGuard:
    """Whom a duty binds. Empty tuples mean everyone (domain-facts §4.3, applicability guards).

    ``activities``: production, sale, catering, special_food, market, farm_produce, platform,
    storage, retail, use … ``party_types``: enterprise (企业), individual_business (个体工商户),
    institution, individual. ``premises``: tags such as school_canteen, chain, central_kitchen.
    A duty of one of the :data:`ROLES` also binds a party whose file names no role.
    No duty depends on an amount that is known before it is broken: what a law says by the value of
    goods, by gain or turnover is a class of its fines (``Fine.class_of``), asked when weighed.
    """

    activities: tuple[str, ...] = ()
    party_types: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()

    def admits(self, activities: frozenset[str], party_type: str, premises: frozenset[str]) -> bool:
        """Whether a party of this kind is bound."""
        return (
            self.binds(activities)
            and (not self.party_types or party_type in self.party_types)
            and (not self.premises or bool(premises & set(self.premises)))
        )

    def roles_to_ask(self, activities: frozenset[str]) -> tuple[str, ...]:
        """The roles that bind a party whose file names none: whether it has one is to be found out."""
        if activities & set(self.activities) or activities & ROLES:
            return ()
        return tuple(word for word in self.activities if word in ROLES)

    def binds(self, activities: frozenset[str]) -> bool:
        """Whether a party of these activities may be bound."""
        return (
            not self.activities
            or bool(activities & set(self.activities))
            or bool(self.roles_to_ask(activities))
        )


@dataclass(frozen=True, slots=True)
class Violation:
    """A violation (违法行为) that an item's failure can be: duty, penalty, measures, guards.

    ``tier`` is the own-words summary of the penalty; ``summary`` says what the duty asks in own
    words, shown where the official text is not installed. ``measures`` are allowed at the first
    finding; ``prior_steps`` name what must have happened before the fine (拒不改正).
    ``deadline_days`` is the proposed rectification term in calendar days, 0 = at once.
    ``sanctions`` are the penalty clause as ranges and multiples; empty = the clause is not
    structured, and no amount may be proposed. ``valid_from`` and ``valid_to`` (included) bound
    the day of the act on which it may be cited. ``domain`` is the field of law (药品, 价格 …).
    How people say it stands in the pack beside it: a record needs none of that.
    """

    id: str
    wording: str
    duty: tuple[Citation, ...]
    penalty: tuple[Citation, ...]
    tier: str
    measures: tuple[MeasureKind, ...]
    verification: Verification
    scope: ScopeGuard = ScopeGuard()
    summary: str = ""
    prior_steps: tuple[str, ...] = ()
    authority: str = OUR_AUTHORITY
    deadline_days: int = 0
    keywords: tuple[str, ...] = ()
    note: str = ""
    domain: str = ""
    sanctions: tuple[Sanction, ...] = ()
    remedy: RemedyBlock = RemedyBlock.ORDINARY
    valid_from: date | None = None
    valid_to: date | None = None

    def applies_on(self, day: date) -> bool:
        """Whether an act of ``day`` falls under it, both ends included."""
        return in_use_on(day, self.valid_from, self.valid_to)
