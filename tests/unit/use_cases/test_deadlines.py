"""The deadlines that run from visits: listed, ticked off, written as a calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.law.deadline_kinds import DeadlineUnit, StartingEvent, Trigger
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.domain.running_deadlines import RunningDeadline
from tests.fakes.workplace import Office
from tests.unit.law.factory_deadlines import kind, table

PUBLISH = kind(
    20,
    DeadlineUnit.WORKING_DAY,
    id="D21",
    title="公开监督检查结果",
    title_en="Publish the result",
    runs_from=(Trigger(StartingEvent.RESULT),),
)
REPORT = kind(
    24,
    DeadlineUnit.HOUR,
    id="D2",
    title="报告",
    runs_from=(Trigger(StartingEvent.SERVED, "correction_order"),),
)


@pytest.fixture
def office(office: Office) -> Office:
    office.packs.terms = {"D21": PUBLISH}
    office.packs.calendar = WorkCalendar([table(2026)])
    return office


def publication(office: Office) -> RunningDeadline:
    return next(found for found in office.do.list_deadlines() if found.term is not None)


def exported(office: Office, path: Path) -> list[Any]:
    """The file's events, whose properties each have a type of their own."""
    office.do.export_deadlines(path)
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_a_finished_visit_has_its_result_to_publish(office: Office) -> None:
    visit_id = office.completed()

    found = publication(office)

    assert (found.visit_id, found.last) == (visit_id, date(2026, 12, 18))


def test_a_visit_that_goes_on_has_nothing_to_publish(office: Office) -> None:
    office.judged()

    assert not [found for found in office.do.list_deadlines() if found.term is not None]


def test_an_order_ends_on_its_own_day(office: Office) -> None:
    visit_id = office.judged()
    orders = office.do.look_up.enterprise_file("enterprise-1").rectifications

    ends = [found for found in office.do.list_deadlines(visit_id=visit_id) if found.term is None]

    assert {found.last for found in ends} == {row.deadline for row in orders if row.deadline}


def test_deadlines_of_another_enterprise_are_not_listed(office: Office) -> None:
    office.completed()

    assert office.do.list_deadlines(enterprise_id="enterprise-9") == ()
    assert office.do.list_deadlines(visit_id="visit-9") == ()


def test_what_is_ticked_off_stays_so_and_can_be_opened_again(office: Office) -> None:
    office.completed()
    name = publication(office).id

    office.do.tick_deadline(name)
    assert publication(office.reopened()).done

    office.do.tick_deadline(name, done=False)
    assert not publication(office).done


def test_the_calendar_holds_what_the_officers_have_to_see_to(
    office: Office, tmp_path: Path
) -> None:
    office.completed()

    events = exported(office, tmp_path / "期限.ics")

    event = next(event for event in events if event["summary"] == "公开监督检查结果")
    assert event["dtstart"].dt == date(2026, 12, 18)
    assert event["dtend"].dt == date(2026, 12, 19)
    assert len(events) == len([f for f in office.do.list_deadlines() if f.to_be_seen_to])


def test_one_is_reminded_at_nine_on_the_working_day_before(office: Office, tmp_path: Path) -> None:
    office.completed()
    (found,) = (f for f in office.do.list_deadlines() if f.term is None)

    events = exported(office, tmp_path / "a.ics")

    event = next(event for event in events if event["summary"].startswith("整改"))
    (alarm,) = event.walk("VALARM")
    reminded = datetime.combine(event["dtstart"].dt, datetime.min.time()) + alarm["trigger"].dt
    assert event["dtstart"].dt == found.last
    assert reminded.hour == 9
    assert reminded.date() < found.last
    assert reminded.weekday() < 5


def test_a_term_in_hours_is_a_moment(office: Office, tmp_path: Path) -> None:
    office.packs.terms = {"D2": REPORT}
    office.finished()

    events = exported(office, tmp_path / "a.ics")

    event = next(event for event in events if event["summary"] == "报告")
    (alarm,) = event.walk("VALARM")
    assert isinstance(event["dtstart"].dt, datetime)
    assert alarm["trigger"].dt == timedelta(hours=-1)


def test_a_deadline_keeps_its_uid_when_it_is_written_again(office: Office, tmp_path: Path) -> None:
    office.completed()
    first = {event["uid"] for event in exported(office, tmp_path / "a.ics")}
    office.clock.move(wall=timedelta(days=1))

    assert {event["uid"] for event in exported(office, tmp_path / "a.ics")} == first


def test_nobody_is_named_unless_it_is_asked_for(office: Office, tmp_path: Path) -> None:
    office.completed()
    name = publication(office).enterprise_name

    office.do.export_deadlines(tmp_path / "a.ics")
    office.do.export_deadlines(tmp_path / "b.ics", names=True)

    unfolded = [
        (tmp_path / file).read_text("utf-8").replace("\r\n ", "") for file in ("a.ics", "b.ics")
    ]
    assert [name in text for text in unfolded] == [False, True]


def test_the_calendar_speaks_english(office: Office, tmp_path: Path) -> None:
    office.completed()

    office.do.export_deadlines(tmp_path / "a.ics", language="en")

    assert "SUMMARY:Publish the result" in (tmp_path / "a.ics").read_text("utf-8")


def test_what_was_ticked_off_is_not_in_the_calendar(office: Office, tmp_path: Path) -> None:
    office.completed()
    office.do.tick_deadline(publication(office).id)

    events = exported(office, tmp_path / "a.ics")

    assert "公开监督检查结果" not in {event["summary"] for event in events}


def test_a_folder_that_is_not_there_is_told(office: Office, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as refused:
        office.do.export_deadlines(tmp_path / "nowhere" / "a.ics")

    assert refused.value.code == "calendar.unwritable"
