"""Why a violation is proposed, what its clauses say, and any other one in one's own words."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.violation import ScopeGuard, Verification
from inspector_app.domain.visit import Step
from inspector_app.gui.change_bus import Changes
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.law.page import LawPage
from inspector_app.gui.pages.visit.finding_editor import FindingEditor
from tests.factory import FOOD_LAW, checklist, enterprise, officer, task, violation
from tests.fakes.statutes import made_up
from tests.fakes.workplace import ShelfOfPacks
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject, failed
from tests.gui.pages_window import OpenWindow

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
    definition = replace(checklist(), sections=sections, violations=known)
    return GuiOffice(packs=ShelfOfPacks({"catering": definition}))


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


def test_what_fits_and_is_not_verified_is_said_and_cannot_be_chosen(
    qtbot: QtBot, jobs: Jobs
) -> None:
    page = failed(qtbot, jobs, wide_office(verification=Verification.RECALLED))

    found = page.look_up("菜单没有公示菜品来源")

    others = page.findings.editor.choice.others
    assert OTHER not in found
    assert f"可能是“{OTHER}”（M90），条款待核实，不能据以处理" in page.texts(others)


def test_what_is_not_yet_in_force_is_said_with_its_first_day(qtbot: QtBot, jobs: Jobs) -> None:
    later = {"duty": (Citation("菜品法", 3),), "penalty": (Citation("菜品法", 9),)}
    page = failed(qtbot, jobs, wide_office(**later, valid_from=date(2027, 1, 1)))

    found = page.look_up("菜单没有公示菜品来源")

    others = page.findings.editor.choice.others
    assert OTHER not in found
    assert "2027年1月1日起才适用，不能据以处理：目录没有《菜品法》今天施行的文本" in page.texts(
        others
    )


def test_another_search_takes_the_warning_of_the_last_one_away(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs, wide_office(verification=Verification.RECALLED))
    page.look_up("菜单没有公示菜品来源")

    page.look_up("健康证明")

    assert not page.findings.editor.choice.others.warnings
    assert "待核实，不能据以处理" not in page.texts(page.findings.editor.choice.others)


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


def test_drafts_of_two_visits_for_what_was_looked_up_both_survive(qtbot: QtBot, jobs: Jobs) -> None:
    office = wide_office(keywords=("菜品来源",))
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(2)])
        uow.put_tasks([task(2, enterprise_id="enterprise-2")])
    both = [office.do.start_visit(f"enterprise-{n}", [officer(1), officer(2)]).id for n in (1, 2)]
    page = VisitPageObject(qtbot, office.do, jobs)
    for visit_id in both:
        office.read_rights(visit_id, "张三丰年")
        office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, note="一人无证")
        page.open(visit_id)
        page.go_to(Step.FINDINGS)
        page.look_up("菜品来源")
        page.findings.editor.choice.others.violation_chosen.emit("M90")
        page.settle()
        page.rest()

    again = VisitPageObject(qtbot, office.do, jobs)
    chosen = []
    for visit_id in both:
        again.open(visit_id)
        again.go_to(Step.FINDINGS)
        again.settle()
        card = again.findings.editor.choice.card("M90")
        chosen.append(card is not None and card.is_chosen)

    assert chosen == [True, True]


def test_a_text_taken_in_meanwhile_stands_at_the_clause_and_nothing_typed_is_lost(
    open_window: OpenWindow,
) -> None:
    office = wide_office(keywords=("菜品来源",))
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, note="一人无证")
    window = open_window(office)
    window.window.open_visit(visit_id, "HEALTH")
    window.settle()
    editor = window.window.page("visit").findChild(FindingEditor)
    assert editor is not None
    editor.choice.others.violation_chosen.emit("M90")
    window.settle()
    editor.description.set_value("菜单上没有写。")
    (card,) = [each for each in editor.choice.cards() if each.is_chosen]
    assert card.duty[0].words() == ""

    office.statutes.add(made_up(FOOD_LAW, "第四十五条 示例一。\n示例二。", date(2021, 4, 29)))
    window.window.bus.announce(Changes.of("statute"))
    window.settle()

    (card,) = [each for each in editor.choice.cards() if each.is_chosen]
    assert card.proposal.violation.id == "M90"
    assert card.duty[0].words() == "示例二。"
    assert editor.description.value() == "菜单上没有写。"


def test_ctrl_l_opens_the_search_with_the_facts(qtbot: QtBot, jobs: Jobs) -> None:
    page = failed(qtbot, jobs, wide_office())
    page.page.window().activateWindow()

    page.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    others = page.findings.editor.choice.others
    assert others.isVisible()
    assert others.field.value() == "一人无证"
