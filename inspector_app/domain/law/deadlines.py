"""When a deadline (期限) ends, and how it stands on a day.

Counting follows 程序规定 80: the hour or day in which a term begins is not counted, time in transit
is not counted, and a last day on 法定节假日 gives way to the first day after it. 处罚法 85 and
强制法 69 say which terms are in working days.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.counting_steps import CountStep, Reckoned, count_steps
from inspector_app.domain.law.deadline_kinds import (
    DeadlineKind,
    DeadlineUnit,
    LapseEffect,
    NotCounted,
)
from inspector_app.domain.law.work_calendar import DAY, WorkCalendar, days_between

__all__ = [
    "SOON",
    "Due",
    "Standing",
    "Suspension",
    "Urgency",
    "add_months",
    "due",
    "standing",
    "standing_to",
]

HOUR = timedelta(hours=1)
MONTHS_A_YEAR = 12
# From so many working days before its end a term stands among those to be seen to first.
SOON = 3


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days that are not counted, both ends included; None = the officer vouches for the reason."""

    first: date
    last: date
    reason: NotCounted | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """When a term ends, and how that was counted.

    ``start`` is the day of the event, ``last`` the last day on which it is kept (for a backward
    term, the latest day to act), ``at`` the moment for a term in hours. ``counted`` is the length
    in ``kind.unit``, extensions included. ``before_roll_over`` is the last day as counted, and
    ``if_weekends_roll`` the one if plain weekends moved as well. ``missing_years`` have no table:
    what depends on them is provisional (待核实).
    """

    kind: DeadlineKind
    start: date
    first: date
    last: date
    counted: int
    before_roll_over: date
    if_weekends_roll: date
    at: datetime | None = None
    missing_years: tuple[int, ...] = ()
    steps: tuple[CountStep, ...] = field(default=(), repr=False)

    @property
    def provisional(self) -> bool:
        """Whether a year it was counted through has no table."""
        return bool(self.missing_years)


