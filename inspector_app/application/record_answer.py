"""Record what the officers found at an item. On disk when it returns; there is no Save button."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.application.corrections import refuse_under_review
from inspector_app.application.definitions import item_definition
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.corrections import is_locked
from inspector_app.domain.errors import UserError
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.steps import next_item
from inspector_app.domain.visit import Step, Visit
from inspector_app.domain.visit_events import AnswerCorrected, AnswerRecorded

__all__ = ["CorrectAnswer", "RecordAnswer"]


def _check(place: Workplace, visit: Visit, item: str, value: AnswerValue) -> None:
    if all(planned.code != item for planned in visit.items):
        raise UserError(
            "answer.item",
            "这次检查不包含该项目。",
            mend="请重新打开这次检查，从列出的项目中选择。",
            facts={"item": item},
        )
    if value is AnswerValue.EXCLUDED and not item_definition(place.packs, visit, item)[1].exclusion:
        raise UserError(
            "answer.exclusion",
            "检查表没有规定该项目可以作合理缺项。",
            safe="原记录未变。",
            mend="请评价为“符合”或者“不符合”。（令49号第二十七条）",
            facts={"item": item},
        )


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """An answer while the visit is open and nothing has been issued on it."""

    place: Workplace
    records: VisitRecords

    def __call__(
        self, visit_id: str, item: str, value: AnswerValue, *, note: str = "", reason: str = ""
    ) -> Visit:
        """Record and return the visit. The same answer again changes nothing.

        Raises ``UserError`` before the rights are read, for an exclusion (合理缺项) that the pack
        does not provide for, or once a document was issued: then it is a correction
        (:class:`CorrectAnswer`).
        """
        with self.records.editing(visit_id) as edit:
            visit = edit.visit
            _check(self.place, visit, item, value)
            if visit.identity is None:
                raise UserError(
                    "answer.before_rights",
                    "请先出示证件、告知权利并记录回答，再开始检查。",
                    mend="请完成“到场”步骤。（程序规定第二十一条）",
                )
            if is_locked(visit):
                raise UserError(
                    "answer.issued",
                    "已出具文书，检查结论不能直接修改。",
                    safe="原记录未变。",
                    mend="请使用“更正”，写明理由。",
                )
            standing = visit.answers.get(item)
            before = (standing.value, standing.note, standing.reason) if standing else None
            if before != (value, note, reason):
                edit.record(AnswerRecorded(item, value, note, reason))
            # A "not met" is gone into at its item; otherwise the officer is at the next one.
            stays = value is AnswerValue.NOT_MET
            place = item if stays else next_item(edit.visit, item) or item
            edit.uow.set_bookmark(visit_id, Bookmark(Step.CHECKLIST.value, place))
        return edit.visit


@dataclass(frozen=True, slots=True)
class CorrectAnswer:
    """A correction (更正): a new event that names the event it corrects."""

    place: Workplace
    records: VisitRecords

    def __call__(
        self,
        visit_id: str,
        item: str,
        value: AnswerValue,
        *,
        because: str,
        note: str = "",
        reason: str = "",
    ) -> Visit:
        """Correct the standing answer.

        Raises ``UserError`` without a reason or a standing answer, or while a reviewer judges the
        case. After it the item's findings are open to change until correcting documents are issued.
        """
        if not because.strip():
            raise UserError(
                "correction.because",
                "更正应当写明理由。",
                safe="原记录未变。",
                mend="请填写更正的理由，再记录更正。",
            )
        with self.records.editing(visit_id) as edit:
            refuse_under_review(edit.visit, self.records.review(edit.uow, visit_id))
            _check(self.place, edit.visit, item, value)
            standing = edit.visit.answers.get(item)
            if standing is None:
                raise UserError(
                    "correction.nothing", "该项目还没有结论，无需更正。", mend="请直接评价该项目。"
                )
            return edit.record(
                AnswerCorrected(item, standing.seq, value, because.strip(), note, reason)
            )
