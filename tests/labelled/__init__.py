"""Descriptions of what was found, each labelled with the violations that an expert would name.

``tuning.tsv`` (300) is what weights and words are tuned on, ``testing.tsv`` (150) what the figures
are taken from; nobody tunes on the latter. Columns: text, voice (inspector, owner, complainant,
case), ids (violations that are right, the best first, joined by ``|``).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.law.catalogue import Catalogue
from inspector_app.domain.law.citation import Citation

__all__ = ["Figures", "Labelled", "Miss", "judge", "labelled", "law_articles"]

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Labelled:
    """One description and the violations that are right for it."""

    text: str
    voice: str
    ids: tuple[str, ...]


def labelled(name: str) -> tuple[Labelled, ...]:
    """The descriptions of ``tuning`` or ``testing``."""
    with (_FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Labelled(row["text"], row["voice"], tuple(row["ids"].split("|"))) for row in rows
        )


def law_articles(citations: tuple[Citation, ...]) -> frozenset[tuple[str, int]]:
    """The articles that clauses stand in: what "the right article" is compared by."""
    return frozenset((citation.law, citation.article) for citation in citations)


@dataclass(frozen=True, slots=True)
class Miss:
    """A description whose first result has another duty article than the right one."""

    described: Labelled
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares in percent: right duty (penalty) article first, among the first three; and the misses."""

    duty_first: float
    duty_three: float
    penalty_first: float
    penalty_three: float
    misses: tuple[Miss, ...]


def judge(
    descriptions: tuple[Labelled, ...], results: list[tuple[str, ...]], catalogue: Catalogue
) -> Figures:
    """How far ``results`` (violation ids, best first, one tuple a description) are right."""
    counts = [0, 0, 0, 0]
    misses = []
    for described, found in zip(descriptions, results, strict=True):
        right = [catalogue[code].violation for code in described.ids]
        duty = frozenset().union(*(law_articles(violation.duty) for violation in right))
        penalty = frozenset().union(*(law_articles(violation.penalty) for violation in right))
        named = [catalogue[code].violation for code in found[:3]]
        by_duty = [bool(law_articles(violation.duty) & duty) for violation in named]
        by_penalty = [bool(law_articles(violation.penalty) & penalty) for violation in named]
        for place, hits in enumerate((by_duty[:1], by_duty, by_penalty[:1], by_penalty)):
            counts[place] += any(hits)
        if not any(by_duty[:1]):
            misses.append(Miss(described, found[:3]))
    shares = [100 * count / len(descriptions) for count in counts]
    return Figures(shares[0], shares[1], shares[2], shares[3], tuple(misses))
