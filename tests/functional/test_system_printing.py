"""Printing on the system's printers, against a real CUPS where one is installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops

from tests import printing_cups
from tests.outside_tools import skip_without
from tests.printing_cups import PrintServer, print_server

# The file printer is tested everywhere; this needs a print server that can be started.
_CUPS = skip_without(printing_cups.why_not())
_PRINT = """
import os, sys, threading
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
app = QApplication([])
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.gui.system_printer import SystemPrinter
printer = SystemPrinter()
print("printers", *(info.name for info in printer.printers() if info.kind == "system"))
def work():
    try:
        printer.print_pdf(sys.argv[1], Path(sys.argv[2]).read_bytes(), title="现场笔录", copies=2)
        print("taken")
    except EnvironmentFault as fault:
        print(fault.code)
worker = threading.Thread(target=work)
worker.start()
worker.join()
"""


def print_with(server: PrintServer, queue: str, paper: Path) -> list[str]:
    """Print in a process of its own: libcups takes its server once, at the first question."""
    done = subprocess.run(
        [sys.executable, "-c", _PRINT, queue, str(paper)],
        env=server.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split("\n")


def pages(pdf: Path) -> list[Image.Image]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.render(scale=1).to_pil().convert("L") for page in document]
    finally:
        document.close()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pages, 0 (the same) to 255."""
    histogram = ImageChops.difference(one, other.resize(one.size)).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / sum(histogram)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two pages, as issued."""
    from tests.gui.factory_gui import GuiOffice

    office = GuiOffice()
    visit_id = office.judged()
    document_id = office.issue(visit_id, "onsite_record")
    pdf = office.do.preview_document.issued(visit_id, document_id)
    path = tmp_path_factory.mktemp("paper") / "record.pdf"
    path.write_bytes(pdf)
    return path


@_CUPS
def test_cups_gets_the_pages_that_were_issued(paper: Path, tmp_path: Path) -> None:
    with print_server() as server:
        server.add_queue("office", tmp_path / "out")
        said = print_with(server, "office", paper)
        (job,) = server.files_of_jobs()
        printed, issued = pages(job), pages(paper)

        assert "taken" in said
        assert len(printed) == len(issued)
        blank = Image.new("L", issued[0].size, 255)
        for one, other in zip(printed, issued, strict=True):
            assert difference(one, other) < difference(blank, other) / 2


@_CUPS
def test_a_queue_that_turns_jobs_away_is_a_fault_and_nothing_is_noted(
    paper: Path, tmp_path: Path
) -> None:
    with print_server() as server:
        server.add_queue("office", tmp_path / "out")
        server.run("cupsreject", "office")

        assert "printer.refused" in print_with(server, "office", paper)
        assert server.files_of_jobs() == []


@_CUPS
def test_a_paused_printer_is_a_fault(paper: Path, tmp_path: Path) -> None:
    with print_server() as server:
        server.add_queue("office", tmp_path / "out")
        server.run("cupsdisable", "office")

        assert "printer.refused" in print_with(server, "office", paper)


@_CUPS
def test_a_printer_that_is_gone_is_a_fault(paper: Path) -> None:
    with print_server() as server:
        assert "printer.absent" in print_with(server, "nowhere", paper)
