"""A workplace in memory: ports whose other side a test can see, and a visit walked through it."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import rfc8785

from inspector_app.application.use_cases import UseCases, build_use_cases
from inspector_app.application.workplace import Workplace
from inspector_app.bootstrap.calendar_file import IcsCalendar
from inspector_app.domain.checklist import AnswerValue, ChecklistDefinition, PackRef
from inspector_app.domain.document import Paragraph, RefusalProof, Run, SignerRole, Snapshot
from inspector_app.domain.errors import UserError
from inspector_app.domain.journal import Event, Head, Moment, SignedHead
from inspector_app.domain.law.catalogue import Catalogue, CatalogueEntry
from inspector_app.domain.law.deadline_kinds import DeadlineKind
from inspector_app.domain.law.gate.judging import LawInForce
from inspector_app.domain.law.search_words import SearchWords
from inspector_app.domain.law.weighing import WeighingRules
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer
from inspector_app.domain.paper_ports import PrinterInfo, Rendered, SignedDocument
from inspector_app.domain.plain import from_plain, to_plain
from inspector_app.domain.ports import SyncOutcome
from inspector_app.domain.projection import VisitSummary
from inspector_app.domain.template import DocumentTemplate, SlotTemplate, TemplateField
from inspector_app.domain.visit import Document, Visit
from inspector_app.domain.visit_events import Attendee
from inspector_app.packs.expressions import XlsFormExpressions
from tests.factory import AUTHORITY, CHINA, checklist, enterprise, officer, task
from tests.fakes.statutes import MemoryShelf
from tests.fakes.store import MemoryStore
from tests.pictures import signature_png
from tests.shipped_law import shipped_calendar, shipped_rules


@dataclass
class SetClock:
    """A clock that stands still until a test moves it."""

    wall: datetime = datetime(2026, 11, 21, 9, 0, tzinfo=CHINA)
    mono: int = 1_000_000

    def now(self) -> Moment:
        return Moment(self.wall.isoformat(), self.mono)

    def today(self) -> date:
        return self.wall.date()

    def move(self, *, wall: timedelta, mono: timedelta | None = None) -> None:
        self.wall += wall
        self.mono += round((wall if mono is None else mono).total_seconds() * 1000)


class CountedIds:
    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def new_id(self) -> str:
        return f"id-{next(self._numbers)}"


SLOTS = (
    SlotTemplate("party", SignerRole.PARTY, "当事人", "{attendee.name}"),
    SlotTemplate("officer1", SignerRole.OFFICER, "检查人员", "{officer1.name}"),
    SlotTemplate("officer2", SignerRole.OFFICER, "检查人员", "{officer2.name}"),
    SlotTemplate("witness", SignerRole.WITNESS, "见证人", optional=True),
)
TEMPLATES = {
    "onsite_record": DocumentTemplate(
        "onsite_record",
        "现场笔录",
        "1",
        (Paragraph((Run("检查情况：{field.facts}"),)),),
        slots=SLOTS,
        fields=(
            TemplateField("facts", "现场情况", default="检查{counts.checked}项", required=True),
        ),
        order=1,
        to_serve=False,
        refusal=RefusalProof.RECORDING,
    ),
    "correction_order": DocumentTemplate(
        "correction_order",
        "责令改正通知书",
        "1",
        (Paragraph((Run("{orders.duties}"),)),),
        slots=(*SLOTS[:2], SLOTS[3]),
        number_word="责改",
        number_pattern="{region}市监责改〔{year}〕{seq}号",
        called_for="${orders} > 0",
        order=2,
    ),
    "service_receipt": DocumentTemplate(
        "service_receipt",
        "送达回证",
        "1",
        (Paragraph((Run("{service.receiver}"),)),),
        slots=(
            *SLOTS[:2],
            SlotTemplate(
                "witness", SignerRole.WITNESS, "见证人", "{service.witness}", when="service.witness"
            ),
        ),
        called_for="${served} > 0",
        serves=("correction_order",),
        to_serve=False,
        order=3,
    ),
}


@dataclass
class ShelfOfPacks:
    definitions: dict[str, ChecklistDefinition] = field(
        default_factory=lambda: {"catering": checklist()}
    )
    editions: dict[tuple[str, PackRef], ChecklistDefinition] = field(default_factory=dict)
    terms: dict[str, DeadlineKind] = field(default_factory=dict)
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    weighing: WeighingRules = field(default_factory=WeighingRules)

    def refs(self) -> tuple[PackRef, ...]:
        return tuple({definition.pack for definition in self.definitions.values()})

    def checklists(self) -> Mapping[str, ChecklistDefinition]:
        return self.definitions

    def checklist(self, checklist_id: str, pack: PackRef | None = None) -> ChecklistDefinition:
        found = self.definitions.get(checklist_id)
        if pack is not None and (found is None or found.pack != pack):
            found = self.editions.get((checklist_id, pack))
        if found is None:
            raise UserError("pack.no_checklist", "没有这张检查表。")
        return found

    def document_templates(self) -> Mapping[str, DocumentTemplate]:
        return TEMPLATES

    def deadlines(self) -> Mapping[str, DeadlineKind]:
        return self.terms

    def work_calendar(self) -> WorkCalendar:
        return self.calendar

    def weighing_rules(self) -> WeighingRules:
        return self.weighing

    def catalogue(self) -> Catalogue:
        return Catalogue(
            lambda: (
                CatalogueEntry(violation, (), definition.pack)
                for definition in self.definitions.values()
                for violation in definition.violations.values()
            ),
            self.definitions.values,
        )

    def search_words(self) -> SearchWords:
        return SearchWords()

    def law(self, edition: PackRef | None = None) -> LawInForce:
        return LawInForce(shipped_rules(), shipped_calendar())

    def compiled_bytes(self, ref: PackRef) -> bytes:
        return str(ref).encode()


class PlainDesk:
    """Documents as JSON instead of pages; what is signed can be read back."""

    def encode(self, snapshot: Snapshot) -> bytes:
        return rfc8785.dumps(to_plain(snapshot))

    def decode(self, data: bytes) -> Snapshot:
        return from_plain(Snapshot, json.loads(data))

    def draft(self, snapshot: Snapshot, images: Mapping[str, bytes]) -> Rendered:
        return Rendered(self.encode(snapshot), 1, {})

    def finish(
        self, snapshot: Snapshot, images: Mapping[str, bytes], signers: Sequence[str], at: str
    ) -> SignedDocument:
        assert all(s.image in images for s in snapshot.signatures if s.image)
        body = {"snapshot": to_plain(snapshot), "signers": list(signers), "at": at}
        return SignedDocument(b"%PDF" + rfc8785.dumps(body), 1)


class PlainHeads:
    def sign_head(self, head: Head, at: str) -> SignedHead:
        return SignedHead(head, "laptop-1", "key-1", at, "signed")


@dataclass
class SilentServer:
    """Neither synchroniser nor review desk has anything to say."""

    cases: dict[str, tuple[Event, ...]] = field(default_factory=dict)

    def synchronize(self) -> SyncOutcome:
        return SyncOutcome(0, 0, 0, (), 0, "")

    def queue(self) -> tuple[VisitSummary, ...]:
        return ()

    def case_events(self, visit_id: str) -> tuple[Event, ...]:
        return self.cases[visit_id]

    def blob(self, sha256: str) -> bytes:
        raise KeyError(sha256)


@dataclass
class PaperTray:
    printed: list[tuple[str, bytes]] = field(default_factory=list)

    def printers(self) -> tuple[PrinterInfo, ...]:
        return (PrinterInfo("盘", "file", is_default=True),)

    def print_pdf(self, printer: str, pdf: bytes, *, title: str, copies: int = 1) -> None:
        self.printed.append((title, pdf))


@dataclass
class CaseShelf:
    """Keeps what would have been written."""

    cases: dict[Path, dict[str, Any]] = field(default_factory=dict)

    def write(
        self,
        path: Path,
        events: Sequence[Event],
        heads: Sequence[SignedHead],
        *,
        documents: Mapping[str, bytes],
        blobs: Mapping[str, bytes],
    ) -> None:
        self.cases[path] = {
            "events": events,
            "heads": heads,
            "documents": documents,
            "blobs": blobs,
        }


@dataclass
class Office:
    """Use cases over a store in memory, with one shop, one task and a second officer."""

    me: Officer = field(default_factory=officer)
    device: str = "laptop-1"
    clock: SetClock = field(default_factory=SetClock)
    store: MemoryStore = field(default_factory=MemoryStore)
    packs: ShelfOfPacks = field(default_factory=ShelfOfPacks)
    server: SilentServer = field(default_factory=SilentServer)
    tray: PaperTray = field(default_factory=PaperTray)
    shelf: CaseShelf = field(default_factory=CaseShelf)
    statutes: MemoryShelf = field(default_factory=MemoryShelf)

    def __post_init__(self) -> None:
        place = Workplace(
            self.store,
            self.store.blobs,
            self.clock,
            CountedIds(),
            self.packs,
            XlsFormExpressions(),
            PlainDesk(),
            PlainHeads(),
            self.me,
            AUTHORITY,
            self.device,
            self.statutes,
        )
        self.do: UseCases = build_use_cases(
            place, self.server, self.server, self.tray, self.shelf, IcsCalendar()
        )
        with self.store.begin() as uow:
            uow.put_officers([officer(1), officer(2)])
            uow.put_enterprises([enterprise()])
            uow.put_tasks([task()])
            uow.add_number_block(NumberBlock("b1", "责改", 2026, 1, 2, 1))

    def reopened(self) -> Office:
        """The same store after the application was started again."""
        return replace(self)

    def started(self) -> str:
        return self.do.start_visit("enterprise-1", [officer(1), officer(2)]).id

    def arrived(self) -> str:
        visit_id = self.started()
        self.read_rights(visit_id, "张三丰年")
        return visit_id

    def read_rights(self, visit_id: str, attendee: str, because: str = "") -> Visit:
        return self.do.read_rights(
            visit_id,
            Attendee(attendee, "经营者"),
            {"seen": "yes", "recusal": "none"},
            because=because,
        )

    def judged(self) -> str:
        """Through the checklist with one item not met, its finding, and the result."""
        visit_id = self.arrived()
        self.do.record_answer(visit_id, "LICENCE", AnswerValue.MET)
        self.do.record_answer(visit_id, "HEALTH", AnswerValue.NOT_MET, note="一人无证")
        self.do.record_answer(visit_id, "WASH", AnswerValue.EXCLUDED, reason="集中消毒")
        proposal = self.do.propose_findings(visit_id, "HEALTH")[0]
        self.do.confirm_finding(
            visit_id,
            "HEALTH",
            proposal.violation.id,
            description="一名从业人员未能出示有效健康证明。",
            measures=proposal.suggested,
            requirement=proposal.requirement,
            deadline=proposal.deadline,
        )
        self.do.grade_result(visit_id)
        return visit_id

    def sign_all(self, visit_id: str, document_id: str) -> None:
        document = self.do.view_visit(visit_id).visit.documents[document_id]
        snapshot = self.do.place.documents.decode(self.store.blobs.get(document.snapshot))
        for slot in document.required_slots:
            self.do.capture_signature(
                visit_id,
                document_id,
                slot,
                name=snapshot.slot(slot).name,
                strokes=b"[[0,0,0]]",
                image=signature_png(),
            )

    def composed(self, visit_id: str, kind: str) -> Document:
        """The document of ``kind``, composed and not yet signed."""
        document = self.do.compose_document(visit_id, kind).standing_document(kind)
        assert document is not None
        return document

    def sign(self, visit_id: str, document: Document, slot: str, name: str) -> Visit:
        return self.do.capture_signature(
            visit_id, document.id, slot, name=name, strokes=b"[[0,0,0]]", image=signature_png()
        )

    def serve(self, visit_id: str, document: str, receiver: str = "张三丰年", at: str = "") -> None:
        """Hand a document over at the shop."""
        self.do.serve_documents(
            visit_id,
            [document],
            mode="direct",
            receiver=receiver,
            relation="本人",
            place_text="店内",
            at=at,
        )

    def issue(self, visit_id: str, kind: str, because: str = "") -> str:
        visit = self.do.compose_document(visit_id, kind, because=because)
        document = visit.standing_document(kind)
        composed = [d for d in visit.documents.values() if d.kind == kind][-1]
        assert document is not None
        self.sign_all(visit_id, composed.id)
        self.do.issue_document(visit_id, composed.id)
        return composed.id

    def finished(self) -> str:
        """A whole visit, submitted for review."""
        visit_id = self.completed()
        self.do.submit_visit(visit_id)
        return visit_id

    def completed(self) -> str:
        """A whole visit, its papers issued and served, not yet submitted."""
        visit_id = self.judged()
        self.issue(visit_id, "onsite_record")
        order = self.issue(visit_id, "correction_order")
        self.serve(visit_id, order)
        self.issue(visit_id, "service_receipt")
        self.do.complete_visit(visit_id)
        return visit_id
