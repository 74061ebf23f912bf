"""From scores to an order of results.

Several entries of one article are one answer said several times: they speak for each other, and
the article need not be named again before another has had its turn.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

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
    worth = _with_the_others([n for n in best if scores[n] > 0], scores, articles, together)
    named: Counter[Hashable] = Counter()
    found: list[tuple[int, float]] = []
    while worth and len(found) < limit:
        left = {
            number: value * again ** max((named[a] for a in articles[number]), default=0)
            for number, value in worth.items()
        }
        first = max(left, key=left.__getitem__)
        found.append((first, left[first]))
        named.update(articles[first])
        del worth[first]
    return tuple(found)


def _with_the_others(
    numbers: Sequence[int],
    scores: Sequence[float],
    articles: Sequence[frozenset[Hashable]],
    together: float,
) -> dict[int, float]:
    """What each of ``numbers`` (best first) is worth with what the others of its article bring."""
    of_article: dict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        for article in articles[number]:
            of_article[article].append(number)
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
