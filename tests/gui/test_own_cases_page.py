"""审核 for an officer: submit, see where a case stands, answer what came back."""

from __future__ import annotations

from inspector_app.domain.review import ReviewStatus
from inspector_app.gui.pages.review.own_cases import OwnCasesPage
from tests.gui.factory_gui import GuiOffice, empty_office
from tests.gui.pages_window import OpenWindow, badges, words


def completed() -> tuple[GuiOffice, str]:
    office = GuiOffice()
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    order = office.issue(visit_id, "correction_order")
    office.do.serve_documents(
        visit_id, [order], mode="direct", receiver="张三丰年", relation="本人", place_text="店内"
    )
    office.issue(visit_id, "service_receipt")
    office.do.complete_visit(visit_id)
    return office, visit_id


def returned(*, with_remark: bool) -> tuple[GuiOffice, str]:
    office, visit_id = completed()
    office.do.submit_visit(visit_id)
    desk = office.review_by()
    case = desk.do.open_case(visit_id)
    if with_remark:
        case = desk.do.make_remark(case, "请补拍。", item="HEALTH")
    desk.do.return_case(case, "证据不足。")
    office.take_reviews(desk, visit_id)
    return office, visit_id


def test_a_finished_visit_is_submitted_here(open_window: OpenWindow) -> None:
    office, visit_id = completed()
    window = open_window(office)
    page = window.show("review", OwnCasesPage)

    window.press(page.submit_buttons[visit_id])

    (visit,) = office.do.look_up.visits()
    assert visit.review is ReviewStatus.WAITING
    assert badges(page.sections[ReviewStatus.WAITING]) == ["待审核"]
    assert "联网后送到审核人员" in window.toast


def test_a_case_with_open_remarks_cannot_be_submitted_before_they_are_answered(
    open_window: OpenWindow,
) -> None:
    office, visit_id = returned(with_remark=True)

    page = open_window(office).show("review", OwnCasesPage)

    assert "请补拍。" in words(page.attention)
    assert visit_id not in page.submit_buttons


def test_a_case_returned_without_remarks_can_be_submitted_again(open_window: OpenWindow) -> None:
    office, visit_id = returned(with_remark=False)
    window = open_window(office)
    page = window.show("review", OwnCasesPage)

    assert "退回理由：证据不足。" in words(page.sections[ReviewStatus.RETURNED])
    window.press(page.submit_buttons[visit_id])

    assert office.do.view_visit(visit_id).visit.submitted_round == 2


def test_the_rail_counts_cases_with_something_to_answer(open_window: OpenWindow) -> None:
    office, _ = returned(with_remark=True)

    assert open_window(office).window.rail.item("review").accessibleName() == "审核 1"


def test_without_cases_the_page_says_what_comes_here(open_window: OpenWindow) -> None:
    page = open_window(empty_office()).show("review", OwnCasesPage)

    assert "检查完成后在这里提交审核" in words(page.empty)
