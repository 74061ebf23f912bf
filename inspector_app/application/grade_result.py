"""Judge the overall result by the grading expressions of the leading checklist's pack."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.definitions import visit_definitions
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.checklist import Grade
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
        """The first grade whose expression is true for the visit's counts."""
        definition = visit_definitions(self.place.packs, visit)[visit.checklists[0]]
        for grade in definition.grades:
            if self.place.expressions.evaluate(grade.when, dict(visit.counts)) is True:
                return grade
        raise Defect("grading.none", "检查表没有适用于这次检查的结果判定。")

    def __call__(self, visit_id: str, explanation: str = "") -> Visit:
        """Record the result and return the visit; ``UserError`` while items are open (令49号 27)."""
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
            grade = self.propose(visit)
            return edit.record(
                ResultGraded(
                    grade.code, grade.label, grade.handling, dict(visit.counts), explanation.strip()
                )
            )
