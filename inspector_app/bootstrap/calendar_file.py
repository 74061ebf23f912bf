"""Deadlines as a calendar file (RFC 5545), for the calendar an officer already uses."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.disk.durable import HANDED_ON, write_whole
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.work_calendar import DAY, WorkCalendar
from inspector_app.wordings import Voice

if TYPE_CHECKING:
    from icalendar import Alarm, Event

    from inspector_app.domain.running_deadlines import RunningDeadline

__all__ = ["IcsCalendar"]

REMINDED_AT = time(9)


class IcsCalendar:
    """The port ``DeadlineCalendar``. A deadline keeps its UID, so importing again moves it."""

    def write(
        self,
        path: Path,
        deadlines: Sequence[RunningDeadline],
        calendar: WorkCalendar,
        *,
        at: datetime,
        language: str,
        names: bool,
    ) -> None:
        """One file, whole or not at all; ``EnvironmentFault`` if the disk refuses."""
        from icalendar import Calendar  # late: 100 ms, and few ever export

        voice = Voice(language)
        whole = Calendar()
        whole.add("prodid", "-//inspector-app//deadlines//ZH")
        whole.add("version", "2.0")
        for running in deadlines:
            whole.add_component(_event(running, calendar, at, voice, names=names))
        try:
            write_whole(path, [whole.to_ical()], mode=HANDED_ON)
        except OSError as error:
            raise EnvironmentFault(
                "calendar.unwritable",
                f"日历文件“{path.name}”写不进去。",
                safe="期限仍在本机，没有改变。",
                mend="请核对文件夹、权限和磁盘空间。",
                facts={"name": path.name},
            ) from error


def _event(
    running: RunningDeadline, calendar: WorkCalendar, at: datetime, voice: Voice, *, names: bool
) -> Event:
    from icalendar import Event  # late: as above

    event = Event()
    event.add("uid", f"{hashlib.sha256(running.id.encode()).hexdigest()[:32]}@inspector-app")
    event.add("dtstamp", at.astimezone(UTC))
    moment = running.term.at if running.term else None
    if moment is None:
        event.add("dtstart", running.last)
        event.add("dtend", running.last + DAY)
    else:
        event.add("dtstart", moment.astimezone(UTC))
    summary = _summary(running, voice)
    if names:
        summary = voice.say(
            "calendar.named", "{what} · {who}", what=summary, who=running.enterprise_name
        )
    event.add("summary", summary)
    event.add("description", "\n".join(_description(running, voice)))
    # The term takes nobody's time on that day.
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(running, calendar, summary))
    return event


def _alarm(running: RunningDeadline, calendar: WorkCalendar, words: str) -> Alarm:
    """On the working day before, at nine; for a term in hours an hour before its end."""
    from icalendar import Alarm  # late: as above

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    if running.term is not None and running.term.at is not None:
        alarm.add("trigger", timedelta(hours=-1))
        return alarm
    before = running.last - DAY
    while not calendar.is_working(before):
        before -= DAY
    reminder = datetime.combine(before, REMINDED_AT)
    alarm.add("trigger", reminder - datetime.combine(running.last, time()))
    return alarm


def _summary(running: RunningDeadline, voice: Voice) -> str:
    if running.term is None:
        return voice.say(
            "calendar.rectification", "整改期限届满，复查 {count} 项", count=running.count
        )
    kind = running.term.kind
    return voice.of_pack(kind.title, kind.title_en)


def _description(running: RunningDeadline, voice: Voice) -> list[str]:
    if running.term is None:
        return [voice.say("calendar.items", "检查项目 {items}", items=running.subject)]
    kind = running.term.kind
    lines = [voice.of_pack(kind.consequence, kind.consequence_en)]
    lines.append(
        voice.say("law.deadline_basis", "依据：{basis}", basis=format_citations(kind.basis))
    )
    begun = str(running.term.start)
    lines.append(voice.say("calendar.begun", "{day} 起算，当日不计", day=begun))
    if running.subject:
        lines.append(running.subject)
    if running.term.missing_years:
        years = ", ".join(map(str, running.term.missing_years))
        lines.append(
            voice.say("calendar.provisional", "待核实：缺 {years} 年的放假安排", years=years)
        )
    return lines
