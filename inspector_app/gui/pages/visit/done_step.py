"""Wires the end of the visit: complete, submit, and what the reviewer sent back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from inspector_app.application.look_up import TrustState
from inspector_app.application.view_visit import VisitView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.previous_visit import previous_words
from inspector_app.domain.printed_numbers import printed_number
from inspector_app.domain.projection import RemarkRow
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.visit import DocumentStatus, Step
from inspector_app.gui.controls import Notice
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.models.visit_words import blocker_words
from inspector_app.gui.pages.visit.deadline_work import DeadlineWork
from inspector_app.gui.pages.visit.done_panel import DoneFacts, DonePanel
from inspector_app.gui.pages.visit.step import VisitStep
from inspector_app.gui.terms import (
    day_text,
    join_names,
    moment_text,
    quoted,
    review_state,
    waiting_text,
)
from inspector_app.gui.theme import Tone

__all__ = ["DoneStep"]


class DoneStep(VisitStep):
    """完成."""

    step = Step.DONE

    def __init__(self, session: VisitSession, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.panel: DonePanel = DonePanel()
        self._trust: TrustState | None = None
        self.panel.completion_wanted.connect(self._on_completion_wanted)
        self.panel.submission_wanted.connect(self._on_submission_wanted)
        self.panel.remark_answered.connect(self.answer_remark)
        self.panel.remark_place_wanted.connect(self._on_remark_place_wanted)
        self._deadlines = DeadlineWork(session, self.panel.deadlines, self.say_error, self)
        session.synced.connect(self._read_trust)

    def reset(self) -> None:
        self.panel.previous.set_value("")

    def enter(self, view: VisitView, target: str) -> None:
        self.refresh(view)
        (self.panel.submit if view.visit.completed else self.panel.complete).setFocus()

    def primary(self) -> QAbstractButton | None:
        return self.panel.submit if self.panel.submit.isVisible() else self.panel.complete

    def refresh(self, view: VisitView) -> None:
        self._show(view)
        if not view.visit.completed and not self.panel.previous.value():
            self.panel.previous.set_value(previous_words(view.visit))
        self._read_trust()
        self._deadlines.refresh()

    def _read_trust(self) -> None:
        self.session.read(self.session.use_cases.look_up.trust, self._on_trust_read)

    def _on_trust_read(self, trust: TrustState) -> None:
        self._trust = trust
        if self.session.is_open:
            self._show(self.session.view)

    def _show(self, view: VisitView) -> None:
        visit = view.visit
        status = view.review_status
        open_remarks = [remark for remark in view.remarks if not remark.answered]
        submittable = status in (ReviewStatus.NONE, ReviewStatus.RETURNED)
        ready = not open_remarks and not any(state.blockers for state in view.steps)
        self.panel.set_facts(
            DoneFacts(
                headline=self._headline(view),
                grade=self._grade(view),
                facts=self._facts(view),
                lines=self._lines(view),
                waiting=self._waiting(),
                all_sent=self._trust is not None and not self._waiting(),
                completed=visit.completed,
                can_complete=not any(state.blockers for state in view.steps),
                has_previous=visit.enterprise.last_visit is not None,
                review=review_state(status, completed=visit.completed),
                reason=self._reason(view, len(open_remarks)),
                can_submit=visit.completed and submittable and ready,
                remarks=self.session.named(view.remarks),
                places=tuple(self._place(view, remark) for remark in view.remarks),
            )
        )

    def _headline(self, view: VisitView) -> str:
        if view.visit.completed:
            at = moment_text(view.visit.completed_at)
            return self.tr("检查已于 {at} 完成").format(at=at)
        return self.tr("各步骤已办妥，可以完成检查")

    def _grade(self, view: VisitView) -> str:
        grading = view.visit.grading
        if grading is None:
            return ""
        words = self.tr("结果：{label}，{handling}")
        return words.format(label=grading.label, handling=grading.handling)

    def _facts(self, view: VisitView) -> tuple[tuple[str, str], ...]:
        visit, counts = view.visit, view.visit.counts
        return (
            (self.tr("当事人"), visit.enterprise.name),
            (self.tr("执法人员"), join_names(officer.name for officer in visit.officers)),
            (self.tr("开始"), moment_text(visit.started_at)),
            (self.tr("地点"), visit.place),
            (self.tr("已检查"), self.tr("%n 项", "", counts["checked"])),
            (self.tr("不符合"), self.tr("%n 项", "", counts["not_met"])),
            (self.tr("合理缺项"), self.tr("%n 项", "", counts["excluded"])),
            (self.tr("照片"), self.tr("%n 张", "", len(visit.photos))),
        )

    def _lines(self, view: VisitView) -> tuple[tuple[str, Tone | None, str], ...]:
        visit = view.visit
        lines: list[tuple[str, Tone | None, str]] = []
        for finding in visit.findings.values():
            number = printed_number(visit, visit.item(finding.item))
            if finding.on_spot:
                due = self.tr("已当场改正")
            elif finding.deadline is None:
                due = self.tr("立即改正")
            else:
                due = self.tr("{day}前改正").format(day=day_text(finding.deadline))
            words = self.tr("{number} {wording}（{due}）").format(
                number=number, wording=finding.violation.wording, due=due
            )
            lines.append(("circle-check" if finding.on_spot else "triangle-alert", None, words))
        for document in visit.documents.values():
            if document.status is DocumentStatus.ISSUED:
                served = self.tr("已送达") if document.id in visit.served else ""
                parts = [f"{quoted(document.title)}{document.number}", served]
                lines.append(("file-check", Tone.MET, " ".join(p for p in parts if p)))
        if visit.completed:
            still_open = [b for state in view.steps for b in state.blockers]
            lines.extend(("file-pen-line", Tone.ATTENTION, blocker_words(b)) for b in still_open)
        return tuple(lines)

    def _waiting(self) -> str:
        if self._trust is None:
            return ""
        outbox = self._trust.outbox
        return waiting_text(outbox.events, outbox.photos, outbox.blobs - outbox.photos)

    def _reason(self, view: VisitView, open_remarks: int) -> str:
        status, review = view.review_status, view.review
        if status is ReviewStatus.RETURNED:
            words = self.tr("退回理由：{reason}").format(reason=review.reason)
            if open_remarks:
                left = self.tr("还有 %n 条意见没有答复，答复或者更正后再提交。", "", open_remarks)
                words = f"{words}\n{left}"
            return words
        if status is ReviewStatus.APPROVED:
            return review.reason
        if status is ReviewStatus.WAITING:
            return self.tr("已提交，等待审核人员审核。")
        if view.visit.submitted_round:
            return self.tr("审核通过后记录有更正，需要重新提交审核。")
        return self.tr("提交后随下一次同步送达审核人员。")

    def _place(self, view: VisitView, remark: RemarkRow) -> str:
        visit = view.visit
        if remark.item and any(item.code == remark.item for item in visit.items):
            item = visit.item(remark.item)
            return f"{printed_number(visit, item)} {item.text}"
        document = visit.documents.get(remark.document)
        return quoted(document.title) if document else self.tr("整个案件")

    def _on_remark_place_wanted(self, remark: RemarkRow) -> None:
        document = self.session.view.visit.documents.get(remark.document)
        if remark.item:
            self.place_wanted.emit(Step.CHECKLIST.value, remark.item)
        elif document is not None:
            self.place_wanted.emit(Step.DOCUMENTS.value, document.kind)
        else:
            self.panel.remark_cards[remark.remark_id].reply.text.setFocus()

    def _on_completion_wanted(self, previous: str) -> None:
        visit_id, complete = self.session.visit_id, self.session.use_cases.complete_visit
        self.panel.set_busy(busy=True)
        words = self.tr("检查已完成。")
        self.session.record(
            lambda: complete(visit_id, previous),
            lambda _view: self._on_done(words),
            self._on_failed,
        )

    def _on_submission_wanted(self) -> None:
        visit_id, submit = self.session.visit_id, self.session.use_cases.submit_visit
        self.panel.set_busy(busy=True)
        words = self.tr("已提交审核，随下一次同步送达。")
        self.session.record(
            lambda: submit(visit_id), lambda _view: self._on_done(words), self._on_failed
        )

    def _on_done(self, words: str) -> None:
        self.panel.set_busy(busy=False)
        self.say(Notice(words, tone=Tone.MET))

    def _on_failed(self, error: InspectorError) -> None:
        self.panel.set_busy(busy=False)
        self.say_error(error)
