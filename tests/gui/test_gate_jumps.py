"""A message of the gate leads to the control that mends it: shown, in sight, focused, ringed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.domain.law.gate.judging import GateMessage, GateMode
from inspector_app.domain.law.gate.targets import FIELDS, CaseStage
from inspector_app.domain.visit import Step
from inspector_app.gui.controls import Label, Spotlight
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.models.visit_words import stage_word
from inspector_app.gui.pages.visit.gate_list import GateList
from tests.factory import TODAY
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


def opened(qtbot: QtBot, jobs: Jobs) -> VisitScreen:
    """A visit with an issued record and a composed order, in the active window."""
    office = GuiOffice()
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    office.composed(visit_id, "correction_order")
    screen = VisitScreen(qtbot, office.do, jobs)
    screen.page.window().activateWindow()
    screen.wait_for(screen.page.window().isActiveWindow)
    screen.page.open_visit(visit_id)
    screen.settle()
    return screen


def in_sight(widget: QWidget) -> bool:
    """Whether some of ``widget`` stands in every view that scrolls it, and is shown at all."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            port = above.viewport()
            box = QRect(widget.mapTo(port, widget.rect().topLeft()), widget.size())
            if not box.intersects(port.rect()):
                return False
        above = above.parentWidget()
    return widget.isVisible()


@pytest.mark.parametrize(("step", "target"), PLACES, ids=[f"{s.value}:{t}" for s, t in PLACES])
def test_a_message_points_out_what_mends_it(
    step: Step, target: str, qtbot: QtBot, jobs: Jobs
) -> None:
    screen = opened(qtbot, jobs)

    screen.page.workspace.mend(step, target.replace("{at}", AT[step]))
    screen.settle()

    assert screen.shown is step
    assert not screen.notices
    (ring,) = [s for s in screen.page.window().findChildren(Spotlight) if s.isVisible()]
    assert in_sight(ring.lit)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is ring.lit or ring.lit.isAncestorOf(focused) or ring.lit.focusProxy() is focused


def test_the_rules_name_no_other_place_on_the_visits_steps() -> None:
    rules = delivered_packs(TODAY).law(None).rules.rules
    steps = {step.value for step in Step}

    named = {
        (Step(check.step), check.target)
        for rule in rules
        for check in rule.checks
        if check.step in steps
    }

    assert named <= {(step, target) for step, targets in FIELDS.items() for target in targets}


def test_a_later_jump_takes_the_ring_along(qtbot: QtBot, jobs: Jobs) -> None:
    screen = opened(qtbot, jobs)
    screen.page.workspace.mend(Step.FINDINGS, "HEALTH")
    screen.settle()
    (first,) = [s.lit for s in screen.page.window().findChildren(Spotlight) if s.isVisible()]

    screen.page.workspace.mend(Step.FINDINGS, "grading")
    screen.settle()

    (ring,) = [s for s in screen.page.window().findChildren(Spotlight) if s.isVisible()]
    assert ring.lit is not first


@pytest.mark.parametrize("stage", CaseStage)
def test_what_is_mended_beyond_the_visit_names_its_stage_and_offers_no_way(
    stage: CaseStage, qtbot: QtBot
) -> None:
    listed = GateList()
    qtbot.addWidget(listed)
    message = GateMessage(
        "R20", GateMode.BLOCK, "gate.x", "缺少内容。", "《法》", stage, "decision"
    )

    listed.set_messages([message])

    assert not listed.findChildren(QWidget, "mend.R20.0")
    assert any(stage_word(stage) in label.text() for label in listed.findChildren(Label))
