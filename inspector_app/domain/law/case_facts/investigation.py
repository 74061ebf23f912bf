"""What an investigation gathers and takes: evidence, interviews, registration, coercion, filing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector_app.domain.law.case_facts.decision import Level

__all__ = [
    "CoercionFacts",
    "EvidenceFacts",
    "EvidenceKind",
    "FilingFacts",
    "InterviewFacts",
    "LabFacts",
    "RegistrationFacts",
]


class EvidenceKind(StrEnum):
    """The eight kinds (处罚法 46)."""

    DOCUMENT = "document"  # 书证
    OBJECT = "object"  # 物证
    AUDIOVISUAL = "audiovisual"  # 视听资料
    ELECTRONIC = "electronic"  # 电子数据
    WITNESS = "witness"  # 证人证言
    STATEMENT = "statement"  # 当事人陈述
    EXPERT = "expert"  # 鉴定意见
    RECORD = "record"  # 勘验笔录、现场笔录


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """One piece of evidence.

    ``original`` False = a copy: then ``same_as_original``, ``origin``, ``provided_on`` and
    ``signed`` are its statements (程序规定 24). ``maker``, ``method``, ``made_at`` and ``sha256``
    are those of electronic data (程序规定 26), ``transcript`` that of sound (25).
    """

    id: str
    kind: EvidenceKind
    taken_at: datetime | None = None
    original: bool = True
    same_as_original: bool = False
    origin: str = ""
    provided_on: date | None = None
    signed: bool = False
    maker: str = ""
    method: str = ""
    made_at: datetime | None = None
    sha256: str = ""
    sound: bool = False
    transcript: str = ""


@dataclass(frozen=True, slots=True)
class InterviewFacts:
    """An interview record (询问笔录): who, pages and pages confirmed, corrections and confirmed ones."""

    id: str
    people: tuple[str, ...]
    pages: int
    pages_confirmed: int
    corrections: int = 0
    corrections_confirmed: int = 0
    officers: int = 2


@dataclass(frozen=True, slots=True)
class RegistrationFacts:
    """Registration-preservation of evidence (先行登记保存, 程序规定 33–35)."""

    id: str
    taken_at: datetime
    approved_at: datetime | None = None
    urgent: bool = False
    reported_at: datetime | None = None
    listed: bool = True
    notice_given: bool = True
    disposed_on: date | None = None
    disposal: str = ""


@dataclass(frozen=True, slots=True)
class CoercionFacts:
    """A coercive measure (查封、扣押; 行政强制法 18–28).

    ``basis`` is the clause relied on as written (食品安全法 110), ``days`` and ``more_days`` the
    period and its extension, ``approver`` the level of who approved. ``party_absent`` needs a
    witness. ``test_days`` of a test that is not counted, ``test_told`` in writing. ``handled_on``:
    it was decided what is done about the matter (行政处理决定; 药品管理法 100).
    """

    id: str
    law: str
    basis: str
    taken_at: datetime
    approved_at: datetime | None = None
    urgent: bool = False
    reported_at: datetime | None = None
    decision_given: bool = True
    list_given: bool = True
    days: int = 30
    more_days: int = 0
    extension_told: bool = False
    test_days: int = 0
    test_told: bool = False
    released_on: date | None = None
    ended_ground: bool = False
    party_absent: bool = False
    witness: str = ""
    related_only: bool = False
    approver: Level = Level.COUNTY
    handled_on: date | None = None


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """The opening of the case (立案, 程序规定 18–19).

    ``met`` are the conditions of art. 19 found: prima_facie, punishable, jurisdiction, in_time.
    ``test_days`` are not counted.
    """

    clue_on: date
    filed_on: date | None = None
    extended: bool = False
    test_days: int = 0
    met: tuple[str, ...] = ()
    officers: int = 0


@dataclass(frozen=True, slots=True)
class LabFacts:
    """A test (检验检测): when its result came, was told, and when a re-test was asked for.

    ``food`` results may be tested again (食品安全法 88); ``drug`` conclusions of fake or
    substandard drugs stand in the decision (药品管理法 121).
    """

    id: str
    result_on: date
    told_on: date | None = None
    retest_right_told: bool = False
    food: bool = True
    drug: bool = False
    conclusion: str = ""
