"""The step 问题: findings with their clauses, and the result."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.law.violation import MeasureKind, Verification
from inspector_app.domain.visit import Step
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.terms import fact_line
from tests.factory import checklist, violation
from tests.fakes.workplace import ShelfOfPacks
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject, failed


def office_with(verification: Verification) -> GuiOffice:
    """An office whose only violation is verified that well."""
    only = violation(verification=verification)
    definition = replace(checklist(), violations={"M44": only})
    return GuiOffice(packs=ShelfOfPacks({"catering": definition}))


def test_a_proposal_says_why_it_is_proposed(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)

    assert f"因为：{fact_line(('项目 1.2 不符合', '从事：餐饮服务'))}" in page.texts(
        page.findings.editor
    )


def test_a_proposal_shows_duty_and_penalty_by_clause(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)

    shown = page.texts(page.findings.editor)

    assert "《中华人民共和国食品安全法》第四十五条第二款" in shown
    assert "《中华人民共和国食品安全法》第一百二十六条第一款第（六）项" in shown


def test_a_classification_by_inference_says_so(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs, office_with(Verification.INFERRED))

    badge = next(page.findings.editor.choice.cards()).mark

    assert badge.text == "配对为推断"


def test_the_facts_begin_with_the_note(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)

    assert page.findings.editor.description.value() == "一人无证"


def test_enter_accepts_the_finding(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)

    page.key(Qt.Key.Key_Return)

    assert [finding.item for finding in page.visit.findings.values()] == ["HEALTH"]


def test_shift_and_enter_go_on_in_the_next_line(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)

    page.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert not page.visit.findings


def test_without_facts_nothing_is_accepted(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)
    page.findings.editor.description.set_value("")

    page.press(page.findings.editor.accept)

    assert page.findings.editor.description.error
    assert not page.visit.findings


def test_without_a_measure_nothing_is_accepted(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)
    page.findings.editor.measures.set_value(())

    page.press(page.findings.editor.accept)

    assert page.findings.editor.measures.error


def test_what_was_chosen_is_what_is_recorded(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)
    editor = page.findings.editor
    editor.measures.set_value((MeasureKind.ORDER_CORRECTION.value,))
    editor.term.chip("at_once").click()
    editor.requirement.set_value("立即停止上岗，办妥后再上岗。")
    editor.on_spot.setChecked(True)

    page.press(editor.accept)

    finding = next(iter(page.visit.findings.values()))
    assert finding.measures == (MeasureKind.ORDER_CORRECTION,)
    assert finding.deadline is None
    assert finding.requirement == "立即停止上岗，办妥后再上岗。"
    assert finding.on_spot


def test_an_entered_finding_survives_a_kill(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = failed(qtbot, jobs, office)
    page.findings.editor.requirement.text.setPlainText("停止上岗")
    page.rest()

    again = VisitPageObject(qtbot, office.do, jobs)
    again.open(page.visit.id)
    again.go_to(Step.FINDINGS)

    assert again.findings.editor.requirement.value() == "停止上岗"


def test_withdrawing_a_finding_takes_a_reason(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)
    page.press(page.findings.editor.accept)
    page.choose_row(page.findings.list, "HEALTH")

    page.press(page.findings.editor.withdraw)
    page.press(page.findings.withdrawal.confirm)

    assert page.findings.withdrawal.field.error
    assert page.visit.findings


def test_a_withdrawn_finding_is_open_again(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)
    page.press(page.findings.editor.accept)
    page.choose_row(page.findings.list, "HEALTH")
    page.press(page.findings.editor.withdraw)
    page.findings.withdrawal.field.set_value("当场出示了证明")

    page.press(page.findings.withdrawal.confirm)

    assert not page.visit.findings
    assert not page.findings.editor.form.finding_id


def test_a_confirmed_finding_can_be_changed(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)
    page.press(page.findings.editor.accept)
    page.choose_row(page.findings.list, "HEALTH")
    page.findings.editor.description.set_value("两人无证")

    page.press(page.findings.editor.accept)

    assert [finding.description for finding in page.visit.findings.values()] == ["两人无证"]


def test_where_no_violation_binds_the_party_the_page_says_what_to_do(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = failed(qtbot, jobs, office_with(Verification.RECALLED))

    assert "没有为这个项目列出适用于该当事人的违法行为" in page.texts(page.findings.editor)


def test_the_result_is_proposed_with_its_rule_in_words(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)

    page.choose_row(page.findings.list, "result")

    shown = page.texts(page.findings.grading)
    assert "基本符合" in shown
    assert "重点项不符合[0] ≤ 1" in shown


def test_in_english_the_rule_is_one_sentence_and_every_count_begins_a_line(
    qtbot: QtBot, jobs: Jobs, qapp: QApplication
) -> None:
    page = failed(qtbot, jobs)
    page.choose_row(page.findings.list, "result")
    apply_language(qapp, "en")
    try:
        page.settle()
        shown = page.texts(page.findings.grading)
    finally:
        apply_language(qapp, "zh")

    assert "Rule: key items not met[0] ≤ 1" in shown
    assert "Key items not met" in shown


def test_judging_records_the_result_and_leads_to_the_documents(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)
    page.press(page.findings.editor.accept)
    page.findings.grading.explanation.set_value("限期整改")

    page.press(page.findings.grading.judge)

    grading = page.visit.grading
    assert grading is not None
    assert (grading.label, grading.explanation) == ("基本符合", "限期整改")
    assert page.shown is Step.DOCUMENTS


def test_before_all_items_are_answered_the_result_leads_to_the_open_ones(
    qtbot: QtBot, jobs: Jobs
) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.arrived())
    page.go_to(Step.FINDINGS)

    page.press(page.findings.grading.go)

    assert (page.shown, page.card.code) == (Step.CHECKLIST, "LICENCE")


def test_where_the_findings_admit_several_handlings_the_officers_choose(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = failed(qtbot, jobs)
    page.go_to(Step.CHECKLIST)
    page.answer(AnswerValue.NOT_MET, "WASH")
    for item in ("HEALTH", "WASH"):
        page.go_to(Step.CHECKLIST)
        page.choose_item(item)
        page.accept_finding("现场查见的事实。")
    page.go_to(Step.FINDINGS)
    page.choose_row(page.findings.list, "result")
    grading = page.findings.grading

    page.press(grading.judge)

    assert grading.handling.error
    page.press(grading.handling.chip("stop"))
    page.press(grading.judge)
    graded = page.visit.grading
    assert graded is not None
    assert graded.handling == "书面限期整改，停止生产经营"


def test_before_the_findings_stand_nothing_is_said_of_what_follows(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = failed(qtbot, jobs)
    page.choose_row(page.findings.list, "result")
    shown = page.texts(page.findings.grading)
    assert "基本符合" in shown
    assert "整改" not in "".join(shown)

    page.press(page.findings.grading.judge)

    assert page.visit.grading is None
    assert page.findings.list.current_key == "HEALTH"
