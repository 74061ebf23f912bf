"""Once documents are issued: what changes only by a correction, and what the correction asks for."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.visit import Visit
from tests.fakes.workplace import Office
from tests.pictures import picture


def kinds_open(office: Office, visit_id: str) -> list[tuple[str, str]]:
    view = office.do.view_visit(visit_id)
    return [(b.code, b.target) for state in view.steps for b in state.blockers]


def test_a_corrected_record_goes_to_review_only_with_its_correcting_papers(office: Office) -> None:
    visit_id = office.completed()
    office.do.correct_answer(visit_id, "WASH", AnswerValue.NOT_MET, because="漏记", note="未消毒")
    proposal = office.do.propose_findings(visit_id, "WASH")[0]
    office.do.confirm_finding(
        visit_id,
        "WASH",
        proposal.violation.id,
        description="未消毒",
        measures=proposal.suggested,
        requirement="按规定清洗消毒",
        deadline=proposal.deadline,
    )
    with pytest.raises(UserError) as error:
        office.do.submit_visit(visit_id)
    assert error.value.code == "submit.not_graded"
    office.do.grade_result(visit_id, handling="order")
    assert kinds_open(office, visit_id)[0] == ("outdated", "onsite_record")
    with pytest.raises(UserError) as error:
        office.do.submit_visit(visit_id)
    assert (error.value.code, error.value.facts["step"]) == ("submit.outdated", "documents")
    office.issue(visit_id, "onsite_record", because="漏记")
    order = office.issue(visit_id, "correction_order", because="漏记")
    with pytest.raises(UserError) as error:
        office.do.submit_visit(visit_id)
    assert error.value.code == "submit.not_served"
    office.serve(visit_id, order)
    with pytest.raises(UserError) as error:
        office.do.submit_visit(visit_id)
    assert error.value.code == "submit.receipt_missing"
    office.issue(visit_id, "service_receipt")
    assert kinds_open(office, visit_id) == []
    assert office.do.submit_visit(visit_id).submitted_round == 1


def test_a_correction_that_no_paper_tells_asks_for_no_new_paper(office: Office) -> None:
    visit_id = office.completed()
    office.do.correct_answer(
        visit_id, "LICENCE", AnswerValue.MET, because="补记", note="许可证在有效期内"
    )
    assert kinds_open(office, visit_id) == []
    assert office.do.submit_visit(visit_id).submitted_round == 1


def test_an_order_for_what_was_no_violation_must_be_withdrawn(office: Office) -> None:
    visit_id = office.completed()
    order = office.do.view_visit(visit_id).visit.standing_document("correction_order")
    assert order is not None
    office.do.correct_answer(visit_id, "HEALTH", AnswerValue.MET, because="补验了健康证")
    office.do.grade_result(visit_id)
    assert ("not_called_for", "correction_order") in kinds_open(office, visit_id)
    office.do.withdraw_document(visit_id, order.id, "补验了健康证")
    assert ("not_called_for", "correction_order") not in kinds_open(office, visit_id)


def test_nothing_is_corrected_under_a_reviewers_eyes(office: Office) -> None:
    visit_id = office.finished()
    corrections: tuple[Callable[[], Visit], ...] = (
        lambda: office.do.correct_answer(visit_id, "HEALTH", AnswerValue.MET, because="补验"),
        lambda: office.read_rights(visit_id, "李四", "姓名有误"),
    )
    for correct in corrections:
        with pytest.raises(UserError) as error:
            correct()
        assert error.value.code == "correction.waiting"


def test_no_evidence_is_taken_before_the_rights_are_read(office: Office) -> None:
    visit_id = office.started()
    with pytest.raises(UserError) as error:
        office.do.attach_photo(visit_id, "HEALTH", picture(), name="一.jpg")
    assert error.value.code == "photo.before_rights"


def test_evidence_stands_once_a_document_tells_it(office: Office) -> None:
    visit_id = office.judged()
    office.do.attach_photo(visit_id, "HEALTH", picture(), name="一.jpg")
    office.issue(visit_id, "onsite_record")
    photo = next(iter(office.do.view_visit(visit_id).visit.photos))
    changes: tuple[Callable[[], Visit], ...] = (
        lambda: office.do.attach_photo(visit_id, "HEALTH", picture(colour="red"), name="二.jpg"),
        lambda: office.do.remove_photo(visit_id, photo, "模糊"),
    )
    for change in changes:
        with pytest.raises(UserError) as error:
            change()
        assert error.value.code == "correction.needed"
    office.do.correct_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, because="换照片")
    office.do.attach_photo(visit_id, "HEALTH", picture(colour="red"), name="二.jpg")
    with pytest.raises(UserError) as error:
        office.do.remove_photo(visit_id, photo)
    assert error.value.code == "photo.because"
    assert set(office.do.remove_photo(visit_id, photo, "模糊").photos) != {photo}


def test_names_at_the_door_are_corrected_with_a_reason_and_keep_the_first_time(
    office: Office,
) -> None:
    visit_id = office.judged()
    first = office.do.view_visit(visit_id).visit.identity
    assert first is not None
    office.issue(visit_id, "onsite_record")
    office.clock.move(wall=timedelta(hours=1))
    with pytest.raises(UserError) as error:
        office.read_rights(visit_id, "李四")
    assert error.value.code == "rights.because"
    identity = office.read_rights(visit_id, "李四", "姓名有误").identity
    assert identity is not None
    assert (identity.attendee.name, identity.at) == ("李四", first.at)
    assert ("outdated", "onsite_record") in kinds_open(office, visit_id)
