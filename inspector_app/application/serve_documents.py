"""Service (送达) of issued documents and the end of the visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from inspector_app.application.capacity import refuse_wrong_witness
from inspector_app.application.standing_papers import first_open
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.errors import UserError
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.terms import SERVICE_LABELS
from inspector_app.domain.visit import DocumentStatus, Step, Visit
from inspector_app.domain.visit_events import DocumentPrinted, DocumentServed, VisitCompleted

__all__ = ["CompleteVisit", "NotePrinted", "ServeDocuments"]

DATED_BY_RECEIPT = frozenset({"mail", "entrusted", "notice"})
CLOCK_SLACK = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class ServeDocuments:
    """Documents were handed over, or left on refusal (程序规定 81–82)."""

    place: Workplace
    records: VisitRecords

    def __call__(  # noqa: PLR0913 - the fields of one receipt of service
        self,
        visit_id: str,
        documents: Sequence[str],
        *,
        mode: str,
        receiver: str,
        relation: str,
        place_text: str,
        at: str = "",
        note: str = "",
        witness: str = "",
        recording: str = "",
    ) -> Visit:
        """Record the service; ``UserError`` names the field that the mode of service demands (R30).

        ``at`` is ISO 8601 with an offset, empty for now: not before the documents were issued, not
        in the future. A document is served once.
        """
        self._check(mode, receiver, note)
        if mode in DATED_BY_RECEIPT and not at:
            raise UserError(
                "service.receipt_date",
                "邮寄、委托、转交和公告送达的日期以回执或者公告为准，请填写该日期。",
                safe="其他内容已保留。",
                mend="收到回执后再记录送达。（程序规定第八十二条）",
            )
        if mode == "left" and not (witness.strip() or recording.strip()):
            raise UserError(
                "service.left_proof",
                "留置送达应当由见证人签名，或者拍照、录像记录送达过程。",
                safe="其他内容已保留。",
                mend="请填写见证人，或者注明拍照、录像情况。（程序规定第八十二条第二项）",
            )
        with self.records.editing(visit_id) as edit:
            issued = {
                d.id for d in edit.visit.documents.values() if d.status is DocumentStatus.ISSUED
            }
            if not documents or any(document not in issued for document in documents):
                raise UserError(
                    "service.documents", "只能送达已经出具的文书。", mend="请先完成签名。"
                )
            if witness.strip():
                refuse_wrong_witness(edit.visit, witness.strip(), receiver.strip())
            self._check_once(edit.visit, documents)
            self._check_time(edit.visit, documents, at)
            edit.uow.set_bookmark(visit_id, Bookmark(Step.SERVICE.value))
            return edit.record(
                DocumentServed(
                    tuple(documents),
                    mode,
                    receiver.strip(),
                    relation.strip(),
                    place_text.strip() or edit.visit.place,
                    at or self.place.clock.now().at,
                    note.strip(),
                    witness.strip(),
                    recording.strip(),
                )
            )

    def _check_once(self, visit: Visit, documents: Sequence[str]) -> None:
        again = [document for document in documents if document in visit.served]
        if again:
            title = visit.documents[again[0]].title
            raise UserError(
                "service.again",
                f"《{title}》已经送达，不重复记录。",
                safe="已有送达记录未变。",
                mend="请只选择尚未送达的文书。",
                facts={"title": title},
            )

    def _check_time(self, visit: Visit, documents: Sequence[str], at: str) -> None:
        if not at:
            return
        try:
            served = datetime.fromisoformat(at)
            offset = served.utcoffset()
        except ValueError:
            offset = None
        if offset is None:
            raise UserError(
                "service.at",
                "送达时间的写法不对。",
                mend="请重新选择日期和时间。",
                facts={"at": at},
            )
        # The form gives whole minutes: within the minute of issue counts as after it.
        issued = max(datetime.fromisoformat(visit.documents[d].issued_at) for d in documents)
        if served < issued.replace(second=0, microsecond=0):
            raise UserError(
                "service.too_early",
                "送达时间不能早于文书出具的时间。",
                safe="其他内容已保留。",
                mend="请核对送达时间。",
            )
        if served > datetime.fromisoformat(self.place.clock.now().at) + CLOCK_SLACK:
            raise UserError(
                "service.future",
                "送达时间不能晚于现在。",
                safe="其他内容已保留。",
                mend="请在送达之后记录，或者核对电脑的时间。",
            )

    def _check(self, mode: str, receiver: str, note: str) -> None:
        if mode not in SERVICE_LABELS:
            raise UserError("service.mode", "请选择送达方式。", mend="请选定一种，再记录送达。")
        if mode == "electronic":
            raise UserError(
                "service.electronic",
                "电子送达须经当事人同意并签署送达地址确认书。",
                safe="文书未变。",
                mend="请先签署确认书，或者选择直接送达。（程序规定第八十二条第三项）",
            )
        if not receiver.strip():
            raise UserError(
                "service.receiver",
                "请填写收件人。",
                safe="其他内容已保留。",
                mend="请填写实际收到文书的人的姓名。",
            )
        if mode == "left" and not note.strip():
            raise UserError(
                "service.left_note",
                "留置送达应当注明拒收事由。",
                safe="其他内容已保留。",
                mend="请在备注中写明。（程序规定第八十二条第二项）",
            )


@dataclass(frozen=True, slots=True)
class NotePrinted:
    """A copy was printed; later copies are marked as reprints."""

    records: VisitRecords

    def __call__(self, visit_id: str, document_id: str, printer: str) -> Visit:
        """Record the copy and return the visit."""
        with self.records.editing(visit_id) as edit:
            copy = edit.visit.documents[document_id].copies_printed + 1
            return edit.record(DocumentPrinted(document_id, printer, copy))


@dataclass(frozen=True, slots=True)
class CompleteVisit:
    """The officers leave; every step is done."""

    place: Workplace
    records: VisitRecords

    def __call__(self, visit_id: str, previous_rectification: str = "") -> Visit:
        """Complete and return the visit; ``UserError`` naming the first step that is still open."""
        with self.records.editing(visit_id) as edit:
            visit = edit.visit
            if visit.completed:
                return visit
            if still_open := first_open(self.place, edit.uow, visit):
                step, blocker = still_open
                raise UserError(
                    f"complete.{blocker.code}",
                    "这次检查还有未完成的步骤。",
                    safe="已有记录均已保存。",
                    mend="请按步骤提示补齐后再完成。",
                    facts={"step": step.value},
                )
            edit.record(VisitCompleted(previous_rectification.strip()))
            edit.uow.close_tasks([task.id for task in visit.tasks], visit_id)
            edit.uow.set_bookmark(visit_id, Bookmark(Step.DONE.value))
        return edit.visit
