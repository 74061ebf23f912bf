"""A term against the day on which something was done, and what a missing yearly table leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inspector_app.domain.law.deadline_kinds import DeadlineUnit
from inspector_app.domain.law.deadlines import Due
from inspector_app.domain.law.gate.registry import Obstacle

__all__ = ["in_doubt", "is_other_day", "late"]

# By so many days a year's arrangement may move the end of a term: the longest days off in a row,
# and a make-up day more.
_MOVED_BY_A_TABLE = 10


def late(term: Due, done: date, at: str = "", **facts: str | int) -> Iterator[Obstacle]:
    """``done`` lies after the last day of ``term``; and whether that is certain."""
    if done > term.last:
        yield Obstacle(at, {**facts, "due": term.last.isoformat()})
    yield from in_doubt(term, done, at)


def in_doubt(term: Due, done: date | None = None, at: str = "") -> Iterator[Obstacle]:
    """Years without a table on which it hangs whether ``term`` was over on the day ``done``.

    Only the days up to ``done`` decide that; without it, every year the term was counted through.
    """
    years = tuple(y for y in term.missing_years if done is None or y <= done.year)
    if years:
        facts = {
            "due": term.last.isoformat(),
            "years": "、".join(map(str, years)),
            "listed": ", ".join(map(str, years)),
        }
        yield Obstacle(at, facts, unknown_years=years)


def is_other_day(term: Due, named: date) -> bool:
    """Whether ``named`` is certainly not the last day of ``term``.

    No text says whether a last day on a plain weekend moves (待核实): either day is right. Where a
    year has no table, a day near the one counted may be it; but a term in calendar days never ends
    sooner for want of one.
    """
    if named in (term.last, term.if_weekends_roll):
        return False
    if not term.provisional:
        return True
    if term.kind.unit is DeadlineUnit.CALENDAR_DAY and named < term.last:
        return True
    return abs((named - term.last).days) > _MOVED_BY_A_TABLE
