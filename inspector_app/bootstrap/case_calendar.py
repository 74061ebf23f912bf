"""What the bureau has to see to in a case, as a calendar file (RFC 5545)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from inspector_app.application.check_case import GateReport
from inspector_app.bootstrap.calendar_file import IcsCalendar
from inspector_app.bootstrap.device import BEIJING
from inspector_app.domain.case_deadlines import CaseDeadline
from inspector_app.domain.law.deadline_kinds import Party
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.domain.running_deadlines import RunningDeadline

__all__ = ["write_case_calendar"]


def write_case_calendar(
    report: GateReport, path: Path, calendar: WorkCalendar, *, language: str, names: bool
) -> None:
    """Write the open deadlines of ``report`` that bind the bureau to ``path``.

    ``names``: whether the party is named. Raises ``EnvironmentFault`` if the disk refuses.
    """
    wanted = [
        _running(report, each)
        for each in report.deadlines
        if each.is_open and each.term.kind.binds is Party.BUREAU
    ]
    at = datetime.now(BEIJING)
    IcsCalendar().write(path, wanted, calendar, at=at, language=language, names=names)


def _running(report: GateReport, deadline: CaseDeadline) -> RunningDeadline:
    kind = deadline.term.kind.id
    return RunningDeadline(
        f"{report.case}/{deadline.start_id}/{kind}",
        report.case,
        "",
        report.party,
        deadline.term.last,
        deadline.stands,
        deadline.term,
        deadline.subject,
    )
