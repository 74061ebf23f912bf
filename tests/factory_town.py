"""A bureau as it really is: a server process, laptops with real stores, packs and certificates.

And the steps of a visit, taken through the use cases as the window takes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from inspector_app.application.use_cases import UseCases
from inspector_app.bootstrap.demo_office import DemoSecrets, enrol_demo_laptop, seed_demo_server
from inspector_app.bootstrap.laptop import Laptop, open_laptop
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.officer import Role
from inspector_app.domain.ports import SecretStore
from inspector_app.domain.visit import Document, DocumentStatus, Visit
from inspector_app.domain.visit_events import Attendee
from inspector_app.server.desk import open_desk
from inspector_app.server.embedded import EmbeddedServer
from inspector_app.server.settings import ServerSettings
from tests.pictures import picture, signature_png

__all__ = [
    "FAILING",
    "PARTY",
    "Town",
    "answer",
    "arrive",
    "compose",
    "confirm",
    "issue",
    "issue_all",
    "serve",
    "start",
    "town",
    "walk",
]

PARTY = Attendee("吴月白", "经营者", "000-12345678")
FAILING = "FOOD.STAFF.HEALTHCERT"
_PEOPLE = {"laptop": (Role.OFFICER, "officer-1"), "desk": (Role.SUPERVISOR, "officer-9")}


@dataclass
class Town:
    """A folder with a seeded server and two enrolled laptops: an officer's and a supervisor's."""

    root: Path
    server: EmbeddedServer
    secrets: Mapping[str, SecretStore]
    opened: list[Laptop] = field(default_factory=list)

    @property
    def roots(self) -> Path:
        """The certificates that officers' certificates lead to."""
        return self.root / "laptop" / "officer-roots.pem"

    def cut(self) -> None:
        """No network: the server is gone."""
        self.server.stop()

    def restore(self) -> None:
        """The server is back, at the address the laptops know."""
        port = int(self.server.url.rsplit(":", 1)[1])
        self.server = EmbeddedServer(self.root / "server", port=port)
        self.server.start()

    def open(self, name: str = "laptop") -> Laptop:
        """Open a laptop; the town closes it at the end if nobody does before."""
        laptop = open_laptop(self.root / name, secrets=self.secrets[name])
        self.opened.append(laptop)
        return laptop

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        """What the server's database says."""
        desk = open_desk(ServerSettings(self.root / "server"))
        try:
            with desk.database.read() as connection:
                return [tuple(row) for row in connection.execute(sa.text(statement))]
        finally:
            desk.close()


@contextmanager
def town(root: Path, secrets: Mapping[str, SecretStore] | None = None) -> Iterator[Town]:
    """A running town; everything is closed at the end. ``secrets`` are in memory unless given."""
    codes = seed_demo_server(root / "server", tuple(_PEOPLE.values()), enterprises=60)
    kept = secrets or {name: DemoSecrets() for name in _PEOPLE}
    made = Town(root, EmbeddedServer(root / "server"), kept)
    try:
        url = made.server.start()
        for name, code in zip(_PEOPLE, codes, strict=True):
            enrol_demo_laptop(root / name, url, code, kept[name])
        yield made
    finally:
        for laptop in made.opened:
            laptop.close()
        made.server.stop()


def start(do: UseCases) -> str:
    """Begin the visit with the most tasks, with the first partner; its id."""
    group = max(do.view_today().groups, key=lambda found: len(found.tasks))
    partner = do.look_up.partners()[0]
    return do.start_visit(group.enterprise.id, [do.place.me, partner]).id


def arrive(do: UseCases, visit_id: str) -> Visit:
    """Read out the rights; every question gets its first answer that lets the visit go on."""
    questions = do.view_visit(visit_id).notice.questions
    answers = {q.key: next(a for a, _ in q.answers if a not in q.blocking) for q in questions}
    return do.read_rights(visit_id, PARTY, answers)


