"""处理与裁量 under a finding: closed, open, with the sheet of illegal gain, and an opinion made."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.law.penalty import FineBase, SanctionKind
from inspector_app.domain.law.violation import Violation
from inspector_app.domain.law.weighing import ORDER_REFUSED
from inspector_app.domain.visit import Step
from inspector_app.gui.app import build_window
from inspector_app.gui.controls import ScrollPage
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.visit.findings_panel import FindingsPanel
from inspector_app.gui.pages.visit.weighing_facts import WeighingFacts
from inspector_app.gui.pages.visit.weighing_opinion import WeighingOpinion
from inspector_app.gui.pages.visit.weighing_section import WeighingSection
from tests.gui.factory_demo import photo
from tests.gui.factory_gui import GuiOffice, facts
from tests.gui.factory_weighing import office_with
from tests.screenshots.scenes_visit import opened, page_of, visits
from tests.screenshots.stage import Stage, scene
from tests.unit.law.factory_weighing import EXPIRED, ORDER, SMALL, UNHEEDED, UNLICENSED_STAFF


@cache
def weighed_visit() -> tuple[str, str]:
    """A visit with a finding whose fine is counted from the goods: its id, and the item."""
    office = visits().office
    for enterprise in reversed(office.busy()):
        visit_id = office.arrive(enterprise)
        for planned in office.do.view_visit(visit_id).visit.items:
            proposals = office.do.propose_findings(visit_id, planned.code)
            chosen = next(
                (p for p in proposals if _by_goods(p.violation.sanctions)),
                None,
            )
            if chosen is None:
                continue
            note = "货架上有过期饮料 12 瓶，已拍照。"
            office.do.record_answer(visit_id, planned.code, AnswerValue.NOT_MET, note=note)
            office.do.attach_photo(visit_id, planned.code, photo(3), name="1.jpg", caption="货架")
            office.do.attach_photo(visit_id, planned.code, photo(5), name="2.jpg", caption="票据")
            office.do.confirm_finding(
                visit_id,
                planned.code,
                chosen.violation.id,
                description=note,
                measures=chosen.suggested,
                requirement=chosen.requirement,
                deadline=chosen.deadline,
            )
            return visit_id, planned.code
    raise LookupError("no enterprise here can have such a finding")


def _by_goods(sanctions: tuple[object, ...]) -> bool:
    return any(
        getattr(getattr(s, "fine", None), "class_of", None) is FineBase.GOODS_VALUE
        for s in sanctions
    )


def section(window: MainWindow) -> WeighingSection:
    found = page_of(window).findChild(WeighingSection)
    assert found is not None
    return found


def shown(stage: Stage, *openers: str) -> MainWindow:
    visit_id, item = weighed_visit()
    made = opened(stage, visit_id, Step.FINDINGS, item)
    for name in openers:
        press(stage, made, name)
    return made


def asked(stage: Stage, window: MainWindow) -> WeighingFacts:
    """What is asked of the case, opened."""
    for name in ("weighing.open", "weighing.facts"):
        press(stage, window, name)
    given = section(window).facts
    assert given is not None
    return given


def state_value(given: WeighingFacts) -> None:
    row = given.bases[FineBase.GOODS_VALUE]
    row.amount.line.setText("960")
    row.edited.emit()


def answered(window: MainWindow, grade: str) -> WeighingOpinion:
    """The opinion's form, with that grade chosen."""
    form = section(window).opinion
    assert form is not None
    form.grade.chip(grade).click()
    return form


