"""A window over use cases in memory: real pages drawn by the documents room, a server that is told
what to answer, and a printer whose tray can be looked into.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from inspector_app.application.use_cases import build_use_cases
from inspector_app.application.verify_document import SignatureView, VerificationView
from inspector_app.application.workplace import Workplace
from inspector_app.bootstrap.calendar_file import IcsCalendar
from inspector_app.documents.codec import decode_snapshot, encode_snapshot
from inspector_app.documents.render import render
from inspector_app.domain.document import Snapshot
from inspector_app.domain.errors import EnvironmentFault, InspectorError
from inspector_app.domain.journal import Event
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer, Role
from inspector_app.domain.paper_ports import Rendered, SignedDocument
from inspector_app.domain.ports import SyncOutcome
from inspector_app.domain.projection import VisitSummary, project_visit
from inspector_app.domain.review import fold_reviews, review_prefix
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.gui.preferences import Preferences
from inspector_app.gui.window_facts import PackInfo, WindowFacts
from inspector_app.packs.expressions import XlsFormExpressions
from tests.factory import AUTHORITY, enterprise, officer, task
from tests.fakes.store import MemoryStore
from tests.fakes.workplace import CountedIds, Office, PlainHeads, ShelfOfPacks

__all__ = [
    "GuiOffice",
    "Pace",
    "Remembered",
    "ServedCases",
    "facts",
    "offline",
    "outcome",
    "supervisor",
    "view",
]


class PaperDesk:
    """Documents as real pages; instead of signing, the page itself is what was issued."""

    def encode(self, snapshot: Snapshot) -> bytes:
        return encode_snapshot(snapshot)

    def decode(self, data: bytes) -> Snapshot:
        return decode_snapshot(data)

    def draft(self, snapshot: Snapshot, images: Mapping[str, bytes]) -> Rendered:
        drawn = render(snapshot, images)
        return Rendered(drawn.pdf, drawn.pages, {})

    def finish(
        self, snapshot: Snapshot, images: Mapping[str, bytes], signers: Sequence[str], at: str
    ) -> SignedDocument:
        drawn = render(snapshot, images)
        return SignedDocument(drawn.pdf, drawn.pages)


def outcome(**changes: object) -> SyncOutcome:
    said: dict[str, object] = {
        "pushed": 0,
        "blobs": 0,
        "received": 0,
        "visits_changed": (),
        "quarantined": 0,
        "server_at": "",
    }
    return SyncOutcome(**{**said, **changes})  # type: ignore[arg-type]  # the names are its fields


def offline() -> EnvironmentFault:
    return EnvironmentFault(
        "sync.offline",
        "现在连不上服务器。",
        safe="记录都在本机，没有丢失。",
        mend="有网络时会自动再试。",
    )


@dataclass
class ServedCases:
    """What the server answers: ``error`` to everything while it is set."""

    office: Office | None = None
    error: InspectorError | None = None
    said: SyncOutcome = field(default_factory=outcome)
    syncs: int = 0

    def synchronize(self) -> SyncOutcome:
        self.syncs += 1
        self._reach()
        return self.said

    def queue(self) -> tuple[VisitSummary, ...]:
        self._reach()
        if self.office is None:
            return ()
        with self.office.store.read() as reading:
            ids = [v.visit_id for v in reversed(reading.visits()) if v.submitted_round]
        return tuple(self._summary(visit_id) for visit_id in ids)

    def _summary(self, visit_id: str) -> VisitSummary:
        events = self.case_events(visit_id)
        own = visit_stream(visit_id)
        visit = fold_visit(event for event in events if event.stream == own)
        assert visit is not None
        review = fold_reviews(event for event in events if event.stream != own)
        return project_visit(visit, review).summary

    def case_events(self, visit_id: str) -> tuple[Event, ...]:
        self._reach()
        assert self.office is not None
        with self.office.store.read() as reading:
            heads = reading.streams(review_prefix(visit_id))
            reviews = [event for head in heads for event in reading.events(head.stream)]
            return (*reading.events(visit_stream(visit_id)), *reviews)

    def blob(self, sha256: str) -> bytes:
        self._reach()
        assert self.office is not None
        return self.office.store.blobs.get(sha256)

    def send(self, events: Sequence[Event]) -> None:
        self._reach()

    def _reach(self) -> None:
        if self.error is not None:
            raise self.error


class GuiOffice(Office):
    """`Office` with real pages and a server of our own."""

    authority = AUTHORITY

    def __init__(
        self,
        me: Officer | None = None,
        device: str = "laptop-1",
        packs: ShelfOfPacks | None = None,
    ) -> None:
        self.cases = ServedCases()
        super().__init__(me=me or officer(), device=device, packs=packs or ShelfOfPacks())

    def __post_init__(self) -> None:
        place = Workplace(
            self.store,
            self.store.blobs,
            self.clock,
            CountedIds(),
            self.packs,
            XlsFormExpressions(),
            PaperDesk(),
            PlainHeads(),
            self.me,
            self.authority,
            self.device,
            self.statutes,
        )
        self.do = build_use_cases(
            place, self.cases, self.cases, self.tray, self.shelf, IcsCalendar()
        )
        self.stock()

    def stock(self) -> None:
        """One shop, one task, a second officer, two numbers."""
        with self.store.begin() as uow:
            uow.put_officers([officer(1), officer(2), supervisor()])
            uow.put_enterprises([enterprise()])
            uow.put_tasks([task()])
            uow.add_number_block(NumberBlock("b1", "责改", 2026, 1, 2, 1))

    def review_by(self, reviewer: Officer | None = None) -> GuiOffice:
        """A supervisor's desk with the same packs, whose server holds this office's cases."""
        desk = GuiOffice(reviewer or supervisor(), device="desk-1", packs=self.packs)
        desk.clock = self.clock
        desk.cases.office = self
        return desk

    def take_reviews(self, desk: GuiOffice, visit_id: str) -> None:
        """What a sync brings: the reviewer's events join this store, and the visit is projected."""
        with desk.store.read() as reading:
            heads = reading.streams(review_prefix(visit_id))
            events = [event for head in heads for event in reading.events(head.stream)]
        with self.store.begin() as uow:
            uow.append_received(events)
            records = self.do.view_visit.records
            uow.project(project_visit(records.load(uow, visit_id), records.review(uow, visit_id)))


