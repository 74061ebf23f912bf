"""From scores to an order of results.

Several entries of one article are one answer said several times: they speak for each other, and
the article need not be named again before another has had its turn. Who tells of two things tells
more of one; what the first result leaves untold of the other's words brings the other's turn.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Part", "in_order"]

# Of the entries by score, those that may come to the front; of those of one article, those that count.
_HEARD = 40
_SPEAKING = 4
# Of the entries by what one part tells, those that may come to the front because of it.
_HEARD_OF_PART = 5


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of the text tells by itself: a score of each entry, and what the part weighs."""

    scores: Sequence[float]
    weight: float


def in_order(
    scores: Sequence[float],
    articles: Sequence[frozenset[Hashable]],
    limit: int,
    parts: Sequence[Part] = (),
    *,
    together: float,
    again: float,
) -> tuple[tuple[int, float], ...]:
    """Numbers of at most ``limit`` entries with what they are worth, best first; none worth nothing.

    ``together`` of the scores of the best others of its article is added to an entry's; what is left
    of it, once its article stands in the results, is multiplied by ``again`` for each time. After the
    first, an entry is worth more by as much as it tells more of ``parts`` than the articles that stand
    in the results already.
    """
    worth, of_article = _heard(scores, articles, max(limit, _HEARD), parts, together)
    left = dict(worth)
    untold = _Untold(parts)
    named: Counter[Hashable] = Counter()
    found: list[tuple[int, float]] = []
    while left and len(found) < limit:
        if found:
            first = max(left, key=lambda number: left[number] + untold.by(number))
            found.append((first, min(found[-1][1], left.pop(first) + untold.by(first))))
        else:
            first = max(left, key=left.__getitem__)
            found.append((first, left.pop(first)))
        named.update(articles[first])
        same = {number for article in articles[first] for number in of_article[article]}
        untold.tell({first, *same})
        for number in same & left.keys():
            left[number] = worth[number] * again ** max(named[a] for a in articles[number])
    return tuple(found)


class _Untold:
    """How much of each part the results so far leave untold."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._told = [(part, 0.0) for part in parts]

    def tell(self, numbers: Iterable[int]) -> None:
        """Let all ``numbers`` have told what they can of each part."""
        self._told = [
            (part, max(told, *(part.scores[number] for number in numbers)))
            for part, told in self._told
        ]

    def by(self, number: int) -> float:
        """What an entry would tell more, in its scores of the parts."""
        return sum(
            part.weight * (part.scores[number] - told)
            for part, told in self._told
            if part.scores[number] > told
        )


def _heard(
    scores: Sequence[float],
    articles: Sequence[frozenset[Hashable]],
    most: int,
    parts: Sequence[Part],
    together: float,
) -> tuple[dict[int, float], Mapping[Hashable, Sequence[int]]]:
    """What each entry that may come to the front is worth, best first; and the entries of an article."""
    heard = dict.fromkeys(_best(scores, most))
    if parts:
        of_parts = (n for part in parts for n in _best(part.scores, _HEARD_OF_PART))
        heard.update(dict.fromkeys(number for number in of_parts if scores[number] > 0))
        heard = dict.fromkeys(sorted(heard, key=scores.__getitem__, reverse=True))
    of_article: dict[Hashable, list[int]] = defaultdict(list)
    for number in heard:
        for article in articles[number]:
            of_article[article].append(number)
    return _with_the_others(tuple(heard), scores, articles, of_article, together), of_article


def _best(scores: Sequence[float], most: int) -> list[int]:
    found = heapq.nlargest(most, range(len(scores)), key=scores.__getitem__)
    return [number for number in found if scores[number] > 0]


def _with_the_others(
    numbers: Sequence[int],
    scores: Sequence[float],
    articles: Sequence[frozenset[Hashable]],
    of_article: Mapping[Hashable, Sequence[int]],
    together: float,
) -> dict[int, float]:
    """What each of ``numbers`` (best first) is worth with what the others of its article bring."""
    speaking = {article: held[:_SPEAKING] for article, held in of_article.items()}
    return {
        number: scores[number]
        + together
        * max(
            (
                sum([scores[n] for n in speaking[article] if n != number][: _SPEAKING - 1])
                for article in articles[number]
            ),
            default=0.0,
        )
        for number in numbers
    }