class Urgency(StrEnum):
    """How a term stands on a day."""

    RUNNING = "running"
    SOON = "soon"
    TODAY = "today"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a term stands: days left to its last day, negative once it is past.

    ``effect`` is what its end has brought, None while it runs or where nothing follows by itself.
    """

    urgency: Urgency
    calendar_days: int
    working_days: int
    effect: LapseEffect | None = None


def due(
    kind: DeadlineKind,
    start: date | datetime,
    calendar: WorkCalendar,
    *,
    extensions: Sequence[int] = (),
    suspensions: Sequence[Suspension] = (),
) -> Due:
    """When a term of ``kind`` ends whose event happened at ``start``.

    ``extensions`` are the lengths granted, in the kind's unit and in its order of extensions.
    Raises ``UserError`` for an extension or a pause that the kind does not know, for a term in
    hours without a time of day, and for days beyond the calendar.
    """
    _check_extensions(kind, extensions)
    pauses = _pauses(kind, suspensions)
    try:
        if kind.unit is DeadlineUnit.HOUR:
            return _in_hours(kind, start, calendar, extensions)
        day = start.date() if isinstance(start, datetime) else start
        return _in_days(kind, day, calendar, extensions, pauses)
    except (OverflowError, ValueError) as error:
        begins = f"{start:%Y-%m-%d}"
        raise UserError(
            "deadline.out_of_calendar",
            f"从 {begins} 起算，期限超出了日历。",
            safe="未作任何更改。",
            mend="请核对起算日期。",
            facts={"start": begins},
        ) from error


def standing(term: Due, now: date | datetime, calendar: WorkCalendar) -> Standing:
    """How ``term`` stands at ``now``; a term in hours needs the moment, else its day counts."""
    today = now.date() if isinstance(now, datetime) else now
    stands = standing_to(term.last, today, calendar)
    over = term.at is not None and isinstance(now, datetime) and now > term.at
    if over or stands.urgency is Urgency.PAST:
        return replace(stands, urgency=Urgency.PAST, effect=term.kind.lapse)
    return stands


def standing_to(last: date, today: date, calendar: WorkCalendar) -> Standing:
    """How what ends on ``last`` stands on ``today``."""
    left, working = (last - today).days, calendar.working_days(today, last)
    if left < 0:
        urgency = Urgency.PAST
    elif left == 0:
        urgency = Urgency.TODAY
    else:
        urgency = Urgency.SOON if working <= SOON else Urgency.RUNNING
    return Standing(urgency, left, working)


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last of that month if it has no such day."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _in_hours(
    kind: DeadlineKind, start: date | datetime, calendar: WorkCalendar, extensions: Sequence[int]
) -> Due:
    if not isinstance(start, datetime):
        raise UserError(
            "deadline.needs_time",
            f"“{kind.title}”以小时计算，需要起算的时刻。",
            safe="未作任何更改。",
            mend="请写明到分钟的时刻，例如 2026-11-21T09:30。",
            facts={"kind": kind.id, "title": kind.title},
        )
    counted = kind.length + sum(extensions)
    begins = start.replace(minute=0, second=0, microsecond=0) + HOUR
    at = begins + counted * HOUR
    last = at.date()
    reckoned = Reckoned(
        kind.unit, start.date(), begins.date(), last, last, last, counted, at=at, begins=begins
    )
    return _due(kind, reckoned, calendar)


def _in_days(
    kind: DeadlineKind,
    start: date,
    calendar: WorkCalendar,
    extensions: Sequence[int],
    pauses: Sequence[Suspension],
) -> Due:
    counted = kind.length + sum(extensions)
    signed, first = (-counted, start - DAY) if kind.backward else (counted, start + DAY)
    if kind.unit is DeadlineUnit.WORKING_DAY:
        natural = _working_end(start, signed, calendar, pauses)
    else:
        natural = _calendar_end(kind, start, signed, pauses)
    last = rolling = natural
    if kind.rolls_over and not kind.backward:
        last = calendar.rolled(natural, weekends=calendar.weekends_roll_over)
        rolling = calendar.rolled(natural, weekends=True)
    through = range(0)
    if kind.unit is DeadlineUnit.WORKING_DAY:
        through = _years(first, last)
    elif kind.rolls_over:
        through = _years(natural, max(last, rolling))
    reckoned = Reckoned(
        kind.unit,
        start,
        first,
        last,
        natural,
        rolling,
        counted,
        backward=kind.backward,
        pauses=tuple((pause.first, pause.last) for pause in pauses),
        missing_years=tuple(year for year in through if not calendar.is_known(year)),
    )
    return _due(kind, reckoned, calendar)


def _due(kind: DeadlineKind, reckoned: Reckoned, calendar: WorkCalendar) -> Due:
    return Due(
        kind,
        reckoned.start,
        reckoned.first,
        reckoned.last,
        reckoned.counted,
        reckoned.natural,
        reckoned.rolling,
        reckoned.at,
        tuple(reckoned.missing_years),
        count_steps(reckoned, calendar),
    )


def _working_end(
    start: date, count: int, calendar: WorkCalendar, pauses: Sequence[Suspension]
) -> date:
    paused = {day for pause in pauses for day in days_between(pause.first, pause.last)}
    step = DAY if count > 0 else -DAY
    day, left = start, abs(count)
    while left:
        day += step
        left -= calendar.is_working(day) and day not in paused
    return day


def _calendar_end(
    kind: DeadlineKind, start: date, count: int, pauses: Sequence[Suspension]
) -> date:
    match kind.unit:
        case DeadlineUnit.MONTH:
            last = add_months(start, count)
        case DeadlineUnit.YEAR:
            last = add_months(start, count * MONTHS_A_YEAR)
        case _:
            last = start + count * DAY
    for pause in pauses:
        # In order and apart: each pushes the end on by its own days within the term.
        if pause.first <= last and pause.last > start:
            last += pause.last - max(pause.first, start + DAY) + DAY
    return last


def _pauses(kind: DeadlineKind, suspensions: Iterable[Suspension]) -> tuple[Suspension, ...]:
    """``suspensions`` in order, those that touch joined into one; each checked."""
    joined: list[Suspension] = []
    for pause in sorted(suspensions, key=lambda pause: pause.first):
        _check_pause(kind, pause)
        if joined and pause.first <= joined[-1].last + DAY:
            before = joined[-1]
            joined[-1] = Suspension(before.first, max(before.last, pause.last), before.reason)
        else:
            joined.append(pause)
    return tuple(joined)


def _check_pause(kind: DeadlineKind, pause: Suspension) -> None:
    if pause.last < pause.first:
        raise UserError(
            "deadline.pause_order",
            f"不计入期限的一段，结束日 {pause.last} 早于开始日 {pause.first}。",
            safe="未作任何更改。",
            mend="请核对两个日期。",
            facts={"first": str(pause.first), "last": str(pause.last)},
        )
    allowed = {*kind.pauses, NotCounted.TRANSIT} if kind.pauses else {NotCounted.TRANSIT}
    unknown = pause.reason is not None and pause.reason not in allowed
    vouched = pause.reason is None and not kind.pauses
    if unknown or vouched or kind.backward or kind.unit is DeadlineUnit.HOUR:
        raise UserError(
            "deadline.no_pause",
            f"“{kind.title}”没有这种不计入期限的情形。",
            safe="未作任何更改。",
            mend="请核对期限的种类和不计入的原因。",
            facts={"kind": kind.id, "title": kind.title},
        )


def _check_extensions(kind: DeadlineKind, extensions: Sequence[int]) -> None:
    allowed = kind.extensions[: len(extensions)]
    too_many = len(extensions) > len(kind.extensions)
    for granted, most in zip(extensions, allowed, strict=False):
        too_many = too_many or granted < 1 or (0 < most.length < granted)
    if too_many:
        raise UserError(
            "deadline.no_extension",
            f"“{kind.title}”不能这样延长。",
            safe="未作任何更改。",
            mend="请核对可以延长的次数和每次的长度。",
            facts={"kind": kind.id, "title": kind.title},
        )


def _years(one: date, other: date) -> range:
    return range(min(one, other).year, max(one, other).year + 1)
