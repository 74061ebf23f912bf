"""A bureau's server as a real process, laptops enrolled with it, and visits to send."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import sqlalchemy as sa

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.document import RefusalProof, SignerRole
from inspector_app.domain.journal import Event, Head, Moment, SignedHead
from inspector_app.domain.officer import Role
from inspector_app.domain.review import ReviewEvent, record_review_event, review_stream
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_events import (
    AnswerRecorded,
    DocumentComposed,
    DocumentIssued,
    PhotoAttached,
    ResultGraded,
    SignatureCaptured,
    VisitCompleted,
    VisitEvent,
    VisitStarted,
    VisitSubmitted,
)
from inspector_app.domain.visit_journal import record_event, visit_stream
from inspector_app.server.desk import Desk, open_desk
from inspector_app.server.embedded import EmbeddedServer
from inspector_app.server.enrolment import issue_code
from inspector_app.server.seeding import Seed, seed
from inspector_app.server.settings import ServerSettings
from inspector_app.server.storage.devices import Device, by_public_key
from inspector_app.sync.enrolment import Enrolment, connect, device_key, enrol
from inspector_app.sync.line import ServerLine, Timeouts
from inspector_app.sync.synchronizer import HttpSynchronizer
from tests.contract.stores import FullStore
from tests.factory import AUTHORITY, enterprise, moment, officer, rights_read, task, visit_started
from tests.fakes.store import MemoryStore
from tests.fakes.workplace import SetClock

__all__ = ["Bureau", "Laptop", "bureau", "visit_events"]

QUICK = Timeouts(connect=3, silence=5, whole=20)
SUPERVISOR = officer(3, role=Role.SUPERVISOR)
SEED = Seed(
    AUTHORITY,
    (officer(1), officer(2), SUPERVISOR),
    (enterprise(1), enterprise(2, name="云溪县李记超市（演示）")),
    (task(1), task(2)),
    (("责改", 1),),
)


class MemorySecrets:
    """The port ``SecretStore`` in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def set(self, name: str, secret: bytes) -> None:
        self.kept[name] = secret

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


# No hashes: these papers are told of, and no bytes of them have to be sent.
_WORDING, _STROKES, _IMAGE, _PDF = "wording", "strokes", "image", "pdf"
_SLOTS = {
    "party": SignerRole.PARTY,
    "officer1": SignerRole.OFFICER,
    "officer2": SignerRole.OFFICER,
}


