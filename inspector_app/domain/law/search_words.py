"""What packs know of words: those that mean the same, and goods and places by what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["SearchWords"]


@dataclass(frozen=True, slots=True)
class SearchWords:
    """``synonyms``: a word, and those that mean the same. ``kinds``: a kind, and what is of it."""

    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
