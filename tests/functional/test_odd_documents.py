"""Long, empty, rare and wrong content on paper: nothing is lost, nothing runs off the page."""

import hashlib
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.documents.render import (
    Rendered,
    render,
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
)
from inspector_app.domain.errors import Defect
from tests.factory_documents import (
    inspection_record,
    result_sheet,
)
from tests.factory_signatures import (
    images,
    signed,
)
from tests.paper import drawn, page, text_of


def test_a_long_refusal_is_printed_whole_at_the_end(tmp_path: Path) -> None:
    note = (
        "当事人称对检查结果有异议，认为冷藏柜温度系临时停电所致，经执法人员说明后仍拒绝签名。" * 4
    )
    record = inspection_record()
    refused = replace(record.signatures[0], note=note)
    blocks = tuple(block for block in record.blocks if not isinstance(block, SignatureBlock))
    snapshot = replace(record, signatures=(refused, *record.signatures[1:]), blocks=blocks)

    text = text_of(drawn(snapshot, tmp_path), "-raw")
    assert f"附注：当事人{refused.name}{note}" in text
    # The foot has room for a pointer to it, on each page.
    assert text.count("拒绝签名，情况见末页附注。") == render(snapshot, images()).pages


def test_a_paper_to_be_sealed_says_so_even_without_a_place_for_the_seal(tmp_path: Path) -> None:
    snapshot = page(Paragraph((Run("正文"),)), seal=SealState.MISSING)

    assert "（未加盖印章）" in text_of(drawn(snapshot, tmp_path))


def test_a_seal_never_stands_on_a_page_without_text() -> None:
    for lines in range(20, 40):
        text = tuple(Paragraph((Run(f"第{n}行。"),)) for n in range(lines))
        seal = SealArea("云河市清溪区市场监督管理局", "2026年11月21日")
        last = _lines_on_last_page(render(page(*text, seal, seal=SealState.MISSING), {}))
        assert last >= 2 + 3


def _lines_on_last_page(rendered: Rendered) -> int:
    text = subprocess.run(
        ["pdftotext", "-f", str(rendered.pages), "-l", str(rendered.pages), "-layout", "-", "-"],
        input=rendered.pdf,
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode()
    above_foot = text.split("doc-")[0]
    return len([line for line in above_foot.splitlines() if line.strip()])


def test_a_table_goes_on_under_its_header_on_each_page(tmp_path: Path) -> None:
    rows = tuple((str(n), f"第{n}项检查内容", "符合") for n in range(1, 121))
    table = DataTable(("序号", "检查内容", "结果"), rows, (1, 6, 2), (True, False, True))

    path = drawn(page(table), tmp_path)

    pages = render(page(table), {}).pages
    assert pages > 2
    for number in map(str, range(1, pages + 1)):
        assert "序号检查内容结果" in text_of(path, "-f", number, "-l", number, "-raw")


def test_a_cell_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    long = "".join(f"{n}、现场发现的问题及其处理情况；" for n in range(400))
    snapshot = page(
        DataTable(("序号", "情况"), (("1", long),), (1, 9)), FieldTable(((Cell("说明", long),),), 1)
    )

    text = text_of(drawn(snapshot, tmp_path), "-raw")

    body = re.sub(r"第\d+页共\d+页doc-2026-000417-25f0c9d1e7a3b4826|序号情况", "", text)
    assert body.count(long) == 2


def test_a_record_of_thirty_pages_is_drawn() -> None:
    long = Paragraph((Run("执法人员依法对当事人的经营场所进行监督检查，现场情况如下。" * 12),))

    assert render(page(*(long,) * 110), {}).pages >= 30


def test_a_name_without_a_place_to_break_stays_on_the_paper(tmp_path: Path) -> None:
    name = "A" * 300
    snapshot = page(
        FieldTable(((Cell(name, name, 3),),)),
        Paragraph((Run(name, filled=True),)),
        title="B" * 80,
        authority="C" * 120,
        number="D" * 90,
    )

    text = text_of(drawn(snapshot, tmp_path), "-raw")

    assert (text.count("A"), text.count("B"), text.count("C"), text.count("D")) == (
        900,
        80,
        120,
        90,
    )


def test_a_rare_character_is_printed_and_one_without_a_glyph_is_reported(tmp_path: Path) -> None:
    snapshot = page(Paragraph((Run("经营者䶮某，字号𰻝𰻝面，品牌𠮷野。"),)))

    assert render(snapshot, {}).missing_glyphs == ("𠮷",)
    # The character itself is still what a search finds.
    assert "经营者䶮某，字号𰻝𰻝面，品牌𠮷野。" in text_of(drawn(snapshot, tmp_path))


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
    assert render(page(*blocks), {}).pages >= 1


def test_a_page_break_starts_a_page() -> None:
    one, two = Paragraph((Run("一"),)), Paragraph((Run("二"),))

    assert render(page(one, PageBreak(), two), {}).pages == 2


def test_a_document_with_nothing_in_it_is_a_page() -> None:
    empty = page(title="", authority="", number="", document_id="", journal_head="")

    assert render(empty, {}).pages == 1


def test_a_signature_that_is_not_the_recorded_one_is_refused() -> None:
    snapshot = signed(result_sheet())
    other = next(iter(images().values()))

    with pytest.raises(Defect) as refused:
        render(snapshot, {slot.image: other + b"x" for slot in snapshot.signatures})

    assert refused.value.code == "documents.signature_image"


def test_a_place_to_sign_that_the_document_lacks_is_refused() -> None:
    with pytest.raises(Defect) as refused:
        render(page(SignatureBlock(("nobody",))), {})

    assert refused.value.code == "documents.slot"


def test_a_signature_with_a_background_is_drawn_too() -> None:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("L", (300, 100), 255).save(out, "PNG")
    name = hashlib.sha256(out.getvalue()).hexdigest()
    slot = SignatureSlot("party", SignerRole.PARTY, "当事人", image=name)

    snapshot = page(SignatureBlock(("party",)), signatures=(slot,))

    assert len(render(snapshot, {name: out.getvalue()}).slots["party"]) == 1
