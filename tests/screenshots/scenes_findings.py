"""问题: why a violation is proposed, what its clauses say, and any other one in one's own words."""

from __future__ import annotations

from functools import cache

from PySide6.QtWidgets import QWidget

from inspector_app.domain.visit import Step
from inspector_app.gui.app import build_window
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.visit.findings_panel import FindingsPanel
from inspector_app.gui.pages.visit.page import VisitPage
from tests.gui.factory_demo import DemoOffice
from tests.gui.factory_gui import facts
from tests.gui.factory_law import example_texts
from tests.screenshots.stage import Stage, scene


@cache
def failed() -> tuple[DemoOffice, str]:
    office = DemoOffice()
    catalogue = office.packs.catalogue()
    office.statutes.add(*example_texts(entry.violation for entry in catalogue))
    visit_id = office.arrive(office.busy()[0])
    office.answer(visit_id, (3, 11, 20))
    return office, visit_id


def opened(stage: Stage) -> tuple[MainWindow, FindingsPanel]:
    office, visit_id = failed()
    made = build_window(office.do, facts(), jobs=stage.jobs)
    made.resize(stage.size)
    made.show()
    made.start(visit_id)
    stage.settle()
    page = made.page("visit")
    assert isinstance(page, VisitPage)
    page.workspace.go_to(Step.FINDINGS)
    stage.settle()
    panel = page.findChild(FindingsPanel)
    assert panel is not None
    return made, panel


@scene("finding-why")
def finding_why(stage: Stage) -> QWidget:
    made, panel = opened(stage)
    # Whatever an earlier scene left as a draft.
    panel.editor.choose(next(panel.editor.choice.cards()).proposal.violation.id)
    panel.editor.choice.excluded.head.click()
    return made


@scene("finding-others")
def finding_others(stage: Stage) -> QWidget:
    made, panel = opened(stage)
    panel.editor.choice.others_button.click()
    others = panel.editor.choice.others
    others.field.set_value("冰箱里生肉和熟食放在一起")
    others.search_wanted.emit(others.field.value())
    stage.settle()
    others.found.choose(0)
    return made


@scene("finding-unverified")
def finding_unverified(stage: Stage) -> QWidget:
    made, panel = opened(stage)
    panel.editor.choice.others_button.click()
    others = panel.editor.choice.others
    others.field.set_value("有食品经营许可证，放在抽屉里没有挂出来")
    others.search_wanted.emit(others.field.value())
    stage.settle()
    assert others.warnings
    return made


@scene("finding-guard")
def finding_guard(stage: Stage) -> QWidget:
    made, panel = opened(stage)
    others = panel.editor.choice.others
    panel.editor.choice.others_button.click()
    others.field.set_value("网店没有公示营业执照")
    others.search_wanted.emit(others.field.value())
    stage.settle()
    guarded = next(n for n, each in enumerate(others.ranked) if each.excluded is not None)
    others.violation_chosen.emit(others.ranked[guarded].violation.id)
    stage.settle()
    return made


@scene("gate-jump")
def gate_jump(stage: Stage) -> QWidget:
    made, _ = opened(stage)
    page = made.page("visit")
    assert isinstance(page, VisitPage)
    page.workspace.mend(Step.FINDINGS, failed()[0].do.view_visit(failed()[1]).visit.failed[1].code)
    return made
