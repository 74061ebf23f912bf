"""Documents composed, numbered, signed, issued, served, printed: lawful ones only."""

from datetime import timedelta

import pytest

from inspector_app.application.document_drafts import GateRefusal, signed_snapshot
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.document import Paragraph
from inspector_app.domain.errors import UserError
from inspector_app.domain.visit import DocumentStatus, Step
from tests.fakes.workplace import Office


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
    first = office.composed(visit_id, "correction_order")
    again = office.composed(visit_id, "correction_order")
    assert first.number == again.number == "云溪市监责改〔2026〕1号"
    assert first.id == again.id


def test_a_void_number_is_never_used_again(office: Office) -> None:
    visit_id = office.judged()
    first = office.composed(visit_id, "correction_order")
    office.do.void_document(visit_id, first.id, "当事人名称有误")
    second = office.composed(visit_id, "correction_order")
    assert second.number == "云溪市监责改〔2026〕2号"


def test_without_a_number_nothing_is_composed_and_the_way_out_is_told(office: Office) -> None:
    visit_id = office.judged()
    for _ in range(2):
        document = office.composed(visit_id, "correction_order")
        office.do.void_document(visit_id, document.id, "试")
    before = office.do.view_visit(visit_id).visit.head
    with pytest.raises(UserError) as error:
        office.do.compose_document(visit_id, "correction_order")
    assert error.value.code == "numbers.exhausted"
    assert office.do.view_visit(visit_id).visit.head == before


def test_issuing_twice_changes_nothing(office: Office) -> None:
    visit_id = office.judged()
    document_id = office.issue(visit_id, "onsite_record")
    head = office.do.view_visit(visit_id).visit.head
    assert office.do.issue_document(visit_id, document_id).head == head


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
        ({"mode": "left", "note": "拒绝签收"}, "service.left_proof"),
        ({"mode": "mail"}, "service.receipt_date"),
    ):
        with pytest.raises(UserError) as error:
            serve(**given)
        assert error.value.code == problem
    serve()
    assert office.do.view_visit(visit_id).visit.served == {order}


def test_only_issued_documents_are_served(office: Office) -> None:
    visit_id = office.judged()
    document = office.composed(visit_id, "correction_order")
    with pytest.raises(UserError) as error:
        office.serve(visit_id, document.id)
    assert error.value.code == "service.documents"


def test_what_was_issued_is_what_is_printed_and_each_copy_is_noted(office: Office) -> None:
    visit_id = office.judged()
    document_id = office.issue(visit_id, "onsite_record")
    for _ in range(2):
        visit = office.do.print_document(visit_id, document_id, "盘")
    assert visit.documents[document_id].copies_printed == 2
    assert office.tray.printed[0][1] == office.store.blobs.get(visit.documents[document_id].pdf)


def test_a_correction_composed_again_is_still_a_correction(office: Office) -> None:
    visit_id = office.judged()
    first = office.issue(visit_id, "correction_order")
    office.do.compose_document(visit_id, "correction_order", because="期限写错")
    second = office.issue(visit_id, "correction_order")
    documents = office.do.view_visit(visit_id).visit.documents
    assert documents[first].status is DocumentStatus.CORRECTED
    assert (documents[second].corrects, documents[second].because) == (first, "期限写错")
    snapshot = office.do.place.documents.decode(office.store.blobs.get(documents[second].snapshot))
    assert "更正理由：期限写错" in "".join(
        block.text for block in snapshot.blocks if isinstance(block, Paragraph)
    )


def test_a_later_service_has_a_receipt_of_its_own(office: Office) -> None:
    visit_id = office.judged()
    first = office.issue(visit_id, "correction_order")
    office.serve(visit_id, first, "张三丰年")
    receipt = office.issue(visit_id, "service_receipt")
    second = office.issue(visit_id, "correction_order", because="期限写错")
    office.serve(visit_id, second, "李四")
    assert office.do.view_visit(visit_id).visit.standing_document("service_receipt") is None
    later = office.issue(visit_id, "service_receipt")
    visit = office.do.view_visit(visit_id).visit
    assert visit.documents[receipt].status is DocumentStatus.ISSUED
    assert visit.documents[receipt].serves == (first,)
    assert (visit.documents[later].serves, visit.documents[later].corrects) == ((second,), "")
    assert visit.unproven == frozenset()


