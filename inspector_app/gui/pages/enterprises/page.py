"""The 主体 page: type two characters, read the file, begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector_app.application.use_cases import UseCases
from inspector_app.domain.enterprise import Enterprise
from inspector_app.gui.change_bus import ChangeBus
from inspector_app.gui.controls import EmptyState, Label, TextField
from inspector_app.gui.jobs import Job, Jobs
from inspector_app.gui.pages.enterprises.file_view import FileView
from inspector_app.gui.pages.enterprises.view_model import (
    FileModel,
    Results,
    find_enterprises,
    load_file,
)
from inspector_app.gui.pages.master_detail import MasterDetail
from inspector_app.gui.pages.page import Page
from inspector_app.gui.pages.row_list import ListCard, Row, RowList
from inspector_app.gui.terms import credit_code_text, risk_state
from inspector_app.gui.theme import BAR, Space, TypeRole

__all__ = ["EnterprisesPage"]

_PAUSE_MS = 120


class EnterprisesPage(Page):
    """Signals lead to other pages; `MainWindow` follows them.

    Signals:
        start_wanted(str): begin a visit of this enterprise.
        visit_wanted(str): open this visit.
        document_wanted(str): show this document.
    """

    start_wanted = Signal(str)
    visit_wanted = Signal(str)
    document_wanted = Signal(str)

    def __init__(self, use_cases: UseCases, jobs: Jobs, bus: ChangeBus) -> None:
        super().__init__(jobs, bus, ("enterprise", "task", "visit", "rectification", "sync"))
        self._use_cases = use_cases
        self._results = Results("", ())
        self._chosen = ""
        self._search: Job[Results] | None = None
        self.field = TextField()
        self._found = Label(role=TypeRole.STRONG)
        self.list = RowList()
        self.file = FileView()
        self.nothing = EmptyState("building-2")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def open_enterprise(self, enterprise_id: str) -> None:
        """Show this enterprise's file, whatever is searched for."""
        self._chosen = enterprise_id
        self.panes.show_detail()
        self._load_file()

    def set_results(self, results: Results) -> None:
        """List what was found; the file on show stays."""
        self._results = results
        self._say_results()

    def set_file(self, model: FileModel) -> None:
        """Show a file, unless another was chosen meanwhile."""
        if model.enterprise.id == self._chosen:
            self.file.set_model(model)
            self._detail.setCurrentWidget(self.file)

    def refresh(self) -> None:
        self._look_up()
        if self._chosen:
            self._load_file()

    def retranslate(self) -> None:
        self.field.set_label(
            self.tr("查找市场主体"), self.tr("名称中的两个字、拼音首字母，或统一社会信用代码")
        )
        self.list.set_name(self.tr("市场主体"))
        self.nothing.set_words(
            self.tr("选择一家市场主体"), self.tr("它的证照、任务、检查历史和文书会显示在这里。")
        )
        self._say_results()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self.field.line.hasFocus():
            self.list.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        master = QWidget()
        column = QVBoxLayout(master)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.field)
        column.addSpacing(Space.XS)
        column.addWidget(self._found)
        column.addWidget(ListCard(self.list), 1)
        self._detail = QStackedWidget()
        self._detail.addWidget(self.nothing)
        self._detail.addWidget(self.file)
        self.panes = MasterDetail(master, self._detail, master_width=380)
        whole = QVBoxLayout(self)
        # The file scrolls, and its bar stands in the page's margin.
        whole.setContentsMargins(Space.XL, 0, Space.XL - BAR, Space.M)
        whole.addWidget(self.panes)

    def _connect(self) -> None:
        self.field.value_changed.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._look_up)
        self.field.line.returnPressed.connect(self._on_enter_pressed)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.row_pressed.connect(lambda _: self.panes.show_detail())
        self.list.row_entered.connect(self._on_row_entered)
        self.file.start_wanted.connect(self.start_wanted)
        self.file.visit_wanted.connect(self.visit_wanted)
        self.file.document_wanted.connect(self.document_wanted)

    def _look_up(self) -> None:
        if self._search is not None:
            self._search.cancel()
        text = self.field.value()
        self._search = self.jobs.submit(
            lambda: find_enterprises(self._use_cases, text), self.set_results, owner=self
        )

    def _load_file(self) -> None:
        wanted = self._chosen
        self.jobs.submit(lambda: load_file(self._use_cases, wanted), self.set_file, owner=self)

    def _say_results(self) -> None:
        results = self._results
        self.list.set_rows([_row(enterprise) for enterprise in results.enterprises])
        if self._chosen and self.list.current_key != self._chosen:
            self.list.mark(self._chosen)
        count = len(results.enterprises)
        if not results.searched:
            words = self.tr("有待办任务的主体")
            empty = (self.tr("输入两个字开始查找"), "")
        else:
            words = self.tr("找到 %n 家", "", count)
            empty = (
                self.tr("没有找到“{query}”").format(query=results.query),
                self.tr("可以换用名称中的其他字、拼音首字母，或核对统一社会信用代码。"),
            )
        self._found.setText(words if count else "")
        self.list.empty.set_words(*empty)

    def _on_row_chosen(self, key: str) -> None:
        self._chosen = key
        self._load_file()

    def _on_row_entered(self, key: str) -> None:
        self._on_row_chosen(key)
        self.panes.show_detail()
        self.file.go_button.setFocus()

    def _on_enter_pressed(self) -> None:
        if not self.list.current_key:
            self.list.step(1)
        self.panes.show_detail()


def _row(enterprise: Enterprise) -> Row:
    return Row(
        enterprise.id,
        enterprise.name,
        credit_code_text(enterprise.credit_code),
        risk_state(enterprise.risk_class),
        note=enterprise.business_label,
    )
