"""How a term was counted, in sentences for the screen: 第一日从…起算, what was left out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime
from itertools import groupby

from inspector_app.domain.chinese import chinese_date, chinese_datetime
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.deadline_kinds import DeadlineUnit
from inspector_app.domain.law.work_calendar import DayKind, WorkCalendar, days_between

__all__ = ["CountStep", "Reckoned", "count_steps"]


@dataclass(frozen=True, slots=True)
class CountStep:
    """One sentence. ``code`` is stable and translated with ``facts``; ``text`` is Chinese."""

    code: str
    text: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A term as counted in ``unit``: event, first day counted, last day, and the last day before
    roll-over.

    ``rolling`` is the last day if plain weekends moved too. ``begins`` and ``at`` are the moments
    at which a term in hours begins and ends. ``pauses`` are the stretches left out, both ends
    included; ``missing_years`` those without a table.
    """

    unit: DeadlineUnit
    start: date
    first: date
    last: date
    natural: date
    rolling: date
    counted: int
    backward: bool = False
    pauses: Sequence[tuple[date, date]] = ()
    missing_years: Sequence[int] = ()
    at: datetime | None = None
    begins: datetime | None = None


def count_steps(reckoned: Reckoned, calendar: WorkCalendar) -> tuple[CountStep, ...]:
    """The sentences in the order in which one counts."""
    if reckoned.at is not None and reckoned.begins is not None:
        return tuple(_hours(reckoned.at, reckoned.begins, reckoned.counted))
    return tuple(_days(reckoned, calendar))


def _hours(at: datetime, begins: datetime, counted: int) -> Iterator[CountStep]:
    first, end = chinese_datetime(begins), chinese_datetime(at)
    yield CountStep(
        "deadline.first_hour",
        f"开始的时不计算在内，从{first}起算，满{counted}小时。",
        {"first": first, "counted": counted, "day": f"{begins:%Y-%m-%d %H:%M}"},
    )
    yield CountStep(
        "deadline.ends_at",
        f"{end}届满。",
        {"end": end, "day": f"{at:%Y-%m-%d %H:%M}"},
    )


def _days(reckoned: Reckoned, calendar: WorkCalendar) -> Iterator[CountStep]:
    start, first = chinese_date(reckoned.start), chinese_date(reckoned.first)
    facts = {
        "start": start,
        "first": first,
        "event": str(reckoned.start),
        "day": str(reckoned.first),
    }
    if reckoned.backward:
        yield CountStep(
            "deadline.first_day_back", f"{start}当日不计算在内，从{first}起往前数。", facts
        )
    else:
        yield CountStep(
            "deadline.first_day", f"{start}当日不计算在内，第一日从{first}起算。", facts
        )
    yield _length(reckoned.unit, reckoned.counted)
    yield from (_paused(*pause) for pause in reckoned.pauses)
    if reckoned.unit is DeadlineUnit.WORKING_DAY:
        yield from _left_out(reckoned, calendar)
    yield from _end(reckoned)
    if reckoned.missing_years:
        years = "、".join(map(str, reckoned.missing_years))
        yield CountStep(
            "deadline.years_missing",
            f"待核实：本机没有{years}年的放假安排，该年只按双休日和日期固定的法定节日计算。",
            {"years": years, "listed": ", ".join(map(str, reckoned.missing_years))},
        )


def _length(unit: DeadlineUnit, counted: int) -> CountStep:
    match unit:
        case DeadlineUnit.WORKING_DAY:
            return CountStep("deadline.length_w", f"数{counted}个工作日。", {"counted": counted})
        case DeadlineUnit.MONTH:
            return CountStep(
                "deadline.length_m",
                f"满{counted}个月；到期月份没有对应日的，以月末日为准。",
                {"counted": counted},
            )
        case DeadlineUnit.YEAR:
            return CountStep("deadline.length_y", f"满{counted}年。", {"counted": counted})
        case _:
            return CountStep("deadline.length_d", f"数{counted}个自然日。", {"counted": counted})


def _paused(first: date, last: date) -> CountStep:
    said, until = chinese_date(first), chinese_date(last)
    return CountStep(
        "deadline.paused",
        f"{said}至{until}不计入。",
        {"said": said, "until": until, "first": str(first), "last": str(last)},
    )


def _left_out(reckoned: Reckoned, calendar: WorkCalendar) -> Iterator[CountStep]:
    earlier, later = sorted((reckoned.first, reckoned.natural))
    for name, days in groupby(days_between(earlier, later), calendar.holiday):
        stretch = list(days)
        if name:
            first, last = chinese_date(stretch[0]), chinese_date(stretch[-1])
            yield CountStep(
                "deadline.days_off",
                f"{name}放假，{first}至{last}不是工作日。",
                {
                    "name": name,
                    "first": first,
                    "last": last,
                    "day": str(stretch[0]),
                    "until": str(stretch[-1]),
                },
            )
    worked = [
        day for day in days_between(earlier, later) if calendar.kind_of(day) is DayKind.MAKE_UP
    ]
    if worked:
        said = "、".join(map(chinese_date, worked))
        yield CountStep(
            "deadline.make_up",
            f"{said}调休上班，计入工作日。",
            {"said": said, "days": ", ".join(map(str, worked))},
        )


def _end(reckoned: Reckoned) -> Iterator[CountStep]:
    last, natural = chinese_date(reckoned.last), chinese_date(reckoned.natural)
    if reckoned.backward:
        yield CountStep(
            "deadline.latest", f"最迟在{last}。", {"last": last, "day": str(reckoned.last)}
        )
        return
    if reckoned.last != reckoned.natural:
        yield CountStep(
            "deadline.rolled",
            f"最后一日{natural}是节假日，顺延到{last}。",
            {
                "natural": natural,
                "last": last,
                "from_day": str(reckoned.natural),
                "day": str(reckoned.last),
            },
        )
    yield CountStep("deadline.ends", f"{last}届满。", {"last": last, "day": str(reckoned.last)})
    if reckoned.rolling != reckoned.last:
        rolling = chinese_date(reckoned.rolling)
        yield CountStep(
            "deadline.weekend",
            f"届满日是双休日；是否顺延到{rolling}待核实，这里不顺延。",
            {"rolling": rolling, "day": str(reckoned.rolling)},
        )
