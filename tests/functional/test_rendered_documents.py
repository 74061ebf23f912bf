"""Documents drawn as PDF, read again by other people's programs."""

import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from inspector_app.documents.pdfa import archive
from inspector_app.documents.render import (
    render,
    render_without_pictures,
    renderer,
)
from inspector_app.domain.document import (
    Block,
    Choices,
    DataTable,
    Dialogue,
    FieldTable,
    Heading,
    Paragraph,
    SealState,
    SignatureBlock,
    Snapshot,
)
from tests.factory_closed import closed_documents
from tests.factory_documents import (
    all_documents,
    inspection_record,
    rectification_order,
    result_sheet,
)
from tests.factory_signatures import (
    images,
    signed,
)
from tests.paper import drawn, run, text_of

_ROOT = Path(__file__).parents[2]
_DOCUMENTS = pytest.mark.parametrize("snapshot", all_documents(), ids=lambda s: s.kind)


_FROZEN_DRAWING = (
    "inspector-app documents 3; reportlab 5.1.0",
    "756e0d2ca5b018b15248502e35369aed1cba6f3d9de25cf810d27f390f1fc286",
)


def _words(blocks: Sequence[Block]) -> list[str]:
    """What blocks say, in the order of reading, without the marks that the layout adds."""
    words: list[str] = []
    for block in blocks:
        match block:
            case Heading(text, _):
                words.append(text)
            case Paragraph():
                words.append(block.text)
            case Dialogue(turns):
                words.extend(part for turn in turns for part in turn)
            case Choices(_, options):
                words.extend(("☑" if ticked else "☐") + text for text, ticked in options)
            case SignatureBlock(_, statement):
                words.append(statement)
            case _:
                pass
    return [re.sub(r"\s", "", word) for word in words]


@_DOCUMENTS
def test_the_text_is_extracted_in_the_order_it_is_read(snapshot: Snapshot, tmp_path: Path) -> None:
    pages = run("pdftotext", "-nopgbrk", drawn(snapshot, tmp_path), "-")
    # What stands at the foot of each page interrupts a paragraph that goes on overleaf.
    foot = re.compile(r"当事人：\s+检查人员：.*?第\d+页\s+\d*\s*", re.DOTALL)
    text = re.sub(r"\s", "", foot.sub("", pages))

    at = 0
    for words in _words(snapshot.blocks):
        found = text.find(words, at)
        assert found >= 0, words
        at = found + len(words)


@_DOCUMENTS
def test_every_cell_of_a_table_is_on_the_paper(snapshot: Snapshot, tmp_path: Path) -> None:
    # In raw order a cell's lines follow each other.
    text = text_of(drawn(snapshot, tmp_path), "-raw")

    for block in snapshot.blocks:
        cells: list[str] = []
        if isinstance(block, FieldTable):
            cells = [
                part for row in block.rows for cell in row for part in (cell.label, cell.value)
            ]
        elif isinstance(block, DataTable):
            cells = [*block.header, *(cell for row in block.rows for cell in row)]
        for cell in cells:
            assert re.sub(r"\s", "", cell) in text


@_DOCUMENTS
def test_every_font_is_embedded_as_a_subset(snapshot: Snapshot, tmp_path: Path) -> None:
    fonts = run("pdffonts", drawn(snapshot, tmp_path)).splitlines()[2:]

    assert fonts
    for font in fonts:
        assert re.match(r"[A-Z]{6}\+NotoS(erif|ans)SC-\S+ +TrueType +WinAnsi +yes yes yes", font)


@_DOCUMENTS
def test_the_file_is_sound(snapshot: Snapshot, tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors found" in run(
        "qpdf", "--check", drawn(snapshot, tmp_path)
    )


def test_each_page_says_which_it_is_of_how_many(tmp_path: Path) -> None:
    path = drawn(signed(inspection_record()), tmp_path)

    for number in ("1", "2", "3"):
        assert f"第{number}页共3页" in text_of(path, "-f", number, "-l", number, "-layout")


def test_people_sign_at_the_foot_of_each_page() -> None:
    snapshot = signed(inspection_record())
    rendered = render(snapshot, images())

    for key in snapshot.page_foot:
        places = rendered.slots[key]
        feet = [place for place in places if place.y < 200]
        assert [place.page for place in feet] == list(range(rendered.pages))
        assert len({(place.x, place.y, place.w, place.h) for place in feet}) == 1


