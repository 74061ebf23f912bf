"""The visit as the use cases walk it: lawful steps go on, unlawful ones stop, nothing is lost."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector_app.application.document_drafts import GateRefusal
from inspector_app.domain.checklist import AnswerValue, MeasureKind
from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import verify_chain
from inspector_app.domain.officer import Officer, Role
from inspector_app.domain.projection import project_visit
from inspector_app.domain.review import Review, ReviewStatus
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.domain.visit_events import Attendee, visit_stream
from tests.factory import TODAY, enterprise, officer
from tests.fakes.workplace import Office, picture, signature_png

ATTENDEE = Attendee("张三丰年", "经营者")


@pytest.fixture
def office() -> Office:
    return Office()


def refused(error: pytest.ExceptionInfo[UserError]) -> str:
    return error.value.code


def test_a_visit_goes_from_the_door_to_review(office: Office) -> None:
    visit_id = office.finished()
    view = office.do.view_visit(visit_id)
    assert view.visit.current_step is Step.DONE
    assert view.review_status is ReviewStatus.WAITING
    issued = {d.kind for d in view.visit.documents.values() if d.status is DocumentStatus.ISSUED}
    assert issued == {"onsite_record", "correction_order", "service_receipt"}


def test_the_whole_visit_is_one_unbroken_chain(office: Office) -> None:
    visit_id = office.finished()
    with office.store.read() as reading:
        events = reading.events(visit_stream(visit_id))
    assert verify_chain(events) == ()
    assert events[-1].type == "visit_submitted"


def test_what_is_stored_for_lists_is_what_the_fold_says(office: Office) -> None:
    visit_id = office.finished()
    visit = office.do.view_visit(visit_id).visit
    with office.store.read() as reading:
        assert reading.visit_summary(visit_id) == project_visit(visit, Review()).summary


def test_after_a_restart_the_visit_continues_at_the_same_item(office: Office) -> None:
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET)
    view = office.reopened().do.view_visit(visit_id)
    assert view.bookmark is not None
    assert (view.bookmark.step, view.bookmark.item) == ("checklist", "HEALTH")
    assert view.visit.answers["HEALTH"].value is AnswerValue.MET


@pytest.mark.parametrize(
    ("pair", "problem"),
    [
        ([officer(1)], "officers.two"),
        ([officer(1), officer(1)], "officers.two"),
        ([officer(1), officer(2, valid_to=TODAY - timedelta(days=1))], "officers.expired"),
    ],
)
def test_a_visit_does_not_start_without_two_valid_officers(
    office: Office, pair: list[Officer], problem: str
) -> None:
    with pytest.raises(UserError) as error:
        office.do.start_visit("enterprise-1", pair)
    assert refused(error) == problem
    assert office.do.look_up.visits() == ()


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({}, "rights.unanswered"),
        ({"seen": "yes"}, "rights.unanswered"),
        ({"seen": "yes", "recusal": "perhaps"}, "rights.unanswered"),
        ({"seen": "no", "recusal": "none"}, "rights.blocking"),
    ],
)
def test_rights_are_recorded_only_with_every_answer(
    office: Office, answers: dict[str, str], problem: str
) -> None:
    visit_id = office.started()
    with pytest.raises(UserError) as error:
        office.do.read_rights(visit_id, ATTENDEE, answers)
    assert refused(error) == problem
    assert office.do.view_visit(visit_id).visit.identity is None


def test_a_wish_for_recusal_is_recorded_and_does_not_stop_the_visit(office: Office) -> None:
    visit_id = office.started()
    visit = office.do.read_rights(visit_id, ATTENDEE, {"seen": "yes", "recusal": "applied"})
    assert visit.current_step is Step.CHECKLIST
    assert [m.rule for m in office.do.view_visit(visit_id).messages if m.rule == "R04"] == ["R04"]


def test_no_item_is_answered_before_the_rights_are_read(office: Office) -> None:
    visit_id = office.started()
    with pytest.raises(UserError) as error:
        office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET)
    assert refused(error) == "answer.before_rights"


def test_the_same_answer_twice_is_one_event(office: Office) -> None:
    visit_id = office.arrived()
    first = office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET)
    assert office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET).head == first.head


def test_an_answer_cannot_change_once_a_document_is_issued(office: Office) -> None:
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    with pytest.raises(UserError) as error:
        office.do.record_answer(visit_id, "WASH", AnswerValue.MET)
    assert refused(error) == "answer.issued"


def test_a_correction_needs_a_reason_and_leaves_the_first_answer_on_record(office: Office) -> None:
    visit_id = office.finished()
    with pytest.raises(UserError, match="理由"):
        office.do.correct_answer(visit_id, "HEALTH", AnswerValue.MET, because=" ")
    office.do.correct_answer(
        visit_id, "HEALTH", AnswerValue.NOT_MET, because="核对更衣室登记", note="两人无证"
    )
    with office.store.read() as reading:
        kinds = [
            e.type
            for e in reading.events(visit_stream(visit_id))
            if e.payload.get("item") == "HEALTH"
        ]
    assert kinds == ["answer_recorded", "finding_confirmed", "answer_corrected"]


def test_a_photo_keeps_its_bytes_its_hash_and_its_time(office: Office) -> None:
    visit_id = office.arrived()
    data = picture(taken_at="2026:11:21 09:10:11")
    visit = office.do.attach_photo(visit_id, "HEALTH", data, name="证.jpg")
    (photo,) = visit.photos_of("HEALTH")
    assert photo.taken_at == "2026-11-21T09:10:11"
    assert office.do.look_up.blob(photo.sha256) == data
    assert office.do.look_up.blob(photo.thumbnail).startswith(b"\xff\xd8")


def test_the_same_photo_twice_counts_once(office: Office) -> None:
    visit_id = office.arrived()
    data = picture()
    office.do.attach_photo(visit_id, "HEALTH", data, name="一.jpg")
    assert len(office.do.attach_photo(visit_id, "HEALTH", data, name="二.jpg").photos) == 1


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, picture()[:200], b"%PDF-1.7"]
)
def test_a_photo_that_is_no_image_is_refused_and_nothing_is_lost(
    office: Office, data: bytes
) -> None:
    visit_id = office.arrived()
    before = office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET).head
    with pytest.raises(UserError) as error:
        office.do.attach_photo(visit_id, "HEALTH", data, name="坏.jpg")
    assert refused(error) == "photo.unreadable"
    assert error.value.mend
    assert office.do.view_visit(visit_id).visit.head == before


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
    assert refused(error) == problem


def test_no_result_before_every_item_is_answered(office: Office) -> None:
    visit_id = office.arrived()
    with pytest.raises(UserError) as error:
        office.do.grade_result(visit_id)
    assert refused(error) == "grading.unanswered"


def test_the_result_follows_the_packs_expression(office: Office) -> None:
    visit_id = office.judged()
    grading = office.do.view_visit(visit_id).visit.grading
    assert grading is not None
    assert (grading.grade, grading.handling) == ("basic", "书面限期整改")


def test_the_documents_called_for_follow_the_findings(office: Office) -> None:
    planned = [p.template.kind for p in office.do.view_visit(office.judged()).documents]
    assert planned == ["onsite_record", "correction_order"]


def test_a_blocked_document_cannot_be_composed_and_says_where_to_mend(office: Office) -> None:
    visit_id = office.arrived()
    with pytest.raises(GateRefusal) as error:
        office.do.compose_document(visit_id, "onsite_record")
    assert error.value.messages[0].step is Step.CHECKLIST
    assert office.do.view_visit(visit_id).visit.documents == {}


def test_an_emptied_required_field_blocks(office: Office) -> None:
    visit_id = office.judged()
    office.do.edit_document_fields(visit_id, "onsite_record", {"facts": ""})
    with pytest.raises(GateRefusal):
        office.do.compose_document(visit_id, "onsite_record")


def test_numbers_run_without_gap_and_composing_again_keeps_the_number(office: Office) -> None:
    visit_id = office.judged()
    first = office.do.compose_document(visit_id, "correction_order").standing_document(
        "correction_order"
    )
    again = office.do.compose_document(visit_id, "correction_order").standing_document(
        "correction_order"
    )
    assert first is not None
    assert again is not None
    assert first.number == again.number == "云溪市监责改〔2026〕1号"
    assert first.id == again.id


def test_a_void_number_is_never_used_again(office: Office) -> None:
    visit_id = office.judged()
    first = office.do.compose_document(visit_id, "correction_order").standing_document(
        "correction_order"
    )
    assert first is not None
    office.do.void_document(visit_id, first.id, "当事人名称有误")
    second = office.do.compose_document(visit_id, "correction_order").standing_document(
        "correction_order"
    )
    assert second is not None
    assert second.number == "云溪市监责改〔2026〕2号"


def test_without_a_number_nothing_is_composed_and_the_way_out_is_told(office: Office) -> None:
    visit_id = office.judged()
    for _ in range(2):
        document = office.do.compose_document(visit_id, "correction_order").standing_document(
            "correction_order"
        )
        assert document is not None
        office.do.void_document(visit_id, document.id, "试")
    before = office.do.view_visit(visit_id).visit.head
    with pytest.raises(UserError) as error:
        office.do.compose_document(visit_id, "correction_order")
    assert refused(error) == "numbers.exhausted"
    assert office.do.view_visit(visit_id).visit.head == before


def test_a_document_is_issued_only_when_all_have_signed(office: Office) -> None:
    visit_id = office.judged()
    visit = office.do.compose_document(visit_id, "onsite_record")
    document = visit.standing_document("onsite_record")
    assert document is not None
    with pytest.raises(GateRefusal):
        office.do.issue_document(visit_id, document.id)
    office.sign_all(visit_id, document.id)
    issued = office.do.issue_document(visit_id, document.id).documents[document.id]
    assert issued.status is DocumentStatus.ISSUED
    body = json.loads(office.store.blobs.get(issued.pdf)[4:])
    assert body["signers"] == ["officer-1", "officer-2"]


def test_issuing_twice_changes_nothing(office: Office) -> None:
    visit_id = office.judged()
    document_id = office.issue(visit_id, "onsite_record")
    head = office.do.view_visit(visit_id).visit.head
    assert office.do.issue_document(visit_id, document_id).head == head


def test_a_refusal_with_a_witness_lets_the_document_be_issued(office: Office) -> None:
    visit_id = office.judged()
    document = office.do.compose_document(visit_id, "correction_order").standing_document(
        "correction_order"
    )
    assert document is not None
    office.do.refuse_signature(
        visit_id, document.id, "party", name="张三丰年", reason="不认可", witness="李见证"
    )
    office.do.capture_signature(
        visit_id, document.id, "officer1", name="林知远", strokes=b"[]x", image=signature_png()
    )
    issued = office.do.issue_document(visit_id, document.id).documents[document.id]
    snapshot = office.do.place.documents.decode(office.store.blobs.get(issued.snapshot))
    assert "拒绝签名，理由：不认可；见证人：李见证" in snapshot.slot("party").note


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"slot": "party", "reason": ""}, "refusal.reason"),
        ({"slot": "party", "reason": "不认可", "witness": ""}, "refusal.proof"),
        ({"slot": "officer1", "reason": "忙", "witness": "李见证"}, "refusal.officer"),
        ({"slot": "nobody", "reason": "忙", "witness": "李见证"}, "signature.slot"),
    ],
)
def test_an_unlawful_refusal_is_not_recorded(
    office: Office, given: dict[str, str], problem: str
) -> None:
    visit_id = office.judged()
    document = office.do.compose_document(visit_id, "onsite_record").standing_document(
        "onsite_record"
    )
    assert document is not None
    slot = given.pop("slot")
    with pytest.raises(UserError) as error:
        office.do.refuse_signature(visit_id, document.id, slot, name="某人", **given)
    assert refused(error) == problem


def test_an_issued_document_is_only_corrected_by_a_new_one_with_a_reason(office: Office) -> None:
    visit_id = office.judged()
    first = office.issue(visit_id, "correction_order")
    with pytest.raises(UserError, match="更正"):
        office.do.compose_document(visit_id, "correction_order")
    second = office.issue(visit_id, "correction_order", because="期限写错")
    documents = office.do.view_visit(visit_id).visit.documents
    assert documents[first].status is DocumentStatus.CORRECTED
    assert (documents[second].corrects, documents[second].number[-2:]) == (first, "2号")


def test_service_demands_what_its_mode_demands(office: Office) -> None:
    visit_id = office.judged()
    order = office.issue(visit_id, "correction_order")

    def serve(**given: str) -> None:
        office.do.serve_documents(
            visit_id,
            [order],
            **({"mode": "direct", "receiver": "张", "relation": "", "place_text": ""} | given),
        )

    for given, problem in (
        ({"mode": "pigeon"}, "service.mode"),
        ({"mode": "electronic"}, "service.electronic"),
        ({"receiver": " "}, "service.receiver"),
        ({"mode": "left"}, "service.left_note"),
    ):
        with pytest.raises(UserError) as error:
            serve(**given)
        assert refused(error) == problem
    serve()
    assert office.do.view_visit(visit_id).visit.served == {order}


def test_only_issued_documents_are_served(office: Office) -> None:
    visit_id = office.judged()
    document = office.do.compose_document(visit_id, "correction_order").standing_document(
        "correction_order"
    )
    assert document is not None
    with pytest.raises(UserError) as error:
        office.do.serve_documents(
            visit_id, [document.id], mode="direct", receiver="张", relation="", place_text=""
        )
    assert refused(error) == "service.documents"


def test_a_visit_with_open_steps_is_not_completed(office: Office) -> None:
    visit_id = office.judged()
    with pytest.raises(UserError) as error:
        office.do.complete_visit(visit_id)
    assert error.value.facts["step"] == "documents"


def test_completing_answers_every_task(office: Office) -> None:
    office.finished()
    assert office.do.view_today().groups == ()


def test_what_was_issued_is_what_is_printed_and_each_copy_is_noted(office: Office) -> None:
    visit_id = office.judged()
    document_id = office.issue(visit_id, "onsite_record")
    for _ in range(2):
        visit = office.do.print_document(visit_id, document_id, "盘")
    assert visit.documents[document_id].copies_printed == 2
    assert office.tray.printed[0][1] == office.store.blobs.get(visit.documents[document_id].pdf)


def test_a_jump_of_the_clock_is_an_event_of_its_own(office: Office) -> None:
    visit_id = office.arrived()
    office.clock.move(wall=timedelta(minutes=1))
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.MET)
    assert office.do.view_visit(visit_id).visit.clock_jumps == ()
    office.clock.move(wall=timedelta(days=-1), mono=timedelta(minutes=1))
    visit = office.do.record_answer(visit_id, "WASH", AnswerValue.MET)
    assert visit.clock_jumps == (-(24 * 60 + 1) * 60_000,)


def test_today_puts_the_merged_tasks_of_one_shop_on_one_card(office: Office) -> None:
    (group,) = office.do.view_today().groups
    assert group.item_count == 3
    assert group.open_visit is None
    visit_id = office.started()
    (group,) = office.do.view_today().groups
    assert group.open_visit is not None
    assert group.open_visit.visit_id == visit_id


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
    assert refused(error) == "review.status"


def test_officers_do_not_review(office: Office) -> None:
    with pytest.raises(UserError) as error:
        office.do.open_case("visit")
    assert refused(error) == "role.required"


def test_nobody_reviews_a_case_of_their_own(office: Office) -> None:
    visit_id = office.finished()
    with office.store.read() as reading:
        events = reading.events(visit_stream(visit_id))
    desk = Office(me=officer(1, role=Role.SUPERVISOR), device="desk-1")
    desk.server.cases[visit_id] = events
    with pytest.raises(UserError) as error:
        desk.do.approve_case(desk.do.open_case(visit_id))
    assert refused(error) == "review.own_case"


def test_a_case_with_a_broken_chain_is_not_reviewed(supervisor: Office) -> None:
    visit_id = only_case(supervisor)
    events = supervisor.server.cases[visit_id]
    supervisor.server.cases[visit_id] = events[:3] + events[4:]
    with pytest.raises(UserError) as error:
        supervisor.do.open_case(visit_id)
    assert refused(error) == "case.chain"


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
    assert refused(error) == "submit.remarks"
    office.do.answer_remark(visit_id, view.remarks[0].remark_id, "已补写：传菜员")
    visit = office.do.submit_visit(visit_id)
    assert visit.submitted_round == 2
    assert office.do.view_visit(visit_id).review_status is ReviewStatus.WAITING


def test_a_waiting_case_is_not_submitted_twice(office: Office) -> None:
    visit_id = office.finished()
    with pytest.raises(UserError) as error:
        office.do.submit_visit(visit_id)
    assert refused(error) == "submit.waiting"


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
