"""The first visit, end to end: the real window, a real server, the network cut meanwhile, kills.

The window works in a process of its own (:mod:`tests.functional.window_walk`). It begins online;
the server is killed while answers are given, and the window tries to synchronise all the same. It
is itself killed with SIGKILL at work: as the key of an answer goes down, as an answer has just
been committed, as a signature is confirmed; and before service. What was acknowledged is there
each time, at the same place.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keyring
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from inspector_app.bootstrap.demo_office import enrol_demo_laptop, seed_demo_server
from inspector_app.bootstrap.laptop import laptop_secrets, open_laptop
from inspector_app.bootstrap.laptop_folder import ROOTS
from inspector_app.bootstrap.verification import load_roots
from inspector_app.cli import main as command_line
from inspector_app.domain.journal import verify_chain
from inspector_app.domain.officer import Role
from inspector_app.domain.ports import Bookmark
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.visit import DocumentStatus, Visit
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.server.embedded import EmbeddedServer
from tests.functional.window_walk import CUT_AT, FAILED, SYNCHRONISED_AT
from tests.keyrings import FOLDER_VARIABLE, FolderKeyring

ITEM = "FOOD.STAFF.HEALTHCERT"
KILLED_PRESSING, KILLED_RECORDED, KILLED_SIGNING = 17, 23, 2
ALL_KINDS = ["correction_order", "onsite_record", "result_record", "service_receipt"]

Line = tuple[str, dict[str, Any]]
Listener = Callable[[subprocess.Popen[str], str, dict[str, Any]], None]


@dataclass(frozen=True)
class Told:
    """What one run of the window told, line by line, until it closed or was killed."""

    lines: tuple[Line, ...]

    def at(self, moment: str) -> dict[str, Any]:
        """What the screen showed at a moment."""
        (found,) = [
            facts for word, facts in self.lines if (word, facts.get("at")) == ("stands", moment)
        ]
        return found

    @property
    def pressed(self) -> dict[int, str]:
        """The items whose key was pressed, by the number of the answer."""
        presses = [f for word, f in self.lines if word == "pressed" and "answer" in f]
        return {facts["answer"]: facts["item"] for facts in presses}

    @property
    def recorded(self) -> list[dict[str, Any]]:
        """What was acknowledged as committed, in order."""
        return [facts for word, facts in self.lines if word == "recorded"]


@dataclass(frozen=True)
class OnDisk:
    """The laptop's visit folded from its journal, the hashes of its events, its bookmark."""

    visit: Visit
    hashes: tuple[str, ...]
    bookmark: Bookmark | None

    def holds(self, told: Told) -> bool:
        """Whether everything that was acknowledged is there as it was acknowledged."""
        return all(self.hashes[facts["seq"] - 1] == facts["hash"] for facts in told.recorded)


