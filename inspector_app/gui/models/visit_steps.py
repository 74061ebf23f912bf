"""The line of steps in words, and where the officer goes next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.steps import Blocker, StepState, StepStatus, assess_steps
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.controls import StepMark
from inspector_app.gui.models.visit_words import blocker_words, step_title

__all__ = ["Target", "blocked_by", "first_step", "step_marks", "step_states"]


@dataclass(frozen=True, slots=True)
class Target:
    """A place in a visit: the step, and within it an item code, a document kind or a field."""

    step: Step
    name: str = ""


def step_states(view: VisitView) -> tuple[StepState, ...]:
    """The steps' states as the window orders them.

    The receipt (送达回证) is made in the step of service, after the documents were handed over;
    until then its absence is no fault of the steps before.
    """
    receipts = {planned.template.kind for planned in view.documents if planned.template.serves}
    wanted = [p.template.kind for p in view.documents if p.template.kind not in receipts]
    states = assess_steps(view.visit, wanted)
    unsigned = [
        planned
        for planned in view.documents
        if planned.template.serves
        and (planned.document is None or planned.document.status is not DocumentStatus.ISSUED)
    ]
    if not unsigned or view.visit.completed:
        return states
    return tuple(_with_receipt(state, states) for state in states)


def _with_receipt(state: StepState, states: tuple[StepState, ...]) -> StepState:
    if state.step is Step.SERVICE:
        receipt = Blocker("receipt_missing", 1, Step.SERVICE)
        blockers = state.blockers or (receipt,)
        status = state.status if state.status is not StepStatus.DONE else StepStatus.CURRENT
        return replace(state, blockers=blockers, status=status)
    if state.step is Step.DONE and state.status is StepStatus.CURRENT:
        return replace(state, status=StepStatus.BLOCKED)
    if state.step is Step.SIGNATURES and _only_receipts_unsigned(state, states):
        return replace(state, status=StepStatus.DONE, blockers=())
    return state


def _only_receipts_unsigned(state: StepState, states: tuple[StepState, ...]) -> bool:
    documents = next(other for other in states if other.step is Step.DOCUMENTS)
    return documents.status is StepStatus.DONE and state.total - state.done <= 1


def step_marks(view: VisitView) -> tuple[StepMark, ...]:
    """What the line of steps shows."""
    states = step_states(view)
    return tuple(
        StepMark(
            state.step.value,
            step_title(state.step),
            state.status,
            f"{state.done}/{state.total}" if state.total else "",
            _reason(state, states),
        )
        for state in states
    )


def blocked_by(view: VisitView, step: Step) -> Blocker | None:
    """What must come before ``step`` can be entered; None if it can be entered now."""
    states = step_states(view)
    own = next(state for state in states if state.step is step)
    return _blocker(own, states) if own.status is StepStatus.BLOCKED else None


def _blocker(own: StepState, states: tuple[StepState, ...]) -> Blocker | None:
    for state in states:
        if state.step is own.step:
            break
        if state.blockers:
            return state.blockers[0]
    return own.blockers[0] if own.blockers else None


def _reason(state: StepState, states: tuple[StepState, ...]) -> str:
    blocker = _blocker(state, states) if state.status is StepStatus.BLOCKED else None
    if blocker is None:
        return ""
    return blocker_words(blocker)


def first_step(view: VisitView) -> Step:
    """The step where something is still asked for."""
    for state in step_states(view):
        if state.status is StepStatus.CURRENT:
            return state.step
    return Step.DONE
