"""Citations (法条引用): a place in a law, and every way of printing it.

``《…》第一百二十四条第一款第（五）项`` is the official way (立法技术规范（试行）（一）); inspectors note
``124(1)(五)``. Reading all of them back is :mod:`inspector_app.domain.law.citation_text`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby

from inspector_app.domain.chinese import chinese_number
from inspector_app.domain.late_dataclass import dataclass

__all__ = [
    "NATIONAL",
    "Citation",
    "CitationStyle",
    "agree",
    "format_citation",
    "format_citations",
    "format_place",
    "short_name",
]

NATIONAL = "中华人民共和国"
"""What the full name of a law of the whole country begins with."""


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A place in a law, by full official name and Arabic numbers; 0 means the level is not named.

    ``article`` 条, ``paragraph`` 款, ``item`` 项; ``subarticle`` is the number behind 之 of an
    article that an amendment inserted (第二百八十七条之二).
    """

    law: str
    article: int
    paragraph: int = 0
    item: int = 0
    subarticle: int = 0


class CitationStyle(StrEnum):
    """A way of writing the place within a law."""

    OFFICIAL = "official"  # 第一百二十四条第一款第（五）项
    PLAIN = "plain"  # 第一百二十四条第一款第五项
    ARABIC = "arabic"  # 第124条第1款第5项
    COMPACT = "compact"  # 124(1)(五)


def agree(told: Citation, clause: Citation) -> bool:
    """Whether ``told`` is ``clause`` as far as both say where it stands."""
    same = (told.law, told.article, told.subarticle) == (
        clause.law,
        clause.article,
        clause.subarticle,
    )
    pairs = ((told.paragraph, clause.paragraph), (told.item, clause.item))
    return same and all(one == other or 0 in (one, other) for one, other in pairs)


def short_name(law: str) -> str:
    """A law's name as it is spoken of: without the country's. Papers carry the full one."""
    return law.removeprefix(NATIONAL)


def format_place(citation: Citation, style: CitationStyle = CitationStyle.OFFICIAL) -> str:
    """Article, paragraph and item without the law's name; levels that are 0 are left out."""
    if style is CitationStyle.COMPACT:
        return _compact(citation)
    number = str if style is CitationStyle.ARABIC else chinese_number
    text = f"第{number(citation.article)}条"
    if citation.subarticle:
        text += f"之{number(citation.subarticle)}"
    if citation.paragraph:
        text += f"第{number(citation.paragraph)}款"
    if citation.item:
        item = number(citation.item)
        text += f"第（{item}）项" if style is CitationStyle.OFFICIAL else f"第{item}项"
    return text


def _compact(citation: Citation) -> str:
    text = str(citation.article)
    if citation.subarticle:
        text += f"之{chinese_number(citation.subarticle)}"
    if citation.paragraph:
        text += f"({citation.paragraph})"
    if citation.item:
        text += f"({chinese_number(citation.item)})"
    return text


def format_citation(citation: Citation, style: CitationStyle = CitationStyle.OFFICIAL) -> str:
    """The citation with the law's full name in book-title marks."""
    return f"《{citation.law}》{format_place(citation, style)}"


def format_citations(
    citations: Iterable[Citation], style: CitationStyle = CitationStyle.OFFICIAL
) -> str:
    """Several citations as one phrase; neighbours of the same law name it once."""
    unique = list(dict.fromkeys(citations))
    phrases = [
        f"《{law}》" + "、".join(format_place(citation, style) for citation in group)
        for law, group in groupby(unique, key=lambda citation: citation.law)
    ]
    return "，".join(phrases)
