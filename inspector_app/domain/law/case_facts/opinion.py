"""What officers hold about a finding before anything is decided (裁量意见)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector_app.domain.law.case_facts.decision import (
    DecisionFacts,
    DiscretionFacts,
    ExemptionFacts,
    GainFacts,
)
from inspector_app.domain.law.violation import Violation

__all__ = ["OpinionFacts"]


@dataclass(frozen=True, slots=True)
class OpinionFacts:
    """An opinion on the finding at ``item``, as the decision that it would become.

    ``on`` is the day of the act; ``decision`` None = no penalty is proposed.
    """

    item: str
    violation: Violation
    on: date
    discretion: DiscretionFacts
    decision: DecisionFacts | None = None
    exemption: ExemptionFacts | None = None
    gain: GainFacts | None = None
    criminal: bool = False
