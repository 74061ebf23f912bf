"""The demonstration without a display: one visit from the door to approval, with pictures of it.

What happens goes through the use cases; the real window follows and is photographed at each step.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from inspector_app.application.use_cases import UseCases
from inspector_app.bootstrap.demo_photo import notice_board
from inspector_app.bootstrap.facts import window_facts
from inspector_app.bootstrap.laptop import Laptop, open_laptop
from inspector_app.bootstrap.laptop_folder import ROOTS
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.errors import Defect
from inspector_app.domain.ports import SecretStore
from inspector_app.domain.visit import Step
from inspector_app.domain.visit_events import Attendee
from inspector_app.gui.jobs import Lane
from inspector_app.gui.staging import StagedWindow, drawn_signature

__all__ = ["walk"]

FAILED = {
    "FOOD.STAFF.HEALTHCERT": "传菜员一人未能出示有效健康证明，其余从业人员健康证明均在有效期内。",
    "FOOD.RESULT.POSTED": "上一次监督检查结果记录表已从就餐区入口处取下，未见公开展示。",
}
REMARK = "岗位写得清楚，可作为范例。"
APPROVAL = "事实清楚，依据正确，同意。"
PHOTO = "健康证明公示栏.jpg"
CAPTION = "健康证明公示栏，传菜岗位处为空"
STATEMENT = "对检查情况没有异议，将按要求整改。"


def walk(root: Path, secrets: Mapping[str, SecretStore], output: Path, language: str = "zh") -> int:
    """Walk the visit and write pictures, PDFs, the case file and the roots; how many files.

    What is in ``output`` stays, but for files of the same names.
    """
    with tempfile.TemporaryDirectory(prefix="inspector-tour-") as made:
        _walk(root, secrets, Path(made), language)
        shutil.copytree(made, output, dirs_exist_ok=True)
        return len(list(Path(made).iterdir()))


def _walk(root: Path, secrets: Mapping[str, SecretStore], output: Path, language: str) -> None:
    with (
        open_laptop(root / "laptop", secrets=secrets["laptop"]) as laptop,
        open_laptop(root / "desk", secrets=secrets["desk"]) as desk,
    ):

        @contextmanager
        def window_of(at: Laptop, name: str) -> Iterator[StagedWindow]:
            stage = StagedWindow(at.use_cases, window_facts(at, secrets[name]), language=language)
            try:
                yield stage
            finally:
                stage.close()

        with window_of(laptop, "laptop") as stage:
            tour = _Tour(laptop.use_cases, stage, output)
            tour.morning()
            tour.visit()
            tour.documents()
            tour.done()
        with window_of(desk, "desk") as stage:
            _review(desk.use_cases, stage, tour, output / "10-review.png")
        with window_of(laptop, "laptop") as stage:
            stage.synchronize()
            stage.show_step(tour.visit_id, Step.CHECKLIST.value, tour.failed[0])
            stage.photograph(output / "11-remark.png")
        laptop.use_cases.export_case(tour.visit_id, output / "case.zip")
    shutil.copy(root / "laptop" / ROOTS, output / ROOTS)


class _Tour:
    """The officers' side."""

    def __init__(self, do: UseCases, stage: StagedWindow, output: Path) -> None:
        self._do = do
        self._stage = stage
        self._output = output
        self.visit_id = ""
        self.owner = Attendee("", "")
        self.failed: tuple[str, ...] = ()

    def morning(self) -> None:
        """Tasks arrive, the day lies open."""
        self._stage.synchronize()
        self._stage.show_page("enterprises")
        self._stage.show_page("today")
        self._picture("01-today")

    def visit(self) -> None:
        """From the door to the result."""
        do, stage = self._do, self._stage
        view = stage.do(do.view_today)
        group = max(
            (g for g in view.groups if "catering" in g.enterprise.activities),
            key=lambda g: len(g.tasks),
        )
        partner = stage.do(do.look_up.partners)[0]
        visit = stage.do(lambda: do.start_visit(group.enterprise.id, [do.place.me, partner]))
        self.visit_id = visit.id
        party = visit.enterprise
        self.owner = Attendee(
            party.legal_representative, party.representative_title, "000-00000000"
        )
        stage.show_step(visit.id, Step.ARRIVAL.value)
        self._picture("02-arrival")
        questions = stage.do(lambda: do.view_visit(visit.id)).notice.questions
        answers = {q.key: q.answers[0][0] for q in questions}
        stage.do(lambda: do.read_rights(visit.id, self.owner, answers))
        for item in visit.items:
            note = FAILED.get(item.code, "")
            value = AnswerValue.NOT_MET if note else AnswerValue.MET
            stage.do(partial(do.record_answer, visit.id, item.code, value, note=note))
        self.failed = tuple(code for code in FAILED if code in {item.code for item in visit.items})
        if not self.failed:
            raise Defect("demo.items", "演示所用的检查项目不在检查表中。")
        self._photograph()
        stage.show_step(visit.id, Step.CHECKLIST.value, self.failed[0])
        self._picture("03-checklist")
        for code in self.failed:
            proposal = stage.do(partial(do.propose_findings, visit.id, code))[0]
            stage.do(
                partial(
                    do.confirm_finding,
                    visit.id,
                    code,
                    proposal.violation.id,
                    description=FAILED[code],
                    measures=proposal.suggested,
                    requirement=proposal.requirement,
                    deadline=proposal.deadline,
                )
            )
        stage.show_step(visit.id, Step.FINDINGS.value, self.failed[0])
        self._picture("04-findings")
        stage.do(lambda: do.grade_result(visit.id, handling="order"))

    def _photograph(self) -> None:
        do, visit_id, item = self._do, self.visit_id, self.failed[0]
        photo = notice_board(datetime.fromisoformat(do.place.clock.now().at))
        self._stage.do(lambda: do.attach_photo(visit_id, item, photo, name=PHOTO, caption=CAPTION))

    def documents(self) -> None:
        """Every document that the record calls for: composed, signed, issued, served."""
        do, stage, visit_id = self._do, self._stage, self.visit_id
        stage.show_step(visit_id, Step.DOCUMENTS.value)
        self._picture("05-documents")
        planned = stage.do(lambda: do.view_visit(visit_id)).documents
        for place, document in enumerate(planned):
            self._issue(document.template.kind, "06-signatures" if place == 0 else "")
        visit = stage.do(lambda: do.view_visit(visit_id)).visit
        served = [document.id for document in visit.documents.values() if document.to_serve]
        stage.show_step(visit_id, Step.SERVICE.value)
        self._picture("07-service")
        stage.do(
            lambda: do.serve_documents(
                visit_id,
                served,
                mode="direct",
                receiver=self.owner.name,
                relation=self.owner.position,
                place_text="",
            )
        )
        self._issue("service_receipt", "")

    def done(self) -> None:
        """Complete, submit, synchronise."""
        do, stage, visit_id = self._do, self._stage, self.visit_id
        stage.do(lambda: do.complete_visit(visit_id))
        stage.do(lambda: do.submit_visit(visit_id))
        stage.show_step(visit_id, Step.DONE.value)
        self._picture("08-done")
        stage.synchronize()
        visit = stage.do(lambda: do.view_visit(visit_id)).visit
        stage.show_document(next(d.id for d in visit.documents.values() if d.to_serve))
        self._picture("09-documents-page")

    def _issue(self, kind: str, picture: str) -> None:
        do, stage, visit_id = self._do, self._stage, self.visit_id
        draft = stage.do(lambda: do.draft_document(visit_id, kind))
        empty = {
            filled.field.key: filled.field.choices[0][0] if filled.field.choices else STATEMENT
            for filled in draft.fields
            if filled.field.required and not filled.value.strip()
        }
        stage.do(lambda: do.edit_document_fields(visit_id, kind, empty))
        visit = stage.do(lambda: do.compose_document(visit_id, kind))
        document = visit.standing_document(kind)
        if document is None:
            raise Defect("demo.document", "演示文书没有定稿。")
        if picture:
            stage.show_step(visit_id, Step.SIGNATURES.value, document.id)
            self._picture(picture)
        snapshot = do.place.documents.decode(do.place.blobs.get(document.snapshot))
        for place, slot in enumerate(document.required_slots):
            strokes, image = drawn_signature(place + 1)
            name = snapshot.slot(slot).name or self.owner.name
            stage.do(
                partial(
                    do.capture_signature,
                    visit_id,
                    document.id,
                    slot,
                    name=name,
                    strokes=strokes,
                    image=image,
                )
            )
        issued = stage.do(lambda: do.issue_document(visit_id, document.id)).documents[document.id]
        pdf = do.place.blobs.get(issued.pdf)
        (self._output / f"{issued.title}.pdf").write_bytes(pdf)

    def _picture(self, name: str) -> None:
        self._stage.photograph(self._output / f"{name}.png")


def _review(do: UseCases, stage: StagedWindow, tour: _Tour, picture: Path) -> None:
    """The supervisor's side: a remark at an item, then approval."""
    stage.synchronize()

    def remark() -> None:
        do.make_remark(do.open_case(tour.visit_id), REMARK, item=tour.failed[0])

    def approve() -> None:
        do.approve_case(do.open_case(tour.visit_id), APPROVAL)

    stage.do(remark, lane=Lane.NETWORK)
    stage.show_case(tour.visit_id)
    stage.photograph(picture)
    stage.do(approve, lane=Lane.NETWORK)
    stage.synchronize()
