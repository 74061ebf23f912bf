"""Each step of the guided visit, as the officer at the counter sees it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QWidget

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.app import build_window
from inspector_app.gui.controls import Stroke, StrokePoint
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.visit.checklist_panel import ChecklistPanel
from inspector_app.gui.pages.visit.documents_panel import DocumentsPanel
from inspector_app.gui.pages.visit.page import VisitPage
from inspector_app.gui.pages.visit.service_panel import ServicePanel
from inspector_app.gui.pages.visit.sign_pane import SignPane
from tests.gui.factory_demo import DemoOffice, unfilled
from tests.gui.factory_gui import facts
from tests.screenshots.stage import Stage, scene


@dataclass(frozen=True)
class Visits:
    """One office, and a visit in every state."""

    office: DemoOffice
    planned: str
    started: str
    checking: str
    failed: str
    judging: str
    drafting: str
    signing: str
    serving: str
    closing: str
    returned: str


@cache
def visits() -> Visits:
    office = DemoOffice()
    ids = iter(office.busy())
    planned = next(ids)
    started = office.do.start_visit(next(ids), office.pair).id
    checking = office.arrive(next(ids))
    office.answer(checking, (2, 9), upto=17)
    failed = office.arrive(next(ids))
    visit = office.answer(failed, (4,), upto=14)
    note = "后厨一名从业人员未能出示有效健康证明，自述上月入职。"
    code = visit.items[14].code
    office.do.record_answer(failed, code, AnswerValue.NOT_MET, note=note)
    office.do.look_up.set_bookmark(failed, Bookmark(Step.CHECKLIST.value, code))
    judging = office.arrive(next(ids))
    office.answer(judging, (3, 11, 20))
    drafting = office.arrive(next(ids))
    office.answer(drafting, (3, 11))
    office.judge(drafting)
    signing = office.arrive(next(ids))
    office.answer(signing, (5, 12))
    office.judge(signing)
    for planned_document in office.do.view_visit(signing).documents:
        compose(office, signing, planned_document.template.kind)
    serving = office.arrive(next(ids))
    office.answer(serving, (6,))
    office.judge(serving)
    for planned_document in office.do.view_visit(serving).documents:
        office._issue(serving, planned_document.template.kind)
    closing = office.arrive(next(ids))
    office.answer(closing, (7,))
    office.judge(closing)
    office.papers(closing)
    returned = office.finish(next(ids), (3, 9))
    desk = office.reviewing()
    case = desk.do.open_case(returned)
    text = "照片看不清健康证明的有效期，请补拍并注明姓名。"
    case = desk.do.make_remark(case, text, item=case.visit.failed[0].code)
    case = desk.do.make_remark(case, "请核对整改期限是否与当事人商定的一致。")
    desk.do.return_case(case, "主要证据需要补充，补充后重新提交。")
    office.take_reviews(desk, returned)
    return Visits(
        office,
        planned,
        started,
        checking,
        failed,
        judging,
        drafting,
        signing,
        serving,
        closing,
        returned,
    )


def compose(office: DemoOffice, visit_id: str, kind: str) -> None:
    draft = office.do.draft_document(visit_id, kind)
    empty = unfilled(draft, "无异议。")
    if empty:
        office.do.edit_document_fields(visit_id, kind, empty)
    office.do.compose_document(visit_id, kind)


def opened(stage: Stage, visit_id: str, step: Step | None = None, target: str = "") -> MainWindow:
    made = build_window(visits().office.do, facts(), jobs=stage.jobs)
    made.resize(stage.size)
    made.show()
    made.start(visit_id)
    stage.settle()
    if step is not None:
        page_of(made).workspace.go_to(step, target)
        stage.settle()
    return made


def page_of(window: MainWindow) -> VisitPage:
    page = window.page("visit")
    assert isinstance(page, VisitPage)
    return page


def handwriting() -> tuple[Stroke, ...]:
    strokes = []
    for letter in range(3):
        left = 2300 + letter * 1900
        for bar in range(3):
            points = tuple(
                StrokePoint(
                    left + tick * 140, 3000 + bar * 1400 + (tick * tick * 13) % 500, 520, tick * 16
                )
                for tick in range(9)
            )
            strokes.append(Stroke(points))
        down = tuple(
            StrokePoint(left + 560 + (tick % 2) * 40, 2300 + tick * 560, 600, 200 + tick * 16)
            for tick in range(9)
        )
        strokes.append(Stroke(down))
    return tuple(strokes)


@scene("visit-overview")
def overview(stage: Stage) -> QWidget:
    made = opened(stage, visits().checking)
    page_of(made).show_overview()
    stage.settle()
    return made


@scene("visit-plan")
def plan(stage: Stage) -> QWidget:
    made = opened(stage, visits().checking)
    made.start_visit(visits().planned)
    stage.settle()
    page = page_of(made)
    page.planning.partner.set_value(visits().office.pair[1].id)
    page.planning.retranslate()
    return made


@scene("visit-arrival")
def arrival(stage: Stage) -> QWidget:
    return opened(stage, visits().started)


@scene("visit-checklist")
def checklist(stage: Stage) -> QWidget:
    made = opened(stage, visits().checking, Step.CHECKLIST)
    panel = page_of(made).findChild(ChecklistPanel)
    assert panel is not None
    panel.next_wanted.emit()
    stage.settle()
    return made


@scene("visit-finding-in-place")
def finding_in_place(stage: Stage) -> QWidget:
    return opened(stage, visits().failed)


@scene("visit-finding-measures")
def finding_measures(stage: Stage) -> QWidget:
    made = opened(stage, visits().failed)
    panel = page_of(made).findChild(ChecklistPanel)
    assert panel is not None
    bar = panel.items.verticalScrollBar()
    bar.setValue(panel.card.y() + panel.card.height() - panel.items.viewport().height() + 12)
    panel.card.photos.setFocus()
    return made


@scene("visit-exclusion")
def exclusion(stage: Stage) -> QWidget:
    made = opened(stage, visits().checking, Step.CHECKLIST)
    panel = page_of(made).findChild(ChecklistPanel)
    assert panel is not None
    view = page_of(made).session.view
    open_items = (item.code for item in view.visit.unanswered)
    code = next(code for code in open_items if view.items[code].exclusion)
    panel.item_chosen.emit(code)
    stage.settle()
    panel.answer_pressed.emit(AnswerValue.EXCLUDED)
    return made


@scene("visit-findings")
def findings(stage: Stage) -> QWidget:
    return opened(stage, visits().judging, Step.FINDINGS)


@scene("visit-result")
def result(stage: Stage) -> QWidget:
    return opened(stage, visits().judging, Step.FINDINGS, "grading")


@scene("visit-documents")
def documents(stage: Stage) -> QWidget:
    made = opened(stage, visits().drafting, Step.DOCUMENTS)
    panel = page_of(made).findChild(DocumentsPanel)
    assert panel is not None
    drawn(stage, panel)
    return made


def drawn(stage: Stage, panel: DocumentsPanel) -> None:
    """Wait for the page, which is drawn a moment after typing rests."""
    patience = QDeadlineTimer(20_000)
    while not panel.preview.pdf and not patience.hasExpired():
        stage.app.processEvents()


@cache
def blocked() -> tuple[DemoOffice, str]:
    """A visit whose record says what no record may say."""
    office = DemoOffice()
    visit_id = office.arrive(office.busy()[0])
    office.answer(visit_id, (3, 11))
    office.judge(visit_id)
    visit = office.do.view_visit(visit_id).visit
    said = f"犯罪嫌疑人{visit.enterprise.name}店的老板承认错误，依照食品安全法第一百二十六条处罚 3 万元。"
    draft = office.do.draft_document(visit_id, "onsite_record")
    texts = [f.field.key for f in draft.fields if f.field.required]
    office.do.edit_document_fields(visit_id, "onsite_record", {texts[0]: said})
    return office, visit_id


@scene("gate-blocked")
def gate_blocked(stage: Stage) -> QWidget:
    office, visit_id = blocked()
    made = build_window(office.do, facts(), jobs=stage.jobs)
    made.resize(stage.size)
    made.show()
    made.start(visit_id)
    stage.settle()
    page_of(made).workspace.go_to(Step.DOCUMENTS)
    stage.settle()
    panel = page_of(made).findChild(DocumentsPanel)
    assert panel is not None
    assert panel.gate.messages
    drawn(stage, panel)
    return made


@scene("visit-sign-read")
def sign_read(stage: Stage) -> QWidget:
    return opened(stage, visits().signing, Step.SIGNATURES)


def _pane(window: MainWindow) -> SignPane:
    shown = [pane for pane in page_of(window).findChildren(SignPane) if pane.isVisible()]
    return shown[0]


@scene("visit-sign-pad")
def sign_pad(stage: Stage) -> QWidget:
    made = sign_read(stage)
    assert isinstance(made, MainWindow)
    pane = _pane(made)
    pane.begin.click()
    stage.settle()
    pane.pad.set_strokes(handwriting())
    return made


@scene("visit-refusal")
def refusal(stage: Stage) -> QWidget:
    made = sign_read(stage)
    assert isinstance(made, MainWindow)
    pane = _pane(made)
    pane.begin.click()
    pane.refuse.click()
    stage.settle()
    return made


@scene("visit-service")
def service(stage: Stage) -> QWidget:
    return opened(stage, visits().serving, Step.SERVICE)


@scene("visit-issued")
def issued(stage: Stage) -> QWidget:
    made = opened(stage, visits().serving, Step.SERVICE)
    visit = page_of(made).session.view.visit
    order = next(d for d in visit.documents.values() if d.status is DocumentStatus.ISSUED)
    panel = page_of(made).findChild(ServicePanel)
    assert panel is not None
    panel.list.choose(order.id)
    stage.settle()
    return made


@scene("visit-closing")
def closing(stage: Stage) -> QWidget:
    return opened(stage, visits().closing, Step.DONE)


@scene("visit-returned")
def returned(stage: Stage) -> QWidget:
    return opened(stage, visits().returned, Step.DONE)


@scene("visit-remark")
def remark(stage: Stage) -> QWidget:
    code = next(iter(visits().office.do.view_visit(visits().returned).visit.failed)).code
    return opened(stage, visits().returned, Step.CHECKLIST, code)
