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
    """How often each field of law uses a token, kept as how much the token speaks for each field."""

    def __init__(self, texts: Iterable[tuple[str, Sequence[str]]]) -> None:
        counts: dict[str, Counter[str]] = {}
        for domain, tokens in texts:
            counts.setdefault(domain, Counter()).update(tokens)
        every: Counter[str] = Counter()
        for found in counts.values():
            every.update(found)
        whole = sum(every.values())
        # A field that never used a token loses the same for every such token; what a field that used
        # it gains beside that is kept with the token: few fields use most tokens.
        self._unused: dict[str, float] = {}
        self._used: dict[str, list[tuple[str, float]]] = {token: [] for token in every}
        for domain, found in counts.items():
            total = found.total() + _SMOOTHING
            self._unused[domain] = unused = math.log(_SMOOTHING / total)
            for token, count in found.items():
                base = every[token] / whole
                used = math.log((count + _SMOOTHING * base) / total / base)
                self._used[token].append((domain, used - unused))

    def chances(self, tokens: Mapping[str, float]) -> dict[str, float]:
        """For each field its probability given ``tokens`` and how much each counts; empty if no text
        has any of them.
        """
        sums = dict.fromkeys(self._unused, 0.0)
        seen = 0.0
        for token, counted in tokens.items():
            used = self._used.get(token)
            if used is None:
                continue
            share_of_one = min(1.0, counted)
            seen += share_of_one
            for domain, gained in used:
                sums[domain] += share_of_one * gained
        if not seen:
            return {}
        for domain, unused in self._unused.items():
            sums[domain] += seen * unused
        top = max(sums.values())
        powers = {d: math.exp((value - top) / (1 + seen * _DAMPING)) for d, value in sums.items()}
        total = sum(powers.values())
        return {domain: power / total for domain, power in powers.items()}
