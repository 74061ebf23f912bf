"""What follows a synchronisation: tidying up, once; and leave, where the record is gone."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from inspector_app.domain.errors import UserError
from inspector_app.gui.farewell import FarewellPage
from inspector_app.gui.i18n import apply_language
from tests.gui.factory_gui import GuiOffice, facts, offline
from tests.gui.pages_window import OpenWindow, WindowPage, press, words


class Tidying:
    """Notes in which thread it was asked to tidy up."""

    def __init__(self) -> None:
        self.threads: list[str] = []

    def __call__(self) -> None:
        self.threads.append(threading.current_thread().name)


def wiped(code: str = "device.wiped") -> UserError:
    return UserError(code, "数据已清除。", safe="已上传的未丢失。", mend="请联系管理员。")


def farewell(window: WindowPage) -> FarewellPage:
    page = window.window.centralWidget()
    assert isinstance(page, FarewellPage)
    return page


def sync(window: WindowPage) -> None:
    window.window.sync_lane.sync_now()
    window.settle()


def test_after_the_first_synchronisation_a_worker_of_the_network_tidies_up(
    open_window: OpenWindow,
) -> None:
    tidying = Tidying()
    window = open_window(GuiOffice(), given=facts(tidy=tidying))

    sync(window)

    (thread,) = tidying.threads
    assert thread.startswith("network")


def test_before_the_server_was_heard_nothing_is_cleared_away(open_window: OpenWindow) -> None:
    office, tidying = GuiOffice(), Tidying()
    office.cases.error = offline()
    window = open_window(office, given=facts(tidy=tidying))
    sync(window)
    before = list(tidying.threads)
    office.cases.error = None

    sync(window)

    assert (before, len(tidying.threads)) == ([], 1)


@pytest.mark.parametrize("code", ["device.wiped", "device.wiping"])
def test_a_wiped_laptop_says_so_and_shows_nothing_else(open_window: OpenWindow, code: str) -> None:
    office = GuiOffice()
    window = open_window(office)
    office.cases.error = wiped(code)

    sync(window)

    said = words(farewell(window))
    assert all(part in said for part in ("数据已清除。", "已上传的未丢失。", "请联系管理员。"))
    assert not window.window.rail.isVisible()


def test_a_wiped_laptop_answers_no_key_and_asks_the_server_no_more(
    open_window: OpenWindow,
) -> None:
    office = GuiOffice()
    window = open_window(office)
    office.cases.error = wiped()
    sync(window)
    asked = office.cases.syncs

    for key in (Qt.Key.Key_F5, Qt.Key.Key_F11):
        QTest.keyClick(window.window, key)
    QTest.keyClick(window.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window.settle()

    assert office.cases.syncs == asked
    assert farewell(window).isVisible()
    assert window.window.sync_lane.next_in is None


def test_a_dialog_does_not_stand_before_it(open_window: OpenWindow) -> None:
    office = GuiOffice()
    window = open_window(office)
    dialog = QDialog(window.window)
    dialog.open()
    office.cases.error = wiped()

    sync(window)

    assert not dialog.isVisible()


def test_its_button_closes_the_window(open_window: OpenWindow) -> None:
    office = GuiOffice()
    window = open_window(office)
    office.cases.error = wiped()
    sync(window)

    press(farewell(window).close_button)

    assert not window.window.isVisible()


def test_it_speaks_the_language_in_force(open_window: OpenWindow, qapp: object) -> None:
    office = GuiOffice()
    window = open_window(office)
    office.cases.error = wiped()
    sync(window)

    apply_language(qapp, "en")  # type: ignore[arg-type]  # the fixture's type is Qt's
    window.settle()

    said = words(farewell(window))
    assert "wiped by order of the bureau's server" in said
    assert farewell(window).close_button.text() == "Close the application"
