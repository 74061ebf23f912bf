"""From scores to an order: entries of one article speak for each other and take turns with others."""

from collections.abc import Hashable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.ranking.ordering import in_order

EXPIRED, LABEL = frozenset({("食品", 34)}), frozenset({("食品", 67)})
NONE: frozenset[Hashable] = frozenset()


def order(
    scores: Sequence[float],
    articles: Sequence[frozenset[Hashable]],
    *,
    limit: int = 3,
    together: float = 0.0,
    again: float = 1.0,
) -> list[int]:
    found = in_order(scores, articles, limit, together=together, again=again)
    return [number for number, _ in found]


def test_an_article_that_several_entries_mean_comes_before_one_that_a_single_one_does() -> None:
    scores, articles = [0.50, 0.49, 0.48], [LABEL, EXPIRED, EXPIRED]

    assert order(scores, articles)[0] == 0
    assert order(scores, articles, together=0.1)[0] == 1


def test_an_article_named_already_lets_another_have_its_turn() -> None:
    scores, articles = [0.50, 0.49, 0.48], [EXPIRED, EXPIRED, LABEL]

    assert order(scores, articles) == [0, 1, 2]
    assert order(scores, articles, again=0.85) == [0, 2, 1]


def test_entries_without_a_duty_neither_help_nor_hinder_each_other() -> None:
    assert order([0.3, 0.2, 0.1], [NONE, NONE, NONE], together=0.5, again=0.1) == [0, 1, 2]


def test_what_is_worth_nothing_is_not_found() -> None:
    assert order([0.0, 0.2, -0.1], [EXPIRED, EXPIRED, LABEL], together=0.1) == [1]


SETS = st.frozensets(st.sampled_from("甲乙丙"), max_size=2)


@given(st.lists(st.tuples(st.floats(0, 1), SETS), max_size=60), st.integers(1, 10))
def test_results_are_in_order_without_repeats_and_as_many_as_asked(
    entries: list[tuple[float, frozenset[Hashable]]], limit: int
) -> None:
    scores = [score for score, _ in entries]
    found = in_order(scores, [held for _, held in entries], limit, together=0.1, again=0.85)

    assert [worth for _, worth in found] == sorted((worth for _, worth in found), reverse=True)
    assert len({number for number, _ in found}) == len(found)
    assert len(found) == min(limit, sum(score > 0 for score in scores))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60), st.integers(1, 10))
def test_where_no_article_is_shared_scores_alone_decide(scores: list[float], limit: int) -> None:
    articles = [frozenset({number}) for number in range(len(scores))]
    found = in_order(scores, articles, limit, together=0.5, again=0.1)

    best = sorted((score for score in scores if score > 0), reverse=True)[:limit]
    assert [worth for _, worth in found] == pytest.approx(best)
