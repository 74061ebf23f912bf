"""审核: the reviewer sees the case as the record tells it; what is written stands at its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.officer import Role
from inspector_app.domain.review import ReviewStatus
from inspector_app.gui.controls import Badge
from inspector_app.gui.controls.pdf_preview import PdfPreview
from inspector_app.gui.pages.review.case_pane import CaseTab
from inspector_app.gui.pages.review.page import ReviewPage
from inspector_app.gui.pages.review.view_model import Pin, QueueFilter
from tests.factory import officer
from tests.gui.factory_gui import GuiOffice, offline, supervisor
from tests.gui.pages_window import OpenWindow, WindowPage, badges, press, words
from tests.pictures import picture


def submitted() -> tuple[GuiOffice, GuiOffice, str]:
    """An officer's laptop with one case submitted, the supervisor's desk, and the visit's id."""
    office = GuiOffice()
    visit_id = office.finished()
    return office, office.review_by(), visit_id


def page_of(window: WindowPage) -> ReviewPage:
    page = window.window.page("review")
    assert isinstance(page, ReviewPage)
    return page


def open_case(window: WindowPage, visit_id: str) -> ReviewPage:
    page = page_of(window)
    page.queue.list.choose(visit_id)
    window.settle()
    return page


def remark(window: WindowPage, page: ReviewPage, text: str) -> None:
    page.remarks.text.set_value(text)
    window.press(page.remarks.add_button)


