"""Wires the findings: one after the other, then the result."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.checklist import Grade
from inspector_app.domain.corrections import is_open_to_change
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.visit import Step
from inspector_app.gui.error_words import error_words
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.row_list import Row
from inspector_app.gui.pages.visit.finding_work import FindingWork
from inspector_app.gui.pages.visit.findings_panel import RESULT, FindingsPanel
from inspector_app.gui.pages.visit.grading_card import GradingFacts
from inspector_app.gui.pages.visit.item_photos import ItemPhotos
from inspector_app.gui.pages.visit.step import VisitStep
from inspector_app.gui.pages.visit.weighing_work import WeighingWork
from inspector_app.gui.terms import State
from inspector_app.gui.theme import Tone

__all__ = ["FindingsStep"]


class FindingsStep(VisitStep):
    """问题."""

    step = Step.FINDINGS
    panel: FindingsPanel

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        panel = self.panel = FindingsPanel()
        self._place = ""
        self._withdrawing = ""
        self._proposed: tuple[object, Grade] | None = None
        self._findings = FindingWork(session, panel.editor, self)
        self._weighing = WeighingWork(session, panel.weighing, self)
        self._photos = ItemPhotos(session, panel.photos, lambda: self._place, self)
        panel.place_chosen.connect(self._on_place_chosen)
        panel.item_wanted.connect(lambda code: self.place_wanted.emit(Step.CHECKLIST.value, code))
        panel.remark_answered.connect(self.answer_remark)
        panel.withdrawal.confirmed.connect(self._on_withdrawal_confirmed)
        panel.grading.grade_wanted.connect(self._on_grade_wanted)
        panel.grading.items_wanted.connect(
            lambda: self.place_wanted.emit(Step.CHECKLIST.value, self._first_unanswered())
        )
        self._findings.confirmed.connect(self._on_confirmed)
        self._findings.withdrawal_wanted.connect(self._on_withdrawal_wanted)
        self._findings.refused.connect(self.say_error)
        self._findings.law_wanted.connect(self.law_wanted)
        self._photos.failed.connect(self.say_error)
        self._photos.thumbnails_read.connect(lambda: self.refresh(self.session.view))

    @property
    def place(self) -> str:
        """The item on show, or `RESULT`."""
        return self._place

    def reset(self) -> None:
        self._place = ""
        self._findings.forget()
        self._weighing.forget()
        self.panel.grading.reset()

    def enter(self, view: VisitView, target: str) -> None:
        places = _places(view)
        unbound = [item.code for item in view.visit.failed_without_finding]
        if target == "grading":
            self._place = RESULT
        elif target in places:
            self._place = target
        elif unbound:
            self._place = unbound[0]
        elif self._place not in places or view.visit.grading is None:
            self._place = RESULT
        self._findings.forget()
        self.refresh(view)
        if self._place == RESULT:
            self.panel.grading.judge.setFocus()
        else:
            self.panel.editor.focus_facts()

    def control(self, target: str) -> QWidget | None:
        if target == "grading":
            return self.panel.grading.control() if self._place == RESULT else None
        return self.panel.editor.description if self._place == target else None

    def refresh(self, view: VisitView) -> None:
        if self._place not in _places(view):
            self._place = RESULT
        self.panel.set_list(self._rows(view))
        self.panel.places.choose(self._place)
        if self._place == RESULT:
            self._findings.forget()
            self._weighing.forget()
            self._show_result(view)
        else:
            self._show_finding(view)

    def primary(self) -> QAbstractButton | None:
        return self.panel.grading.judge if self._place == RESULT else self.panel.editor.accept

    def leave(self) -> None:
        self._findings.flush()
        self._weighing.flush()

    def _next_unbound(self, view: VisitView) -> str:
        others = [i.code for i in view.visit.failed_without_finding if i.code != self._place]
        return others[0] if others else ""

    def _rows(self, view: VisitView) -> list[Row]:
        rows = []
        bound = {finding.item for finding in view.visit.findings.values()}
        for item in view.visit.failed:
            state = (
                State(self.tr("已认定"), Tone.MET)
                if item.code in bound
                else State(self.tr("待认定"), Tone.ATTENTION)
            )
            note = view.visit.answers[item.code].note
            rows.append(
                Row(item.code, f"{printed_number(view.visit, item)} {item.text}", note, state)
            )
        graded = None if view.visit.is_result_outdated else view.visit.grading
        state = (
            State(self.tr("已判定"), Tone.MET)
            if graded
            else State(self.tr("待判定"), Tone.ATTENTION)
        )
        rows.append(Row(RESULT, self.tr("检查结果"), graded.label if graded else "", state))
        return rows

    def _show_finding(self, view: VisitView) -> None:
        item = view.visit.item(self._place)
        answer = view.visit.answers[self._place]
        photos = view.visit.photos_of(self._place)
        strip = self.panel.photos
        strip.set_photos(self._photos.thumbnails.photos(photos, self._photos.thumbnails_read.emit))
        title = f"{printed_number(view.visit, item)} {item.text}"
        remarks = self.session.named(view.remarks_at(self._place))
        self.panel.show_finding(self._place, title, remarks, bool(photos))
        self._findings.show(view, self._place, answer.note)
        self._weighing.show(view, self._place)

    def _show_result(self, view: VisitView) -> None:
        visit = view.visit
        basis = (visit.id, tuple(visit.result_facts.items()))
        known = self._proposed is not None and self._proposed[0] == basis
        proposed = self._proposed[1] if self._proposed is not None and known else None
        if not known and not visit.unanswered:
            propose = self.session.use_cases.grade_result.propose
            self.session.read(
                lambda: propose(visit),
                lambda grade: self._on_grade_proposed(basis, grade),
                self.say_error,
            )
        self.panel.grading.set_facts(
            GradingFacts(
                counts=visit.counts,
                unanswered=len(visit.unanswered),
                unbound=len(visit.failed_without_finding),
                proposed=proposed if not visit.unanswered else None,
                graded=None if visit.is_result_outdated else visit.grading,
                locked=not is_open_to_change(visit),
            )
        )
        self.panel.show_result()

    def _on_grade_proposed(self, basis: object, grade: Grade) -> None:
        self._proposed = (basis, grade)
        if self._place == RESULT:
            self._show_result(self.session.view)

    def _on_place_chosen(self, place: str) -> None:
        if place != self._place:
            self.leave()
            self._place = place
            self.session.mark_place(Step.FINDINGS.value, "" if place == RESULT else place)
            self.refresh(self.session.view)

    def _on_confirmed(self, item: str) -> None:
        if item == self._place:
            self._on_place_chosen(self._next_unbound(self.session.view) or RESULT)

    def _on_withdrawal_wanted(self, finding_id: str) -> None:
        self._withdrawing = finding_id
        self.panel.withdrawal.ask()

    def _on_withdrawal_confirmed(self, because: str) -> None:
        finding_id, visit_id = self._withdrawing, self.session.visit_id
        withdraw = self.session.use_cases.withdraw_finding
        self.session.record(
            lambda: withdraw(visit_id, finding_id, because),
            lambda _view: self.panel.withdrawal.hide(),
            self.say_error,
        )

    def _on_grade_wanted(self, explanation: str, handling: str) -> None:
        visit_id, grade_result = self.session.visit_id, self.session.use_cases.grade_result
        self.panel.grading.set_busy(busy=True)
        self.session.record(
            lambda: grade_result(visit_id, explanation, handling=handling),
            self._on_graded,
            self._on_grade_refused,
        )

    def _on_graded(self, view: VisitView) -> None:
        self.panel.grading.set_busy(busy=False)
        if view.visit.failed_without_finding:
            self._on_place_chosen(self._next_unbound(view))
        else:
            self.place_wanted.emit(Step.DOCUMENTS.value, "")

    def _on_grade_refused(self, error: InspectorError) -> None:
        self.panel.grading.set_busy(busy=False)
        self.panel.grading.refuse(error.code, error_words(error).what)
        if error.code == "grading.unbound":
            self._on_place_chosen(self._next_unbound(self.session.view))
        self.say_error(error)

    def _first_unanswered(self) -> str:
        unanswered = self.session.view.visit.unanswered
        return unanswered[0].code if unanswered else ""


def _places(view: VisitView) -> list[str]:
    return [*(item.code for item in view.visit.failed), RESULT]
