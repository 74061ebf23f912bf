"""Kinds of deadlines (期限): how long, counted in what, from what event, and what their end brings.

All of it is data of a pack (``deadlines/*.yaml``), with its legal basis and how well it is
verified; when such a term ends is :mod:`inspector_app.domain.law.deadlines`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import Verification

__all__ = [
    "CaseEvent",
    "DailySurcharge",
    "DeadlineKind",
    "DeadlineUnit",
    "Extension",
    "LapseEffect",
    "NotCounted",
    "Party",
    "StartingEvent",
    "Trigger",
    "kinds_begun_by",
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
    """What in the record of a visit, or in the facts of a case, can set a term running."""

    RESULT = "result"  # the result of the inspection was formed
    MEASURE = "measure"  # a finding was confirmed with this measure
    ISSUED = "issued"  # a document of this kind was issued
    SERVED = "served"  # a document of this kind was served
    CASE = "case"  # this step of a case, see CaseEvent


class CaseEvent(StrEnum):
    """What in the facts of a case can set a term running."""

    CLUE = "clue"  # 发现线索
    URGENT = "urgent"  # 情况紧急，当场采取先行登记保存或者强制措施
    REGISTERED = "registered"  # 先行登记保存
    SEIZED = "seized"  # 查封、扣押
    SEIZED_FOOD = "seized_food"  # 依食品安全法第一百一十条查封、扣押
    TESTED = "tested"  # 食品检验结论告知当事人
    FILED = "filed"  # 立案
    NOTICE_SERVED = "notice_served"  # 行政处罚告知书送达
    HEARING = "hearing"  # 举行听证
    DECIDED = "decided"  # 作出行政处罚决定（普通程序）
    TO_BE_PUBLISHED = "to_be_published"  # 作出行政处罚决定，登记地在本省的公示
    DECIDED_ON_THE_SPOT = "decided_on_the_spot"  # 当场作出行政处罚决定
    DECISION_SERVED = "decision_served"  # 行政处罚决定书送达
    REVIEW_OPEN = "review_open"  # 决定书送达，可以申请复议（六十日）
    SUIT_OPEN = "suit_open"  # 决定书送达，可以直接起诉（六个月）
    METROLOGY_SERVED = "metrology_served"  # 计量处罚决定书送达
    TOBACCO_SERVED = "tobacco_served"  # 烟草处罚决定书送达
    PAYMENT_DUE = "payment_due"  # 缴款期限届满
    CASH_TAKEN = "cash_taken"  # 当场收缴罚款
    CASH_HANDED_IN = "cash_handed_in"  # 本部门收到当场收缴的罚款
    POSTED = "posted"  # 公告送达发出公告
    ACT_ENDED = "act_ended"  # 违法行为终了
    ACT_ENDED_WITH_HARM = "act_ended_with_harm"  # 同上，危害生命健康、金融安全
    RESULT_FORMED = "result_formed"  # 检查结果信息形成
    WHOLE_INSPECTION = "whole_inspection"  # 覆盖全部检查要点的检查
    SUPERIOR_INSPECTION = "superior_inspection"  # 上级部门检查


@dataclass(frozen=True, slots=True)
class Trigger:
    """A starting event, and which measure, kind of document or step of a case it is about."""

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
    not counted. ``runs_from`` are the events of a visit or case that set it running.
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


def kinds_begun_by(trigger: Trigger, kinds: Mapping[str, DeadlineKind]) -> Iterator[DeadlineKind]:
    """Those of ``kinds`` that ``trigger`` sets running."""
    return (kind for kind in kinds.values() if trigger in kind.runs_from)
