"""Findings and the result: what a "no" becomes, and what it may not become."""

from datetime import date, timedelta

import pytest

from inspector_app.domain.checklist import AnswerValue, MeasureKind
from inspector_app.domain.errors import UserError
from tests.factory import TODAY, enterprise
from tests.fakes.workplace import Office


def test_a_finding_is_proposed_only_where_its_guard_admits(office: Office) -> None:
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(activities=("production",))])
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)
    assert office.do.propose_findings(visit_id, "HEALTH") == ()


def test_a_proposal_says_why_and_by_when(office: Office) -> None:
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)
    (proposal,) = office.do.propose_findings(visit_id, "HEALTH")
    assert proposal.matched_activities == ("catering",)
    assert proposal.deadline == TODAY + timedelta(days=10)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"violation_id": "M99"}, "finding.violation"),
        ({"description": " "}, "finding.description"),
        ({"measures": [MeasureKind.FINE]}, "finding.measures"),
        ({"measures": []}, "finding.measures"),
        ({"deadline": date(2026, 11, 20)}, "finding.deadline"),
    ],
)
def test_an_unlawful_finding_is_refused(
    office: Office, change: dict[str, object], problem: str
) -> None:
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)
    given = {
        "violation_id": "M44",
        "description": "无证",
        "measures": [MeasureKind.WARNING],
        "requirement": "",
        "deadline": None,
    } | change
    with pytest.raises(UserError) as error:
        office.do.confirm_finding(visit_id, "HEALTH", **given)  # type: ignore[arg-type]  # one is wrong on purpose
    assert error.value.code == problem


def test_no_result_before_every_item_is_answered(office: Office) -> None:
    visit_id = office.arrived()
    with pytest.raises(UserError) as error:
        office.do.grade_result(visit_id)
    assert error.value.code == "grading.unanswered"


def test_the_result_follows_the_packs_expression(office: Office) -> None:
    visit_id = office.judged()
    grading = office.do.view_visit(visit_id).visit.grading
    assert grading is not None
    assert (grading.grade, grading.handling) == ("basic", "书面限期整改")


def test_a_finding_stands_once_a_document_was_issued_on_it(office: Office) -> None:
    visit_id = office.judged()
    office.issue(visit_id, "correction_order")
    finding = next(iter(office.do.view_visit(visit_id).visit.findings))
    with pytest.raises(UserError) as error:
        office.do.withdraw_finding(visit_id, finding, "不想要了")
    assert error.value.code == "finding.issued"


def confirm(office: Office, visit_id: str, item: str) -> None:
    proposal = office.do.propose_findings(visit_id, item)[0]
    office.do.confirm_finding(
        visit_id,
        item,
        proposal.violation.id,
        description="现场查见的事实",
        measures=proposal.suggested,
        requirement=proposal.requirement,
        deadline=proposal.deadline,
    )


def test_an_item_corrected_to_not_met_gets_its_finding_and_the_papers_can_be_corrected(
    office: Office,
) -> None:
    visit_id = office.finished()
    office.do.correct_answer(
        visit_id, "WASH", AnswerValue.NOT_MET, because="审核意见", note="未消毒"
    )
    confirm(office, visit_id, "WASH")
    office.do.grade_result(visit_id)
    office.issue(visit_id, "correction_order", because="补充一项")
    assert {f.item for f in office.do.view_visit(visit_id).visit.findings.values()} == {
        "HEALTH",
        "WASH",
    }


def test_a_finding_stands_again_once_a_correcting_document_is_issued_on_it(office: Office) -> None:
    visit_id = office.finished()
    office.do.correct_answer(
        visit_id, "WASH", AnswerValue.NOT_MET, because="审核意见", note="未消毒"
    )
    with pytest.raises(UserError):
        confirm(office, visit_id, "HEALTH")
    confirm(office, visit_id, "WASH")
    office.do.grade_result(visit_id)
    office.issue(visit_id, "onsite_record", because="补充一项")
    with pytest.raises(UserError) as error:
        confirm(office, visit_id, "WASH")
    assert error.value.code == "finding.issued"
