"""The deadlines of a case on the command line: those that run, and those that were kept too late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from inspector_app.domain.case_deadlines import CaseDeadline
from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.deadlines import Urgency
from inspector_app.domain.plain import to_plain
from inspector_app.wordings import Voice

__all__ = ["deadline_data", "deadline_lines"]


def deadline_lines(deadlines: Iterable[CaseDeadline], voice: Voice) -> Iterator[str]:
    """A heading and a line each; none of what was kept in time or is over by itself."""
    shown = [each for each in deadlines if each.is_open or each.is_late]
    if shown:
        yield voice.say("gate.deadlines", "期限")
    yield from (_line(each, voice) for each in shown)


def _line(deadline: CaseDeadline, voice: Voice) -> str:
    kind = deadline.term.kind
    title = voice.of_pack(kind.title, kind.title_en)
    # Without the holidays of a year the day is not certain.
    doubt = voice.say("law.unverified", "（待核实）") if deadline.term.provisional else ""
    return voice.say(
        "gate.deadline",
        "  {last}  {id} {title}：{stands}　{basis}",
        last=_moment(deadline.term.at or deadline.term.last) + doubt,
        id=kind.id,
        title=f"{title} {deadline.subject}".rstrip(),
        stands=_stands(deadline, voice),
        basis=format_citations(kind.basis),
    )


def _stands(deadline: CaseDeadline, voice: Voice) -> str:
    days = deadline.stands.calendar_days
    if deadline.kept is not None:
        kept = _moment(deadline.kept)
        return voice.say("gate.deadline_late", "{kept} 才办，已超期", kept=kept)
    if deadline.stands.urgency is Urgency.PAST:
        return voice.say("gate.deadline_past", "已过 {days} 日", days=abs(days))
    return voice.say("gate.deadline_left", "还有 {days} 日", days=days)


def _moment(at: date | datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if isinstance(at, datetime) else at.isoformat()


def deadline_data(deadline: CaseDeadline) -> Mapping[str, Any]:
    """The same as data, whatever became of it."""
    term = deadline.term
    return {
        "kind": term.kind.id,
        "title": term.kind.title,
        "subject": deadline.subject,
        "start": str(term.start),
        "last": str(term.last),
        "at": term.at.isoformat() if term.at else None,
        "provisional": term.provisional,
        "kept": deadline.kept.isoformat() if deadline.kept else None,
        "late": deadline.is_late,
        "today": to_plain(deadline.stands),
    }
