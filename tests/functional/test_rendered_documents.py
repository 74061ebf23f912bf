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
    Rendered,
    render,
    render_without_pictures,
    renderer,
)
from inspector_app.domain.document import (
    Block,
    Cell,
    Choices,
    DataTable,
    Dialogue,
    FieldTable,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    SealArea,
    SealState,
    SignatureBlock,
    SignatureSlot,
    SignerRole,
    Snapshot,
)
from inspector_app.domain.errors import Defect
from tests.factory_documents import (
    all_documents,
    images,
    inspection_record,
    rectification_order,
    result_sheet,
    signed,
)

_ROOT = Path(__file__).parents[2]
_DOCUMENTS = pytest.mark.parametrize("snapshot", all_documents(), ids=lambda s: s.kind)


_FROZEN_DRAWING = (
    "inspector-app documents 1; reportlab 5.1.0",
    "11b7dde6127fe4541279cc7460a3dc854f17f883001de1a15cf1ad1c775bc21b",
)


def _run(*command: str | Path) -> str:
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return run.stdout


def _drawn(snapshot: Snapshot, folder: Path) -> Path:
    path = folder / "document.pdf"
    path.write_bytes(archive(render(snapshot, images()), snapshot).pdf)
    return path


def _text(path: Path, *options: str) -> str:
    return re.sub(r"\s", "", _run("pdftotext", *options, path, "-"))


def _page(*blocks: Block, **changes: object) -> Snapshot:
    """A document of these blocks and nothing else."""
    plain = replace(result_sheet(), blocks=blocks, signatures=(), verification_code="")
    return replace(plain, **changes)  # type: ignore[arg-type]  # fields of a Snapshot


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
    pages = _run("pdftotext", "-nopgbrk", _drawn(snapshot, tmp_path), "-")
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
    text = _text(_drawn(snapshot, tmp_path), "-raw")

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
    fonts = _run("pdffonts", _drawn(snapshot, tmp_path)).splitlines()[2:]

    assert fonts
    for font in fonts:
        assert re.match(r"[A-Z]{6}\+NotoS(erif|ans)SC-\S+ +TrueType +WinAnsi +yes yes yes", font)


@_DOCUMENTS
def test_the_file_is_sound(snapshot: Snapshot, tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors found" in _run(
        "qpdf", "--check", _drawn(snapshot, tmp_path)
    )


def test_each_page_says_which_it_is_of_how_many(tmp_path: Path) -> None:
    path = _drawn(signed(inspection_record()), tmp_path)

    for page in (1, 2, 3):
        assert f"第{page}页共3页" in _text(path, "-f", str(page), "-l", str(page), "-layout")


def test_people_sign_at_the_foot_of_each_page() -> None:
    snapshot = signed(inspection_record())
    drawn = render(snapshot, images())

    for key in snapshot.page_foot:
        places = drawn.slots[key]
        feet = [place for place in places if place.y < 200]
        assert [place.page for place in feet] == list(range(drawn.pages))
        assert len({(place.x, place.y, place.w, place.h) for place in feet}) == 1


def test_drawn_signatures_are_in_the_file_as_often_as_they_are_placed(tmp_path: Path) -> None:
    path = _drawn(signed(inspection_record()), tmp_path)

    pictures = _run("pdfimages", "-list", path).splitlines()[2:]

    kinds = [line.split()[2] for line in pictures]
    # Three people signed each of three pages, and once more in the body of the last.
    assert kinds.count("image") == 3 * 4


def test_places_to_sign_are_on_the_page_and_do_not_overlap() -> None:
    drawn = render(signed(inspection_record()), images())

    places = [(key, place) for key, group in drawn.slots.items() for place in group]
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

    path = _drawn(snapshot, tmp_path)

    for page in ("1", "2", "3"):
        assert "当事人拒绝签名，全程录音录像。" in _text(path, "-f", page, "-l", page, "-raw")


