"""The step 文书: fields, the gate, the page, composing and correcting."""

from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.editors import FieldEditor
from inspector_app.gui.jobs import Jobs
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject


def drafting(qtbot: QtBot, jobs: Jobs, office: GuiOffice | None = None) -> VisitPageObject:
    office = office or GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.judged())
    page.go_to(Step.DOCUMENTS)
    return page


def facts(page: VisitPageObject) -> FieldEditor:
    return page.documents.editors["facts"]


def edit(page: VisitPageObject, text: str) -> None:
    """Change the field as the person would, and leave it."""
    facts(page).set_text(text)
    facts(page).text_changed.emit("facts", text)
    page.rest()


def test_every_document_that_the_record_calls_for_is_listed(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)

    assert [row.title for row in page.documents.list.rows] == ["现场笔录", "责令改正通知书"]


def test_a_field_begins_with_what_the_record_says(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)

    assert facts(page).text == "检查2项"


def test_a_field_is_on_disk_without_saving(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)

    edit(page, "三名员工在岗。")

    assert page.visit.drafts["onsite_record"] == {"facts": "三名员工在岗。"}


def test_the_page_shown_is_the_document_itself(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)

    page.wait_for(lambda: page.documents.preview.pdf.startswith(b"%PDF"))


def test_typing_renews_the_page(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)
    page.wait_for(lambda: bool(page.documents.preview.pdf))
    before = page.documents.preview.pdf

    edit(page, "三名员工在岗。")

    page.wait_for(lambda: page.documents.preview.pdf != before)


def test_an_empty_required_field_is_named_by_the_gate(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)

    edit(page, "")

    assert [message.rule for message in page.documents.gate.messages] == ["R38"]


def test_the_gate_leads_to_the_field_that_mends_it(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)
    edit(page, "")

    page.press_named("mend.R38.0")

    assert page.has_focus_in(facts(page).widget)


def test_a_blocked_document_is_not_composed(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)
    edit(page, "")

    page.press(page.documents.compose)

    assert page.said
    assert not page.visit.documents


def test_composing_leads_to_the_next_document_and_then_to_the_signatures(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = drafting(qtbot, jobs)

    page.press(page.documents.compose)
    second = page.documents.list.current_key
    page.press(page.documents.compose)

    assert second == "correction_order"
    assert page.shown is Step.SIGNATURES


def test_a_composed_document_takes_its_official_number(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)
    page.compose_all()

    assert page.document("correction_order").number == "云溪市监责改〔2026〕1号"


def test_a_composed_document_is_locked_until_it_is_opened_again(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)
    page.compose_all()
    page.go_to(Step.DOCUMENTS)
    page.choose_row(page.documents.list, "onsite_record")
    locked = not facts(page).widget.isEnabled()

    page.press(page.documents.reopen)

    assert locked
    assert facts(page).widget.isEnabled()


def test_a_changed_record_asks_to_compose_again(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = drafting(qtbot, jobs, office)
    page.compose_all()
    office.do.record_answer(page.visit.id, "LICENCE", AnswerValue.MET, note="副本在墙上")
    page.page.session.reload()
    page.settle()

    page.go_to(Step.DOCUMENTS)

    shown = page.texts(page.documents)
    page.compose_all()
    assert "定稿后检查记录有改动" in shown
    assert page.document("onsite_record").based_on == page.visit.content_seq


def test_voiding_takes_a_reason_and_keeps_the_number(qtbot: QtBot, jobs: Jobs) -> None:
    page = drafting(qtbot, jobs)
    page.compose_all()
    page.go_to(Step.DOCUMENTS)
    page.choose_row(page.documents.list, "correction_order")

    page.press(page.documents.void)
    page.documents.because.field.set_value("当场改正完毕")
    page.press(page.documents.because.confirm)

    voided = page.visit.documents_of("correction_order")[0]
    assert voided.status is DocumentStatus.VOIDED
    assert voided.number


def test_an_issued_document_is_corrected_by_another_with_a_reason(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    visit_id = office.judged()
    first = office.issue(visit_id, "onsite_record")
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.DOCUMENTS)
    page.choose_row(page.documents.list, "onsite_record")

    page.press(page.documents.correct)
    edit(page, "三名员工在岗，一名无健康证明。")
    page.press(page.documents.compose)
    page.documents.because.field.set_value("漏记人数")
    page.press(page.documents.because.confirm)

    correcting = page.document("onsite_record")
    assert correcting.corrects == first
    assert correcting.fields["facts"] == "三名员工在岗，一名无健康证明。"


def test_a_used_up_number_block_is_said_calmly(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    with office.store.begin() as uow:
        for _ in range(2):
            uow.take_number("责改", 2026)
    page = drafting(qtbot, jobs, office)

    page.compose_all()

    assert page.notices[-1].mend
    assert page.visit.standing_document("correction_order") is None
