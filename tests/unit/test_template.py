"""Templates are filled from the record, in full or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.chinese import chinese_date, chinese_datetime, chinese_number, money
from inspector_app.domain.document import Choices, DataTable, Dialogue, Paragraph, Run, SignerRole
from inspector_app.domain.errors import Defect
from inspector_app.domain.law.citation import Citation, format_citation, format_citations
from inspector_app.domain.template import (
    Each,
    Node,
    RowsFrom,
    SlotTemplate,
    TickBoxes,
    TurnsFrom,
    When,
    compose_blocks,
    compose_slots,
    fill,
)
from tests.factory import FOOD_LAW

RECORD = {
    "party": {"name": "张记面馆", "phone": ""},
    "visit": {"started_at": "2026-11-21T09:05:00+08:00", "kinds": ["日常", "专项"]},
    "refused": False,
    "rows": [{"n": "1.1", "t": "许可"}, {"n": "4.2", "t": "健康证"}],
}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("当事人：{party.name}", "当事人：张记面馆"),
        ("电话：{party.phone}", "电话：/"),
        ("电话：{party.phone|optional}", "电话："),
        ("电话：{party.phone|blank}", "电话：　　　　　　"),
        ("{visit.started_at|datetime}", "2026年11月21日09时05分"),
        ("{visit.started_at|date}起", "2026年11月21日起"),
        ("{visit.kinds|list}", "日常、专项"),
        ("没有占位符", "没有占位符"),
    ],
)
def test_placeholders_are_filled(text: str, filled: str) -> None:
    assert fill(text, RECORD) == filled


@pytest.mark.parametrize(
    "text", ["{party.nothing}", "{nothing}", "{party.name.more}", "{party.name|unknown}"]
)
def test_a_path_or_format_that_does_not_exist_is_never_printed_as_nothing(text: str) -> None:
    with pytest.raises(Defect):
        fill(text, RECORD)


def test_what_was_filled_in_is_marked() -> None:
    (paragraph,) = compose_blocks([Paragraph((Run("名称{party.name}。"),))], RECORD)
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.filled) for run in paragraph.runs] == [
        ("名称", False),
        ("张记面馆", True),
        ("。", False),
    ]


def test_conditions_choose_and_lists_repeat() -> None:
    nodes: list[Node] = [
        When("refused", (Paragraph((Run("拒签"),)),), (Paragraph((Run("已签"),)),)),
        When("!refused", (Paragraph((Run("一"),)),)),
        When("party.name == 张记面馆", (Paragraph((Run("二"),)),)),
        Each("rows", "row", (Paragraph((Run("{index}. {row.n}{row.t}"),)),)),
    ]
    texts = [block.text for block in compose_blocks(nodes, RECORD) if isinstance(block, Paragraph)]
    assert texts == ["已签", "一", "二", "1. 1.1许可", "2. 4.2健康证"]


def test_tables_dialogues_and_boxes_come_from_the_record() -> None:
    table, talk, boxes = compose_blocks(
        [
            RowsFrom(("序", "项"), (1, 3), "rows", "row", ("{index}", "{row.n}")),
            TurnsFrom("rows", "row", "{row.n}？", "{row.t}"),
            TickBoxes("方式", (("拒签", "refused"), ("已签", "!refused"))),
        ],
        RECORD,
    )
    assert isinstance(table, DataTable)
    assert table.rows == (("1", "1.1"), ("2", "4.2"))
    assert isinstance(talk, Dialogue)
    assert talk.turns[1] == ("4.2？", "健康证")
    assert boxes == Choices("方式", (("拒签", False), ("已签", True)))


def test_a_slot_whose_condition_fails_is_left_out() -> None:
    slots = (
        SlotTemplate("party", SignerRole.PARTY, "当事人", "{party.name}"),
        SlotTemplate("witness", SignerRole.WITNESS, "见证人", when="refused"),
    )
    assert [(slot.key, slot.name) for slot in compose_slots(slots, RECORD)] == [
        ("party", "张记面馆")
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (124, "一百二十四"),
        (1003, "一千零三"),
        (1242, "一千二百四十二"),
    ],
)
def test_chinese_numerals(value: int, text: str) -> None:
    assert chinese_number(value) == text


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_different_numbers_are_written_differently(one: int, other: int) -> None:
    assert (chinese_number(one) == chinese_number(other)) == (one == other)


def test_dates_and_money_as_official_papers_write_them() -> None:
    assert chinese_date("2026-11-01") == "2026年11月1日"
    assert chinese_datetime("2026-11-01T08:05:59+08:00") == "2026年11月1日08时05分"
    assert money(Decimal(10000)) == "10,000.00 元"


def test_a_citation_prints_the_official_way() -> None:
    assert (
        format_citation(Citation(FOOD_LAW, 126, 1, 6))
        == f"《{FOOD_LAW}》第一百二十六条第一款第（六）项"
    )
    assert format_citation(Citation(FOOD_LAW, 47)) == f"《{FOOD_LAW}》第四十七条"


def test_neighbouring_citations_of_one_law_name_it_once() -> None:
    places = [
        Citation(FOOD_LAW, 45, 1),
        Citation(FOOD_LAW, 45, 2),
        Citation(FOOD_LAW, 45, 1),
    ]
    assert format_citations(places) == f"《{FOOD_LAW}》第四十五条第一款、第四十五条第二款"
