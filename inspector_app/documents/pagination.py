"""Strips of a document put on pages.

A layout turns each block into *strips*: what no page break may cut, a line of text or a row of a
table. Pages are filled from the top; where a page is full, the break moves up to the last place
at which it is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from inspector_app.documents.surface import Surface

__all__ = ["Edge", "Placed", "Strip", "Table", "keep_together", "paginate", "with_company"]

_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Edge:
    """Whether a strip is the first or last of its table on this page, so where boxes close."""

    first: bool = True
    last: bool = True


@dataclass(frozen=True, slots=True)
class Strip:
    """What no page break may cut, ``height`` points high.

    ``draw`` gets the surface, the strip's top and its edges. ``above`` is the space before it,
    dropped at the top of a page. ``keep`` forbids a break after it; ``new_page`` asks for one
    before it. ``heads`` marks the strips of a table's own header.
    """

    height: float
    draw: Callable[[Surface, float, Edge], None]
    above: float = 0.0
    keep: bool = False
    new_page: bool = False
    table: Table | None = None
    heads: bool = False


@dataclass(eq=False, slots=True)
class Table:
    """What strips of one table share: ``header`` is drawn again where the table goes on."""

    header: tuple[Strip, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on its page, ``down`` points below the top of the text area."""

    strip: Strip
    down: float
    edge: Edge


def keep_together(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The same strips with no break allowed between them."""
    return (*(replace(strip, keep=True) for strip in strips[:-1]), *strips[-1:])


def with_company(strips: Sequence[Strip], count: int = 2) -> tuple[Strip, ...]:
    """The same strips, the last ``count`` bound to what follows.

    A seal or a signature must not stand on a page without text (用印页须有正文).
    """
    free = max(len(strips) - count, 0)
    return (*strips[:free], *(replace(strip, keep=True) for strip in strips[free:]))


def paginate(strips: Sequence[Strip], capacity: float) -> tuple[tuple[Placed, ...], ...]:
    """Put the strips on as few pages of ``capacity`` points as the allowed breaks permit.

    A strip higher than a page gets a page of its own. No strips give one empty page.
    """
    pages = []
    start = 0
    while start < len(strips):
        end = _end_of_page(strips, start, capacity)
        pages.append(_place(strips[start:end]))
        start = end
    return tuple(pages) or ((),)


def _repeated(strip: Strip) -> tuple[Strip, ...]:
    """The header to draw again above ``strip`` when it begins a page."""
    if strip.table is None or strip.heads:
        return ()
    return strip.table.header


def _end_of_page(strips: Sequence[Strip], start: int, capacity: float) -> int:
    used = sum(header.height for header in _repeated(strips[start]))
    allowed = start
    for index in range(start, len(strips)):
        strip = strips[index]
        if index > start and strip.new_page:
            return index
        used += strip.height + (strip.above if index > start else 0.0)
        if used > capacity + _TOLERANCE:
            return allowed if allowed > start else max(index, start + 1)
        if not strip.keep:
            allowed = index + 1
    return len(strips)


def _place(strips: Sequence[Strip]) -> tuple[Placed, ...]:
    shown = (*_repeated(strips[0]), *strips)
    placed = []
    down = 0.0
    for index, strip in enumerate(shown):
        if index > 0:
            down += strip.above
        before = shown[index - 1].table if index > 0 else None
        after = shown[index + 1].table if index + 1 < len(shown) else None
        edge = Edge(
            first=strip.table is None or before is not strip.table,
            last=strip.table is None or after is not strip.table,
        )
        placed.append(Placed(strip, down, edge))
        down += strip.height
    return tuple(placed)
