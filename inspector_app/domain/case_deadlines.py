"""The deadlines that run from the facts of a case or the record of a visit, and what shows them kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from inspector_app.domain.deadline_starts import deadline_starts
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
    LapseEffect,
    NotCounted,
    StartingEvent,
    Trigger,
    kinds_begun_by,
)
from inspector_app.domain.law.deadlines import Due, Standing, Suspension, Urgency, due, standing
from inspector_app.domain.law.gate.checks.told import decision_sent_on, decision_served_on
from inspector_app.domain.law.gate.clauses import is_listed
from inspector_app.domain.law.money import YUAN
from inspector_app.domain.law.penalty import SanctionKind
from inspector_app.domain.law.violation import RemedyBlock
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.domain.visit_state import Visit

__all__ = ["CaseDeadline", "case_deadlines"]

# Seizures of food have a longer extension (食安条例 61).
_OF_FOOD = ("食品安全法110",)
_MONEY = frozenset(
    {SanctionKind.FINE, SanctionKind.CONFISCATE_GAIN, SanctionKind.CONFISCATE_INCOME}
)
_STILL_TO_BE_DONE = frozenset({LapseEffect.WARNS, LapseEffect.LAPSES})
_REVIEWED_IN_SIXTY_DAYS = frozenset(
    {RemedyBlock.ORDINARY, RemedyBlock.ON_THE_SPOT, RemedyBlock.PRICE}
)


@dataclass(frozen=True, slots=True)
class CaseDeadline:
    """One deadline of a case; ``subject`` is the measure, test, act or paper, ``kept`` when it was kept.

    ``kept`` is a moment where the term is counted in hours, else a day. ``told``: the facts have a
    place for it; without one, ``kept`` stays None whatever was done. ``start_id`` tells the starts of
    one kind apart, for a visit's as its own list does.
    """

    term: Due
    stands: Standing
    subject: str = ""
    kept: date | datetime | None = None
    told: bool = True
    start_id: str = ""

    @property
    def is_open(self) -> bool:
        """It runs, or ended with something still to be done or to be lifted."""
        if self.kept is not None:
            return False
        past = self.stands.urgency is Urgency.PAST
        return not past or (self.told and self.term.kind.lapse in _STILL_TO_BE_DONE)

    @property
    def is_late(self) -> bool:
        """It was kept after its end; for a backward term, too near to its event.

        What an end brings about by itself (D13) cannot be late.
        """
        if self.kept is None or self.term.kind.lapse is LapseEffect.EFFECTIVE:
            return False
        if self.term.at is not None and isinstance(self.kept, datetime):
            return self.kept > self.term.at
        return _day(self.kept) > self.term.last


@dataclass(frozen=True, slots=True)
class _Start:
    """A step that sets terms running: its extension, days not counted, and what shows it kept.

    ``length``: a paper may set a shorter term than the law allows.
    """

    event: CaseEvent
    at: date | datetime | None
    kept: date | datetime | None = None
    subject: str = ""
    told: bool = True
    length: int | None = None
    extended: int = 0
    paused: int = 0
    reason: NotCounted = NotCounted.TESTING


def case_deadlines(
    case: CaseFacts,
    kinds: Mapping[str, DeadlineKind],
    calendar: WorkCalendar,
    day: date,
    laws: Mapping[str, str],
    visit: Visit | None = None,
) -> tuple[CaseDeadline, ...]:
    """Every deadline that one of ``kinds`` counts from the facts, as it stands on ``day``.

    The earliest end comes first.
    ``laws`` maps names of laws to their full ones, for the basis of a seizure as people wrote it.
    With ``visit``, those that its record sets running too; nothing in it says that one was kept.
    """
    found = [
        _counted(kind, start, start.at, calendar, day)
        for start in _starts(case, laws)
        if start.at is not None
        for kind in kinds_begun_by(Trigger(StartingEvent.CASE, start.event.value), kinds)
    ]
    for begun in deadline_starts(visit) if visit is not None else ():
        for kind in kinds_begun_by(Trigger(begun.event, begun.of), kinds):
            term = due(kind, datetime.fromisoformat(begun.at), calendar)
            stands = standing(term, day, calendar)
            found.append(
                CaseDeadline(term, stands, begun.subject, told=False, start_id=begun.start_id)
            )
    return tuple(sorted(found, key=lambda each: (each.term.last, each.term.kind.id, each.subject)))


def _counted(
    kind: DeadlineKind, start: _Start, at: date | datetime, calendar: WorkCalendar, day: date
) -> CaseDeadline:
    first = _day(at)
    if start.length is not None and start.length < kind.length:
        kind = replace(kind, length=start.length)
    # More than the law allows is told by the gate; no term grows by it.
    most = kind.extensions[0].length if kind.extensions else 0
    granted = (min(start.extended, most),) if start.extended and most else ()
    pauses = (
        (Suspension(first + timedelta(1), first + timedelta(start.paused), start.reason),)
        if start.paused and start.reason in kind.pauses
        else ()
    )
    term = due(kind, at, calendar, extensions=granted, suspensions=pauses)
    stands = standing(term, day, calendar)
    return CaseDeadline(term, stands, start.subject, start.kept, start.told, start.subject)


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at


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
    # Until each item has its answer, not all are covered.
    whole = seen.whole and all(item.answer for item in seen.items)
    covered = seen.on if whole else seen.covered_on
    yield _Start(CaseEvent.WHOLE_INSPECTION, covered, told=False)
    yield _Start(CaseEvent.SUPERIOR_INSPECTION, seen.superior_on)


def _of_measures(case: CaseFacts, laws: Mapping[str, str]) -> Iterator[_Start]:
    for kept in case.registrations:
        yield _Start(CaseEvent.REGISTERED, kept.taken_at, kept.disposed_on, kept.id)
    decision = case.decision
    confiscated = decision.on if decision is not None and decision.takes_goods else None
    for taken in case.coercions:
        event = CaseEvent.SEIZED_FOOD if _is_of_food(taken, laws) else CaseEvent.SEIZED
        yield _Start(
            event,
            taken.taken_at,
            taken.released_on or confiscated,
            taken.id,
            length=taken.days,
            extended=taken.more_days,
            paused=taken.test_days,
        )
    taken_on_the_spot: tuple[RegistrationFacts | CoercionFacts, ...] = (
        *case.registrations,
        *case.coercions,
    )
    for urgent in taken_on_the_spot:
        if urgent.urgent:
            yield _Start(CaseEvent.URGENT, urgent.taken_at, urgent.reported_at, urgent.id)
    for test in case.tests:
        if test.food:
            yield _Start(CaseEvent.TESTED, test.told_on, subject=test.id)


def _is_of_food(taken: CoercionFacts, laws: Mapping[str, str]) -> bool:
    return is_listed(taken.law, taken.basis, taken.taken_at.date(), _OF_FOOD, laws)


def _of_the_case(case: CaseFacts) -> Iterator[_Start]:
    filing = case.filing
    for act in case.acts:
        harm = act.endangers_life
        event = CaseEvent.ACT_ENDED_WITH_HARM if harm else CaseEvent.ACT_ENDED
        # What a clue led to was found by the day of the clue.
        found = act.found_on or (filing.clue_on if filing is not None else None)
        yield _Start(event, act.ends, found, act.violation.wording)
    if filing is not None:
        more = 15 if filing.extended else 0
        yield _Start(
            CaseEvent.CLUE, filing.clue_on, filing.filed_on, extended=more, paused=filing.test_days
        )
        yield from _filed(filing, case.decision)
    if (notice := case.notice) is not None:
        answered = notice.served_on if notice.waived else None
        yield _Start(CaseEvent.NOTICE_SERVED, notice.served_on, answered)
    if (hearing := case.hearing) is not None:
        yield _Start(CaseEvent.HEARING, hearing.held_on, hearing.notice_on)


def _filed(filing: FilingFacts, decision: DecisionFacts | None) -> Iterator[_Start]:
    if decision is None:
        yield _Start(CaseEvent.FILED, filing.filed_on)
    # What a collective decision adds (程序规定 64) no fact tells: then the end is not known.
    elif not decision.extended_collectively:
        # Why days are not counted is not told; those of a test are such as D9 leaves out.
        yield _Start(
            CaseEvent.FILED,
            filing.filed_on,
            decision.on,
            extended=30 if decision.extended else 0,
            paused=decision.days_not_counted,
        )


def _of_performance(case: CaseFacts) -> Iterator[_Start]:
    served, paid, payment = _served_on(case), _paid_on(case), case.payment
    if case.decision is not None:
        yield from _of_decision(case.decision, served, case)
    if (payment is not None and payment.fine) or _to_be_paid(case.decision):
        yield _Start(CaseEvent.DECISION_SERVED, served, paid)
    if payment is not None and payment.fine:
        yield _Start(
            CaseEvent.PAYMENT_DUE,
            payment.due_on,
            paid,
            paused=payment.days_stopped,
            reason=NotCounted.REMEDY,
        )
    if (cash := case.cash) is not None:
        yield _Start(CaseEvent.CASH_TAKEN, cash.on, cash.handed_in_on)
        yield _Start(CaseEvent.CASH_HANDED_IN, cash.handed_in_on, told=False)
    for service in case.services:
        yield _Start(CaseEvent.POSTED, service.posted_on)


def _of_decision(decision: DecisionFacts, served: date | None, case: CaseFacts) -> Iterator[_Start]:
    if decision.procedure is Procedure.ON_THE_SPOT:
        yield _Start(CaseEvent.DECIDED_ON_THE_SPOT, decision.on, decision.archived_on)
    elif (sent := decision_sent_on(case)) is not None or served is None:
        yield _Start(CaseEvent.DECIDED, decision.on, sent)
    if decision.is_made_public:
        published = case.publication.on if case.publication is not None else None
        yield _Start(CaseEvent.TO_BE_PUBLISHED, decision.on, published)
    yield from (_Start(event, served) for event in _remedies(decision.remedy))


def _served_on(case: CaseFacts) -> date | None:
    served = decision_served_on(case)
    if served is None and case.decision is not None:
        # Handed over on the spot (处罚法 52).
        on_the_spot = case.decision.procedure is Procedure.ON_THE_SPOT
        return case.decision.on if on_the_spot else None
    return served


def _paid_on(case: CaseFacts) -> date | None:
    if case.payment is not None:
        return case.payment.paid_on
    cash = case.cash
    if cash is None or cash.amount * YUAN < _to_be_paid(case.decision):
        return None
    return cash.on


def _to_be_paid(decision: DecisionFacts | None) -> int:
    """What the decision takes in money, in fen."""
    imposed = decision.sanctions if decision is not None else ()
    return sum(each.fen for each in imposed if each.kind in _MONEY)


def _remedies(block: RemedyBlock | None) -> Iterable[CaseEvent]:
    if block in _REVIEWED_IN_SIXTY_DAYS:
        yield CaseEvent.REVIEW_OPEN
    if block is RemedyBlock.ORDINARY:
        yield CaseEvent.SUIT_OPEN
    if block is RemedyBlock.METROLOGY:
        yield CaseEvent.METROLOGY_SERVED
    if block is RemedyBlock.TOBACCO:
        yield CaseEvent.TOBACCO_SERVED
