"""Judge the overall result by the grading expressions of the leading checklist's pack."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inspector_app.application.corrections import refuse_after_issue
from inspector_app.application.definitions import visit_definitions
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.checklist import Grade, Handling
from inspector_app.domain.errors import Defect, UserError
from inspector_app.domain.visit import Visit
from inspector_app.domain.visit_events import ResultGraded

__all__ = ["GradeResult"]


@dataclass(frozen=True, slots=True)
class GradeResult:
    """The result (检查结果) and what follows (处理), 令49号 31."""

    place: Workplace
    records: VisitRecords

    def propose(self, visit: Visit) -> Grade:
        """The first grade whose expression is true, with the handlings that the findings admit."""
        definition = visit_definitions(self.place.packs, visit)[visit.checklists[0]]
        facts = dict(visit.result_facts)

        def holds(expression: str) -> bool:
            return self.place.expressions.evaluate(expression, facts) is True

        for grade in definition.grades:
            if holds(grade.when):
                return replace(grade, handlings=tuple(h for h in grade.handlings if holds(h.when)))
        raise Defect("grading.none", "检查表没有适用于这次检查的结果判定。")

    def __call__(self, visit_id: str, explanation: str = "", *, handling: str = "") -> Visit:
        """Record the result and return the visit.

        ``handling`` is the code of what the officers let follow; it may be empty where the findings
        admit only one. Raises ``UserError`` while items are open (令49号 27) or a finding is
        missing, for a handling that contradicts the findings, and once a document tells the result.
        """
        with self.records.editing(visit_id) as edit:
            visit = edit.visit
            if visit.unanswered:
                raise UserError(
                    "grading.unanswered",
                    f"还有 {len(visit.unanswered)} 项没有检查结论。",
                    safe="已有结论均已保存。",
                    mend="请按 N 键跳到下一个未检查项目。（令49号第二十七条）",
                    facts={"count": len(visit.unanswered)},
                )
            if visit.failed_without_finding:
                raise UserError(
                    "grading.unbound",
                    f"还有 {len(visit.failed_without_finding)} 个不符合项目没有认定问题。",
                    safe="已有结论均已保存。",
                    mend="请先认定问题，再判定结果。",
                    facts={"count": len(visit.failed_without_finding)},
                )
            refuse_after_issue(visit)
            grade = self.propose(visit)
            chosen = _chosen(grade, handling)
            return edit.record(
                ResultGraded(
                    grade.code,
                    grade.label,
                    chosen.label,
                    dict(visit.result_facts),
                    explanation.strip(),
                )
            )


def _chosen(grade: Grade, code: str) -> Handling:
    if not code and len(grade.handlings) == 1:
        return grade.handlings[0]
    for handling in grade.handlings:
        if handling.code == code:
            return handling
    raise UserError(
        "grading.handling",
        "请选择与所认定问题相符的结果处理。",
        safe="已有结论均已保存。",
        mend="请在判定处选择一项。",
    )
