"""Finding provisions by words: what is indexed, and which of the candidates is shown first.

A key is text as it is compared: width, case, blanks and signs do not count. The index holds each
pair of neighbouring characters of an article's key, so a word of two characters or more is a phrase
of pairs (as the registry's search does). Where the interpreter's SQLite lacks FTS5 every key is
scanned instead, with the same answer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import Article

__all__ = [
    "SHORTEST_WORD",
    "Line",
    "article_key",
    "best_line",
    "lines_of",
    "pairs",
    "phrase",
    "words_in",
]

SHORTEST_WORD = 2
# Stands between lines of an article, so that no pair crosses from one to the next.
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or an item with its citation."""

    citation: Citation
    text: str


def _key(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def words_in(query: str) -> tuple[str, ...]:
    """The keys of the words in ``query``; those of one character find nothing and are left out."""
    keys = (_key(word) for word in query.split())
    return tuple(dict.fromkeys(key for key in keys if len(key) >= SHORTEST_WORD))


def lines_of(law: str, article: Article) -> Iterator[Line]:
    """The paragraphs and items of ``article``, each with the citation that leads to it."""
    single = len(article.paragraphs) == 1
    for number, paragraph in enumerate(article.paragraphs, 1):
        place = Citation(law, article.number, 0 if single else number, 0, article.subarticle)
        yield Line(place, paragraph.text)
        for item in paragraph.items:
            inner = Citation(law, article.number, place.paragraph, item.number, article.subarticle)
            yield Line(inner, str(item))


def article_key(law: str, article: Article) -> str:
    """What is searched of one article: the keys of its lines."""
    return _BREAK.join(_key(line.text) for line in lines_of(law, article))


def pairs(key: str) -> str:
    """The index terms of one article's key, as FTS5 reads them."""
    return " ".join(
        line[place : place + 2] for line in key.split(_BREAK) for place in range(len(line) - 1)
    )


def phrase(words: Iterable[str]) -> str:
    """The FTS5 query for articles that hold every one of ``words``."""
    # A key holds letters and digits only, so nothing in it can end the quotes.
    return " AND ".join(f'"{pairs(word)}"' for word in words)


def best_line(law: str, article: Article, words: tuple[str, ...]) -> tuple[float, Line] | None:
    """The line of ``article`` that answers best and how well; None if a word is missing.

    Best is the line with the most of the words; a short line before a long one. A law that is
    named after a word comes before others that hold it.
    """
    lines = [(line, _key(line.text)) for line in lines_of(law, article)]
    whole = _BREAK.join(key for _, key in lines)
    if not all(word in whole for word in words):
        return None
    held, _, _, line = max(
        (
            (sum(word in key for word in words), -len(key), -place, line)
            for place, (line, key) in enumerate(lines)
        ),
        key=lambda entry: entry[:3],
    )
    name = _key(law)
    return held + sum(word in name for word in words) / 2, line