@dataclass
class Field:
    """A bureau's server folder, an officer's laptop and a supervisor's desk."""

    root: Path
    port: int = 0
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def laptop(self) -> Path:
        return self.root / "laptop"

    @contextmanager
    def online(self) -> Iterator[EmbeddedServer]:
        with EmbeddedServer(self.root / "server", port=self.port) as server:
            self.port = int(server.url.rsplit(":", 1)[1].strip("/"))
            yield server

    def work(self, goal: str, hear: Listener | None = None, *, killed: bool = False) -> Told:
        """Let the window work towards ``goal``; ``hear`` gets each line as soon as it is told."""
        lines: list[Line] = []
        with subprocess.Popen(
            [sys.executable, "-m", "tests.functional.window_walk", str(self.laptop), goal],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            for line in process.stdout:
                word, _, facts = line.partition(" ")
                lines.append((word, json.loads(facts)))
                if hear is not None:
                    hear(process, *lines[-1])
            problems = process.stderr.read()
        assert process.returncode == (-signal.SIGKILL if killed else 0), problems[-4000:]
        return Told(tuple(lines))

    def kill_at(self, word: str, **wanted: object) -> Told:
        """Let the window work towards the end, and SIGKILL it as soon as it tells this."""

        def hear(process: subprocess.Popen[str], told: str, facts: dict[str, Any]) -> None:
            if told == word and wanted.items() <= facts.items():
                process.kill()

        return self.work("submitted", hear, killed=True)

    def begin_and_be_cut_off(self) -> Told:
        """From the first synchronisation to the first kill, with the server killed between answers.

        The window never rests before it is killed, so the kill finds it at work.
        """
        with self.online() as server:

            def hear(process: subprocess.Popen[str], word: str, facts: dict[str, Any]) -> None:
                if word == "pressed" and facts.get("answer") == CUT_AT:
                    server.kill()
                let_go_on(process, word, facts)
                if word == "pressed" and facts.get("answer") == KILLED_PRESSING:
                    process.kill()

            return self.work("submitted", hear, killed=True)


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    root = tmp_path_factory.mktemp("bureau")
    environment = {
        "PYTHON_KEYRING_BACKEND": "tests.keyrings.FolderKeyring",
        FOLDER_VARIABLE: str(root / "keyring"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        before = keyring.get_keyring()
        keyring.set_keyring(FolderKeyring())  # type: ignore[no-untyped-call]  # keyring is untyped
        world = Field(root, environment={**os.environ, **environment})
        people = [(Role.OFFICER, "officer-1"), (Role.SUPERVISOR, "officer-9")]
        codes = seed_demo_server(root / "server", people, enterprises=60)
        with world.online() as server:
            for name, code in zip(("laptop", "desk"), codes, strict=True):
                folder = root / name
                enrol_demo_laptop(folder, server.url, code, laptop_secrets(folder))
        yield world
        keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def folder_keyring(bureau: Field, memory_keyring: object) -> None:
    """The keyring that this process shares with the windows it starts; the house resets it."""
    keyring.set_keyring(FolderKeyring())  # type: ignore[no-untyped-call]  # keyring is untyped


def on_disk(bureau: Field) -> OnDisk:
    """What a laptop opened now would go on with; its chain is whole."""
    with open_laptop(bureau.laptop) as laptop:
        do = laptop.use_cases
        visit_id = do.look_up.visits()[0].visit_id
        with laptop.store.read() as reading:
            events = reading.events(visit_stream(visit_id))
        assert verify_chain(events) == ()
        hashes = tuple(event.hash for event in events)
        return OnDisk(do.view_visit(visit_id).visit, hashes, do.look_up.bookmark(visit_id))


def check_cut(told: Told) -> None:
    """Online until the cut, offline ever after; the visit waits on the laptop and goes on."""
    opened, sent, cut = (told.at(moment) for moment in ("opened", "synchronised", "cut"))
    assert opened["online"]
    assert (sent["online"], sent["unsent"], sent["answers"]) == (True, 0, SYNCHRONISED_AT)
    assert (cut["online"], cut["answers"]) == (False, CUT_AT)
    assert "离线" in cut["status"]
    assert "待上传" in cut["status"]
    assert cut["unsent"] == cut["seq"] - sent["seq"] > 0
    assert max(facts["answers"] for facts in told.recorded) > CUT_AT


def check_answers(disk: OnDisk, *runs: Told) -> None:
    """Every acknowledged answer is there; at most the one being pressed is there besides."""
    pressed = {number: item for told in runs for number, item in told.pressed.items()}
    acknowledged = max(facts["answers"] for facts in runs[-1].recorded)
    items = list(disk.visit.answers)
    assert items == [pressed[number] for number in sorted(pressed)][: len(items)]
    assert acknowledged <= len(items) <= max(pressed)
    # An answer and the place after it are one transaction; a failing item is gone into first.
    assert items[-1] not in FAILED, "killed far too late"
    assert disk.bookmark == Bookmark("checklist", disk.visit.unanswered[0].code)


def check_reopened(opened: dict[str, Any], disk: OnDisk) -> None:
    """The window showed what was on disk, at the place where it was left, and knows it is offline."""
    assert (opened["seq"], opened["hash"]) == (len(disk.hashes), disk.hashes[-1])
    assert disk.bookmark is not None
    assert (opened["step"], opened["item"]) == (disk.bookmark.step, disk.bookmark.item)
    assert not opened["online"]
    assert "离线" in opened["status"]


def test_the_first_visit(bureau: Field, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    visit = inspect_through_cut_and_kills(bureau)
    first = [d for d in visit.documents.values() if d.pdf]
    assert {d.status for d in first} == {DocumentStatus.ISSUED}
    assert sorted(d.kind for d in first) == ALL_KINDS
    send_review_and_correct(bureau, visit)

    # Every paper is what it says, the first ones and those after the correction, each by itself and
    # in the case file, by our own command, by pyHanko, pdfsig and qpdf.
    documents = on_disk(bureau).visit.documents
    papers = [d for d in documents.values() if d.pdf]
    later = [d for d in papers if d.id not in visit.documents]
    assert {d.id for d in first} < {d.id for d in papers}
    assert sorted(d.kind for d in later) == ALL_KINDS
    assert {d.status for d in later} == {DocumentStatus.ISSUED}
    # A receipt proves one service; the later service has a receipt of its own.
    corrected = {d.id for d in first if d.kind != "service_receipt"}
    assert {d.corrects for d in later if d.corrects} == corrected
    roots = bureau.laptop / ROOTS
    file = tmp_path / "case.zip"
    with open_laptop(bureau.laptop) as laptop:
        laptop.use_cases.export_case(visit.id, file)
        pdfs = {d.id: laptop.store.blobs.get(d.pdf) for d in papers}
    check_case_file(file, pdfs, roots, capsys)
    for name, pdf in pdfs.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf)
        assert command_line(["verify", str(path), "--roots", str(roots)]) == 0
        said = capsys.readouterr().out
        assert "林知远" in said
        assert "周若水" in said
        check_by_others(path, roots)


def inspect_through_cut_and_kills(bureau: Field) -> Visit:
    """The visit from the door to its submission, as it is then on the laptop's disk."""
    # At the door there is a network; while the officers answer, it goes, and the window is killed.
    begun = bureau.begin_and_be_cut_off()
    check_cut(begun)
    disk = on_disk(bureau)
    assert disk.holds(begun)
    check_answers(disk, begun)

    answering = bureau.kill_at("recorded", answers=KILLED_RECORDED)
    check_reopened(answering.at("opened"), disk)
    disk = on_disk(bureau)
    assert disk.holds(answering)
    check_answers(disk, begun, answering)

    signing = bureau.kill_at("pressed", signature=KILLED_SIGNING)
    check_reopened(signing.at("opened"), disk)
    disk = on_disk(bureau)
    assert disk.holds(signing)
    assert sum(len(d.signatures) for d in disk.visit.documents.values()) >= KILLED_SIGNING - 1
    assert disk.bookmark is not None
    assert disk.bookmark.step == "signatures"

    serving = bureau.kill_at("waits", what="service")
    check_reopened(serving.at("opened"), disk)
    disk = on_disk(bureau)
    assert disk.holds(serving)
    assert not disk.visit.services

    submitted = bureau.work("submitted", let_go_on)
    check_reopened(submitted.at("opened"), disk)
    disk = on_disk(bureau)
    assert disk.holds(submitted)
    assert disk.visit.submitted_round == 1
    return disk.visit


def send_review_and_correct(bureau: Field, visit: Visit) -> None:
    """The network is back: sync, review, return, correction, approval."""
    # The network returns; the supervisor sees what the laptop recorded, and returns the case.
    with bureau.online():
        sent = bureau.work("sent").at("sent")
        assert (sent["online"], sent["unsent"]) == (True, 0)
        with open_laptop(bureau.root / "desk") as desk:
            review = desk.use_cases
            review.synchronize()
            assert [row.visit_id for row in review.review_queue()] == [visit.id]
            case = review.open_case(visit.id)
            assert case.visit == on_disk(bureau).visit
            for photo in case.visit.photos.values():
                assert review.open_case.blob(photo.sha256)
            for document in visit.documents.values():
                assert review.open_case.blob(document.pdf).startswith(b"%PDF")
            case = review.make_remark(case, "请写明该人员的岗位", item=ITEM)
            review.return_case(case, "事实需补充")
            review.synchronize()

        # The remark stands at its item; the officers correct, answer and send again.
        bureau.work("corrected")
        with open_laptop(bureau.root / "desk") as desk:
            review = desk.use_cases
            case = review.open_case(visit.id)
            assert case.visit.answers[ITEM].corrected
            assert case.status is ReviewStatus.WAITING
            review.approve_case(case, "同意")
            review.synchronize()
        bureau.work("approved")


def check_case_file(
    file: Path, pdfs: dict[str, bytes], roots: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The case holds, names each of the papers, and carries the very bytes that are checked singly."""
    assert command_line(["verify", str(file), "--roots", str(roots)]) == 0
    said = capsys.readouterr().out
    assert "校验链：完整" in said
    assert all(f"文书 {name}\n" in said for name in pdfs)
    with zipfile.ZipFile(file) as packed:
        names = [name for name in packed.namelist() if name.startswith("documents/")]
        assert {Path(name).stem: packed.read(name) for name in names} == pdfs


def let_go_on(process: subprocess.Popen[str], word: str, _: dict[str, Any]) -> None:
    """What the window waits for may be taken as done."""
    if word == "waits" and process.stdin is not None:
        process.stdin.write("\n")
        process.stdin.flush()


def check_by_others(path: Path, roots: Path) -> None:
    pdfsig = subprocess.run(
        ["pdfsig", "-nocert", str(path)], check=True, capture_output=True, text=True
    ).stdout
    assert pdfsig.count("Signature is Valid.") == 2
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
    trusted = ValidationContext(trust_roots=_for_pyhanko(load_roots([roots])))
    with path.open("rb") as file:
        signatures = PdfFileReader(file).embedded_signatures
        assert len(signatures) == 2
        for signature in signatures:
            status = validate_pdf_signature(signature, trusted)
            assert status.bottom_line


def _for_pyhanko(certificates: Any) -> list[Any]:
    from asn1crypto.x509 import Certificate
    from cryptography.hazmat.primitives.serialization import Encoding

    return [Certificate.load(each.public_bytes(Encoding.DER)) for each in certificates]
