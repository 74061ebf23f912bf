"""What is to be done today: tasks merged per enterprise, due dates, expiries, rectifications."""

from __future__ import annotations

from datetime import date, timedelta

from inspector_app.application.workplace import Workplace
from inspector_app.domain.enterprise import Enterprise, Licence
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.domain.ports import Reading
from inspector_app.domain.projection import RectificationRow, RemarkRow, VisitSummary
from inspector_app.domain.task import Task

__all__ = ["EnterpriseTasks", "ExpiringLicence", "TodayView", "ViewToday"]

WEEK = timedelta(days=7)
EXPIRY_HORIZON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class EnterpriseTasks:
    """One enterprise with its open tasks, which one visit will answer.

    ``item_count`` is what the visit asks once it has begun; before, the most that it can ask.
    """

    enterprise: Enterprise
    tasks: tuple[Task, ...]
    item_count: int
    open_rectifications: tuple[RectificationRow, ...]
    open_visit: VisitSummary | None

    @property
    def due(self) -> date:
        """The earliest due day."""
        return min(task.due for task in self.tasks)


@dataclass(frozen=True, slots=True)
class ExpiringLicence:
    """A licence that ends soon or has ended; ``days_left`` negative after the last day."""

    enterprise: Enterprise
    licence: Licence
    days_left: int


@dataclass(frozen=True, slots=True)
class TodayView:
    """The 今日 page."""

    today: date
    overdue: int
    due_today: int
    due_this_week: int
    groups: tuple[EnterpriseTasks, ...]
    expiring: tuple[ExpiringLicence, ...]
    rectifications: tuple[RectificationRow, ...]
    returned: tuple[VisitSummary, ...]
    open_visits: tuple[VisitSummary, ...]
    open_remarks: tuple[RemarkRow, ...]


@dataclass(frozen=True, slots=True)
class ViewToday:
    """Reads everything the day begins with."""

    place: Workplace

    def __call__(self) -> TodayView:
        """The view as of now; the most urgent enterprise first."""
        today = self.place.clock.today()
        with self.place.store.read() as reading:
            tasks = reading.tasks()
            visits = reading.visits()
            rectifications = reading.rectifications(open_only=True)
            expiring = reading.licences_expiring(today + EXPIRY_HORIZON)
            remarks = reading.remarks(open_only=True)
            groups = self._groups(reading, tasks, visits, rectifications)
        return TodayView(
            today=today,
            overdue=sum(task.is_overdue(today) for task in tasks),
            due_today=sum(task.due == today for task in tasks),
            due_this_week=sum(today <= task.due < today + WEEK for task in tasks),
            groups=groups,
            expiring=_expiring(expiring, today),
            rectifications=rectifications,
            returned=tuple(v for v in visits if v.review.value == "returned"),
            open_visits=tuple(v for v in visits if not v.completed),
            open_remarks=remarks,
        )

    def _groups(
        self,
        reading: Reading,
        tasks: tuple[Task, ...],
        visits: tuple[VisitSummary, ...],
        rectifications: tuple[RectificationRow, ...],
    ) -> tuple[EnterpriseTasks, ...]:
        by_enterprise: dict[str, list[Task]] = {}
        for task in tasks:
            by_enterprise.setdefault(task.enterprise_id, []).append(task)
        definitions = self.place.packs.checklists()
        groups = []
        for enterprise_id, own in by_enterprise.items():
            enterprise = reading.enterprise(enterprise_id)
            if enterprise is None:
                continue
            codes = {
                item.code
                for task in own
                for checklist in task.checklists
                if checklist in definitions
                for item in definitions[checklist].items
                if not task.items or item.code in task.items
            }
            begun = (v for v in visits if v.enterprise_id == enterprise_id and not v.completed)
            open_visit = next(begun, None)
            groups.append(
                EnterpriseTasks(
                    enterprise,
                    tuple(sorted(own, key=lambda task: task.due)),
                    # What does not concern the enterprise is found out at the start: the language
                    # of the rules takes a tenth of a second to load, and the day opens with this.
                    open_visit.total if open_visit else len(codes),
                    tuple(r for r in rectifications if r.enterprise_id == enterprise_id),
                    open_visit,
                )
            )
        return tuple(sorted(groups, key=lambda group: (group.due, group.enterprise.name)))


def _expiring(enterprises: tuple[Enterprise, ...], today: date) -> tuple[ExpiringLicence, ...]:
    found = []
    for enterprise in enterprises:
        for licence in enterprise.licences:
            days = licence.days_left(today)
            if days is not None and days <= EXPIRY_HORIZON.days:
                found.append(ExpiringLicence(enterprise, licence, days))
    return tuple(sorted(found, key=lambda entry: entry.days_left))
