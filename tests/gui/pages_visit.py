"""The page 检查 as a person uses it: by what stands on the buttons and where they lead."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.visit import Step
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.visit.findings_panel import RESULT
from inspector_app.gui.pages.visit.sign_pane import SignPane
from tests.gui.factory_gui import GuiOffice
from tests.gui.visit_screen import VisitScreen

__all__ = ["VisitPageObject", "failed"]


class VisitPageObject(VisitScreen):
    """Drives a visit through its steps, by what stands on the buttons."""

    def open(self, visit_id: str) -> None:
        self.page.open_visit(visit_id)
        self.settle()

    def go_to(self, step: Step) -> None:
        self.press(self.page.workspace.line.button(step.value))

    def press_next(self) -> None:
        self.press(self.page.workspace.next)

    def start(self, enterprise_id: str = "enterprise-1", partner: str = "") -> None:
        """Plan the visit and begin it with the (only) partner."""
        self.page.start(enterprise_id)
        self.settle()
        if partner:
            self.planning.partner.set_value(partner)
        self.press(self.planning.begin)

    def arrive(self, name: str = "张三丰年", **answers: str) -> None:
        """Fill in the arrival and confirm; questions not named get their first unblocking answer."""
        self.arrival.fields["name"].set_value(name)
        for key, card in self.arrival.questions.items():
            usual = next(c for c, _ in card.question.answers if c not in card.question.blocking)
            card.choose(answers.get(key, usual))
        self.press(self.arrival.confirm)

    def answer(self, value: AnswerValue, code: str = "") -> None:
        """Answer the current item (or ``code``) by its key."""
        if code:
            self.choose_item(code)
        self.key({"met": "1", "not_met": "2", "excluded": "3"}[value.value])

    def choose_item(self, code: str) -> None:
        if self.checklist.items.current != code:
            self.press(self.checklist.items.row(code))

    def accept_finding(self, description: str) -> None:
        """Type the facts of the finding in place and accept with Enter."""
        field = self.card.finding.description.text
        field.setFocus()
        # Qt's test keys know Latin letters only.
        field.insertPlainText(description)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def look_up(self, text: str) -> list[str]:
        """Look for any other violation in one's own words; what is found, the best first."""
        choice = self.findings.editor.choice
        if choice.others.isHidden():
            self.press(choice.others_button)
        choice.others.field.line.clear()
        choice.others.field.line.insert(text)
        choice.others.field.value_changed.emit(text)
        self.wait_for(lambda: not choice.others.pending)
        self.settle()
        return [row.title for row in choice.others.found.rows]

    def judge(self, handling: str = "order") -> None:
        """Judge the result; where the findings admit several handlings, let ``handling`` follow."""
        self.go_to(Step.FINDINGS)
        self.findings.list.choose(RESULT)
        self.settle()
        offered = self.findings.grading.handling
        if offered.isVisible() and not offered.value():
            self.press(offered.chip(handling))
        self.press(self.findings.grading.judge)

    def fill_fields(self, text: str = "现场检查情况属实。") -> None:
        """Fill in what the form on show still asks for."""
        for editor in self.documents.editors.values():
            if editor.field.required and not editor.text:
                editor.set_text(text)
                editor.text_changed.emit(editor.field.key, text)
        self.page.flush()
        self.settle()

    def compose_all(self) -> None:
        """Compose every document that the list shows as open, until one is refused."""
        while self.shown is Step.DOCUMENTS and self.documents.compose.isVisible():
            said = len(self.notices)
            self.fill_fields()
            self.press(self.documents.compose)
            if len(self.notices) > said:
                return

    def scribble(self, pane: SignPane) -> None:
        """Write on the pad with the mouse."""
        pad = pane.pad
        left, top = pad.width() // 4, pad.height() // 2
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(left, top))
        for step in range(1, 8):
            QTest.mouseMove(pad, QPoint(left + 20 * step, top + (step % 3) * 12))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(left + 160, top))

    def sign(self, pane: SignPane, slot: str = "", name: str = "") -> None:
        """Sign the open slot (or ``slot``)."""
        if slot:
            self.press(pane.slots.button(slot))
        pane.start_signing()
        self.scribble(pane)
        if name:
            pane.name.set_value(name)
        self.press(pane.confirm)

    def sign_document(self, pane: SignPane, document_id: str) -> None:
        """Sign every required slot; the document is issued by the last."""
        while self.visit.documents[document_id].missing_slots:
            self.sign(pane, name="" if pane.name.value() else "签名人")

    def sign_all(self) -> None:
        """Sign everything that the step of signatures lists."""
        self.go_to(Step.SIGNATURES)
        while self.shown is Step.SIGNATURES:
            key = self.signatures.list.current_key
            self.sign_document(self.signatures.pane, key)

    def serve(self, receiver: str = "") -> None:
        """Record the service, sign the receipt."""
        if receiver:
            self.service.form.receiver.set_value(receiver)
        self.press(self.service.form.confirm)
        while self.shown is Step.SERVICE and self.service.pane.isVisible():
            kind = self.service.list.current_key
            self.sign_document(self.service.pane, self.document(kind).id)


def failed(qtbot: QtBot, jobs: Jobs, office: GuiOffice | None = None) -> VisitPageObject:
    """A visit whose second item is not met, at the step of findings."""
    office = office or GuiOffice()
    visit_id = office.arrived()
    office.do.record_answer(visit_id, "LICENCE", AnswerValue.MET)
    office.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, note="一人无证")
    office.do.record_answer(visit_id, "WASH", AnswerValue.MET)
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.FINDINGS)
    return page


def signing(qtbot: QtBot, jobs: Jobs, office: GuiOffice | None = None) -> VisitPageObject:
    """A visit with two composed documents, at the step of signatures."""
    office = office or GuiOffice()
    visit_id = office.judged()
    for kind in ("onsite_record", "correction_order"):
        office.do.compose_document(visit_id, kind)
    page = VisitPageObject(qtbot, office.do, jobs)
    page.open(visit_id)
    page.go_to(Step.SIGNATURES)
    return page
