"""A task is taken back from everyone once it was done, by those who had it to do."""

from __future__ import annotations

import json
from typing import Any

from inspector_app.domain.journal import Event, Head
from inspector_app.domain.visit_events import (
    VisitCompleted,
)
from inspector_app.domain.visit_journal import record_event, visit_stream
from inspector_app.server.desk import Desk
from inspector_app.server.storage import devices, feed
from inspector_app.wire.feed import TaskItem
from tests.contract.server.senders import SettableTime, alarm_codes, sender
from tests.factory import enterprise, moment, officer, rights_read, task, visit_started
from tests.factory_sync import visit_events


def sender_of(desk: Desk) -> devices.Device:
    with desk.database.read() as connection:
        return devices.every_device(connection)[0]


def told_of_task(desk: Desk, number: int = 1) -> list[str]:
    """What the feed says of the task now, by kind."""
    with desk.database.read() as connection:
        told = feed.page(connection, sender_of(desk), "", "").items
    said = [json.loads(bytes(raw)) for raw in told]
    return [
        one["kind"]
        for one in said
        if f"task-{number}" in {one.get("task_id"), one.get("task", {}).get("id")}
    ]


def completed(visit_id: str, by: str = "officer-1", **started: Any) -> list[Event]:
    """A visit that is begun and completed by that person."""
    made: list[Event] = []
    for fact in (visit_started(visit_id=visit_id, **started), rights_read(), VisitCompleted()):
        head = made[-1].head if made else Head(visit_stream(visit_id))
        made.append(record_event(head, fact, moment(len(made)), by))
    return made


def test_a_task_of_another_enterprise_is_not_taken_back(desk: Desk) -> None:
    # The bureau's first task is about enterprise-1.
    visit = completed(
        "v1", enterprise=enterprise(2), tasks=(task(1, enterprise_id="enterprise-2"),)
    )
    assert sender(desk).record(visit).refused == ()
    assert told_of_task(desk) == ["task"]
    assert "task.foreign" in alarm_codes(desk)


def test_a_task_given_to_another_device_is_not_taken_back(desk: Desk) -> None:
    theirs, mine = sender(desk), sender(desk)
    with desk.database.write() as connection:
        feed.announce(connection, [feed.Announcement(TaskItem(task(1)), theirs.id)], desk.at())
    mine.record(completed("v1"))
    assert "task.foreign" in alarm_codes(desk)
    with desk.database.read() as connection:
        assert feed.task_told(connection, "task-1") is not None


def test_nobody_takes_back_a_task_in_the_name_of_people_the_bureau_does_not_have(
    desk: Desk,
) -> None:
    made_up = officer(8)
    sender(desk).record(completed("v1", by=made_up.id, officers=(made_up, officer(1))))
    assert told_of_task(desk) == ["task"]
    assert "task.foreign" in alarm_codes(desk)


def test_a_device_bound_to_a_person_takes_back_only_what_that_person_did(desk: Desk) -> None:
    sender(desk, officer_id="officer-2").record(completed("v1"))
    assert told_of_task(desk) == ["task"]
    sender(desk, officer_id="officer-1").record(completed("v2"))
    assert told_of_task(desk) == ["task_withdrawn"]


def test_a_task_that_another_device_has_begun_is_taken_back_only_by_it(
    desk: Desk, time: SettableTime
) -> None:
    first, second = sender(desk), sender(desk)
    begun = completed("v1")
    first.record(begun[:1])
    time.move(seconds=1)
    second.record(completed("v2"))
    assert told_of_task(desk) == ["task"]
    first.record(begun[1:])
    assert told_of_task(desk) == ["task_withdrawn"]


def test_a_completed_visit_takes_its_tasks_back_from_everyone(desk: Desk) -> None:
    sender(desk).record(visit_events("v1"))
    with desk.database.read() as connection:
        told = feed.page(connection, sender_of(desk), "", "").items
    kinds = [bytes(raw) for raw in told if b'"task-1"' in bytes(raw)]
    assert kinds == [b'{"kind":"task_withdrawn","task_id":"task-1"}']
