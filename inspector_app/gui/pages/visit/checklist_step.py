"""Wires the checklist: an answer is on disk before the next key is taken."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.checklist import AnswerValue, ItemKind
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.visit import Step
from inspector_app.gui.controls import Notice
from inspector_app.gui.models.visit_items import (
    is_locked,
    item_rows,
    next_code,
    sections,
    step_code,
)
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.checklist_panel import ChecklistPanel
from inspector_app.gui.pages.visit.finding_work import FindingWork
from inspector_app.gui.pages.visit.guidance_pane import ItemBackground
from inspector_app.gui.pages.visit.item_answers import ItemAnswers
from inspector_app.gui.pages.visit.item_card import ItemFacts
from inspector_app.gui.pages.visit.item_notes import ItemNotes
from inspector_app.gui.pages.visit.item_photos import ItemPhotos
from inspector_app.gui.pages.visit.step import VisitStep
from inspector_app.gui.terms import day_text
from inspector_app.gui.theme import Tone

__all__ = ["ChecklistStep"]


class ChecklistStep(VisitStep):
    """检查."""

    step = Step.CHECKLIST
    panel: ChecklistPanel

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        panel = self.panel = ChecklistPanel()
        self._card = panel.card
        self._code = ""
        self._notes = ItemNotes(session, self._card, self)
        self._answers = ItemAnswers(session, self._card, self._notes, self)
        self._findings = FindingWork(session, self._card.finding, self)
        self._photos = ItemPhotos(session, self._card.photos, lambda: self._code, self)
        panel.answer_pressed.connect(self._answers.press)
        panel.item_chosen.connect(self.go_to)
        panel.step_wanted.connect(self._on_step_wanted)
        panel.next_wanted.connect(lambda: self.go_next(self.session.view))
        panel.photo_wanted.connect(self._photos.take)
        panel.finding_wanted.connect(self._on_finding_wanted)
        panel.guidance.remark_answered.connect(self.answer_remark)
        self._notes.draft_loaded.connect(self._on_item_renewed)
        self._answers.recorded.connect(self._advance)
        self._answers.failed_item.connect(self._on_failed)
        self._answers.corrected.connect(self._on_corrected)
        self._answers.refused.connect(self.say_error)
        self._findings.proposals_read.connect(self._on_proposals_read)
        self._findings.confirmed.connect(self._advance)
        self._findings.refused.connect(self.say_error)
        self._findings.law_wanted.connect(self.law_wanted)
        self._findings.withdrawal_wanted.connect(
            lambda _id: self.place_wanted.emit(Step.FINDINGS.value, self._code)
        )
        self._photos.failed.connect(self.say_error)

    @property
    def code(self) -> str:
        """Code of the current item."""
        return self._code

    def reset(self) -> None:
        self._code = ""
        self._notes.reset()
        self._answers.drop_waiting()
        self._findings.forget()

    def enter(self, view: VisitView, target: str) -> None:
        known = {item.code for item in view.visit.items}
        if target in known:
            self._code = target
        elif self._code not in known:
            self._code = next_code(view.visit, "") or view.visit.items[0].code
        self._findings.forget()
        self.refresh(view)
        self._notes.load(self._code)
        self._card.setFocus()

    def control(self, target: str) -> QWidget | None:
        return self._card if self._code == target else None

    def refresh(self, view: VisitView) -> None:
        self.panel.set_rows(item_rows(view), sections(view))
        self._show_item(view)

    def primary(self) -> QAbstractButton | None:
        return self._card.finding.accept

    def leave(self) -> None:
        self._notes.flush()
        self._findings.flush()

    def next_words(self, view: VisitView) -> str:
        return self.tr("下一项") if next_code(view.visit, "") else ""

    def go_next(self, view: VisitView) -> None:
        """Go to the next item without an answer."""
        if code := next_code(view.visit, self._code):
            self.go_to(code)
        else:
            words = self.tr("全部 %n 项都已有结论。", "", len(view.visit.items))
            self.say(Notice(words, tone=Tone.MET))

    def go_to(self, code: str) -> None:
        """Make ``code`` the current item; what was typed at the last one is written first."""
        if code == self._code:
            return
        self.leave()
        self._code = code
        self.session.mark_place(Step.CHECKLIST.value, code)
        self._show_item(self.session.view)
        self._notes.load(self._code)
        # Whoever answers with Space on a button goes on with the same button.
        focused = self._card.focusWidget()
        if not self._card.answers.isAncestorOf(focused):
            self._card.setFocus()

    def _show_item(self, view: VisitView) -> None:
        visit, code = view.visit, self._code
        planned, answer = visit.item(code), visit.answers.get(code)
        last = visit.enterprise.last_visit
        names = {officer.id: officer.name for officer in visit.officers}
        note = self._notes.text(code, answer)
        facts = ItemFacts(
            planned=planned,
            number=printed_number(visit, planned),
            definition=view.items[code],
            answer=answer,
            photos=self._photos.thumbnails.photos(visit.photos_of(code), self._on_item_renewed),
            key=planned.kind is ItemKind.KEY,
            locked=is_locked(visit),
            failed_last_time=last is not None and code in last.items,
            by=names.get(answer.by, "") if answer else "",
        )
        self.panel.set_item(facts, note)
        if answer is not None and answer.value is AnswerValue.NOT_MET:
            self._findings.show(view, code, note)
        else:
            self._findings.forget()
        self._show_background(view)

    def _show_background(self, view: VisitView) -> None:
        offer = self._findings.offer(self._code)
        # The one after this is asked for too: when it comes up, everything is there.
        for code in (self._code, next_code(view.visit, self._code)):
            if code and self._findings.proposals(code) is None:
                self._findings.ask(code)
        self.panel.set_background(
            ItemBackground(
                view.items[self._code],
                offer.proposals if offer is not None else (),
                self.session.named(view.remarks_at(self._code)),
                self._last_words(view),
                offer is not None and offer.has_texts,
            )
        )

    def _last_words(self, view: VisitView) -> str:
        last = view.visit.enterprise.last_visit
        if last is None:
            return ""
        if self._code in last.items:
            return self.tr("上次检查（{day}）：不符合").format(day=day_text(last.at))
        return self.tr("上次检查（{day}）没有记录此项不符合").format(day=day_text(last.at))

    # Answers

    def _advance(self, code: str) -> None:
        """Go on after an item has been dealt with, unless the officer has gone elsewhere."""
        visit = self.session.view.visit
        if following := next_code(visit, code):
            if code == self._code:
                self.go_to(following)
            return
        self._answers.drop_waiting()
        self.say(
            Notice(
                self.tr("全部 %n 项都已有结论。", "", len(visit.items)),
                tone=Tone.MET,
                action=self.tr("去问题") if visit.failed else self.tr("去判定"),
                on_action=lambda: self.place_wanted.emit(Step.FINDINGS.value, ""),
            )
        )

    def _on_failed(self, code: str) -> None:
        if code == self._code:
            self._card.finding.focus_facts()

    def _on_corrected(self) -> None:
        self.say(
            Notice(
                self.tr("已更正，原结论保留在记录中。"),
                mend=self.tr("已出具的文书如受影响，请在“文书”步骤出具更正文书。"),
                tone=Tone.MET,
                action=self.tr("去文书"),
                on_action=lambda: self.place_wanted.emit(Step.DOCUMENTS.value, ""),
            )
        )

    # What hangs on an item

    def _on_step_wanted(self, by: int) -> None:
        self.go_to(step_code(self.session.view.visit, self._code, by))

    def _on_finding_wanted(self) -> None:
        answer = self.session.view.visit.answers.get(self._code)
        if answer is not None and answer.value is AnswerValue.NOT_MET:
            self._card.finding.focus_facts()
        else:
            self.say(
                Notice(
                    self.tr("只有结论为“不符合”的项目才能认定问题。"),
                    mend=self.tr("按 2 记为不符合后即可认定。"),
                    tone=Tone.ATTENTION,
                )
            )

    def _on_proposals_read(self, code: str) -> None:
        if code == self._code and self.session.is_open:
            self._show_background(self.session.view)

    def _on_item_renewed(self) -> None:
        if self.session.is_open and self.panel.isVisible():
            self._show_item(self.session.view)
