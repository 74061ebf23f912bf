"""What stands where nobody signed, and how long facts are set: as other people's programs read it."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from inspector_app.documents.codec import decode_snapshot
from inspector_app.documents.render import render
from inspector_app.domain.document import DataTable, Paragraph, Run, SignatureBlock, Snapshot
from tests.factory_closed import closed, long_order, noted
from tests.factory_documents import inspection_record, result_sheet, service_receipt
from tests.factory_signatures import images
from tests.paper import drawn, page, run, text_of

_REFUSAL = "拒绝签名，理由：认为记录的温度与事实不符；录音录像：执法记录仪0417号，全程。"
_BLANK_DATE = "年月日"


def _without_block(snapshot: Snapshot) -> Snapshot:
    """The record as the packs have it: signed at the foot of each page and nowhere else."""
    blocks = tuple(block for block in snapshot.blocks if not isinstance(block, SignatureBlock))
    return replace(snapshot, blocks=blocks)


@pytest.mark.parametrize(
    "snapshot",
    [_without_block(inspection_record()), result_sheet(), service_receipt()],
    ids=lambda snapshot: snapshot.kind,
)
def test_a_place_nobody_needed_to_sign_shows_its_stroke_and_no_empty_date(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    waiting = text_of(drawn(snapshot, tmp_path), "-raw")
    text = text_of(drawn(closed(snapshot), tmp_path), "-raw")

    assert _BLANK_DATE in waiting
    assert _BLANK_DATE not in text
    struck = sum(slot.struck_out for slot in closed(snapshot).signatures)
    assert struck == len(re.findall("见证人：/", text)) / (
        render(snapshot, {}).pages if snapshot.page_foot else 1
    )


def test_a_refusal_in_the_body_is_one_sentence_across_the_page(tmp_path: Path) -> None:
    sheet = noted(result_sheet(), "party", _REFUSAL)

    lines = run("pdftotext", "-layout", drawn(sheet, tmp_path), "-").splitlines()
    said = [line for line in lines if "拒绝签名" in line]

    assert len(said) == 1
    label, name = sheet.slot("party").label, sheet.slot("party").name
    assert f"{label}：{name}拒绝签名，理由：认为记录的温度与事实不符" in re.sub(r"\s", "", said[0])
    assert _REFUSAL in text_of(drawn(sheet, tmp_path), "-raw")


def test_a_refusal_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    note = "".join(f"{n}、当事人称温度记录不符合事实并拒绝签名；" for n in range(150))
    sheet = noted(result_sheet(), "party", note)

    text = re.sub(
        r"第\d+页共\d+页doc-[\d-]+[0-9a-f]{16}", "", text_of(drawn(sheet, tmp_path), "-raw")
    )

    assert note in text


def test_the_feet_of_a_record_stand_alike_on_each_page_however_long_the_note(
    tmp_path: Path,
) -> None:
    record = noted(_without_block(inspection_record()), "party", _REFUSAL * 30)
    rendered = render(closed(record), images())

    for places in rendered.slots.values():
        assert [place.page for place in places] == list(range(rendered.pages))
        assert len({(place.x, place.y, place.w, place.h) for place in places}) == 1
    assert _REFUSAL * 30 in re.sub(
        r"当事人：拒绝签名，情况见末页附注。.*?5f0c9d1e7a3b4826",
        "",
        text_of(drawn(closed(record), tmp_path), "-raw"),
    )


def test_a_record_says_where_it_ends(tmp_path: Path) -> None:
    text = text_of(drawn(inspection_record(), tmp_path), "-raw")

    assert text.count("（以下空白）") == 1
    assert "以下空白" not in text_of(drawn(result_sheet(), tmp_path))


@pytest.mark.parametrize("findings", [1, 12])
def test_long_facts_run_across_the_page_and_not_down_a_strip(findings: int, tmp_path: Path) -> None:
    fact = "查见标签Best before 2026-11-30，批号520120261000123456789012，厂名䶮记𠮷野。"
    facts = [f"第{n}处，" + fact * (2000 // len(fact)) for n in range(1, findings + 1)]
    order = long_order(*facts)
    path = drawn(order, tmp_path)

    text = re.sub(r"第\d+页共\d+页doc-[\d-]+[0-9a-f]{16}", "", text_of(path, "-raw"))
    text = re.sub(r"序号\d+（续）改正期限于2026年12月1日前", "", text)

    for wanted in facts:
        assert re.sub(r"\s", "", wanted) in text
    # A page holds some 1,200 characters of a letter's table; in columns it would be 230.
    assert render(order, {}).pages <= 2 + 2 * findings


def test_where_an_entry_goes_on_its_number_is_repeated(tmp_path: Path) -> None:
    order = long_order("查见一名从业人员无健康证明。", "查见冷藏柜温度为12.5℃。" * 200)
    path = drawn(order, tmp_path)

    assert render(order, {}).pages == 3
    assert "序号2（续）" in text_of(path, "-f", "2", "-l", "2", "-raw")
    assert "序号1" in text_of(path, "-f", "1", "-l", "1", "-raw")


def test_short_facts_stay_in_the_columns_of_the_form(tmp_path: Path) -> None:
    text = text_of(drawn(long_order("查见一名从业人员无健康证明。"), tmp_path), "-raw")

    assert "序号行为和事实违反的规定责任条款改正要求改正期限" in text


def test_the_data_of_a_document_is_the_same_however_it_is_laid_out(tmp_path: Path) -> None:
    order = long_order("查见冷藏柜温度为12.5℃。" * 200)

    with pikepdf.open(drawn(order, tmp_path)) as pdf:
        data = pdf.attachments["snapshot.json"].get_file().read_bytes()

    assert decode_snapshot(data) == order


def test_what_announces_a_table_stands_on_its_page(tmp_path: Path) -> None:
    table = DataTable(("项目", "内容"), (("甲", "乙"), ("丙", "丁")), (1, 5))
    for lines in range(26, 40):
        text = tuple(Paragraph((Run(f"第{n}行。"),)) for n in range(lines))
        snapshot = page(*text, Paragraph((Run("下列项目作合理缺项处理："),)), table)
        pages = run("pdftotext", drawn(snapshot, tmp_path), "-").split("\f")
        announced = next(sheet for sheet in pages if "下列项目" in sheet)
        assert "甲" in announced


def test_a_rule_is_drawn_under_what_fills_a_blank_and_not_under_a_text() -> None:
    blank = Paragraph((Run("联系人："), Run("周明远", filled=True)))
    whole = Paragraph((Run("检查人员现场查见下列情形。", filled=True),))
    long = Paragraph((Run("1. "), Run("冷藏柜内生熟食品混放。" * 10, filled=True)))

    assert [_rules(block) for block in (blank, whole, long)] == [1, 0, 0]


def _rules(block: Paragraph) -> int:
    def lines(*blocks: Paragraph) -> int:
        with pikepdf.open(io.BytesIO(render(page(*blocks), {}).pdf)) as pdf:
            return sum(
                str(step.operator) == "l"
                for sheet in pdf.pages
                for step in pikepdf.parse_content_stream(sheet)
            )

    return lines(block) - lines()
