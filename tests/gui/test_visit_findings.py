"""The step 问题: findings with their clauses, and the result."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.law.violation import MeasureKind, ScopeGuard, Verification
from inspector_app.domain.visit import Step
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.law.page import LawPage
from inspector_app.gui.pages.visit.finding_editor import FindingEditor
from tests.factory import FOOD_LAW, checklist, violation
from tests.fakes.statutes import made_up
from tests.fakes.workplace import ShelfOfPacks
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject
from tests.gui.pages_window import OpenWindow


def failed(qtbot: QtBot, jobs: Jobs, office: GuiOffice | None = None) -> VisitPageObject:
    """A visit whose second item is not met, at the step of findings."""
    office = office or GuiOffice()
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "LICENCE", AnswerValue.MET)
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, note="一人无证")
    office.do.record_answer(visit_id, "WASH", AnswerValue.MET)
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.FINDINGS)
    return page


def office_with(verification: Verification) -> GuiOffice:
    """An office whose only violation is verified that well."""
    only = violation(verification=verification)
    definition = replace(checklist(), violations={"M44": only})
    office = GuiOffice()
    shelf = ShelfOfPacks({"catering": definition})
    object.__setattr__(office.do.place, "packs", shelf)
    return office


def test_a_proposal_says_why_it_is_proposed(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs)

    assert "因为：项目 1.2 不符合 · 从事：餐饮服务" in page.texts(page.findings.editor)


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


OTHER = "未按规定公示菜品来源"


def wide_office(**fields: object) -> GuiOffice:
    """An office whose catalogue has a violation that no item of the checklist names."""
    other = violation("M90", wording=OTHER, **fields)
    own = violation()
    elsewhere = violation(
        "M91", wording="生产者的违法行为", scope=ScopeGuard(activities=("production",))
    )
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, violations=("M44", "M91")) if item.code == "HEALTH" else item
                for item in section.items
            ),
        )
        for section in checklist().sections
    )
    known = {"M44": own, "M90": other, "M91": elsewhere}
    office = GuiOffice()
    shelf = ShelfOfPacks({"catering": replace(checklist(), sections=sections, violations=known)})
    object.__setattr__(office.do.place, "packs", shelf)
    return office


def test_what_was_left_out_says_by_which_guard_once_it_is_opened(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs, wide_office())
    excluded = page.findings.editor.choice.excluded
    assert "生产者的违法行为" not in page.texts(excluded)

    page.press(excluded.head)

    assert "生产者的违法行为\n只适用于从事食品生产的" in page.texts(excluded)


def test_an_installed_clause_shows_its_text_of_the_day_of_the_act(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    duty = "第四十五条 示例一。\n示例二。"
    office.statutes.add(made_up(FOOD_LAW, duty, date(2021, 4, 29)))
    page = failed(qtbot, jobs, office)

    view = next(page.findings.editor.choice.cards()).duty[0]

    assert view.words() == "示例二。"
    assert "2021年4月29日" in page.texts(view)


def test_a_clause_that_is_not_installed_says_so_and_gives_the_summary(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = failed(qtbot, jobs)

    shown = page.texts(page.findings.editor)

    assert "条文未安装" in shown
    assert "概括：从事接触直接入口食品工作的人员应当每年健康检查" in shown


def test_a_clause_leads_to_its_place_among_the_statutes(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.statutes.add(made_up(FOOD_LAW, "第四十五条 示例一。\n示例二。", date(2021, 4, 29)))
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, note="一人无证")
    window = open_window(office)
    window.window.open_visit(visit_id, "HEALTH")
    window.settle()
    visit = window.window.page("visit")
    editor = visit.findChild(FindingEditor)
    assert editor is not None

    window.press(next(editor.choice.cards()).duty[0].open_button)

    law = window.window.page("law")
    assert isinstance(law, LawPage)
    assert window.shown == "law"
    assert law.reading.text.marked == "示例二。"


def test_a_violation_is_looked_up_in_ones_own_words_and_becomes_the_finding(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = failed(qtbot, jobs, wide_office(keywords=("菜品来源",)))
    found = page.look_up("菜单没有公示菜品来源")
    assert found[0] == OTHER

    page.findings.editor.choice.others.found.choose(0)
    page.findings.editor.choice.others.found.view.setFocus()
    page.key(Qt.Key.Key_Return)
    page.press(page.findings.editor.accept)

    assert [f.violation.id for f in page.visit.findings.values()] == ["M90"]


def test_what_was_looked_up_keeps_the_facts_that_were_written(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs, wide_office(keywords=("菜品来源",)))
    page.findings.editor.description.set_value("菜单上没有写。")

    page.look_up("菜品来源")
    page.findings.editor.choice.others.violation_chosen.emit("M90")
    page.settle()

    assert page.findings.editor.description.value() == "菜单上没有写。"


def test_a_guard_against_what_was_looked_up_demands_a_reason(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs, wide_office(scope=ScopeGuard(activities=("production",))))
    page.look_up("菜品来源")
    page.findings.editor.choice.others.violation_chosen.emit("M90")
    page.settle()
    editor = page.findings.editor
    assert "按主体档案不适用：只适用于从事食品生产的" in page.texts(editor)

    page.press(editor.accept)

    assert editor.because.error
    assert not page.visit.findings


def test_the_reason_against_a_guard_is_recorded_with_the_finding(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs, wide_office(scope=ScopeGuard(activities=("production",))))
    page.look_up("菜品来源")
    page.findings.editor.choice.others.violation_chosen.emit("M90")
    page.settle()
    page.findings.editor.because.set_value("店内另设加工间。")

    page.press(page.findings.editor.accept)

    assert [f.because for f in page.visit.findings.values()] == ["店内另设加工间。"]


def test_a_draft_for_what_was_looked_up_survives_a_kill(qtbot: QtBot, jobs: Jobs) -> None:
    office = wide_office(keywords=("菜品来源",))
    page = failed(qtbot, jobs, office)
    page.look_up("菜品来源")
    page.findings.editor.choice.others.violation_chosen.emit("M90")
    page.settle()
    page.rest()

    again = VisitPageObject(qtbot, office.do, jobs)
    again.open(page.visit.id)
    again.go_to(Step.FINDINGS)

    card = again.findings.editor.choice.card("M90")
    assert card is not None
    assert card.is_chosen


def test_ctrl_l_opens_the_search_with_the_facts(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs, wide_office())
    page.page.window().activateWindow()

    page.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    others = page.findings.editor.choice.others
    assert others.isVisible()
    assert others.field.value() == "一人无证"
