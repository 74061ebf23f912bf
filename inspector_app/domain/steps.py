"""The steps of a visit as data: what each still asks for and what blocks it.

No Qt, no storage: the window and the headless tests drive a visit by the same answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.visit_state import DocumentStatus, Step, Visit

__all__ = ["STEPS", "Blocker", "StepState", "StepStatus", "assess_steps", "next_item"]

STEPS = tuple(Step)


class StepStatus(StrEnum):
    """How a step stands."""

    DONE = "done"
    CURRENT = "current"
    OPEN = "open"  # may be entered, not yet asked for
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Blocker:
    """Why a step cannot be finished: a code for the screen, the count, and where to go.

    ``target`` is an item code, a document kind or empty; ``step`` the step that mends it.
    """

    code: str
    count: int
    step: Step
    target: str = ""


@dataclass(frozen=True, slots=True)
class StepState:
    """One step of the line: ``done``/``total`` is the count beside its name (27/38), 0/0 = none."""

    step: Step
    status: StepStatus
    done: int = 0
    total: int = 0
    blockers: tuple[Blocker, ...] = ()


def _open_blockers(visit: Visit, wanted: frozenset[str]) -> dict[Step, tuple[Blocker, ...]]:
    unanswered = visit.unanswered
    unbound = visit.failed_without_finding
    kinds = dict.fromkeys(d.kind for d in visit.documents.values())
    found_documents = ((kind, visit.standing_document(kind)) for kind in kinds)
    standing = {kind: document for kind, document in found_documents if document}
    missing = [kind for kind in wanted if kind not in standing]
    unsigned = [d for d in standing.values() if d.status is DocumentStatus.COMPOSED]
    issued = [d for d in standing.values() if d.status is DocumentStatus.ISSUED]
    unserved = [d for d in issued if d.to_serve and d.id not in visit.served]
    found: dict[Step, list[Blocker]] = {step: [] for step in STEPS}
    if visit.identity is None:
        found[Step.ARRIVAL].append(Blocker("rights_not_read", 1, Step.ARRIVAL))
    if unanswered:
        found[Step.CHECKLIST].append(
            Blocker("unanswered", len(unanswered), Step.CHECKLIST, unanswered[0].code)
        )
    if unbound:
        found[Step.FINDINGS].append(
            Blocker("finding_missing", len(unbound), Step.FINDINGS, unbound[0].code)
        )
    if visit.grading is None:
        found[Step.FINDINGS].append(Blocker("not_graded", 1, Step.FINDINGS))
    if missing:
        found[Step.DOCUMENTS].append(
            Blocker("not_composed", len(missing), Step.DOCUMENTS, min(missing))
        )
    if unsigned:
        found[Step.SIGNATURES].append(
            Blocker("not_signed", len(unsigned), Step.SIGNATURES, unsigned[0].kind)
        )
    if missing or not issued:
        found[Step.SIGNATURES].append(Blocker("nothing_to_sign", 1, Step.DOCUMENTS))
    if unserved or not issued:
        found[Step.SERVICE].append(Blocker("not_served", len(unserved), Step.SERVICE))
    return {step: tuple(blockers) for step, blockers in found.items()}


_STANDING = (DocumentStatus.COMPOSED, DocumentStatus.ISSUED)


def assess_steps(visit: Visit, wanted_kinds: Iterable[str]) -> tuple[StepState, ...]:
    """Each step's state. ``wanted_kinds`` are the document kinds that the record calls for.

    A step is done when nothing of it is open, current when it is the first that is open, blocked
    when an earlier step must come first by law (rights before evidence, 程序规定 21; all items
    before the result, 令49号 27), else open.
    """
    wanted = frozenset(wanted_kinds)
    blockers = _open_blockers(visit, wanted)
    standing = [d for d in visit.documents.values() if d.status in _STANDING]
    issued = [d for d in standing if d.status is DocumentStatus.ISSUED]
    counts: dict[Step, tuple[int, int]] = {
        Step.CHECKLIST: (len(visit.answers), len(visit.items)),
        Step.FINDINGS: (len(visit.findings), len(visit.failed)),
        Step.DOCUMENTS: (len(standing), max(len(wanted), len(standing))),
        Step.SIGNATURES: (len(issued), len(standing)),
    }
    current = next((step for step in STEPS if blockers[step]), Step.DONE)
    states = []
    for step in STEPS:
        done, total = counts.get(step, (0, 0))
        if visit.completed or (STEPS.index(step) < STEPS.index(current)):
            status = StepStatus.DONE
        elif step is current:
            status = StepStatus.CURRENT
        elif _needs(step, visit):
            status = StepStatus.BLOCKED
        else:
            status = StepStatus.OPEN
        states.append(StepState(step, status, done, total, blockers[step]))
    return tuple(states)


def _needs(step: Step, visit: Visit) -> bool:
    """Whether the step cannot be entered yet."""
    match step:
        case Step.ARRIVAL:
            return False
        case Step.CHECKLIST | Step.FINDINGS:
            return visit.identity is None
        case Step.DOCUMENTS:
            return visit.identity is None or bool(visit.unanswered) or visit.grading is None
        case Step.SIGNATURES:
            return not any(d.status in _STANDING for d in visit.documents.values())
        case Step.SERVICE:
            return not any(d.status is DocumentStatus.ISSUED for d in visit.documents.values())
        case Step.DONE:
            return True


def next_item(visit: Visit, after: str = "") -> str:
    """The code of the next unanswered item after ``after``, going round; empty if all answered."""
    codes = [item.code for item in visit.items]
    start = codes.index(after) + 1 if after in codes else 0
    for code in codes[start:] + codes[:start]:
        if code not in visit.answers:
            return code
    return ""
