"""Citations (法条引用) printed the official way: 《…》第一百二十四条第一款第（五）项."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from inspector_app.domain.checklist import CitationRef
from inspector_app.domain.chinese import chinese_number

__all__ = ["format_citation", "format_citations"]


def format_place(citation: CitationRef) -> str:
    """Article, paragraph and item without the law's name; levels that are 0 are left out."""
    text = f"第{chinese_number(citation.article)}条"
    if citation.paragraph:
        text += f"第{chinese_number(citation.paragraph)}款"
    if citation.item:
        text += f"第（{chinese_number(citation.item)}）项"
    return text


def format_citation(citation: CitationRef) -> str:
    """The citation with the law's full name in book-title marks."""
    return f"《{citation.law}》{format_place(citation)}"


def format_citations(citations: Iterable[CitationRef]) -> str:
    """Several citations as one phrase; neighbours of the same law name it once."""
    unique = list(dict.fromkeys(citations))
    phrases = [
        f"《{law}》" + "、".join(format_place(citation) for citation in group)
        for law, group in groupby(unique, key=lambda citation: citation.law)
    ]
    return "，".join(phrases)
