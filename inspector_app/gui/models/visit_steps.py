"""The line of steps in words, and where the officer goes next."""

from __future__ import annotations

from inspector_app.application.view_visit import PlannedDocument, VisitView
from inspector_app.domain.steps import STEPS, Blocker, StepState, StepStatus
from inspector_app.domain.visit import Step
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
]


def papers(view: VisitView) -> tuple[PlannedDocument, ...]:
    """The documents of the steps 文书 and 签名."""
    return tuple(planned for planned in view.documents if not planned.template.serves)


def receipts(view: VisitView) -> tuple[PlannedDocument, ...]:
    """The documents that prove service (送达回证); made in the step 送达."""
    return tuple(planned for planned in view.documents if planned.template.serves)


def step_marks(view: VisitView) -> tuple[StepMark, ...]:
    """What the line of steps shows."""
    states = view.steps
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
    states = view.steps
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
    current = (s.step for s in view.steps if s.status is StepStatus.CURRENT)
    return next(current, Step.DONE)
