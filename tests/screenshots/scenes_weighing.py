"""处理与裁量 under a finding: closed, open, with the sheet of illegal gain, and an opinion made."""

from __future__ import annotations

from functools import cache

from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.law.penalty import FineBase, SanctionKind
from inspector_app.domain.visit import Step
from inspector_app.gui.controls import ScrollPage
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.visit.findings_panel import FindingsPanel
from inspector_app.gui.pages.visit.weighing_section import WeighingSection
from tests.gui.factory_demo import photo
from tests.screenshots.scenes_visit import opened, page_of, visits
from tests.screenshots.stage import Stage, scene


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
        button = section(made).findChild(QAbstractButton, name)
        assert button is not None
        button.click()
        stage.settle()
    return made


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
    made = shown(stage, "weighing.open", "weighing.facts", "weighing.gain")
    facts = section(made).facts
    assert facts is not None
    assert facts.gain is not None
    facts.bases[FineBase.GOODS_VALUE].amount.line.setText("960")
    income = facts.gain.parts["receipts"].add_row()
    income.label.set_value("销售过期饮料 8 瓶")
    income.amount.line.setText("64")
    income.evidence.take("paper/收银小票")
    outlay = facts.gain.parts["outlays"].add_row()
    outlay.label.set_value("进货")
    outlay.amount.line.setText("40")
    outlay.direct.click()
    outlay.evidence.take("paper/进货单 0318")
    stage.settle()
    return scrolled(stage, made, facts.gain.result)


@scene("weighing-opinion")
def opinion(stage: Stage) -> QWidget:
    made = shown(stage, "weighing.open", "weighing.facts")
    facts = section(made).facts
    assert facts is not None
    facts.bases[FineBase.GOODS_VALUE].amount.line.setText("960")
    facts.bases[FineBase.GOODS_VALUE].edited.emit()
    section(made).facts_part.head.click()
    section(made).opinion_part.head.click()
    stage.settle()
    form = section(made).opinion
    assert form is not None
    form.grade.chip("ordinary").click()
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
