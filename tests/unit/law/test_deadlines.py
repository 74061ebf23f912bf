"""When a term ends: against a counter that goes day by day, and at its corners."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import UserError
from inspector_app.domain.law.deadline_kinds import (
    DailySurcharge,
    DeadlineUnit,
    Extension,
    LapseEffect,
    NotCounted,
)
from inspector_app.domain.law.deadlines import (
    Suspension,
    Urgency,
    add_months,
    due,
    standing,
)
from inspector_app.domain.law.work_calendar import HolidayTable, WorkCalendar
from tests.unit.law.factory_deadlines import (
    DAY,
    is_worked,
    kind,
    last_day_by_hand,
    plain_calendar,
    table,
)

WORKING, CALENDAR = DeadlineUnit.WORKING_DAY, DeadlineUnit.CALENDAR_DAY
HOUR, MONTH, YEAR = DeadlineUnit.HOUR, DeadlineUnit.MONTH, DeadlineUnit.YEAR
YEARS = range(2023, 2028)
DAYS = st.dates(date(2024, 1, 1), date(2026, 6, 30))
STRETCHES = st.tuples(DAYS, st.integers(0, 40)).map(
    lambda drawn: (drawn[0], drawn[0] + timedelta(days=drawn[1]))
)
SUSPENSIONS = st.lists(
    STRETCHES.map(lambda drawn: Suspension(*drawn, NotCounted.TESTING)), max_size=4
)


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Tables of all years around, with days off and worked weekend days anywhere."""
    off = draw(st.lists(st.tuples(DAYS, st.integers(0, 9)), max_size=8))
    worked = draw(st.lists(DAYS, max_size=8))
    spans = [(first, min(first + length * DAY, date(first.year, 12, 31))) for first, length in off]
    tables = [
        table(
            year,
            [span for span in spans if span[0].year == year],
            [
                day
                for day in worked
                if day.year == year
                and day.weekday() >= 5
                and not any(first <= day <= last for first, last in spans)
            ],
        )
        for year in YEARS
    ]
    return WorkCalendar(tables)


def tables_of(calendar: WorkCalendar) -> list[HolidayTable]:
    return list(calendar.tables.values())


@given(
    start=DAYS,
    length=st.integers(1, 60),
    extension=st.integers(0, 30),
    suspensions=SUSPENSIONS,
    calendar=calendars(),
)
def test_working_days_end_where_a_day_by_day_count_ends(
    start: date,
    length: int,
    extension: int,
    suspensions: list[Suspension],
    calendar: WorkCalendar,
) -> None:
    term = kind(
        length,
        WORKING,
        extensions=(Extension(30, "负责人"),),
        pauses=(NotCounted.TESTING,),
    )

    counted = due(
        term,
        start,
        calendar,
        extensions=[extension] if extension else [],
        suspensions=suspensions,
    )

    by_hand = last_day_by_hand(
        start, length + extension, tables_of(calendar), suspensions, working=True
    )
    assert counted.last == by_hand
    assert counted.counted == length + extension


@given(
    start=DAYS,
    length=st.integers(1, 120),
    suspensions=SUSPENSIONS,
    calendar=calendars(),
    weekends=st.booleans(),
)
def test_calendar_days_end_where_a_day_by_day_count_ends_and_then_roll_over(
    start: date,
    length: int,
    suspensions: list[Suspension],
    calendar: WorkCalendar,
    weekends: bool,
) -> None:
    calendar = WorkCalendar(tables_of(calendar), weekends_roll_over=weekends)
    term = kind(length, CALENDAR, pauses=(NotCounted.TESTING,))

    counted = due(term, start, calendar, suspensions=suspensions)

    natural = last_day_by_hand(start, length, [], suspensions, working=False)
    by_hand = natural
    off = [span for each in tables_of(calendar) for span in each.off]
    while any(span.first <= by_hand <= span.last for span in off) or (
        weekends and not is_worked(by_hand, tables_of(calendar))
    ):
        by_hand += DAY
    assert (counted.before_roll_over, counted.last) == (natural, by_hand)


