"""Kinds of deadlines (期限): how long, counted in what, from what event, and what their end brings.

All of it is data of a pack (``deadlines/*.yaml``), with its legal basis and how well it is
verified; when such a term ends is :mod:`inspector_app.domain.law.deadlines`.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import Verification

__all__ = [
    "DailySurcharge",
    "DeadlineKind",
    "DeadlineUnit",
    "Extension",
    "LapseEffect",
    "NotCounted",
    "Party",
    "StartingEvent",
    "Trigger",
]


class DeadlineUnit(StrEnum):
    """What a term is counted in."""

    WORKING_DAY = "working_day"  # 工作日
    CALENDAR_DAY = "calendar_day"  # 日
    HOUR = "hour"  # 小时
    MONTH = "month"  # 个月
    YEAR = "year"  # 年


class LapseEffect(StrEnum):
    """What happens when the term runs out."""

    LAPSES = "lapses"  # the measure or the power ends by itself (自动解除、不再追究)
    WAIVED = "waived"  # the right counts as given up (视为放弃)
    EFFECTIVE = "effective"  # what was waited for has come about (视为送达)
    WARNS = "warns"  # still to be done, and late


class Party(StrEnum):
    """Whom the term binds."""

    BUREAU = "bureau"  # 市场监督管理部门
    PARTY = "party"  # 当事人


class NotCounted(StrEnum):
    """Why days are not counted (程序规定 18, 38, 64, 80; 处罚法 72)."""

    TESTING = "testing"  # 检测、检验、检疫、鉴定
    IDENTIFICATION = "identification"  # 辨认、鉴别
    HEARING = "hearing"  # 听证
    NOTICE = "notice"  # 公告
    STAY = "stay"  # 中止
    REFUND = "refund"  # 责令退还多收价款
    REMEDY = "remedy"  # 行政复议、行政诉讼
    TRANSIT = "transit"  # 在途


class StartingEvent(StrEnum):
    """What in the record of a visit can set a term running."""

    RESULT = "result"  # the result of the inspection was formed
    MEASURE = "measure"  # a finding was confirmed with this measure
    ISSUED = "issued"  # a document of this kind was issued
    SERVED = "served"  # a document of this kind was served


@dataclass(frozen=True, slots=True)
class Trigger:
    """A starting event, and which measure or kind of document it is about."""

    event: StartingEvent
    of: str = ""


@dataclass(frozen=True, slots=True)
class Extension:
    """How much longer a term may become, in its own unit, and who approves it.

    ``length`` 0: no number in law, the decision to extend fixes it (程序规定 64).
    """

    length: int
    approval: str


@dataclass(frozen=True, slots=True)
class DailySurcharge:
    """An extra fine (加处罚款) in thousandths of the fine a day, never above ``most`` (处罚法 72)."""

    per_day: int
    most: int

    @property
    def days(self) -> int:
        """Days after which it grows no more."""
        return -(-self.most // self.per_day)

    def amount(self, fine: Decimal, days: int) -> Decimal:
        """The surcharge in yuan on ``fine`` yuan that is ``days`` days late."""
        return fine * min(self.per_day * max(days, 0), self.most) / 1000


@dataclass(frozen=True, slots=True)
class DeadlineKind:
    """A kind of term: ``length`` in ``unit``, from what event, and what its end brings.

    ``backward`` counts back from the event (D7, notice before a hearing). ``rolls_over`` says
    whether a last day on 法定节假日 gives way. ``pauses`` are the reasons for which its days are
    not counted. ``runs_from`` are the events of a visit that set it running by themselves.
    """

    id: str
    title: str
    title_en: str
    length: int
    unit: DeadlineUnit
    starts: str
    starts_en: str
    lapse: LapseEffect
    consequence: str
    consequence_en: str
    basis: tuple[Citation, ...]
    source: str
    verification: Verification
    binds: Party = Party.BUREAU
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[NotCounted, ...] = ()
    rolls_over: bool = True
    backward: bool = False
    surcharge: DailySurcharge | None = None
    runs_from: tuple[Trigger, ...] = ()
    note: str = ""
