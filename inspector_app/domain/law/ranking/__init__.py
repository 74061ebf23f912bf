"""Free text to ranked violations: an index over wordings, keywords, sayings and clauses."""

from inspector_app.domain.law.ranking.ranker import Ranked, Ranker, SearchEntry
from inspector_app.domain.law.ranking.violation_search import (
    FoundViolation,
    ViolationSearch,
)
from inspector_app.domain.law.ranking.weights import Weights

__all__ = [
    "FoundViolation",
    "Ranked",
    "Ranker",
    "SearchEntry",
    "ViolationSearch",
    "Weights",
]
