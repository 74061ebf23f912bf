"""From the report to the closing: review, notice, hearing, discretion, decision, performance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.illegal_gain import IllegalGainSheet
from inspector_app.domain.law.money import YUAN
from inspector_app.domain.law.penalty import ORDERS, FineBase, Payer, SanctionKind, Stage
from inspector_app.domain.law.violation import RemedyBlock

__all__ = [
    "CashFacts",
    "CashGround",
    "DecisionFacts",
    "DiscretionFacts",
    "ExemptionFacts",
    "ExemptionGround",
    "GainFacts",
    "HearingFacts",
    "ImposedSanction",
    "Level",
    "NoticeFacts",
    "PaymentFacts",
    "Procedure",
    "PublicationFacts",
    "ReportFacts",
    "ReviewFacts",
    "ReviewKind",
]


class Level(StrEnum):
    """The level of an organ."""

    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    NATION = "nation"


class Procedure(StrEnum):
    """How the penalty is decided."""

    ON_THE_SPOT = "on_the_spot"  # 当场处罚（简易程序）
    ORDINARY = "ordinary"  # 普通程序


class ReviewKind(StrEnum):
    """Which review precedes the decision (程序规定 49–52)."""

    LEGAL = "legal"  # 法制审核
    CASE = "case"  # 案件审核


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The final report (案件调查终结报告) and its parts (程序规定 48)."""

    on: date
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """The review. ``grounds`` are those of art. 50 that the case meets; any makes it 法制审核.

    ``certified``: the reviewer passed the national legal examination (法律职业资格).
    """

    kind: ReviewKind
    reviewer: str
    on: date
    certified: bool = False
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """The notice of penalty (行政处罚告知书): served when, what it says, what the party answered.

    ``fine`` is the amount told, in yuan; ``waived`` = the party expressly gave up its rights;
    ``renoticed``: new facts were told again before the decision.
    """

    served_on: date | None
    fine: int = 0
    kinds: tuple[SanctionKind, ...] = ()
    hearing_told: bool = False
    waived: bool = False
    defended: bool = False
    renoticed: bool = False


@dataclass(frozen=True, slots=True)
class HearingFacts:
    """A hearing (听证): notice, day, chair."""

    asked_on: date
    notice_on: date | None = None
    held_on: date | None = None
    chair: str = ""


@dataclass(frozen=True, slots=True)
class DiscretionFacts:
    """How the range was used.

    ``grounds``: what a law names for a lighter or graver penalty and was shown, by its clause.
    ``grave_answered``: whether it is grave was looked at; ``grave``: which elements of the
    circumstances that a law lists as grave are there and evidenced. ``first_offence`` claims the list of first
    offences; ``looked_back_to`` is the day from which the same kind was searched for.
    """

    grade: Grade
    reason: str = ""
    grounds: tuple[Citation, ...] = ()
    grave_answered: bool = False
    grave: tuple[str, ...] = ()
    first_offence: bool = False
    looked_back_to: date | None = None


class ExemptionGround(StrEnum):
    """The grounds for no penalty of 处罚法 33."""

    MINOR = "minor"  # 轻微并及时改正
    FIRST = "first"  # 初次违法
    NO_FAULT = "no_fault"  # 没有主观过错


@dataclass(frozen=True, slots=True)
class ExemptionFacts:
    """No penalty: an :class:`ExemptionGround`, or another by its id; elements ticked and evidenced.

    ``wanted``: the elements of a ground that another law or a list names; empty = of 处罚法 33.
    ``binding``: that law leaves no choice (不予处罚); ``keeps``: what is imposed all the same (食安法 136).
    ``basis``: where that ground stands.
    """

    ground: str
    elements: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    binding: bool = False
    keeps: tuple[SanctionKind, ...] = ()
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class GainFacts:
    """The sheet of illegal gain (违法所得, 令118号) and the amount to confiscate as stated, in fen."""

    sheet: IllegalGainSheet
    stated: int


