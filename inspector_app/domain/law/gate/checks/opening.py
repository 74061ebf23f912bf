"""The opening of a case and what its decision rests on: evidence, rights (R03, R13, R14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from inspector_app.domain.law.case_facts import CaseFacts, EvidenceFacts
from inspector_app.domain.law.gate.checks.procedure import ordinary
from inspector_app.domain.law.gate.counted import late
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check

__all__: list[str] = []


@check("due")
def filing_late(
    case: CaseFacts, on: Occasion, *, working_days: int, more_days: int
) -> Iterator[Obstacle]:
    """The decision to open a case comes later than the check allows (程序规定 18)."""
    filing = case.filing
    if filing is None:
        return
    days = working_days + (more_days if filing.extended else 0)
    term = on.after_working_days(filing.clue_on + timedelta(days=filing.test_days), days)
    yield from late(term, filing.filed_on or on.day)


@check("count")
def filing_conditions_missing(
    case: CaseFacts, _on: Occasion, *, conditions: tuple[str, ...]
) -> Iterator[Obstacle]:
    """A case was opened although not all conditions were found to be met (程序规定 19)."""
    if case.filing is None or case.filing.filed_on is None:
        return
    left = set(conditions) - set(case.filing.met)
    if left:
        yield Obstacle(facts={"count": len(left)})


@check("least")
def filing_officers_missing(case: CaseFacts, _on: Occasion, *, least: int) -> Iterator[Obstacle]:
    """Fewer officers than the law asks are named for the case."""
    filing = case.filing
    if filing is not None and filing.filed_on is not None and filing.officers < least:
        yield Obstacle(facts={"least": least})


@check()
def case_unopened(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision of the ordinary procedure in a case never opened before it (处罚法 54)."""
    decision = ordinary(case)
    filed = case.filing.filed_on if case.filing is not None else None
    if decision is not None and (filed is None or filed > decision.on):
        yield Obstacle()


@check()
def evidence_missing(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision of the ordinary procedure without evidence taken by its day (处罚法 40, 46)."""
    decision = ordinary(case)
    if decision is not None and all(_taken_after(e, decision.on) for e in case.evidence):
        yield Obstacle()


def _taken_after(piece: EvidenceFacts, day: date) -> bool:
    """Whether all that is said of when a piece came is later than ``day``."""
    moments = [moment.date() for moment in (piece.taken_at, piece.made_at) if moment is not None]
    days = [*moments, *([piece.provided_on] if piece.provided_on is not None else [])]
    return bool(days) and min(days) > day


@check()
def rights_unrecorded(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A decision, on the spot too, and of certificates and rights there is no record (44, 52)."""
    if case.decision is not None and case.rights is None:
        yield Obstacle()
