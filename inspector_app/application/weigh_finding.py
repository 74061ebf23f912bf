"""Weigh a finding (裁量意见): what the officers would impose, within the clause and its proofs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector_app.application.corrections import refuse_under_review
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.permitted import Route, permitted
from inspector_app.domain.law.weighing import (
    DOCUMENT,
    PHOTO,
    Weighing,
    WeighingCase,
    WeighingRules,
    weighed,
)
from inspector_app.domain.law.weighing_checks import objections
from inspector_app.domain.terms import SANCTION_LABELS
from inspector_app.domain.visit import DocumentStatus, Finding, Visit
from inspector_app.domain.visit_events import FindingWeighed

__all__ = ["WeighFinding", "case_of"]

_STANDING = (DocumentStatus.COMPOSED, DocumentStatus.ISSUED)


def case_of(visit: Visit, finding: Finding, rules: WeighingRules, day: date) -> WeighingCase:
    """What is weighed at ``finding``: its violation, the party, what the record holds as evidence."""
    party = visit.enterprise
    photos = {f"{PHOTO}{photo}" for photo in visit.photos}
    papers = {f"{DOCUMENT}{d.id}" for d in visit.documents.values() if d.status in _STANDING}
    return WeighingCase(
        finding.violation,
        party.party_type,
        party.activities,
        day,
        rules,
        frozenset(photos | papers),
    )


@dataclass(frozen=True, slots=True)
class WeighFinding:
    """The officers' opinion on one finding; recorded again it replaces the one before."""

    place: Workplace
    records: VisitRecords

    def rules(self) -> WeighingRules:
        """What the packs say about weighing."""
        return self.place.packs.weighing_rules()

    def case(self, visit: Visit, finding: Finding) -> WeighingCase:
        """What may be weighed today."""
        return case_of(visit, finding, self.rules(), self.place.clock.today())

    def __call__(self, visit_id: str, finding_id: str, weighing: Weighing) -> Visit:
        """Record ``weighing`` and return the visit.

        Raises ``UserError`` if the finding does not stand, while a reviewer judges the case, and
        for the first thing that stands against the opinion; ``mend`` tells what may be done.
        """
        with self.records.editing(visit_id) as edit:
            finding = edit.visit.findings.get(finding_id)
            if finding is None:
                raise UserError(
                    "weigh.no_finding",
                    "这个问题已经撤销或者改为符合，不能再提出处理意见。",
                    safe="已有的记录未变。",
                    mend="仍有违法行为的，请先认定问题，再提出处理意见。",
                )
            refuse_under_review(edit.visit, self.records.review(edit.uow, visit_id))
            case = self.case(edit.visit, finding)
            against = objections(case, weighing, finding.weighed)
            if against:
                raise UserError(
                    against[0].code,
                    against[0].text,
                    safe="填写的内容已保留，尚未记录。",
                    mend=_still_open(case, weighing),
                    facts=against[0].facts,
                )
            return edit.record(FindingWeighed(finding_id, weighed(case, weighing)))


def _still_open(case: WeighingCase, weighing: Weighing) -> str:
    """What may be done all the same, now and after a case is opened."""
    by_route: dict[Route, list[str]] = {Route.NOW: [], Route.CASE: []}
    for found in permitted(case, weighing):
        if found.route in by_route:
            by_route[found.route].append(SANCTION_LABELS[found.sanction.kind])
    parts = []
    for route, lead in ((Route.NOW, "现在可以："), (Route.CASE, "立案后可以：")):
        names = "、".join(dict.fromkeys(by_route[route]))
        if names:
            parts.append(f"{lead}{names}。")
    return "".join(parts)
