"""Everything a case says that the legality gate asks about: frozen facts, no decisions.

``None`` and empty mean "not (yet) part of this case": a rule about it does not speak. A visit's
fold fills what a visit has (:mod:`inspector_app.domain.law.gate.visit_facts`); the rest of a case
comes as JSON, field for field, through :mod:`inspector_app.domain.plain`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from inspector_app.domain.law.case_facts.decision import (
    CashFacts,
    CashGround,
    DecisionFacts,
    DiscretionFacts,
    ExemptionFacts,
    ExemptionGround,
    GainFacts,
    HearingFacts,
    ImposedSanction,
    Level,
    NoticeFacts,
    PaymentFacts,
    Procedure,
    PublicationFacts,
    ReportFacts,
    ReviewFacts,
    ReviewKind,
)
from inspector_app.domain.law.case_facts.inspection import (
    ApprovalFacts,
    FindingFacts,
    InspectionFacts,
    InspectionKind,
    ItemFacts,
    ResultFacts,
)
from inspector_app.domain.law.case_facts.investigation import (
    CoercionFacts,
    EvidenceFacts,
    EvidenceKind,
    FilingFacts,
    InterviewFacts,
    LabFacts,
    RegistrationFacts,
)
from inspector_app.domain.law.case_facts.opinion import OpinionFacts
from inspector_app.domain.law.case_facts.papers import (
    FieldFacts,
    PaperFacts,
    RefusalFacts,
    ServiceFacts,
    TypedText,
)
from inspector_app.domain.law.case_facts.people import (
    OfficerFacts,
    PartyFacts,
    Rank,
    RecusalFacts,
    RightsFacts,
)
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import Verification, Violation

__all__ = [
    "ActFacts",
    "ApprovalFacts",
    "CaseFacts",
    "CashFacts",
    "CashGround",
    "CoercionFacts",
    "DecisionFacts",
    "DiscretionFacts",
    "EvidenceFacts",
    "EvidenceKind",
    "ExemptionFacts",
    "ExemptionGround",
    "FieldFacts",
    "FilingFacts",
    "FindingFacts",
    "GainFacts",
    "HearingFacts",
    "ImposedSanction",
    "InspectionFacts",
    "InspectionKind",
    "InterviewFacts",
    "ItemFacts",
    "LabFacts",
    "Level",
    "NoticeFacts",
    "OfficerFacts",
    "OpinionFacts",
    "PaperFacts",
    "ParameterFacts",
    "PartyFacts",
    "PaymentFacts",
    "PeriodFacts",
    "PeriodUnit",
    "Procedure",
    "PublicationFacts",
    "Rank",
    "RecordFacts",
    "RecusalFacts",
    "RefusalFacts",
    "RegistrationFacts",
    "ReportFacts",
    "ResultFacts",
    "ReviewFacts",
    "ReviewKind",
    "RightsFacts",
    "ServiceFacts",
    "TypedText",
]


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What was done against the law (违法行为): which violation, from when to when.

    ``ends`` None = it goes on: it is judged by the law of the day it is found. ``found_on`` is the day it was discovered; ``endangers_life`` says
    that life, health or finance was harmed (处罚法 36); ``criminal`` that a crime is suspected;
    ``fined_by`` names the organ and decision that already fined the same act (处罚法 29).
    """

    violation: Violation
    begins: date
    ends: date | None = None
    found_on: date | None = None
    endangers_life: bool = False
    criminal: bool = False
    fined_by: str = ""


class PeriodUnit(StrEnum):
    """What a paper counts a period in (程序规定 80)."""

    WORKING_DAYS = "working_days"  # 工作日
    CALENDAR_DAYS = "calendar_days"  # 日


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """A period that a paper states: what for, from which day, how long, and the last day it names."""

    name: str
    begins: date
    length: int
    unit: PeriodUnit
    due: date


@dataclass(frozen=True, slots=True)
class ParameterFacts:
    """A value of a pack that a paper of this case uses, with where it comes from and its validity."""

    key: str
    source: str
    status: Verification
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """The journal behind the case: where its chain breaks, and the order of the exported volume.

    ``broken`` names streams and numbers (``visit/1#7``); ``volume`` the kinds of papers of the
    principal volume (正卷) in their order.
    """

    broken: tuple[str, ...] = ()
    volume: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """One case, as far as it goes. ``authority`` is the organ that acts, ``level`` its level."""

    id: str
    authority: str = ""
    level: Level = Level.COUNTY
    party: PartyFacts | None = None
    officers: tuple[OfficerFacts, ...] = ()
    rights: RightsFacts | None = None
    recusals: tuple[RecusalFacts, ...] = ()
    inspection: InspectionFacts | None = None
    evidence: tuple[EvidenceFacts, ...] = ()
    interviews: tuple[InterviewFacts, ...] = ()
    registrations: tuple[RegistrationFacts, ...] = ()
    coercions: tuple[CoercionFacts, ...] = ()
    filing: FilingFacts | None = None
    tests: tuple[LabFacts, ...] = ()
    acts: tuple[ActFacts, ...] = ()
    report: ReportFacts | None = None
    review: ReviewFacts | None = None
    notice: NoticeFacts | None = None
    hearing: HearingFacts | None = None
    discretion: DiscretionFacts | None = None
    exemption: ExemptionFacts | None = None
    gain: GainFacts | None = None
    decision: DecisionFacts | None = None
    cash: CashFacts | None = None
    payment: PaymentFacts | None = None
    publication: PublicationFacts | None = None
    papers: tuple[PaperFacts, ...] = ()
    services: tuple[ServiceFacts, ...] = ()
    texts: tuple[TypedText, ...] = ()
    citations: tuple[Citation, ...] = ()
    periods: tuple[PeriodFacts, ...] = ()
    parameters: tuple[ParameterFacts, ...] = ()
    record: RecordFacts | None = None
    opinions: tuple[OpinionFacts, ...] = ()

    def as_decided(self, opinion: OpinionFacts) -> CaseFacts:
        """The case as it would stand if that opinion were decided, and nothing else."""
        return replace(
            self,
            acts=(
                ActFacts(opinion.violation, opinion.on, ends=opinion.on, criminal=opinion.criminal),
            ),
            decision=opinion.decision,
            discretion=opinion.discretion,
            exemption=opinion.exemption,
            gain=opinion.gain,
        )