def test_drawn_signatures_are_in_the_file_as_often_as_they_are_placed(tmp_path: Path) -> None:
    path = drawn(signed(inspection_record()), tmp_path)

    pictures = run("pdfimages", "-list", path).splitlines()[2:]

    kinds = [line.split()[2] for line in pictures]
    # Three people signed each of three pages, and once more in the body of the last.
    assert kinds.count("image") == 3 * 4


def test_places_to_sign_are_on_the_page_and_do_not_overlap() -> None:
    rendered = render(signed(inspection_record()), images())

    places = [(key, place) for key, group in rendered.slots.items() for place in group]
    for key, place in places:
        assert min(place.x, place.y) >= 0
        assert place.x + place.w <= 595
        assert place.y + place.h <= 842
        for other_key, other in places:
            if (other_key, other) != (key, place) and other.page == place.page:
                apart = (
                    place.x + place.w <= other.x
                    or other.x + other.w <= place.x
                    or place.y + place.h <= other.y
                    or other.y + other.h <= place.y
                )
                assert apart


def test_a_refusal_is_printed_where_the_signature_would_be(tmp_path: Path) -> None:
    record = inspection_record()
    refused = replace(record.signatures[0], note="当事人拒绝签名，全程录音录像。")
    snapshot = replace(record, signatures=(refused, *record.signatures[1:]))

    path = drawn(snapshot, tmp_path)

    for number in ("1", "2", "3"):
        assert "当事人拒绝签名，全程录音录像。" in text_of(path, "-f", number, "-l", number, "-raw")


def test_a_paper_to_be_sealed_says_that_it_is_not_yet(tmp_path: Path) -> None:
    assert "（未加盖印章）" in text_of(drawn(rectification_order(), tmp_path))


def test_a_sealed_paper_does_not_say_that_it_is_unsealed(tmp_path: Path) -> None:
    sealed = replace(rectification_order(), seal=SealState.SEALED)

    assert "未加盖印章" not in text_of(drawn(sealed, tmp_path))


def test_the_code_to_verify_can_be_scanned(tmp_path: Path) -> None:
    import zxingcpp
    from PIL import Image

    run(
        "pdftoppm",
        "-r",
        "150",
        "-f",
        "1",
        "-l",
        "1",
        "-png",
        "-singlefile",
        drawn(result_sheet(), tmp_path),
        tmp_path / "page",
    )

    with Image.open(tmp_path / "page.png") as page:
        codes = [code.text for code in zxingcpp.read_barcodes(page)]

    assert codes == ["YH-QX-2026-000417-7K3D"]


def test_a_correction_is_not_told_by_an_id_that_nobody_reads(tmp_path: Path) -> None:
    # Its first paragraph says by title and number what it corrects.
    corrected = replace(rectification_order(), corrects="01a2b3c4-0000-7000-8000-000000000000")

    assert "01a2b3c4" not in text_of(drawn(corrected, tmp_path))


def test_a_change_of_the_drawing_is_a_new_edition_of_the_renderer() -> None:
    drawing = hashlib.sha256()
    for snapshot in (*all_documents(), *closed_documents()):
        with pikepdf.open(io.BytesIO(render_without_pictures(snapshot).pdf)) as pdf:
            for sheet in pdf.pages:
                drawing.update(sheet.Contents.read_bytes())

    # Else papers drawn before would be called altered. If this fails, raise the edition in
    # documents/render.py and freeze the new digest; a new reportlab needs the digest alone.
    assert (renderer(), drawing.hexdigest()) == _FROZEN_DRAWING


def test_the_same_snapshot_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib\n"
        "from inspector_app.documents.pdfa import archive\n"
        "from inspector_app.documents.render import render\n"
        "from tests.factory_documents import all_documents\n"
        "from tests.factory_signatures import images\n"
        "for snapshot in all_documents():\n"
        "    pdf = archive(render(snapshot, images()), snapshot).pdf\n"
        "    print(hashlib.sha256(pdf).hexdigest())\n"
    )
    elsewhere = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout.split()
        for seed, zone in (("1", "Asia/Shanghai"), ("2", "UTC"))
    ]
    # Last first: what was drawn before must leave no trace.
    here = [
        hashlib.sha256(archive(render(snapshot, images()), snapshot).pdf).hexdigest()
        for snapshot in reversed(all_documents())
    ]

    assert elsewhere == [here[::-1]] * 2
