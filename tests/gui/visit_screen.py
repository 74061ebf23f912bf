"""The page 检查 on a screen: what is seen of it, and how it is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.application.use_cases import UseCases
from inspector_app.application.view_visit import VisitView
from inspector_app.domain.visit import Document, Step, Visit
from inspector_app.gui.change_bus import ChangeBus
from inspector_app.gui.controls import Notice, TextField
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.models.visit_drafts import Autosave
from inspector_app.gui.pages.row_list import RowList
from inspector_app.gui.pages.visit.arrival_panel import ArrivalPanel
from inspector_app.gui.pages.visit.checklist_panel import ChecklistPanel
from inspector_app.gui.pages.visit.documents_panel import DocumentsPanel
from inspector_app.gui.pages.visit.done_panel import DonePanel
from inspector_app.gui.pages.visit.findings_panel import FindingsPanel
from inspector_app.gui.pages.visit.item_card import ItemCard
from inspector_app.gui.pages.visit.page import VisitPage
from inspector_app.gui.pages.visit.planning_panel import PlanningPanel
from inspector_app.gui.pages.visit.service_panel import ServicePanel
from inspector_app.gui.pages.visit.signatures_panel import SignaturesPanel

__all__ = ["VisitScreen"]

P = TypeVar("P", bound=QWidget)


class VisitScreen:
    """A `VisitPage`; every act waits until it is on disk and on the screen."""

    def __init__(self, qtbot: QtBot, use_cases: UseCases, jobs: Jobs) -> None:
        self._qtbot = qtbot
        self._jobs = jobs
        self.bus = ChangeBus()
        self.page = VisitPage(use_cases, jobs, self.bus)
        self.notices: list[Notice] = []
        self.page.message_raised.connect(self.notices.append)
        # In a window of fixed size, as in the shell: a page does not size its window.
        self._window = QWidget()
        self.page.setParent(self._window)
        self.page.setGeometry(0, 0, 1280, 720)
        qtbot.addWidget(self._window)
        self._window.resize(1280, 720)
        self._window.show()
        qtbot.waitExposed(self._window)
        self.settle()

    def settle(self) -> None:
        """Wait until every job has called back, and what that started too, and it is on show."""
        while True:
            self._qtbot.waitUntil(lambda: self._jobs.idle, timeout=30_000)
            # What was built in answer to an event is shown by the next one.
            for _ in range(3):
                QApplication.processEvents()
            if self._jobs.idle:
                return

    # What is seen

    @property
    def visit(self) -> Visit:
        return self.view.visit

    @property
    def view(self) -> VisitView:
        return self.page.session.view

    @property
    def shown(self) -> Step | None:
        return self.page.workspace.shown

    @property
    def said(self) -> str:
        """The last message."""
        return self.notices[-1].happened if self.notices else ""

    def panel(self, kind: type[P]) -> P:
        found = self.page.findChild(kind)
        assert found is not None, f"no {kind.__name__} yet"
        return found

    @property
    def planning(self) -> PlanningPanel:
        return self.page.planning

    @property
    def arrival(self) -> ArrivalPanel:
        return self.panel(ArrivalPanel)

    @property
    def checklist(self) -> ChecklistPanel:
        return self.panel(ChecklistPanel)

    @property
    def card(self) -> ItemCard:
        return self.checklist.card

    @property
    def findings(self) -> FindingsPanel:
        return self.panel(FindingsPanel)

    @property
    def documents(self) -> DocumentsPanel:
        return self.panel(DocumentsPanel)

    @property
    def signatures(self) -> SignaturesPanel:
        return self.panel(SignaturesPanel)

    @property
    def service(self) -> ServicePanel:
        return self.panel(ServicePanel)

    @property
    def done(self) -> DonePanel:
        return self.panel(DonePanel)

    def document(self, kind: str) -> Document:
        found = self.visit.standing_document(kind)
        assert found is not None, f"no {kind} yet"
        return found

    def words(self, name: str) -> str:
        """The text of the label of this object name."""
        label = self.page.findChild(QLabel, name)
        assert label is not None, f"no label {name}"
        return label.text()

    def texts(self, widget: QWidget) -> str:
        """Every word that ``widget`` shows, one line a label."""
        labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
        return "\n".join(label.text() for label in labels)

    def has_focus_in(self, widget: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is widget or widget.isAncestorOf(focused))

    # What is done

    def press(self, button: QAbstractButton) -> None:
        assert button.isEnabled(), f"{button.objectName() or button.text()} cannot be pressed"
        assert button.isVisibleTo(self.page), f"{button.objectName()} is not on show"
        button.click()
        self.settle()

    def press_named(self, name: str) -> None:
        button = self.page.findChild(QAbstractButton, name)
        assert button is not None, f"no button {name}"
        self.press(button)

    def take_offer(self) -> None:
        """Press the action of the last message."""
        act = self.notices[-1].on_action
        assert act is not None
        act()
        self.settle()

    def choose_row(self, rows: RowList, key: str) -> None:
        """Put the cursor of a list on the row of this key."""
        assert rows.choose(key), f"no row {key}"
        self.settle()

    def key(
        self,
        key: Qt.Key | str,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.page
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key, modifier)
        self.settle()

    def type_into(self, field: TextField, text: str) -> None:
        """Type Latin letters into a field, as a person would."""
        field.line.setFocus()
        QTest.keyClicks(field.line, text)

    def rest(self) -> None:
        """Stop typing until it is written."""
        autosaves = self.page.findChildren(Autosave)
        self._qtbot.waitUntil(lambda: not any(autosave.pending for autosave in autosaves))
        self.settle()

    def wait_for(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds)
