"""The 同步 page: nothing is ever lost, and here one sees why."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.application.use_cases import UseCases
from inspector_app.gui.change_bus import ChangeBus
from inspector_app.gui.controls import (
    Card,
    Columns,
    IconLabel,
    KeyValueGrid,
    Label,
    PrimaryButton,
    ScrollPage,
)
from inspector_app.gui.error_words import error_words
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.fact_rows import CardSection, fact_row
from inspector_app.gui.pages.page import Page
from inspector_app.gui.pages.sync.view_model import SyncModel, load_sync
from inspector_app.gui.pages.sync.waiting import WaitingNumbers
from inspector_app.gui.sync_lane import SyncLane, SyncRun
from inspector_app.gui.terms import State, fact_line, moment_text
from inspector_app.gui.theme import Space, Tone, TypeRole
from inspector_app.gui.window_facts import WindowFacts

__all__ = ["SyncPage"]

_SHOWN_RUNS = 12


class SyncPage(Page):
    """What waits, what the server refused, and this session's synchronisations."""

    def __init__(
        self, use_cases: UseCases, facts: WindowFacts, lane: SyncLane, jobs: Jobs, bus: ChangeBus
    ) -> None:
        super().__init__(jobs, bus, ("sync", "visit", "document"))
        self._use_cases = use_cases
        self._facts = facts
        self._lane = lane
        self._model: SyncModel | None = None
        self.sync_button = PrimaryButton(icon_name="refresh-cw")
        self.waiting = WaitingNumbers()
        self._icon = IconLabel("cloud", 28)
        self._verdict = Label(role=TypeRole.TITLE)
        self._explained = Label(muted=True)
        self._place = KeyValueGrid(columns=1)
        self.set_aside = CardSection()
        self.numbers = CardSection()
        self.history = CardSection()
        self._scroll = ScrollPage()
        # The plan for the next attempt is said in minutes and would grow old in silence.
        self._tick = QTimer(self)
        self._tick.setInterval(20_000)
        self._tick.timeout.connect(self._show_lane)
        self._lay_out()
        self.sync_button.clicked.connect(lane.sync_now)
        lane.begun.connect(self._show_lane)
        lane.ended.connect(self._on_ended)
        self.retranslate()

    def set_model(self, model: SyncModel) -> None:
        """Show ``model``."""
        self._model = model
        self.retranslate()

    def refresh(self) -> None:
        self.jobs.submit(
            lambda: load_sync(self._use_cases, self._facts), self.set_model, owner=self
        )

    def retranslate(self) -> None:
        self._show_lane()
        self._show_history()
        model = self._model
        if model is None:
            return
        self.waiting.set_model(model)
        server = model.server or self.tr("尚未登记服务器")
        self._place.set_facts([(self.tr("服务器"), server), (self.tr("本机编号"), model.device)])
        self._show_set_aside(model)
        self._show_numbers(model)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def _show_lane(self) -> None:
        lane = self._lane
        self.sync_button.set_words(
            self.tr("正在同步……") if lane.busy else self.tr("立即同步"), "F5"
        )
        self.sync_button.setEnabled(not lane.busy)
        last = lane.runs[0] if lane.runs else None
        if lane.busy:
            self._say("refresh-cw", Tone.PROGRESS, self.tr("正在同步"), self._next_words())
        elif last is not None and last.error is not None:
            words = error_words(last.error)
            rest = " ".join(part for part in (words.safe, words.mend, self._next_words()) if part)
            self._say("cloud-off", Tone.ATTENTION, words.what, rest)
        elif self._model is not None and self._waits(self._model):
            self._say("cloud-upload", Tone.ATTENTION, self.tr("有内容待上传"), self._next_words())
        elif self._model is not None and self._model.outbox.last_sync:
            self._say("cloud-check", Tone.MET, self.tr("已全部上传"), self._next_words())
        else:
            self._say("cloud", Tone.NEUTRAL, self.tr("尚未同步"), self._next_words())

    def _waits(self, model: SyncModel) -> bool:
        return bool(model.outbox.events or model.outbox.blobs)

    def _next_words(self) -> str:
        if self._lane.busy:
            return self.tr("可以继续工作，同步在后台进行。")
        seconds = self._lane.next_in
        if seconds is None:
            return ""
        if seconds < 60:
            return self.tr("不到一分钟后自动同步。")
        return self.tr("约 %n 分钟后自动同步。", "", round(seconds / 60))

    def _say(self, icon: str, tone: Tone, verdict: str, rest: str) -> None:
        self._icon.set_icon(icon, tone)
        self._verdict.setText(verdict)
        model = self._model
        if model is not None and model.outbox.last_sync and not self._lane.busy:
            at = moment_text(model.outbox.last_sync)
            rest = self.tr("上次成功同步：{at}。{rest}").format(at=at, rest=rest)
        self._explained.setText(rest)
        self._explained.setVisible(bool(rest))

    def _show_set_aside(self, model: SyncModel) -> None:
        rows = [
            fact_row(
                entry.subject,
                fact_line((entry.reason, moment_text(entry.at))),
                icon="octagon-alert",
                state=State(self.tr("已隔离"), Tone.NOT_MET, "ban"),
            )
            for entry in model.set_aside
        ]
        self.set_aside.set_rows(
            self.tr("服务器没有接受的记录"),
            rows,
            "",
            self.tr("这些记录完整保存在本机和服务器的隔离区，不影响其他案件。请联系管理员处理。"),
        )
        self.set_aside.setVisible(bool(rows))

    def _show_numbers(self, model: SyncModel) -> None:
        rows = []
        for (word, year), left in model.numbers_left.items():
            if left == 0:
                state = State(self.tr("已用完"), Tone.NOT_MET)
            elif model.is_few(left):
                state = State(self.tr("剩 %n 个", "", left), Tone.ATTENTION)
            else:
                state = State(self.tr("剩 %n 个", "", left), Tone.NEUTRAL, "hash")
            year_words = self.tr("{year} 年").format(year=year)
            rows.append(fact_row(word, year_words, icon="hash", state=state))
        self.numbers.set_rows(
            self.tr("本机预留文号"),
            rows,
            self.tr("本机还没有预留文号。同步一次即可领取。"),
            self.tr("没有网络时，文书从这里取号；同步时自动补足。"),
        )

    def _show_history(self) -> None:
        rows = [self._run_row(run) for run in self._lane.runs[:_SHOWN_RUNS]]
        self.history.set_rows(
            self.tr("本次运行以来"), rows, self.tr("这次打开程序后还没有同步过。")
        )

    def _run_row(self, run: SyncRun) -> QWidget:
        if run.outcome is None:
            words = error_words(run.error).what if run.error else ""
            state = State(self.tr("未完成"), Tone.ATTENTION, "cloud-off")
            return fact_row(moment_text(run.at), words, icon="history", state=state)
        outcome = run.outcome
        parts = []
        if outcome.pushed:
            parts.append(self.tr("上传 %n 条记录", "", outcome.pushed))
        if outcome.blobs:
            parts.append(self.tr("上传 %n 个附件", "", outcome.blobs))
        if outcome.received:
            parts.append(self.tr("收到 %n 项更新", "", outcome.received))
        if outcome.quarantined:
            parts.append(self.tr("%n 条被隔离", "", outcome.quarantined))
        words = fact_line(parts) or self.tr("没有新内容")
        state = State(self.tr("完成"), Tone.MET)
        return fact_row(moment_text(run.at), words, icon="history", state=state)

    def _lay_out(self) -> None:
        head = Card()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._verdict)
        words.addWidget(self._explained)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(self._icon)
        top.addLayout(words, 1)
        top.addWidget(self.sync_button)
        head.body.addLayout(top)
        head.body.addWidget(self.waiting)
        place = Card()
        place.body.addWidget(self._place)
        columns = Columns()
        for widget in (head, self.set_aside, self.history):
            columns.main.addWidget(widget)
        columns.main.addStretch(1)
        for widget in (self.numbers, place):
            columns.aside.addWidget(widget)
        columns.aside.addStretch(1)
        self._scroll.body.addWidget(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _on_ended(self, run: SyncRun) -> None:
        self._show_lane()
        self._show_history()
