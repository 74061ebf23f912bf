"""By the law of which day an act or a finding is judged, and whether a newer one was weighed.

R21, R54; 处罚法 37.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from inspector_app.domain.law.case_facts import ActFacts, CaseFacts, FindingFacts
from inspector_app.domain.law.gate.occasion import Occasion
from inspector_app.domain.law.gate.registry import Obstacle, check

__all__ = ["days_of_law"]


def days_of_law(act: ActFacts, case: CaseFacts, on: Occasion) -> tuple[date, ...]:
    """The days by the law of one of which ``act`` is judged, the first of them for certain.

    That is its last day (处罚法 36(2), 37). What goes on is known to have gone on until it was found,
    and may have until it is decided on.
    """
    if act.ends is not None:
        return (act.ends,)
    decided = case.decision.on if case.decision is not None else on.day
    return tuple(dict.fromkeys((act.found_on or decided, decided)))


@check("violation", "day")
def violation_not_in_force(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """The clauses were not in force when the act was done (处罚法 37)."""
    for act in case.acts:
        days = days_of_law(act, case, on)
        if not any(map(act.violation.applies_on, days)) and not _newer_is_taken(act, case):
            yield Obstacle(facts={"violation": act.violation.wording, "day": days[0].isoformat()})


def _newer_is_taken(act: ActFacts, case: CaseFacts) -> bool:
    """Whether old and new law were weighed and the one in force at the decision was taken."""
    decision = case.decision
    if decision is None or not decision.newer_weighed:
        return False
    return act.violation.applies_on(decision.on)


@check("violation", "day")
def finding_out_of_force(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """The clauses of a finding were in force no more on the day of the inspection (处罚法 37)."""
    for found, day in _found(case):
        last = found.violation.valid_to
        if last is not None and last < day:
            facts = {"violation": found.violation.wording, "day": last.isoformat()}
            yield Obstacle(found.item, facts)


@check("violation", "day")
def finding_before_its_law(case: CaseFacts, _on: Occasion) -> Iterator[Obstacle]:
    """A finding by a law that came into force after the day of the inspection (处罚法 37)."""
    for found, day in _found(case):
        first = found.violation.valid_from
        if first is not None and first > day:
            facts = {"violation": found.violation.wording, "day": first.isoformat()}
            yield Obstacle(found.item, facts)


def _found(case: CaseFacts) -> Iterator[tuple[FindingFacts, date]]:
    """Each finding, and the day on which what it is was there to be seen."""
    if case.inspection is not None:
        for finding in case.inspection.findings:
            yield finding, case.inspection.on


@check("violation", "day")
def law_not_yet_in_force(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """A law of the future is chosen for an act of today (处罚法 37)."""
    for act in case.acts:
        first = act.violation.valid_from
        if first is None or _newer_is_taken(act, case):
            continue
        if first > max(days_of_law(act, case, on)):
            yield Obstacle(facts={"violation": act.violation.wording, "day": first.isoformat()})


@check("day")
def newer_law_unweighed(case: CaseFacts, on: Occasion) -> Iterator[Obstacle]:
    """The law changed between act and decision and nobody weighed which is lighter (处罚法 37)."""
    decision = case.decision
    if decision is None or decision.newer_weighed:
        return
    changes = [
        changed
        for act in case.acts
        for changed in _changes(act, days_of_law(act, case, on)[0], decision.on, on)
    ]
    if decision.newer_law_on is not None:
        ends = (days_of_law(act, case, on)[0] for act in case.acts)
        changes += [
            decision.newer_law_on for end in ends if end < decision.newer_law_on <= decision.on
        ]
    if changes:
        yield Obstacle(facts={"day": min(changes).isoformat()})


def _changes(act: ActFacts, acted: date, decided: date, on: Occasion) -> Iterator[date]:
    """Days after ``acted``, up to the decision, from which other law is known than the row's.

    A row of the newer law, taken for what went on until then, leaves nothing to weigh.
    """
    violation = act.violation
    if not violation.applies_on(acted):
        return
    if violation.valid_to is not None and violation.valid_to < decided:
        yield violation.valid_to + timedelta(days=1)
    if on.changed is not None:
        for clause in (*violation.duty, *violation.penalty):
            changed = on.changed(clause, acted, decided)
            if changed is not None:
                yield changed
