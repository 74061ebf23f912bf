"""The window: who sees which page, where a search leads, and how it ends."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.gui.app import build_window, run_window
from inspector_app.gui.i18n import current_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.documents.page import DocumentsPage
from inspector_app.gui.pages.enterprises.page import EnterprisesPage
from inspector_app.gui.pages.visit.page import VisitPage
from inspector_app.gui.theme import ThemeName, look
from tests.factory import TODAY, task
from tests.gui.factory_gui import GuiOffice, Remembered, facts, supervisor
from tests.gui.pages_window import OpenWindow, WindowPage

_CTRL = Qt.KeyboardModifier.ControlModifier


def search(window: WindowPage, text: str) -> list[str]:
    """What the palette finds, as it stands in the list."""
    window.window.open_search()
    window.window.palette_box.field.setText(text)
    model = window.window.palette_box.hits.model()
    window.await_that(lambda: _answered(window, text))
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _answered(window: WindowPage, text: str) -> bool:
    model = window.window.palette_box.hits.model()
    return window.window.jobs.idle and model.rowCount() > 0 and model.rowCount() < 7


def test_an_officer_sees_the_pages_of_a_day(open_window: OpenWindow) -> None:
    window = open_window(GuiOffice())

    assert window.pages == ["今日", "主体", "检查", "文书", "法规", "审核", "同步", "设置"]
    assert window.shown == "today"


def test_a_supervisor_begins_with_the_queue(open_window: OpenWindow) -> None:
    assert open_window(GuiOffice(supervisor())).shown == "review"


@pytest.mark.parametrize(
    ("place", "key"),
    [(1, "today"), (2, "enterprises"), (4, "documents"), (5, "law"), (8, "settings")],
)
def test_every_page_has_a_key(open_window: OpenWindow, place: int, key: str) -> None:
    window = open_window(GuiOffice())

    QTest.keyClick(window.window.windowHandle(), Qt.Key(Qt.Key.Key_0 + place), _CTRL)
    window.settle()

    assert window.shown == key


def test_a_search_finds_enterprises_visits_and_documents(open_window: OpenWindow) -> None:
    office = GuiOffice()
    visit_id = office.judged()
    office.issue(visit_id, "onsite_record")
    window = open_window(office)

    found = search(window, "张记")

    assert found == [
        "云溪县张记面馆（演示）",
        "云溪县张记面馆（演示）",
        "现场笔录",
        "在法规中查找“张记”",
    ]


def test_a_search_finds_a_page_by_its_name(open_window: OpenWindow) -> None:
    window = open_window(GuiOffice())

    assert search(window, "设置") == ["设置", "在法规中查找“设置”"]
    QTest.keyClick(window.window.palette_box.field, Qt.Key.Key_Return)

    assert window.shown == "settings"


def test_an_enterprise_that_was_found_opens_its_file(open_window: OpenWindow) -> None:
    window = open_window(GuiOffice())

    window.window.follow("enterprise:enterprise-1")
    window.settle()

    page = window.window.page("enterprises")
    assert isinstance(page, EnterprisesPage)
    assert page.file.model is not None


def test_a_document_that_was_found_is_shown(open_window: OpenWindow) -> None:
    office = GuiOffice()
    document_id = office.issue(office.judged(), "onsite_record")
    window = open_window(office)

    window.window.follow(f"document:{document_id}")
    window.settle()

    page = window.window.page("documents")
    assert isinstance(page, DocumentsPage)
    assert page.document.document is not None


def test_a_visit_that_was_found_opens(open_window: OpenWindow) -> None:
    office = GuiOffice()
    visit_id = office.arrived()
    window = open_window(office)

    window.window.follow(f"visit:{visit_id}")
    window.settle()

    page = window.window.page("visit")
    assert isinstance(page, VisitPage)
    assert page.session.visit_id == visit_id


def test_the_title_says_what_is_open(open_window: OpenWindow) -> None:
    office = GuiOffice()
    window = open_window(office)
    visit_id = office.arrived()

    window.window.open_visit(visit_id)
    window.settle()
    opened = window.window.top_bar.title
    window.window.show_page("today")

    assert (opened, window.window.top_bar.title) == ("云溪县张记面馆（演示）", "今日")


def test_closing_joins_the_workers(open_window: OpenWindow) -> None:
    window = open_window(GuiOffice())

    window.close()

    names = [thread.name for thread in threading.enumerate()]
    assert not [name for name in names if name.startswith(("database-lane", "network"))]


def test_what_was_handed_to_the_store_is_on_disk_when_the_window_is_gone(
    open_window: OpenWindow,
) -> None:
    office = GuiOffice()
    window = open_window(office)
    gate = threading.Event()
    window.window.jobs.submit(gate.wait)
    window.window.jobs.submit(lambda: office.do.look_up.set_setting("last", "words"))

    QTimer.singleShot(0, gate.set)
    window.close()

    assert office.do.look_up.setting("last") == "words"


def test_workers_of_the_caller_are_left_to_the_caller(qtbot: QtBot, jobs: Jobs) -> None:
    window = build_window(GuiOffice().do, facts(), jobs=jobs)
    qtbot.addWidget(window)

    window.close()

    with qtbot.waitSignal(jobs.idle_changed, check_params_cb=lambda idle: idle):
        jobs.submit(lambda: None)


def run(
    office: GuiOffice,
    seen: list[tuple[str, object]],
    open_visit: str | None = None,
    last_look: Remembered | None = None,
) -> int:
    """Run the window as bootstrap does, and close it once its first page stands."""
    closing = QTimer()
    closing.setInterval(10)

    def close_when_ready() -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        ready = [w for w in windows if w.isVisible() and w.current_page and w.jobs.idle]
        for window in ready:
            closing.stop()
            seen.append((window.current_page, window.status.words()))
            window.close()

    closing.timeout.connect(close_when_ready)
    closing.start()
    return run_window(
        lambda: (office.do, facts()),
        last_look or Remembered(),
        open_visit=open_visit,
        argv=["inspector-app"],
    )


def test_the_window_opens_as_it_was_left_and_ends_with_zero(app: QApplication) -> None:
    office = GuiOffice()
    office.do.look_up.set_setting("language", "en")
    office.do.look_up.set_setting("theme", "dark")
    seen: list[tuple[str, object]] = []

    assert run(office, seen) == 0

    assert [page for page, _ in seen] == ["today"]
    assert (current_language(), look().theme) == ("en", ThemeName.DARK)


def test_the_window_can_open_on_a_visit(app: QApplication) -> None:
    office = GuiOffice()
    seen: list[tuple[str, object]] = []

    run(office, seen, open_visit=office.arrived())

    assert [page for page, _ in seen] == ["visit"]


def test_the_rail_counts_the_enterprises_that_cannot_wait(open_window: OpenWindow) -> None:
    office = GuiOffice()
    with office.store.begin() as uow:
        uow.put_tasks([task(1, due=TODAY), task(2, due=TODAY)])

    assert open_window(office).window.rail.item("today").accessibleName() == "今日 1"