def answer(do: UseCases, visit_id: str, item: str) -> Visit:
    """Answer one item: met, but for the one that fails."""
    if item == FAILING:
        return do.record_answer(visit_id, item, AnswerValue.NOT_MET, note="一人未能出示健康证明")
    return do.record_answer(visit_id, item, AnswerValue.MET)


def confirm(do: UseCases, visit_id: str) -> Visit:
    """Photo and finding at the failing item, then the result."""
    do.attach_photo(visit_id, FAILING, picture(taken_at="2026:11:21 09:30:00"), name="现场.jpg")
    proposal = do.propose_findings(visit_id, FAILING)[0]
    do.confirm_finding(
        visit_id,
        FAILING,
        proposal.violation.id,
        description="现场查见一名从业人员未能出示有效健康证明。",
        measures=proposal.suggested,
        requirement=proposal.requirement,
        deadline=proposal.deadline,
    )
    return grade(do, visit_id)


def grade(do: UseCases, visit_id: str) -> Visit:
    """Judge the result and let the first thing follow that the findings admit."""
    proposed = do.grade_result.propose(do.view_visit(visit_id).visit)
    return do.grade_result(visit_id, handling=proposed.handlings[0].code)


def compose(do: UseCases, visit_id: str, kind: str, because: str = "") -> Document:
    """Fill in what the form demands, finalise and have everybody sign; not yet issued.

    ``because`` says why, where an issued document is corrected by it.
    """
    for filled in do.draft_document(visit_id, kind).fields:
        if filled.field.required and not filled.value.strip():
            choices = filled.field.choices
            value = choices[0][0] if choices else "已核实"
            do.edit_document_fields(visit_id, kind, {filled.field.key: value})
    visit = do.compose_document(visit_id, kind, because=because)
    composed = visit.standing_document(kind)
    assert composed is not None
    snapshot = do.place.documents.decode(do.place.blobs.get(composed.snapshot))
    for slot in composed.required_slots:
        do.capture_signature(
            visit_id,
            composed.id,
            slot,
            name=snapshot.slot(slot).name or PARTY.name,
            strokes=b"[[[0,0,0],[9,9,9]]]",
            image=signature_png(),
        )
    return composed


def issue(do: UseCases, visit_id: str, kind: str, because: str = "") -> Document:
    """Compose, sign and issue one document."""
    composed = compose(do, visit_id, kind, because)
    return do.issue_document(visit_id, composed.id).documents[composed.id]


def planned(do: UseCases, visit_id: str) -> list[str]:
    """Kinds of documents that the record calls for and that are not issued yet."""
    return [
        plan.template.kind
        for plan in do.view_visit(visit_id).documents
        if plan.document is None or not plan.document.pdf
    ]


def issue_all(do: UseCases, visit_id: str) -> None:
    """Issue every document the record calls for, service receipt apart."""
    for kind in planned(do, visit_id):
        issue(do, visit_id, kind)


def serve(do: UseCases, visit_id: str) -> None:
    """Hand the documents over, have the receipt signed, complete and submit the visit."""
    hand_over(do, visit_id)
    do.complete_visit(visit_id)
    do.submit_visit(visit_id)


def hand_over(do: UseCases, visit_id: str) -> None:
    """Hand over what is not served yet and have the receipt signed."""
    visit = do.view_visit(visit_id).visit
    issued = (d for d in visit.documents.values() if d.status is DocumentStatus.ISSUED)
    ids = [d.id for d in issued if d.to_serve and d.id not in visit.served]
    do.serve_documents(
        visit_id, ids, mode="direct", receiver=PARTY.name, relation="本人", place_text=""
    )
    issue(do, visit_id, "service_receipt")


def walk(do: UseCases) -> str:
    """A whole visit from the door to its submission; its id."""
    visit_id = start(do)
    for item in arrive(do, visit_id).items:
        answer(do, visit_id, item.code)
    confirm(do, visit_id)
    issue_all(do, visit_id)
    serve(do, visit_id)
    return visit_id
