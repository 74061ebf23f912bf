"""When and for what the gate is asked, and the calendar by which it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from inspector_app.domain.law.case_facts import CaseFacts, PaperFacts
from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.deadline_kinds import DeadlineKind, DeadlineUnit, LapseEffect
from inspector_app.domain.law.deadlines import Due, due
from inspector_app.domain.law.gate.rules import GateRules, Run
from inspector_app.domain.law.violation import Verification
from inspector_app.domain.law.work_calendar import WorkCalendar

__all__ = ["Changed", "Editions", "LawInForce", "Occasion", "Resolver"]


_NO_TABLES = WorkCalendar()
Resolver = Callable[[Citation, date], bool | None]
Changed = Callable[[Citation, date, date], date | None]
Editions = Callable[[str, date], date | None]


@dataclass(frozen=True, slots=True)
class LawInForce:
    """What a record is judged by: one edition of the rules, and which days are working days."""

    rules: GateRules
    calendar: WorkCalendar = _NO_TABLES
    resolves: Resolver | None = None
    changed: Changed | None = None
    edition_on: Editions | None = None

    def occasion(self, day: date, run: Run, document: str = "") -> Occasion:
        """The question asked on ``day``."""
        return Occasion(
            day,
            run,
            self.rules,
            self.calendar,
            document,
            self.resolves,
            self.changed,
            self.edition_on,
        )


@dataclass(frozen=True, slots=True)
class Occasion:
    """The question: on which day, before what, about which document (empty = the whole case).

    ``resolves`` says whether an installed statute text has a citation on a day: None = its law is
    not installed. ``changed`` says from when on, between an act and a decision, installed texts have
    other words for a citation, ``edition_on`` of what day the text of a law is that was looked into.
    """

    day: date
    run: Run
    rules: GateRules
    calendar: WorkCalendar = _NO_TABLES
    document: str = ""
    resolves: Resolver | None = None
    changed: Changed | None = None
    edition_on: Editions | None = None

    def after_working_days(self, day: date, count: int) -> Due:
        """The term of ``count`` working days, ``day`` itself not counted (程序规定 80)."""
        return due(_kind(DeadlineUnit.WORKING_DAY, count), day, self.calendar)

    def before_working_days(self, day: date, count: int) -> Due:
        """The latest day to act ``count`` working days before ``day``, itself not counted (D7)."""
        return due(_kind(DeadlineUnit.WORKING_DAY, count, backward=True), day, self.calendar)

    def after_calendar_days(self, day: date, count: int, *, rolls_over: bool = True) -> Due:
        """The term of ``count`` calendar days; its end moves off a holiday if it ``rolls_over``."""
        kind = _kind(DeadlineUnit.CALENDAR_DAY, count, rolls_over=rolls_over)
        return due(kind, day, self.calendar)

    def after_hours(self, moment: datetime, count: int) -> Due:
        """The term of ``count`` hours, the hour of ``moment`` not counted (程序规定 80)."""
        return due(_kind(DeadlineUnit.HOUR, count), moment, self.calendar)

    def paper(self, case: CaseFacts) -> PaperFacts | None:
        """The document in question."""
        return next((paper for paper in case.papers if paper.id == self.document), None)


@cache
def _kind(
    unit: DeadlineUnit, length: int, *, rolls_over: bool = True, backward: bool = False
) -> DeadlineKind:
    """A period of a rule: its length is the rule's parameter, its basis the rule's."""
    return DeadlineKind(
        id=f"{length}_{unit.value}",
        title="",
        title_en="",
        length=length,
        unit=unit,
        starts="",
        starts_en="",
        lapse=LapseEffect.WARNS,
        consequence="",
        consequence_en="",
        basis=(),
        source="",
        verification=Verification.VERIFIED,
        rolls_over=rolls_over,
        backward=backward,
    )
