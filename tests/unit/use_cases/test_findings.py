"""Findings and the result: what a "no" becomes, and what it may not become."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspector_app.domain.checklist import AnswerValue, PackRef
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.gate.rules import GateMode
from inspector_app.domain.law.matching import Guard, ReasonCode
from inspector_app.domain.law.violation import MeasureKind, ScopeGuard, Verification
from inspector_app.domain.visit import Visit
from tests.factory import TODAY, checklist, enterprise, violation
from tests.fakes.workplace import Office, ShelfOfPacks


def test_a_finding_is_proposed_only_where_its_guard_admits(office: Office) -> None:
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(activities=("production",))])
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)
    assert office.do.propose_findings(visit_id, "HEALTH") == ()


def test_what_is_not_proposed_says_which_guard_kept_it_out(office: Office) -> None:
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(activities=("production",))])
    visit_id = office.arrived()
    (kept_out,) = office.do.propose_findings.excluded(visit_id, "HEALTH")
    assert (kept_out.guard, kept_out.facts) == (Guard.ACTIVITY, ("catering", "sale"))


def test_a_proposal_says_why_and_by_when(office: Office) -> None:
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)
    (proposal,) = office.do.propose_findings(visit_id, "HEALTH")
    assert proposal.matched.facts(ReasonCode.ACTIVITY) == ("catering",)
    assert proposal.deadline == TODAY + timedelta(days=10)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"violation_id": "M99"}, "finding.violation"),
        ({"description": " "}, "finding.description"),
        ({"measures": [MeasureKind.FINE]}, "finding.measures"),
        ({"measures": [MeasureKind.WARNING]}, "finding.decision"),
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
        "measures": [MeasureKind.ORDER_CORRECTION],
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
    assert error.value.code == "correction.needed"


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
    visit_id = office.completed()
    office.do.correct_answer(
        visit_id, "WASH", AnswerValue.NOT_MET, because="审核意见", note="未消毒"
    )
    confirm(office, visit_id, "WASH")
    office.do.grade_result(visit_id, handling="order")
    office.issue(visit_id, "correction_order", because="补充一项")
    assert {f.item for f in office.do.view_visit(visit_id).visit.findings.values()} == {
        "HEALTH",
        "WASH",
    }


def test_a_finding_stands_again_once_a_correcting_document_is_issued_on_it(office: Office) -> None:
    visit_id = office.completed()
    office.do.correct_answer(
        visit_id, "WASH", AnswerValue.NOT_MET, because="审核意见", note="未消毒"
    )
    with pytest.raises(UserError):
        confirm(office, visit_id, "HEALTH")
    confirm(office, visit_id, "WASH")
    office.do.grade_result(visit_id, handling="order")
    office.issue(visit_id, "onsite_record", because="补充一项")
    with pytest.raises(UserError) as error:
        confirm(office, visit_id, "WASH")
    assert error.value.code == "correction.needed"


def test_a_warning_is_not_offered_while_nothing_can_write_its_decision(office: Office) -> None:
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)
    (proposal,) = office.do.propose_findings(visit_id, "HEALTH")
    assert MeasureKind.WARNING in proposal.violation.measures
    assert MeasureKind.WARNING not in proposal.measures


def test_no_result_before_every_failed_item_has_its_finding(office: Office) -> None:
    visit_id = office.arrived()
    for item in ("LICENCE", "HEALTH", "WASH"):
        office.do.record_answer(visit_id, item, AnswerValue.NOT_MET)
    with pytest.raises(UserError) as error:
        office.do.grade_result(visit_id)
    assert error.value.code == "grading.unbound"


def test_of_several_handlings_the_officers_choose_one_that_fits_the_findings(
    office: Office,
) -> None:
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "LICENCE", AnswerValue.MET)
    for item in ("HEALTH", "WASH"):
        office.do.record_answer(visit_id, item, AnswerValue.NOT_MET)
        confirm(office, visit_id, item)
    proposed = office.do.grade_result.propose(office.do.view_visit(visit_id).visit)
    assert [h.code for h in proposed.handlings] == ["order", "stop"]
    for handling in ("", "put_right"):
        with pytest.raises(UserError) as error:
            office.do.grade_result(visit_id, handling=handling)
        assert error.value.code == "grading.handling"
    visit = office.do.grade_result(visit_id, handling="stop")
    assert visit.grading is not None
    assert visit.grading.handling == "书面限期整改，停止生产经营"


def test_a_result_follows_what_was_put_right_on_the_spot(office: Office) -> None:
    visit_id = office.judged()
    finding = next(iter(office.do.view_visit(visit_id).visit.findings.values()))
    office.do.confirm_finding(
        visit_id,
        "HEALTH",
        finding.violation.id,
        description=finding.description,
        measures=[MeasureKind.ORDER_CORRECTION],
        requirement="",
        deadline=None,
        on_spot=True,
        finding_id=finding.id,
    )
    view = office.do.view_visit(visit_id)
    blockers = [b.code for state in view.steps for b in state.blockers]
    assert blockers[0] == "result_outdated"
    visit = office.do.grade_result(visit_id)
    assert visit.grading is not None
    assert visit.grading.handling == "当场整改"


def test_the_result_of_an_issued_document_stands(office: Office) -> None:
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    with pytest.raises(UserError) as error:
        office.do.grade_result(visit_id, "另一种说明")
    assert error.value.code == "correction.needed"


def test_a_violation_is_confirmed_once_at_an_item(office: Office) -> None:
    visit_id = office.judged()
    with pytest.raises(UserError) as error:
        confirm(office, visit_id, "HEALTH")
    assert error.value.code == "finding.twice"


def looked_up(**fields: object) -> Office:
    """An office whose catalogue knows M90, which no checklist names for any item."""
    other = violation("M90", wording="未按规定公示菜品来源", **fields)
    definition = replace(checklist(), violations={**checklist().violations, "M90": other})
    return Office(packs=ShelfOfPacks({"catering": definition}))


def confirm_other(office: Office, because: str = "") -> Visit:
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)
    return office.do.confirm_finding(
        visit_id,
        "HEALTH",
        "M90",
        description="菜单上没有来源。",
        measures=[MeasureKind.ORDER_CORRECTION],
        requirement="",
        deadline=None,
        because=because,
    )


def test_a_violation_that_the_item_does_not_name_can_be_confirmed() -> None:
    visit = confirm_other(looked_up())
    assert [f.violation.id for f in visit.findings.values()] == ["M90"]


def install_newer(office: Office) -> PackRef:
    """Another edition is installed, in which the same entries have other words."""
    older = office.packs.definitions["catering"]
    ref = PackRef(older.pack.id, "2.0", "f" * 64)
    reworded = {code: replace(v, wording="另一种说法") for code, v in older.violations.items()}
    office.packs.editions["catering", older.pack] = older
    office.packs.definitions["catering"] = replace(older, pack=ref, violations=reworded)
    return ref


def test_a_finding_names_the_edition_that_its_violation_stands_in() -> None:
    office = looked_up()
    began_with = office.packs.definitions["catering"].pack
    visit_id = office.arrived()
    newer = install_newer(office)
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)
    confirm(office, visit_id, "HEALTH")
    visit = office.do.confirm_finding(
        visit_id,
        "HEALTH",
        "M90",
        description="现场查见的事实",
        measures=[MeasureKind.ORDER_CORRECTION],
        requirement="",
        deadline=None,
    )
    assert {f.violation.id: (f.violation.wording, f.pack) for f in visit.findings.values()} == {
        # What the item names is of the edition that the visit began with.
        "M44": (violation().wording, began_with),
        "M90": ("另一种说法", newer),
    }


def test_a_finding_that_is_changed_stays_with_its_edition() -> None:
    office = looked_up()
    visit = confirm_other(office)
    (before,) = visit.findings.values()
    install_newer(office)
    after = office.do.confirm_finding(
        visit.id,
        "HEALTH",
        "M90",
        description="另一种情形",
        measures=before.measures,
        requirement="",
        deadline=None,
        finding_id=before.id,
    ).findings[before.id]
    assert after.description == "另一种情形"
    assert (after.violation, after.pack) == (before.violation, before.pack)


def test_a_violation_that_a_guard_speaks_against_demands_a_reason() -> None:
    office = looked_up(scope=ScopeGuard(activities=("production",)))
    with pytest.raises(UserError) as error:
        confirm_other(office)
    assert error.value.code == "finding.guard"


def test_the_reason_against_a_guard_is_on_record() -> None:
    office = looked_up(scope=ScopeGuard(activities=("production",)))
    visit = confirm_other(office, "店内另设加工间，实际从事食品生产。")
    assert [f.because for f in visit.findings.values()] == ["店内另设加工间，实际从事食品生产。"]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"verification": Verification.RECALLED}, "finding.unverified"),
        ({"valid_from": TODAY + timedelta(days=1)}, "finding.not_in_force"),
        ({"valid_to": TODAY - timedelta(days=1)}, "finding.not_in_force"),
    ],
)
def test_no_reason_makes_up_for_a_clause_that_may_not_be_cited(
    fields: dict[str, object], problem: str
) -> None:
    with pytest.raises(UserError) as error:
        confirm_other(looked_up(**fields), "理由充分。")
    assert error.value.code == problem


def test_what_was_looked_up_says_that_the_item_does_not_name_it() -> None:
    office = looked_up(scope=ScopeGuard(activities=("production",)))
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)

    proposal = office.do.propose_findings.other(visit_id, "HEALTH", "M90")

    assert not proposal.listed
    assert proposal.excluded is not None
    assert proposal.excluded.guard is Guard.ACTIVITY


def test_what_the_item_names_is_proposed_as_ever_when_looked_up(office: Office) -> None:
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET)

    assert office.do.propose_findings.other(visit_id, "HEALTH", "M44") in (
        office.do.propose_findings(visit_id, "HEALTH")
    )


def test_the_gate_warns_of_a_finding_that_a_guard_speaks_against_and_lets_the_reason_stand() -> (
    None
):
    office = looked_up(scope=ScopeGuard(activities=("production",)))
    visit = confirm_other(office, "店内另设加工间，实际从事食品生产。")

    messages = office.do.draft_document(visit.id, "onsite_record").messages

    (told,) = [message for message in messages if message.code == "gate.scope_not_admitted"]
    assert told.mode is GateMode.WARN
