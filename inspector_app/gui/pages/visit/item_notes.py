"""Wires the note of the current item: on disk as it is typed, before and after the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from inspector_app.domain.visit import Answer
from inspector_app.gui.models.visit_drafts import Autosave, Drafts
from inspector_app.gui.models.visit_items import is_locked
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.item_card import ItemCard

__all__ = ["ItemNotes"]


class ItemNotes(QObject):
    """Notes by item. Without an answer there is nothing to record a note with: it is a draft then.

    Signals:
        draft_loaded(str): the note that was typed at this item before a kill is known now.
    """

    draft_loaded = Signal(str)

    def __init__(
        self, session: VisitSession, card: ItemCard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._card = card
        # What was typed and is not on record yet, by item.
        self._typed: dict[str, str] = {}
        self._drafts = Drafts(session)
        self._autosave = Autosave(self._save, self)
        card.note_edited.connect(self._on_edited)
        card.finding.description_edited.connect(self._on_edited)
        for field in (card.note, card.finding.description):
            field.editing_finished.connect(self._autosave.flush)

    def text(self, code: str, answer: Answer | None) -> str:
        """The note to show at an item: what was typed last, else what is recorded."""
        recorded = answer.note if answer else ""
        if answer is not None and self._typed.get(code) == recorded:
            del self._typed[code]
        return self._typed.get(code, recorded)

    def load(self, code: str) -> None:
        """Look for a draft at an item that has no answer yet."""
        if code not in self._session.view.visit.answers and code not in self._typed:
            self._drafts.load(f"note.{code}", lambda draft: self._on_loaded(code, draft))

    def settle(self, code: str, note: str) -> None:
        """The note has been recorded together with an answer."""
        if note:
            self._drafts.clear(f"note.{code}")

    def reset(self) -> None:
        """Another visit is being opened; its items bear the same codes."""
        self._autosave.flush()
        self._typed.clear()

    def forget(self) -> None:
        """What was typed is about to be recorded together with an answer."""
        self._autosave.forget()

    def flush(self) -> None:
        """Write what was typed."""
        self._autosave.flush()

    def _on_edited(self, text: str) -> None:
        self._typed[self._card.code] = text
        self._autosave.touch()

    def _save(self) -> None:
        visit = self._session.view.visit
        code, note = self._card.code, self._card.note_text
        answer = visit.answers.get(code)
        if is_locked(visit):
            return
        if answer is None:
            self._drafts.keep(f"note.{code}", {"text": note} if note else {})
        elif note != answer.note:
            visit_id, record_answer = self._session.visit_id, self._session.use_cases.record_answer
            value, reason = answer.value, answer.reason
            self._session.record(
                lambda: record_answer(visit_id, code, value, note=note, reason=reason)
            )

    def _on_loaded(self, code: str, draft: dict[str, str]) -> None:
        if (text := draft.get("text", "")) and code not in self._typed:
            self._typed[code] = text
            self.draft_loaded.emit(code)
