"""今日: what is due stands in order, what came back stands on top, and each leads where it says."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QApplication

from inspector_app.domain.enterprise import Licence, PastVisit, RiskClass
from inspector_app.domain.task import TaskKind
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.pages.enterprises.page import EnterprisesPage
from inspector_app.gui.pages.today.page import TodayPage
from inspector_app.gui.pages.today.task_card import TaskCard
from inspector_app.gui.pages.today.view_model import DueFilter
from inspector_app.gui.pages.visit.page import VisitPage
from tests.factory import TODAY, enterprise, officer, task
from tests.gui.factory_gui import GuiOffice, empty_office
from tests.gui.pages_window import OpenWindow, WindowPage, badges, press, words


def today_of(window: WindowPage) -> TodayPage:
    page = window.window.page("today")
    assert isinstance(page, TodayPage)
    return page


def shown_cards(page: TodayPage) -> list[TaskCard]:
    return [card for card in page.cards if not card.isHidden()]


def many_shops(count: int, first_due: date = TODAY) -> GuiOffice:
    """Shops 1 … count, each with one task that falls due a day after the one before."""
    office = empty_office()
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(n, name=f"示例店{n:02d}") for n in range(1, count + 1)])
        uow.put_tasks(
            [
                task(n, enterprise_id=f"enterprise-{n}", due=first_due + timedelta(days=n - 1))
                for n in range(1, count + 1)
            ]
        )
    return office


def test_tasks_of_one_enterprise_stand_on_one_card(open_window: OpenWindow) -> None:
    office = GuiOffice()
    with office.store.begin() as uow:
        uow.put_tasks([task(2, TaskKind.DOUBLE_RANDOM), task(3, TaskKind.FOLLOW_UP)])

    (card,) = shown_cards(today_of(open_window(office)))

    assert {"日常", "双随机", "复查"} <= set(badges(card))
    assert "合并 3 项任务，至多 3 项检查" in words(card)


def test_a_card_says_what_was_wrong_last_time(open_window: OpenWindow) -> None:
    office = GuiOffice()
    past = PastVisit("old", date(2026, 6, 3), "routine", "不符合", 2, 1)
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(history=(past,), risk_class=RiskClass.C)])

    (card,) = shown_cards(today_of(open_window(office)))

    assert "上次 6月3日：2 项不符合，1 项未见整改" in words(card)
    assert "C 级风险" in badges(card)


def test_the_most_urgent_enterprise_stands_first(open_window: OpenWindow) -> None:
    office = many_shops(3)

    cards = shown_cards(today_of(open_window(office)))

    assert [card.enterprise_id for card in cards] == [f"enterprise-{n}" for n in (1, 2, 3)]
    assert "今天到期" in badges(cards[0])


def test_one_card_only_carries_the_next_action(open_window: OpenWindow) -> None:
    cards = shown_cards(today_of(open_window(many_shops(3))))

    kinds = [card.go_button.property("kind") for card in cards]

    assert kinds == ["primary", "secondary", "secondary"]


def test_a_visit_that_goes_on_comes_before_a_new_one(open_window: OpenWindow) -> None:
    office = many_shops(2)
    with office.store.begin() as uow:
        uow.put_officers([officer(1), officer(2)])
    office.do.start_visit("enterprise-2", [officer(1), officer(2)])

    cards = shown_cards(today_of(open_window(office)))

    kinds = {card.enterprise_id: card.go_button.property("kind") for card in cards}
    assert kinds == {"enterprise-1": "secondary", "enterprise-2": "primary"}


def test_a_filter_leaves_only_what_is_due_so(open_window: OpenWindow) -> None:
    page = today_of(open_window(many_shops(3, TODAY - timedelta(days=1))))

    press(page.chips[DueFilter.OVERDUE])

    assert [card.enterprise_id for card in shown_cards(page)] == ["enterprise-1"]


def test_a_filter_says_how_many_pass_it(open_window: OpenWindow) -> None:
    page = today_of(open_window(many_shops(9, TODAY - timedelta(days=1))))

    counts = {due: page.chips[due].accessibleName() for due in DueFilter}

    assert counts == {
        DueFilter.ALL: "全部 9",
        DueFilter.OVERDUE: "逾期 1",
        DueFilter.TODAY: "今天 1",
        DueFilter.WEEK: "本周 7",
    }


def test_more_than_twenty_come_when_asked_for(open_window: OpenWindow) -> None:
    window = open_window(many_shops(23))
    page = today_of(window)
    before = len(shown_cards(page))

    window.press(page.more_button)

    assert (before, len(shown_cards(page))) == (20, 23)
    assert page.more_button.isHidden()


def test_start_leads_to_the_visit_of_that_enterprise(open_window: OpenWindow) -> None:
    window = open_window(GuiOffice())

    window.press(shown_cards(today_of(window))[0].go_button)

    page = window.window.page("visit")
    assert isinstance(page, VisitPage)
    assert window.shown == "visit"
    assert page.planning.isVisible()


def test_an_open_visit_is_continued_where_it_was_left(open_window: OpenWindow) -> None:
    office = GuiOffice()
    visit_id = office.arrived()
    window = open_window(office)
    (card,) = shown_cards(today_of(window))

    assert card.go_button.text() == "继续 0/3"
    window.press(card.go_button)

    page = window.window.page("visit")
    assert isinstance(page, VisitPage)
    assert page.session.visit_id == visit_id


def returned_case() -> tuple[GuiOffice, str]:
    office = GuiOffice()
    visit_id = office.finished()
    desk = office.review_by()
    case = desk.do.make_remark(desk.do.open_case(visit_id), "请补拍健康证明。", item="HEALTH")
    desk.do.return_case(case, "证据不足。")
    office.take_reviews(desk, visit_id)
    return office, visit_id


def test_a_returned_case_stands_on_top_with_the_reason(open_window: OpenWindow) -> None:
    office, _ = returned_case()

    said = words(today_of(open_window(office)).attention)

    assert "审核退回：云溪县张记面馆（演示）" in said
    assert "退回理由：证据不足。（沈青禾）" in said


def test_a_remark_names_its_item_and_leads_there(open_window: OpenWindow) -> None:
    office, visit_id = returned_case()
    window = open_window(office)
    attention = today_of(window).attention
    go = next(button for button in attention.buttons if button.text() == "去处理")

    assert "项目 1.2" in words(attention)
    window.press(go)

    bookmark = office.do.look_up.bookmark(visit_id)
    assert bookmark is not None
    assert (window.shown, bookmark.item) == ("visit", "HEALTH")


def test_a_licence_that_runs_out_leads_to_the_file(open_window: OpenWindow) -> None:
    office = GuiOffice()
    licence = Licence("食品经营许可证", "JY1", date(2022, 1, 1), TODAY + timedelta(days=4))
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(licences=(licence,))])
    window = open_window(office)
    expiries = today_of(window).expiries

    assert [row.state.text for row in expiries.list.rows if row.state] == ["4 天后到期"]
    expiries.list.row_entered.emit(expiries.list.rows[0].key)
    window.settle()

    page = window.window.page("enterprises")
    assert isinstance(page, EnterprisesPage)
    assert page.file.model is not None
    assert page.file.model.enterprise.id == "enterprise-1"


def test_the_arrows_move_in_a_panel_without_leaving_the_page(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.finished()
    window = open_window(office)

    today_of(window).rectifications.list.step(1)
    window.settle()

    assert window.shown == "today"


def test_without_tasks_the_page_says_what_brings_them(open_window: OpenWindow) -> None:
    office = empty_office()
    window = open_window(office)
    page = today_of(window)
    syncs = office.cases.syncs

    assert "没有待办的检查任务" in words(page.empty)
    page.empty.action_chosen.emit()
    window.settle()

    assert office.cases.syncs == syncs + 1


def test_cases_to_submit_lead_to_the_review_page(open_window: OpenWindow) -> None:
    office = GuiOffice()
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    order = office.issue(visit_id, "correction_order")
    office.do.serve_documents(
        visit_id, [order], mode="direct", receiver="张三丰年", relation="本人", place_text="店内"
    )
    office.issue(visit_id, "service_receipt")
    office.do.complete_visit(visit_id)
    window = open_window(office)
    attention = today_of(window).attention

    assert "1 次检查已完成，尚未提交审核" in words(attention)
    window.press(next(button for button in attention.buttons if button.text() == "去提交"))

    assert window.shown == "review"


def test_a_change_of_language_reaches_every_word(
    open_window: OpenWindow, app: QApplication
) -> None:
    page = today_of(open_window(GuiOffice()))

    apply_language(app, "en")
    app.processEvents()

    assert page.chips[DueFilter.OVERDUE].text() == "Overdue"
    assert shown_cards(page)[0].go_button.text() == "Start"