def test_a_visit_is_not_over_while_a_service_is_unproven(office: Office) -> None:
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    first = office.issue(visit_id, "correction_order")
    office.serve(visit_id, first, "张三丰年")
    office.issue(visit_id, "service_receipt")
    second = office.issue(visit_id, "correction_order", because="期限写错")
    office.serve(visit_id, second, "李四")
    with pytest.raises(UserError) as error:
        office.do.complete_visit(visit_id)
    assert error.value.code == "complete.receipt_missing"
    office.issue(visit_id, "service_receipt")
    assert office.do.complete_visit(visit_id).completed


def test_a_corrected_receipt_names_the_service_that_it_proved(office: Office) -> None:
    visit_id = office.judged()
    order = office.issue(visit_id, "correction_order")
    office.serve(visit_id, order, "张三丰年")
    first = office.issue(visit_id, "service_receipt")
    second = office.issue(visit_id, "service_receipt", because="备注遗漏")
    documents = office.do.view_visit(visit_id).visit.documents
    assert (documents[second].corrects, documents[second].serves) == (first, (order,))


def test_an_order_without_anything_to_put_right_is_not_composed(office: Office) -> None:
    visit_id = office.judged()
    order = office.issue(visit_id, "correction_order")
    office.do.correct_answer(visit_id, "HEALTH", AnswerValue.MET, because="补验了健康证")
    office.do.grade_result(visit_id)
    with pytest.raises(UserError) as error:
        office.do.compose_document(visit_id, "correction_order", because="补验了健康证")
    assert error.value.code == "document.not_called_for"
    visit = office.do.withdraw_document(visit_id, order, "补验了健康证")
    assert visit.documents[order].status is DocumentStatus.WITHDRAWN


@pytest.mark.parametrize(
    ("minutes", "problem"), [(-1, "service.too_early"), (0, ""), (3, "service.future")]
)
def test_a_service_is_neither_before_the_issue_nor_in_the_future(
    office: Office, minutes: int, problem: str
) -> None:
    visit_id = office.judged()
    order = office.issue(visit_id, "correction_order")
    at = (office.clock.wall + timedelta(minutes=minutes)).isoformat()
    said = ""
    try:
        office.serve(visit_id, order, at=at)
    except UserError as error:
        said = error.code
    assert said == problem


@pytest.mark.parametrize("at", ["昨天", "2026-11-21", "2026-11-21T09:00:00"])
def test_a_time_of_service_without_its_zone_is_refused(office: Office, at: str) -> None:
    visit_id = office.judged()
    order = office.issue(visit_id, "correction_order")
    with pytest.raises(UserError) as error:
        office.serve(visit_id, order, at=at)
    assert error.value.code == "service.at"


def test_a_document_is_served_once(office: Office) -> None:
    visit_id = office.judged()
    order = office.issue(visit_id, "correction_order")
    office.serve(visit_id, order, "张三丰年")
    with pytest.raises(UserError) as error:
        office.serve(visit_id, order, "李四")
    assert error.value.code == "service.again"


def test_what_somebody_wrote_as_a_sentence_stands_inside_ours_without_its_stop(
    office: Office,
) -> None:
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    visit = office.do.compose_document(visit_id, "onsite_record", because="姓名有误。")
    composed = visit.standing_document("onsite_record")
    assert composed is not None
    refused = office.do.refuse_signature(
        visit_id,
        composed.id,
        "party",
        name="张三丰年",
        reason="不认可。",
        recording="全程录像。",
    ).documents[composed.id]

    base = office.do.place.documents.decode(office.store.blobs.get(composed.snapshot))
    note = base.blocks[0]
    assert isinstance(note, Paragraph)
    assert note.text.endswith("更正理由：姓名有误。")
    assert (
        "理由：不认可；录音录像：全程录像。2026年"
        in signed_snapshot(base, refused).slot("party").note
    )
