"""From scores to an order of results.

Several entries of one article are one answer said several times: they speak for each other, and
the article need not be named again before another has had its turn.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

__all__ = ["in_order"]

# Of the entries by score, those that may come to the front; of those of one article, those that count.
_HEARD = 40
_SPEAKING = 4


def in_order(
    scores: Sequence[float],
    articles: Sequence[frozenset[Hashable]],
    limit: int,
    *,
    together: float,
    again: float,
) -> tuple[tuple[int, float], ...]:
    """Numbers of at most ``limit`` entries with what they are worth, best first; none worth nothing.

    ``together`` of the scores of the best others of its article is added to an entry's; what is left
    of it, once its article stands in the results, is multiplied by ``again`` for each time.
    """
    best = heapq.nlargest(max(limit, _HEARD), range(len(scores)), key=scores.__getitem__)
    best = [number for number in best if scores[number] > 0]
    of_article: dict[Hashable, list[int]] = defaultdict(list)
    for number in best:
        for article in articles[number]:
            of_article[article].append(number)
    worth = _with_the_others(best, scores, articles, of_article, together)
    left = dict(worth)
    named: Counter[Hashable] = Counter()
    found: list[tuple[int, float]] = []
    while left and len(found) < limit:
        first = max(left, key=left.__getitem__)
        found.append((first, left.pop(first)))
        named.update(articles[first])
        for number in {n for article in articles[first] for n in of_article[article]} & left.keys():
            left[number] = worth[number] * again ** max(named[a] for a in articles[number])
    return tuple(found)


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
