"""The steps 签名, 送达 and 完成."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.jobs import Jobs
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject, signing

RECORD, ORDER, RECEIPT = "onsite_record", "correction_order", "service_receipt"


def serving(qtbot: QtBot, jobs: Jobs, office: GuiOffice | None = None) -> VisitPageObject:
    """A visit whose documents are issued, at the step of service."""
    office = office or GuiOffice()
    visit_id = office.judged()
    for kind in (RECORD, ORDER):
        office.issue(visit_id, kind)
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.SERVICE)
    return page


def test_a_document_is_read_before_it_is_signed(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)

    pane = page.signatures.pane

    assert pane.preview.pdf.startswith(b"%PDF")
    assert pane.begin.isVisibleTo(page.page)
    assert not pane.pad.isVisibleTo(page.page)


def test_a_signature_is_recorded_with_its_strokes_and_picture(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = signing(qtbot, jobs, office)

    page.sign(page.signatures.pane)

    signature = page.document(RECORD).signatures["party"]
    assert signature.name == "张三丰年"
    assert office.store.blobs.get(signature.image).startswith(b"\x89PNG")
    assert b"strokes" in office.store.blobs.get(signature.strokes)


def test_after_one_signature_the_next_slot_is_open_with_an_empty_pad(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = signing(qtbot, jobs)

    page.sign(page.signatures.pane)

    assert page.signatures.pane.slot == "officer1"
    assert page.signatures.pane.pad.is_empty
    assert page.signatures.pane.name.value() == "林知远"


def test_an_empty_pad_cannot_be_confirmed(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)

    page.signatures.pane.start_signing()

    assert not page.signatures.pane.confirm.isEnabled()


def test_a_signature_without_a_name_is_asked_for_the_name(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)
    pane = page.signatures.pane
    pane.start_signing()
    pane.name.set_value("")
    page.scribble(pane)

    page.press(pane.confirm)

    assert pane.name.error
    assert not pane.pad.is_empty


def test_the_last_required_signature_issues_the_document(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)
    record = page.document(RECORD).id

    page.sign_document(page.signatures.pane, record)

    assert page.visit.documents[record].status is DocumentStatus.ISSUED
    assert page.said == "《现场笔录》已出具。"


def test_after_one_document_the_next_one_is_on_show(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)

    page.sign_document(page.signatures.pane, page.document(RECORD).id)

    assert page.signatures.list.current_key == page.document(ORDER).id


def test_after_the_last_document_the_service_follows(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)

    page.sign_all()

    assert page.shown is Step.SERVICE


def test_signing_again_replaces_the_signature(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)
    page.sign(page.signatures.pane)

    page.sign(page.signatures.pane, "party", "张四")

    assert page.document(RECORD).signatures["party"].name == "张四"


def test_an_officer_is_not_offered_to_refuse(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)

    page.signatures.pane.choose_slot("officer1")

    assert not page.signatures.pane.refuse.isVisibleTo(page.page)


def test_a_refusal_without_proof_is_asked_for_it(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)
    pane = page.signatures.pane
    pane.start_signing()
    page.press(pane.refuse)
    pane.refusal.reason.set_value("不说明理由")

    page.press(pane.refusal.confirm)

    assert pane.refusal.witness.error
    assert not page.document(RECORD).signatures


def test_a_lawful_refusal_counts_and_signing_goes_on(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)
    pane = page.signatures.pane
    pane.start_signing()
    page.press(pane.refuse)
    pane.refusal.reason.set_value("不说明理由")
    pane.refusal.recording.set_value("执法记录仪 3 号")

    page.press(pane.refusal.confirm)

    assert page.document(RECORD).signatures["party"].refused
    assert pane.slot == "officer1"


def test_a_record_that_must_be_recorded_asks_for_the_recording_at_its_field(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = signing(qtbot, jobs)
    pane = page.signatures.pane
    pane.start_signing()
    page.press(pane.refuse)
    pane.refusal.reason.set_value("不说明理由")
    pane.refusal.witness.set_value("李某")

    page.press(pane.refusal.confirm)

    assert pane.refusal.recording.error
    assert "party" not in page.document(RECORD).signatures


def test_a_witness_whom_a_refusal_names_is_asked_to_sign(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)
    page.choose_row(page.signatures.list, page.document(ORDER).id)
    pane = page.signatures.pane
    pane.start_signing()
    page.press(pane.refuse)
    pane.refusal.reason.set_value("不认可")
    pane.refusal.witness.set_value("李某")
    page.press(pane.refusal.confirm)
    page.sign(pane)

    assert page.document(ORDER).missing_slots == ("witness",)
    assert (pane.slot, pane.name.value()) == ("witness", "李某")
    page.sign(pane)
    assert page.document(ORDER).status is DocumentStatus.ISSUED


def test_the_service_begins_with_who_was_present(qtbot: QtBot, jobs: Jobs) -> None:
    page = serving(qtbot, jobs)

    assert page.service.form.draft() == {
        "mode": "direct",
        "receiver": "张三丰年",
        "relation": "经营者",
        "place": "云溪县虚拟街道8号",
    }


def test_leaving_at_the_premises_takes_a_note(qtbot: QtBot, jobs: Jobs) -> None:
    page = serving(qtbot, jobs)
    page.service.form.mode.chip("left").click()

    page.press(page.service.form.confirm)

    assert page.service.form.note.error
    assert not page.visit.services


def test_a_service_makes_the_receipt_and_asks_to_sign_it(qtbot: QtBot, jobs: Jobs) -> None:
    page = serving(qtbot, jobs)

    page.press(page.service.form.confirm)

    assert page.document(RECEIPT).status is DocumentStatus.COMPOSED
    assert page.service.pane.isVisibleTo(page.page)


def test_the_signed_receipt_leads_to_the_end(qtbot: QtBot, jobs: Jobs) -> None:
    page = serving(qtbot, jobs)

    page.serve()

    assert page.document(RECEIPT).status is DocumentStatus.ISSUED
    assert page.shown is Step.DONE


def test_an_issued_document_is_printed_as_it_was_signed(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = serving(qtbot, jobs, office)
    order = page.document(ORDER)
    page.choose_row(page.service.list, order.id)

    page.press(page.service.paper.print)

    assert office.tray.printed == [("责令改正通知书", office.store.blobs.get(order.pdf))]
    assert page.document(ORDER).copies_printed == 1


def test_an_issued_document_is_saved_byte_for_byte(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    office = GuiOffice()
    page = serving(qtbot, jobs, office)
    order = page.document(ORDER)
    page.choose_row(page.service.list, order.id)

    page.service.paper.saving_wanted.emit(order.id, str(tmp_path / "order.pdf"))
    page.settle()

    assert (tmp_path / "order.pdf").read_bytes() == office.store.blobs.get(order.pdf)


def test_a_folder_that_cannot_be_written_to_is_a_calm_message(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    page = serving(qtbot, jobs)
    order = page.document(ORDER)
    page.choose_row(page.service.list, order.id)

    page.service.paper.saving_wanted.emit(order.id, str(tmp_path / "gone" / "order.pdf"))
    page.settle()

    assert page.notices[-1].safe
    assert not list(tmp_path.iterdir())


def test_completing_records_what_became_of_the_earlier_problems(qtbot: QtBot, jobs: Jobs) -> None:
    page = serving(qtbot, jobs)
    page.serve()
    page.done.previous.set_value("上次问题均已整改。")

    page.press(page.done.complete)

    assert page.visit.completed
    assert page.visit.previous_rectification == "上次问题均已整改。"


def test_a_submitted_visit_waits_for_review(qtbot: QtBot, jobs: Jobs) -> None:
    page = serving(qtbot, jobs)
    page.serve()
    page.press(page.done.complete)

    page.press(page.done.submit)

    assert "已提交，等待审核人员审核。" in page.texts(page.done)
    assert not page.done.submit.isVisibleTo(page.page)


def test_after_the_end_the_officer_goes_back_to_the_day(qtbot: QtBot, jobs: Jobs) -> None:
    page = serving(qtbot, jobs)
    page.serve()
    page.press(page.done.complete)

    with qtbot.waitSignal(page.page.visit_closed):
        page.press(page.done.leave)


def test_a_returned_case_leads_to_the_item_and_can_be_submitted_again(
    qtbot: QtBot, jobs: Jobs
) -> None:
    office = GuiOffice()
    visit_id = office.finished()
    desk = office.review_by()
    case = desk.do.make_remark(desk.do.open_case(visit_id), "请补拍照片。", item="HEALTH")
    desk.do.return_case(case, "补充证据")
    office.take_reviews(desk, visit_id)
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    card = next(iter(page.done.remark_cards.values()))

    page.press(card.go)
    shown = (page.shown, page.card.code)
    page.go_to(Step.DONE)
    next(iter(page.done.remark_cards.values())).reply.set_value("已补拍。")
    page.press(next(iter(page.done.remark_cards.values())).send)
    page.press(page.done.submit)

    assert shown == (Step.CHECKLIST, "HEALTH")
    assert page.visit.submitted_round == 2


def test_a_corrected_document_is_served_and_proven_anew(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.completed())
    office.do.correct_answer(
        page.visit.id, "HEALTH", AnswerValue.NOT_MET, because="漏记", note="两人无证"
    )
    page.page.session.reload()
    page.settle()

    page.go_to(Step.DOCUMENTS)
    page.choose_row(page.documents.list, ORDER)
    page.press(page.documents.correct)
    page.press(page.documents.compose)
    page.documents.because.field.set_value("人数有误")
    page.press(page.documents.because.confirm)
    page.go_to(Step.SIGNATURES)
    page.choose_row(page.signatures.list, page.document(ORDER).id)
    page.sign_document(page.signatures.pane, page.document(ORDER).id)
    page.go_to(Step.SERVICE)
    page.serve()

    assert not page.visit.unproven
    assert page.document(ORDER).id in page.visit.served
