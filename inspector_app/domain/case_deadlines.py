"""The deadlines that run from the facts of a case, and which of them the facts show as kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from inspector_app.domain.law.case_facts import (
    CaseFacts,
    CoercionFacts,
    DecisionFacts,
    FilingFacts,
    Procedure,
    RegistrationFacts,
)
from inspector_app.domain.law.deadline_kinds import (
    CaseEvent,
    DeadlineKind,
    DeadlineUnit,
    LapseEffect,
    NotCounted,
    StartingEvent,
    Trigger,
)
from inspector_app.domain.law.deadlines import Due, Standing, Suspension, Urgency, due, standing
from inspector_app.domain.law.gate.clauses import is_listed
from inspector_app.domain.law.violation import RemedyBlock
from inspector_app.domain.law.work_calendar import WorkCalendar

__all__ = ["CaseDeadline", "case_deadlines"]

# Seizures of food have a longer extension (食安条例 61).
_OF_FOOD = ("食品安全法110",)
_STILL_TO_BE_DONE = frozenset({LapseEffect.WARNS, LapseEffect.LAPSES})
_REVIEWED_IN_SIXTY_DAYS = frozenset(
    {RemedyBlock.ORDINARY, RemedyBlock.ON_THE_SPOT, RemedyBlock.PRICE}
)


@dataclass(frozen=True, slots=True)
class CaseDeadline:
    """One deadline of a case; ``subject`` is the measure or test, ``kept`` the day it was kept on.

    ``told``: the facts have a place for that day; without one, ``kept`` stays None whatever was done.
    """

    term: Due
    stands: Standing
    subject: str = ""
    kept: date | None = None
    told: bool = True

    @property
    def is_open(self) -> bool:
        """It runs, or ended with something still to be done or to be lifted."""
        if self.kept is not None:
            return False
        past = self.stands.urgency is Urgency.PAST
        return not past or (self.told and self.term.kind.lapse in _STILL_TO_BE_DONE)

    @property
    def is_late(self) -> bool:
        """It was kept after its last day; for a backward term, too near to its event."""
        return self.kept is not None and self.kept > self.term.last


@dataclass(frozen=True, slots=True)
class _Start:
    """A step that sets terms running: its extension, days not counted, and what shows it kept."""

    event: CaseEvent
    at: date | datetime | None
    kept: date | None = None
    subject: str = ""
    told: bool = True
    extended: int = 0
    paused: int = 0
    reason: NotCounted = NotCounted.TESTING


def case_deadlines(
    case: CaseFacts,
    kinds: Mapping[str, DeadlineKind],
    calendar: WorkCalendar,
    day: date,
    laws: Mapping[str, str],
) -> tuple[CaseDeadline, ...]:
    """Every deadline that one of ``kinds`` counts from the facts, as it stands on ``day``.

    The earliest end comes first.
    ``laws`` maps names of laws to their full ones, for the basis of a seizure as people wrote it.
    """
    found = (
        _counted(kind, start, start.at, calendar, day)
        for start in _starts(case, laws)
        if start.at is not None
        for kind in kinds.values()
        if Trigger(StartingEvent.CASE, start.event.value) in kind.runs_from
    )
    return tuple(sorted(found, key=lambda each: (each.term.last, each.term.kind.id, each.subject)))


def _counted(
    kind: DeadlineKind, start: _Start, at: date | datetime, calendar: WorkCalendar, day: date
) -> CaseDeadline:
    first = at.date() if isinstance(at, datetime) else at
    # More than the law allows is told by the gate; no term grows by it.
    most = kind.extensions[0].length if kind.extensions else 0
    granted = (min(start.extended, most),) if start.extended and most else ()
    pauses = (
        (Suspension(first + timedelta(1), first + timedelta(start.paused), start.reason),)
        if start.paused and start.reason in kind.pauses
        else ()
    )
    begins = at if kind.unit is DeadlineUnit.HOUR else first
    term = due(kind, begins, calendar, extensions=granted, suspensions=pauses)
    return CaseDeadline(term, standing(term, day, calendar), start.subject, start.kept, start.told)


def _starts(case: CaseFacts, laws: Mapping[str, str]) -> Iterator[_Start]:
    yield from _of_inspection(case)
    yield from _of_measures(case, laws)
    yield from _of_the_case(case)
    yield from _of_performance(case)


def _of_inspection(case: CaseFacts) -> Iterator[_Start]:
    seen = case.inspection
    if seen is None:
        return
    if (result := seen.result) is not None:
        yield _Start(CaseEvent.RESULT_FORMED, result.formed_on, result.published_on)
    covered = seen.on if seen.whole else seen.covered_on
    yield _Start(CaseEvent.WHOLE_INSPECTION, covered, told=False)
    yield _Start(CaseEvent.SUPERIOR_INSPECTION, seen.superior_on)


def _of_measures(case: CaseFacts, laws: Mapping[str, str]) -> Iterator[_Start]:
    for kept in case.registrations:
        yield _Start(CaseEvent.REGISTERED, kept.taken_at, kept.disposed_on, kept.id)
    for taken in case.coercions:
        event = CaseEvent.SEIZED_FOOD if _is_of_food(taken, laws) else CaseEvent.SEIZED
        yield _Start(
            event,
            taken.taken_at,
            taken.released_on,
            taken.id,
            extended=taken.more_days,
            paused=taken.test_days,
        )
    taken_on_the_spot: tuple[RegistrationFacts | CoercionFacts, ...] = (
        *case.registrations,
        *case.coercions,
    )
    for urgent in taken_on_the_spot:
        if urgent.urgent:
            reported = urgent.reported_at.date() if urgent.reported_at is not None else None
            yield _Start(CaseEvent.URGENT, urgent.taken_at, reported, urgent.id)
    for test in case.tests:
        if test.food:
            yield _Start(CaseEvent.TESTED, test.told_on, subject=test.id)


def _is_of_food(taken: CoercionFacts, laws: Mapping[str, str]) -> bool:
    return is_listed(taken.law, taken.basis, taken.taken_at.date(), _OF_FOOD, laws)


def _of_the_case(case: CaseFacts) -> Iterator[_Start]:
    for act in case.acts:
        harm = act.endangers_life
        event = CaseEvent.ACT_ENDED_WITH_HARM if harm else CaseEvent.ACT_ENDED
        yield _Start(event, act.ends, act.found_on, act.violation.wording)
    if (filing := case.filing) is not None:
        more = 15 if filing.extended else 0
        yield _Start(
            CaseEvent.CLUE, filing.clue_on, filing.filed_on, extended=more, paused=filing.test_days
        )
        yield _filed(filing, case.decision)
    if (notice := case.notice) is not None:
        answered = notice.served_on if notice.waived else None
        yield _Start(CaseEvent.NOTICE_SERVED, notice.served_on, answered)
    if (hearing := case.hearing) is not None:
        yield _Start(CaseEvent.HEARING, hearing.held_on, hearing.notice_on)


def _filed(filing: FilingFacts, decision: DecisionFacts | None) -> _Start:
    if decision is None:
        return _Start(CaseEvent.FILED, filing.filed_on)
    more = 30 if decision.extended else 0
    # Why days are not counted is not told; those of a test are such as D9 leaves out.
    return _Start(
        CaseEvent.FILED,
        filing.filed_on,
        decision.on,
        extended=more,
        paused=decision.days_not_counted,
    )


def _of_performance(case: CaseFacts) -> Iterator[_Start]:
    served = case.payment.served_on if case.payment is not None else None
    paid = case.payment.paid_on if case.payment is not None else None
    if (decision := case.decision) is not None:
        if decision.procedure is Procedure.ON_THE_SPOT:
            yield _Start(CaseEvent.DECIDED_ON_THE_SPOT, decision.on, decision.archived_on)
        else:
            yield _Start(CaseEvent.DECIDED, decision.on, served)
        if case.publication is not None:
            yield _Start(CaseEvent.TO_BE_PUBLISHED, decision.on, case.publication.on)
        yield from (_Start(event, served) for event in _remedies(decision.remedy))
    yield _Start(CaseEvent.DECISION_SERVED, served, paid)
    if case.payment is not None:
        yield _Start(CaseEvent.PAYMENT_DUE, case.payment.due_on, paid)
    if (cash := case.cash) is not None:
        yield _Start(CaseEvent.CASH_TAKEN, cash.on, cash.handed_in_on)
        yield _Start(CaseEvent.CASH_HANDED_IN, cash.handed_in_on, told=False)
    for service in case.services:
        yield _Start(CaseEvent.POSTED, service.posted_on)


def _remedies(block: RemedyBlock | None) -> Iterable[CaseEvent]:
    if block in _REVIEWED_IN_SIXTY_DAYS:
        yield CaseEvent.REVIEW_OPEN
    if block is RemedyBlock.ORDINARY:
        yield CaseEvent.SUIT_OPEN
    if block is RemedyBlock.METROLOGY:
        yield CaseEvent.METROLOGY_SERVED
    if block is RemedyBlock.TOBACCO:
        yield CaseEvent.TOBACCO_SERVED
