"""A visit with a finding to be weighed, and the section 处理与裁量 on the screen."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.law.violation import MeasureKind, Violation
from inspector_app.domain.visit import Step
from inspector_app.gui.jobs import Jobs
from tests.factory import checklist
from tests.fakes.workplace import ShelfOfPacks
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject
from tests.unit.law.factory_weighing import RULES, TABLE

__all__ = ["confirmed", "office_with", "opened", "visit_with_finding"]


def office_with(found: Violation, *, table: bool = False) -> GuiOffice:
    """An office whose one violation is ``found``, with or without a table of discretion."""
    made = checklist()
    made = replace(made, violations={**made.violations, "M44": replace(found, id="M44")})
    rules = replace(RULES, tables=(TABLE,)) if table else RULES
    return GuiOffice(packs=ShelfOfPacks({"catering": made}, weighing=rules))


def visit_with_finding(office: GuiOffice) -> str:
    """A visit whose one finding, at HEALTH, is on record."""
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "LICENCE", AnswerValue.MET)
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, note="一人无证")
    office.do.record_answer(visit_id, "WASH", AnswerValue.MET)
    office.do.confirm_finding(
        visit_id,
        "HEALTH",
        "M44",
        description="一人无证",
        measures=(MeasureKind.ORDER_CORRECTION,),
        requirement="取得健康证明前停止上岗",
        deadline=None,
    )
    return visit_id


def confirmed(qtbot: QtBot, jobs: Jobs, office: GuiOffice) -> VisitPageObject:
    """Such a visit, at its finding."""
    visit_id = visit_with_finding(office)
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.FINDINGS)
    page.findings.list.choose("HEALTH")
    page.settle()
    return page


def opened(qtbot: QtBot, jobs: Jobs, office: GuiOffice, *parts: str) -> VisitPageObject:
    """The same with the section open, and in it ``parts``: facts, grounds, opinion."""
    page = confirmed(qtbot, jobs, office)
    section = page.findings.weighing
    page.press(section.whole.head)
    for part in parts:
        page.press(getattr(section, f"{part}_part").head)
    return page
