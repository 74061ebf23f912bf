"""Review: the officers submit, a supervisor remarks, returns or approves, the officers answer."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.standing_papers import first_open
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import Event, verify_chain
from inspector_app.domain.officer import Role
from inspector_app.domain.ports import ReviewDesk
from inspector_app.domain.projection import VisitSummary, review_status
from inspector_app.domain.review import (
    CaseApproved,
    CaseReturned,
    RemarkMade,
    Review,
    ReviewEvent,
    ReviewStatus,
    fold_reviews,
    record_review_event,
    review_prefix,
    review_stream,
)
from inspector_app.domain.visit import Visit, fold_visit
from inspector_app.domain.visit_events import RemarkAnswered, VisitSubmitted
from inspector_app.domain.visit_journal import visit_stream

__all__ = [
    "AnswerRemark",
    "ApproveCase",
    "CaseView",
    "MakeRemark",
    "OpenCase",
    "ReturnCase",
    "ReviewQueue",
    "SubmitVisit",
]


@dataclass(frozen=True, slots=True)
class SubmitVisit:
    """The officers hand the case to review (提交审核); goes out with the next sync."""

    place: Workplace
    records: VisitRecords

    def __call__(self, visit_id: str) -> Visit:
        """Submit and return the visit.

        Raises ``UserError`` before completion, while it waits, with remarks not yet answered, and
        while a step is open again: a corrected record needs its correcting papers, signed and
        served, before anybody judges it. :class:`GateRefusal` while the legality gate blocks.
        """
        with self.records.editing(visit_id) as edit:
            visit = edit.visit
            if not visit.completed:
                raise UserError(
                    "submit.open",
                    "检查完成后才能提交审核。",
                    mend="请先办完前面的步骤，并按“完成检查”。",
                )
            review = self.records.review(edit.uow, visit_id)
            status = review_status(visit, review)
            if status is ReviewStatus.WAITING:
                raise UserError(
                    "submit.waiting",
                    "案件正在审核中。",
                    safe="无需重复提交。",
                    mend="请等待审核结果，它随同步到达。",
                )
            if status is ReviewStatus.APPROVED:
                raise UserError(
                    "submit.approved",
                    "案件已审核通过。",
                    mend="记录需要改变的，请先作更正，再重新提交。",
                )
            open_remarks = [r for r in review.remarks if r.id not in visit.remark_answers]
            if open_remarks:
                raise UserError(
                    "submit.remarks",
                    f"还有 {len(open_remarks)} 条审核意见没有答复。",
                    mend="请在对应的检查项目处更正或者答复。",
                    facts={"count": len(open_remarks)},
                )
            if still_open := first_open(self.place, edit.uow, visit):
                step, blocker = still_open
                raise UserError(
                    f"submit.{blocker.code}",
                    "记录更正后还有未完成的步骤，不能提交审核。",
                    safe="已有记录均已保存。",
                    mend="请按步骤提示补齐：更正的内容要有更正文书，签名并送达。",
                    facts={"step": step.value},
                )
            return edit.record(VisitSubmitted(visit.submitted_round + 1))


@dataclass(frozen=True, slots=True)
class AnswerRemark:
    """The officer replies to a remark, at its item."""

    records: VisitRecords

    def __call__(self, visit_id: str, remark_id: str, text: str) -> Visit:
        """Record the reply and return the visit; ``UserError`` for an empty or unknown one."""
        if not text.strip():
            raise UserError(
                "remark.answer",
                "请填写答复。",
                safe="未作任何更改。",
                mend="请写明怎样处理了该意见。",
            )
        with self.records.editing(visit_id) as edit:
            review = self.records.review(edit.uow, visit_id)
            if all(remark.id != remark_id for remark in review.remarks):
                raise UserError("remark.unknown", "没有找到这条审核意见。", mend="请先同步。")
            return edit.record(RemarkAnswered(remark_id, text.strip()))


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as the reviewer sees it: the folded visit, the review, and the events themselves."""

    visit: Visit
    review: Review
    events: tuple[Event, ...]

    @property
    def status(self) -> ReviewStatus:
        """Where the case stands."""
        return review_status(self.visit, self.review)


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """Cases that wait for review."""

    place: Workplace
    desk: ReviewDesk

    def __call__(self) -> tuple[VisitSummary, ...]:
        """The queue; ``UserError`` without the supervisor's role, ``EnvironmentFault`` offline."""
        self.place.require(Role.SUPERVISOR)
        return self.desk.queue()