def test_the_queue_lists_what_waits(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()

    page = page_of(open_window(desk))

    assert [row.key for row in page.queue.list.rows] == [visit_id]
    assert page.queue.chips[QueueFilter.WAITING].accessibleName() == "待审核 1"


def test_the_queue_can_be_narrowed_to_one_officer(open_window: OpenWindow) -> None:
    _, desk, _ = submitted()
    page = page_of(open_window(desk))

    page.queue.officer.box.setCurrentText("周若水")
    page.queue.officer.box.activated.emit(page.queue.officer.box.currentIndex())
    listed = len(page.queue.list.rows)
    page.queue.show_only(QueueFilter.RETURNED)

    assert (listed, len(page.queue.list.rows)) == (1, 0)


def test_without_a_connection_the_queue_stays_calm(open_window: OpenWindow) -> None:
    _, desk, _ = submitted()
    desk.cases.error = offline()

    window = open_window(desk)

    assert "现在连不上服务器" in page_of(window).queue.offline_words
    assert window.banner == ""


def test_a_lost_connection_leaves_what_was_listed(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = page_of(window)
    desk.cases.error = offline()

    window.press(page.queue.refresh_button)

    assert [row.key for row in page.queue.list.rows] == [visit_id]
    assert "列表是上次联网时的内容" in page.queue.offline_words


def test_a_case_opens_with_what_was_not_met(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()

    page = open_case(open_window(desk), visit_id)

    assert list(page.case.item_rows) == ["HEALTH"]
    said = words(page.case.item_rows["HEALTH"])
    assert "一名从业人员未能出示有效健康证明。" in said
    assert "违反 《中华人民共和国食品安全法》第四十五条第二款" in said


def test_every_item_can_be_seen_with_its_answer(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)

    press(page.case.chips[CaseTab.ITEMS])
    window.settle()

    answers = {code: badges(row)[0] for code, row in page.case.item_rows.items()}
    assert answers == {"LICENCE": "符合", "HEALTH": "不符合", "WASH": "合理缺项"}


def test_an_item_keeps_the_width_of_a_narrow_pane_for_its_words(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    row = open_case(open_window(desk), visit_id).case.item_rows["HEALTH"]
    badge = row.findChildren(Badge)[0]
    shares = []
    for width in (400, 900):
        row.setFixedWidth(width)
        QApplication.processEvents()
        beside = badge.mapTo(row, badge.rect().topLeft()).x() > row.words.geometry().right()
        shares.append((beside, row.words.width() > width / 2))

    assert shares == [(False, True), (True, True)]


def test_a_photo_is_fetched_and_shown_at_its_item(open_window: OpenWindow) -> None:
    office = GuiOffice()
    visit_id = office.judged()
    office.do.attach_photo(visit_id, "HEALTH", picture(colour="red"), name="证.jpg")
    office.do.grade_result(visit_id)
    desk = office.review_by()
    window = open_window(desk)
    page = page_of(window)

    page.open_case(visit_id)
    window.settle()

    (tile,) = page.case.item_rows["HEALTH"].tiles.values()
    assert tile.image is not None
    assert tile.image.pixelColor(5, 5).red() > 200


def test_a_photo_opens_with_what_proves_it(open_window: OpenWindow) -> None:
    office = GuiOffice()
    visit_id = office.judged()
    visit = office.do.attach_photo(visit_id, "HEALTH", picture(), name="证.jpg")
    (photo,) = visit.photos.values()
    window = open_window(office.review_by())
    page = page_of(window)
    page.open_case(visit_id)
    window.settle()

    window.press(page.case.item_rows["HEALTH"].tiles[photo.id])

    assert page.files.photo is not None
    assert photo.sha256[:32] in words(page.files.photo)


def test_a_document_is_shown_as_it_was_issued(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)

    press(page.case.chips[CaseTab.DOCUMENTS])
    window.settle()

    (preview,) = page.case.documents.findChildren(PdfPreview)
    assert preview.page_count > 0
    window.press(page.case.documents.verify_button)
    assert page.case.documents.verification.verdict == "签名有效，签名后没有改动"


def test_a_remark_is_pinned_to_its_item(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)

    press(page.case.item_rows["HEALTH"].remark_button)
    assert "项目 1.2" in page.remarks.pin_words
    remark(window, page, "请补拍。")

    (made,) = desk.do.open_case(visit_id).review.remarks
    assert (made.item, made.text) == ("HEALTH", "请补拍。")
    assert "请补拍。" in words(page.case.item_rows["HEALTH"])


def test_a_remark_can_be_about_a_document(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)
    press(page.case.chips[CaseTab.DOCUMENTS])
    window.settle()

    press(page.case.documents.remark_button)
    remark(window, page, "要求写得不具体。")

    (made,) = desk.do.open_case(visit_id).review.remarks
    assert made.document == page.case.documents.shown


def test_a_remark_without_a_place_is_about_the_case(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)

    remark(window, page, "整体清楚。")

    (made,) = desk.do.open_case(visit_id).review.remarks
    assert (made.item, made.document) == ("", "")
    assert page.remarks.pin == Pin()


def test_an_empty_remark_is_not_recorded(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)

    window.press(page.remarks.add_button)

    assert page.remarks.text.error == "请填写审核意见。"
    assert desk.do.open_case(visit_id).review.remarks == ()


def test_a_return_needs_a_reason(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)

    press(page.remarks.return_button)
    dialog = page.decision
    assert dialog is not None
    window.press(dialog.confirm_button)
    refused = dialog.words.error
    dialog.words.set_value("证据不足。")
    window.press(dialog.confirm_button)

    assert refused == "退回应当写明理由。"
    case = desk.do.open_case(visit_id)
    assert (case.status, case.review.reason) == (ReviewStatus.RETURNED, "证据不足。")


def test_an_approval_is_recorded_sent_and_shown(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)
    syncs = desk.cases.syncs

    press(page.remarks.approve_button)
    assert page.decision is not None
    window.press(page.decision.confirm_button)

    assert desk.do.open_case(visit_id).status is ReviewStatus.APPROVED
    assert desk.cases.syncs > syncs
    assert "审核通过" in badges(page.case)
    assert page.remarks.approve_button.isHidden()


def test_without_a_connection_a_decision_is_still_kept(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)
    desk.cases.error = offline()

    press(page.remarks.approve_button)
    assert page.decision is not None
    window.press(page.decision.confirm_button)

    assert "审核通过" in badges(page.case)
    assert desk.do.look_up.trust().outbox.events == 1


def test_keys_move_through_the_queue_and_decide(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = page_of(window)
    page.queue.list.view.setFocus()

    QTest.keyClick(window.window.windowHandle(), Qt.Key.Key_J)
    window.settle()
    QTest.keyClick(window.window.windowHandle(), Qt.Key.Key_R)

    assert page.model is not None
    assert page.model.case.visit.id == visit_id
    assert page.decision is not None
    assert page.decision.isVisible()


def test_letters_typed_into_a_remark_decide_nothing(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)
    page.remarks.text.setFocus()

    for key in (Qt.Key.Key_A, Qt.Key.Key_R):
        QTest.keyClick(window.window.windowHandle(), key)

    assert page.decision is None
    assert page.remarks.text.value() == "ar"


def test_who_inspected_may_not_review(open_window: OpenWindow) -> None:
    office = GuiOffice()
    visit_id = office.finished()
    desk = office.review_by(officer(2, role=Role.SUPERVISOR))
    window = open_window(desk)
    page = open_case(window, visit_id)

    press(page.remarks.approve_button)
    assert page.decision is not None
    window.press(page.decision.confirm_button)

    assert "办案人员不得作为审核人员。" in window.banner


def test_what_changed_since_the_return_comes_first(open_window: OpenWindow) -> None:
    office, desk, visit_id = submitted()
    case = desk.do.make_remark(desk.do.open_case(visit_id), "请核对。", item="LICENCE")
    desk.do.return_case(case, "请更正。")
    office.take_reviews(desk, visit_id)
    office.do.correct_answer(
        visit_id, "WASH", AnswerValue.EXCLUDED, because="写明理由", reason="餐具集中消毒"
    )
    office.do.answer_remark(visit_id, case.review.remarks[0].id, "已核对。")
    office.do.submit_visit(visit_id)

    page = open_case(open_window(desk), visit_id)

    assert page.case.tab is CaseTab.CHANGED
    assert "WASH" in page.case.item_rows
    assert "LICENCE" not in page.case.item_rows


def test_the_timeline_tells_the_whole_course(open_window: OpenWindow) -> None:
    _, desk, visit_id = submitted()
    window = open_window(desk)
    page = open_case(window, visit_id)

    press(page.case.chips[CaseTab.TIMELINE])
    window.settle()

    said = words(page.case)
    course = [
        "林知远、周若水 到达，开始检查",
        "记录 3 项检查结论，其中 1 项不符合",
        "出具《责令改正通知书》",
        "提交审核（第 1 次）",
    ]
    places = [said.index(happened) for happened in course]
    assert places == sorted(places, reverse=True)


def test_a_supervisor_has_no_pages_of_an_inspector(open_window: OpenWindow) -> None:
    assert open_window(GuiOffice(supervisor())).pages == [
        "审核",
        "主体",
        "文书",
        "法规",
        "同步",
        "设置",
    ]
