"""Every place that a message of the gate may name is one that the window can go to."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.domain.law.gate.judging import FIELDS
from inspector_app.domain.visit import Step
from inspector_app.gui.jobs import Jobs
from tests.gui.factory_gui import GuiOffice
from tests.gui.visit_screen import VisitScreen

# What stands for {at} on each step's page, in the visit of these tests.
AT = {
    Step.ARRIVAL: "officer-1",
    Step.CHECKLIST: "HEALTH",
    Step.FINDINGS: "HEALTH",
    Step.DOCUMENTS: "onsite_record.facts",
    Step.SIGNATURES: "party",
    Step.SERVICE: "correction_order",
}
PLACES = [(step, target) for step, targets in FIELDS.items() for target in targets]


@pytest.mark.parametrize(("step", "target"), PLACES, ids=[f"{s.value}:{t}" for s, t in PLACES])
def test_the_window_goes_where_a_message_points(
    step: Step, target: str, qtbot: QtBot, jobs: Jobs
) -> None:
    office = GuiOffice()
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    office.composed(visit_id, "correction_order")
    screen = VisitScreen(qtbot, office.do, jobs)
    screen.page.open_visit(visit_id)
    screen.settle()

    screen.page.workspace.go_to(step, target.replace("{at}", AT[step]))
    screen.settle()

    assert screen.shown is step
    assert not screen.notices
