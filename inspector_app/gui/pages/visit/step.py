"""What every step of the visit shares: a panel, and its wiring to the open visit."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.visit import Step
from inspector_app.gui.controls import Notice
from inspector_app.gui.error_words import notice_for
from inspector_app.gui.models.visit_session import VisitSession

__all__ = ["TypingKeys", "VisitStep"]


class VisitStep(QObject):
    """One step: it owns a panel, tells it what to show, and turns its signals into commands.

    Signals:
        message_raised(Notice): something to say above the page.
        place_wanted(str, str): go to the step of this code, and in it to a target.
        mending_wanted(str, str): the same, and point out what mends it.
        law_wanted(Citation): read this clause where it stands.
    """

    message_raised = Signal(object)
    place_wanted = Signal(str, str)
    mending_wanted = Signal(str, str)
    law_wanted = Signal(object)

    step: Step
    panel: QWidget

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def reset(self) -> None:
        """Another visit is being opened: forget the place and what was typed in the last one."""

    @abstractmethod
    def enter(self, view: VisitView, target: str) -> None:
        """The step comes on show; ``target`` names the place in it, empty = where it was left."""

    def control(self, target: str) -> QWidget | None:
        """What mends ``target``, a place that messages name, where it is on show; None if not yet."""
        return None

    @abstractmethod
    def refresh(self, view: VisitView) -> None:
        """The record changed while the step is on show."""

    def leave(self) -> None:
        """The step goes off show: hand on what was typed."""

    def next_words(self, view: VisitView) -> str:
        """The word for the next thing inside this step; empty when it leads to the next step."""
        return ""

    def go_next(self, view: VisitView) -> None:
        """Do what `next_words` promises."""

    def primary(self) -> QAbstractButton | None:
        """The button of the step's one next action, for Ctrl+Enter; None while there is none."""
        return None

    def say(self, notice: Notice) -> None:
        """Raise a message."""
        self.message_raised.emit(notice)

    def say_error(self, error: InspectorError) -> None:
        """Raise an error as a calm message."""
        self.message_raised.emit(notice_for(error))

    def answer_remark(self, remark_id: str, text: str) -> None:
        """Record the answer to a reviewer's remark."""
        visit_id, answer = self.session.visit_id, self.session.use_cases.answer_remark
        self.session.record(lambda: answer(visit_id, remark_id, text), None, self.say_error)


class TypingKeys(QObject):
    """Lets an editor keep the keys that the page has bound: digits, letters and arrows are typed."""

    def watch(self, *editors: QWidget) -> None:
        """Guard ``editors``."""
        for editor in editors:
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typing = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if typing and event.key() != Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().eventFilter(watched, event)
