"""Two laws, their short names, and any citation of them."""

from __future__ import annotations

from hypothesis import strategies as st

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.citation_text import read_citations

__all__ = ["FOOD", "LAWS", "RULES", "citations", "places"]

FOOD = "中华人民共和国食品安全法"
RULES = "中华人民共和国食品安全法实施条例"
LAWS = {"食品安全法": FOOD, "食安条例": RULES}
citations = st.builds(
    Citation,
    st.sampled_from([FOOD, RULES, "市场监督管理行政处罚程序规定"]),
    st.integers(1, 1260),
    st.integers(0, 20),
    st.integers(0, 40),
    st.integers(0, 12),
)


def places(text: str, **named: str) -> list[tuple[int, int, int]]:
    """Article, paragraph and item of each citation read in ``text``."""
    found = read_citations(text, LAWS, **named)
    return [(c.citation.article, c.citation.paragraph, c.citation.item) for c in found]
