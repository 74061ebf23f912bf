"""What the 今日 page shows, worked out in plain Python in the database lane."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum

from inspector_app.application.use_cases import UseCases
from inspector_app.application.view_today import EnterpriseTasks, TodayView
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.projection import RemarkRow, VisitSummary
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.running_deadlines import RunningDeadline

__all__ = [
    "DueFilter",
    "PinnedRemark",
    "ReturnedCase",
    "TodayModel",
    "load_today",
    "own_deadlines",
    "pin_remarks",
]

_WEEK = timedelta(days=7)


class DueFilter(Enum):
    """Which tasks to show."""

    ALL = "all"
    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class PinnedRemark:
    """A remark with the place it is pinned to in words, and its author's name.

    ``number`` and ``text`` are the item's; ``document`` the document's title; all empty for a
    remark about the whole case.
    """

    remark: RemarkRow
    number: str
    text: str
    document: str
    by: str


@dataclass(frozen=True, slots=True)
class ReturnedCase:
    """A case that came back or has open remarks, with what the reviewer wrote."""

    visit: VisitSummary
    reason: str
    by: str
    remarks: tuple[PinnedRemark, ...]

    @property
    def returned(self) -> bool:
        """Whether the reviewer sent the case back, not only remarked on it."""
        return self.visit.review is ReviewStatus.RETURNED


@dataclass(frozen=True, slots=True)
class TodayModel:
    """The whole page."""

    view: TodayView
    returned: tuple[ReturnedCase, ...]
    unsubmitted: tuple[VisitSummary, ...]

    @property
    def loose_visits(self) -> tuple[VisitSummary, ...]:
        """Visits that go on although no open task leads to them any more."""
        led_to = {group.open_visit.visit_id for group in self.view.groups if group.open_visit}
        return tuple(v for v in self.view.open_visits if v.visit_id not in led_to)

    def groups(self, wanted: DueFilter) -> tuple[EnterpriseTasks, ...]:
        """The enterprises whose earliest due day passes the filter."""
        return tuple(
            group
            for group in self.view.groups
            if any(_passes(task.due, wanted, self.view.today) for task in group.tasks)
        )


def _passes(due: date, wanted: DueFilter, today: date) -> bool:
    match wanted:
        case DueFilter.ALL:
            return True
        case DueFilter.OVERDUE:
            return due < today
        case DueFilter.TODAY:
            return due == today
        case DueFilter.WEEK:
            return today <= due < today + _WEEK


def load_today(use_cases: UseCases) -> TodayModel:
    """Read everything the page shows. Runs in the database lane."""
    view = use_cases.view_today()
    names = use_cases.look_up.names()
    summaries = {visit.visit_id: visit for visit in use_cases.look_up.visits()}
    remarked = dict.fromkeys(
        [visit.visit_id for visit in view.returned]
        + [remark.visit_id for remark in view.open_remarks]
    )
    returned = tuple(
        _returned_case(use_cases, summaries[visit_id], names)
        for visit_id in remarked
        if visit_id in summaries
    )
    unsubmitted = tuple(
        visit
        for visit in summaries.values()
        if visit.completed and visit.review is ReviewStatus.NONE
    )
    return TodayModel(view, returned, unsubmitted)


def own_deadlines(use_cases: UseCases) -> tuple[RunningDeadline, ...]:
    """The bureau's own terms still to be kept, the earliest end first. For the database lane.

    The ends of rectifications stand in a list of their own.
    """
    return tuple(
        running
        for running in use_cases.list_deadlines()
        if running.term is not None and running.to_be_seen_to
    )


def _returned_case(
    use_cases: UseCases, summary: VisitSummary, names: Mapping[str, str]
) -> ReturnedCase:
    with use_cases.place.store.read() as reading:
        review = use_cases.view_visit.records.review(reading, summary.visit_id)
        rows = reading.remarks(summary.visit_id, open_only=True)
    reason = review.reason if summary.review is ReviewStatus.RETURNED else ""
    by = names.get(review.by, "") if reason else ""
    return ReturnedCase(summary, reason, by, pin_remarks(use_cases, rows, names))


def pin_remarks(
    use_cases: UseCases, rows: tuple[RemarkRow, ...], names: Mapping[str, str]
) -> tuple[PinnedRemark, ...]:
    """The remarks with their places in words, as the visit's own record names them."""
    pinned = []
    for row in rows:
        number = text = document = ""
        try:
            visit = use_cases.view_visit.records.read(row.visit_id)
        except InspectorError:
            # The remark still stands in the list; its visit is not on this device.
            pinned.append(PinnedRemark(row, row.item, "", row.document, names.get(row.by, "")))
            continue
        planned = next((item for item in visit.items if item.code == row.item), None)
        if planned is not None:
            number, text = planned.number, planned.text
        if row.document in visit.documents:
            document = visit.documents[row.document].title
        pinned.append(PinnedRemark(row, number, text, document, names.get(row.by, "")))
    return tuple(pinned)