@given(start=st.dates(date(2000, 1, 1), date(2090, 12, 31)), months=st.integers(1, 120))
def test_months_end_on_the_same_day_or_at_the_end_of_the_month(start: date, months: int) -> None:
    end = add_months(start, months)

    by_hand = start.replace(day=1)
    for _ in range(months):
        by_hand = (by_hand + 31 * DAY).replace(day=1)
    days = monthrange(by_hand.year, by_hand.month)[1]
    assert end == by_hand.replace(day=min(start.day, days))


@given(start=DAYS, months=st.integers(1, 18), suspensions=SUSPENSIONS)
def test_days_that_are_not_counted_push_the_end_of_months_on(
    start: date, months: int, suspensions: list[Suspension]
) -> None:
    term = kind(months, MONTH, pauses=(NotCounted.REMEDY, NotCounted.TESTING))

    counted = due(term, start, plain_calendar(*range(2020, 2040)), suspensions=suspensions)

    days = (add_months(start, months) - start).days
    assert counted.last == last_day_by_hand(start, days, [], suspensions, working=False)


@given(start=DAYS, length=st.integers(1, 30), calendar=calendars())
def test_a_term_before_an_event_leaves_that_many_working_days_up_to_it(
    start: date, length: int, calendar: WorkCalendar
) -> None:
    counted = due(kind(length, WORKING, backward=True), start, calendar)

    between = [counted.last + n * DAY for n in range((start - counted.last).days)]
    assert sum(is_worked(day, tables_of(calendar)) for day in between) == length
    assert is_worked(counted.last, tables_of(calendar))


@pytest.mark.parametrize(
    ("start", "unit", "length", "end"),
    [
        (date(2024, 1, 31), MONTH, 1, date(2024, 2, 29)),
        (date(2025, 1, 31), MONTH, 1, date(2025, 2, 28)),
        (date(2025, 11, 30), MONTH, 3, date(2026, 2, 28)),
        (date(2024, 2, 29), YEAR, 2, date(2026, 2, 28)),
        (date(2024, 2, 28), CALENDAR, 2, date(2024, 3, 1)),
        (date(2024, 12, 31), CALENDAR, 1, date(2025, 1, 1)),
    ],
)
def test_the_ends_of_months_and_leap_years(
    start: date, unit: DeadlineUnit, length: int, end: date
) -> None:
    assert due(kind(length, unit), start, plain_calendar(*YEARS)).last == end


def test_the_hour_in_which_a_term_begins_is_not_counted() -> None:
    counted = due(kind(24, HOUR), datetime(2026, 2, 28, 10, 20), plain_calendar(2026))  # noqa: DTZ001

    assert counted.at == datetime(2026, 3, 1, 11)  # noqa: DTZ001
    assert counted.last == date(2026, 3, 1)


def test_a_term_in_hours_wants_the_time() -> None:
    with pytest.raises(UserError) as refused:
        due(kind(24, HOUR), date(2026, 2, 28), plain_calendar(2026))

    assert refused.value.code == "deadline.needs_time"


def test_a_year_without_a_table_makes_the_count_provisional_and_is_named() -> None:
    counted = due(kind(15, WORKING), date(2026, 12, 20), plain_calendar(2026))

    assert counted.missing_years == (2027,)
    assert counted.provisional
    assert "deadline.years_missing" in {step.code for step in counted.steps}


def test_calendar_days_need_the_table_of_their_last_day_only() -> None:
    calendar = plain_calendar(2027)

    assert not due(kind(30, CALENDAR), date(2026, 12, 20), calendar).provisional
    assert due(kind(30, CALENDAR), date(2026, 11, 20), calendar).missing_years == (2026,)


