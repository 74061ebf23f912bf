"""The steps of a visit as data: what each still asks for and what blocks it.

No Qt, no storage: the window and the headless tests drive a visit by the same answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.visit_documents import Document, DocumentStatus
from inspector_app.domain.visit_state import Step, Visit

__all__ = [
    "STEPS",
    "Blocker",
    "Papers",
    "StepState",
    "StepStatus",
    "assess_steps",
    "next_item",
]

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


@dataclass(frozen=True, slots=True)
class Papers:
    """What the record asks of a visit's documents, worked out by the packs' templates.

    ``wanted`` are the kinds that the record calls for now, ``receipts`` the kinds that prove
    service (送达回证) called for now, ``known`` every kind a template exists for, receipts left out.
    ``outdated`` are ids of issued documents that no longer say what the corrected record says.
    """

    wanted: tuple[str, ...]
    receipts: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()


def _open_blockers(visit: Visit, papers: Papers) -> dict[Step, tuple[Blocker, ...]]:
    found: dict[Step, list[Blocker]] = {step: [] for step in STEPS}
    for step, blocker in (*_substance(visit), *_papers(visit, papers), *_service(visit, papers)):
        found[step].append(blocker)
    return {step: tuple(blockers) for step, blockers in found.items()}


def _substance(visit: Visit) -> Iterator[tuple[Step, Blocker]]:
    unanswered = visit.unanswered
    unbound = visit.failed_without_finding
    unproved = visit.failed_without_photo
    if visit.identity is None:
        yield Step.ARRIVAL, Blocker("rights_not_read", 1, Step.ARRIVAL)
    if unanswered:
        yield (
            Step.CHECKLIST,
            Blocker("unanswered", len(unanswered), Step.CHECKLIST, unanswered[0].code),
        )
    if unproved:
        yield (
            Step.CHECKLIST,
            Blocker("photo_missing", len(unproved), Step.CHECKLIST, unproved[0].code),
        )
    if unbound:
        yield (
            Step.FINDINGS,
            Blocker("finding_missing", len(unbound), Step.FINDINGS, unbound[0].code),
        )
    if visit.grading is None:
        yield Step.FINDINGS, Blocker("not_graded", 1, Step.FINDINGS)
    elif visit.is_result_outdated:
        yield Step.FINDINGS, Blocker("result_outdated", 1, Step.FINDINGS)


def _papers(visit: Visit, papers: Papers) -> Iterator[tuple[Step, Blocker]]:
    standing = _standing_papers(visit, papers)
    missing = [kind for kind in papers.wanted if kind not in standing]
    stale = [
        d
        for d in standing.values()
        if d.status is DocumentStatus.COMPOSED and visit.has_changed_since(d)
    ]
    outdated = [d for d in standing.values() if d.id in papers.outdated]
    surplus = [
        d for d in standing.values() if d.kind in papers.known and d.kind not in papers.wanted
    ]
    unsigned = [d for d in standing.values() if d.status is DocumentStatus.COMPOSED]
    if missing:
        yield Step.DOCUMENTS, Blocker("not_composed", len(missing), Step.DOCUMENTS, missing[0])
    if stale:
        yield Step.DOCUMENTS, Blocker("stale", len(stale), Step.DOCUMENTS, stale[0].kind)
    if outdated:
        yield Step.DOCUMENTS, Blocker("outdated", len(outdated), Step.DOCUMENTS, outdated[0].kind)
    if surplus:
        yield (
            Step.DOCUMENTS,
            Blocker("not_called_for", len(surplus), Step.DOCUMENTS, surplus[0].kind),
        )
    if unsigned:
        yield (
            Step.SIGNATURES,
            Blocker("not_signed", len(unsigned), Step.SIGNATURES, unsigned[0].kind),
        )
    if missing or not _issued(standing.values()):
        yield Step.SIGNATURES, Blocker("nothing_to_sign", 1, Step.DOCUMENTS)


def _service(visit: Visit, papers: Papers) -> Iterator[tuple[Step, Blocker]]:
    issued = _issued(_standing_papers(visit, papers).values())
    unserved = [d for d in issued if d.to_serve and d.id not in visit.served]
    unproven = [
        kind
        for kind in papers.receipts
        if (receipt := visit.standing_document(kind)) is None
        or receipt.status is not DocumentStatus.ISSUED
    ]
    if unserved or not issued:
        yield Step.SERVICE, Blocker("not_served", len(unserved), Step.SERVICE)
    if unproven:
        yield Step.SERVICE, Blocker("receipt_missing", len(unproven), Step.SERVICE, unproven[0])


def _standing_papers(visit: Visit, papers: Papers) -> dict[str, Document]:
    """By kind, the documents that stand, receipts of service left out."""
    kinds = dict.fromkeys(
        d.kind for d in visit.documents.values() if not d.serves and d.kind not in papers.receipts
    )
    found = ((kind, visit.standing_document(kind)) for kind in kinds)
    return {kind: document for kind, document in found if document is not None}


def _issued(documents: Iterable[Document]) -> list[Document]:
    return [d for d in documents if d.status is DocumentStatus.ISSUED]


_STANDING = (DocumentStatus.COMPOSED, DocumentStatus.ISSUED)


def assess_steps(visit: Visit, papers: Papers) -> tuple[StepState, ...]:
    """Each step's state.

    A step is done when nothing of it is open, current when it is the first that is open, blocked
    when an earlier step must come first by law (rights before evidence, 程序规定 21; all items
    before the result, 令49号 27), else open. A completed visit is done until a correction opens a
    step again.
    """
    blockers = _open_blockers(visit, papers)
    standing = _standing_papers(visit, papers).values()
    issued = _issued(standing)
    counts: dict[Step, tuple[int, int]] = {
        Step.CHECKLIST: (len(visit.answers), len(visit.items)),
        Step.FINDINGS: (len(visit.findings), len(visit.failed)),
        Step.DOCUMENTS: (len(standing), max(len(papers.wanted), len(standing))),
        Step.SIGNATURES: (len(issued), len(standing)),
    }
    current = next((step for step in STEPS if blockers[step]), Step.DONE)
    states = []
    for step in STEPS:
        done, total = counts.get(step, (0, 0))
        status = _status(step, current, visit)
        states.append(StepState(step, status, done, total, blockers[step]))
    return tuple(states)


def _status(step: Step, current: Step, visit: Visit) -> StepStatus:
    if visit.completed and current is Step.DONE:
        return StepStatus.DONE
    if STEPS.index(step) < STEPS.index(current):
        return StepStatus.DONE
    if step is current:
        return StepStatus.CURRENT
    if visit.completed:
        # What was done stays open to look at while a correction is under way.
        return StepStatus.OPEN
    return StepStatus.BLOCKED if _needs(step, visit) else StepStatus.OPEN


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