def supervisor() -> Officer:
    return officer(3, role=Role.SUPERVISOR)


@dataclass
class Pace:
    """A policy that remembers what it was asked; far away, so that no test meets the timer.

    ``retry`` is the delay in seconds after a failure.
    """

    delays: list[int] = field(default_factory=list)
    retry: float = 3600.0

    def next_delay(self, failures: int) -> float:
        self.delays.append(failures)
        return self.retry if failures else 3600.0


def view(**changes: object) -> VerificationView:
    said: dict[str, object] = {
        "unchanged": True,
        "signatures": (
            SignatureView(
                "林知远", "YX-000001", AUTHORITY.name, "2026-11-21T09:30:00+08:00", True, True
            ),
        ),
        "title": "现场笔录",
        "journal_head": "ab" * 32,
    }
    return VerificationView(**{**said, **changes})  # type: ignore[arg-type]  # names are its fields


def facts(verdict: VerificationView | None = None, **changes: object) -> WindowFacts:
    verdict = verdict or view()
    said: dict[str, object] = {
        "verify": lambda _pdf: verdict,
        "sync_policy": Pace(),
        "packs_info": lambda: (PackInfo("food-test", "餐饮检查表", "1.0.0", "云溪县（演示）"),),
        "server": "http://127.0.0.1:8000",
        "version": lambda: "0.1.0",
    }
    return WindowFacts(**{**said, **changes})  # type: ignore[arg-type]  # names are its fields


def empty_office() -> GuiOffice:
    """An office on its first morning: nobody, nothing, no task."""

    class _Empty(GuiOffice):
        def stock(self) -> None:
            pass

    return _Empty()


def fresh_store() -> MemoryStore:
    return MemoryStore()


class Remembered:
    """The last look, in memory."""

    def __init__(self, preferences: Preferences | None = None, role: Role = Role.OFFICER) -> None:
        self.known = (preferences or Preferences(), role)

    def read(self) -> tuple[Preferences, Role]:
        return self.known

    def keep(self, preferences: Preferences, role: Role) -> None:
        self.known = (preferences, role)
