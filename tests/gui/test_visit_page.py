"""The page 检查 as a whole: its list, the line of steps, reopening, keys, language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.steps import StepStatus
from inspector_app.domain.visit import Step
from inspector_app.gui.change_bus import Changes
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.models.visit_steps import blocked_by
from tests.factory import officer, task
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject


def test_open_visits_are_listed_and_one_press_goes_on(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    visit_id = office.arrived()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.choose_row(page.page.overview.list, visit_id)

    page.page.overview.list.row_entered.emit(visit_id)
    page.settle()

    assert page.visit.id == visit_id


def test_a_returned_visit_stands_first_among_what_is_to_do(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    returned = office.finished()
    desk = office.review_by()
    desk.do.return_case(desk.do.open_case(returned), "补充证据")
    office.take_reviews(desk, returned)
    with office.store.begin() as uow:
        uow.put_tasks(office.do.view_visit(returned).visit.tasks)

    page = VisitPageObject(qtbot, office.do, jobs)

    assert [row.key for row in page.page.overview.list.rows] == [returned]


def test_an_unknown_visit_is_a_calm_message(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)

    page.open("no such visit")

    assert page.said == "没有找到这次检查。"


def test_a_blocked_step_says_by_what_and_leads_there(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.arrived())

    page.go_to(Step.DOCUMENTS)
    shown = page.shown
    page.take_offer()

    assert shown is Step.CHECKLIST
    assert page.said == "“文书”暂不能进行：还有 3 项没有检查结论"
    assert page.card.code == "LICENCE"


def test_every_earlier_step_is_one_press_away(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.finished())

    page.go_to(Step.FINDINGS)

    assert page.shown is Step.FINDINGS


def test_a_visit_opens_where_it_was_left(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    visit_id = office.judged()
    office.do.look_up.set_bookmark(visit_id, Bookmark(Step.FINDINGS.value, "HEALTH"))
    page = VisitPageObject(qtbot, office.do, jobs)

    page.open(visit_id)

    assert page.shown is Step.FINDINGS
    assert page.findings.list.current_key == "HEALTH"


def test_a_bookmark_at_a_step_that_is_blocked_now_gives_way(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    visit_id = office.arrived()
    office.do.look_up.set_bookmark(visit_id, Bookmark(Step.SIGNATURES.value))
    page = VisitPageObject(qtbot, office.do, jobs)

    page.open(visit_id)

    assert page.shown is Step.CHECKLIST


def test_turning_to_a_step_is_remembered(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.arrived())
    page.go_to(Step.FINDINGS)

    page.page.flush()
    page.settle()

    assert office.do.look_up.bookmark(page.visit.id) == Bookmark(Step.FINDINGS.value)


def test_control_and_enter_take_the_next_action(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.judged())
    page.go_to(Step.DOCUMENTS)

    page.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert page.visit.standing_document("onsite_record") is not None


def test_control_and_page_keys_turn_the_steps(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.arrived())

    page.key(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)

    assert page.shown is Step.ARRIVAL


def test_what_a_sync_brings_is_shown_without_asking(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    visit_id = office.finished()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    desk = office.review_by()
    desk.do.return_case(desk.do.open_case(visit_id), "补充证据")
    office.take_reviews(desk, visit_id)

    page.bus.announce(Changes.of("remark", visit_id))
    page.settle()

    assert "退回理由：补充证据" in page.texts(page.done)


def test_what_the_page_records_is_announced(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.arrived())
    announced: list[Changes] = []
    page.bus.changed.connect(announced.append)

    page.answer(AnswerValue.MET)

    assert announced == [Changes.of("visit", page.visit.id)]


def test_the_open_visit_changes_its_language_at_once(
    qtbot: QtBot, jobs: Jobs, app: QApplication
) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(office.arrived())

    apply_language(app, "en")
    page.settle()

    assert page.page.workspace.next.text() == "Next item"
    assert "Basis and guidance" in page.texts(page.checklist.guidance)


def test_the_head_names_the_party(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)

    page.open(office.arrived())

    assert page.page.heading == ("云溪县张记面馆（演示）", "日常")


def test_a_receipt_not_made_yet_holds_up_no_step_before_the_service() -> None:
    office = GuiOffice()
    visit_id = office.judged()
    for kind in ("onsite_record", "correction_order"):
        office.issue(visit_id, kind)
    view = office.do.view_visit(visit_id)

    states = {state.step: state.status for state in view.steps}

    assert states[Step.DOCUMENTS] is StepStatus.DONE
    assert states[Step.SERVICE] is StepStatus.CURRENT


def test_an_unsigned_receipt_holds_up_the_end() -> None:
    office = GuiOffice()
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    order = office.issue(visit_id, "correction_order")
    office.do.serve_documents(
        visit_id, [order], mode="direct", receiver="张三丰年", relation="本人", place_text="店内"
    )

    blocker = blocked_by(office.do.view_visit(visit_id), Step.DONE)

    assert blocker is not None
    assert (blocker.code, blocker.step) == ("receipt_missing", Step.SERVICE)


def test_a_record_changed_after_composing_leads_back_to_the_documents() -> None:
    office = GuiOffice()
    visit_id = office.judged()
    office.do.compose_document(visit_id, "onsite_record")
    office.do.compose_document(visit_id, "correction_order")
    office.do.record_answer(visit_id, "LICENCE", AnswerValue.MET, note="副本在墙上")

    states = office.do.view_visit(visit_id).steps

    current = next(state for state in states if state.status is StepStatus.CURRENT)
    assert current.step is Step.DOCUMENTS
    assert {blocker.code for blocker in current.blockers} == {"stale"}


def test_nothing_typed_in_one_visit_turns_up_in_another(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    first = office.arrived()
    with office.store.begin() as uow:
        uow.put_tasks([task(8)])
    officers = [officer(1), officer(2)]
    second = office.do.start_visit("enterprise-1", officers, task_ids=("task-8",)).id
    office.read_rights(second, "张三丰年")
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(first)
    page.choose_item("HEALTH")
    page.key("b")
    page.key("hidden")

    page.open(second)
    opened_at = page.card.code
    page.choose_item("HEALTH")

    assert opened_at == "LICENCE"
    assert page.card.note.value() == ""
