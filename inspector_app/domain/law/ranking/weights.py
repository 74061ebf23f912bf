"""The numbers of the ranking, learned from the labelled descriptions (see the room's README)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from inspector_app.domain.law.ranking.index import FieldWeights

__all__ = ["Weights"]


def _fields() -> Mapping[str, FieldWeights]:
    return {
        "wording": FieldWeights(2.0, 0.4),
        "keywords": FieldWeights(1.5, 0.8),
        "summary": FieldWeights(1.2, 0.5),
        "sayings": FieldWeights(1.0, 0.4),
        "law": FieldWeights(0.4, 0.3),
        "duty": FieldWeights(0.3, 0.6),
        "penalty": FieldWeights(0.1, 0.7),
    }


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much.

    ``one``, ``two``, ``word``, ``kind``: single signs, pairs, words by what they mean, kinds of goods.
    ``nearest``: the likest sayings, of which ``sayings`` are taken. ``domain``: how likely the
    words are in that field of law. ``cited``: an entry whose clause the text itself cites.
    ``procedure``: words that tell how the case went (送达、立案、配合检查), in a text of more signs than
    ``report``: whoever says it shortly says nothing beside the point. ``together``: what the best
    entries of the same article add to each other; ``again``: what is left of the score of an entry
    whose article stands in the results already. ``least``: what a text without any word of the
    lexicon must have in common with its best entry, in tokens that none but it holds, else nothing
    is proposed. ``besides``: how much it counts what an entry tells more of a part of the text than
    the articles before it, where the part's tokens have at least ``telling`` rarity together, else
    in proportion; in proportion less, too, in a text of more signs than ``report``.
    """

    fields: Mapping[str, FieldWeights] = field(default_factory=_fields)
    saturation: float = 2.0
    one: float = 0.5
    two: float = 1.0
    word: float = 0.3
    kind: float = 0.5
    nearest: float = 0.3
    sayings: int = 3
    domain: float = 0.05
    cited: float = 1.0
    procedure: float = 0.0
    report: int = 60
    together: float = 0.06
    again: float = 0.85
    least: float = 0.8
    besides: float = 0.6
    telling: float = 25.0
