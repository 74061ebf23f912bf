"""主体: two characters find a file, and the file tells what an officer must know at the door."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector_app.domain.enterprise import Licence, PastVisit
from inspector_app.gui.pages.enterprises.page import EnterprisesPage
from tests.factory import TODAY, credit_code, enterprise
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_window import OpenWindow, WindowPage, badges, words


def look_for(window: WindowPage, text: str) -> EnterprisesPage:
    page = window.show("enterprises", EnterprisesPage)
    page.field.set_value(text)
    page.refresh()
    window.settle()
    return page


def file_of(window: WindowPage, enterprise_id: str = "enterprise-1") -> EnterprisesPage:
    page = window.show("enterprises", EnterprisesPage)
    page.open_enterprise(enterprise_id)
    window.settle()
    return page


def test_two_characters_of_the_name_find_it(open_window: OpenWindow) -> None:
    page = look_for(open_window(GuiOffice()), "张记")

    assert [row.title for row in page.list.rows] == ["云溪县张记面馆（演示）"]


def test_what_is_typed_is_searched_without_a_key(open_window: OpenWindow) -> None:
    office = GuiOffice()
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(2, name="李家小炒（演示）")])
    window = open_window(office)
    page = window.show("enterprises", EnterprisesPage)

    QTest.keyClicks(page.field.line, "LJXC")
    window.await_that(lambda: [row.title for row in page.list.rows] == ["李家小炒（演示）"])


def test_before_a_search_the_enterprises_with_tasks_are_listed(open_window: OpenWindow) -> None:
    office = GuiOffice()
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(2, name="没有任务的店")])

    page = look_for(open_window(office), "张")

    assert [row.key for row in page.list.rows] == ["enterprise-1"]


def test_nothing_found_says_what_else_to_try(open_window: OpenWindow) -> None:
    page = look_for(open_window(GuiOffice()), "没有这家")

    assert "没有找到“没有这家”" in words(page.list.empty)


def test_the_credit_code_is_shown_in_its_parts(open_window: OpenWindow) -> None:
    page = file_of(open_window(GuiOffice()))
    code = credit_code(1)

    assert f"{code[:2]} {code[2:8]} {code[8:17]} {code[17]}" in words(page.file)


def test_a_licence_says_how_long_it_is_valid(open_window: OpenWindow) -> None:
    office = GuiOffice()
    licences = (
        Licence("食品经营许可证", "JY1", None, TODAY - timedelta(days=3)),
        Licence("营业执照", "92X"),
    )
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(licences=licences)])

    page = file_of(open_window(office))

    assert badges(page.file.sections["licences"]) == ["已过期 3 天", "长期有效"]


def test_past_visits_stand_with_those_of_this_device(open_window: OpenWindow) -> None:
    office = GuiOffice()
    past = PastVisit("old", date(2026, 6, 3), "日常检查", "不符合", 2, 1)
    with office.store.begin() as uow:
        uow.put_enterprises([enterprise(history=(past,))])
    office.finished()

    said = words(file_of(open_window(office)).file.sections["history"])

    assert said.index("2026年11月21日") < said.index("2026年6月3日")
    assert "2 项不符合，1 项未见整改" in said


def test_documents_of_the_file_lead_to_the_pdf(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.finished()
    window = open_window(office)
    page = file_of(window)

    page.file.document_wanted.emit(office.do.look_up.documents()[0].document_id)
    window.settle()

    assert window.shown == "documents"


def test_a_visit_can_be_started_from_the_file(open_window: OpenWindow) -> None:
    window = open_window(GuiOffice())

    window.press(file_of(window).file.go_button)

    assert window.shown == "visit"


def test_without_a_task_the_file_says_why_no_visit_can_start(open_window: OpenWindow) -> None:
    office = GuiOffice()
    office.finished()

    page = file_of(open_window(office))

    assert not page.file.go_button.isEnabled()
    assert "没有待办任务，联网同步后再开始" in words(page.file)


def test_a_narrow_window_shows_list_and_file_in_turn(open_window: OpenWindow) -> None:
    window = open_window(GuiOffice(), size=(1024, 640))
    window.text_scale(2.0)
    page = look_for(window, "张记")
    page.list.step(1)
    page.list.row_entered.emit(page.list.current_key)
    window.settle()

    assert page.file.isVisible()
    assert not page.list.isVisible()
    QTest.keyClick(page.file.go_button, Qt.Key.Key_Escape)

    assert page.list.isVisible()


def test_enter_in_the_field_opens_the_first_hit(open_window: OpenWindow) -> None:
    window = open_window(GuiOffice())
    page = look_for(window, "张记")

    QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    window.settle()

    assert page.file.model is not None
    assert page.file.model.enterprise.id == "enterprise-1"
