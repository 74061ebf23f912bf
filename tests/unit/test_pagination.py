"""Strips of a document put on pages."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.documents.pagination import (
    Edge,
    Placed,
    Strip,
    Table,
    keep_together,
    paginate,
    with_company,
)
from inspector_app.documents.surface import Surface


def _draw(_surface: Surface, _top: float, _edge: Edge) -> None:
    """Nothing: only where strips come to stand is asked here."""


def _lines(*heights: float, keep: bool = False) -> tuple[Strip, ...]:
    return tuple(Strip(height, _draw, keep=keep) for height in heights)


def _heights(pages: tuple[tuple[Placed, ...], ...]) -> list[list[float]]:
    return [[placed.strip.height for placed in page] for page in pages]


_STRIPS = st.lists(
    st.builds(
        Strip,
        st.floats(1, 40),
        st.just(_draw),
        above=st.floats(0, 10),
        keep=st.booleans(),
        new_page=st.booleans(),
    ),
    max_size=60,
)


@given(_STRIPS)
def test_each_strip_is_placed_once_and_in_order(strips: list[Strip]) -> None:
    pages = paginate(strips, 100)

    assert [placed.strip for page in pages for placed in page] == strips


@given(_STRIPS)
def test_nothing_stands_below_the_page(strips: list[Strip]) -> None:
    for page in paginate(strips, 100):
        assert all(placed.down + placed.strip.height <= 100 + 1e-6 for placed in page)


@given(_STRIPS)
def test_strips_on_a_page_do_not_overlap(strips: list[Strip]) -> None:
    for page in paginate(strips, 100):
        for upper, lower in itertools.pairwise(page):
            assert upper.down + upper.strip.height <= lower.down + 1e-6


def test_a_page_is_filled_before_the_next_begins() -> None:
    assert _heights(paginate(_lines(40, 40, 40, 40, 40), 100)) == [[40, 40], [40, 40], [40]]


def test_a_strip_kept_with_the_next_moves_with_it() -> None:
    strips = (*_lines(60), *_lines(20, keep=True), *_lines(40))

    assert _heights(paginate(strips, 100)) == [[60], [20, 40]]


def test_a_company_too_large_for_a_page_is_broken_rather_than_lost() -> None:
    assert _heights(paginate(keep_together(_lines(40, 40, 40)), 100)) == [[40, 40], [40]]


def test_a_strip_higher_than_a_page_gets_one_of_its_own() -> None:
    assert _heights(paginate(_lines(10, 300, 10), 100)) == [[10], [300], [10]]


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    strips = (*_lines(90), Strip(20, _draw, above=15))

    assert [page[0].down for page in paginate(strips, 100)] == [0, 0]


def test_a_seal_takes_two_lines_of_text_to_its_page() -> None:
    text, seal = _lines(20, 20, 20, 20), Strip(60, _draw)

    assert _heights(paginate((*with_company(text), seal), 100)) == [[20, 20], [20, 20, 60]]


def test_a_table_goes_on_under_its_header() -> None:
    table = Table()
    table.header = (Strip(10, _draw, keep=True, table=table, heads=True),)
    rows = [Strip(30, _draw, table=table) for _ in range(4)]

    pages = paginate((*table.header, *rows), 100)

    assert _heights(pages) == [[10, 30, 30, 30], [10, 30]]


def test_a_table_is_boxed_on_each_page() -> None:
    table = Table()
    rows = [Strip(40, _draw, table=table) for _ in range(3)]

    pages = paginate((*_lines(10), *rows), 100)

    assert [[placed.edge for placed in page if placed.strip.table] for page in pages] == [
        [Edge(first=True, last=False), Edge(first=False, last=True)],
        [Edge(first=True, last=True)],
    ]


def test_an_empty_document_has_one_page() -> None:
    assert paginate((), 100) == ((),)
