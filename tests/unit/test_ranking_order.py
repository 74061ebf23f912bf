"""From scores to an order: entries of one article speak for each other and take turns with others."""

from collections.abc import Hashable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.ranking.ordering import Part, in_order

EXPIRED, LABEL = frozenset({("食品", 34)}), frozenset({("食品", 67)})
NONE: frozenset[Hashable] = frozenset()


def order(
    scores: Sequence[float],
    articles: Sequence[frozenset[Hashable]],
    parts: Sequence[Part] = (),
    *,
    limit: int = 3,
    together: float = 0.0,
    again: float = 1.0,
) -> list[int]:
    found = in_order(scores, articles, limit, parts, together=together, again=again)
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


APART = [frozenset({number}) for number in range(4)]


def test_what_the_first_leaves_untold_of_a_part_brings_another_its_turn() -> None:
    scores = [0.5, 0.4, 0.3, 0.2]
    half, other = Part([0.6, 0.5, 0.0, 0.0], 1.0), Part([0.1, 0.1, 0.1, 0.6], 1.0)

    assert order(scores, APART) == [0, 1, 2]
    assert order(scores, APART, [half, other]) == [0, 3, 1]


def test_the_first_stays_whatever_the_parts_tell() -> None:
    assert order([0.5, 0.4], APART[:2], [Part([0.0, 0.9], 5.0)]) == [0, 1]


def test_what_an_entry_of_the_same_article_tells_of_a_part_is_told() -> None:
    scores, part = [0.5, 0.4, 0.3], Part([0.0, 0.6, 0.5], 1.0)

    assert order(scores, [EXPIRED, EXPIRED, LABEL], [part], again=0.5) == [0, 2, 1]
    assert order(scores, [EXPIRED, NONE, LABEL], [part]) == [0, 1, 2]


def test_an_entry_far_behind_is_heard_where_a_part_tells_of_it() -> None:
    scores = [0.5 - number / 200 for number in range(60)]
    part = Part([0.0] * 59 + [0.6], 1.0)
    articles = [frozenset({number}) for number in range(60)]

    assert order(scores, articles, [part])[1] == 59


SETS = st.frozensets(st.sampled_from("甲乙丙"), max_size=2)


TOLD = st.tuples(st.floats(0, 1), st.floats(0, 1))


@given(st.lists(st.tuples(st.floats(0, 1), SETS, TOLD), max_size=60), st.integers(1, 10))
def test_results_are_in_order_without_repeats_and_as_many_as_asked(
    entries: list[tuple[float, frozenset[Hashable], tuple[float, float]]], limit: int
) -> None:
    scores = [score for score, _, _ in entries]
    parts = [Part([told[number] for _, _, told in entries], 0.6) for number in range(2)]
    articles = [held for _, held, _ in entries]
    found = in_order(scores, articles, limit, parts, together=0.1, again=0.85)

    assert [worth for _, worth in found] == sorted((worth for _, worth in found), reverse=True)
    assert len({number for number, _ in found}) == len(found)
    assert len(found) == min(limit, sum(score > 0 for score in scores))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60), st.integers(1, 10))
def test_where_no_article_is_shared_scores_alone_decide(scores: list[float], limit: int) -> None:
    articles = [frozenset({number}) for number in range(len(scores))]
    found = in_order(scores, articles, limit, together=0.5, again=0.1)

    best = sorted((score for score in scores if score > 0), reverse=True)[:limit]
    assert [worth for _, worth in found] == pytest.approx(best)
