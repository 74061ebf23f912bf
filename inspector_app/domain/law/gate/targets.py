"""Where a message is mended: fields of the visit's steps, and facts of the case file.

:data:`FIELDS` is the one list of what a window must be able to jump to; a rule whose target is not
on it does not pass the linter, and the window's own table is held to it by a test.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from inspector_app.domain.law.gate.registry import Obstacle
from inspector_app.domain.law.gate.rules import GateCheck
from inspector_app.domain.visit_state import Step

__all__ = ["FIELDS", "CaseStage", "is_field", "place_of"]


class CaseStage(StrEnum):
    """Where in a case file, beyond the visit, a message is mended; the target names the fact."""

    FILING = "filing"  # 立案
    EVIDENCE = "evidence"  # 调查取证
    MEASURES = "measures"  # 登记保存、强制措施
    REPORT = "report"  # 调查终结
    REVIEW = "review"  # 审核
    NOTICE = "notice"  # 告知
    HEARING = "hearing"  # 听证
    DECISION = "decision"  # 决定
    PERFORMANCE = "performance"  # 执行
    PUBLICATION = "publication"  # 公示
    ARCHIVE = "archive"  # 归档


# By step, the targets that its page knows; {at} stands for what the predicate names.
FIELDS: Mapping[Step, tuple[str, ...]] = {
    Step.ARRIVAL: ("officers", "officer.{at}", "rights", "recusal", "task.{at}", "visit"),
    Step.CHECKLIST: ("{at}",),
    Step.FINDINGS: ("{at}", "grading"),
    Step.DOCUMENTS: ("{at}",),
    Step.SIGNATURES: ("{at}",),
    Step.SERVICE: ("", "{at}"),
}
_FACT = re.compile(r"[a-z_]+(\.[a-z_0-9]+)*")
_STEPS = frozenset(step.value for step in Step)


def is_field(step: str, target: str) -> bool:
    """Whether a rule may name this place: a field of a step, or a fact of a stage of the case."""
    if step in _STEPS:
        return target in FIELDS.get(Step(step), ())
    return step in {stage.value for stage in CaseStage} and bool(_FACT.fullmatch(target))


def place_of(asked: GateCheck, obstacle: Obstacle) -> tuple[Step | CaseStage, str]:
    """The step and the target of an obstacle that ``asked`` found."""
    step: Step | CaseStage = Step(asked.step) if asked.step in _STEPS else CaseStage(asked.step)
    return step, asked.target.replace("{at}", obstacle.at)
