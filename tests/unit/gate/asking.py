"""The gate asked about a case, by the rules and yearly tables delivered."""

from __future__ import annotations

from datetime import date

from inspector_app.domain.law.case_facts import CaseFacts
from inspector_app.domain.law.gate.judging import GateMessage, Occasion, Run, judge
from tests.factory_gate import DAY, lawful_case
from tests.shipped_law import shipped_calendar, shipped_rules
from tests.unit.gate.changes import Change

__all__ = ["breaks", "codes", "is_said", "judged", "said"]


def judged(
    case: CaseFacts, day: date = DAY, run: Run = Run.DEMAND, document: str = ""
) -> tuple[GateMessage, ...]:
    """All that the gate says."""
    return judge(case, Occasion(day, run, shipped_rules(), shipped_calendar(), document))


def codes(case: CaseFacts, day: date = DAY, run: Run = Run.DEMAND) -> set[str]:
    """The codes of all that it says, without their ``gate.``."""
    return {message.code.removeprefix("gate.") for message in judged(case, day, run)}


def said(
    code: str, case: CaseFacts, day: date = DAY, run: Run = Run.DEMAND, document: str = ""
) -> list[GateMessage]:
    """What it says by ``code``, which is given without its ``gate.``."""
    return [m for m in judged(case, day, run, document) if m.code == f"gate.{code}"]


def is_said(code: str, case: CaseFacts, day: date = DAY) -> bool:
    """Whether it says anything by ``code``."""
    return bool(said(code, case, day))


def breaks(code: str, change: Change, day: date = DAY) -> bool:
    """Whether ``change`` makes the lawful case one of which it says ``code``."""
    return is_said(code, change(lawful_case()), day)
