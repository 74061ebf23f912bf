"""The first visit, end to end: the real window, a real server, no network meanwhile, three kills.

The window works in a process of its own (:mod:`tests.functional.window_walk`) and is killed with
SIGKILL while answering, while signing and before service. What was acknowledged is there each
time, at the same place.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
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
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.visit import DocumentStatus, Visit
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.server.embedded import EmbeddedServer
from tests.keyrings import FOLDER_VARIABLE, FolderKeyring

ITEM = "FOOD.STAFF.HEALTHCERT"


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

    def window(self, goal: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.functional.window_walk", str(self.laptop), goal],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment,
        )

    def until(self, goal: str, *, kill: bool) -> dict[str, dict[str, Any]]:
        """Work in the window until ``goal``; then SIGKILL, or let it close. What it reported."""
        with self.window(goal) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            reports: dict[str, dict[str, Any]] = {}
            for line in process.stdout:
                word, _, facts = line.partition(" ")
                if word == "reached":
                    told = json.loads(facts)
                    reports[told["goal"]] = told
                    if told["goal"] == goal and kill:
                        process.kill()
            problems = process.stderr.read()
        assert goal in reports, problems[-4000:]
        assert kill or process.returncode == 0, problems[-4000:]
        return reports


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
            with open_laptop(world.laptop) as laptop:
                laptop.use_cases.synchronize()
        yield world
        keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def folder_keyring(bureau: Field, memory_keyring: object) -> None:
    """The keyring that this process shares with the windows it starts; the house resets it."""
    keyring.set_keyring(FolderKeyring())  # type: ignore[no-untyped-call]  # keyring is untyped


def on_disk(bureau: Field) -> tuple[Visit, int]:
    """The laptop's visit, folded from its journal, and the number of its events."""
    with open_laptop(bureau.laptop) as laptop:
        summary = laptop.use_cases.look_up.visits()[0]
        with laptop.store.read() as reading:
            events = reading.events(visit_stream(summary.visit_id))
        assert verify_chain(events) == ()
        return laptop.use_cases.view_visit(summary.visit_id).visit, len(events)


def test_the_first_visit(bureau: Field, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    # At the door, the network is gone; the application is killed three times.
    answering = bureau.until("answering", kill=True)["answering"]
    signing = bureau.until("signing", kill=True)
    assert signing["opened"]["seq"] >= answering["seq"]
    assert (signing["opened"]["step"], signing["opened"]["item"]) == (
        "checklist",
        answering["item"],
    )
    serving = bureau.until("serving", kill=True)
    assert serving["opened"]["seq"] >= signing["signing"]["seq"]
    assert serving["opened"]["step"] == "signatures"
    submitted = bureau.until("submitted", kill=False)
    assert submitted["opened"]["seq"] >= serving["serving"]["seq"]
    visit, events = on_disk(bureau)
    assert visit.submitted_round == 1
    assert events == visit.head.seq
    issued = [d for d in visit.documents.values() if d.status is DocumentStatus.ISSUED]
    assert {d.kind for d in issued} == {
        "onsite_record",
        "result_record",
        "correction_order",
        "service_receipt",
    }

    # The network returns; the supervisor sees what the laptop recorded, and returns the case.
    with bureau.online():
        bureau.until("sent", kill=False)
        with open_laptop(bureau.root / "desk") as desk:
            review = desk.use_cases
            review.synchronize()
            assert [row.visit_id for row in review.review_queue()] == [visit.id]
            case = review.open_case(visit.id)
            assert case.visit == on_disk(bureau)[0]
            for photo in case.visit.photos.values():
                assert review.open_case.blob(photo.sha256)
            for document in issued:
                assert review.open_case.blob(document.pdf).startswith(b"%PDF")
            case = review.make_remark(case, "请写明该人员的岗位", item=ITEM)
            review.return_case(case, "事实需补充")
            review.synchronize()

        # The remark stands at its item; the officers correct, answer and send again.
        bureau.until("corrected", kill=False)
        with open_laptop(bureau.root / "desk") as desk:
            review = desk.use_cases
            case = review.open_case(visit.id)
            assert case.visit.answers[ITEM].corrected
            assert case.status is ReviewStatus.WAITING
            review.approve_case(case, "同意")
            review.synchronize()
        bureau.until("approved", kill=False)

    # Every paper is what it says, by our own command, by pyHanko, pdfsig and qpdf.
    roots = bureau.laptop / ROOTS
    with open_laptop(bureau.laptop) as laptop:
        laptop.use_cases.export_case(visit.id, tmp_path / "case.zip")
        papers = {d.kind: laptop.store.blobs.get(d.pdf) for d in issued}
    assert command_line(["verify", str(tmp_path / "case.zip"), "--roots", str(roots)]) == 0
    assert "校验链：完整" in capsys.readouterr().out
    for kind, pdf in papers.items():
        path = tmp_path / f"{kind}.pdf"
        path.write_bytes(pdf)
        assert command_line(["verify", str(path), "--roots", str(roots)]) == 0
        said = capsys.readouterr().out
        assert "林知远" in said
        assert "周若水" in said
        check_by_others(path, roots)


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
