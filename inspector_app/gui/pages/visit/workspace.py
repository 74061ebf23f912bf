"""An open visit: the line of steps above, the step on show beneath."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.steps import STEPS, StepStatus
from inspector_app.domain.visit import Step
from inspector_app.gui.controls import (
    Button,
    IconButton,
    Notice,
    PrimaryButton,
    StepLine,
    TranslatedWidget,
)
from inspector_app.gui.error_words import notice_for
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.models.visit_steps import blocked_by, first_step, step_marks
from inspector_app.gui.models.visit_words import blocker_words
from inspector_app.gui.pages.visit.arrival_step import ArrivalStep
from inspector_app.gui.pages.visit.checklist_panel import ChecklistPanel
from inspector_app.gui.pages.visit.checklist_step import ChecklistStep
from inspector_app.gui.pages.visit.documents_step import DocumentsStep
from inspector_app.gui.pages.visit.done_panel import DonePanel
from inspector_app.gui.pages.visit.done_step import DoneStep
from inspector_app.gui.pages.visit.findings_step import FindingsStep
from inspector_app.gui.pages.visit.jumps import Jumps
from inspector_app.gui.pages.visit.service_step import ServiceStep
from inspector_app.gui.pages.visit.signatures_step import SignaturesStep
from inspector_app.gui.pages.visit.step import VisitStep
from inspector_app.gui.terms import step_label
from inspector_app.gui.theme import Space, Tone, look

__all__ = ["Workspace"]

_NARROW = 820

_MAKERS: dict[Step, type[VisitStep]] = {
    Step.ARRIVAL: ArrivalStep,
    Step.CHECKLIST: ChecklistStep,
    Step.FINDINGS: FindingsStep,
    Step.DOCUMENTS: DocumentsStep,
    Step.SIGNATURES: SignaturesStep,
    Step.SERVICE: ServiceStep,
    Step.DONE: DoneStep,
}


class Workspace(TranslatedWidget):
    """Turns between the steps of the open visit; a blocked step says by what.

    Signals:
        message_raised(Notice): something to say above the page.
        dismissed(): back to the list of visits.
        law_wanted(Citation): read this clause where it stands.
        finished(): the visit is over, back to the day's tasks.
    """

    message_raised = Signal(object)
    law_wanted = Signal(object)
    dismissed = Signal()
    finished = Signal()

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit.workspace")
        self._session = session
        self._steps: dict[Step, VisitStep] = {}
        self._shown: Step | None = None
        self._jumps = Jumps(session, self)
        self.line = StepLine()
        self.line.setObjectName("visit.steps")
        self.line.step_chosen.connect(lambda key: self.go_to(Step(key)))
        self.back = IconButton("arrow-left")
        self.back.setObjectName("visit.back")
        self.back.clicked.connect(self.dismissed)
        self.next: Button = PrimaryButton(icon_name="arrow-right")
        self.next.setObjectName("visit.next")
        self.next.clicked.connect(self.go_next)
        self._stack = QStackedWidget()
        head = QHBoxLayout()
        # The arrow itself, not the press around it, stands where the page's words begin.
        head.setContentsMargins(Space.M, 0, Space.XL, 0)
        head.setSpacing(Space.M)
        head.addWidget(self.back)
        head.addWidget(self.line, 1)
        head.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._bind_keys()
        session.view_changed.connect(self._on_view_changed)
        session.failed.connect(self._on_failed)
        self.retranslate()

    @property
    def shown(self) -> Step | None:
        """The step on show."""
        return self._shown

    def step(self, step: Step) -> VisitStep:
        """A step with its panel, made when it is first needed."""
        if step not in self._steps:
            made = _MAKERS[step](self._session, self)
            made.message_raised.connect(self.message_raised)
            made.law_wanted.connect(self.law_wanted)
            made.place_wanted.connect(lambda key, target: self.go_to(Step(key), target))
            made.mending_wanted.connect(lambda key, target: self.mend(Step(key), target))
            if isinstance(made.panel, ChecklistPanel):
                made.panel.bind_keys(self)
            if isinstance(made.panel, DonePanel):
                made.panel.dismissed.connect(self.finished)
            self._steps[step] = made
            self._stack.addWidget(made.panel)
        return self._steps[step]

    def open_at(self, view: VisitView, bookmark: Bookmark | None) -> None:
        """Show the visit where it was left, else where something is still asked for."""
        self._shown = None
        for made in self._steps.values():
            made.reset()
        steps = {step.value: step for step in STEPS}
        place = steps.get(bookmark.step) if bookmark else None
        if bookmark is None or place is None or blocked_by(view, place) is not None:
            self._show(first_step(view), "")
        else:
            self._show(place, bookmark.item)

    def go_to(self, step: Step, target: str = "") -> None:
        """Turn to a step; a blocked one is not entered, but says by what and offers to go there."""
        view = self._session.view
        blocker = blocked_by(view, step)
        if blocker is not None:
            words = self.tr("“{step}”暂不能进行：{why}").format(
                step=step_label(step), why=blocker_words(blocker)
            )
            self.message_raised.emit(
                Notice(
                    words,
                    tone=Tone.ATTENTION,
                    action=self.tr("去处理"),
                    on_action=lambda: self.mend(blocker.step, blocker.target),
                )
            )
            self._say(view)
            return
        self._show(step, target)

    def mend(self, step: Step, target: str = "") -> None:
        """Turn to a step and point out what mends ``target`` there."""
        self.go_to(step, target)
        if self._shown is step:
            self._jumps.to(self.step(step), target)

    def go_next(self) -> None:
        """The next thing within the step, else the next step."""
        view = self._session.view
        if self._shown is None:
            return
        step = self.step(self._shown)
        if step.next_words(view):
            step.go_next(view)
            return
        following = self._following(view)
        if following is not None:
            self.go_to(following)

    def act(self) -> None:
        """Press the step's one next action (Ctrl+Enter)."""
        button = self.step(self._shown).primary() if self._shown is not None else None
        if button is not None and button.isVisible() and button.isEnabled():
            button.click()

    def turn(self, by: int) -> None:
        """Turn ``by`` steps on or back (Ctrl+PgDown, Ctrl+PgUp)."""
        if self._shown is not None:
            place = STEPS.index(self._shown) + by
            if 0 <= place < len(STEPS):
                self.go_to(STEPS[place])

    def flush(self) -> None:
        """Hand on what was typed."""
        if self._shown is not None and self._session.is_open:
            self.step(self._shown).leave()

    def close_visit(self) -> None:
        """The visit is being left."""
        self.flush()
        self._shown = None

    def retranslate(self) -> None:
        self.back.set_words(self.tr("返回检查列表"))
        if self._session.is_open and self._shown is not None:
            self._say(self._session.view)
            self.step(self._shown).refresh(self._session.view)

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+Return": self.act,
            "Ctrl+Enter": self.act,
            "Ctrl+PgDown": lambda: self.turn(1),
            "Ctrl+PgUp": lambda: self.turn(-1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _fit(self) -> None:
        if self._session.is_open:
            self._say(self._session.view)

    def _show(self, step: Step, target: str) -> None:
        view = self._session.view
        if self._shown is not None and self._shown is not step:
            self.step(self._shown).leave()
        self._jumps.forget()
        made = self.step(step)
        moved = self._shown is not step
        self._shown = step
        self._stack.setCurrentWidget(made.panel)
        made.enter(view, target)
        if moved:
            self._session.mark_place(step.value, target)
        self._say(view)

    def _say(self, view: VisitView) -> None:
        if self._shown is None:
            return
        self.line.set_steps(step_marks(view), self._shown.value)
        words = self.step(self._shown).next_words(view)
        following = self._following(view)
        self.next.setVisible(bool(words) or following is not None)
        if words:
            self.next.set_words(words, "N" if self._shown is Step.CHECKLIST else "")
        elif following is not None:
            words = self.tr("下一步：{step}").format(step=step_label(following))
            self.next.set_words(words, "Ctrl+PgDown")
        if self.width() < look().scaled(_NARROW):
            # Its name and tooltip stay; the line of steps needs the room.
            self.next.setText("")

    def _following(self, view: VisitView) -> Step | None:
        """The next step that may be entered now; where one is current, that one."""
        if self._shown is None or self._shown is Step.DONE:
            return None
        after = STEPS[STEPS.index(self._shown) + 1 :]
        states = {state.step: state for state in view.steps}
        own = states[self._shown]
        if own.blockers or states[after[0]].status is StepStatus.BLOCKED:
            return None
        current = [step for step in after if states[step].status is StepStatus.CURRENT]
        return current[0] if current else after[0]

    def _on_view_changed(self, view: VisitView) -> None:
        if self._shown is not None:
            self.step(self._shown).refresh(view)
            self._say(view)

    def _on_failed(self, error: InspectorError) -> None:
        self.message_raised.emit(notice_for(error))
