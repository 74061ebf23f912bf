"""Last answer → signed PDF, against a bare reportlab + pyHanko script for the same pages.

Ours: record the last answer, judge, compose the on-site record, four signatures, issue: gate,
journal commits, layout with Chinese line breaking, PDF/A-3b with the data attached, two PAdES
signatures, encrypted blobs. Bare: the same words drawn line by line with the same font, two
invisible pyHanko signatures with the same certificates, nothing stored.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from inspector_app.application.use_cases import UseCases, build_use_cases
from inspector_app.application.workplace import Workplace
from inspector_app.assets import resources_dir
from inspector_app.bootstrap.calendar_file import IcsCalendar
from inspector_app.bootstrap.demo_office import DemoSecrets
from inspector_app.bootstrap.desk import SigningDesk, certificate_secret, password_secret
from inspector_app.bootstrap.device import BEIJING, SystemClock, TimeOrderedIds
from inspector_app.bootstrap.packs import LaptopPacks, delivered_packs
from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.officer import Officer
from inspector_app.domain.task import Task
from inspector_app.domain.visit_events import Attendee
from inspector_app.packs.expressions import XlsFormExpressions
from inspector_app.server.demo_world import demo_world
from inspector_app.storage import open_store
from inspector_app.trust.certificates import DemoAuthority, OfficerSigner
from tests.fakes.workplace import CaseShelf, PaperTray, PlainHeads, SilentServer
from tests.pictures import signature_png

RUNS = 7
KIND = "onsite_record"


def certificates(officers: Sequence[Officer], secrets: DemoSecrets) -> list[OfficerSigner]:
    now = datetime.now(UTC)
    authority = DemoAuthority.create(now)
    made = []
    for officer in officers:
        signer = authority.issue(
            officer.name,
            officer.certificate_no,
            officer.organ,
            begins=now - timedelta(days=1),
            ends=now + timedelta(days=30),
        )
        secrets.set(certificate_secret(officer.id), signer.to_pkcs12("benchmark"))
        secrets.set(password_secret(officer.id), b"benchmark")
        made.append(signer)
    return made


def answered_but_one(do: UseCases, task: Task, officers: Sequence[Officer]) -> tuple[str, str]:
    visit = do.start_visit(task.enterprise_id, officers, task_ids=[task.id])
    view = do.view_visit(visit.id)
    answers = {
        question.key: next(code for code, _ in question.answers if code not in question.blocking)
        for question in view.notice.questions
    }
    do.read_rights(visit.id, Attendee("演示经营者", "经营者"), answers)
    for item in visit.items[:-1]:
        do.record_answer(visit.id, item.code, AnswerValue.MET)
    return visit.id, visit.items[-1].code


def ours(do: UseCases, visit_id: str, last_item: str) -> bytes:
    do.record_answer(visit_id, last_item, AnswerValue.MET)
    do.grade_result(visit_id, handling="pass")
    do.edit_document_fields(visit_id, KIND, {"statement": "无异议。"})
    document = do.compose_document(visit_id, KIND).standing_document(KIND)
    assert document is not None
    snapshot = do.place.documents.decode(do.place.blobs.get(document.snapshot))
    for slot in document.required_slots:
        name = snapshot.slot(slot).name or "演示经营者"
        do.capture_signature(
            visit_id, document.id, slot, name=name, strokes=b"[]", image=signature_png()
        )
    issued = do.issue_document(visit_id, document.id).documents[document.id]
    return do.place.blobs.get(issued.pdf)


def bare(pages: Sequence[str], keys: Sequence[OfficerSigner]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in pages:
        canvas.setFont("bare", 11)
        for row, line in enumerate(page.splitlines()):
            canvas.drawString(60, 790 - 15 * row, line)
        canvas.showPage()
    canvas.save()
    data = buffer.getvalue()
    for number, key in enumerate(keys):
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        signer = signers.SimpleSigner.load_pkcs12_data(
            key.to_pkcs12("x"), other_certs=[], passphrase=b"x"
        )
        out = signers.sign_pdf(
            writer, signers.PdfSignatureMetadata(field_name=f"s{number}"), signer=signer
        )
        data = out.getvalue()
    return data


def words_of(pdf: bytes) -> list[str]:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        text = subprocess.run(
            ["pdftotext", "-layout", file.name, "-"], check=True, capture_output=True, text=True
        ).stdout
    return [page for page in text.split("\f") if page.strip()]


def main() -> None:
    """Print medians and the ratio."""
    today = datetime.now(BEIJING).date()
    world = demo_world(today, enterprises=60)
    officers = [o for o in world.officers if o.id in {"officer-1", "officer-2"}]
    secrets = DemoSecrets()
    keys = certificates(officers, secrets)
    pdfmetrics.registerFont(
        TTFont("bare", str(resources_dir() / "fonts" / "NotoSerifSC-Regular.ttf"))
    )
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder), bytes(32), device="benchmark")
        place = Workplace(
            store,
            store.blobs,
            SystemClock(),
            TimeOrderedIds(),
            LaptopPacks(delivered_packs(today), store.blobs),
            XlsFormExpressions(),
            SigningDesk(secrets, officers[0]),
            PlainHeads(),
            officers[0],
            world.authority,
            "benchmark",
        )
        do = build_use_cases(
            place, SilentServer(), SilentServer(), PaperTray(), CaseShelf(), IcsCalendar()
        )
        with store.begin() as uow:
            uow.put_officers(world.officers)
            uow.put_enterprises(world.enterprises)
            uow.put_tasks(world.tasks)
        # A task is begun once: one of the same checklist for each run, at one shop.
        model = next(t for t in world.tasks if t.checklists == ("food-catering",) and not t.items)
        tasks = [replace(model, id=f"run-{number}") for number in range(RUNS + 1)]
        with store.begin() as uow:
            uow.put_tasks(tasks)
        prepared = [answered_but_one(do, task, officers) for task in tasks]
        pages = words_of(ours(do, *prepared[0]))
        bare(pages, keys)
        times: dict[str, list[float]] = {"ours": [], "bare": []}
        for visit_id, last_item in prepared[1:]:
            start = time.perf_counter()
            ours(do, visit_id, last_item)
            times["ours"].append(time.perf_counter() - start)
            start = time.perf_counter()
            bare(pages, keys)
            times["bare"].append(time.perf_counter() - start)
        store.close()
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratios = sorted(a / b for a, b in zip(times["ours"], times["bare"], strict=True))
    print(f"pages {len(pages)}, runs {RUNS}")
    for name, value in medians.items():
        print(f"{name:6} median {value * 1000:8.1f} ms")
    print(
        f"ours / bare, pair by pair: median {statistics.median(ratios):.2f} (min {ratios[0]:.2f}, max {ratios[-1]:.2f})"
    )


if __name__ == "__main__":
    main()
