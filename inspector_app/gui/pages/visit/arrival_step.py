"""Wires the arrival panel: drafts, recording the rights, refusals at their field."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.visit import Step
from inspector_app.gui.error_words import error_words
from inspector_app.gui.models.visit_drafts import Autosave, Drafts
from inspector_app.gui.models.visit_items import is_locked
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.arrival_panel import ArrivalPanel, ArrivalWish
from inspector_app.gui.pages.visit.step import VisitStep

__all__ = ["ArrivalStep"]

_DRAFT = "arrival"


class ArrivalStep(VisitStep):
    """到场."""

    step = Step.ARRIVAL

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.panel: ArrivalPanel = ArrivalPanel()
        self._drafts = Drafts(session)
        self._autosave = Autosave(self._keep_draft, self)
        self.panel.edited.connect(self._autosave.touch)
        self.panel.finished.connect(self._on_finished)

    def enter(self, view: VisitView, target: str) -> None:
        self.refresh(view)
        if view.visit.identity is None:
            self._drafts.load(_DRAFT, self.panel.set_draft)
            self.panel.fields["name"].editor.setFocus()

    def control(self, target: str) -> QWidget | None:
        panel = self.panel
        kind, _, which = target.partition(".")
        match kind:
            case "officers":
                return panel.certificates
            case "officer":
                return panel.certificates.certificate(which) or panel.certificates
            case "recusal" | "rights":
                entered = panel.questions.get("recusal") if kind == "recusal" else None
                control = entered or panel.fields["name"]
                # What an issued paper tells is changed by a correction only.
                return control if control.isEnabled() else panel.correct
            case _:
                # The task's approval and the visit itself are mended where they come from; what
                # the gate says of them stands here.
                return panel.gate if panel.gate.messages else panel.certificates

    def refresh(self, view: VisitView) -> None:
        self.panel.set_view(view, self.session.use_cases.place.clock.today())

    def primary(self) -> QAbstractButton | None:
        return self.panel.confirm

    def leave(self) -> None:
        self._autosave.flush()

    def _keep_draft(self) -> None:
        self._drafts.keep(_DRAFT, self.panel.draft())

    def _on_finished(self, wish: ArrivalWish) -> None:
        visit_id, read_rights = self.session.visit_id, self.session.use_cases.read_rights
        self._autosave.flush()
        self.panel.set_busy(busy=True)
        self.session.record(
            lambda: read_rights(visit_id, wish.attendee, wish.answers, because=wish.because),
            self._on_recorded,
            self._on_refused,
        )

    def _on_recorded(self, view: VisitView) -> None:
        self.panel.set_busy(busy=False)
        self._drafts.clear(_DRAFT)
        if not is_locked(view.visit):
            self.place_wanted.emit(Step.CHECKLIST.value, "")

    def _on_refused(self, error: InspectorError) -> None:
        self.panel.set_busy(busy=False)
        words = error_words(error)
        if error.code == "rights.attendee":
            self.panel.refuse("attendee", words.what)
        elif "question" in error.facts:
            self.panel.refuse(str(error.facts["question"]), words.what)
        self.say_error(error)