def scrolled(stage: Stage, window: MainWindow, to: QWidget) -> MainWindow:
    panel = page_of(window).findChild(FindingsPanel)
    assert panel is not None
    stage.settle()
    for area in panel.findChildren(ScrollPage):
        if area.isAncestorOf(to):
            area.ensureWidgetVisible(to, 0, area.viewport().height() // 2)
    stage.settle()
    return window


@scene("weighing-closed")
def closed(stage: Stage) -> QWidget:
    made = shown(stage)
    return scrolled(stage, made, section(made).whole.head)


@scene("weighing-options")
def options(stage: Stage) -> QWidget:
    made = shown(stage, "weighing.open")
    return scrolled(stage, made, section(made).record)


@scene("weighing-grounds")
def grounds(stage: Stage) -> QWidget:
    made = shown(stage, "weighing.open", "weighing.grounds")
    row = next(iter(section(made).grounds.values()))
    row.taken.click()
    first, *_ = row.elements.values()
    first.answer.chip("yes").click()
    first.evidence.take("paper/进货票据第 3 号")
    stage.settle()
    return scrolled(stage, made, row)


@scene("weighing-gain")
def gain(stage: Stage) -> QWidget:
    made = shown(stage)
    given = asked(stage, made)
    # In the next look it stands there as it was left.
    fresh = given.gain is None
    if fresh:
        press(stage, made, "weighing.gain")
    sheet = given.gain
    assert sheet is not None
    if fresh:
        given.bases[FineBase.GOODS_VALUE].amount.line.setText("960")
        income = sheet.parts["receipts"].add_row()
        income.text.set_value("销售过期饮料 8 瓶")
        income.amount.line.setText("64")
        income.evidence.take("paper/收银小票")
        outlay = sheet.parts["outlays"].add_row()
        outlay.text.set_value("进货")
        outlay.amount.line.setText("40")
        outlay.direct.click()
        outlay.evidence.take("paper/进货单 0318")
        stage.settle()
    return scrolled(stage, made, sheet.result)


@cache
def tabled_visit() -> tuple[GuiOffice, str]:
    """A visit with a finding whose fine a table of discretion divides into grades."""
    return visit_with(EXPIRED, table=True)


@cache
def unheeded_visit() -> tuple[GuiOffice, str]:
    """A visit with a finding for which an unheeded order has a graver fine of its own."""
    light = replace(SMALL, optional=False)
    return visit_with(replace(UNLICENSED_STAFF, sanctions=(ORDER, light, UNHEEDED)))


def visit_with(found: Violation, *, table: bool = False) -> tuple[GuiOffice, str]:
    office = office_with(found, table=table)
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "LICENCE", AnswerValue.MET)
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, note="一人无证")
    office.do.record_answer(visit_id, "WASH", AnswerValue.MET)
    proposal = office.do.propose_findings(visit_id, "HEALTH")[0]
    office.do.confirm_finding(
        visit_id,
        "HEALTH",
        proposal.violation.id,
        description="一人无证",
        measures=proposal.suggested,
        requirement=proposal.requirement,
        deadline=proposal.deadline,
    )
    return office, visit_id


@scene("weighing-graver")
def graver(stage: Stage) -> QWidget:
    made = at_finding(stage, *unheeded_visit())
    given = asked(stage, made)
    row = given.steps[ORDER_REFUSED]
    row.answer.chip("yes").click()
    row.evidence.take("paper/责令改正通知书 1 号")
    section(made).facts_part.head.click()
    press(stage, made, "weighing.opinion")
    form = answered(made, "ordinary")
    stage.settle()
    return scrolled(stage, made, form.proposed)


def at_finding(stage: Stage, office: GuiOffice, visit_id: str) -> MainWindow:
    made = build_window(office.do, facts(), jobs=stage.jobs)
    made.resize(stage.size)
    made.show()
    made.start(visit_id)
    stage.settle()
    page_of(made).workspace.go_to(Step.FINDINGS, "HEALTH")
    stage.settle()
    return made


@scene("weighing-table")
def table(stage: Stage) -> QWidget:
    made = at_finding(stage, *tabled_visit())
    given = asked(stage, made)
    state_value(given)
    section(made).facts_part.head.click()
    press(stage, made, "weighing.opinion")
    form = answered(made, "lenient")
    stage.settle()
    return scrolled(stage, made, form.fine)


def press(stage: Stage, window: MainWindow, name: str) -> None:
    button = section(window).findChild(QAbstractButton, name)
    assert button is not None
    button.click()
    stage.settle()


@scene("weighing-opinion")
def opinion(stage: Stage) -> QWidget:
    made = shown(stage)
    given = asked(stage, made)
    state_value(given)
    section(made).facts_part.head.click()
    section(made).opinion_part.head.click()
    stage.settle()
    form = answered(made, "ordinary")
    fines = [
        str(place)
        for place, sanction in enumerate(section(made).form.case.violation.sanctions)  # type: ignore[union-attr]  # a form is on show
        if sanction.kind is SanctionKind.FINE
    ]
    form.proposed.chip(fines[0]).click() if not form.proposed.chip(fines[0]).isChecked() else None
    form.fine.line.setText("40000")
    section(made).record.click()
    stage.settle()
    return scrolled(stage, made, section(made).record)
