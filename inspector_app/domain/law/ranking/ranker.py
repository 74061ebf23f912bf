"""Free text to ranked violations (违法行为), with why.

Three views of the same words are added: BM25F over the fields of an entry; the likeness to the
nearest ways of saying it; how likely the words are in the entry's field of law. Standard library
only: one query takes milliseconds, no model is loaded.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inspector_app.domain.law.ranking.fields_of_law import FieldsOfLaw
from inspector_app.domain.law.ranking.index import FieldWeights, Index
from inspector_app.domain.law.ranking.ordering import Part, in_order
from inspector_app.domain.law.ranking.spelling import Spelling
from inspector_app.domain.law.ranking.text import (
    Lexicon,
    Passage,
    Stretches,
    normalise,
    pairs,
    parts,
    passages,
    runs,
)
from inspector_app.domain.law.ranking.weights import Weights

__all__ = ["Ranked", "Ranker", "SearchEntry"]

_PAIR = 2
_WORDS_SHOWN = 4
_SAYINGS = "sayings"
# What marks a token as a word's meaning: a group of synonyms, a kind of goods or places.
_GROUP, _KIND = "=", "#"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What is searched of one violation: texts by field, ways of saying it, its field of law.

    ``usual`` multiplies its score: what is seldom meant gives way to what mostly is. ``articles``:
    whose duties it breaks; entries of one article speak for each other.
    """

    id: str
    domain: str
    fields: Mapping[str, tuple[str, ...]]
    sayings: tuple[str, ...] = ()
    usual: float = 1.0
    articles: frozenset[Hashable] = frozenset()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One result. ``score`` orders the results of one text and says nothing across texts;
    ``words`` are the words of the text that it means too, ``saying`` the likest of its sayings.
    """

    id: str
    score: float
    words: tuple[str, ...] = ()
    saying: str = ""


class Ranker:
    """The index over all entries; made once, asked often.

    ``synonyms``: groups of words that mean the same. ``kinds``: goods and places by what they are,
    so that whoever names biscuits has named food.
    """

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
        held: list[dict[str, list[str]]] = []
        said: list[tuple[int, str, list[str]]] = []
        said_of: list[tuple[int, int]] = []
        for number, entry in enumerate(entries):
            tokens = {
                name: [t for text in texts for t in self._tokens(text)]
                for name, texts in entry.fields.items()
            }
            spoken = [(number, text, self._tokens(text)) for text in entry.sayings]
            tokens[_SAYINGS] = [t for _, _, found in spoken for t in found]
            held.append(tokens)
            said_of.append((len(said), len(said) + len(spoken)))
            said.extend(spoken)
        self._fields = Index(held, self._weights.fields, saturation=self._weights.saturation)
        self._spelling = Spelling(self._lexicon, lambda pair: self._fields.rarity(pair) > 0)
        self._said = tuple(text for _, text, _ in said)
        self._said_of = tuple(said_of)
        self._sayings = Index(
            [{"said": tokens} for _, _, tokens in said],
            {"said": FieldWeights(1.0, 0.0)},
            saturation=0.5,
            normed=True,
        )
        self._numbers = {entry.id: number for number, entry in enumerate(entries)}
        self._articles = tuple(entry.articles for entry in entries)
        self._domains = tuple(entry.domain for entry in entries)
        self._usual = tuple(entry.usual for entry in entries)
        self._wordings = tuple(
            " ".join(
                run for text in entry.fields.get("wording", ()) for run in runs(normalise(text))
            )
            for entry in entries
        )
        self._of_law = FieldsOfLaw(
            (entry.domain, [t for found in tokens.values() for t in found])
            for entry, tokens in zip(entries, held, strict=True)
        )

    def rank(
        self, text: str, limit: int = 10, cited: frozenset[str] = frozenset()
    ) -> tuple[Ranked, ...]:
        """The ``limit`` likeliest violations, best first; none for a text that says nothing of any.

        ``cited``: the entries whose clauses the text itself cites; they come first.
        """
        told = passages(text)
        heard = self._mended(told, len(text))
        tokens = self._weighed(heard)
        alike = self._alike(tokens)
        scores = self._scores(tokens, alike)
        for code in cited & self._numbers.keys():
            scores[self._numbers[code]] += self._weights.cited
        w = self._weights
        best = in_order(
            scores,
            self._articles,
            limit,
            () if cited else tuple(self._told_by_parts(text)),
            together=w.together,
            again=w.again,
        )
        words = dict(self._words(heard))
        if best and not (cited or words or self._has_enough_in_common(tokens, best[0][0])):
            return ()
        stretches = Stretches(heard)
        written = dict(zip(_runs(heard), _runs(told), strict=True)) if heard != told else {}
        return tuple(
            Ranked(
                self._entries[number].id,
                score,
                _as_written(self._met(stretches, words, number), written),
                self._likest(alike, number),
            )
            for number, score in best
        )

    def _told_by_parts(self, text: str) -> Iterator[Part]:
        """What the parts of ``text`` tell by themselves. A part of few telling words weighs little,
        and so does any part of a report, which tells one thing in many sentences.

        The likeness to sayings is left out: it is dear, and brings nothing where words are so few.
        """
        w = self._weights
        counted = w.besides * min(1.0, w.report / max(1, len(text)))
        for part in parts(text):
            heard = self._mended(passages(part), len(text))
            if all(passage.procedural for passage in heard):
                continue
            tokens = self._weighed(heard)
            weighted, reachable = self._reachable(tokens)
            likely = self._likely(tokens)
            yield Part(
                [
                    (score / reachable + field) * usual
                    for score, field, usual in zip(
                        self._fields.scores(weighted), likely, self._usual, strict=True
                    )
                ],
                counted * min(1.0, reachable / w.telling),
            )

    def _mended(self, told: tuple[Passage, ...], signs: int) -> tuple[Passage, ...]:
        """The passages of a text of so many signs with words put right of which a sign has the sound
        only: so does who types on site. Whoever writes a report reads it again.
        """
        if signs > self._weights.report:
            return told
        mended = self._spelling.mended
        return tuple(replace(each, runs=tuple(map(mended, each.runs))) for each in told)

    def _weighed(self, heard: Sequence[Passage]) -> dict[str, float]:
        """Each token of the text and how much it counts: what tells of procedure counts little."""
        w = self._weights
        counts: dict[str, float] = {}
        signs = sum(len(run) for passage in heard for run in passage.runs)
        telling = any(not passage.procedural for passage in heard)
        aside = w.procedure if telling and signs > w.report else 1.0
        for passage in heard:
            share = aside if passage.procedural else 1.0
            if not share:
                continue
            for run in passage.runs:
                for token in self._run_tokens(run):
                    counts[token] = counts.get(token, 0.0) + share
        return {
            token: count if count <= 1 else 1.0 + math.log(count) for token, count in counts.items()
        }

    def _scores(self, tokens: Mapping[str, float], alike: Sequence[float]) -> list[float]:
        w = self._weights
        weighted, reachable = self._reachable(tokens)
        take = w.sayings
        return [
            (score / reachable + w.nearest * sum(sorted(alike[start:stop])[-take:]) / take + field)
            * usual
            for score, (start, stop), field, usual in zip(
                self._fields.scores(weighted),
                self._said_of,
                self._likely(tokens),
                self._usual,
                strict=True,
            )
        ]

    def _reachable(self, tokens: Mapping[str, float]) -> tuple[list[tuple[str, float]], float]:
        """The tokens with what they weigh, and the rarity that they have together."""
        weighted = [(token, self._weight(token) * share) for token, share in tokens.items()]
        return weighted, sum(x * self._fields.rarity(token) for token, x in weighted) or 1.0

    def _likely(self, tokens: Mapping[str, float]) -> list[float]:
        """For each entry how likely the words are in its field of law."""
        chances = self._of_law.chances(tokens)
        counted = self._weights.domain
        return [counted * chances[domain] if chances else 0.0 for domain in self._domains]

    def _alike(self, tokens: Mapping[str, float]) -> list[float]:
        """How like each saying is (cosine over rare tokens)."""
        norm = math.sqrt(sum(self._sayings.rarity(t) * s * s for t, s in tokens.items())) or 1.0
        return self._sayings.scores((token, share / norm) for token, share in tokens.items())

    def _likest(self, alike: Sequence[float], number: int) -> str:
        """The saying of an entry that is most alike; empty if none is."""
        start, stop = self._said_of[number]
        at = max(range(start, stop), key=alike.__getitem__, default=None)
        return self._said[at] if at is not None and alike[at] else ""

    def _met(
        self, stretches: Stretches, words: Mapping[str, tuple[str, ...]], number: int
    ) -> tuple[str, ...]:
        """The words of the text that the entry means too, those that count most first.

        Words of the lexicon, and what stands in the wording too: pairs of signs are compared, but
        are no reason to a reader.
        """
        values = {
            shared: max(self._fields.weight(pair, number) for pair in pairs(shared))
            for shared in stretches.shared(self._wordings[number])
        }
        for word, meanings in words.items():
            value = max(self._fields.weight(meaning, number) for meaning in meanings)
            if value:
                values[word] = value
        shown: list[str] = []
        for word in sorted(values, key=lambda word: (-values[word], -len(word))):
            if not any(word in other or other in word for other in shown):
                shown.append(word)
        return tuple(shown[:_WORDS_SHOWN])

    def _words(self, heard: Sequence[Passage]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The words of the text that a person would call words, with what they mean."""
        for run in _runs(heard):
            for word, meanings in self._lexicon.words(run):
                if len(word) >= _PAIR:
                    yield word, meanings

    def _has_enough_in_common(self, tokens: Mapping[str, float], number: int) -> bool:
        """Whether a text without a word of the lexicon has enough in common with its best entry.

        Whoever writes of the weather shares some pairs of signs with anything.
        """
        common = sum(
            self._weight(token) * share * self._fields.weight(token, number)
            for token, share in tokens.items()
            if len(token) >= _PAIR
        )
        return common >= self._weights.least * self._fields.rarest

    def _tokens(self, text: str) -> list[str]:
        return [token for run in runs(normalise(text)) for token in self._run_tokens(run)]

    def _run_tokens(self, run: str) -> list[str]:
        found = pairs(run)
        found.extend(m for _, meanings in self._lexicon.words(run) for m in meanings)
        return found

    def _weight(self, token: str) -> float:
        w = self._weights
        if token[0] == _GROUP:
            return w.word
        if token[0] == _KIND:
            return w.kind
        return w.two if len(token) >= _PAIR else w.one


def _runs(heard: Iterable[Passage]) -> Iterator[str]:
    return (run for passage in heard for run in passage.runs)


def _as_written(words: tuple[str, ...], written: Mapping[str, str]) -> tuple[str, ...]:
    """``words`` of mended runs as they stand in the runs that were ``written``."""
    found = []
    for word in words:
        run = next((run for run in written if word in run), word)
        at = run.find(word)
        found.append(written.get(run, run)[at : at + len(word)])
    return tuple(found)


def _lexicon(
    entries: Sequence[SearchEntry],
    synonyms: Sequence[Sequence[str]],
    kinds: Mapping[str, Sequence[str]],
) -> Lexicon:
    words: list[tuple[str, str]] = [
        (run, _GROUP + run)
        for entry in entries
        for text in entry.fields.get("keywords", ())
        for run in runs(normalise(text))
        if len(run) >= _PAIR
    ]
    words.extend((normalise(w), _GROUP + normalise(group[0])) for group in synonyms for w in group)
    words.extend((normalise(w), _KIND + kind) for kind, names in kinds.items() for w in names)
    return Lexicon(words)
