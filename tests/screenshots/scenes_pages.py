"""The pages of a working day in the made-up county."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from PySide6.QtWidgets import QWidget

from inspector_app.application.verify_document import SignatureView
from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.gui.app import build_window
from inspector_app.gui.controls import ScrollPage
from inspector_app.gui.i18n import current_language
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.documents.page import DocumentsPage
from inspector_app.gui.pages.enterprises.page import EnterprisesPage
from inspector_app.gui.pages.review.case_pane import CaseTab
from inspector_app.gui.pages.review.page import ReviewPage
from inspector_app.gui.pages.settings.password_dialog import PasswordDialog
from inspector_app.gui.pages.visit.deadline_card import DeadlineCard
from inspector_app.gui.preferences import Preferences, store_preferences
from inspector_app.gui.theme import look
from inspector_app.gui.window_facts import PackInfo, SignerInfo, WindowFacts
from tests.factory import TODAY
from tests.gui.factory_demo import DemoOffice
from tests.gui.factory_gui import GuiOffice, empty_office, facts, outcome, view
from tests.screenshots.stage import Stage, scene


@cache
def morning() -> tuple[DemoOffice, GuiOffice]:
    """The officer's laptop with cases in every state, and the supervisor's desk over them."""
    office = DemoOffice()
    ids = office.busy()
    desk = office.reviewing()
    returned = office.finish(ids[0], (3, 9, 20))
    approved = office.finish(ids[1], ())
    office.finish(ids[2], (6,))
    office.finish(ids[3], (11, 12))
    office.finish(ids[4], (), submit=False)
    open_visit = office.arrive(ids[5])
    office.answer(open_visit, (2, 14), upto=27)
    case = desk.do.open_case(returned)
    failed = case.visit.failed[0].code
    case = desk.do.make_remark(case, "照片看不清健康证明的有效期，请补拍并注明姓名。", item=failed)
    order = next(d for d in case.visit.documents.values() if d.kind == "correction_order")
    case = desk.do.make_remark(case, "整改要求请写明具体标准。", document=order.id)
    desk.do.return_case(case, "主要证据需要补充，补充后重新提交。")
    desk.do.approve_case(desk.do.open_case(approved), "程序合法，证据充分。")
    for visit_id in (returned, approved):
        office.take_reviews(desk, visit_id)
    now = office.clock.now().at
    office.cases.said = outcome(pushed=14, blobs=6, received=3, server_at=now)
    office.store.sync.record_outcome("2026-11-21T09:41:00+08:00")
    return office, desk


def _facts() -> WindowFacts:
    office, _ = morning()
    packs = office.packs.packs()  # type: ignore[attr-defined]  # the real shelf
    two = tuple(
        SignatureView(o.name, o.certificate_no, o.organ, "2026-11-21T09:30:00+08:00", True, True)
        for o in office.pair
    )
    return facts(
        view(title="责令改正通知书", number="星汉市监责改〔2026〕12号", signatures=two),
        packs_info=lambda: tuple(
            PackInfo(
                p.ref.id, p.title, p.ref.version, p.issuer, p.valid_from, p.valid_to, p.ref.digest
            )
            for p in packs
        ),
        import_signer=lambda _data, _password: _signer(),
        signer=_signer,
    )


def _signer() -> SignerInfo:
    return SignerInfo(
        "CN=林知远（演示）", "CN=星汉县演示签发机构", date(2026, 1, 1), date(2026, 12, 10)
    )


def window(stage: Stage, page: str, office: GuiOffice | None = None) -> MainWindow:
    shown = office or morning()[0]
    made = build_window(shown.do, _facts(), jobs=stage.jobs)
    made.resize(stage.size)
    made.show()
    made.start()
    stage.settle()
    made.show_page(page)
    stage.settle()
    return made


@scene("today")
def today(stage: Stage) -> QWidget:
    return window(stage, "today")


@scene("today-empty")
def today_empty(stage: Stage) -> QWidget:
    return window(stage, "today", empty_office())


@scene("enterprises")
def enterprises(stage: Stage) -> QWidget:
    made = window(stage, "enterprises")
    page = made.page("enterprises")
    assert isinstance(page, EnterprisesPage)
    page.field.set_value("面馆")
    page.refresh()
    stage.settle()
    page.list.choose(page.list.rows[0].key)
    page.field.line.setFocus()
    return made


@scene("enterprise-file")
def enterprise_file(stage: Stage) -> QWidget:
    made = window(stage, "enterprises")
    office = morning()[0]
    made.open_enterprise(office.do.look_up.visits()[-1].enterprise_id)
    return made


@scene("documents")
def documents(stage: Stage) -> QWidget:
    made = window(stage, "documents")
    page = made.page("documents")
    assert isinstance(page, DocumentsPage)
    row = next(row for row in page.rows if row.kind == "correction_order")
    page.open_document(row.document_id)
    return made


@scene("documents-verified")
def documents_verified(stage: Stage) -> QWidget:
    made = documents(stage)
    stage.settle()
    assert isinstance(made, MainWindow)
    page = made.page("documents")
    assert isinstance(page, DocumentsPage)
    page.document.verify_button.click()
    return made


@scene("documents-print")
def documents_print(stage: Stage) -> QWidget:
    made = documents(stage)
    stage.settle()
    assert isinstance(made, MainWindow)
    page = made.page("documents")
    assert isinstance(page, DocumentsPage)
    page.document.print_button.click()
    stage.settle()
    assert page.print_dialog is not None
    return page.print_dialog


@scene("own-cases")
def own_cases(stage: Stage) -> QWidget:
    return window(stage, "review")


def _review(stage: Stage) -> tuple[MainWindow, ReviewPage]:
    made = window(stage, "review", morning()[1])
    page = made.page("review")
    assert isinstance(page, ReviewPage)
    page.queue.list.step(1)
    page.queue.list.step(-1)
    page.open_case(page.queue.list.rows[0].key)
    stage.settle()
    # Where there is room for one of them only, the case and not the queue.
    page.panes.show_detail()
    return made, page


@scene("review")
def review(stage: Stage) -> QWidget:
    made, page = _review(stage)
    failed = page.case.model
    assert failed is not None
    page.case.item_rows[failed.failed[0].planned.code].remark_button.click()
    return made


@scene("review-documents")
def review_documents(stage: Stage) -> QWidget:
    made, page = _review(stage)
    page.case.show_tab(CaseTab.DOCUMENTS)
    return made


@scene("review-timeline")
def review_timeline(stage: Stage) -> QWidget:
    made, page = _review(stage)
    page.case.show_tab(CaseTab.TIMELINE)
    return made


@scene("sync")
def sync(stage: Stage) -> QWidget:
    return window(stage, "sync")


@scene("settings")
def settings(stage: Stage) -> QWidget:
    office = morning()[0]
    # As if this language, theme and text size had been chosen here.
    store_preferences(
        office.do.look_up, Preferences(current_language(), look().theme, look().text_scale)
    )
    return window(stage, "settings", office)


@scene("search")
def search(stage: Stage) -> QWidget:
    made = window(stage, "today")
    made.open_search()
    made.palette_box.field.setText("面馆")
    stage.settle()
    return made


@scene("today-cards")
def today_cards(stage: Stage) -> QWidget:
    return window(stage, "today", DemoOffice())


@scene("review-decision")
def review_decision(stage: Stage) -> QWidget:
    _, page = _review(stage)
    page.remarks.return_button.click()
    stage.settle()
    assert page.decision is not None
    return page.decision


@scene("settings-certificate")
def settings_certificate(stage: Stage) -> QWidget:
    return PasswordDialog("林知远.p12")


@scene("today-deadlines")
def today_deadlines(stage: Stage) -> QWidget:
    return window(stage, "today", late_office())


@scene("enterprise-deadlines")
def enterprise_deadlines(stage: Stage) -> QWidget:
    made = window(stage, "enterprises", late_office())
    made.open_enterprise("enterprise-1")
    stage.settle()
    page = made.page("enterprises")
    assert isinstance(page, EnterprisesPage)
    reveal(page.file.sections["deadlines"])
    return made


@scene("visit-deadlines")
def visit_deadlines(stage: Stage) -> QWidget:
    office = late_office()
    made = window(stage, "today", office)
    made.open_visit(office.do.look_up.visits()[0].visit_id)
    stage.settle()
    card = next(iter(made.findChildren(DeadlineCard)))
    next(iter(card.buttons.values())).setFocus()
    reveal(card)
    return made


@scene("visit-deadlines-over")
def visit_deadlines_over(stage: Stage) -> QWidget:
    office = late_office(days=250)
    made = window(stage, "today", office)
    made.open_visit(office.do.look_up.visits()[0].visit_id)
    stage.settle()
    card = next(iter(made.findChildren(DeadlineCard)))
    next(iter(card.buttons.values())).click()
    stage.settle()
    reveal(next(iter(made.findChildren(DeadlineCard))))
    return made


def reveal(widget: QWidget) -> None:
    """Scroll ``widget`` into sight, its foot first."""
    page = widget.parentWidget()
    while page is not None and not isinstance(page, ScrollPage):
        page = page.parentWidget()
    assert page is not None
    page.ensureWidgetVisible(widget)


@cache
def late_office(days: int = 27) -> GuiOffice:
    """One visit ``days`` ago; after 27 its result is to be published, its order overdue."""
    office, packs = GuiOffice(), delivered_packs(TODAY)
    office.packs.terms = dict(packs.deadlines())
    office.packs.calendar = packs.work_calendar()
    office.completed()
    office.clock.move(wall=timedelta(days=days))
    return office
