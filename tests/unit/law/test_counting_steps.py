"""How a term was counted is said step by step: what was left out, what moved, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from inspector_app.domain.law.counting_steps import Reckoned, count_steps
from inspector_app.domain.law.deadline_kinds import DeadlineUnit
from inspector_app.domain.law.work_calendar import DaysOff, HolidayTable, WorkCalendar
from tests.unit.law.factory_deadlines import plain_calendar

BEIJING = timezone(timedelta(hours=8))
FIRST = date(2026, 9, 28)
FESTIVAL = DaysOff("国庆节", date(2026, 10, 1), date(2026, 10, 7))
MAKE_UP = date(2026, 10, 10)
CALENDAR = WorkCalendar([HolidayTable(2026, (FESTIVAL,), (MAKE_UP,), "通知")])
TERM = Reckoned(
    unit=DeadlineUnit.WORKING_DAY,
    start=date(2026, 9, 27),
    first=FIRST,
    last=date(2026, 10, 12),
    natural=date(2026, 10, 12),
    rolling=date(2026, 10, 12),
    counted=7,
)
DAYS = replace(TERM, unit=DeadlineUnit.CALENDAR_DAY, counted=15)


def codes(term: Reckoned, calendar: WorkCalendar = CALENDAR) -> list[str]:
    return [step.code.removeprefix("deadline.") for step in count_steps(term, calendar)]


def texts(term: Reckoned) -> str:
    return "".join(step.text for step in count_steps(term, CALENDAR))


def test_working_days_name_the_festival_and_the_days_worked_for_it() -> None:
    assert codes(TERM) == ["first_day", "length_w", "days_off", "make_up", "ends"]
    assert texts(TERM) == (
        "2026年9月27日当日不计算在内，第一日从2026年9月28日起算。数7个工作日。"
        "国庆节放假，2026年10月1日至2026年10月7日不是工作日。"
        "2026年10月10日调休上班，计入工作日。2026年10月12日届满。"
    )


def test_a_festival_says_its_days_for_other_languages_too() -> None:
    (festival,) = [step for step in count_steps(TERM, CALENDAR) if step.code.endswith("days_off")]

    assert (festival.facts["day"], festival.facts["until"]) == ("2026-10-01", "2026-10-07")


def test_without_days_off_or_worked_none_are_told() -> None:
    assert codes(TERM, plain_calendar(2026)) == ["first_day", "length_w", "ends"]


def test_calendar_days_leave_nothing_out() -> None:
    assert codes(DAYS) == ["first_day", "length_d", "ends"]


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (DeadlineUnit.CALENDAR_DAY, "数3个自然日。"),
        (DeadlineUnit.MONTH, "满3个月；到期月份没有对应日的，以月末日为准。"),
        (DeadlineUnit.YEAR, "满3年。"),
    ],
)
def test_the_length_is_said_in_the_terms_of_its_unit(unit: DeadlineUnit, said: str) -> None:
    (_, length, *_) = count_steps(replace(DAYS, unit=unit, counted=3), CALENDAR)

    assert (length.text, length.facts) == (said, {"counted": 3})


def test_a_last_day_among_days_off_moves_and_says_from_where() -> None:
    rolled = replace(DAYS, natural=date(2026, 10, 3), last=date(2026, 10, 8), rolling=DAYS.last)
    rolled = replace(rolled, rolling=rolled.last)

    assert codes(rolled) == ["first_day", "length_d", "rolled", "ends"]
    assert "最后一日2026年10月3日是节假日，顺延到2026年10月8日。" in texts(rolled)


def test_a_last_day_on_a_plain_weekend_stays_and_says_that_it_might_move() -> None:
    weekend = replace(
        DAYS, natural=date(2026, 10, 17), last=date(2026, 10, 17), rolling=date(2026, 10, 19)
    )

    assert codes(weekend) == ["first_day", "length_d", "ends", "weekend"]
    assert "是否顺延到2026年10月19日待核实" in texts(weekend)


def test_a_term_that_is_counted_back_ends_at_the_latest_day_and_leaves_out_the_same() -> None:
    back = replace(
        TERM,
        start=date(2026, 10, 13),
        first=date(2026, 10, 12),
        last=FIRST,
        natural=FIRST,
        rolling=date(2026, 9, 30),
        backward=True,
    )

    assert codes(back) == ["first_day_back", "length_w", "days_off", "make_up", "latest"]
    assert "最迟在2026年9月28日。" in texts(back)


def test_stretches_that_do_not_count_and_years_without_a_table_are_told() -> None:
    paused = replace(
        DAYS, pauses=((date(2026, 9, 29), date(2026, 9, 30)),), missing_years=(2027, 2028)
    )

    assert codes(paused) == ["first_day", "length_d", "paused", "ends", "years_missing"]
    assert "2026年9月29日至2026年9月30日不计入。" in texts(paused)
    assert "没有2027、2028年的放假安排" in texts(paused)


def test_hours_are_told_by_the_minute() -> None:
    hours = replace(
        DAYS,
        unit=DeadlineUnit.HOUR,
        counted=24,
        begins=datetime(2026, 9, 28, 10, 0, tzinfo=BEIJING),
        at=datetime(2026, 9, 29, 10, 0, tzinfo=BEIJING),
    )

    assert codes(hours) == ["first_hour", "ends_at"]
    assert texts(hours) == (
        "开始的时不计算在内，从2026年9月28日10时00分起算，满24小时。2026年9月29日10时00分届满。"
    )
