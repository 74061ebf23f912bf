"""Which field of law (药品, 价格 …) words belong to: naive Bayes over all texts of each field."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["FieldsOfLaw"]

# A token that a field never used counts as if a text of this many tokens had used it as all do.
_SMOOTHING = 10.0
# Neighbouring tokens repeat each other; their evidence is damped by how many there are.
_DAMPING = 0.15


class FieldsOfLaw:
    """How often each field of law uses a token. What a query needs is worked out when it is asked."""

    def __init__(self, texts: Iterable[tuple[str, Sequence[str]]]) -> None:
        counts: dict[str, Counter[str]] = {}
        for domain, tokens in texts:
            counts.setdefault(domain, Counter()).update(tokens)
        self._counts = counts
        self._totals = {domain: sum(c.values()) for domain, c in counts.items()}
        self._every: Counter[str] = Counter()
        for found in counts.values():
            self._every.update(found)
        self._whole = sum(self._totals.values())

    def chances(self, tokens: Mapping[str, float]) -> dict[str, float]:
        """For each field its probability given ``tokens`` and how much each counts; empty if no text
        has any of them.
        """
        sums = dict.fromkeys(self._counts, 0.0)
        seen = 0.0
        for token, counted in tokens.items():
            every = self._every[token]
            if not every:
                continue
            share_of_one = min(1.0, counted)
            seen += share_of_one
            base = every / self._whole
            for domain, found in self._counts.items():
                share = (found[token] + _SMOOTHING * base) / (self._totals[domain] + _SMOOTHING)
                sums[domain] += share_of_one * math.log(share / base)
        if not seen:
            return {}
        top = max(sums.values())
        powers = {d: math.exp((value - top) / (1 + seen * _DAMPING)) for d, value in sums.items()}
        total = sum(powers.values())
        return {domain: power / total for domain, power in powers.items()}