def composed(**changes: object) -> DocumentComposed:
    """The on-site record, worded."""
    made = DocumentComposed(
        "doc-1",
        "onsite_record",
        "现场笔录",
        _WORDING,
        tuple(_SLOTS),
        (),
        _SLOTS,
        to_serve=False,
        refusal=RefusalProof.RECORDING,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # keyword names are the fields


def signed(slot: str) -> SignatureCaptured:
    """A signature at a place of the on-site record."""
    return SignatureCaptured("doc-1", slot, _SLOTS[slot], "某人", _WORDING, _STROKES, _IMAGE)


SIGNED: tuple[VisitEvent, ...] = (composed(), *(signed(slot) for slot in _SLOTS))
ISSUED = DocumentIssued("doc-1", _PDF, 1, _WORDING, "IA1-0000-0000-0000-0000")


def chained(visit_id: str, happened: Sequence[VisitEvent]) -> list[Event]:
    events: list[Event] = []
    for fact in happened:
        head = events[-1].head if events else Head(visit_stream(visit_id))
        events.append(record_event(head, fact, moment(len(events)), "officer-1"))
    return events


def graded(happened: Sequence[VisitEvent]) -> ResultGraded:
    """The result judged on what has happened."""
    started = happened[0]
    assert isinstance(started, VisitStarted)
    visit = fold_visit(chained(started.visit_id, happened))
    assert visit is not None
    return ResultGraded("met", "符合", "通过", visit.result_facts)


_ITEMS = ("LICENCE", "HEALTH", "WASH")
ANSWERS = tuple(AnswerRecorded(code, AnswerValue.MET) for code in _ITEMS)
_GRADED = graded((visit_started(), rights_read(), *ANSWERS))
# A visit whose one paper may go out.
LAWFUL: tuple[VisitEvent, ...] = (
    visit_started(), rights_read(), *ANSWERS, _GRADED, *SIGNED, ISSUED,
)  # fmt: skip


def handed_in(happened: Sequence[VisitEvent]) -> tuple[VisitEvent, ...]:
    """What happened, and after it all that lets the case go to review."""
    ended = (graded(happened), *SIGNED, ISSUED, VisitCompleted(), VisitSubmitted(1))
    return (*happened, *ended)


def visit_events(visit_id: str, answers: int = 3, *, photo: str = "") -> list[Event]:
    """A lawful visit from its start to its submission, ``photo`` being a blob's SHA-256.

    It has three items; more ``answers`` than that answer some of them again.
    """
    happened: list[VisitEvent] = [visit_started(visit_id=visit_id), rights_read()]
    codes = itertools.cycle(_ITEMS)
    happened += [
        AnswerRecorded(code, AnswerValue.MET, note=f"第{number}次")
        for number, code in zip(range(answers), codes, strict=False)
    ]
    if photo:
        attached = PhotoAttached("p1", "WASH", photo, 10, "image/jpeg", "现场.jpg", photo)
        happened.append(attached)
    return chained(visit_id, handed_in(happened))


@dataclass
class SignedBy:
    """The port ``HeadSigner``."""

    laptop: Laptop

    def sign_head(self, head: Head, at: str) -> SignedHead:
        key = device_key(self.laptop.secrets)
        signed = SignedHead(head, self.laptop.enrolment.device, key.id, at)
        return replace(signed, signature=key.sign(signed.message))


@dataclass
class Laptop:
    """An enrolled laptop; its store is in memory unless a test asks for the real one."""

    enrolment: Enrolment
    secrets: MemorySecrets
    store: FullStore
    line: ServerLine
    clock: SetClock = field(default_factory=SetClock)

    @property
    def synchronizer(self) -> HttpSynchronizer:
        return HttpSynchronizer(self.line, self.store.sync, SignedBy(self), self.clock)

    def record(self, events: Sequence[Event]) -> None:
        """Record events as its own."""
        with self.store.begin() as uow:
            uow.append(events)

    def attach(self, data: bytes, stream: str, kind: str = "photo") -> str:
        """Keep a blob that the stream needs; its SHA-256."""
        ref = self.store.blobs.put(data, kind=kind, media_type="image/jpeg")
        with self.store.begin() as uow:
            uow.add_blob(ref, stream)
        return ref.sha256

    def pending(self) -> int:
        return len(self.store.sync.pending_events(10_000, 10**9))

    def through(self, url: str, timeouts: Timeouts = QUICK) -> HttpSynchronizer:
        """A synchroniser that reaches the server by another address (a proxy)."""
        self.line.close()
        self.line = connect(replace_url(self.enrolment, url), self.secrets, timeouts)
        return self.synchronizer


def replace_url(enrolment: Enrolment, url: str) -> Enrolment:
    return replace(enrolment, url=url)


@dataclass
class Bureau:
    """A running server and, on the same database, a desk for codes and for looking inside."""

    desk: Desk
    server: EmbeddedServer
    laptops: list[Laptop] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.server.url

    def laptop(
        self, role: Role = Role.OFFICER, store: Callable[[str], FullStore] = MemoryStore
    ) -> Laptop:
        """A new laptop, enrolled with a fresh code; ``store`` makes its store for a device id."""
        secrets = MemorySecrets()
        code = issue_code(self.desk, role, SUPERVISOR.id if role is Role.SUPERVISOR else "")
        enrolment = enrol(self.url, code, "测试本", secrets, timeouts=QUICK)
        made = Laptop(
            enrolment,
            secrets,
            store(enrolment.device),
            connect(enrolment, secrets, QUICK),
        )
        self.laptops.append(made)
        return made

    def device(self, laptop: Laptop) -> Device:
        with self.desk.database.read() as connection:
            found = by_public_key(connection, device_key(laptop.secrets).verify_key.text)
        assert found is not None
        return found

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        """What the server's database says."""
        with self.desk.database.read() as connection:
            return [tuple(row) for row in connection.execute(sa.text(statement))]


def reviewed(
    visit_id: str, *happened: ReviewEvent, by: str = SUPERVISOR.id, at: Moment | None = None
) -> list[Event]:
    events: list[Event] = []
    for fact in happened:
        head = events[-1].head if events else Head(review_stream(visit_id, by))
        events.append(record_review_event(head, fact, at or moment(60), by))
    return events


@contextmanager
def bureau(folder: Path, database_url: str = "", arguments: Sequence[str] = ()) -> Iterator[Bureau]:
    """A seeded, running server; everything is closed at the end."""
    desk = open_desk(ServerSettings(folder, database_url=database_url, reserve_bytes=0))
    seed(desk, SEED)
    url = ("--database", database_url) if database_url else ()
    made = Bureau(desk, EmbeddedServer(folder, (*url, *arguments)))
    try:
        with made.server:
            yield made
    finally:
        for laptop in made.laptops:
            laptop.line.close()
            laptop.store.close()
        desk.close()
