"""Deadlines and yearly tables of holidays from YAML to the domain's definitions."""

from __future__ import annotations

from datetime import date

from inspector_app.domain.law.deadline_kinds import (
    DailySurcharge,
    DeadlineKind,
    DeadlineUnit,
    Extension,
    LapseEffect,
    NotCounted,
    Party,
    StartingEvent,
    Trigger,
)
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.law.work_calendar import DaysOff, HolidayTable
from inspector_app.packs.draft import Draft
from inspector_app.packs.entry import Entry, day_in, nearest

__all__ = ["NO_DAY", "read_deadlines", "read_holidays"]

NO_DAY = date.min
"""Stands for a date that could not be read, which has been told."""


def read_deadlines(entry: Entry, draft: Draft) -> None:
    """One file of deadlines (``deadlines/*.yaml``)."""
    for part in entry.entries("deadlines", "期限"):
        kind = _kind(part)
        if kind.id in draft.deadlines:
            draft.reading.note(part.at("id"), f"期限编号“{kind.id}”重复。", "请改用另一个编号。")
        draft.deadlines[kind.id] = kind
        draft.places[f"deadline {kind.id}"] = part.place
        draft.places[f"length {kind.id}"] = part.at("length")
        part.close()
    entry.close()


def read_holidays(entry: Entry, draft: Draft) -> None:
    """One year's table (``holidays/2026.yaml``)."""
    year = entry.integer("year")
    if year in draft.holidays:
        draft.reading.note(entry.at("year"), f"{year} 年的表重复。", "每年只写一份。")
    off = []
    for number, part in enumerate(entry.entries("off", "放假")):
        off.append(_days_off(part))
        draft.places[f"off {year} {number}"] = part.place
    make_up = []
    for number, (text, place) in enumerate(entry.located_texts("make_up")):
        make_up.append(day_in(text, place, "make_up", draft.reading) or NO_DAY)
        draft.places[f"make_up {year} {number}"] = place
    draft.holidays[year] = HolidayTable(
        year, tuple(off), tuple(make_up), entry.text("source"), entry.word("status", Verification)
    )
    draft.places[f"holidays {year}"] = entry.at("year")
    entry.close()


def _days_off(entry: Entry) -> DaysOff:
    first = entry.day("from", required=True) or NO_DAY
    last = entry.day("to") or first
    off = DaysOff(entry.text("name"), first, last)
    entry.close()
    return off


def _kind(entry: Entry) -> DeadlineKind:
    surcharge = _surcharge(entry)
    return DeadlineKind(
        id=entry.text("id"),
        title=entry.text("title"),
        title_en=entry.text("title_en"),
        # How long a surcharge grows follows from its rate.
        length=surcharge.days if surcharge else entry.integer("length"),
        unit=entry.word("unit", DeadlineUnit),
        starts=entry.text("starts"),
        starts_en=entry.text("starts_en"),
        lapse=entry.word("lapse", LapseEffect),
        consequence=entry.text("consequence"),
        consequence_en=entry.text("consequence_en"),
        basis=entry.citations("basis"),
        source=entry.text("source"),
        verification=entry.word("status", Verification),
        binds=entry.word("binds", Party, Party.BUREAU),
        extensions=tuple(_extension(part) for part in _extensions(entry)),
        pauses=entry.words("pauses", NotCounted),
        rolls_over=entry.flag("rolls_over", default=True),
        backward=entry.flag("backward"),
        surcharge=surcharge,
        runs_from=_triggers(entry),
        note=entry.text("note", ""),
    )


def _extensions(entry: Entry) -> tuple[Entry, ...]:
    return entry.entries("extensions", "延长", required=False)


def _extension(entry: Entry) -> Extension:
    extension = Extension(entry.integer("length"), entry.text("approval"))
    entry.close()
    return extension


def _surcharge(entry: Entry) -> DailySurcharge | None:
    part = entry.entry("surcharge", "加处罚款", required=False)
    if part is None:
        return None
    surcharge = DailySurcharge(part.integer("per_day"), part.integer("most"))
    part.close()
    if not surcharge.per_day or not surcharge.most:
        entry.reading.note(part.place, "加处罚款的比例不能是 0。", "请写千分比，如百分之三写 30。")
        return DailySurcharge(1, 1)
    return surcharge


def _triggers(entry: Entry) -> tuple[Trigger, ...]:
    """``result``, ``measure open_case``, ``issued on_spot_decision``, ``case filed`` and the like."""
    found = []
    known = tuple(event.value for event in StartingEvent)
    for text, place in entry.located_texts("runs_from"):
        word, _, of = text.partition(" ")
        if word not in known:
            entry.reading.note(place, f"不认识的起算事由“{word}”。", nearest(word, known))
            continue
        trigger = Trigger(StartingEvent(word), of.strip())
        if bool(trigger.of) is (trigger.event is StartingEvent.RESULT):
            entry.reading.note(
                place,
                f"起算事由“{text}”写得不完整。",
                "请写 result、measure 措施、issued 文种、served 文种或者 case 环节。",
            )
        found.append(trigger)
    return tuple(found)
