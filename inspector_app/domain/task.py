"""Tasks (检查任务) of four kinds and follow-ups, and their merging into one visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from inspector_app.domain.checklist import ChecklistDefinition, ItemKind, PackRef
from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass

__all__ = ["MergedVisit", "PlannedItem", "Task", "TaskKind", "merge_tasks"]


class TaskKind(StrEnum):
    """Why an enterprise is to be inspected."""

    DOUBLE_RANDOM = "double_random"  # 双随机
    ROUTINE = "routine"  # 日常
    RISK_ALERT = "risk_alert"  # 风险预警
    CAMPAIGN = "campaign"  # 专项
    FOLLOW_UP = "follow_up"  # 复查


@dataclass(frozen=True, slots=True)
class Task:
    """One order to inspect one enterprise by one or more checklists.

    ``items`` restricts the task to those item codes (a follow-up); empty = the whole checklist.
    ``approval_no`` is the approval that precedes every inspection (国办发〔2024〕54号; R43).
    """

    id: str
    kind: TaskKind
    enterprise_id: str
    title: str
    checklists: tuple[str, ...]
    due: date
    approval_no: str = ""
    source: str = ""
    items: tuple[str, ...] = ()
    follows_visit: str = ""

    def is_overdue(self, today: date) -> bool:
        """Whether the last day has passed."""
        return today > self.due


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item of the merged visit: asked once, answering every task named in ``tasks``.

    Number, text and kind are kept with the record, so that it reads without the pack.
    ``photo_required``: a photo must prove it when it is not met.
    """

    code: str
    number: str
    section: str
    text: str
    kind: ItemKind
    checklist: str
    tasks: tuple[str, ...]
    photo_required: bool = False


@dataclass(frozen=True, slots=True)
class MergedVisit:
    """Tasks of one enterprise as one visit (进一次门，查多项事); the leading checklist stands first."""

    tasks: tuple[Task, ...]
    items: tuple[PlannedItem, ...]
    packs: tuple[PackRef, ...]
    checklists: tuple[str, ...]


def merge_tasks(
    tasks: Sequence[Task],
    definitions: Mapping[str, ChecklistDefinition],
    relevant: Mapping[str, frozenset[str]] | None = None,
) -> MergedVisit:
    """One visit in which each item code appears once and every task is answered by it.

    The checklist with the most items leads; items that only another asks follow in its order. An
    item is key if any checklist holds it as key. ``relevant`` maps a checklist's id to the codes
    that apply to this enterprise; absent = all apply. Raises :class:`UserError` for tasks of
    different enterprises, no task, or a checklist that is not installed.
    """
    if not tasks:
        raise UserError("merge.none", "没有选择检查任务。", mend="请至少选择一项任务。")
    if len({task.enterprise_id for task in tasks}) > 1:
        raise UserError(
            "merge.enterprises",
            "所选任务属于不同的市场主体，不能合并为一次检查。",
            mend="请按市场主体分别开始检查。",
        )
    named = tuple(dict.fromkeys(code for task in tasks for code in task.checklists))
    missing = [code for code in named if code not in definitions]
    if missing:
        names = "、".join(missing)
        raise UserError(
            "merge.checklist_missing",
            f"本机没有安装检查表：{names}。",
            safe="任务未受影响。",
            mend="请联网同步检查表后再开始。",
            facts={"checklists": names},
        )
    wanted = tuple(sorted(named, key=lambda code: -len(definitions[code].items)))
    asked: dict[str, dict[str, None]] = {}
    for task in tasks:
        for checklist in task.checklists:
            for item in definitions[checklist].items:
                if relevant is not None and item.code not in relevant.get(checklist, frozenset()):
                    continue
                if not task.items or item.code in task.items:
                    asked.setdefault(item.code, {})[task.id] = None
    key_codes = {
        item.code
        for checklist in wanted
        for item in definitions[checklist].items
        if item.kind is ItemKind.KEY
    }
    planned: dict[str, PlannedItem] = {}
    for checklist in wanted:
        for section in definitions[checklist].sections:
            for item in section.items:
                if item.code in planned or item.code not in asked:
                    continue
                planned[item.code] = PlannedItem(
                    code=item.code,
                    number=item.number,
                    section=section.title,
                    text=item.text,
                    kind=ItemKind.KEY if item.code in key_codes else ItemKind.GENERAL,
                    checklist=checklist,
                    tasks=tuple(asked[item.code]),
                    photo_required=item.evidence_required,
                )
    if not planned:
        raise UserError(
            "merge.empty", "所选任务没有适用于该主体的检查项目。", mend="请核对主体的经营类别。"
        )
    packs = {str(definitions[code].pack): definitions[code].pack for code in wanted}
    return MergedVisit(tuple(tasks), tuple(planned.values()), tuple(packs.values()), wanted)
