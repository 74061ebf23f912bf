"""Officers, certificates, rights and recusal (R01–R04)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from inspector_app.domain.law.case_facts import CaseFacts, Procedure, Rank
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check
from inspector_app.domain.law.gate.rules import Run

__all__: list[str] = []


@check("count", "least")
def officers_too_few(case: CaseFacts, _on: Occasion, *, least: int) -> Iterator[Obstacle]:
    """Fewer than ``least`` officers are named; one person, or one certificate, twice is one."""
    certificates = {officer.certificate_no.strip() or officer.id for officer in case.officers}
    count = min(len({officer.id for officer in case.officers}), len(certificates))
    if count < least:
        yield Obstacle(facts={"count": count, "least": least})


@check("record", "least")
def record_officers_too_few(case: CaseFacts, _on: Occasion, *, least: int) -> Iterator[Obstacle]:
    """An interview was held by fewer than ``least`` officers."""
    for interview in case.interviews:
        if interview.officers < least:
            yield Obstacle(interview.id, {"record": interview.id, "least": least})


# Before these something is done on the very day that is asked about.
_ACTING = frozenset({Run.COMPOSE, Run.ISSUE})


@check("officer", "day", "since", "until")
def certificate_expired(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """An officer's certificate is not valid on a day on which the officers acted (处罚法 42)."""
    for officer in case.officers:
        day = next((d for d in _days_acted(case, on) if not officer.is_certified(d)), None)
        if day is not None:
            facts = {
                "officer": officer.name,
                "day": day.isoformat(),
                "since": officer.valid_from.isoformat(),
                "until": officer.valid_to.isoformat(),
            }
            yield Obstacle(officer.id, facts)


def _days_acted(case: CaseFacts, on: Occasion) -> list[date]:
    """The days of the inspection, the measures and the decision on the spot, and that on which they
    showed their certificates; else the day asked.
    """
    days = {taken.taken_at.date() for taken in case.registrations}
    days |= {taken.taken_at.date() for taken in case.coercions}
    if case.inspection is not None:
        days.add(case.inspection.on)
    if case.rights is not None and case.rights.at is not None:
        days.add(case.rights.at.date())
    if case.decision is not None and case.decision.procedure is Procedure.ON_THE_SPOT:
        days.add(case.decision.on)
    if not days or on.run in _ACTING:
        days.add(on.day)
    return sorted(days)


@check("officer", "organ")
def officer_elsewhere(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """An officer's certificate names another organ than the one that acts."""
    for officer in case.officers:
        if officer.organ and case.authority and officer.organ != case.authority:
            yield Obstacle(officer.id, {"officer": officer.name, "organ": officer.organ})


@check()
def rights_not_read(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Certificates shown, rights told, recusal asked: there is no record of it."""
    if case.rights is not None and not case.rights.read:
        yield Obstacle()


@check("evidence")
def evidence_before_rights(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """Evidence was taken from the party before it was told its rights."""
    told = case.rights.at if case.rights is not None else None
    if told is None:
        return
    for piece in case.evidence:
        if piece.taken_at is not None and _before(piece.taken_at, told):
            yield Obstacle(piece.id, {"evidence": piece.id})


def _before(one: datetime, other: datetime) -> bool:
    if (one.tzinfo is None) is not (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return one < other


@check()
def recusal_applied(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The party asked for recusal."""
    if case.rights is not None and case.rights.recusal_asked:
        yield Obstacle()


_DECIDED_BY = {Rank.OFFICER: "responsible", Rank.DEPUTY: "chief", Rank.CHIEF: "collective"}


@check("person")
def recusal_decided_elsewhere(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A recusal is not decided, or not on the level that the person's rank asks."""
    for recusal in case.recusals:
        if recusal.decided_by != _DECIDED_BY[recusal.rank]:
            yield Obstacle(facts={"person": recusal.of})
