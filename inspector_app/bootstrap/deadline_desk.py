"""Deadlines on the command line: what kinds there are, and when one ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from inspector_app.bootstrap.device import BEIJING, today
from inspector_app.bootstrap.packs import delivered_packs
from inspector_app.bootstrap.told import Told
from inspector_app.domain.errors import UserError
from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.deadline_kinds import DeadlineKind, DeadlineUnit
from inspector_app.domain.law.deadlines import Due, Suspension, Urgency, due, standing
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.domain.plain import to_plain
from inspector_app.packs import PackLibrary
from inspector_app.wordings import SOURCE_LANGUAGE, Voice, words_in

__all__ = ["count_deadline", "list_deadlines"]


def list_deadlines(voice: Voice, name: str = "") -> Told:
    """Every kind of deadline of the packs on this device, or the one that is named."""
    known = _packs().deadlines()
    kinds = [_find(name, known)] if name else sorted(known.values(), key=_by_number)
    return Told(
        tuple(_kind_line(kind, voice) for kind in kinds), {"kinds": [*map(_kind_data, kinds)]}
    )


def count_deadline(
    kind: str,
    start: date | datetime,
    voice: Voice,
    *,
    extensions: Sequence[int | None] = (),
    suspensions: Sequence[Suspension] = (),
) -> Told:
    """When the term ``kind`` ends that began at ``start``; None extends by all that law allows.

    Raises ``UserError`` for a kind that no pack has, and what :func:`due` raises.
    """
    packs = _packs()
    found = _find(kind, packs.deadlines())
    granted = [_granted(found, number, given) for number, given in enumerate(extensions)]
    calendar = packs.work_calendar()
    term = due(found, start, calendar, extensions=granted, suspensions=suspensions)
    now = datetime.now(BEIJING)
    if term.at is not None and term.at.tzinfo is None:
        now = now.replace(tzinfo=None)
    return Told(
        tuple(_lines(term, len(granted), calendar, now, voice)), _data(term, calendar, now, voice)
    )


def _packs() -> PackLibrary:
    return delivered_packs(today())


def _find(name: str, kinds: Mapping[str, DeadlineKind]) -> DeadlineKind:
    wanted = name.casefold()
    found = next((kind for key, kind in kinds.items() if key.casefold() == wanted), None)
    if found is None:
        # D14 alone is not a term where law has two of that number.
        parts = [key for key in kinds if key.rstrip("abcdefgh").casefold() == wanted]
        listed = ", ".join(parts or kinds)
        raise UserError(
            "law.no_deadline",
            f"没有编号为“{name}”的期限。",
            mend=f"可用的有：{listed}。",
            facts={"kind": name, "listed": listed},
        )
    return found


def _by_number(kind: DeadlineKind) -> tuple[int, str]:
    return int("".join(filter(str.isdigit, kind.id))), kind.id


def _granted(kind: DeadlineKind, number: int, given: int | None) -> int:
    if given is not None:
        return given
    # Where law fixes no number, or allows no more, 0 is what ``due`` refuses.
    return kind.extensions[number].length if number < len(kind.extensions) else 0


def _length(count: int, unit: DeadlineUnit, voice: Voice) -> str:
    match unit:
        case DeadlineUnit.WORKING_DAY:
            return voice.say("law.unit_w", "{count} 个工作日", count=count)
        case DeadlineUnit.HOUR:
            return voice.say("law.unit_h", "{count} 小时", count=count)
        case DeadlineUnit.MONTH:
            return voice.say("law.unit_m", "{count} 个月", count=count)
        case DeadlineUnit.YEAR:
            return voice.say("law.unit_y", "{count} 年", count=count)
        case _:
            return voice.say("law.unit_d", "{count} 日", count=count)


def _unverified(kind: DeadlineKind, voice: Voice) -> str:
    if kind.verification in (Verification.VERIFIED, Verification.SECONDARY):
        return ""
    return voice.say("law.unverified", "（待核实）")


def _kind_line(kind: DeadlineKind, voice: Voice) -> str:
    starts = voice.of_pack(kind.starts, kind.starts_en)
    if kind.backward:
        starts = voice.say("law.before", "{event}之前", event=starts)
    else:
        starts = voice.say("law.from", "从{event}起", event=starts)
    return voice.say(
        "law.deadline_kind",
        "{id}　{title}：{length}，{starts}{unverified}　{basis}",
        id=kind.id,
        title=voice.of_pack(kind.title, kind.title_en),
        length=_length(kind.length, kind.unit, voice),
        starts=starts,
        unverified=_unverified(kind, voice),
        basis=format_citations(kind.basis),
    )


def _lines(
    term: Due, extended: int, calendar: WorkCalendar, now: datetime, voice: Voice
) -> Iterator[str]:
    kind = term.kind
    yield voice.say(
        "law.deadline_counted",
        "{id} {title}：{length}{unverified}",
        id=kind.id,
        title=voice.of_pack(kind.title, kind.title_en),
        length=_length(term.counted, kind.unit, voice),
        unverified=_unverified(kind, voice),
    )
    yield voice.say("law.deadline_basis", "依据：{basis}", basis=format_citations(kind.basis))
    yield from (f"  {text}" for text in _steps(term, voice))
    for extension in kind.extensions[:extended]:
        yield voice.say(
            "law.deadline_approval", "  延长须经：{approval}。", approval=extension.approval
        )
    consequence = voice.of_pack(kind.consequence, kind.consequence_en)
    yield voice.say("law.deadline_then", "期满：{consequence}", consequence=consequence)
    if kind.note and voice.language == SOURCE_LANGUAGE:
        yield voice.say("law.deadline_note", "注意：{note}", note=kind.note)
    stands = standing(term, now, calendar)
    if stands.urgency is Urgency.PAST and not stands.calendar_days:
        yield voice.say("law.deadline_over", "今天：已届满。")
    elif stands.urgency is Urgency.PAST:
        yield voice.say(
            "law.deadline_past", "今天：已过 {days} 日。", days=abs(stands.calendar_days)
        )
    else:
        yield voice.say(
            "law.deadline_left",
            "今天：还有 {days} 日，其中工作日 {working} 个。",
            days=stands.calendar_days,
            working=stands.working_days,
        )


def _steps(term: Due, voice: Voice) -> Iterator[str]:
    for step in term.steps:
        told = words_in(voice.language, step.code, step.facts)
        yield told.what if told else step.text


def _kind_data(kind: DeadlineKind) -> Mapping[str, Any]:
    data: Mapping[str, Any] = to_plain(kind)
    return data


def _data(term: Due, calendar: WorkCalendar, now: datetime, voice: Voice) -> Mapping[str, Any]:
    return {
        "kind": _kind_data(term.kind),
        "start": str(term.start),
        "first": str(term.first),
        "last": str(term.last),
        "at": term.at.isoformat() if term.at else None,
        "counted": term.counted,
        "before_roll_over": str(term.before_roll_over),
        "if_weekends_roll": str(term.if_weekends_roll),
        "missing_years": list(term.missing_years),
        "provisional": term.provisional,
        "steps": list(_steps(term, voice)),
        "today": to_plain(standing(term, now, calendar)),
    }
