"""A whole visit walked through the page, from the plan to the submission."""

from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.jobs import Jobs
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject


def test_a_visit_is_walked_from_the_plan_to_the_submission(qtbot: QtBot, jobs: Jobs) -> None:
    page = VisitPageObject(qtbot, GuiOffice().do, jobs)

    page.start()
    page.arrive()
    page.answer(AnswerValue.MET)
    page.answer(AnswerValue.NOT_MET)
    page.accept_finding("一名从业人员未能出示有效健康证明。")
    page.answer(AnswerValue.EXCLUDED)
    page.press(page.card.exclusion.confirm)
    page.judge()
    page.compose_all()
    page.sign_all()
    page.serve()
    page.press(page.done.complete)
    page.press(page.done.submit)

    visit = page.visit
    assert visit.completed
    assert visit.submitted_round == 1
    assert {d.kind for d in visit.documents.values() if d.status is DocumentStatus.ISSUED} == {
        "onsite_record",
        "correction_order",
        "service_receipt",
    }
    assert page.shown is Step.DONE