@dataclass(frozen=True, slots=True)
class OpenCase:
    """One case, folded on this device by the same function that made it."""

    place: Workplace
    desk: ReviewDesk

    def __call__(self, visit_id: str) -> CaseView:
        """The case, with this device's own review events that are not yet sent.

        Raises ``UserError`` if its chain is broken: then nothing of it may be relied on.
        """
        self.place.require(Role.SUPERVISOR)
        events = self.desk.case_events(visit_id)
        with self.place.store.read() as reading:
            own = [
                event
                for head in reading.streams(review_prefix(visit_id))
                for event in reading.events(head.stream)
            ]
        known = {(event.stream, event.seq) for event in events}
        events = (*events, *(event for event in own if (event.stream, event.seq) not in known))
        broken = verify_chain(events)
        if broken:
            raise UserError(
                "case.chain",
                "该案件记录的校验链不完整，不能据以审核。",
                safe="服务器上的记录未变。",
                mend="请联系管理员核查设备与服务器记录。",
                facts={"stream": broken[0].stream, "seq": broken[0].seq},
            )
        stream = visit_stream(visit_id)
        visit = fold_visit(event for event in events if event.stream == stream)
        if visit is None:
            raise UserError("case.unknown", "服务器上没有这个案件。", mend="请刷新队列。")
        review = fold_reviews(event for event in events if event.stream != stream)
        return CaseView(visit, review, events)

    def blob(self, sha256: str) -> bytes:
        """A photo or PDF of the case, from this device if it is here."""
        if self.place.blobs.has(sha256):
            return self.place.blobs.get(sha256)
        return self.desk.blob(sha256)


def _record(place: Workplace, case: CaseView, happened: ReviewEvent) -> CaseView:
    place.require(Role.SUPERVISOR)
    if place.me.id in {officer.id for officer in case.visit.officers}:
        raise UserError(
            "review.own_case",
            "办案人员不得作为审核人员。",
            mend="请由其他审核人员办理。（程序规定第四十九条）",
        )
    stream = review_stream(case.visit.id, f"{place.me.id}-{place.device}")
    with place.store.begin() as uow:
        event = record_review_event(uow.head(stream), happened, place.clock.now(), place.me.id)
        uow.append([event])
        uow.add_signed_head(place.heads.sign_head(event.head, event.at))
    events = (*case.events, event)
    own = visit_stream(case.visit.id)
    review = fold_reviews(event for event in events if event.stream != own)
    return CaseView(case.visit, review, events)


@dataclass(frozen=True, slots=True)
class MakeRemark:
    """A remark at an item, a document, or the case."""

    place: Workplace

    def __call__(
        self, case: CaseView, text: str, *, item: str = "", document: str = ""
    ) -> CaseView:
        """Record the remark and return the case with it.

        Raises ``UserError`` for an empty one, or on a case that is approved: nobody would answer.
        """
        if not text.strip():
            raise UserError(
                "remark.text",
                "请填写审核意见。",
                safe="未作任何更改。",
                mend="请写明哪里不对、应当怎样改。",
            )
        if case.status is ReviewStatus.APPROVED:
            raise UserError("review.status", "该案件不在待审状态。", mend="请刷新队列。")
        remark = RemarkMade(self.place.ids.new_id(), case.visit.id, text.strip(), item, document)
        return _record(self.place, case, remark)


@dataclass(frozen=True, slots=True)
class ReturnCase:
    """The case goes back to the officers (退回)."""

    place: Workplace

    def __call__(self, case: CaseView, reason: str) -> CaseView:
        """Return it; ``UserError`` without a reason or when it does not wait for review."""
        if not reason.strip():
            raise UserError(
                "return.reason",
                "退回应当写明理由。",
                safe="未作任何更改。",
                mend="请写明哪里不对、应当怎样改，再退回。",
            )
        _check_waiting(case)
        visit = case.visit
        happened = CaseReturned(visit.id, reason.strip(), visit.submitted_round, visit.head.hash)
        return _record(self.place, case, happened)


@dataclass(frozen=True, slots=True)
class ApproveCase:
    """The case is approved (审核通过)."""

    place: Workplace

    def __call__(self, case: CaseView, opinion: str = "") -> CaseView:
        """Approve it; ``UserError`` when it does not wait for review."""
        _check_waiting(case)
        visit = case.visit
        happened = CaseApproved(visit.id, opinion.strip(), visit.submitted_round, visit.head.hash)
        return _record(self.place, case, happened)


def _check_waiting(case: CaseView) -> None:
    if case.status is not ReviewStatus.WAITING:
        raise UserError("review.status", "该案件不在待审状态。", mend="请刷新队列。")
