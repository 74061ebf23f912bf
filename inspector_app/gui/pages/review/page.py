"""The 审核 page of a supervisor: queue, case, remarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from inspector_app.application.review_case import CaseView
from inspector_app.application.use_cases import UseCases
from inspector_app.application.verify_document import VerifyDocument
from inspector_app.domain.errors import InspectorError
from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.controls import Notice
from inspector_app.gui.jobs import Jobs, Lane
from inspector_app.gui.pages.master_detail import MasterDetail
from inspector_app.gui.pages.page import Page
from inspector_app.gui.pages.review.case_files import CaseFiles
from inspector_app.gui.pages.review.case_pane import CasePane
from inspector_app.gui.pages.review.decision_dialog import DecisionDialog
from inspector_app.gui.pages.review.queue_pane import QueuePane
from inspector_app.gui.pages.review.remarks_pane import RemarksPane
from inspector_app.gui.pages.review.view_model import CaseModel, Pin, build_case
from inspector_app.gui.theme import Space, Tone

__all__ = ["ReviewPage"]


class ReviewPage(Page):
    """Reading goes over the network; what the reviewer writes goes to this device first.

    Signals:
        decided(): a remark or decision was recorded and may be sent.
        noticed(Notice): something went well.
        failed(InspectorError): something did not.
    """

    decided = Signal()
    noticed = Signal(Notice)
    failed = Signal(Exception)

    def __init__(
        self, use_cases: UseCases, verify: VerifyDocument, jobs: Jobs, bus: ChangeBus
    ) -> None:
        super().__init__(jobs, bus, ("sync",))
        self._use_cases = use_cases
        self._names: Mapping[str, str] = {}
        self._wanted = ""
        self.queue = QueuePane()
        self.case = CasePane()
        self.files = CaseFiles(use_cases, verify, jobs, self.case)
        self.files.failed.connect(self.failed)
        self.remarks = RemarksPane()
        self.decision: DecisionDialog | None = None
        self._inner = MasterDetail(
            self.case,
            self.remarks,
            detail_width=340,
            narrow_below=760,
            way_back=lambda: self.tr("返回案件"),
        )
        self.panes = MasterDetail(self.queue, self._inner, master_width=352, narrow_below=1120)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, 0, Space.XL, Space.M)
        whole.addWidget(self.panes)
        self._connect()
        self._bind_keys()
        self.retranslate()

    def refresh(self) -> None:
        self.jobs.submit(self._use_cases.look_up.names, self._on_names_read, owner=self)
        self.jobs.submit(
            self._use_cases.review_queue,
            lambda queue: self.queue.set_queue(queue, self._use_cases.place.clock.today()),
            self.queue.set_offline,
            lane=Lane.NETWORK,
            owner=self,
        )

    def open_case(self, visit_id: str) -> None:
        """Fetch a case and show it."""
        self._wanted = visit_id
        self.jobs.submit(
            lambda: self._use_cases.open_case(visit_id),
            self._on_case_read,
            self._on_case_unread,
            lane=Lane.NETWORK,
            owner=self,
        )

    def set_case(self, case: CaseView) -> None:
        """Show ``case`` in all panes."""
        model = build_case(case, self._names)
        self._wanted = case.visit.id
        self.case.set_model(model)
        self.remarks.set_model(model)

    @property
    def model(self) -> CaseModel | None:
        """The case on show."""
        return self.case.model

    def _connect(self) -> None:
        self.queue.case_chosen.connect(self.open_case)
        self.queue.case_entered.connect(self._on_case_entered)
        self.queue.refresh_wanted.connect(self.refresh)
        self.case.remark_wanted.connect(self._on_remark_wanted)
        self.remarks.remark_made.connect(self._on_remark_made)
        self.remarks.approval_wanted.connect(lambda: self._ask_decision(approves=True))
        self.remarks.return_wanted.connect(lambda: self._ask_decision(approves=False))

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "J": lambda: self.queue.step(1),
            "K": lambda: self.queue.step(-1),
            "A": self.remarks.approve_button.click,
            "R": self.remarks.return_button.click,
            "M": self.case.remark_button.click,
        }
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _on_names_read(self, names: Mapping[str, str]) -> None:
        self._names = names

    def _on_case_read(self, case: CaseView) -> None:
        if case.visit.id == self._wanted:
            self.set_case(case)

    def _on_case_unread(self, error: InspectorError) -> None:
        self.failed.emit(error)

    def _on_case_entered(self, visit_id: str) -> None:
        self._inner.show_master()
        self.panes.show_detail()

    def _on_remark_wanted(self, pin: Pin) -> None:
        self._inner.show_detail()
        self.remarks.pin_to(pin)

    def _on_remark_made(self, pin: Pin, text: str) -> None:
        model = self.model
        if model is None:
            return
        case = model.case
        self.jobs.submit(
            lambda: self._use_cases.make_remark(case, text, item=pin.item, document=pin.document),
            self._on_remark_recorded,
            self.failed.emit,
            owner=self,
        )

    def _on_remark_recorded(self, case: CaseView) -> None:
        self.remarks.clear_text()
        self._on_recorded(case)

    def _ask_decision(self, *, approves: bool) -> None:
        model = self.model
        if model is None or not model.waiting:
            return
        unanswered = sum(not remark.answered for remark in model.remarks)
        dialog = DecisionDialog(
            approves=approves,
            enterprise=model.case.visit.enterprise.name,
            remarks=unanswered,
            parent=self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        case = model.case
        decide = self._use_cases.approve_case if approves else self._use_cases.return_case
        dialog.decided.connect(lambda words: self._decide(lambda: decide(case, words)))
        self.decision = dialog
        dialog.open()

    def _decide(self, work: Callable[[], CaseView]) -> None:
        self.jobs.submit(work, self._on_decided, self.failed.emit, owner=self)

    def _on_decided(self, case: CaseView) -> None:
        self._on_recorded(case)
        words = self.tr("审核决定已记录，正在送往服务器。")
        self.noticed.emit(Notice(words, tone=Tone.MET))

    def _on_recorded(self, case: CaseView) -> None:
        self.set_case(case)
        self.bus.announce(Changes.of("remark", case.visit.id))
        self.decided.emit()