def test_calendar_days_that_do_not_roll_over_need_no_table() -> None:
    counted = due(kind(30, CALENDAR, rolls_over=False), date(2026, 12, 20), WorkCalendar())

    assert not counted.provisional


def test_a_term_that_does_not_roll_over_ends_within_the_days_off() -> None:
    calendar = WorkCalendar([table(2026, [(date(2026, 10, 1), date(2026, 10, 7))])])
    term = kind(30, CALENDAR, rolls_over=False)

    assert due(term, date(2026, 9, 3), calendar).last == date(2026, 10, 3)


def test_a_plain_weekend_is_named_where_it_does_not_move_the_end() -> None:
    counted = due(kind(15, CALENDAR), date(2026, 11, 6), plain_calendar(2026))

    assert (counted.last, counted.if_weekends_roll) == (date(2026, 11, 21), date(2026, 11, 23))
    assert counted.steps[-1].code == "deadline.weekend"


@pytest.mark.parametrize("granted", [[16], [0], [10, 10]])
def test_an_extension_beyond_the_law_is_refused(granted: list[int]) -> None:
    term = kind(15, WORKING, extensions=(Extension(15, "负责人"),))

    with pytest.raises(UserError) as refused:
        due(term, date(2026, 3, 2), plain_calendar(2026), extensions=granted)

    assert refused.value.code == "deadline.no_extension"


def test_an_extension_without_a_number_in_law_is_what_the_decision_says() -> None:
    term = kind(90, CALENDAR, extensions=(Extension(30, "负责人"), Extension(0, "集体讨论")))

    counted = due(term, date(2026, 3, 2), plain_calendar(2026), extensions=[30, 45])

    assert counted.counted == 165


@pytest.mark.parametrize(
    ("unit", "given", "pause"),
    [
        (WORKING, {}, Suspension(date(2026, 3, 3), date(2026, 3, 4), NotCounted.HEARING)),
        (WORKING, {}, Suspension(date(2026, 3, 3), date(2026, 3, 4))),
        (
            WORKING,
            {"backward": True},
            Suspension(date(2026, 3, 3), date(2026, 3, 4), NotCounted.TRANSIT),
        ),
        (
            HOUR,
            {"pauses": (NotCounted.TESTING,)},
            Suspension(date(2026, 3, 3), date(2026, 3, 4), NotCounted.TESTING),
        ),
    ],
)
def test_a_pause_that_the_term_does_not_know_is_refused(
    unit: DeadlineUnit, given: dict[str, Any], pause: Suspension
) -> None:
    with pytest.raises(UserError) as refused:
        due(kind(7, unit, **given), date(2026, 3, 2), plain_calendar(2026), suspensions=[pause])

    assert refused.value.code == "deadline.no_pause"


def test_time_in_transit_is_never_counted() -> None:
    transit = Suspension(date(2026, 3, 3), date(2026, 3, 5), NotCounted.TRANSIT)

    counted = due(kind(7, CALENDAR), date(2026, 3, 2), plain_calendar(2026), suspensions=[transit])

    assert counted.last == date(2026, 3, 12)


def test_a_pause_that_begins_on_the_last_day_puts_it_off() -> None:
    term = kind(7, CALENDAR, pauses=(NotCounted.TESTING,))
    testing = Suspension(date(2026, 3, 9), date(2026, 3, 11), NotCounted.TESTING)

    counted = due(term, date(2026, 3, 2), plain_calendar(2026), suspensions=[testing])

    assert counted.last == date(2026, 3, 12)


def test_pauses_that_touch_are_told_as_one() -> None:
    term = kind(7, CALENDAR, pauses=(NotCounted.TESTING,))
    testing = [
        Suspension(date(2026, 3, 5), date(2026, 3, 6), NotCounted.TESTING),
        Suspension(date(2026, 3, 3), date(2026, 3, 4), NotCounted.TESTING),
    ]

    counted = due(term, date(2026, 3, 2), plain_calendar(2026), suspensions=testing)

    told = [step.facts for step in counted.steps if step.code == "deadline.paused"]
    assert [(facts["first"], facts["last"]) for facts in told] == [("2026-03-03", "2026-03-06")]