@dataclass(frozen=True, slots=True)
class ImposedSanction:
    """One thing that the decision imposes; ``amount`` in yuan for fines and confiscated values.

    ``odd_fen``: what is beyond whole yuan. ``fixed`` False: a fine is meant, its amount is open.
    """

    kind: SanctionKind
    amount: int = 0
    payer: Payer = Payer.PARTY
    odd_fen: int = 0
    fixed: bool = True

    @property
    def fen(self) -> int:
        """The whole amount, in fen."""
        return self.amount * YUAN + self.odd_fen


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """The decision (行政处罚决定书), made or about to be made on ``on``.

    ``parts`` are the parts of its text that stand (程序规定 62, 68); ``bases`` are
    what value classes and multiples are counted from, in fen; those in ``without`` are known not
    to be there. ``nothing_there`` says why nothing is there that a kind could take or revoke (没有批准
    证明文件). ``ordered_on`` and ``refused_on`` document the earlier order to correct and its refusal. ``test_quoted``: the test's conclusion stands in it.
    ``newer_weighed``: a later, lighter law was looked at (处罚法 37); ``newer_law_on`` is told where
    neither the acts' rows nor the library's texts say it. ``shown``: stages beside
    ``stage`` that evidence of the record shows, an unheeded order among them without its dates.
    """

    procedure: Procedure
    on: date
    number: str = ""
    sanctions: tuple[ImposedSanction, ...] = ()
    stage: Stage = Stage.AT_ONCE
    parts: tuple[str, ...] = ()
    sealed: bool = True
    facts_clear: bool = True
    remedy: RemedyBlock | None = None
    publication_told: bool = False
    cites: tuple[Citation, ...] = ()
    bases: Mapping[FineBase, int] = field(default_factory=dict)
    without: tuple[FineBase, ...] = ()
    nothing_there: Mapping[SanctionKind, str] = field(default_factory=dict)
    ordered_on: date | None = None
    order_missing_because: str = ""
    refused_on: date | None = None
    collective: bool = False
    extended: bool = False
    extended_collectively: bool = False
    days_not_counted: int = 0
    heavier_than_before_defence: bool = False
    refund_ordered_on: date | None = None
    refund_due: bool = False
    test_quoted: bool = False
    archived_on: date | None = None
    newer_law_on: date | None = None
    newer_weighed: bool = False
    shown: frozenset[Stage] = frozenset()

    @property
    def is_made_public(self) -> bool:
        """Of the ordinary procedure, and a penalty other than a warning alone (公示规定 2)."""
        unpublished = ORDERS | {SanctionKind.WARNING}
        more = any(imposed.kind not in unpublished for imposed in self.sanctions)
        return self.procedure is Procedure.ORDINARY and more

    @property
    def takes_goods(self) -> bool:
        """It confiscates things: what was seized for that is not given back (强制法 27)."""
        things = {SanctionKind.CONFISCATE_GOODS, SanctionKind.CONFISCATE_TOOLS}
        return any(imposed.kind in things for imposed in self.sanctions)


class CashGround(StrEnum):
    """On which ground cash is taken."""

    SMALL = "small"  # 一百元以下的罚款
    HARD_TO_COLLECT = "hard_to_collect"  # 不当场收缴事后难以执行
    REMOTE = "remote"  # 边远、水上、交通不便，当事人提出


@dataclass(frozen=True, slots=True)
class CashFacts:
    """Cash taken by the officers (处罚法 68–71), in yuan; in remote places as ``requested``."""

    amount: int
    on: date
    ground: CashGround
    receipt_no: str = ""
    requested: bool = False
    handed_in_on: date | None = None


@dataclass(frozen=True, slots=True)
class PaymentFacts:
    """How the fine is paid (处罚法 67, 72–73), in yuan. ``extra`` is the additional fine charged.

    ``days_stopped`` are days of review and lawsuit that are not counted.
    """

    fine: int
    served_on: date
    due_on: date
    paid_on: date | None = None
    extra: int = 0
    days_stopped: int = 0


@dataclass(frozen=True, slots=True)
class PublicationFacts:
    """The publication of the decision (令45号): text as published, and when."""

    text: str
    on: date | None = None
