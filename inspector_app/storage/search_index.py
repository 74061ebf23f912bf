"""Finding an enterprise among a million by two characters: what is indexed and how it is asked.

One FTS5 table without content holds, for each enterprise, tokens of four kinds:

- each pair of neighbouring characters of the name's key, in order: any part of two characters or
  more is a phrase of pairs (FTS5's own trigrams find nothing below three characters);
- the first two, three and four characters, marked: names that start so;
- each three neighbouring pinyin initials, and the first two, marked.

Its row number is the enterprise's ``place``: the length of the name above a running number. FTS5
answers in that order, so the first rows of a query with a hundred thousand hits are the shortest
names, without reading the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from inspector_app.storage.rows import Prepared
from inspector_app.storage.search_terms import (
    SHORTEST_INNER_INITIALS,
    SHORTEST_QUERY,
    Hit,
    rank,
    search_key,
)

__all__ = ["find", "length_floor", "terms"]

# Private-use characters never stand in a key, so marked tokens meet no pair of a name.
_HEAD_MARK: Final = "\ue000"
_INNER_MARK: Final = "\ue001"
_FIRST_MARK: Final = "\ue002"
_LONGEST_HEAD: Final = 4
_SEQUENCE_BITS: Final = 40
_LONGEST_NAME: Final = 4095

# How many of the shortest names are ranked when more hold the query.
_CANDIDATES: Final = 100

_MATCH: Final = """
    SELECT n.place, n.enterprise, n.name, n.credit_code, n.initials
    FROM enterprise_terms AS t JOIN enterprise_names AS n ON n.place = t.rowid
    WHERE t.terms MATCH ? ORDER BY t.rowid LIMIT ?
"""
_CODE = Prepared("""
    SELECT place, enterprise, name, credit_code, initials FROM enterprise_names
    WHERE credit_code >= ? AND credit_code < ?
    ORDER BY credit_code
""")


def length_floor(name: str) -> int:
    """The lowest place of a name of this length; the next is ``+ 1 << 40``."""
    return min(len(search_key(name)), _LONGEST_NAME) << _SEQUENCE_BITS


def terms(name: str, ways: Iterable[str]) -> str:
    """The tokens of one name and its initials, as FTS5 reads them: separated by blanks."""
    key = search_key(name)
    tokens = _pairs(key)
    tokens += [_HEAD_MARK + key[:size] for size in range(2, _LONGEST_HEAD + 1) if len(key) >= size]
    for way in ways:
        tokens += _inner(way)
        if len(way) >= SHORTEST_QUERY:
            tokens.append(_FIRST_MARK + way[:2])
    return " ".join(tokens)


def _pairs(key: str) -> list[str]:
    return [key[place : place + 2] for place in range(len(key) - 1)]


def _inner(way: str) -> list[str]:
    size = SHORTEST_INNER_INITIALS
    return [_INNER_MARK + way[place : place + size] for place in range(len(way) - size + 1)]


def find(driver: Any, query: str, limit: int) -> tuple[int, ...]:
    """The numbers of the best hits: names first, then credit codes, then initials.

    Exact among the names that start with the query; of those that only hold it, exact among the
    hundred shortest (a query that matches more is one to be typed on).
    """
    key = search_key(query)
    if len(key) < SHORTEST_QUERY or limit < 1:
        return ()
    found: dict[int, tuple[Any, ...]] = {}
    _gather(found, driver.execute(_MATCH, (_beginning(key), limit)))
    if len(found) < limit:
        wanted = max(limit, _CANDIDATES)
        _gather(found, driver.execute(_MATCH, (_phrase(_pairs(key)), wanted)))
    if len(found) < limit and key.isascii():
        code = key.upper()
        _gather(found, _CODE(driver, code, code + "\U0010ffff").fetchmany(limit))
        if key.isalpha():
            wanted = max(limit, _CANDIDATES)
            _gather(found, driver.execute(_MATCH, (_initials_query(key), wanted)))
    hits: list[tuple[Hit, int]] = []
    for _, number, name, code, ways in found.values():
        hit = rank(key, name, code, ways.split())
        if hit is not None:
            hits.append((hit, number))
    hits.sort(key=lambda pair: pair[0])
    return tuple(number for _, number in hits[:limit])


def _gather(found: dict[int, tuple[Any, ...]], rows: Any) -> None:
    for row in rows:
        found.setdefault(row[0], row)


def _beginning(key: str) -> str:
    head = f'"{_HEAD_MARK}{key[:_LONGEST_HEAD]}"'
    return f"{head} AND {_phrase(_pairs(key))}" if len(key) > _LONGEST_HEAD else head


def _phrase(tokens: list[str]) -> str:
    # A key holds letters and digits only, so nothing in it can end the quotes.
    return '"' + " ".join(tokens) + '"'


def _initials_query(key: str) -> str:
    if len(key) < SHORTEST_INNER_INITIALS:
        return _phrase([_FIRST_MARK + key])
    return _phrase(_inner(key))
