"""Working days by yearly tables."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.work_calendar import DayKind, WorkCalendar
from tests.unit.law.factory_deadlines import DAY, is_worked, plain_calendar, table

NATIONAL_DAY = table(
    2026, [(date(2026, 10, 1), date(2026, 10, 7))], [date(2026, 9, 20), date(2026, 10, 10)]
)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 9, 30), DayKind.WORKDAY),
        (date(2026, 10, 1), DayKind.DAY_OFF),
        (date(2026, 10, 3), DayKind.DAY_OFF),  # a Saturday within the days off
        (date(2026, 10, 10), DayKind.MAKE_UP),
        (date(2026, 10, 11), DayKind.WEEKEND),
    ],
)
def test_a_day_is_what_the_table_says(day: date, kind: DayKind) -> None:
    assert WorkCalendar([NATIONAL_DAY]).kind_of(day) is kind


def test_days_off_have_the_name_of_their_festival_and_other_days_none() -> None:
    calendar = WorkCalendar([NATIONAL_DAY])
    days = [date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 7), date(2026, 10, 8)]

    assert [calendar.holiday(day) for day in days] == ["", "国庆节", "国庆节", ""]


def test_without_a_table_the_week_decides_and_the_year_is_not_known() -> None:
    calendar = WorkCalendar([NATIONAL_DAY])

    assert calendar.is_working(date(2027, 10, 8))
    assert not calendar.is_working(date(2027, 10, 9))
    assert not calendar.is_known(2027)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 1, 1), "元旦"),
        (date(2027, 1, 2), ""),
        (date(2027, 4, 30), ""),
        (date(2027, 5, 1), "劳动节"),
        (date(2027, 5, 2), "劳动节"),
        (date(2027, 5, 3), ""),
        (date(2024, 5, 1), "劳动节"),
        (date(2024, 5, 2), ""),  # a day off since 2025
        (date(2025, 5, 2), "劳动节"),
        (date(2027, 9, 30), ""),
        (date(2027, 10, 1), "国庆节"),
        (date(2027, 10, 3), "国庆节"),
        (date(2027, 10, 4), ""),
    ],
)
def test_festivals_on_fixed_dates_are_days_off_without_a_table(day: date, name: str) -> None:
    calendar = WorkCalendar([NATIONAL_DAY])

    assert calendar.holiday(day) == name
    assert (calendar.kind_of(day) is DayKind.DAY_OFF) is bool(name)


def test_a_table_alone_says_what_its_year_has_off() -> None:
    assert WorkCalendar([NATIONAL_DAY]).holiday(date(2026, 5, 1)) == ""


@given(after=DAYS, until=DAYS)
def test_working_days_are_counted_without_the_first_and_with_the_last(
    after: date, until: date
) -> None:
    first, last = min(after, until), max(after, until)
    one_by_one = sum(
        is_worked(first + n * DAY, [NATIONAL_DAY]) for n in range(1, (last - first).days + 1)
    )

    counted = WorkCalendar([NATIONAL_DAY]).working_days(after, until)

    assert counted == (one_by_one if after <= until else -one_by_one)


def test_a_last_day_off_moves_to_the_first_day_after_it() -> None:
    assert WorkCalendar([NATIONAL_DAY]).rolled(date(2026, 10, 3), weekends=False) == date(
        2026, 10, 8
    )


def test_a_last_day_on_a_plain_weekend_stays_unless_weekends_move() -> None:
    calendar = plain_calendar(2026)

    assert calendar.rolled(date(2026, 11, 21), weekends=False) == date(2026, 11, 21)
    assert calendar.rolled(date(2026, 11, 21), weekends=True) == date(2026, 11, 23)
