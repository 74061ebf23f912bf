"""The deadlines that run from the events of visits, and how each stands today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from itertools import groupby

from inspector_app.domain.deadline_starts import DeadlineStart
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.law.deadline_kinds import DeadlineKind, Party, Trigger, kinds_begun_by
from inspector_app.domain.law.deadlines import Due, Standing, due, standing, standing_to
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.domain.projection import RectificationRow

__all__ = ["RunningDeadline", "rectification_deadlines", "running_deadlines"]


@dataclass(frozen=True, slots=True)
class RunningDeadline:
    """One deadline of one visit.

    ``id`` is stable. ``term`` is None for the end of a rectification (整改期限), which no law fixes
    but the order itself: then ``count`` orders end on ``last``. ``done``: the officer ticked it off.
    """

    id: str
    visit_id: str
    enterprise_id: str
    enterprise_name: str
    last: date
    stands: Standing
    term: Due | None = None
    subject: str = ""
    count: int = 1
    done: bool = False

    @property
    def binds(self) -> Party:
        """Whom it binds; a rectification binds the party."""
        return self.term.kind.binds if self.term else Party.PARTY

    @property
    def to_be_seen_to(self) -> bool:
        """Whether the officers have to act: a term of the bureau's, or a rectification's end."""
        return not self.done and (self.term is None or self.binds is Party.BUREAU)


def running_deadlines(
    starts: Iterable[DeadlineStart],
    kinds: Mapping[str, DeadlineKind],
    calendar: WorkCalendar,
    now: datetime,
    done: Collection[str] = (),
) -> tuple[RunningDeadline, ...]:
    """Every deadline that one of ``kinds`` counts from one of ``starts``, the earliest end first."""
    found = (
        _running(start, kind, calendar, now, done)
        for start in starts
        for kind in kinds_begun_by(Trigger(start.event, start.of), kinds)
    )
    return tuple(sorted(found, key=lambda running: (running.last, running.id)))


def rectification_deadlines(
    rows: Iterable[RectificationRow],
    calendar: WorkCalendar,
    today: date,
    done: Collection[str] = (),
) -> tuple[RunningDeadline, ...]:
    """The days on which orders to put something right end, a visit's orders of one day together."""
    open_rows = [row for row in rows if row.deadline is not None and not row.done]
    open_rows.sort(key=lambda row: (row.deadline or today, row.visit_id))
    return tuple(
        _rectification(list(group), last, calendar, today, done)
        for (last, _), group in groupby(open_rows, lambda row: (row.deadline, row.visit_id))
        if last is not None
    )


def _running(
    start: DeadlineStart,
    kind: DeadlineKind,
    calendar: WorkCalendar,
    now: datetime,
    done: Collection[str],
) -> RunningDeadline:
    term = due(kind, datetime.fromisoformat(start.at), calendar)
    name = f"{start.visit_id}/{start.start_id}/{kind.id}"
    return RunningDeadline(
        name,
        start.visit_id,
        start.enterprise_id,
        start.enterprise_name,
        term.last,
        standing(term, now, calendar),
        term,
        start.subject,
        done=name in done,
    )


def _rectification(
    rows: list[RectificationRow],
    last: date,
    calendar: WorkCalendar,
    today: date,
    done: Collection[str],
) -> RunningDeadline:
    row = rows[0]
    name = f"{row.visit_id}/rectification/{last}"
    numbers = "、".join(each.item_number for each in rows)
    return RunningDeadline(
        name,
        row.visit_id,
        row.enterprise_id,
        row.enterprise_name,
        last,
        standing_to(last, today, calendar),
        subject=numbers,
        count=len(rows),
        done=name in done,
    )
