"""Working days: weekends, days off and make-up workdays (调休上班) of yearly tables.

The tables are data of packs, one a year, from the State Council's notice of that year
(全国年节及纪念日放假办法). A year without a table is never taken for known: whoever counts through it
says so (:meth:`WorkCalendar.is_known`). The festivals on fixed dates are days off in every year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.violation import Verification

__all__ = ["FESTIVALS", "DayKind", "DaysOff", "HolidayTable", "WorkCalendar", "days_between"]

DAY = timedelta(days=1)
SATURDAY = 5
# What a year's notice arranges; a table that lacks one of them does not cover the year.
FESTIVALS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
# 全国年节及纪念日放假办法 2: month, day, festival, and the first year in which it is a day off. The
# second of May came with the amendment of 2024-11-10; the festivals of the moon have no fixed date.
_FIXED = {
    (month, day): (name, since)
    for name, month, days, since in (
        ("元旦", 1, (1,), 2000),
        ("劳动节", 5, (1,), 2000),
        ("劳动节", 5, (2,), 2025),
        ("国庆节", 10, (1, 2, 3), 2000),
    )
    for day in days
}


class DayKind(StrEnum):
    """What a day is to an office."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    DAY_OFF = "day_off"  # 放假、调休
    MAKE_UP = "make_up"  # 调休上班: a weekend day that is worked


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days off in a row as the notice names them, both ends included; ``name`` 国庆节、中秋节."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class HolidayTable:
    """One year's arrangement: days off, weekend days that are worked, and the notice's number."""

    year: int
    off: tuple[DaysOff, ...]
    make_up: tuple[date, ...]
    source: str
    verification: Verification = Verification.VERIFIED


class WorkCalendar:
    """What each day is. ``weekends_roll_over``: whether a last day on a plain weekend moves too.

    程序规定 80 moves a last day on 法定节假日 only; whether a plain weekend is one is practice and a
    switch of the pack.
    """

    def __init__(
        self, tables: Iterable[HolidayTable] = (), *, weekends_roll_over: bool = False
    ) -> None:
        self.tables = {table.year: table for table in tables}
        self.weekends_roll_over = weekends_roll_over
        self._off = {
            day: off.name
            for table in self.tables.values()
            for off in table.off
            for day in days_between(off.first, off.last)
        }
        self._make_up = {day for table in self.tables.values() for day in table.make_up}

    def is_known(self, year: int) -> bool:
        """Whether there is a table for ``year``."""
        return year in self.tables

    def kind_of(self, day: date) -> DayKind:
        """What ``day`` is; without a table of its year, by weekday and fixed festivals alone."""
        if self.holiday(day):
            return DayKind.DAY_OFF
        if day.weekday() >= SATURDAY:
            return DayKind.MAKE_UP if day in self._make_up else DayKind.WEEKEND
        return DayKind.WORKDAY

    def is_working(self, day: date) -> bool:
        """Whether ``day`` is a working day (工作日)."""
        return self.kind_of(day) in (DayKind.WORKDAY, DayKind.MAKE_UP)

    def holiday(self, day: date) -> str:
        """The name of the days off that ``day`` lies in; empty for any other day."""
        if self.is_known(day.year):
            return self._off.get(day, "")
        name, since = _FIXED.get((day.month, day.day), ("", 0))
        return self._off.get(day) or (name if day.year >= since else "")

    def working_days(self, after: date, until: date) -> int:
        """Working days after ``after`` up to and including ``until``; negative if it lies before."""
        if until < after:
            return -self.working_days(until, after)
        return sum(map(self.is_working, days_between(after + DAY, until)))

    def rolled(self, last: date, *, weekends: bool) -> date:
        """The day on which a term ends whose last day is ``last``: the first after days off.

        With ``weekends`` the first working day (程序规定 80).
        """
        while self.kind_of(last) is DayKind.DAY_OFF or (weekends and not self.is_working(last)):
            last += DAY
        return last


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from ``first`` to ``last``, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)
