"""Citations as authors write them: ``食安法 126(1)(五)`` = article 126, paragraph 1, item 5.

Arabic in brackets is a paragraph (款), Chinese in brackets an item (项), as inspectors note them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from inspector_app.domain.chinese import chinese_number
from inspector_app.domain.law.citation import Citation

__all__ = ["CitationError", "UnknownLaw", "compact_citation", "parse_citation"]

_FORM = re.compile(
    r"(?P<law>[^\s()（）]+)[ \u3000]+(?P<article>\d{1,4})"
    r"(?:[(（](?P<paragraph>\d{1,2})[)）])?"
    r"(?:[(（](?P<item>[一二三四五六七八九十]{1,3})[)）])?"
)
_ITEMS = {chinese_number(number): number for number in range(1, 100)}


class CitationError(Exception):
    """The text is not a citation."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


class UnknownLaw(CitationError):
    """The citation names a law that neither the pack nor one it depends on has declared."""


def parse_citation(text: str, laws: Mapping[str, str]) -> Citation:
    """The place that ``text`` cites; ``laws`` maps short names to full official names.

    Raises :class:`CitationError` if the form is wrong, :class:`UnknownLaw` if the short name is
    not in ``laws``.
    """
    match = _FORM.fullmatch(text.strip())
    if match is None or (match["item"] and match["item"] not in _ITEMS):
        raise CitationError(
            f"引用“{text}”的写法不对。", "请写成“食安法 126(1)(五)”：条(款)(项)，款用阿拉伯数字。"
        )
    if match["law"] not in laws:
        close = get_close_matches(match["law"], tuple(laws), n=1, cutoff=0.4)
        hint = f"是否想写“{close[0]}”？" if close else ""
        raise UnknownLaw(
            f"没有声明过简称“{match['law']}”。", f"{hint}请在 pack.yaml 的 laws 中写明简称和全称。"
        )
    return Citation(
        law=laws[match["law"]],
        article=int(match["article"]),
        paragraph=int(match["paragraph"] or 0),
        item=_ITEMS[match["item"]] if match["item"] else 0,
    )


def compact_citation(citation: Citation, laws: Mapping[str, str]) -> str:
    """``citation`` in the form :func:`parse_citation` reads, by the short name in ``laws``."""
    short = next((key for key, full in laws.items() if full == citation.law), citation.law)
    paragraph = f"({citation.paragraph})" if citation.paragraph else ""
    item = f"({chinese_number(citation.item)})" if citation.item else ""
    return f"{short} {citation.article}{paragraph}{item}"
