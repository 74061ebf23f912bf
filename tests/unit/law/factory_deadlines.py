"""Kinds of terms, yearly tables and a counter that goes day by day, for tests of deadlines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.deadline_kinds import DeadlineKind, DeadlineUnit, LapseEffect
from inspector_app.domain.law.deadlines import Suspension
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.law.work_calendar import DaysOff, HolidayTable, WorkCalendar

DAY = timedelta(days=1)


PLAIN = DeadlineKind(
    id="D99",
    title="试验期限",
    title_en="A term",
    length=1,
    unit=DeadlineUnit.CALENDAR_DAY,
    starts="事由发生",
    starts_en="the event",
    lapse=LapseEffect.WARNS,
    consequence="逾期。",
    consequence_en="Late.",
    basis=(Citation("某法", 1),),
    source="某法1",
    verification=Verification.VERIFIED,
)


def kind(length: int, unit: DeadlineUnit, **given: Any) -> DeadlineKind:
    """A term of ``length`` in ``unit``."""
    return replace(PLAIN, length=length, unit=unit, **given)


def table(
    year: int, off: Iterable[tuple[date, date]] = (), make_up: Iterable[date] = ()
) -> HolidayTable:
    """A table of ``year`` with these days off and weekend days that are worked."""
    return HolidayTable(
        year, tuple(DaysOff("国庆节", first, last) for first, last in off), tuple(make_up), "某号"
    )


def plain_calendar(*years: int, **given: bool) -> WorkCalendar:
    """Tables without a single day off."""
    return WorkCalendar([table(year) for year in years], **given)


def is_worked(day: date, tables: Iterable[HolidayTable]) -> bool:
    """Whether ``day`` is worked, looked up the slow way."""
    for each in tables:
        if day in each.make_up:
            return True
        if any(off.first <= day <= off.last for off in each.off):
            return False
    return day.weekday() < 5


def last_day_by_hand(
    start: date,
    count: int,
    tables: Iterable[HolidayTable],
    suspensions: Iterable[Suspension],
    *,
    working: bool,
) -> date:
    """The last of ``count`` days after ``start``, one day after the other."""
    tables, suspensions = list(tables), list(suspensions)
    day = start
    while count:
        day += DAY
        if any(pause.first <= day <= pause.last for pause in suspensions):
            continue
        if working and not is_worked(day, tables):
            continue
        count -= 1
    return day
