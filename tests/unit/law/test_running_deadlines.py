"""Which deadlines run from a visit, and how they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.deadline_starts import DeadlineStart, deadline_starts
from inspector_app.domain.law.deadline_kinds import (
    DeadlineUnit,
    Party,
    StartingEvent,
    Trigger,
)
from inspector_app.domain.law.deadlines import Urgency
from inspector_app.domain.law.violation import MeasureKind
from inspector_app.domain.projection import RectificationRow
from inspector_app.domain.running_deadlines import rectification_deadlines, running_deadlines
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_events import (
    AnswerRecorded,
    DocumentServed,
    DocumentWithdrawn,
    FindingConfirmed,
    ResultGraded,
    VisitCompleted,
    VisitEvent,
)
from tests.contract.papers import composed, issued
from tests.factory import CHINA, Chain, violation, visit_started
from tests.unit.law.factory_deadlines import kind, plain_calendar

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=CHINA)
CALENDAR = plain_calendar(2026)
RESULT = Trigger(StartingEvent.RESULT)
PUBLISH = kind(20, DeadlineUnit.WORKING_DAY, id="D21", runs_from=(RESULT,))


def start(event: StartingEvent, of: str = "", day: int = 20) -> DeadlineStart:
    at = f"2026-11-{day}T10:00:00+08:00"
    return DeadlineStart("visit-1", f"{event}-{of}", "enterprise-1", "张记面馆", event, of, at, "")


def row(number: str, deadline: date | None, *, done: bool = False) -> RectificationRow:
    return RectificationRow(
        f"finding-{number}", "visit-1", "enterprise-1", "张记面馆", number, "未洗净", deadline, done
    )


def events_of(*happened: VisitEvent) -> set[tuple[str, str]]:
    visit = fold_visit(Chain().add(visit_started(), *happened).events)
    assert visit is not None
    return {(found.event.value, found.of) for found in deadline_starts(visit)}


FOUND = FindingConfirmed(
    "finding-1",
    "HEALTH",
    violation(),
    "一名切配人员未持证",
    (MeasureKind.ORDER_CORRECTION, MeasureKind.OPEN_CASE),
    "七日内办证",
    date(2026, 11, 28),
)
FAILED = AnswerRecorded("HEALTH", AnswerValue.NOT_MET)
GRADED = ResultGraded("pass", "符合", "通过", {})


def test_a_finding_sets_each_of_its_measures_running() -> None:
    assert events_of(FAILED, FOUND) == {("measure", "order_correction"), ("measure", "open_case")}


def test_a_result_counts_once_the_officers_have_finished() -> None:
    assert ("result", "") not in events_of(GRADED)
    assert ("result", "") in events_of(GRADED, VisitCompleted())


def test_a_document_counts_when_issued_and_again_when_served() -> None:
    served = DocumentServed(
        ("doc-1",), "direct", "张三", "经营者", "店内", "2026-11-21T11:00:00+08:00"
    )

    assert events_of(composed("doc-1"), issued("doc-1"), served) == {
        ("issued", "site_record"),
        ("served", "site_record"),
    }


def test_a_document_that_was_withdrawn_counts_no_more() -> None:
    assert not events_of(composed("doc-1"), issued("doc-1"), DocumentWithdrawn("doc-1", "有误"))


def test_a_term_runs_from_the_event_that_its_kind_names() -> None:
    (running,) = running_deadlines(
        [start(StartingEvent.RESULT), start(StartingEvent.MEASURE, "warning")],
        {"D21": PUBLISH},
        CALENDAR,
        NOW,
    )

    assert (running.id, running.last) == ("visit-1/result-/D21", date(2026, 12, 18))
    assert running.stands.urgency is Urgency.RUNNING
    assert running.to_be_seen_to


def test_what_was_ticked_off_is_not_to_be_seen_to() -> None:
    (running,) = running_deadlines(
        [start(StartingEvent.RESULT)], {"D21": PUBLISH}, CALENDAR, NOW, {"visit-1/result-/D21"}
    )

    assert running.done
    assert not running.to_be_seen_to


def test_a_term_of_the_party_is_shown_but_not_for_the_officers_to_see_to() -> None:
    remedy = kind(60, DeadlineUnit.CALENDAR_DAY, runs_from=(RESULT,), binds=Party.PARTY)

    (running,) = running_deadlines([start(StartingEvent.RESULT)], {"D25a": remedy}, CALENDAR, NOW)

    assert not running.to_be_seen_to


def test_terms_stand_by_their_end() -> None:
    sooner = kind(3, DeadlineUnit.CALENDAR_DAY, id="D2", runs_from=(RESULT,))

    found = running_deadlines(
        [start(StartingEvent.RESULT)], {"D21": PUBLISH, "D2": sooner}, CALENDAR, NOW
    )

    assert [running.id for running in found] == ["visit-1/result-/D2", "visit-1/result-/D21"]


@pytest.mark.parametrize(
    ("day", "urgency"),
    [(24, Urgency.PAST), (25, Urgency.TODAY), (27, Urgency.SOON), (30, Urgency.SOON)],
)
def test_the_end_of_a_rectification_stands_by_its_day(day: int, urgency: Urgency) -> None:
    (running,) = rectification_deadlines([row("4.2", date(2026, 11, day))], CALENDAR, NOW.date())

    assert running.stands.urgency is urgency
    assert running.binds is Party.PARTY
    assert running.to_be_seen_to


def test_orders_that_end_on_one_day_are_one_deadline() -> None:
    rows = [
        row("4.2", date(2026, 11, 28)),
        row("5.1", date(2026, 11, 28)),
        row("6.1", None),
        row("7.1", date(2026, 11, 28), done=True),
    ]

    (running,) = rectification_deadlines(rows, CALENDAR, NOW.date())

    assert (running.count, running.subject) == (2, "4.2、5.1")


def test_orders_are_gathered_by_day_and_visit_in_whatever_order_they_were_given() -> None:
    sooner, later = date(2026, 11, 28), date(2026, 12, 3)
    rows = [
        row("4.2", later),
        row("5.1", sooner),
        replace(row("1.1", later), visit_id="visit-0"),
        row("6.1", later),
    ]

    found = rectification_deadlines(rows, CALENDAR, NOW.date())

    assert [(each.last, each.visit_id, each.subject) for each in found] == [
        (sooner, "visit-1", "5.1"),
        (later, "visit-0", "1.1"),
        (later, "visit-1", "4.2、6.1"),
    ]


@pytest.mark.parametrize(
    ("unit", "last"),
    [
        # From ten in the morning of the twentieth: neither that hour counts nor that day.
        (DeadlineUnit.HOUR, datetime(2026, 11, 21, 11, 0, tzinfo=CHINA)),
        (DeadlineUnit.CALENDAR_DAY, None),
    ],
)
def test_a_term_of_hours_runs_from_the_hour_and_one_of_days_from_the_day(
    unit: DeadlineUnit, last: datetime | None
) -> None:
    term = kind(24, unit, id="D2", runs_from=(RESULT,))

    (running,) = running_deadlines([start(StartingEvent.RESULT)], {"D2": term}, CALENDAR, NOW)

    assert running.term is not None
    assert running.term.at == last
    assert running.last == (last.date() if last else date(2026, 12, 14))
