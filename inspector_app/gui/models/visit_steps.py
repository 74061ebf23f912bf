"""The line of steps in words, and where the officer goes next."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.application.view_visit import PlannedDocument, VisitView
from inspector_app.domain.steps import STEPS, Blocker, StepState, StepStatus, assess_steps
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.controls import StepMark
from inspector_app.gui.models.visit_words import blocker_words
from inspector_app.gui.terms import step_label

__all__ = [
    "blocked_by",
    "blocker_of",
    "first_step",
    "papers",
    "receipts",
    "step_marks",
    "step_states",
]


def papers(view: VisitView) -> tuple[PlannedDocument, ...]:
    """The documents of the steps 文书 and 签名."""
    return tuple(planned for planned in view.documents if not planned.template.serves)


def receipts(view: VisitView) -> tuple[PlannedDocument, ...]:
    """The documents that prove service (送达回证); made in the step 送达."""
    return tuple(planned for planned in view.documents if planned.template.serves)


def step_states(view: VisitView) -> tuple[StepState, ...]:
    """The steps' states as the window orders them.

    The receipt of service belongs to the step of service, and a document that no longer says what
    the record says puts the line back to the step where it is composed again.
    """
    visit = view.visit
    kinds = {planned.template.kind for planned in receipts(view)}
    without = {k: d for k, d in visit.documents.items() if d.kind not in kinds}
    wanted = [planned.template.kind for planned in papers(view)]
    states = list(assess_steps(replace(visit, documents=without), wanted))
    if visit.completed:
        return tuple(states)
    for blocker in _further_blockers(view):
        place = STEPS.index(blocker.step)
        states[place] = replace(states[place], blockers=(*states[place].blockers, blocker))
    return _with_current(states)


def _further_blockers(view: VisitView) -> list[Blocker]:
    found = []
    stale = [p for p in papers(view) if p.stale and _is(p, DocumentStatus.COMPOSED)]
    if stale:
        kind = stale[0].template.kind
        found.append(Blocker("stale", len(stale), Step.DOCUMENTS, kind))
    unproven = [p for p in receipts(view) if not _is(p, DocumentStatus.ISSUED)]
    if unproven:
        found.append(Blocker("receipt_missing", len(unproven), Step.SERVICE))
    return found


def _is(planned: PlannedDocument, status: DocumentStatus) -> bool:
    return planned.document is not None and planned.document.status is status


def _with_current(states: list[StepState]) -> tuple[StepState, ...]:
    """The first step with a blocker is the current one; what stood behind it is open again."""
    current = next((state.step for state in states if state.blockers), Step.DONE)
    place = STEPS.index(current)
    settled = []
    for index, state in enumerate(states):
        status = state.status
        if index == place:
            status = StepStatus.CURRENT
        elif index > place and status in (StepStatus.DONE, StepStatus.CURRENT):
            status = StepStatus.BLOCKED if state.step is Step.DONE else StepStatus.OPEN
        settled.append(replace(state, status=status))
    return tuple(settled)


def step_marks(view: VisitView) -> tuple[StepMark, ...]:
    """What the line of steps shows."""
    states = step_states(view)
    return tuple(
        StepMark(
            state.step.value,
            step_label(state.step),
            state.status,
            f"{state.done}/{state.total}" if state.total else "",
            _reason(state, states),
        )
        for state in states
    )


def blocked_by(view: VisitView, step: Step) -> Blocker | None:
    """What must come before ``step`` can be entered; None if it can be entered now."""
    states = step_states(view)
    own = states[STEPS.index(step)]
    return blocker_of(own, states) if own.status is StepStatus.BLOCKED else None


def blocker_of(own: StepState, states: tuple[StepState, ...]) -> Blocker | None:
    """The first thing that stands before a blocked step."""
    before = (state for state in states[: STEPS.index(own.step)] if state.blockers)
    first = next(before, own)
    return first.blockers[0] if first.blockers else None


def _reason(state: StepState, states: tuple[StepState, ...]) -> str:
    if state.status is not StepStatus.BLOCKED:
        return ""
    blocker = blocker_of(state, states)
    return blocker_words(blocker) if blocker else ""


def first_step(view: VisitView) -> Step:
    """The step where something is still asked for."""
    current = (s.step for s in step_states(view) if s.status is StepStatus.CURRENT)
    return next(current, Step.DONE)
