"""From the first frame to the first page: what stands meanwhile, and what may go wrong."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.errors import Defect, UserError
from inspector_app.domain.officer import Role
from inspector_app.gui.app import run_window
from inspector_app.gui.controls.notice_dialog import NoticeDialog
from inspector_app.gui.farewell import FarewellPage
from inspector_app.gui.i18n import current_language
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.preferences import Preferences
from inspector_app.gui.theme import ThemeName, look
from inspector_app.gui.window_facts import WindowFacts
from tests.gui.factory_gui import GuiOffice, Remembered, facts, supervisor

Step = Callable[[], bool]


class Door:
    """A laptop that opens when it is told to."""

    def __init__(self, office: GuiOffice | None = None) -> None:
        self.office = office or GuiOffice()
        self.asked = threading.Event()
        self._unlocked = threading.Event()

    def unlock(self) -> None:
        self._unlocked.set()

    def open(self) -> tuple[UseCases, WindowFacts]:
        self.asked.set()
        assert self._unlocked.wait(30)
        return self.office.do, facts()


def window() -> MainWindow:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    (only,) = [w for w in shown if w.isVisible()]
    return only


def dialogs() -> list[NoticeDialog]:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, NoticeDialog)]
    return [w for w in shown if w.isVisible()]


def run(
    open_laptop: Callable[[], tuple[UseCases, WindowFacts]],
    *steps: Step,
    last_look: Remembered | None = None,
) -> int:
    """Run the window; each step is asked again and again until it says that it is done."""
    left = list(steps)
    failed: list[Exception] = []
    asking = QTimer()
    asking.setInterval(5)

    def ask() -> None:
        try:
            if left and left[0]():
                left.pop(0)
        except Exception as error:  # noqa: BLE001 - raised again when the window is gone
            failed.append(error)
            left.clear()
            QApplication.exit(1)
        if not left:
            asking.stop()

    asking.timeout.connect(ask)
    asking.start()
    try:
        return run_window(open_laptop, last_look or Remembered(), argv=["inspector-app"])
    finally:
        for gone in QApplication.topLevelWidgets():
            gone.deleteLater()
        if failed:
            raise failed[0]
        assert not left, "the window was gone before every step was done"


def seen_and(act: Callable[[], object]) -> Step:
    """A step that acts once and is done."""

    def step() -> bool:
        act()
        return True

    return step


def opened() -> bool:
    return window().furnished and window().jobs.idle


def close() -> bool:
    window().close()
    return True


def test_the_window_stands_before_the_laptop_is_open(app: QApplication) -> None:
    door = Door()
    seen: list[object] = []

    def look_at_it() -> None:
        shown = window()
        seen.extend((shown.top_bar.title, shown.opening.isVisible(), shown.current_page))
        door.unlock()

    run(door.open, door.asked.is_set, seen_and(look_at_it), opened, close)

    assert seen == ["今日", True, ""]


def test_nothing_is_claimed_before_it_is_known(app: QApplication) -> None:
    door = Door()
    said: list[str] = []

    def listen() -> None:
        said.append(window().status.words())
        door.unlock()

    run(
        door.open,
        door.asked.is_set,
        seen_and(listen),
        opened,
        seen_and(lambda: said.append(window().status.words())),
        close,
    )

    assert said[0] == ""
    assert "记录完整" in said[1]


def test_no_page_can_be_asked_for_before_there_is_one(app: QApplication) -> None:
    door = Door()
    pages: list[str] = []

    def press() -> None:
        shown = window()
        QTest.mouseClick(shown.rail.item("settings"), Qt.MouseButton.LeftButton)
        QTest.keyClick(shown, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(shown, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        pages.append(shown.current_page)
        door.unlock()

    run(
        door.open,
        door.asked.is_set,
        seen_and(press),
        opened,
        seen_and(lambda: pages.append(window().current_page)),
        close,
    )

    assert pages == ["", "today"]


def test_a_laptop_whose_record_was_wiped_says_so_in_its_window(app: QApplication) -> None:
    said: list[str] = []

    def refuse() -> tuple[UseCases, WindowFacts]:
        raise UserError("device.wiping", "数据已清除。")

    def shown() -> bool:
        return isinstance(window().centralWidget(), FarewellPage)

    def leave() -> None:
        page = window().centralWidget()
        assert isinstance(page, FarewellPage)
        said.append(page.title.text())
        page.close_button.click()

    with pytest.raises(UserError, match="数据已清除"):
        run(refuse, shown, seen_and(leave))

    assert said == ["数据已清除。"]


def test_what_stood_in_for_the_page_is_gone_when_the_page_is_there(app: QApplication) -> None:
    door = Door()
    door.unlock()
    left: list[int] = []

    run(door.open, opened, seen_and(lambda: left.append(window().stack.count())), close)

    assert left == [1]


def test_the_first_frame_wears_the_last_look(app: QApplication) -> None:
    door = Door()
    worn: list[object] = []
    remembered = Remembered(Preferences("en", ThemeName.DARK, 1.5))

    def notice() -> None:
        worn.extend((current_language(), look().theme, look().text_scale))
        door.unlock()

    run(door.open, door.asked.is_set, seen_and(notice), opened, close, last_look=remembered)

    assert worn == ["en", ThemeName.DARK, 1.5]


def test_what_the_record_says_counts_and_is_remembered(app: QApplication) -> None:
    door = Door()
    door.unlock()
    door.office.do.look_up.set_setting("theme", "sunlight")
    remembered = Remembered(Preferences("en", ThemeName.DARK))

    run(door.open, opened, close, last_look=remembered)

    assert look().theme is ThemeName.SUNLIGHT
    assert remembered.known == (Preferences("zh", ThemeName.SUNLIGHT), Role.OFFICER)


def test_a_choice_is_remembered_for_the_next_first_frame(app: QApplication) -> None:
    door = Door()
    door.unlock()
    remembered = Remembered()
    chosen = Preferences(theme=ThemeName.DARK)

    run(
        door.open,
        opened,
        seen_and(lambda: window().put_in_force(chosen)),
        opened,
        close,
        last_look=remembered,
    )

    assert remembered.known == (chosen, Role.OFFICER)


def test_another_persons_laptop_shows_that_persons_rail(app: QApplication) -> None:
    door = Door(GuiOffice(supervisor()))
    door.unlock()
    remembered = Remembered(role=Role.OFFICER)
    shown: list[str] = []

    run(
        door.open,
        opened,
        seen_and(lambda: shown.append(window().current_page)),
        close,
        last_look=remembered,
    )

    assert shown == ["review"]
    assert remembered.known == (Preferences(), Role.SUPERVISOR)


def test_closing_while_it_opens_ends_it(app: QApplication) -> None:
    door = Door()

    def leave() -> None:
        # The workers are joined before the window's end is told, so the door must not stay shut.
        door.unlock()
        window().close()

    code = run(door.open, door.asked.is_set, seen_and(leave))

    assert code == 0
    assert not [t for t in threading.enumerate() if t.name.startswith(("database", "network"))]


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (UserError("store.key", "密钥不符。", safe="没有改动。", mend="请重试。"), "store.key"),
        (ZeroDivisionError("王敏"), "gui.unexpected"),
    ],
)
def test_why_a_laptop_does_not_open_is_said_over_the_window_and_raised(
    app: QApplication, raised: Exception, code: str
) -> None:
    said: list[str] = []

    def refuse() -> tuple[UseCases, WindowFacts]:
        raise raised

    def read_and_close() -> None:
        (dialog,) = dialogs()
        said.append(dialog.windowTitle())
        assert dialog.parentWidget() is window()
        dialog.close_button.click()

    with pytest.raises((UserError, Defect)) as caught:
        run(refuse, lambda: bool(dialogs()), seen_and(read_and_close))

    assert caught.value.code == code
    assert said == [caught.value.what]


def test_garbage_is_left_alone_until_the_first_page(app: QApplication) -> None:
    door = Door()
    frozen: list[int] = []

    def note() -> None:
        assert not gc.isenabled()
        frozen.append(gc.get_freeze_count())
        door.unlock()

    run(
        door.open,
        door.asked.is_set,
        seen_and(note),
        opened,
        seen_and(lambda: frozen.append(gc.get_freeze_count())),
        close,
    )

    assert frozen[1] > frozen[0]