@pytest.mark.parametrize(("backward", "first"), [(False, 3), (True, 1)])
def test_the_day_of_the_event_itself_is_not_counted(backward: bool, first: int) -> None:
    counted = due(kind(2, CALENDAR, backward=backward), date(2026, 3, 2), plain_calendar(2026))

    assert counted.first == date(2026, 3, first)
    assert counted.steps[0].facts["day"] == f"2026-03-0{first}"


def test_a_term_in_days_counts_from_the_day_of_a_moment() -> None:
    counted = due(kind(2, CALENDAR), datetime(2026, 3, 2, 23, 59), plain_calendar(2026))  # noqa: DTZ001

    assert (counted.start, counted.last) == (date(2026, 3, 2), date(2026, 3, 4))


def test_a_term_counted_backward_does_not_give_way_to_days_off() -> None:
    calendar = WorkCalendar([table(2026, [(date(2026, 10, 1), date(2026, 10, 7))])])
    term = kind(3, CALENDAR, backward=True)

    assert due(term, date(2026, 10, 8), calendar).last == date(2026, 10, 5)


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    term = kind(7, CALENDAR, pauses=(NotCounted.TESTING,))
    pause = Suspension(date(2026, 3, 5), date(2026, 3, 4), NotCounted.TESTING)

    with pytest.raises(UserError) as refused:
        due(term, date(2026, 3, 2), plain_calendar(2026), suspensions=[pause])

    assert refused.value.code == "deadline.pause_order"


def test_a_term_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        due(kind(2, YEAR), date(9999, 3, 2), plain_calendar(2026))

    assert refused.value.code == "deadline.out_of_calendar"


@pytest.mark.parametrize(
    ("today", "urgency", "days"),
    [
        (date(2026, 3, 2), Urgency.RUNNING, 9),
        (date(2026, 3, 6), Urgency.SOON, 5),
        (date(2026, 3, 11), Urgency.TODAY, 0),
        (date(2026, 3, 12), Urgency.PAST, -1),
    ],
)
def test_how_a_term_stands_on_a_day(today: date, urgency: Urgency, days: int) -> None:
    calendar = plain_calendar(2026)
    term = due(kind(7, WORKING), date(2026, 3, 2), calendar)

    stands = standing(term, today, calendar)

    assert (stands.urgency, stands.calendar_days) == (urgency, days)


def test_a_term_that_is_past_says_what_its_end_brought() -> None:
    calendar = plain_calendar(2026)
    term = due(kind(7, WORKING, lapse=LapseEffect.LAPSES), date(2026, 3, 2), calendar)

    assert standing(term, date(2026, 3, 11), calendar).effect is None
    assert standing(term, date(2026, 3, 12), calendar).effect is LapseEffect.LAPSES


def test_a_term_in_hours_is_past_within_its_last_day() -> None:
    calendar = plain_calendar(2026)
    term = due(kind(4, HOUR), datetime(2026, 3, 2, 9, 30), calendar)  # noqa: DTZ001

    assert standing(term, datetime(2026, 3, 2, 14), calendar).urgency is Urgency.TODAY  # noqa: DTZ001
    assert standing(term, datetime(2026, 3, 2, 14, 1), calendar).urgency is Urgency.PAST  # noqa: DTZ001


@pytest.mark.parametrize(
    ("days", "yuan"), [(-1, "0"), (0, "0"), (1, "30"), (33, "990"), (34, "1000"), (900, "1000")]
)
def test_the_extra_fine_grows_by_the_day_up_to_the_fine(days: int, yuan: str) -> None:
    assert DailySurcharge(30, 1000).amount(Decimal(1000), days) == Decimal(yuan)
