"""Record that certificates were shown and rights read out, with the answers given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspector_app.application.corrections import refuse_under_review
from inspector_app.application.definitions import visit_definitions
from inspector_app.application.visit_records import VisitEdit, VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.checklist import NoticeSheet
from inspector_app.domain.corrections import is_locked
from inspector_app.domain.errors import UserError
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.steps import next_item
from inspector_app.domain.visit import Step, Visit
from inspector_app.domain.visit_events import Attendee, NoticeAnswer, RightsRead

__all__ = ["ReadRights"]


@dataclass(frozen=True, slots=True)
class ReadRights:
    """The arrival step (程序规定 21–22; 令49号 23–24)."""

    place: Workplace
    records: VisitRecords

    def notice(self, visit: Visit) -> NoticeSheet:
        """The notice sheet (告知页) of the visit's leading checklist."""
        definitions = visit_definitions(self.place.packs, visit)
        return definitions[visit.checklists[0]].notice

    def __call__(
        self, visit_id: str, attendee: Attendee, answers: Mapping[str, str], *, because: str = ""
    ) -> Visit:
        """Record the answers by question key; ``UserError`` names what is missing or blocking.

        Recorded again it corrects names and answers, the time of the first reading stays. Once a
        document tells them, ``because`` is needed, and no reviewer may be judging the case.
        """
        if not attendee.name.strip():
            raise UserError(
                "rights.attendee",
                "请填写在场人员姓名。",
                safe="其他内容已保留。",
                mend="请填写“姓名”，再记录告知。",
            )
        with self.records.editing(visit_id) as edit:
            self._check_correction(edit, because)
            sheet = self.notice(edit.visit)
            recorded = []
            for question in sheet.questions:
                labels = dict(question.answers)
                answer = answers.get(question.key, "")
                if answer not in labels:
                    raise UserError(
                        "rights.unanswered",
                        f"还没有记录对“{question.text}”的回答。",
                        safe="其他内容已保留。",
                        mend="请选择当事人的回答。",
                        facts={"question": question.key, "asked": question.text},
                    )
                if answer in question.blocking:
                    raise UserError(
                        "rights.blocking",
                        f"当事人对“{question.text}”回答“{labels[answer]}”，检查不能继续。",
                        safe="检查尚未取证。",
                        mend="请按告知内容处理后重新询问。（程序规定第二十二条）",
                        facts={
                            "question": question.key,
                            "asked": question.text,
                            "answer": labels[answer],
                        },
                    )
                recorded.append(NoticeAnswer(question.key, question.text, answer, labels[answer]))
            first = edit.visit.identity is None
            happened = RightsRead(attendee, sheet.statements, tuple(recorded), because.strip())
            visit = edit.record(happened)
            if first:
                edit.uow.set_bookmark(visit_id, Bookmark(Step.CHECKLIST.value, next_item(visit)))
        return visit

    def _check_correction(self, edit: VisitEdit, because: str) -> None:
        if not is_locked(edit.visit):
            return
        refuse_under_review(edit.visit, self.records.review(edit.uow, edit.visit.id))
        if not because.strip():
            raise UserError(
                "rights.because",
                "已出具文书，到场记录只能更正，请写明更正理由。",
                safe="原记录未变。",
                mend="请填写更正的理由，再记录更正。",
            )
