"""A finding as it is being entered, and as a draft that survives a kill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector_app.application.propose_findings import Proposal
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.visit import Finding

__all__ = ["FindingForm", "form_for", "form_from_draft", "to_draft", "with_proposal"]


@dataclass(frozen=True, slots=True)
class FindingForm:
    """What the officers enter for one finding.

    ``deadline`` None = at once; ``because``: why it binds this party although a guard speaks
    against it.
    """

    violation_id: str = ""
    description: str = ""
    measures: tuple[MeasureKind, ...] = ()
    requirement: str = ""
    deadline: date | None = None
    on_spot: bool = False
    finding_id: str = ""
    because: str = ""


def form_for(proposals: Sequence[Proposal], finding: Finding | None, note: str) -> FindingForm:
    """The form as it opens: the recorded finding, else the first proposal with the note as facts."""
    if finding is not None:
        return FindingForm(
            finding.violation.id,
            finding.description,
            finding.measures,
            finding.requirement,
            finding.deadline,
            finding.on_spot,
            finding.id,
            finding.because,
        )
    if not proposals:
        return FindingForm(description=note)
    return with_proposal(FindingForm(description=note), proposals[0])


def with_proposal(form: FindingForm, proposal: Proposal) -> FindingForm:
    """``form`` with another violation and what the pack suggests for it."""
    return replace(
        form,
        violation_id=proposal.violation.id,
        measures=proposal.suggested,
        requirement=proposal.requirement,
        deadline=proposal.deadline,
    )


def to_draft(form: FindingForm) -> dict[str, str]:
    """``form`` as a flat mapping of texts."""
    return {
        "violation": form.violation_id,
        "description": form.description,
        "measures": " ".join(form.measures),
        "requirement": form.requirement,
        "deadline": form.deadline.isoformat() if form.deadline else "",
        "on_spot": "1" if form.on_spot else "",
        "because": form.because,
    }


def form_from_draft(
    form: FindingForm, draft: dict[str, str], proposals: Sequence[Proposal]
) -> FindingForm:
    """``form`` as it was left in ``draft``; a draft for a violation not proposed any more is dropped."""
    if draft.get("violation", "") not in {proposal.violation.id for proposal in proposals}:
        return form
    known = {kind.value for kind in MeasureKind}
    deadline = draft.get("deadline", "")
    return replace(
        form,
        violation_id=draft["violation"],
        description=draft.get("description", "") or form.description,
        measures=tuple(MeasureKind(m) for m in draft.get("measures", "").split() if m in known),
        requirement=draft.get("requirement", ""),
        deadline=date.fromisoformat(deadline) if deadline else None,
        on_spot=bool(draft.get("on_spot")),
        because=draft.get("because", ""),
    )
