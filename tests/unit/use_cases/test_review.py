"""Review: a supervisor's remarks, the officer's answers, and the case as one file."""

from pathlib import Path

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import verify_chain
from inspector_app.domain.officer import Role
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.visit_journal import visit_stream
from tests.factory import officer
from tests.fakes.workplace import Office


@pytest.fixture
def supervisor(office: Office) -> Office:
    visit_id = office.finished()
    with office.store.read() as reading:
        events = reading.events(visit_stream(visit_id))
    desk = Office(me=officer(3, role=Role.SUPERVISOR), device="desk-1")
    desk.server.cases[visit_id] = events
    return desk


def only_case(desk: Office) -> str:
    return next(iter(desk.server.cases))


def test_a_supervisor_remarks_at_an_item_and_returns_the_case(supervisor: Office) -> None:
    case = supervisor.do.open_case(only_case(supervisor))
    case = supervisor.do.make_remark(case, "请写明人员岗位", item="HEALTH")
    case = supervisor.do.return_case(case, "事实不够具体")
    assert case.status is ReviewStatus.RETURNED
    assert [(r.item, r.text) for r in case.review.remarks] == [("HEALTH", "请写明人员岗位")]
    assert supervisor.do.open_case(case.visit.id).status is ReviewStatus.RETURNED


def test_a_decided_case_is_not_decided_again(supervisor: Office) -> None:
    case = supervisor.do.approve_case(supervisor.do.open_case(only_case(supervisor)))
    with pytest.raises(UserError) as error:
        supervisor.do.return_case(case, "又想退回")
    assert error.value.code == "review.status"


def test_officers_do_not_review(office: Office) -> None:
    with pytest.raises(UserError) as error:
        office.do.open_case("visit")
    assert error.value.code == "role.required"


def test_nobody_reviews_a_case_of_their_own(office: Office) -> None:
    visit_id = office.finished()
    with office.store.read() as reading:
        events = reading.events(visit_stream(visit_id))
    desk = Office(me=officer(1, role=Role.SUPERVISOR), device="desk-1")
    desk.server.cases[visit_id] = events
    with pytest.raises(UserError) as error:
        desk.do.approve_case(desk.do.open_case(visit_id))
    assert error.value.code == "review.own_case"


def test_a_case_with_a_broken_chain_is_not_reviewed(supervisor: Office) -> None:
    visit_id = only_case(supervisor)
    events = supervisor.server.cases[visit_id]
    supervisor.server.cases[visit_id] = events[:3] + events[4:]
    with pytest.raises(UserError) as error:
        supervisor.do.open_case(visit_id)
    assert error.value.code == "case.chain"


def test_returned_remarks_are_answered_at_their_item_before_the_case_goes_back(
    office: Office, supervisor: Office
) -> None:
    visit_id = only_case(supervisor)
    case = supervisor.do.make_remark(supervisor.do.open_case(visit_id), "写明岗位", item="HEALTH")
    case = supervisor.do.return_case(case, "退回补正")
    reviews = [event for event in case.events if event.stream.startswith("review/")]
    with office.store.begin() as uow:
        uow.append_received(reviews)
    view = office.do.view_visit(visit_id)
    assert view.review_status is ReviewStatus.RETURNED
    assert [remark.text for remark in view.remarks_at("HEALTH")] == ["写明岗位"]
    with pytest.raises(UserError) as error:
        office.do.submit_visit(visit_id)
    assert error.value.code == "submit.remarks"
    office.do.answer_remark(visit_id, view.remarks[0].remark_id, "已补写：传菜员")
    visit = office.do.submit_visit(visit_id)
    assert visit.submitted_round == 2
    assert office.do.view_visit(visit_id).review_status is ReviewStatus.WAITING


def test_a_waiting_case_is_not_submitted_twice(office: Office) -> None:
    visit_id = office.finished()
    with pytest.raises(UserError) as error:
        office.do.submit_visit(visit_id)
    assert error.value.code == "submit.waiting"


def test_an_exported_case_holds_everything_that_the_record_names(office: Office) -> None:
    visit_id = office.finished()
    path = office.do.export_case(visit_id, Path("case.zip"))
    case = office.shelf.cases[path]
    visit = office.do.view_visit(visit_id).visit
    assert verify_chain(case["events"]) == ()
    assert set(case["documents"]) == set(visit.documents)
    assert case["heads"][-1].head == visit.head
    images = {s.image for d in visit.documents.values() for s in d.signatures.values()}
    assert images <= set(case["blobs"])


def test_a_case_corrected_after_its_approval_is_submitted_again(
    office: Office, supervisor: Office
) -> None:
    visit_id = only_case(supervisor)
    case = supervisor.do.approve_case(supervisor.do.open_case(visit_id))
    with office.store.begin() as uow:
        uow.append_received([e for e in case.events if e.stream.startswith("review/")])
    with pytest.raises(UserError) as error:
        office.do.submit_visit(visit_id)
    assert error.value.code == "submit.approved"
    office.do.correct_answer(visit_id, "LICENCE", AnswerValue.MET, because="补记", note="有效")
    assert office.do.view_visit(visit_id).review_status is ReviewStatus.NONE
    with office.store.read() as reading:
        summary = reading.visit_summary(visit_id)
        supervisor.server.cases[visit_id] = reading.events(visit_stream(visit_id))
    assert summary is not None
    assert summary.review is ReviewStatus.NONE
    assert supervisor.do.open_case(visit_id).status is ReviewStatus.NONE
    assert office.do.submit_visit(visit_id).submitted_round == 2
    assert office.do.view_visit(visit_id).review_status is ReviewStatus.WAITING


def test_nothing_is_remarked_on_an_approved_case(supervisor: Office) -> None:
    case = supervisor.do.approve_case(supervisor.do.open_case(only_case(supervisor)))
    with pytest.raises(UserError) as error:
        supervisor.do.make_remark(case, "还有一处", item="HEALTH")
    assert error.value.code == "review.status"
