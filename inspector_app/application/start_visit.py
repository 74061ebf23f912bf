"""Start a visit: tasks of one enterprise become one visit in which each item is asked once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.application.definitions import relevant_items
from inspector_app.application.look_up import known_enterprise
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.errors import UserError
from inspector_app.domain.officer import Officer
from inspector_app.domain.ports import Bookmark, Reading
from inspector_app.domain.task import MergedVisit, Task, merge_tasks
from inspector_app.domain.visit import Step, Visit
from inspector_app.domain.visit_events import VisitStarted

__all__ = ["PlanVisit", "StartVisit"]


def _tasks(reading: Reading, enterprise_id: str, task_ids: Sequence[str]) -> tuple[Task, ...]:
    tasks = reading.tasks(enterprise_id=enterprise_id)
    return tuple(task for task in tasks if not task_ids or task.id in task_ids)


def _merged(place: Workplace, reading: Reading, tasks: Sequence[Task]) -> MergedVisit:
    definitions = place.packs.checklists()
    enterprise = reading.enterprise(tasks[0].enterprise_id) if tasks else None
    relevant = (
        {
            code: relevant_items(definitions[code], enterprise, place.expressions)
            for task in tasks
            for code in task.checklists
            if code in definitions
        }
        if enterprise
        else None
    )
    return merge_tasks(tasks, definitions, relevant)


@dataclass(frozen=True, slots=True)
class PlanVisit:
    """What a visit would ask: the merged tasks, without starting anything."""

    place: Workplace

    def __call__(self, enterprise_id: str, task_ids: Sequence[str] = ()) -> MergedVisit:
        """The merged visit for those tasks (empty = all open ones); ``UserError`` if impossible."""
        with self.place.store.read() as reading:
            return _merged(self.place, reading, _tasks(reading, enterprise_id, task_ids))


@dataclass(frozen=True, slots=True)
class StartVisit:
    """The officers are at the door."""

    place: Workplace
    records: VisitRecords

    def __call__(
        self,
        enterprise_id: str,
        officers: Sequence[Officer],
        *,
        task_ids: Sequence[str] = (),
        place_text: str = "",
        scanned_code: str = "",
        helpers: str = "",
    ) -> Visit:
        """Begin and return the visit.

        Raises ``UserError`` for fewer than two officers, an expired certificate (处罚法 42), an
        unknown enterprise, tasks that cannot be merged, or a task that an open visit already
        answers; nothing is recorded then.
        """
        self._check_officers(officers)
        with self.place.store.read() as reading:
            enterprise = known_enterprise(reading, enterprise_id)
            merged = _merged(self.place, reading, _tasks(reading, enterprise_id, task_ids))
        rules = self.place.packs.law().rules.edition
        started = VisitStarted(
            visit_id=self.place.ids.new_id(),
            enterprise=enterprise,
            tasks=merged.tasks,
            officers=tuple(officers),
            authority=self.place.authority,
            items=merged.items,
            packs=(*merged.packs, rules),
            checklists=merged.checklists,
            place=place_text or enterprise.premises_address,
            device=self.place.device,
            grid=enterprise.grid,
            scanned_code=scanned_code,
            helpers=helpers,
        )
        with self.records.starting(started) as edit:
            self._check_not_begun(edit.uow, started)
            edit.uow.set_bookmark(started.visit_id, Bookmark(Step.ARRIVAL.value))
            for ref in started.packs:
                # The visit keeps the editions it began with, whatever is installed later.
                data = self.place.packs.compiled_bytes(ref)
                blob = self.place.blobs.put(data, kind="pack", media_type="application/json")
                edit.uow.add_blob(blob, edit.visit.head.stream)
        return edit.visit

    def _check_not_begun(self, reading: Reading, started: VisitStarted) -> None:
        asked = {task.id for task in started.tasks}
        for summary in reading.visits():
            if summary.completed or summary.enterprise_id != started.enterprise.id:
                continue
            begun = self.records.load(reading, summary.visit_id)
            if asked & {task.id for task in begun.tasks}:
                raise UserError(
                    "visit.begun",
                    "这些任务的检查已经开始，尚未完成。",
                    safe="已有的检查记录未变。",
                    mend="请从“检查”页面继续那次检查。",
                    facts={"visit": summary.visit_id},
                )

    def _check_officers(self, officers: Sequence[Officer]) -> None:
        if len({officer.id for officer in officers}) < 2:
            raise UserError(
                "officers.two",
                "现场检查应当由两名以上执法人员进行。",
                safe="检查尚未开始。",
                mend="请选择另一名执法人员。（行政处罚法第四十二条）",
            )
        today = self.place.clock.today()
        for officer in officers:
            if not officer.is_certified(today):
                raise UserError(
                    "officers.expired",
                    f"执法人员{officer.name}的执法证不在有效期内。",
                    safe="检查尚未开始。",
                    mend="请由持有效执法证的人员执行检查。（行政处罚法第四十二条）",
                    facts={"officer": officer.name, "certificate_no": officer.certificate_no},
                )
