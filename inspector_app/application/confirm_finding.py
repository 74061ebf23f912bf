"""Confirm findings (问题认定): what was proposed for a "not met", in the officers' own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector_app.application.corrections import refuse_after_issue
from inspector_app.application.propose_findings import ProposeFindings
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.visit import Visit
from inspector_app.domain.visit_events import FindingConfirmed, FindingWithdrawn

__all__ = ["ConfirmFinding", "WithdrawFinding"]


@dataclass(frozen=True, slots=True)
class ConfirmFinding:
    """The officers accept a proposed violation for an item, in their own words of fact."""

    place: Workplace
    records: VisitRecords

    def __call__(  # noqa: PLR0913 - the fields of one finding
        self,
        visit_id: str,
        item: str,
        violation_id: str,
        *,
        description: str,
        measures: Sequence[MeasureKind],
        requirement: str,
        deadline: date | None,
        on_spot: bool = False,
        finding_id: str = "",
        because: str = "",
    ) -> Visit:
        """Confirm (or, with ``finding_id``, change) a finding and return the visit.

        The violation may be any of the catalogue. Raises ``UserError`` if the item is not "not
        met", the violation may not be cited, a guard speaks against it and no reason is given
        (``because``), a measure is not allowed at this finding, or the facts are not described.
        """
        chosen = ProposeFindings(self.place, self.records).other(visit_id, item, violation_id)
        if chosen.excluded is not None and not because.strip():
            raise UserError(
                "finding.guard",
                "该违法行为的义务按主体档案不适用于这个当事人，仍然认定的应当写明理由。",
                safe="其他内容已保留。",
                mend="请核对主体档案的业态和类型，写明为什么适用。",
                facts={"violation": violation_id},
            )
        if not description.strip():
            raise UserError(
                "finding.description",
                "请写明现场查见的事实。",
                safe="其他内容已保留。",
                mend="请写明时间、地点、数量和现场状况，再认定。",
            )
        forbidden = [m for m in measures if m not in chosen.measures]
        unwritten = [m for m in forbidden if m in chosen.violation.measures]
        if unwritten:
            raise UserError(
                "finding.decision",
                "警告须以行政处罚决定书作出，本机还没有该文书的模板。",
                safe="其他内容已保留。",
                mend="请先责令改正；需要处罚的，选择立案调查。（行政处罚法第五十二条）",
            )
        if forbidden or not measures:
            raise UserError(
                "finding.measures",
                "所选措施不适用于初次发现的该违法行为。"
                if forbidden
                else "请至少选择一项处理措施。",
                mend="请从允许的措施中选择。",
                facts={"measure": forbidden[0].value if forbidden else ""},
            )
        if deadline is not None and deadline < self.place.clock.today():
            raise UserError("finding.deadline", "整改期限不能早于今天。", mend="请重新选择日期。")
        with self.records.editing(visit_id) as edit:
            refuse_after_issue(edit.visit, item)
            answer = edit.visit.answers.get(item)
            if answer is None or answer.value is not AnswerValue.NOT_MET:
                raise UserError(
                    "finding.not_failed",
                    "只有结论为“不符合”的项目才能认定问题。",
                    mend="请先把该项目评价为“不符合”，再认定。",
                )
            if any(
                found.item == item and found.violation.id == violation_id and found.id != finding_id
                for found in edit.visit.findings.values()
            ):
                raise UserError(
                    "finding.twice",
                    "该项目已经认定这个违法行为，不重复认定。",
                    safe="已有的认定未变。",
                    mend="请修改已有的认定。",
                )
            return edit.record(
                FindingConfirmed(
                    finding_id=finding_id or self.place.ids.new_id(),
                    item=item,
                    violation=chosen.violation,
                    description=description.strip(),
                    measures=tuple(measures),
                    requirement=requirement.strip(),
                    deadline=deadline,
                    on_spot=on_spot,
                    because=because.strip() if chosen.excluded is not None else "",
                    pack=chosen.pack,
                )
            )


@dataclass(frozen=True, slots=True)
class WithdrawFinding:
    """A finding that does not stand."""

    records: VisitRecords

    def __call__(self, visit_id: str, finding_id: str, because: str) -> Visit:
        """Withdraw and return the visit; ``UserError`` without a reason."""
        if not because.strip():
            raise UserError(
                "finding.because",
                "撤销问题应当写明理由。",
                safe="未作任何更改。",
                mend="请填写撤销的理由，再撤销。",
            )
        with self.records.editing(visit_id) as edit:
            finding = edit.visit.findings.get(finding_id)
            if finding is None:
                return edit.visit
            refuse_after_issue(edit.visit, finding.item)
            return edit.record(FindingWithdrawn(finding_id, because.strip()))
