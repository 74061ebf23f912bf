"""Wires the card of deadlines: read them, tick one off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.running_deadlines import RunningDeadline
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.deadline_card import DeadlineCard

__all__ = ["DeadlineWork"]


class DeadlineWork(QObject):
    """Keeps a `DeadlineCard` as the open visit stands; ``on_error`` is told what failed."""

    def __init__(
        self,
        session: VisitSession,
        card: DeadlineCard,
        on_error: Callable[[InspectorError], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._card = card
        self._on_error = on_error
        card.ticked.connect(self._on_ticked)

    def refresh(self) -> None:
        """Read what runs from the open visit."""
        visit_id, use_cases = self._session.visit_id, self._session.use_cases
        self._session.read(lambda: use_cases.list_deadlines(visit_id=visit_id), self._on_read)

    def _on_read(self, deadlines: tuple[RunningDeadline, ...]) -> None:
        self._card.set_deadlines(deadlines, self._session.use_cases.place.clock.today())

    def _on_ticked(self, deadline_id: str, done: bool) -> None:
        tick = self._session.use_cases.tick_deadline
        # Told as a change of the visit, so that 今日 looks again too.
        self._session.record(lambda: tick(deadline_id, done=done), None, self._on_error)
