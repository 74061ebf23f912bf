"""The server is killed, restored from a backup, full, or turns a device away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.visit_events import DocumentPrinted
from inspector_app.domain.visit_journal import record_event, visit_stream
from inspector_app.server.embedded import EmbeddedServer
from inspector_app.server.enrolment import issue_code
from inspector_app.server.storage import devices
from inspector_app.server.storage.schema import devices as device_table
from inspector_app.sync.enrolment import TOKEN, connect, enrol
from inspector_app.sync.synchronizer import HttpSynchronizer
from inspector_app.wire.protocol import PUSH_PATH, UPLOADS_PATH
from tests.factory import moment, visit_started
from tests.factory_sync import QUICK, Bureau, Laptop, SignedBy, chained, visit_events
from tests.fakes.store import MemoryStore
from tests.fakes.store_state import State
from tests.faults.mishaps import Mishap, MishapProxy, Passage
from tests.faults.records import (
    fresh_events,
    fresh_visit,
    hashes,
    on_server,
    refusal_of,
    sync,
)


def set_aside(laptop: Laptop) -> list[str]:
    return [row.reason for row in laptop.store.sync.quarantined()]


def killing(office: Bureau, *, after_reply: bool) -> Mishap:
    """SIGKILL while the request is on its way, or once its reply is there but not yet passed on."""

    def mishap(passage: Passage) -> None:
        passage.forward(None if after_reply else passage.body[:-1])
        office.server.kill()

    return mishap


@pytest.mark.parametrize("after_reply", [False, True], ids=["before commit", "after commit"])
@pytest.mark.parametrize("path", [("POST", PUSH_PATH), ("PATCH", UPLOADS_PATH)])
def test_a_server_killed_around_commit_loses_and_doubles_nothing(
    office: Bureau, laptop: Laptop, path: tuple[str, str], *, after_reply: bool
) -> None:
    visit = fresh_visit()
    photo = visit.encode() * 40_000
    sha256 = laptop.attach(photo, visit_stream(visit))
    events = visit_events(visit, photo=sha256)
    laptop.record(events)
    with MishapProxy(office.url) as proxy:
        proxy.once(*path, killing(office, after_reply=after_reply))
        with pytest.raises(EnvironmentFault):
            laptop.through(proxy.address).synchronize()
    office.server.start()
    sync(laptop, office)
    assert on_server(office, events) == hashes(events)
    assert office.desk.files.path(sha256).read_bytes() == photo
    assert (laptop.pending(), laptop.store.sync.pending_blobs()) == (0, ())


def test_blobs_lost_from_the_servers_disk_are_asked_for_again(
    office: Bureau, laptop: Laptop
) -> None:
    visit = fresh_visit()
    sha256 = laptop.attach(visit.encode(), visit_stream(visit))
    laptop.record(visit_events(visit, photo=sha256))
    sync(laptop, office)
    office.server.stop()
    office.desk.files.path(sha256).unlink()
    office.server.start()
    sync(laptop, office)
    assert office.desk.files.size(sha256) == len(visit)


def state_of(laptop: Laptop) -> State:
    assert isinstance(laptop.store, MemoryStore)
    return laptop.store.state


def cloned(laptop: Laptop, office: Bureau) -> Laptop:
    """The same disk in a second machine."""
    store = MemoryStore(laptop.enrolment.device)
    store._state = state_of(laptop).copy()
    clone = Laptop(
        laptop.enrolment, laptop.secrets, store, connect(laptop.enrolment, laptop.secrets, QUICK)
    )
    office.laptops.append(clone)
    return clone


def test_two_clones_of_one_laptop_both_deliver_what_they_recorded(
    office: Bureau, laptop: Laptop
) -> None:
    shared, mine, theirs = fresh_events(), fresh_events(), fresh_events()
    laptop.record(shared)
    sync(laptop, office)
    clone = cloned(laptop, office)
    laptop.record(mine)
    clone.record(theirs)
    sync(laptop, office)
    sync(clone, office)
    assert clone.store.sync.lineage().id != laptop.store.sync.lineage().id
    assert (laptop.pending(), clone.pending()) == (0, 0)
    recorded = [*shared, *mine, *theirs]
    assert on_server(office, recorded) == hashes(recorded)


def test_a_clone_takes_no_number_that_its_original_may_use(office: Bureau, laptop: Laptop) -> None:
    sync(laptop, office)
    clone = cloned(laptop, office)
    laptop.record(fresh_events())
    clone.record(fresh_events())
    sync(laptop, office)
    sync(clone, office)
    (mine,), (theirs,) = laptop.store.sync.number_blocks(), clone.store.sync.number_blocks()
    assert mine.last < theirs.first


def test_a_laptop_rolled_back_gets_its_lost_events_again(office: Bureau, laptop: Laptop) -> None:
    visit = fresh_events()
    laptop.record(visit[:3])
    sync(laptop, office)
    before = cloned(laptop, office)
    laptop.record(visit[3:])
    sync(laptop, office)
    sync(before, office)
    with before.store.read() as reading:
        assert reading.events(visit[0].stream) == tuple(visit)
    assert before.pending() == 0


def test_a_fork_is_set_aside_and_overwrites_nothing(office: Bureau, laptop: Laptop) -> None:
    visit = fresh_events()
    laptop.record(visit[:3])
    clone = cloned(laptop, office)
    laptop.record(visit[3:])
    sync(laptop, office)
    # The clone went on with the same visit in another way.
    printed = DocumentPrinted("x", "p", 1)
    clone.record([record_event(visit[2].head, printed, moment(9), "officer-1")])
    sync(clone, office)
    assert on_server(office, visit) == hashes(visit)
    assert "stream.fork" in set_aside(clone)


def test_a_poisonous_event_is_shown_and_blocks_only_its_case(
    office: Bureau, laptop: Laptop
) -> None:
    visit, healthy = fresh_visit(), fresh_events()
    poison = chained(visit, [visit_started(visit_id=visit), DocumentPrinted("无", "p", 1)])
    laptop.record([*poison, *healthy])
    outcome = sync(laptop, office)
    assert (outcome.quarantined, laptop.pending()) == (1, 0)
    assert set_aside(laptop) == ["event.unreadable"]
    assert on_server(office, [*poison, *healthy]) == hashes([poison[0], *healthy])


def test_an_event_damaged_on_disk_is_set_aside_and_the_rest_goes_on(
    office: Bureau, laptop: Laptop
) -> None:
    bad, healthy = fresh_events()[:1], fresh_events()
    laptop.record([*bad, *healthy])
    state_of(laptop).outbox[0] = replace(bad[0], body=b"\xff" + bad[0].body)
    sync(laptop, office)
    assert set_aside(laptop) == ["event.hash"]
    assert on_server(office, healthy) == hashes(healthy)


def revoke(office: Bureau, laptop: Laptop, *, wipe: bool = False) -> None:
    with office.desk.database.write() as connection:
        devices.revoke(connection, laptop.enrolment.device, office.desk.at(), wipe=wipe)


def change_device(office: Bureau, laptop: Laptop, **values: str) -> None:
    with office.desk.database.write() as connection:
        connection.execute(
            device_table.update().where(device_table.c.id == laptop.enrolment.device).values(values)
        )


def test_a_revoked_device_hands_in_and_is_told(office: Bureau, laptop: Laptop) -> None:
    events = fresh_events()
    laptop.record(events)
    revoke(office, laptop)
    assert refusal_of(laptop, office) == "device.revoked"
    assert set(set_aside(laptop)) == {"device.revoked"}
    assert on_server(office, events) == []


def test_a_new_session_offers_again_what_was_set_aside(office: Bureau, laptop: Laptop) -> None:
    events = fresh_events()
    laptop.record(events)
    revoke(office, laptop)
    refusal_of(laptop, office)
    change_device(office, laptop, revoked_at="")
    sync(laptop, office)
    assert set_aside(laptop) == []
    assert on_server(office, events) == hashes(events)


def ordered_to_wipe(
    laptop: Laptop, office: Bureau, found: list[tuple[int, int]]
) -> HttpSynchronizer:
    """A synchroniser that notes what still waited when the wipe came: events, blobs."""

    def wipe() -> bool:
        found.append((laptop.pending(), len(laptop.store.sync.pending_blobs())))
        return True

    revoke(office, laptop, wipe=True)
    laptop.through(office.url)
    return HttpSynchronizer(
        laptop.line, laptop.store.sync, SignedBy(laptop), laptop.clock, wipe=wipe
    )


def test_a_device_ordered_to_wipe_hands_in_everything_first(office: Bureau, laptop: Laptop) -> None:
    visit = fresh_visit()
    photo = laptop.attach(visit.encode(), visit_stream(visit))
    laptop.record(visit_events(visit, photo=photo))
    found: list[tuple[int, int]] = []
    with pytest.raises(UserError) as refusal:
        ordered_to_wipe(laptop, office, found).synchronize()
    assert (refusal.value.code, found) == ("device.wiped", [(0, 0)])


def test_a_photo_that_cannot_be_read_holds_no_wipe_up(office: Bureau, laptop: Laptop) -> None:
    visit = fresh_visit()
    photo = laptop.attach(visit.encode(), visit_stream(visit))
    laptop.record(visit_events(visit, photo=photo))
    assert isinstance(laptop.store, MemoryStore)
    laptop.store.blobs.damage(photo)
    found: list[tuple[int, int]] = []
    with pytest.raises(UserError):
        ordered_to_wipe(laptop, office, found).synchronize()
    assert found == [(0, 1)]


def test_a_clone_that_is_ordered_to_wipe_obeys(office: Bureau, laptop: Laptop) -> None:
    laptop.record(fresh_events())
    sync(laptop, office)
    clone = cloned(laptop, office)
    laptop.record(fresh_events())
    clone.record(fresh_events())
    sync(laptop, office)
    found: list[tuple[int, int]] = []
    with pytest.raises(UserError):
        ordered_to_wipe(clone, office, found).synchronize()
    assert found == [(0, 0)]


def test_an_expired_token_brings_the_order_all_the_same(office: Bureau, laptop: Laptop) -> None:
    change_device(office, laptop, token_expires="2020-01-01T00:00:00.000+00:00")
    found: list[tuple[int, int]] = []
    with pytest.raises(UserError):
        ordered_to_wipe(laptop, office, found).synchronize()
    assert found


def test_a_busy_server_delays_the_wipe_and_loses_nothing(office: Bureau, laptop: Laptop) -> None:
    laptop.record(fresh_events())
    found: list[tuple[int, int]] = []
    synchronizer = ordered_to_wipe(laptop, office, found)
    office.server.stop()
    with pytest.raises(EnvironmentFault):
        synchronizer.synchronize()
    office.server.start()
    assert (found, laptop.pending() > 0) == ([], True)


def test_an_expired_token_loses_nothing_and_enrolling_again_goes_on(
    office: Bureau, laptop: Laptop
) -> None:
    events = fresh_events()
    laptop.record(events)
    change_device(office, laptop, token_expires="2020-01-01T00:00:00.000+00:00")
    assert refusal_of(laptop, office) == "device.token_expired"
    enrol(office.url, issue_code(office.desk), "测试本", laptop.secrets, timeouts=QUICK)
    sync(laptop, office)
    assert on_server(office, events) == hashes(events)


def test_an_unknown_token_is_told_to_a_person(office: Bureau, laptop: Laptop) -> None:
    laptop.secrets.set(TOKEN, b"never-issued")
    assert refusal_of(laptop, office) == "device.token"


def test_a_token_lost_from_the_keyring_is_told_to_a_person(office: Bureau, laptop: Laptop) -> None:
    laptop.secrets.delete(TOKEN)
    assert refusal_of(laptop, office) == "device.token"


def test_a_full_server_takes_nothing_and_the_laptop_keeps_it(
    office: Bureau, laptop: Laptop
) -> None:
    events = fresh_events()
    laptop.record(events)
    office.server.stop()
    folder = office.desk.settings.folder
    with (
        EmbeddedServer(folder, ("--reserve", str(10**12))) as full,
        pytest.raises(EnvironmentFault) as fault,
    ):
        laptop.through(full.url).synchronize()
    office.server.start()
    assert (fault.value.code, fault.value.facts["status"]) == ("server.full", 507)
    assert (laptop.pending(), on_server(office, events)) == (len(events), [])
