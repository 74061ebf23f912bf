"""What packs know beside the catalogue: words that mean the same, goods by kind, what is usual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from inspector_app.domain.late_dataclass import dataclass

__all__ = ["SearchWords"]


@dataclass(frozen=True, slots=True)
class SearchWords:
    """``synonyms``: a word, and those that mean the same. ``kinds``: a kind, and what is of it.
    ``usual``: the violations that are met most, which only orders what is found.
    """

    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    usual: frozenset[str] = frozenset()
