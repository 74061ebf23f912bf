"""Free text to ranked violations (违法行为), with why.

Three views of the same words are added: BM25F over the fields of an entry; the likeness to the
nearest ways of saying it; how likely the words are in the entry's field of law. A text that cites
a clause itself is believed. Standard library only: one query takes milliseconds, no model is loaded.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector_app.domain.law.ranking.index import FieldWeights, Index
from inspector_app.domain.law.ranking.text import Lexicon, grams, normalise, runs
from inspector_app.domain.law.ranking.weights import Weights

__all__ = ["Ranked", "Ranker", "SearchEntry"]

_PAIR = 2
_MEANINGS = "=#"
_WORDS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What is searched of one violation: texts by field, and the field of law it belongs to."""

    id: str
    domain: str
    fields: Mapping[str, tuple[str, ...]]
    sayings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One result: ``score`` 0..1 of what the text could reach, the words and the saying it met."""

    id: str
    score: float
    words: tuple[str, ...] = ()
    saying: str = ""


class Ranker:
    """The index over all entries; made once, asked often."""

    def __init__(
        self,
        entries: Sequence[SearchEntry],
        synonyms: Sequence[Sequence[str]] = (),
        kinds: Mapping[str, Sequence[str]] | None = None,
        weights: Weights | None = None,
    ) -> None:
        self._weights = weights or Weights()
        self._entries = tuple(entries)
        self._lexicon = _lexicon(entries, synonyms, kinds or {})
        self._fields = Index(
            [self._entry_tokens(entry) for entry in entries],
            self._weights.fields,
            saturation=self._weights.saturation,
        )
        spoken = [(number, text) for number, e in enumerate(entries) for text in e.sayings]
        self._spoken = [number for number, _ in spoken]
        self._said = [text for _, text in spoken]
        self._sayings = Index(
            [{"said": self._tokens(text, longest=2)} for text in self._said],
            {"said": FieldWeights(1.0, 0.0)},
            saturation=0.5,
        )
        self._lengths = self._saying_lengths()
        self._domains = _Domains([(e.domain, self._flat(e)) for e in entries])

    def rank(self, text: str, limit: int = 10) -> tuple[Ranked, ...]:
        """The ``limit`` likeliest violations, best first; none for a text without known words."""
        found = runs(normalise(text))
        tokens = Counter(token for run in found for token in self._run_tokens(run, 3))
        near = self._nearest(tokens)
        scores = self._scores(tokens, {n: value for n, (value, _) in near.items()})
        best = heapq.nlargest(limit, range(len(scores)), key=scores.__getitem__)
        return tuple(
            Ranked(
                self._entries[number].id,
                scores[number],
                self._met(found, number),
                self._said[near[number][1]] if number in near else "",
            )
            for number in best
            if scores[number] > 0
        )

    def _met(self, found: Sequence[str], number: int) -> tuple[str, ...]:
        """The stretches of the text that the entry holds, those that count most first."""
        values: dict[str, float] = {}
        for run in found:
            start, value = 0, 0.0
            for place in range(1, len(run) + 1):
                pair = run[place - 1 : place + 1]
                weight = self._fields.weight(pair, number) if len(pair) == _PAIR else 0.0
                if weight:
                    value += weight
                    continue
                if value:
                    values[run[start:place]] = value
                start, value = place, 0.0
        return tuple(heapq.nlargest(_WORDS_SHOWN, values, key=values.__getitem__))

    def _scores(self, tokens: Counter[str], near: Mapping[int, float]) -> list[float]:
        w = self._weights
        weighted = [(t, self._weight(t) * (1.0 + math.log(n))) for t, n in tokens.items()]
        reachable = sum(x * self._fields.rarity(t) for t, x in weighted) or 1.0
        scores = [s / reachable for s in self._fields.scores(weighted)]
        domain = self._domains.chances(tokens)
        for number, entry in enumerate(self._entries):
            scores[number] += w.nearest * near.get(number, 0.0) + w.domain * domain.get(
                entry.domain, 0.0
            )
        return scores

    def _nearest(self, tokens: Counter[str]) -> dict[int, tuple[float, int]]:
        """For each entry the likeness of its nearest sayings, cosine over pairs, and the nearest."""
        query = [(t, 1.0) for t in tokens if len(t) <= _PAIR or t[0] in _MEANINGS]
        norm = math.sqrt(sum(self._sayings.rarity(t) for t, _ in query)) or 1.0
        found: dict[int, list[tuple[float, int]]] = {}
        for number, value in enumerate(self._sayings.scores(query)):
            if value:
                found.setdefault(self._spoken[number], []).append(
                    (value / (norm * self._lengths[number]), number)
                )
        take = self._weights.sayings
        likest = {n: heapq.nlargest(take, values) for n, values in found.items()}
        return {n: (sum(v for v, _ in top) / take, top[0][1]) for n, top in likest.items()}

    def _saying_lengths(self) -> list[float]:
        return [
            math.sqrt(sum(self._sayings.rarity(t) for t in set(self._tokens(text, longest=2))))
            or 1.0
            for text in self._said
        ]

    def _entry_tokens(self, entry: SearchEntry) -> dict[str, list[str]]:
        found = {
            name: [t for text in texts for t in self._tokens(text)]
            for name, texts in entry.fields.items()
        }
        found["sayings"] = [t for text in entry.sayings for t in self._tokens(text)]
        return found

    def _flat(self, entry: SearchEntry) -> list[str]:
        texts = [t for texts in entry.fields.values() for t in texts] + list(entry.sayings)
        return [token for text in texts for token in self._tokens(text, longest=2)]

    def _tokens(self, text: str, longest: int = 3) -> list[str]:
        return [t for run in runs(normalise(text)) for t in self._run_tokens(run, longest)]

    def _run_tokens(self, run: str, longest: int) -> list[str]:
        found = list(grams(run, longest))
        found.extend(m for _, meanings in self._lexicon.words(run) for m in meanings)
        return found

    def _weight(self, token: str) -> float:
        w = self._weights
        if token[0] == "=":
            return w.word
        if token[0] == "#":
            return w.kind
        return (w.one, w.two, w.three)[min(len(token), 3) - 1]


def _lexicon(
    entries: Sequence[SearchEntry],
    synonyms: Sequence[Sequence[str]],
    kinds: Mapping[str, Sequence[str]],
) -> Lexicon:
    words: list[tuple[str, str]] = [
        (run, "=" + run)
        for entry in entries
        for text in entry.fields.get("keywords", ())
        for run in runs(normalise(text))
        if len(run) > 1
    ]
    words.extend((normalise(w), "=" + normalise(group[0])) for group in synonyms for w in group)
    words.extend((normalise(w), "#" + kind) for kind, names in kinds.items() for w in names)
    return Lexicon(words)


class _Domains:
    """How likely words are in each field of law (naive Bayes, Laplace-smoothed)."""

    def __init__(self, texts: Sequence[tuple[str, Sequence[str]]]) -> None:
        counts: dict[str, Counter[str]] = {}
        for domain, tokens in texts:
            counts.setdefault(domain, Counter()).update(tokens)
        totals = {domain: sum(c.values()) for domain, c in counts.items()}
        known = {token for c in counts.values() for token in c}
        every: Counter[str] = Counter()
        for c in counts.values():
            every.update(c)
        whole = sum(every.values())
        self._evidence: dict[str, dict[str, float]] = {}
        smooth = 0.5
        for token in known:
            base = every[token] / whole
            self._evidence[token] = {
                d: math.log((c[token] + smooth * 20 * base) / (totals[d] + smooth * 20) / base)
                for d, c in counts.items()
            }
        self._domains = tuple(counts)

    def chances(self, tokens: Counter[str]) -> dict[str, float]:
        """For each domain its probability given ``tokens``."""
        sums = dict.fromkeys(self._domains, 0.0)
        seen = 0
        for token in tokens:
            evidence = self._evidence.get(token)
            if evidence is None:
                continue
            seen += 1
            for domain, value in evidence.items():
                sums[domain] += value
        if not seen:
            return sums
        top = max(sums.values())
        powers = {d: math.exp((s - top) / (1 + seen * 0.15)) for d, s in sums.items()}
        total = sum(powers.values())
        return {d: p / total for d, p in powers.items()}
