"""Wires the answers of the current item: each is on disk before the next key is taken."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import InspectorError
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.item_card import ItemCard
from inspector_app.gui.pages.visit.item_notes import ItemNotes

__all__ = ["ItemAnswers"]


class ItemAnswers(QObject):
    """Records answers and corrections of the item on the card; keys wait while one is written.

    Signals:
        recorded(str): the item of this code has its answer.
        failed_item(str): the item of this code was recorded as not met.
        corrected(): a correction is on record.
        refused(InspectorError): nothing was recorded.
    """

    recorded = Signal(str)
    failed_item = Signal(str)
    corrected = Signal()
    refused = Signal(object)

    def __init__(
        self,
        session: VisitSession,
        card: ItemCard,
        notes: ItemNotes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._card = card
        self._notes = notes
        self._recording = False
        self._waiting: deque[AnswerValue] = deque()
        card.answer_chosen.connect(self._on_answer_chosen)
        card.reason_given.connect(lambda reason: self._record(AnswerValue.EXCLUDED, reason))
        card.correction_wanted.connect(self._on_correction_wanted)

    def press(self, value: AnswerValue) -> None:
        """A number key was pressed."""
        if self._recording:
            self._waiting.append(value)
        else:
            self._card.press(value)

    def drop_waiting(self) -> None:
        """Keys that wait have no item to answer any more."""
        self._waiting.clear()

    def _on_answer_chosen(self, value: AnswerValue) -> None:
        if self._recording:
            self._waiting.append(value)
        else:
            self._record(value)

    def _record(self, value: AnswerValue, reason: str = "") -> None:
        code, note = self._card.code, self._card.note_text
        visit_id, record_answer = self._session.visit_id, self._session.use_cases.record_answer
        self._notes.forget()
        self._recording = True
        self._session.record(
            lambda: record_answer(visit_id, code, value, note=note, reason=reason),
            lambda _view: self._on_recorded(code, value, note),
            self._on_refused,
        )

    def _on_recorded(self, code: str, value: AnswerValue, note: str) -> None:
        self._recording = False
        self._notes.settle(code, note)
        self._card.close_reasons()
        if value is AnswerValue.NOT_MET:
            # The facts are asked for next; keys meant for a following item must not answer this one.
            self._waiting.clear()
            self.failed_item.emit(code)
            return
        self.recorded.emit(code)
        if self._waiting:
            self._card.press(self._waiting.popleft())

    def _on_refused(self, error: InspectorError) -> None:
        self._recording = False
        self._waiting.clear()
        self.refused.emit(error)

    def _on_correction_wanted(self, value: AnswerValue, because: str) -> None:
        code, note = self._card.code, self._card.note_text
        visit_id, correct = self._session.visit_id, self._session.use_cases.correct_answer
        reason = because if value is AnswerValue.EXCLUDED else ""
        self._session.record(
            lambda: correct(visit_id, code, value, because=because, note=note, reason=reason),
            self._on_corrected,
            self.refused.emit,
        )

    def _on_corrected(self, _view: VisitView) -> None:
        self._card.close_reasons()
        self.corrected.emit()
