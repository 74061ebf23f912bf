"""How lines of a statute begin: articles, headings, items, sub-items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspector_app.domain.chinese import read_chinese_number
from inspector_app.domain.law.statute import Division, DivisionKind
from inspector_app.statutes.marks import without_inner_blanks
from inspector_app.statutes.source import Line

__all__ = [
    "ArticleLine",
    "begins_annex",
    "division_in",
    "item_in",
    "looks_like_article",
    "read_article_line",
    "subitem_in",
]

_NUMBER = r"[零〇一二两三四五六七八九十百千0-9０-９]{1,9}"
_CHINESE = r"[零〇一二两三四五六七八九十百]{1,7}"
_ARTICLE = re.compile(
    rf"第 ?(?P<number>{_NUMBER}) ?条(?: ?之 ?(?P<sub>{_CHINESE}))?(?P<gap>[ :：]*)(?P<text>.*)",
    re.DOTALL,
)
# What follows the number where a sentence speaks of an article instead of being one.
_SPEAKS_OF = re.compile(r"的|第|、|和|至|到|及|或|规定|[，,；;。．.》〉款项]")
_DIVISION = re.compile(rf"第 ?(?P<number>{_NUMBER}) ?(?P<unit>分编|编|章|节)(?P<title>.*)")
_LONGEST_HEADING = 60
_SENTENCE = re.compile(r"[。；：！？;]$|^ ?(?:的|规定|第|和|至)")
_ITEM = re.compile(rf"[（(] ?(?P<number>{_CHINESE}) ?[）)] ?(?P<text>(?!项(?!目)).*)", re.DOTALL)
_SUBITEM = re.compile(
    r"(?:[（(] ?(?P<inside>\d{1,2}) ?[）)]|(?P<before>\d{1,2}) ?(?:\.(?!\d)|[．、）)])) ?(?P<text>.*)",
    re.DOTALL,
)
_ANNEX = re.compile(r"附(?:件|录|表|图|：|:| ?$)")
_LONGEST_ANNEX_TITLE = 40

_KINDS = {
    "编": DivisionKind.PART,
    "分编": DivisionKind.SUBPART,
    "章": DivisionKind.CHAPTER,
    "节": DivisionKind.SECTION,
}


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """A line that may begin an article; ``apart`` is whether a blank sets its number off."""

    number: int
    subarticle: int
    text: str
    apart: bool


def _number(text: str) -> int | None:
    try:
        value = read_chinese_number(text)
    except ValueError:
        return None
    return value if 0 < value < 10_000 else None


def looks_like_article(text: str) -> bool:
    """Whether ``text`` begins with 第……条 at all."""
    return _ARTICLE.match(text) is not None


def read_article_line(text: str) -> ArticleLine | None:
    """The article that begins with ``text``; None if it only speaks of one.

    第三十一条的决定》第一次修正 is the rest of a history note, 第五条规定的…… of a sentence.
    """
    match = _ARTICLE.fullmatch(text)
    number = _number(match["number"]) if match else None
    if match is None or number is None:
        return None
    sub = _number(match["sub"]) if match["sub"] else 0
    if sub is None:
        return None
    apart = bool(match["gap"]) or not match["text"]
    if not apart and _SPEAKS_OF.match(match["text"]):
        return None
    return ArticleLine(number, sub, match["text"].strip(), apart)


def division_in(line: Line) -> Division | None:
    """The heading of a part, chapter or section that ``line`` is; None if it is none."""
    match = _DIVISION.fullmatch(line.text)
    number = _number(match["number"]) if match else None
    if match is None or number is None:
        return None
    title = match["title"]
    if not line.heading and (len(line.text) > _LONGEST_HEADING or _SENTENCE.search(title)):
        return None
    return Division(_KINDS[match["unit"]], number, without_inner_blanks(title.strip(" :：")))


def item_in(text: str) -> tuple[int, str] | None:
    """Number and text of an item (项): （一）……, with brackets of either width."""
    match = _ITEM.fullmatch(text)
    number = _number(match["number"]) if match else None
    return (number, match["text"]) if match and number else None


def subitem_in(text: str) -> tuple[int, str] | None:
    """Number and text of a sub-item (目): 1．……, 1. ……, （1）……"""
    match = _SUBITEM.fullmatch(text)
    if match is None:
        return None
    return int(match["inside"] or match["before"]), match["text"]


def begins_annex(line: Line) -> bool:
    """Whether ``line`` is the title of what is attached behind the last article."""
    return (
        _ANNEX.match(line.text) is not None
        and len(line.text) <= _LONGEST_ANNEX_TITLE
        and not line.text.endswith(("。", "；", "，"))
    )
