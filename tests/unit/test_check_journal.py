"""The record on this device is called intact only if every chain can be worked out again."""

from __future__ import annotations

from inspector_app.application.check_journal import CheckJournal
from inspector_app.domain.visit_journal import visit_stream
from tests.fakes.workplace import Office


def test_every_stream_of_the_device_is_named() -> None:
    office = Office()
    visit_id = office.arrived()

    assert CheckJournal(office.do.place).streams() == (visit_stream(visit_id),)


def test_an_intact_stream_has_no_break() -> None:
    office = Office()
    visit_id = office.finished()

    assert CheckJournal(office.do.place)(visit_stream(visit_id)) is None


def test_a_missing_event_is_found_where_it_is_missing() -> None:
    office = Office()
    stream = visit_stream(office.judged())
    del office.store._state.streams[stream][2]

    found = CheckJournal(office.do.place)(stream)

    assert found is not None
    assert (found.stream, found.seq, found.reason) == (stream, 4, "gap")
