"""From the door to the submission with keys alone; only ink needs a pen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.controls import MultiChoiceField
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.visit.sign_pane import SignPane
from inspector_app.gui.shell import Shell
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_visit import VisitPageObject

_CTRL = Qt.KeyboardModifier.ControlModifier


class Keyboard(VisitPageObject):
    """The visit in the window, driven by keys where the focus is."""

    def __init__(self, qtbot: QtBot, office: GuiOffice, jobs: Jobs) -> None:
        super().__init__(qtbot, office.do, jobs)
        self.shell = Shell(jobs)
        qtbot.addWidget(self.shell)
        self.shell.add_page("visit", "clipboard-check", lambda: "检查", lambda: self.page)
        self.shell.show_page("visit")
        self.shell.show()
        self.shell.activateWindow()
        self.settle()

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until ``widget`` has the focus, as somebody does who cannot see the mouse."""
        for _ in range(120):
            if QApplication.focusWidget() is widget:
                return
            self.key(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never comes to {widget.accessibleName() or widget}")

    def go_on(self) -> None:
        """Press the step's one next action."""
        self.key(Qt.Key.Key_Return, _CTRL)

    def choose_chip(self, field: MultiChoiceField, key: str) -> None:
        self.tab_to(field.chip(key))
        self.key(Qt.Key.Key_Space)

    def sign_with_keys(self, pane: SignPane, document_id: str) -> None:
        """Read, write with the pen, confirm, until nobody's signature is missing."""
        if pane.begin.isVisible():
            self.go_on()
        for _ in self.visit.documents[document_id].missing_slots:
            if not pane.name.value():
                self.tab_to(pane.name.line)
                self.key("Qian Ming")
            self.scribble(pane)
            self.go_on()


def _typed_into(field: QWidget) -> QWidget:
    return field.focusProxy() or field


def test_a_visit_is_walked_with_keys_alone(qtbot: QtBot, jobs: Jobs) -> None:
    page = Keyboard(qtbot, GuiOffice(), jobs)

    page.page.start("enterprise-1")
    page.settle()
    page.go_on()
    page.key("Zhang San")
    for card in page.arrival.questions.values():
        usual = next(c for c, _ in card.question.answers if c not in card.question.blocking)
        page.choose_chip(card.answers, usual)
    page.go_on()

    page.key("1")
    page.key("2")
    page.key("Not shown")
    page.key(Qt.Key.Key_Return)
    page.key("3")
    page.key(Qt.Key.Key_Return)

    page.key(Qt.Key.Key_PageDown, _CTRL)
    page.tab_to(page.findings.list.view)
    page.key(Qt.Key.Key_End)
    if page.findings.grading.handling.isVisible():
        page.choose_chip(page.findings.grading.handling, "order")
    page.go_on()

    for _ in page.documents.list.rows:
        for editor in page.documents.editors.values():
            if editor.field.required and not editor.text:
                page.tab_to(_typed_into(editor.widget))
                page.key("As seen")
        page.go_on()
    for _ in page.signatures.list.rows:
        page.sign_with_keys(page.signatures.pane, page.signatures.list.current_key)
    page.go_on()
    receipt = page.document("service_receipt")
    page.sign_with_keys(page.service.pane, receipt.id)
    page.go_on()
    page.go_on()

    assert page.visit.completed
    assert page.visit.submitted_round == 1
