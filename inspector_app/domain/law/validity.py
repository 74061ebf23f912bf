"""Days on which something is in use: from one day up to another, both included."""

from __future__ import annotations

from datetime import date

__all__ = ["in_use_on"]


def in_use_on(day: date, first: date | None, last: date | None) -> bool:
    """Whether ``day`` is neither before ``first`` nor after ``last``; None is no bound."""
    return (first is None or first <= day) and (last is None or day <= last)
