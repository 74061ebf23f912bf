"""Deadlines in words: what they are called, how they stand, and how they were counted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.law.citation import format_citations
from inspector_app.domain.law.deadline_kinds import DeadlineKind, DeadlineUnit, LapseEffect, Party
from inspector_app.domain.law.deadlines import Urgency
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.running_deadlines import RunningDeadline
from inspector_app.gui.error_words import said
from inspector_app.gui.i18n import SOURCE_LANGUAGE, current_language
from inspector_app.gui.terms import State, sentences
from inspector_app.gui.theme import Tone

__all__ = [
    "basis_text",
    "counted_text",
    "deadline_state",
    "deadline_title",
    "doubt_text",
    "subject_text",
]

_UNVERIFIED = (Verification.RECALLED, Verification.INFERRED)


def deadline_title(running: RunningDeadline) -> str:
    """What is to be done by then; who is bound, if it is the party."""
    if running.term is None:
        count = running.count
        return QCoreApplication.translate("Deadlines", "复查 %n 项整改", "", count)
    title = _own(running.term.kind)
    if running.binds is Party.PARTY:
        return QCoreApplication.translate("Deadlines", "当事人：{title}").format(title=title)
    return title


def deadline_state(running: RunningDeadline) -> State:
    """How near it is: in working days where it is counted so, and what its end brought."""
    translate, stands = QCoreApplication.translate, running.stands
    days, working = stands.calendar_days, stands.working_days
    if running.done:
        return State(translate("Deadlines", "已办"), Tone.MET)
    if stands.urgency is Urgency.PAST:
        # What ends by itself, and what binds others, is over; it is not late.
        if running.binds is Party.PARTY and running.term is not None:
            return State(translate("Deadlines", "已届满"), Tone.NEUTRAL, "calendar-check")
        if not days or stands.effect not in (None, LapseEffect.WARNS):
            return State(translate("Deadlines", "已届满"), Tone.NOT_MET, "octagon-alert")
        late = -days
        return State(
            translate("Deadlines", "已逾期 %n 天", "", late), Tone.NOT_MET, "octagon-alert"
        )
    # A term of the party's asks nothing of the officers.
    ours = running.to_be_seen_to
    if stands.urgency is Urgency.TODAY:
        tone = Tone.ATTENTION if ours else Tone.NEUTRAL
        return State(translate("Deadlines", "今天到期"), tone, "clock")
    if running.term is not None and running.term.kind.unit is DeadlineUnit.WORKING_DAY:
        left = translate("Deadlines", "还有 %n 个工作日", "", working)
    else:
        left = translate("Deadlines", "还有 %n 天", "", days)
    if stands.urgency is Urgency.SOON and ours:
        return State(left, Tone.ATTENTION, "clock")
    return State(left, Tone.NEUTRAL, "calendar")


def subject_text(running: RunningDeadline) -> str:
    """What it is about: the document it counts from, or the items to be put right."""
    if running.term is not None:
        return running.subject
    items = QCoreApplication.translate("Deadlines", "检查项目 {numbers}")
    return items.format(numbers=running.subject)


def counted_text(running: RunningDeadline) -> str:
    """How its last day was counted, sentence by sentence."""
    if running.term is None:
        return ""
    return sentences(said(step) for step in running.term.steps)


def basis_text(running: RunningDeadline) -> str:
    """Its legal basis; laws stay as they are called."""
    return format_citations(running.term.kind.basis) if running.term else ""


def doubt_text(running: RunningDeadline) -> str:
    """待核实 with what is not verified; empty where all is."""
    if running.term is None:
        return ""
    translate = QCoreApplication.translate
    if running.term.missing_years:
        years = ", ".join(map(str, running.term.missing_years))
        return translate("Deadlines", "待核实：缺 {years} 年的放假安排").format(years=years)
    if running.term.kind.verification in _UNVERIFIED:
        return translate("Deadlines", "待核实")
    return ""


def _own(kind: DeadlineKind) -> str:
    return kind.title if current_language() == SOURCE_LANGUAGE else kind.title_en
