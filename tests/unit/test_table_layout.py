"""Tables of whatever content: each character is drawn, on the paper, in the columns of its box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.documents.layout_tables import data_table_strips, field_table_strips
from inspector_app.documents.pagination import Strip, paginate
from inspector_app.documents.sheet import sheet_for
from inspector_app.documents.surface import SetGlyph
from inspector_app.documents.typesetting import Typesetter
from inspector_app.domain.document import Cell, DataTable, FieldTable
from tests.factory_closed import long_order
from tests.factory_documents import rectification_order

_SHEET = sheet_for(rectification_order())
_CAPACITY = 600.0


@dataclass
class _Paper:
    """Notes what is drawn instead of drawing it."""

    drawn: Counter[str] = field(default_factory=Counter)
    ends: list[float] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)

    def text(
        self,
        glyphs: Sequence[SetGlyph],
        x: float,
        baseline: float,
        size: float,
        *_: object,
        **__: object,
    ) -> None:
        self.drawn.update(glyph.character for glyph in glyphs)
        if glyphs:
            self.ends += [x, x + glyphs[-1].x]

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        self.rules.append((x1, y1, x2, y2))


def _on_paper(strips: Sequence[Strip]) -> tuple[_Paper, int]:
    paper = _Paper()
    pages = paginate(strips, _CAPACITY)
    for page in pages:
        for placed in page:
            placed.strip.draw(paper, _CAPACITY - placed.down, placed.edge)  # type: ignore[arg-type]  # a stand-in
            assert placed.down + placed.strip.height <= _CAPACITY + 1e-6
    return paper, len(pages)


def _visible(*texts: str) -> Counter[str]:
    return Counter(character for text in texts for character in text if not character.isspace())


_PIECES = st.sampled_from(
    [
        "冷藏柜内生熟食品混放，",
        "𠮷䶮𰻝",
        "Best before ",
        "520120261000123456789012345",
        "12.5℃",
        "（",
        "）。",
        "\n",
    ]
)
_TEXTS = st.builds(
    lambda pieces, times: "".join(pieces) * times, st.lists(_PIECES, max_size=6), st.integers(1, 20)
)
_TABLES = st.integers(1, 6).flatmap(
    lambda count: st.builds(
        DataTable,
        st.tuples(*[st.sampled_from(["序号", "行为和事实", "校验值（SHA-256前16位）"])] * count),
        st.lists(st.tuples(*[_TEXTS] * count), max_size=3).map(tuple),
        st.tuples(*[st.integers(0, 9)] * count),
        st.tuples(*[st.booleans()] * count),
    )
)


@settings(max_examples=25, deadline=None)
@given(_TABLES)
def test_every_character_of_a_table_is_drawn_between_its_walls(table: DataTable) -> None:
    paper, _ = _on_paper(data_table_strips(table, _SHEET, Typesetter()))

    wanted = _visible(*(cell for row in table.rows for cell in row))
    assert not wanted - paper.drawn
    assert all(_SHEET.left - 1e-6 <= end <= _SHEET.right + 1e-6 for end in paper.ends)
    for x1, _y1, x2, _y2 in paper.rules:
        assert _SHEET.left - 1e-6 <= min(x1, x2) <= max(x1, x2) <= _SHEET.right + 1e-6


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(0, 2000), min_size=1, max_size=12))
def test_long_facts_take_no_more_paper_than_their_text_needs(lengths: list[int]) -> None:
    order = long_order(*("现" * length for length in lengths))
    table = next(block for block in order.blocks if isinstance(block, DataTable))

    paper, pages = _on_paper(data_table_strips(table, _SHEET, Typesetter()))

    assert paper.drawn["现"] == sum(lengths)
    # Down a column of the form a page holds 280 characters of facts, across it 1,200.
    assert pages <= 1 + len(lengths) / 2 + sum(lengths) / 700


def test_a_small_form_is_not_parted_and_a_large_one_is_between_its_rows() -> None:
    def strips(rows: int) -> tuple[Strip, ...]:
        form = FieldTable(tuple((Cell("说明", "无"),) for _ in range(rows)))
        return field_table_strips(form, _SHEET, Typesetter())

    assert [strip.keep for strip in strips(3)] == [True, True, False]
    assert not any(strip.keep for strip in strips(30))
