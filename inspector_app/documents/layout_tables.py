"""Boxed tables as strips: the heads of forms and data with a header on each page.

A table in whose columns a row would stand higher than a third of a page is laid out entry by entry
instead, if that takes less paper: each entry a box of its own, a field a row, so that long facts
run across the full width and not down a strip over many pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from inspector_app.documents.pagination import Edge, Strip, Table, keep_together
from inspector_app.documents.sheet import MM, Sheet
from inspector_app.documents.surface import Surface
from inspector_app.documents.typesetting import SetText, Typesetter
from inspector_app.domain.document import Cell, DataTable, FieldTable

__all__ = ["data_table_strips", "field_table_strips"]

_PADDING_X = 1.8 * MM
_PADDING_Y = 1.1 * MM
_FRAME = 0.9
_INNER = 0.45
# A row or an entry up to this height moves to the next page whole; a higher one is cut between
# its lines.
_WHOLE_ROW = 70 * MM
_BETWEEN_ENTRIES = 2 * MM
_GOES_ON = "（续）"
_SHORT_FIELD = 20  # characters: two lines beside another field
_GRID = 4  # columns of an entry: two labels, two values
_SHORT_HEADER = 4  # characters
_WIDEST_LABEL = 0.4  # of the width of a label-value pair


@dataclass(frozen=True, slots=True)
class _Box:
    """One cell: from ``x``, ``width`` wide, with its text inside the padding."""

    x: float
    width: float
    text: SetText

    def draw_line(self, surface: Surface, index: int, top: float) -> None:
        self.text.draw_line(surface, index, self.x + _PADDING_X, top)


def field_table_strips(block: FieldTable, sheet: Sheet, setter: Typesetter) -> tuple[Strip, ...]:
    """The boxed head of a form; the last value of a short row takes what is left of it.

    A small one stays on one page.
    """
    table = Table()
    columns = max([2 * block.columns, *(_columns(row) for row in block.rows)])
    edges = _field_edges(block, columns, sheet, setter)
    strips: list[Strip] = []
    for row in block.rows:
        boxes = _field_boxes(row, edges, sheet, setter)
        if boxes:
            strips.extend(_row(boxes, table, sheet.table.leading))
    return _begun(_whole_if_small(strips), sheet)


def _field_boxes(
    row: Sequence[Cell], edges: Sequence[float], sheet: Sheet, setter: Typesetter
) -> list[_Box]:
    boxes = []
    column = 0
    for index, cell in enumerate(row):
        value_end = column + 1 + max(cell.span, 1)
        if index == len(row) - 1:
            value_end = len(edges) - 1
        left, middle, right = edges[column], edges[column + 1], edges[value_end]
        boxes.append(_box(cell.label, left, middle, sheet, setter, align="center"))
        boxes.append(_box(cell.value, middle, right, sheet, setter))
        column = value_end
    return boxes


def data_table_strips(block: DataTable, sheet: Sheet, setter: Typesetter) -> tuple[Strip, ...]:
    """Rows under a header that is drawn again on each page the table reaches.

    Entries one below the other where a column is too narrow for what a row says in it.
    """
    count = max([len(block.header), len(block.widths), *(len(row) for row in block.rows)])
    if count == 0:
        return ()
    in_columns, tallest = _in_columns(block, count, sheet, setter)
    if tallest > _WHOLE_ROW and any(block.header):
        entries = _entry_by_entry(block, count, sheet, setter)
        if _height(entries) < _height(in_columns):
            return entries
    return in_columns


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.above + strip.height for strip in strips)


def _in_columns(
    block: DataTable, count: int, sheet: Sheet, setter: Typesetter
) -> tuple[tuple[Strip, ...], float]:
    """The strips, and the height of the tallest row in points."""
    widths = _column_widths(block, count, sheet, setter)
    edges = [sheet.left, *(sheet.left + done for done in accumulate(widths))]
    table = Table()

    def boxes(cells: Sequence[str], *, heads: bool) -> list[_Box]:
        full = (*cells, *("",) * count)[:count]
        return [
            _box(
                cell,
                edges[index],
                edges[index + 1],
                sheet,
                setter,
                align="center" if heads or _is_centred(block, index) else "justify",
                strong=heads,
            )
            for index, cell in enumerate(full)
        ]

    header: tuple[Strip, ...] = ()
    if any(block.header):
        whole = _whole_row(boxes(block.header, heads=True), table, sheet.table.leading)
        header = (replace(whole, keep=True, heads=True),)
        table.header = header
    strips = list(header)
    tallest = 0.0
    for row in block.rows:
        cells = _row(boxes(row, heads=False), table, sheet.table.leading)
        tallest = max(tallest, _height(cells))
        strips.extend(cells)
    return _begun(strips, sheet), tallest


def _entry_by_entry(
    block: DataTable, count: int, sheet: Sheet, setter: Typesetter
) -> tuple[Strip, ...]:
    """A box for each row: first its short (centred) fields, then each long one across the width."""
    heads = (*block.header, *("",) * count)[:count]
    rows = [(*row, *("",) * count)[:count] for row in block.rows]
    short = [
        index
        for index in range(count)
        if _is_centred(block, index) and all(_is_short(row[index]) for row in rows)
    ]
    long = [index for index in range(count) if index not in short]
    entries = []
    for row in rows:
        cells = [Cell(heads[index], row[index]) for index in (*short, *long)]
        pairs = [tuple(cells[at : at + 2]) for at in range(0, len(short) - len(short) % 2, 2)]
        lines = [(cell,) for cell in cells[2 * len(pairs) :]]
        entries.append(FieldTable((*pairs, *lines)))
    edges = _field_edges(FieldTable(entries[0].rows), _GRID, sheet, setter)
    strips: list[Strip] = []
    for entry in entries:
        strips.extend(_entry_strips(entry, edges, sheet, setter, numbered=bool(short)))
    return _begun(strips, sheet)


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT_FIELD and "\n" not in text


def _entry_strips(
    entry: FieldTable,
    edges: Sequence[float],
    sheet: Sheet,
    setter: Typesetter,
    *,
    numbered: bool,
) -> tuple[Strip, ...]:
    """The box of one entry.

    Where a ``numbered`` one goes on overleaf, its first row says of which it is the rest.
    """
    table = Table()
    leading = sheet.table.leading
    strips: list[Strip] = []
    for row in entry.rows:
        strips.extend(_row(_field_boxes(row, edges, sheet, setter), table, leading))
    strips[0] = replace(strips[0], above=_BETWEEN_ENTRIES, keep=True, heads=numbered)
    if numbered:
        first = entry.rows[0]
        again = (replace(first[0], value=first[0].value + _GOES_ON), *first[1:])
        repeated = _whole_row(_field_boxes(again, edges, sheet, setter), table, leading)
        table.header = (replace(repeated, keep=True, heads=True),)
    return _whole_if_small(strips)


def _whole_if_small(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    if _height(strips) <= _WHOLE_ROW:
        return keep_together(strips)
    return tuple(strips)


def _column_widths(
    block: DataTable, count: int, sheet: Sheet, setter: Typesetter
) -> tuple[float, ...]:
    """The asked shares of the width, none so narrow that a short header word breaks."""
    shares = [max(share, 1) for share in (*block.widths, *(1,) * count)][:count]
    least = [
        setter.width(word, sheet.table.size, strong=True) + 2 * _PADDING_X + 1
        if 0 < len(word) <= _SHORT_HEADER
        else 0.0
        for word in (*block.header, *("",) * count)[:count]
    ]
    if sum(least) > sheet.width:
        least = [0.0] * count
    fixed: set[int] = set()
    while True:
        room = sheet.width - sum(least[index] for index in fixed)
        free = sum(share for index, share in enumerate(shares) if index not in fixed)
        widths = [
            least[index] if index in fixed else room * share / free
            for index, share in enumerate(shares)
        ]
        narrow = {index for index in range(count) if widths[index] < least[index]}
        if not narrow:
            return tuple(widths)
        fixed |= narrow


def _begun(strips: Sequence[Strip], sheet: Sheet) -> tuple[Strip, ...]:
    """Space before a table, and its first row not alone above a page break."""
    if not strips:
        return ()
    return (replace(strips[0], above=sheet.table.leading * 0.4), *strips[1:])


def _columns(row: Sequence[Cell]) -> int:
    return sum(1 + max(cell.span, 1) for cell in row)


def _is_centred(block: DataTable, index: int) -> bool:
    return index < len(block.centered) and block.centered[index]


def _field_edges(
    block: FieldTable, columns: int, sheet: Sheet, setter: Typesetter
) -> tuple[float, ...]:
    """The x of each column border: label columns as wide as their words, values share the rest."""
    pairs = columns // 2 + columns % 2
    pair_width = sheet.width / pairs
    size = sheet.table.size
    widest = pair_width * _WIDEST_LABEL - 2 * _PADDING_X - 1
    labels = [4 * size] * pairs
    for row in block.rows:
        column = 0
        for cell in row:
            if column % 2 == 0:
                needed = setter.width(cell.label, size)
                # One too long for a line is set in two, and then asks for no more than its half.
                needed = needed if needed <= widest else min(needed / 2 + size, widest)
                labels[column // 2] = max(labels[column // 2], needed)
            column += 1 + max(cell.span, 1)
    edges = [sheet.left]
    for pair in range(pairs):
        label = labels[pair] + 2 * _PADDING_X + 1
        edges += [sheet.left + pair * pair_width + label, sheet.left + (pair + 1) * pair_width]
    return tuple(edges[: columns + 1])


def _box(
    text: str,
    left: float,
    right: float,
    sheet: Sheet,
    setter: Typesetter,
    *,
    align: str = "justify",
    strong: bool = False,
) -> _Box:
    width = right - left
    style = sheet.table.aligned(align)
    inner = max(width - 2 * _PADDING_X, style.size)
    if align == "center":
        return _Box(left, width, setter.set_balanced(text, style, inner, strong=strong))
    return _Box(left, width, setter.set_text(text, style, inner, strong=strong))


def _row(boxes: Sequence[_Box], table: Table, leading: float) -> tuple[Strip, ...]:
    lines = max(len(box.text.lines) for box in boxes)
    if lines * leading + 2 * _PADDING_Y <= _WHOLE_ROW:
        return (_whole_row(boxes, table, leading),)
    return tuple(_slab(boxes, table, leading, index, lines) for index in range(lines))


def _whole_row(boxes: Sequence[_Box], table: Table, leading: float) -> Strip:
    """A row that stays whole, its texts in the middle of its height."""
    lines = max(len(box.text.lines) for box in boxes)
    height = max(lines * leading + 2 * _PADDING_Y, 8 * MM)

    def draw(surface: Surface, top: float, edge: Edge) -> None:
        for box in boxes:
            down = (height - box.text.height) / 2
            for index in range(len(box.text.lines)):
                box.draw_line(surface, index, top - down - index * leading)
        _walls(surface, boxes, top, height)
        _shelf(surface, boxes, top, _FRAME if edge.first else _INNER)
        if edge.last:
            _shelf(surface, boxes, top - height, _FRAME)

    return Strip(height, draw, table=table)


def _slab(boxes: Sequence[_Box], table: Table, leading: float, index: int, count: int) -> Strip:
    """One line of a row that is too high to stay whole."""
    above = _PADDING_Y if index == 0 else 0.0
    below = _PADDING_Y if index == count - 1 else 0.0
    height = above + leading + below

    def draw(surface: Surface, top: float, edge: Edge) -> None:
        for box in boxes:
            if index < len(box.text.lines):
                box.draw_line(surface, index, top - above)
        _walls(surface, boxes, top, height)
        if index == 0 or edge.first:
            _shelf(surface, boxes, top, _FRAME if edge.first else _INNER)
        if edge.last:
            _shelf(surface, boxes, top - height, _FRAME)

    # The first and the last two lines of a row are not parted.
    return Strip(height, draw, table=table, keep=index in (0, count - 2))


def _walls(surface: Surface, boxes: Sequence[_Box], top: float, height: float) -> None:
    surface.rule(boxes[0].x, top, boxes[0].x, top - height, _FRAME)
    for box in boxes[1:]:
        surface.rule(box.x, top, box.x, top - height, _INNER)
    end = boxes[-1].x + boxes[-1].width
    surface.rule(end, top, end, top - height, _FRAME)


def _shelf(surface: Surface, boxes: Sequence[_Box], y: float, width: float) -> None:
    surface.rule(boxes[0].x, y, boxes[-1].x + boxes[-1].width, y, width)
