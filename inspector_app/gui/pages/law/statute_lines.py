"""A statute as lines to be read, each with the place that it is (no Qt here)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from inspector_app.domain.chinese import chinese_number
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import Article, Division, DivisionKind, Paragraph, Statute

__all__ = [
    "Line",
    "LineKind",
    "OutlineEntry",
    "first_of_article",
    "lines_of",
    "outline_of",
    "place_in_lines",
]


class LineKind(Enum):
    """How a line is set."""

    NOTE = "note"
    PART = "part"  # 编、分编
    CHAPTER = "chapter"  # 章
    SECTION = "section"  # 节
    PARAGRAPH = "paragraph"  # 款
    ITEM = "item"  # 项
    SUBITEM = "subitem"  # 目
    ANNEX = "annex"


_HEADINGS = {
    DivisionKind.PART: LineKind.PART,
    DivisionKind.SUBPART: LineKind.PART,
    DivisionKind.CHAPTER: LineKind.CHAPTER,
    DivisionKind.SECTION: LineKind.SECTION,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text.

    ``label`` stands before ``text`` in bold: the article's number at its first line, the number of
    an item. ``citation`` is the place, in its normal form; None for headings, notes and annexes.
    """

    kind: LineKind
    text: str
    label: str = ""
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading: at which line, how deep (0 = outermost), its words, its first and last article."""

    line: int
    depth: int
    title: str
    first: str
    last: str


def lines_of(statute: Statute) -> tuple[Line, ...]:
    """Notes, headings, articles and annexes in the order of the text."""
    return tuple(_lines(statute))


def _lines(statute: Statute) -> Iterator[Line]:
    for note in statute.notes:
        yield Line(LineKind.NOTE, note)
    above: tuple[Division, ...] = ()
    for article in statute.articles:
        yield from _headings(above, article.divisions)
        above = article.divisions
        yield from _article_lines(statute.edition.law, article)
    for annex in statute.annexes:
        yield Line(LineKind.ANNEX, annex)


def _headings(above: Sequence[Division], now: Sequence[Division]) -> Iterator[Line]:
    same = 0
    while same < min(len(above), len(now)) and above[same] == now[same]:
        same += 1
    for division in now[same:]:
        yield Line(_HEADINGS[division.kind], str(division))


def _article_lines(law: str, article: Article) -> Iterator[Line]:
    single = len(article.paragraphs) == 1
    label = article.label
    for number, paragraph in enumerate(article.paragraphs, 1):
        own = Citation(law, article.number, 0 if single else number, 0, article.subarticle)
        yield Line(LineKind.PARAGRAPH, paragraph.text, label, own)
        label = ""
        yield from _item_lines(own, paragraph)


def _item_lines(own: Citation, paragraph: Paragraph) -> Iterator[Line]:
    for item in paragraph.items:
        place = Citation(own.law, own.article, own.paragraph, item.number, own.subarticle)
        yield Line(LineKind.ITEM, item.text, f"（{chinese_number(item.number)}）", place)
        for subitem in item.subitems:
            yield Line(LineKind.SUBITEM, subitem.text, f"{subitem.number}．", place)


def outline_of(lines: Sequence[Line]) -> tuple[OutlineEntry, ...]:
    """The headings with the articles that stand under each."""
    headings = [n for n, line in enumerate(lines) if line.kind in _DEPTHS]
    shallow = min((_DEPTHS[lines[n].kind] for n in headings), default=0)
    found = []
    for place in headings:
        depth = _DEPTHS[lines[place].kind]
        after = (n for n in headings if n > place and _DEPTHS[lines[n].kind] <= depth)
        end = next(after, len(lines))
        labels = [
            line.label
            for line in lines[place:end]
            if line.kind is LineKind.PARAGRAPH and line.label
        ]
        first, last = (labels[0], labels[-1]) if labels else ("", "")
        found.append(OutlineEntry(place, depth - shallow, lines[place].text, first, last))
    return tuple(found)


_DEPTHS = {LineKind.PART: 0, LineKind.CHAPTER: 1, LineKind.SECTION: 2}


def place_in_lines(lines: Sequence[Line], citation: Citation) -> tuple[int, int] | None:
    """First and last line of a place; a paragraph has its items, an article all of its lines."""
    within = [
        n
        for n, line in enumerate(lines)
        if line.citation is not None and _is_within(line.citation, citation)
    ]
    return (within[0], within[-1]) if within else None


def _is_within(place: Citation, whole: Citation) -> bool:
    same_article = (place.article, place.subarticle) == (whole.article, whole.subarticle)
    # The only paragraph of an article is numbered by some and left unnamed by others.
    same_paragraph = not whole.paragraph or max(place.paragraph, 1) == whole.paragraph
    same_item = not whole.item or place.item == whole.item
    return same_article and same_paragraph and same_item


def first_of_article(lines: Sequence[Line], line: int, by: int) -> int | None:
    """The first line of the next (``by`` 1) or the previous (-1) article, seen from ``line``.

    Backwards from within an article it is that article's own first line.
    """
    starts = [n for n, each in enumerate(lines) if each.kind is LineKind.PARAGRAPH and each.label]
    if by > 0:
        return next((n for n in starts if n > line), None)
    return next((n for n in reversed(starts) if n < line), None)
