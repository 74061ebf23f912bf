"""The main window: pages, keys, search, trust line, messages."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.gui.controls import Button, Notice, ScrollPage
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.key_list import KeyList
from inspector_app.gui.navigation_rail import NavigationRail
from inspector_app.gui.search_hit import SearchHit
from inspector_app.gui.shell import Shell
from inspector_app.gui.status_bar import ClockState, JournalState, StatusFacts
from inspector_app.gui.theme import Look, Tone, apply_look
from tests.gui.pages_window import words
from tests.gui.shell_page import ShellPage, hit

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, jobs: Jobs) -> ShellPage:
    shell = Shell(jobs)
    for key, title in (("today", "今日"), ("sync", "同步")):
        shell.add_page(key, "sun", lambda title=title: title, QWidget)  # type: ignore[misc]
    page = ShellPage(shell, qtbot)
    shell.show_page("today")
    return page


def test_a_page_is_built_when_it_is_first_shown(qtbot: QtBot, jobs: Jobs) -> None:
    built: list[str] = []

    def build() -> QWidget:
        built.append("sync")
        return QWidget()

    shell = Shell(jobs)
    qtbot.addWidget(shell)
    shell.add_page("sync", "sun", lambda: "同步", build)
    assert built == []

    shell.show_page("sync")
    shell.show_page("sync")

    assert built == ["sync"]


def test_pressing_the_rail_shows_the_page_and_its_title(window: ShellPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.shell.page_shown) as shown:
        window.press_rail("sync")

    assert shown.args == ["sync"]
    assert window.title == "同步"


def test_ctrl_and_a_digit_show_the_page_in_that_place(window: ShellPage) -> None:
    window.press(Qt.Key.Key_2, _CTRL)

    assert window.shell.current_page == "sync"


def test_f11_fills_the_screen_and_escape_leaves_it(window: ShellPage) -> None:
    window.press(Qt.Key.Key_F11)
    assert window.shell.isFullScreen()

    window.press(Qt.Key.Key_Escape)

    assert not window.shell.isFullScreen()


def test_a_count_is_read_out_with_the_page(window: ShellPage) -> None:
    window.shell.rail.set_count("sync", 3)

    assert window.shell.rail.item("sync").accessibleName() == "同步 3"


def test_without_a_source_there_is_no_search(window: ShellPage) -> None:
    window.press(Qt.Key.Key_K, _CTRL)

    assert window.shell.palette_box.isHidden()
    assert window.shell.top_bar.search.isHidden()


def test_what_is_typed_is_searched_and_enter_opens_the_hit(window: ShellPage, qtbot: QtBot) -> None:
    window.shell.set_search(lambda query: [hit(f"{query}面馆"), hit(f"{query}小炒")])
    window.press(Qt.Key.Key_K, _CTRL)
    window.type_into_search("zj")
    qtbot.waitUntil(lambda: window.hits == ["zj面馆", "zj小炒"])
    window.press(Qt.Key.Key_Down)

    with qtbot.waitSignal(window.shell.hit_chosen) as chosen:
        window.press(Qt.Key.Key_Return)

    assert chosen.args == ["enterprise:zj小炒"]
    assert window.shell.palette_box.isHidden()


def test_escape_closes_the_search_and_gives_the_focus_back(window: ShellPage) -> None:
    window.shell.set_search(lambda query: [])  # noqa: ARG005
    window.shell.rail.item("today").setFocus()
    window.press(Qt.Key.Key_K, _CTRL)

    window.press(Qt.Key.Key_Escape)

    assert window.shell.palette_box.isHidden()
    assert window.shell.focusWidget() is window.shell.rail.item("today")


def test_an_answer_to_an_older_query_is_ignored(window: ShellPage) -> None:
    box = window.shell.palette_box
    box.field.setText("张记")

    box.show_hits("张", [hit("张家小炒")])

    assert window.hits == []


def test_a_search_that_fails_is_said_in_the_banner(window: ShellPage, qtbot: QtBot) -> None:
    def fail(query: str) -> Sequence[SearchHit]:
        raise UserError("test.search", "索引正在重建。", mend="请稍后再试。")

    window.shell.set_search(fail)

    window.press(Qt.Key.Key_K, _CTRL)

    qtbot.waitUntil(lambda: "索引正在重建。" in window.banner_words)
    assert "请稍后再试。" in window.banner_words


def test_the_trust_line_says_what_waits_and_since_when(window: ShellPage) -> None:
    window.shell.set_status(
        StatusFacts(
            online=False,
            unsent=3,
            photos_waiting=12,
            last_sync="2020-03-04T01:41:00+00:00",
            journal=JournalState.INTACT,
            clock=ClockState.FINE,
            people=("王敏", "李强"),
        )
    )

    assert window.shell.status.words() == (
        "离线 · 待上传 3 条记录、12 张照片 · 上次同步 2020年3月4日 09:41 · 记录完整 · 时钟正常 · "
        "执法人员 王敏、李强"
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (StatusFacts(online=True), "在线"),
        (StatusFacts(online=True, syncing=True), "正在同步"),
        (StatusFacts(), "已全部上传"),
        (StatusFacts(), "尚未同步"),
        (StatusFacts(journal=JournalState.BROKEN), "记录链断裂"),
        (StatusFacts(journal=JournalState.CHECKING), "正在核对记录"),
        (StatusFacts(clock=ClockState.DOUBTFUL), "时钟可疑"),
    ],
)
def test_the_trust_line_names_each_state(window: ShellPage, facts: StatusFacts, words: str) -> None:
    window.shell.set_status(facts)

    assert words in window.shell.status.words()


def test_an_error_says_what_happened_what_is_safe_and_what_to_do(window: ShellPage) -> None:
    window.shell.show_error(
        EnvironmentFault("test.disk", "磁盘已满。", safe="记录没有丢失。", mend="请清理磁盘。")
    )

    assert window.banner_words == "磁盘已满。 记录没有丢失。请清理磁盘。"


def test_the_action_of_an_error_is_taken_and_the_banner_goes(window: ShellPage) -> None:
    taken: list[str] = []
    window.shell.show_error(
        UserError("test.field", "缺少姓名。"), "去填写", lambda: taken.append("name")
    )
    button = next(b for b in window.shell.banner.findChildren(QPushButton) if b.text() == "去填写")

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert taken == ["name"]
    assert window.banner_words == ""


def test_escape_dismisses_the_banner(window: ShellPage) -> None:
    window.shell.ask_attention(Notice("请确认", tone=Tone.ATTENTION))

    window.press(Qt.Key.Key_Escape)

    assert window.banner_words == ""


def test_a_toast_does_not_take_the_focus(window: ShellPage) -> None:
    window.shell.rail.item("today").setFocus()

    window.shell.notify(Notice("照片已保存。", tone=Tone.MET))

    assert window.toast_words == "照片已保存。"
    assert window.shell.focusWidget() is window.shell.rail.item("today")


def test_a_toast_stays_within_the_page_when_the_window_shrinks(window: ShellPage) -> None:
    window.shell.notify(Notice("照片已保存。"))

    window.shell.resize(1024, 640)

    assert window.shell.stack.rect().contains(window.shell.toast.geometry())


def test_the_window_speaks_english_at_once(
    window: ShellPage, app: QApplication, qtbot: QtBot
) -> None:
    window.shell.set_status(StatusFacts(photos_waiting=1))

    apply_language(app, "en")

    qtbot.waitUntil(lambda: window.shell.windowTitle() == "Market Supervision Field Enforcement")
    assert "1 photo unsent" in window.shell.status.words()


def test_tab_goes_as_one_reads_whatever_was_made_first(window: ShellPage, qtbot: QtBot) -> None:
    page, column = QWidget(), QVBoxLayout()
    page.setLayout(column)
    first, last = Button("甲"), Button("丙")
    column.addWidget(first)
    column.addWidget(last)
    window.shell.stack.addWidget(page)
    window.shell.stack.setCurrentWidget(page)
    between = Button("乙")
    column.insertWidget(1, between)
    qtbot.waitUntil(between.isVisible)
    first.setFocus()

    there = []
    for _ in range(2):
        QTest.keyClick(window.shell.focusWidget(), Qt.Key.Key_Tab)
        there.append(window.shell.focusWidget())
    QTest.keyClick(window.shell.focusWidget(), Qt.Key.Key_Backtab)

    assert there == [between, last]
    assert window.shell.focusWidget() is between


def test_f1_lists_the_keys(window: ShellPage) -> None:
    window.press(Qt.Key.Key_F1)

    shown = window.shell.findChild(KeyList)
    assert shown is not None
    assert "搜索主体、任务、检查和文书" in words(shown)


def test_focus_stays_near_what_is_hidden_or_disabled(window: ShellPage, qtbot: QtBot) -> None:
    page, column = QWidget(), QVBoxLayout()
    page.setLayout(column)
    before, gone = Button("甲"), Button("乙")
    column.addWidget(before)
    column.addWidget(gone)
    window.shell.stack.addWidget(page)
    window.shell.stack.setCurrentWidget(page)
    gone.setFocus()

    gone.setEnabled(False)

    assert window.shell.focusWidget() is before


def test_eight_pages_fit_a_low_screen_at_twice_the_text(qtbot: QtBot, app: QApplication) -> None:
    apply_look(app, Look(text_scale=2.0))
    rail = NavigationRail()
    qtbot.addWidget(rail)
    for number in range(8):
        rail.add_item(str(number), "settings", lambda: "设置")

    status_bar = 68
    assert rail.minimumSizeHint().height() <= 720 - status_bar


def test_a_scrolled_pane_entered_by_tab_shows_what_has_the_focus(qtbot: QtBot, jobs: Jobs) -> None:
    shell = Shell(jobs)
    qtbot.addWidget(shell)
    page = QWidget()
    row = QVBoxLayout(page)
    outside, pane = Button("列表", "list"), ScrollPage()
    inside = [Button(f"第 {place} 项", "list") for place in range(40)]
    for button in inside:
        pane.body.addWidget(button)
    row.addWidget(outside)
    row.addWidget(pane)
    shell.add_page("today", "sun", lambda: "今日", lambda: page)
    shell.resize(1366, 768)
    shell.show()
    shell.show_page("today")
    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 0)
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    outside.setFocus()

    QTest.keyClick(outside, Qt.Key.Key_Tab)

    assert shell.focusWidget() is inside[0]
    assert inside[0].visibleRegion().boundingRect() == inside[0].rect()
