"""When to try again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.sync.backoff import FIRST, IDLE, LONGEST, Pace, delay

JITTER = st.floats(0, 1, allow_nan=False)


def test_after_a_success_the_usual_interval() -> None:
    assert delay(0, 0.5) == IDLE


@given(JITTER)
def test_the_first_retry_comes_soon(jitter: float) -> None:
    assert FIRST / 2 <= delay(1, jitter) <= FIRST


@given(st.integers(1, 10_000), JITTER)
def test_no_wait_is_longer_than_the_longest(failures: int, jitter: float) -> None:
    assert delay(failures, jitter) <= LONGEST


@given(st.integers(1, 6), JITTER)
def test_each_failure_waits_at_least_as_long_as_the_one_before(
    failures: int, jitter: float
) -> None:
    assert delay(failures + 1, jitter) >= delay(failures, jitter)


@given(st.integers(1, 20), JITTER, st.floats(1, 3600))
def test_the_server_is_never_asked_sooner_than_it_wants(
    failures: int, jitter: float, retry_after: float
) -> None:
    assert delay(failures, jitter, retry_after) >= retry_after


def test_laptops_that_failed_together_do_not_come_back_together() -> None:
    assert len({delay(5, jitter / 10, 600) for jitter in range(10)}) == 10


@pytest.mark.parametrize(("failures", "expected"), [(0, IDLE), (1, 600.0)])
def test_what_the_server_asked_for_counts_only_after_a_failure(
    failures: int, expected: float
) -> None:
    pace = Pace(jitter=lambda: 0.0)
    pace.heed(600)
    assert pace.next_delay(failures) == expected
