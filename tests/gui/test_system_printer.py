"""The file printer keeps the issued bytes; a system's printer gets the pages as they were issued."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops
from PySide6.QtPrintSupport import QPrinter

from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.gui.system_printer import SystemPrinter, file_printer_name, paint_pages


def paper(*sizes: tuple[int, int]) -> bytes:
    """A PDF with a page of each size (points): a mark of its own on each, and nothing around it."""
    document = pdfium.PdfDocument.new()
    for number, (width, height) in enumerate(sizes):
        edge = 60 + 40 * number
        page = document.new_page(width, height)
        picture = pdfium.PdfImage.new(document)
        picture.set_bitmap(pdfium.PdfBitmap.from_pil(Image.new("RGB", (8, 8), "black")))
        picture.set_matrix(pdfium.PdfMatrix().scale(edge, edge).translate(30, height - 30 - edge))
        page.insert_obj(picture)
        page.gen_content()
    store = io.BytesIO()
    document.save(store)
    document.close()
    return store.getvalue()


def drawn(pdf: Path | bytes) -> list[Image.Image]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.render(scale=1).to_pil().convert("L") for page in document]
    finally:
        document.close()


def printed(pdf: bytes, path: Path) -> list[Image.Image]:
    """What comes out of a printer that prints into a PDF."""
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(path))
    paint_pages(pdf, device)
    return drawn(path)


def difference(one: Image.Image, other: Image.Image) -> float:
    histogram = ImageChops.difference(one, other.resize(one.size)).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / sum(histogram)


def test_the_file_printer_is_always_offered() -> None:
    offered = SystemPrinter().printers()

    assert [info.name for info in offered if info.kind == "file"] == [file_printer_name()]


def test_the_file_printer_keeps_the_bytes(tmp_path: Path) -> None:
    pdf = paper((595, 842))

    SystemPrinter(tmp_path).print_pdf(file_printer_name(), pdf, title="现场笔录")

    assert (tmp_path / "现场笔录.pdf").read_bytes() == pdf


def test_a_second_copy_does_not_overwrite_the_first(tmp_path: Path) -> None:
    printer = SystemPrinter(tmp_path)

    printer.print_pdf(file_printer_name(), b"one", title="现场笔录")
    printer.print_pdf(file_printer_name(), b"two", title="现场笔录")

    assert (tmp_path / "现场笔录.pdf").read_bytes() == b"one"
    assert (tmp_path / "现场笔录 (2).pdf").read_bytes() == b"two"


@pytest.mark.parametrize("title", ["../../上级", "责令:改正?*", "a/b\\c", " . ", ""])
def test_a_title_never_leads_out_of_the_folder(tmp_path: Path, title: str) -> None:
    folder = tmp_path / "out"

    path = SystemPrinter(folder).keep(b"pdf", title)

    assert path.parent == folder
    assert path.read_bytes() == b"pdf"


def test_a_folder_that_cannot_be_made_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(EnvironmentFault) as fault:
        SystemPrinter(tmp_path / "file" / "folder").keep(b"pdf", "现场笔录")

    assert fault.value.code == "printer.file"


def test_a_printer_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(EnvironmentFault) as fault:
        SystemPrinter().print_pdf("没有这台打印机", paper((595, 842)), title="现场笔录")

    assert fault.value.code == "printer.absent"


def test_every_page_comes_out_as_it_was_issued(tmp_path: Path) -> None:
    pdf = paper((595, 842), (595, 842))

    pages = printed(pdf, tmp_path / "out.pdf")

    assert len(pages) == 2
    for one, other in zip(pages, drawn(pdf), strict=True):
        assert difference(one, other) < 1


def test_a_page_keeps_its_own_size_and_orientation(tmp_path: Path) -> None:
    pages = printed(paper((595, 842), (842, 595)), tmp_path / "out.pdf")

    assert [page.width > page.height for page in pages] == [False, True]


def test_what_is_not_drawn_stays_white(tmp_path: Path) -> None:
    (page,) = printed(paper((595, 842)), tmp_path / "out.pdf")

    assert page.getpixel((page.width - 5, page.height - 5)) == 255


def test_what_is_no_pdf_is_not_printed(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        printed(b"no pdf", tmp_path / "out.pdf")

    assert refused.value.code == "gui.pdf_unreadable"