def test_a_long_refusal_is_printed_whole_at_the_end(tmp_path: Path) -> None:
    note = (
        "当事人称对检查结果有异议，认为冷藏柜温度系临时停电所致，经执法人员说明后仍拒绝签名。" * 4
    )
    record = inspection_record()
    refused = replace(record.signatures[0], note=note)
    blocks = tuple(block for block in record.blocks if not isinstance(block, SignatureBlock))
    snapshot = replace(record, signatures=(refused, *record.signatures[1:]), blocks=blocks)

    assert f"附注：当事人签名情况——{note}" in _text(_drawn(snapshot, tmp_path), "-raw")


def test_a_paper_to_be_sealed_says_that_it_is_not_yet(tmp_path: Path) -> None:
    assert "（未加盖印章）" in _text(_drawn(rectification_order(), tmp_path))


def test_a_sealed_paper_does_not_say_that_it_is_unsealed(tmp_path: Path) -> None:
    sealed = replace(rectification_order(), seal=SealState.SEALED)

    assert "未加盖印章" not in _text(_drawn(sealed, tmp_path))


def test_a_paper_to_be_sealed_says_so_even_without_a_place_for_the_seal(tmp_path: Path) -> None:
    snapshot = _page(Paragraph((Run("正文"),)), seal=SealState.MISSING)

    assert "（未加盖印章）" in _text(_drawn(snapshot, tmp_path))


def test_a_seal_never_stands_on_a_page_without_text() -> None:
    for lines in range(20, 40):
        text = tuple(Paragraph((Run(f"第{n}行。"),)) for n in range(lines))
        seal = SealArea("云河市清溪区市场监督管理局", "2026年11月21日")
        drawn = render(_page(*text, seal, seal=SealState.MISSING), {})
        last = _lines_on_last_page(drawn)
        assert last >= 2 + 3


def _lines_on_last_page(drawn: Rendered) -> int:
    text = subprocess.run(
        ["pdftotext", "-f", str(drawn.pages), "-l", str(drawn.pages), "-layout", "-", "-"],
        input=drawn.pdf,
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode()
    above_foot = text.split("doc-")[0]
    return len([line for line in above_foot.splitlines() if line.strip()])


def test_the_code_to_verify_can_be_scanned(tmp_path: Path) -> None:
    import zxingcpp
    from PIL import Image

    _run(
        "pdftoppm",
        "-r",
        "150",
        "-f",
        "1",
        "-l",
        "1",
        "-png",
        "-singlefile",
        _drawn(result_sheet(), tmp_path),
        tmp_path / "page",
    )

    with Image.open(tmp_path / "page.png") as page:
        codes = [code.text for code in zxingcpp.read_barcodes(page)]

    assert codes == ["YH-QX-2026-000417-7K3D"]


def test_a_table_goes_on_under_its_header_on_each_page(tmp_path: Path) -> None:
    rows = tuple((str(n), f"第{n}项检查内容", "符合") for n in range(1, 121))
    table = DataTable(("序号", "检查内容", "结果"), rows, (1, 6, 2), (True, False, True))

    path = _drawn(_page(table), tmp_path)

    pages = render(_page(table), {}).pages
    assert pages > 2
    for page in range(1, pages + 1):
        assert "序号检查内容结果" in _text(path, "-f", str(page), "-l", str(page), "-raw")


def test_a_cell_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    long = "".join(f"{n}、现场发现的问题及其处理情况；" for n in range(400))
    snapshot = _page(
        DataTable(("序号", "情况"), (("1", long),), (1, 9)), FieldTable(((Cell("说明", long),),), 1)
    )

    text = _text(_drawn(snapshot, tmp_path), "-raw")

    body = re.sub(r"第\d+页共\d+页doc-2026-000417-25f0c9d1e7a3b4826|序号情况", "", text)
    assert body.count(long) == 2


def test_a_record_of_thirty_pages_is_drawn() -> None:
    long = Paragraph((Run("执法人员依法对当事人的经营场所进行监督检查，现场情况如下。" * 12),))

    assert render(_page(*(long,) * 110), {}).pages >= 30


def test_a_name_without_a_place_to_break_stays_on_the_paper(tmp_path: Path) -> None:
    name = "A" * 300
    snapshot = _page(
        FieldTable(((Cell(name, name, 3),),)),
        Paragraph((Run(name, filled=True),)),
        title="B" * 80,
        authority="C" * 120,
        number="D" * 90,
    )

    text = _text(_drawn(snapshot, tmp_path), "-raw")

    assert (text.count("A"), text.count("B"), text.count("C"), text.count("D")) == (
        900,
        80,
        120,
        90,
    )


def test_a_rare_character_is_printed_and_one_without_a_glyph_is_reported(tmp_path: Path) -> None:
    snapshot = _page(Paragraph((Run("经营者䶮某，字号𰻝𰻝面，品牌𠮷野。"),)))

    assert render(snapshot, {}).missing_glyphs == ("𠮷",)
    # The character itself is still what a search finds.
    assert "经营者䶮某，字号𰻝𰻝面，品牌𠮷野。" in _text(_drawn(snapshot, tmp_path))


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (Paragraph(()),),
        (Paragraph((Run(""),)),),
        (FieldTable(()),),
        (FieldTable(((),)),),
        (FieldTable(((Cell("", ""),),), columns=0),),
        (FieldTable(((Cell("一", "二", 9), Cell("三", "四", 0)),)),),
        (DataTable((), (), ()),),
        (DataTable(("一",), (("一", "二", "三"), ()), (0,)),),
        (Dialogue(()),),
        (Dialogue((("", ""),)),),
        (Choices("", ()),),
        (SignatureBlock(()),),
        (SealArea("", ""),),
        (PageBreak(), PageBreak()),
        (Heading("", 9),),
    ],
    ids=str,
)
def test_empty_and_odd_blocks_are_drawn(blocks: tuple[Block, ...]) -> None:
    assert render(_page(*blocks), {}).pages >= 1


