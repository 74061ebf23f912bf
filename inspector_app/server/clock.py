"""The server's time: one place that reads the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

__all__ = ["Now", "stamp", "system_now", "utc_stamp"]

Now = Callable[[], datetime]


def system_now() -> datetime:
    """The present moment with the local offset."""
    return datetime.now().astimezone()


def stamp(moment: datetime) -> str:
    """ISO 8601 with offset, to the millisecond."""
    return moment.isoformat(timespec="milliseconds")


def utc_stamp(moment: datetime, *, days: float = 0, hours: float = 0) -> str:
    """The stamp in UTC, of a later moment if asked; in order as text, so that SQL can compare."""
    return stamp((moment + timedelta(days=days, hours=hours)).astimezone(UTC))
