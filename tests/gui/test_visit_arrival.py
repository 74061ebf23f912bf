"""The start of a visit and the step 到场."""

from pytestqt.qtbot import QtBot

from inspector_app.domain.visit import Step
from inspector_app.gui.jobs import Jobs
from tests.factory import officer
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject


def test_the_plan_says_what_the_merged_visit_asks(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)

    page.page.start("enterprise-1")
    page.settle()

    assert page.words("plan.merge") == "一项任务，3 项检查（其中重点项 1 项）"


def test_the_only_other_officer_is_chosen_already(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)

    page.start()

    assert [o.id for o in page.visit.officers] == ["officer-1", "officer-2"]


def test_without_a_second_officer_no_visit_begins(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    with office.store.begin() as uow:
        uow.put_officers([officer(4)])
    page = VisitPageObject(qtbot, office.do, jobs)

    page.start()

    assert page.planning.partner.error
    assert not office.do.look_up.visits()


def test_leaving_the_plan_leads_back_to_the_day(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)
    page.page.start("enterprise-1")
    page.settle()

    with qtbot.waitSignal(page.page.visit_closed):
        page.press(page.planning.back)


def test_the_answers_given_are_recorded(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)
    page.start()

    page.arrive("张三丰年")

    identity = page.visit.identity
    assert identity is not None
    assert identity.attendee.name == "张三丰年"
    assert page.shown is Step.CHECKLIST


def test_one_press_fills_in_the_party_itself(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)
    page.start()

    page.press(page.arrival.themselves)

    assert page.arrival.fields["name"].value() == "张三丰年"
    assert page.arrival.fields["position"].value() == "经营者"


def test_an_answer_that_blocks_says_at_once_why(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)
    page.start()

    page.arrival.questions["seen"].choose("no")

    assert page.arrival.questions["seen"].blocking
    assert "不能继续检查" in page.texts(page.arrival.questions["seen"])


def test_an_answer_that_blocks_is_not_recorded(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)
    page.start()

    page.arrive(seen="no")

    assert page.visit.identity is None
    assert page.said
    assert page.shown is Step.ARRIVAL


def test_a_question_without_an_answer_is_asked_for_at_its_place(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)
    page.start()
    page.arrival.fields["name"].set_value("张三丰年")
    page.arrival.questions["seen"].choose("yes")

    page.press(page.arrival.confirm)

    assert page.arrival.questions["recusal"].answers.error
    assert page.has_focus_in(page.arrival.questions["recusal"])


def test_without_a_name_the_cursor_goes_to_the_name(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)
    page.start()

    page.arrive("")

    assert page.arrival.fields["name"].error
    assert page.has_focus_in(page.arrival.fields["name"])


def test_what_was_typed_at_the_door_survives_a_kill(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    page = VisitPageObject(qtbot, office.do, jobs)
    page.start()
    page.type_into(page.arrival.fields["name"], "Zhang")
    page.arrival.questions["recusal"].choose("applied")
    page.rest()

    again = VisitPageObject(qtbot, office.do, jobs)
    again.open(page.visit.id)

    assert again.arrival.fields["name"].value() == "Zhang"
    assert again.arrival.questions["recusal"].answer == "applied"


def test_an_application_for_recusal_is_shown_as_a_hint(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)
    page.start()
    page.arrive(recusal="applied")

    page.go_to(Step.ARRIVAL)

    assert [message.rule for message in page.arrival.gate.messages] == ["R04"]


def test_after_issue_the_arrival_is_corrected_with_a_reason(qtbot: QtBot, jobs: Jobs) -> None:
    office = GuiOffice()
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.ARRIVAL)
    arrival = page.arrival
    assert not arrival.fields["name"].editor.isEnabled()

    page.press(arrival.correct)
    arrival.fields["name"].set_value("李四海")
    page.press(arrival.because.confirm)

    assert arrival.because.field.error
    arrival.because.field.set_value("姓名记错")
    page.press(arrival.because.confirm)
    identity = page.visit.identity
    assert identity is not None
    assert identity.attendee.name == "李四海"
    assert not arrival.fields["name"].editor.isEnabled()


def test_a_correction_of_the_arrival_that_is_dismissed_changes_nothing(
    qtbot: QtBot, jobs: Jobs
) -> None:
    office = GuiOffice()
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.ARRIVAL)
    before = page.visit.head

    page.press(page.arrival.correct)
    page.arrival.fields["name"].set_value("李四海")
    page.press(page.arrival.because.dismiss)

    assert page.visit.head == before
    assert page.arrival.fields["name"].value() == "张三丰年"
