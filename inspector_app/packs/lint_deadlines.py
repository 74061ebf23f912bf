"""Checks of deadlines and of yearly tables of holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from inspector_app.domain.law.deadline_kinds import (
    CaseEvent,
    DeadlineKind,
    DeadlineUnit,
    StartingEvent,
)
from inspector_app.domain.law.violation import MeasureKind, Verification
from inspector_app.domain.law.work_calendar import FESTIVALS, SATURDAY, HolidayTable, days_between
from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import nearest
from inspector_app.packs.pack import WEEKENDS_ROLL_OVER
from inspector_app.packs.problems import PackProblem
from inspector_app.packs.read_deadlines import NO_DAY

__all__ = ["lint_deadlines"]

_ID = re.compile(r"D\d{1,3}[a-z]?")
_COUNTED_BACK = frozenset({DeadlineUnit.WORKING_DAY, DeadlineUnit.CALENDAR_DAY})
_MEASURES = {measure.value: measure for measure in MeasureKind}
_CASE_EVENTS = tuple(event.value for event in CaseEvent)


def lint_deadlines(draft: Draft) -> Iterator[PackProblem]:
    """What is wrong in the pack's deadlines and yearly tables, and in the switch for weekends."""
    for kind in draft.deadlines.values():
        yield from _lint_kind(kind, draft)
    for table in draft.holidays.values():
        yield from _lint_table(table, draft)
    switch = draft.all_parameters().get(WEEKENDS_ROLL_OVER)
    if switch is not None and switch.value not in ("true", "false"):
        yield PackProblem.at(
            draft.place("parameter", WEEKENDS_ROLL_OVER),
            f"参数“{WEEKENDS_ROLL_OVER}”只能是 true 或 false。",
            "请改为 true（双休日也顺延）或 false。",
        )


def _lint_kind(kind: DeadlineKind, draft: Draft) -> Iterator[PackProblem]:
    place = draft.place("deadline", kind.id)
    if kind.id and not _ID.fullmatch(kind.id):
        yield PackProblem.at(
            place, f"期限编号“{kind.id}”的写法不对。", "请写成 D3 或者 D14a：字母 D、数字、分项。"
        )
    if kind.length < 1:
        yield PackProblem.at(
            draft.place("length", kind.id), f"期限“{kind.id}”的长度不能是 0。", "请写正整数。"
        )
    if not kind.basis:
        yield PackProblem.at(place, f"期限“{kind.id}”没有法律依据。", "请补上 basis。")
    if kind.backward and (
        kind.unit not in _COUNTED_BACK or kind.pauses or kind.extensions or kind.surcharge
    ):
        yield PackProblem.at(
            place,
            f"期限“{kind.id}”往前数，只能以日计算，也不能延长或者扣除。",
            "请核对 backward、unit、extensions 和 pauses。",
        )
    if kind.unit is DeadlineUnit.HOUR and kind.pauses:
        yield PackProblem.at(
            place, f"期限“{kind.id}”以小时计算，没有不计入的日子。", "请删去 pauses。"
        )
    if kind.surcharge is not None and kind.unit is not DeadlineUnit.CALENDAR_DAY:
        yield PackProblem.at(
            place, f"期限“{kind.id}”按日加处，应以自然日计算。", "请把 unit 改为 calendar_day。"
        )
    if kind.runs_from and kind.verification is Verification.RECALLED:
        yield PackProblem.at(
            place,
            f"期限“{kind.id}”尚待核实（R），不得自动起算。",
            "请核实后改为 V，或删去 runs_from。",
        )
    for trigger in kind.runs_from:
        if trigger.event is StartingEvent.CASE and trigger.of not in _CASE_EVENTS:
            yield PackProblem.at(
                place, f"不认识的案件环节“{trigger.of}”。", nearest(trigger.of, _CASE_EVENTS)
            )
        if trigger.event is StartingEvent.MEASURE and trigger.of not in _MEASURES:
            yield PackProblem.at(
                place, f"不认识的措施“{trigger.of}”。", nearest(trigger.of, _MEASURES)
            )


def _lint_table(table: HolidayTable, draft: Draft) -> Iterator[PackProblem]:
    place = draft.place("holidays", str(table.year))
    named = {name for off in table.off for name in off.name.split("、")}
    missing = [name for name in FESTIVALS if name not in named]
    if missing:
        yield PackProblem.at(
            place,
            f"{table.year} 年的表不完整，缺少{'、'.join(missing)}。",
            "请照当年的通知补齐全年的放假；没有完整的表，该年的工作日会标为待核实。",
        )
    seen: set[date] = set()
    for number, off in enumerate(table.off):
        if NO_DAY in (off.first, off.last):
            continue
        where = draft.place("off", str(table.year), str(number))
        if off.last < off.first:
            yield PackProblem.at(where, f"{off.name}的结束日早于开始日。", "请核对两个日期。")
            continue
        if off.first.year != table.year or off.last.year != table.year:
            yield PackProblem.at(
                where, f"{off.name}有不在 {table.year} 年的日子。", "请写在它所在年份的表里。"
            )
            continue
        days = set(days_between(off.first, off.last))
        if days & seen:
            yield PackProblem.at(
                where, f"{off.name}与另一段放假重叠：{min(days & seen)}。", "同一天只写一次。"
            )
        seen |= days
    listed = set()
    for number, day in enumerate(table.make_up):
        if day == NO_DAY:
            continue
        where = draft.place("make_up", str(table.year), str(number))
        if day.year != table.year:
            yield PackProblem.at(
                where, f"调休上班日 {day} 不在 {table.year} 年。", "请写在它所在年份的表里。"
            )
        elif day.weekday() < SATURDAY:
            yield PackProblem.at(
                where, f"调休上班日 {day} 不是双休日，本来就上班。", "请对照通知核对日期。"
            )
        elif day in seen:
            yield PackProblem.at(where, f"{day} 既写成放假，又写成上班。", "请对照通知，只留一处。")
        elif day in listed:
            yield PackProblem.at(where, f"调休上班日 {day} 重复。", "请删去一个。")
        listed.add(day)
