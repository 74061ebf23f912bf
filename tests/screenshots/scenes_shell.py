"""The window around the pages: messages, search, work in progress, a question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector_app.gui.controls import (
    Badge,
    BusyOverlay,
    Card,
    ConfirmDialog,
    EmptyState,
    Notice,
    PrimaryButton,
    SectionHeader,
)
from inspector_app.gui.key_list import KeyList
from inspector_app.gui.search_hit import SearchHit
from inspector_app.gui.shell import Shell
from inspector_app.gui.status_bar import ClockState, JournalState, StatusFacts
from inspector_app.gui.theme import Tone
from tests.screenshots.sample import page, words
from tests.screenshots.stage import Stage, scene

_PAGES = [
    ("today", "calendar-check", "今日", "Today"),
    ("enterprises", "store", "主体", "Enterprises"),
    ("visits", "clipboard-check", "检查", "Visits"),
    ("documents", "file-text", "文书", "Documents"),
    ("review", "stamp", "审核", "Review"),
    ("sync", "refresh-cw", "同步", "Sync"),
    ("settings", "settings", "设置", "Settings"),
]


def window(stage: Stage) -> Shell:
    shell = Shell(stage.jobs)

    def build() -> QWidget:
        card = Card(pressable=True)
        card.setAccessibleName(words("张记面馆", "Zhang's Noodles"))
        header = SectionHeader(
            words("张记面馆", "Zhang's Noodles"),
            words(
                "双随机 + 日常 + 复查（合并 3 项任务，38 项检查）",
                "Random + routine + follow-up (3 tasks, 38 items)",
            ),
        )
        header.add_action(Badge(words("今天到期", "Due today"), Tone.ATTENTION))
        header.add_action(PrimaryButton(words("开始", "Start"), "play"))
        card.body.addWidget(header)
        return page(
            card,
            EmptyState(
                "inbox",
                words("其余任务都已完成", "All other tasks are done"),
                words("同步之后，新任务会出现在这里。", "New tasks appear here after a sync."),
                words("立即同步", "Sync now"),
            ),
        )

    def title(chinese: str, english: str) -> Callable[[], str]:
        return lambda: words(chinese, english)

    for key, icon_name, chinese, english in _PAGES:
        shell.add_page(key, icon_name, title(chinese, english), build)
    shell.show_page("today")
    shell.rail.set_count("review", 2)
    shell.set_search(lambda _query: [])
    shell.set_status(
        StatusFacts(
            unsent=3,
            photos_waiting=12,
            last_sync="2026-11-20T09:41:00+08:00",
            journal=JournalState.INTACT,
            clock=ClockState.FINE,
            people=("王敏 3701020011", "李强 3701020012"),
        )
    )
    return shell


@scene("shell")
def shell_with_messages(stage: Stage) -> QWidget:
    shell = window(stage)
    shell.ask_attention(
        Notice(
            words("服务器返回了网页而不是数据。", "The server sent a web page instead of data."),
            words("3 项记录仍在本机，没有丢失。", "3 records are still here; nothing was lost."),
            words("请先登录网络认证页面，再同步。", "Sign in to the network first, then sync."),
            Tone.ATTENTION,
            words("重试", "Retry"),
        )
    )
    shell.notify(Notice(words("照片已保存。", "The photo was saved."), tone=Tone.MET))
    return shell


@scene("shell-search")
def shell_search(stage: Stage) -> QWidget:
    shell = window(stage)
    hits = [
        SearchHit(
            "e1",
            "张记面馆",
            "91370102MA3C4D5E6F · C 级 · 餐饮服务",
            "store",
            words("主体", "Enterprise"),
        ),
        SearchHit(
            "e2",
            "张家小炒（示例路店）",
            "91370102MA3C4D5E7G · B 级",
            "store",
            words("主体", "Enterprise"),
        ),
        SearchHit(
            "d1",
            "责令改正通知书 〔2026〕12 号",
            "张记面馆 · 2026年11月21日",
            "file-text",
            words("文书", "Document"),
        ),
        SearchHit("p1", words("同步", "Sync"), "", "refresh-cw", words("页面", "Page")),
    ]
    shell.resize(stage.size)
    shell.show()
    shell.open_search()
    stage.settle()
    shell.set_search(lambda _query: hits)
    shell.palette_box.field.setText("张")
    shell.palette_box.show_hits("张", hits)
    return shell


@scene("shell-busy")
def shell_busy(stage: Stage) -> QWidget:
    from inspector_app.gui.jobs import Cancellation

    shell = window(stage)
    shell.resize(stage.size)
    shell.show()
    busy = BusyOverlay(shell)
    busy.show_when_slow(words("正在生成现场笔录……", "Composing the record…"), Cancellation())
    busy._on_slow_timeout()
    return shell


@scene("dialog-confirm")
def dialog(stage: Stage) -> QWidget:
    return ConfirmDialog(
        None,
        words("撤回这份责令改正通知书？", "Withdraw this order?"),
        words(
            "文号保留并标记为已使用，撤回原因将写入记录。此操作不能撤销。",
            "The number stays used and the reason is recorded. This cannot be undone.",
        ),
        words("撤回", "Withdraw"),
    )


@scene("dialog-keys")
def dialog_keys(_stage: Stage) -> QWidget:
    return KeyList()