def test_a_page_break_starts_a_page() -> None:
    one, two = Paragraph((Run("一"),)), Paragraph((Run("二"),))

    assert render(_page(one, PageBreak(), two), {}).pages == 2


def test_a_document_with_nothing_in_it_is_a_page() -> None:
    empty = _page(title="", authority="", number="", document_id="", journal_head="")

    assert render(empty, {}).pages == 1


def test_a_signature_that_is_not_the_recorded_one_is_refused() -> None:
    snapshot = signed(result_sheet())
    other = next(iter(images().values()))

    with pytest.raises(Defect) as refused:
        render(snapshot, {slot.image: other + b"x" for slot in snapshot.signatures})

    assert refused.value.code == "documents.signature_image"


def test_a_place_to_sign_that_the_document_lacks_is_refused() -> None:
    with pytest.raises(Defect) as refused:
        render(_page(SignatureBlock(("nobody",))), {})

    assert refused.value.code == "documents.slot"


def test_a_signature_with_a_background_is_drawn_too() -> None:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("L", (300, 100), 255).save(out, "PNG")
    name = hashlib.sha256(out.getvalue()).hexdigest()
    slot = SignatureSlot("party", SignerRole.PARTY, "当事人", image=name)

    drawn = render(_page(SignatureBlock(("party",)), signatures=(slot,)), {name: out.getvalue()})

    assert len(drawn.slots["party"]) == 1


def test_a_change_of_the_drawing_is_a_new_edition_of_the_renderer() -> None:
    drawing = hashlib.sha256()
    for snapshot in all_documents():
        with pikepdf.open(io.BytesIO(render_without_pictures(snapshot).pdf)) as pdf:
            for page in pdf.pages:
                drawing.update(page.Contents.read_bytes())

    # Else papers drawn before would be called altered. If this fails, raise the edition in
    # documents/render.py and freeze the new digest; a new reportlab needs the digest alone.
    assert (renderer(), drawing.hexdigest()) == _FROZEN_DRAWING


def test_the_same_snapshot_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib\n"
        "from inspector_app.documents.pdfa import archive\n"
        "from inspector_app.documents.render import render\n"
        "from tests.factory_documents import all_documents, images\n"
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
