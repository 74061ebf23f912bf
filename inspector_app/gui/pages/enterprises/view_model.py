"""What the 主体 page shows, worked out in plain Python in the database lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from inspector_app.application.look_up import EnterpriseFile
from inspector_app.application.use_cases import UseCases
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.projection import DocumentRow, VisitSummary
from inspector_app.domain.running_deadlines import RunningDeadline

__all__ = ["FileModel", "HistoryLine", "Results", "find_enterprises", "load_file"]

_SHORTEST_QUERY = 2
_MOST_RESULTS = 50


@dataclass(frozen=True, slots=True)
class Results:
    """What was found for ``query``; before one is typed, the enterprises with open tasks."""

    query: str
    enterprises: tuple[Enterprise, ...]

    @property
    def searched(self) -> bool:
        """Whether the query was long enough to search for."""
        return len(self.query) >= _SHORTEST_QUERY


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One visit of the past. ``visit_id`` is empty where this device does not hold it."""

    at: date
    kinds: str
    grade: str
    not_met: int
    open_rectifications: int
    visit_id: str = ""
    completed: bool = True


@dataclass(frozen=True, slots=True)
class FileModel:
    """One enterprise's file with what is open about it, as of ``today``."""

    today: date
    file: EnterpriseFile
    documents: tuple[DocumentRow, ...]
    history: tuple[HistoryLine, ...]
    deadlines: tuple[RunningDeadline, ...] = ()

    @property
    def enterprise(self) -> Enterprise:
        """Whose file it is."""
        return self.file.enterprise

    @property
    def open_visit(self) -> VisitSummary | None:
        """The visit that goes on, if any."""
        return next((visit for visit in self.file.visits if not visit.completed), None)


def find_enterprises(use_cases: UseCases, text: str) -> Results:
    """Search from two characters; runs in the database lane."""
    query = text.strip()
    if len(query) >= _SHORTEST_QUERY:
        return Results(query, use_cases.look_up.enterprises(query, limit=_MOST_RESULTS))
    groups = use_cases.view_today().groups
    return Results(query, tuple(group.enterprise for group in groups[:_MOST_RESULTS]))


def load_file(use_cases: UseCases, enterprise_id: str) -> FileModel:
    """One file; ``UserError`` if this device has none of that id. Runs in the database lane."""
    file = use_cases.look_up.enterprise_file(enterprise_id)
    own = {visit.visit_id for visit in file.visits}
    documents = tuple(
        row for row in use_cases.look_up.documents(file.enterprise.name) if row.visit_id in own
    )
    today = use_cases.place.clock.today()
    # The ends of rectifications stand with the orders themselves.
    deadlines = tuple(
        running
        for running in use_cases.list_deadlines(enterprise_id=enterprise_id)
        if running.term is not None and not running.done
    )
    return FileModel(today, file, documents, _history(file), deadlines)


def _history(file: EnterpriseFile) -> tuple[HistoryLine, ...]:
    here = {visit.visit_id for visit in file.visits}
    still_open: dict[str, int] = {}
    for row in file.rectifications:
        still_open[row.visit_id] = still_open.get(row.visit_id, 0) + (not row.done)
    lines: Sequence[HistoryLine] = [
        *(
            HistoryLine(
                datetime.fromisoformat(visit.started_at).date(),
                visit.kinds,
                visit.grade,
                visit.not_met,
                still_open.get(visit.visit_id, 0),
                visit.visit_id,
                visit.completed,
            )
            for visit in file.visits
        ),
        *(
            HistoryLine(past.at, past.kind, past.grade, past.not_met, past.open_rectifications)
            for past in file.enterprise.history
            if past.visit_id not in here
        ),
    ]
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))
