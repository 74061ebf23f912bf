"""When to try again: pure numbers, so that they can be tested without waiting."""

from __future__ import annotations

import random
from collections.abc import Callable

__all__ = ["Pace", "delay"]

IDLE = 300.0
FIRST = 5.0
LONGEST = 900.0


def delay(failures: int, jitter: float, retry_after: float = 0.0) -> float:
    """Seconds until the next attempt after ``failures`` failed ones in a row.

    Doubles from 5 s up to 15 min, of which ``jitter`` (0 … 1) takes the upper half at random, so
    that laptops that lost the server together do not come back together. ``retry_after`` is what
    the server asked for: never sooner, and spread over a quarter more.
    """
    if failures <= 0:
        return IDLE
    # The exponent is bounded: 2 ** 1000 seconds is no number for a timer.
    longest = min(LONGEST, FIRST * 2.0 ** min(failures - 1, 16))
    waiting = longest * (0.5 + 0.5 * jitter)
    return max(waiting, retry_after * (1 + 0.25 * jitter))


class Pace:
    """The pace of one laptop: remembers what the server asked for last."""

    def __init__(self, jitter: Callable[[], float] = random.random) -> None:
        self._jitter = jitter
        self._retry_after = 0.0

    def heed(self, retry_after: float) -> None:
        """The last attempt failed, and the server asked to wait so many seconds (0 = it did not)."""
        self._retry_after = retry_after

    def next_delay(self, failures: int) -> float:
        """Seconds until the next attempt; after a success the usual interval."""
        return delay(failures, self._jitter(), self._retry_after if failures else 0.0)
