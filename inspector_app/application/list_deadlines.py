"""The deadlines that run from visits on this device: listed, ticked off, written as a calendar."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from inspector_app.application.workplace import Workplace
from inspector_app.domain.paper_ports import DeadlineCalendar
from inspector_app.domain.ports import Reading
from inspector_app.domain.running_deadlines import (
    RunningDeadline,
    rectification_deadlines,
    running_deadlines,
)

__all__ = ["ExportDeadlines", "ListDeadlines", "TickDeadline"]

# The setting that holds what the officer ticked off, as a JSON list of ids.
_DONE = "deadlines_done"
# Longer ago than the longest term that a visit sets running, and half a year of being late.
_LOOK_BACK = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class ListDeadlines:
    """What runs, of one visit, of one enterprise or of all."""

    place: Workplace

    def __call__(
        self, *, visit_id: str = "", enterprise_id: str = ""
    ) -> tuple[RunningDeadline, ...]:
        """Every deadline with what stands of it, the earliest end first; ticked ones too."""
        now = datetime.fromisoformat(self.place.clock.now().at)
        calendar = self.place.packs.work_calendar()
        since = (now - _LOOK_BACK).isoformat()
        with self.place.store.read() as reading:
            done = _done(reading)
            starts = reading.deadline_starts(
                visit_id=visit_id, enterprise_id=enterprise_id, since=since
            )
            orders = reading.rectifications(enterprise_id=enterprise_id)
        if visit_id:
            orders = tuple(row for row in orders if row.visit_id == visit_id)
        found = (
            *running_deadlines(starts, self.place.packs.deadlines(), calendar, now, done),
            *rectification_deadlines(orders, calendar, now.date(), done),
        )
        return tuple(sorted(found, key=lambda running: (running.last, running.id)))


@dataclass(frozen=True, slots=True)
class TickDeadline:
    """Notes on this device that a deadline was kept; no record of the visit, and not sent."""

    place: Workplace

    def __call__(self, deadline_id: str, *, done: bool = True) -> None:
        """Tick ``deadline_id`` off, or open it again."""
        with self.place.store.begin() as uow:
            ticked = _done(uow) - {deadline_id}
            if done:
                ticked |= {deadline_id}
            uow.set_setting(_DONE, json.dumps(sorted(ticked), ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class ExportDeadlines:
    """Writes what the officers have to see to as a calendar file (RFC 5545)."""

    place: Workplace
    calendars: DeadlineCalendar

    def __call__(self, path: Path, *, language: str = "zh", names: bool = False) -> Path:
        """Write to ``path`` and return it; ``EnvironmentFault`` if the disk refuses.

        Without ``names`` no enterprise is named: calendars wander to telephones and servers.
        """
        wanted = [each for each in ListDeadlines(self.place)() if each.to_be_seen_to]
        self.calendars.write(
            path,
            wanted,
            self.place.packs.work_calendar(),
            at=datetime.fromisoformat(self.place.clock.now().at),
            language=language,
            names=names,
        )
        return path


def _done(reading: Reading) -> frozenset[str]:
    return frozenset(json.loads(reading.setting(_DONE, "[]")))
