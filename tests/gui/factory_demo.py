"""A morning in the made-up county, for photographs: the delivered packs, sixty enterprises, cases
in every state of review.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PIL import Image, ImageDraw

from inspector_app.application.document_drafts import DocumentDraft
from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer, Role
from inspector_app.domain.visit import DocumentStatus, Visit
from inspector_app.domain.visit_events import Attendee
from inspector_app.server.demo_world import DemoWorld, demo_world
from tests.factory import CHINA
from tests.gui.factory_gui import GuiOffice
from tests.pictures import signature_png

__all__ = ["TODAY", "DemoOffice"]

TODAY = date(2026, 11, 21)
_WORDS = ("责改", "当罚", "先登", "扣押", "告知", "罚")


class DemoOffice(GuiOffice):
    """The county's bureau seen from one officer's laptop."""

    def __init__(self, me: Officer | None = None, device: str = "QH-07") -> None:
        self.world: DemoWorld = demo_world(TODAY, enterprises=60)
        people = [
            o for o in self.world.officers if o.role is Role.OFFICER and o.is_certified(TODAY)
        ]
        self.pair = (people[0], people[1])
        self.authority = self.world.authority
        super().__init__(me or people[0], device)

    def __post_init__(self) -> None:
        self.packs = delivered_packs(TODAY)  # type: ignore[assignment]  # the real shelf
        self.clock.wall = datetime(2026, 11, 21, 8, 40, tzinfo=CHINA)
        super().__post_init__()

    def stock(self) -> None:
        templates = self.packs.document_templates().values()
        words = {template.number_word for template in templates if template.number_word}
        with self.store.begin() as uow:
            uow.put_officers(self.world.officers)
            uow.put_enterprises(self.world.enterprises)
            uow.put_tasks(self.world.tasks)
            for place, word in enumerate(sorted(words)):
                uow.add_number_block(NumberBlock(f"b{place}", word, 2026, 12, 20, 1))

    def supervisor(self) -> Officer:
        return next(o for o in self.world.officers if o.role is Role.SUPERVISOR)

    def reviewing(self) -> GuiOffice:
        """The supervisor's desk over this office's cases."""
        desk = DemoOffice(self.supervisor(), device="SH-01")
        desk.clock = self.clock
        desk.cases.office = self
        return desk

    def busy(self) -> list[str]:
        """Ids of enterprises with tasks, the most urgent first."""
        return [group.enterprise.id for group in self.do.view_today().groups]

    def arrive(self, enterprise_id: str) -> str:
        visit = self.do.start_visit(enterprise_id, self.pair)
        self.clock.move(wall=timedelta(minutes=4))
        sheet = self.do.read_rights.notice(visit)
        answers = {
            question.key: next(key for key, _ in question.answers if key not in question.blocking)
            for question in sheet.questions
        }
        owner = visit.enterprise.legal_representative
        self.do.read_rights(visit.id, Attendee(owner, "经营者", "000-00001234"), answers)
        return visit.id

    def answer(self, visit_id: str, failed: Sequence[int], upto: int | None = None) -> Visit:
        shown = self.do.view_visit(visit_id)
        visit = shown.visit
        for place, item in enumerate(visit.items[:upto]):
            if place % 12 == 0:
                self.clock.move(wall=timedelta(minutes=1))
            if place in failed:
                note = "现场查看，与要求不符，已拍照。"
                visit = self.do.record_answer(visit_id, item.code, AnswerValue.NOT_MET, note=note)
                self.do.attach_photo(
                    visit_id, item.code, photo(place), name=f"IMG_{place:04d}.jpg", caption="现场"
                )
            elif place % 4 == 1 and shown.items[item.code].exclusion:
                reason = "不从事该项经营活动。"
                visit = self.do.record_answer(
                    visit_id, item.code, AnswerValue.EXCLUDED, reason=reason
                )
            else:
                visit = self.do.record_answer(visit_id, item.code, AnswerValue.MET)
        return self.do.view_visit(visit_id).visit

    def judge(self, visit_id: str) -> None:
        visit = self.do.view_visit(visit_id).visit
        for item in visit.failed:
            proposals = self.do.propose_findings(visit_id, item.code)
            if not proposals:
                self.do.record_answer(visit_id, item.code, AnswerValue.MET)
                continue
            self.do.confirm_finding(
                visit_id,
                item.code,
                proposals[0].violation.id,
                description=f"现场检查发现：{proposals[0].violation.wording}。",
                measures=proposals[0].suggested,
                requirement=proposals[0].requirement,
                deadline=proposals[0].deadline,
            )
        proposed = self.do.grade_result.propose(self.do.view_visit(visit_id).visit)
        self.do.grade_result(visit_id, handling=proposed.handlings[0].code)

    def papers(self, visit_id: str) -> None:
        """Compose, sign and issue everything the record calls for."""
        for _ in range(3):
            for planned in self.do.view_visit(visit_id).documents:
                if planned.document is None:
                    self._issue(visit_id, planned.template.kind)
            self._serve(visit_id)

    def finish(self, enterprise_id: str, failed: Sequence[int] = (), *, submit: bool = True) -> str:
        visit_id = self.arrive(enterprise_id)
        self.answer(visit_id, failed)
        self.judge(visit_id)
        self.papers(visit_id)
        self.do.complete_visit(visit_id)
        if submit:
            self.do.submit_visit(visit_id)
        self.clock.move(wall=timedelta(minutes=12))
        return visit_id

    def _issue(self, visit_id: str, kind: str) -> None:
        draft = self.do.draft_document(visit_id, kind)
        empty = unfilled(draft, "现场检查情况属实。")
        if empty:
            self.do.edit_document_fields(visit_id, kind, empty)
        document = self.do.compose_document(visit_id, kind).standing_document(kind)
        assert document is not None
        self.sign_all(visit_id, document.id)
        self.do.issue_document(visit_id, document.id)

    def sign_all(self, visit_id: str, document_id: str) -> None:
        document = self.do.view_visit(visit_id).visit.documents[document_id]
        snapshot = self.do.place.documents.decode(self.store.blobs.get(document.snapshot))
        for slot in document.required_slots:
            self.do.capture_signature(
                visit_id,
                document_id,
                slot,
                name=snapshot.slot(slot).name or "签名人",
                strokes=b"[[0,0,0]]",
                image=signature_png(),
            )

    def _serve(self, visit_id: str) -> None:
        visit = self.do.view_visit(visit_id).visit
        waiting = [
            d.id
            for d in visit.documents.values()
            if d.status is DocumentStatus.ISSUED and d.to_serve and d.id not in visit.served
        ]
        if waiting:
            self.do.serve_documents(
                visit_id,
                waiting,
                mode="direct",
                receiver=visit.enterprise.legal_representative,
                relation="本人",
                place_text=visit.place,
            )


def unfilled(draft: DocumentDraft, words: str) -> dict[str, str]:
    """What must be filled in and is not, by key: ``words``, or the first of what may be chosen."""
    return {
        filled.field.key: filled.field.choices[0][0] if filled.field.choices else words
        for filled in draft.fields
        if filled.field.required and not filled.value.strip()
    }


def photo(seed: int) -> bytes:
    """A picture that is plainly no photograph of a real place."""
    image = Image.new("RGB", (640, 480), (226, 230, 222))
    draw = ImageDraw.Draw(image)
    shade = (seed * 37) % 90
    draw.rectangle((0, 300, 640, 480), fill=(150 - shade // 2, 140, 130))
    draw.rectangle((70, 120, 300, 400), fill=(120 + shade, 150, 170))
    draw.rectangle((340, 180, 590, 400), fill=(196, 178 - shade, 140))
    draw.ellipse((410, 60, 520, 170), fill=(240, 240, 235))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=80)
    return buffer.getvalue()
