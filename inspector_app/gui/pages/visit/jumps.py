"""From a message to the control that mends it: shown, in sight, with the focus, ringed for a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from inspector_app.gui.controls import point_out
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.step import VisitStep

__all__ = ["Jumps"]

_TRIES = 4


class Jumps(QObject):
    """Leads to the control of a target as soon as its step shows it.

    What a step shows may still be on its way from the database: it is looked for again each time
    the lane has answered, a few times. The latest jump counts.
    """

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: tuple[VisitStep, str] | None = None

    def to(self, step: VisitStep, target: str) -> None:
        """Point out what mends ``target`` on ``step``, which is on show."""
        self._wanted = (step, target)
        self._try(step, target, _TRIES)

    def forget(self) -> None:
        """The person has gone elsewhere."""
        self._wanted = None

    def _try(self, step: VisitStep, target: str, left: int) -> None:
        if self._wanted != (step, target):
            return
        control = step.control(target)
        if control is not None and control.isVisibleTo(step.panel):
            self._wanted = None
            _point(control)
        elif left:
            self._session.jobs.afterwards(lambda: self._try(step, target, left - 1), owner=self)
        else:
            self._wanted = None


def _point(control: QWidget) -> None:
    if control.focusPolicy() is Qt.FocusPolicy.NoFocus and control.focusProxy() is None:
        # What is only read can be read aloud from here; Tab still passes it by.
        control.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    point_out(control)
