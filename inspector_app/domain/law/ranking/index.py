"""An inverted index over weighted fields: which entries hold a token, and how strongly (BM25F)."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["FieldWeights", "Index"]

_NOWHERE: Mapping[int, float] = {}


@dataclass(frozen=True, slots=True)
class FieldWeights:
    """How a field counts: ``weight`` of its tokens, ``length`` 0..1 how far long fields are damped."""

    weight: float
    length: float


class Index:
    """Postings of tokens over entries, each with its saturated weight times the token's rarity.

    The weight of an entry for a token is Robertson's BM25F: occurrences in the fields, damped by
    each field's length and weighted, are added first and saturated then. ``rarest``: the rarity of a
    token that the fewest entries hold; it grows with their number. ``normed``: an entry's weights are
    divided by the root of what its tokens' rarities come to, so that sums of them are cosines.
    """

    def __init__(
        self,
        entries: Sequence[Mapping[str, Sequence[str]]],
        fields: Mapping[str, FieldWeights],
        *,
        saturation: float,
        normed: bool = False,
    ) -> None:
        self._size = len(entries)
        average = {
            name: sum(len(entry.get(name, ())) for entry in entries) / max(1, len(entries))
            for name in fields
        }
        strengths: dict[str, dict[int, float]] = defaultdict(dict)
        for number, entry in enumerate(entries):
            for name, tokens in entry.items():
                if not tokens:
                    continue
                field = fields[name]
                length = len(tokens) / (average[name] or 1.0)
                factor = field.weight / (1.0 - field.length + field.length * length)
                for token, count in Counter(tokens).items():
                    found = strengths[token]
                    found[number] = found.get(number, 0.0) + count * factor
        self._rarity = {
            token: math.log(1.0 + (self._size - len(found) + 0.5) / (len(found) + 0.5))
            for token, found in strengths.items()
        }
        self.rarest = max(self._rarity.values(), default=0.0)
        lengths = self._lengths(entries) if normed else [1.0] * self._size
        self._postings = {}
        for token, found in strengths.items():
            rarity = self._rarity[token]
            self._postings[token] = {
                number: rarity * strength / (strength + saturation) / lengths[number]
                for number, strength in found.items()
            }

    def _lengths(self, entries: Sequence[Mapping[str, Sequence[str]]]) -> list[float]:
        held = ({token for tokens in entry.values() for token in tokens} for entry in entries)
        return [math.sqrt(sum(self._rarity[token] for token in tokens)) or 1.0 for tokens in held]

    def rarity(self, token: str) -> float:
        """The token's inverse document frequency; 0 for a token no entry holds."""
        return self._rarity.get(token, 0.0)

    def weight(self, token: str, number: int) -> float:
        """What ``token`` brings entry ``number``; 0 if it does not hold it."""
        return self._postings.get(token, _NOWHERE).get(number, 0.0)

    def scores(self, tokens: Iterable[tuple[str, float]]) -> list[float]:
        """For each entry the sum of its weights for ``tokens``, each given with a weight of its own."""
        found = [0.0] * self._size
        for token, weight in tokens:
            for number, strength in self._postings.get(token, _NOWHERE).items():
                found[number] += weight * strength
        return found
