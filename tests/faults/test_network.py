"""Faults of the network between laptop and server.

The invariant after each: every committed event and blob is on the server exactly once or visibly
pending, and the chain verifies.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from inspector_app.domain.errors import EnvironmentFault, InspectorError
from inspector_app.domain.journal import Event
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.sync.backoff import Pace
from inspector_app.sync.enrolment import connect
from inspector_app.sync.line import Timeouts
from inspector_app.sync.synchronizer import HttpSynchronizer
from inspector_app.wire.journal import PushRequest, Receipt
from inspector_app.wire.protocol import FEED_PATH, HELLO_PATH, PUSH_PATH, UPLOADS_PATH
from tests.contract.server.senders import entries
from tests.factory_sync import QUICK, Bureau, Laptop, SignedBy, visit_events
from tests.faults.mishaps import (
    Mishap,
    MishapProxy,
    altered,
    answer,
    cut_reply,
    cut_request,
    lost_reply,
    older_reply,
    silence,
    twice,
)
from tests.faults.records import fresh_events, fresh_visit, hashes, on_server

_JSON = "Content-Type: application/json"
_EMPTY_RECEIPT = (
    b'{"epoch":"e","lineage":"l","high_water":{"position":99,"hash":"h"},"server_at":"2026"}'
)


@pytest.fixture
def proxy(office: Bureau) -> Iterator[MishapProxy]:
    with MishapProxy(office.url) as made:
        yield made


def busy_laptop(office: Bureau) -> tuple[Laptop, list[Event]]:
    """A laptop that has synchronised before and has recorded two visits since."""
    laptop = office.laptop()
    laptop.synchronizer.synchronize()
    events = [event for _ in range(2) for event in fresh_events()]
    laptop.record(events)
    return laptop, events


def assert_recovers(
    office: Bureau, laptop: Laptop, proxy: MishapProxy, events: list[Event]
) -> None:
    """The next synchronisation brings both sides level, each event once."""
    laptop.through(proxy.address).synchronize()
    assert laptop.pending() == 0
    assert on_server(office, events) == hashes(events)


@pytest.mark.parametrize(
    "mishap",
    [
        pytest.param(lost_reply, id="response lost"),
        pytest.param(cut_reply(0), id="response cut at its first byte"),
        pytest.param(cut_reply(40), id="response cut in its headers"),
        pytest.param(cut_reply(-1), id="response one byte short"),
        pytest.param(cut_request(0.0), id="request cut after its headers"),
        pytest.param(cut_request(0.5), id="request cut in the middle"),
        pytest.param(cut_request(0.99), id="request cut near its end"),
        pytest.param(altered, id="response altered"),
        pytest.param(older_reply, id="older response replayed"),
        pytest.param(answer(200), id="captive portal says 200"),
        pytest.param(answer(200, _EMPTY_RECEIPT, _JSON), id="bare 200 with a made-up receipt"),
        pytest.param(answer(200, b"{}", _JSON), id="bare 200 with empty JSON"),
        pytest.param(answer(302, b"", "Location: http://127.0.0.1:1/login"), id="redirect"),
        pytest.param(answer(511), id="network login demanded"),
        pytest.param(answer(403), id="portal forbids"),
        pytest.param(answer(502), id="bad gateway"),
    ],
)
def test_an_interrupted_push_acknowledges_nothing_and_recovers(
    office: Bureau, proxy: MishapProxy, mishap: Mishap
) -> None:
    laptop, events = busy_laptop(office)
    proxy.once("POST", PUSH_PATH, mishap)
    with pytest.raises(EnvironmentFault):
        laptop.through(proxy.address).synchronize()
    assert laptop.pending() == len(events)
    assert_recovers(office, laptop, proxy, events)


def test_a_reply_cut_at_any_byte_is_made_good(office: Bureau, proxy: MishapProxy) -> None:
    laptop = office.laptop()
    visit = fresh_events()
    for place, event in enumerate(visit):
        laptop.record([event])
        # The reply is about 650 bytes: headers, then the receipt.
        proxy.once("POST", PUSH_PATH, cut_reply(1 + place * 600 // len(visit)))
        with pytest.raises(EnvironmentFault):
            laptop.through(proxy.address).synchronize()
        assert laptop.pending() == 1
        assert_recovers(office, laptop, proxy, visit[: place + 1])


def test_an_older_receipt_replayed_acknowledges_nothing(office: Bureau, proxy: MishapProxy) -> None:
    laptop, _ = busy_laptop(office)
    laptop.through(proxy.address).synchronize()
    later = fresh_events()
    laptop.record(later)
    proxy.once("POST", PUSH_PATH, older_reply)
    with pytest.raises(EnvironmentFault):
        laptop.through(proxy.address).synchronize()
    assert laptop.pending() == len(later)
    assert_recovers(office, laptop, proxy, later)


@pytest.mark.parametrize("path", [HELLO_PATH, PUSH_PATH, FEED_PATH])
@pytest.mark.parametrize("mishap", [cut_reply(200), answer(200), lost_reply])
def test_whichever_message_breaks_the_next_synchronisation_recovers(
    office: Bureau, proxy: MishapProxy, path: str, mishap: Mishap
) -> None:
    laptop, events = busy_laptop(office)
    proxy.once("GET" if path == FEED_PATH else "POST", path, mishap)
    with pytest.raises(EnvironmentFault):
        laptop.through(proxy.address).synchronize()
    assert_recovers(office, laptop, proxy, events)


def test_a_request_delivered_twice_counts_once(office: Bureau, proxy: MishapProxy) -> None:
    laptop, events = busy_laptop(office)
    with proxy.always("POST", PUSH_PATH, twice):
        laptop.through(proxy.address).synchronize()
    assert on_server(office, events) == hashes(events)


def test_the_same_batch_five_times_at_once_counts_once(office: Bureau) -> None:
    laptop, events = busy_laptop(office)
    request = PushRequest(lineage="five-at-once", entries=entries(events))
    receipts: list[Receipt] = []

    def push() -> None:
        line = connect(laptop.enrolment, laptop.secrets, QUICK)
        receipts.append(line.post(PUSH_PATH, request, Receipt).message)
        line.close()

    threads = [threading.Thread(target=push) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {receipt.high_water.position for receipt in receipts} == {len(events)}
    assert on_server(office, events) == hashes(events)


@pytest.mark.parametrize(
    ("mishap", "code"),
    [
        (answer(200), "network.portal"),
        (answer(302, b"", "Location: http://127.0.0.1:1/"), "network.portal"),
        (answer(200, b"{}", _JSON), "network.altered"),
        (answer(503, b"", "Retry-After: 120"), "network.unavailable"),
        (answer(429, b"", "Retry-After: 120"), "network.unavailable"),
        (lost_reply, "network.cut"),
    ],
)
def test_each_fault_is_told_apart(
    office: Bureau, proxy: MishapProxy, mishap: Mishap, code: str
) -> None:
    laptop = office.laptop()
    proxy.once("POST", HELLO_PATH, mishap)
    with pytest.raises(EnvironmentFault) as fault:
        laptop.through(proxy.address).synchronize()
    assert fault.value.code == code


def test_a_busy_server_is_left_alone_as_long_as_it_asks(office: Bureau, proxy: MishapProxy) -> None:
    laptop, pace = office.laptop(), Pace(jitter=lambda: 0.0)
    laptop.through(proxy.address)
    synchronizer = HttpSynchronizer(
        laptop.line, laptop.store.sync, SignedBy(laptop), laptop.clock, pace=pace
    )
    proxy.once("POST", HELLO_PATH, answer(503, b"", "Retry-After: 600"))
    with pytest.raises(EnvironmentFault):
        synchronizer.synchronize()
    assert pace.next_delay(1) == 600


def test_a_server_that_falls_silent_is_given_up(office: Bureau, proxy: MishapProxy) -> None:
    laptop, events = busy_laptop(office)
    proxy.once("POST", PUSH_PATH, silence)
    impatient = laptop.through(proxy.address, Timeouts(connect=2, silence=0.3, whole=2))
    with pytest.raises(EnvironmentFault) as fault:
        impatient.synchronize()
    assert fault.value.code == "network.timeout"
    assert_recovers(office, laptop, proxy, events)


def test_no_server_at_all_leaves_everything_pending(office: Bureau) -> None:
    laptop, events = busy_laptop(office)
    with pytest.raises(EnvironmentFault) as fault:
        laptop.through("http://127.0.0.1:9").synchronize()
    assert (fault.value.code, laptop.pending()) == ("network.offline", len(events))


def test_the_last_outcome_can_be_shown(office: Bureau, proxy: MishapProxy) -> None:
    laptop = office.laptop()
    proxy.once("POST", HELLO_PATH, answer(200))
    with pytest.raises(EnvironmentFault):
        laptop.through(proxy.address).synchronize()
    with laptop.store.read() as reading:
        assert "登录页面" in reading.outbox_state().last_error


PHOTO = bytes(range(256)) * 4_096  # 1 MiB


def with_photo(office: Bureau) -> tuple[Laptop, str]:
    laptop = office.laptop()
    laptop.synchronizer.synchronize()
    visit_id = fresh_visit()
    # Different bytes each time: the server knows a blob it has seen.
    sha256 = laptop.attach(PHOTO + visit_id.encode(), visit_stream(visit_id))
    laptop.record(visit_events(visit_id, photo=sha256))
    return laptop, sha256


def test_an_upload_cut_in_the_middle_goes_on_where_it_broke_off(
    office: Bureau, proxy: MishapProxy
) -> None:
    laptop, sha256 = with_photo(office)
    proxy.once("PATCH", UPLOADS_PATH, cut_request(0.5))
    with pytest.raises(EnvironmentFault):
        laptop.through(proxy.address).synchronize()
    assert [blob.sha256 for blob in laptop.store.sync.pending_blobs()] == [sha256]
    laptop.through(proxy.address).synchronize()
    assert laptop.store.sync.pending_blobs() == ()
    assert proxy.body_bytes["PATCH"] <= 1.02 * len(laptop.store.blobs.get(sha256))


@pytest.mark.parametrize("method", ["POST", "HEAD", "PATCH"])
@pytest.mark.parametrize("mishap", [lost_reply, answer(200), cut_reply(20)])
def test_an_upload_survives_the_loss_of_each_of_its_messages(
    office: Bureau, proxy: MishapProxy, method: str, mishap: Mishap
) -> None:
    laptop, sha256 = with_photo(office)
    proxy.once(method, UPLOADS_PATH, mishap)
    with pytest.raises(EnvironmentFault):
        laptop.through(proxy.address).synchronize()
    laptop.through(proxy.address).synchronize()
    assert laptop.store.sync.pending_blobs() == ()
    assert office.desk.files.path(sha256).read_bytes() == laptop.store.blobs.get(sha256)


def test_a_portal_that_accepts_everything_gets_no_blob_acknowledged(
    office: Bureau, proxy: MishapProxy
) -> None:
    laptop, sha256 = with_photo(office)
    liar = answer(204, b"", "Tus-Resumable: 1.0.0", f"Upload-Offset: {len(PHOTO) + 20}")
    with proxy.always("PATCH", UPLOADS_PATH, liar), pytest.raises(EnvironmentFault) as fault:
        laptop.through(proxy.address).synchronize()
    assert fault.value.code == "blob.unconfirmed"
    assert [blob.sha256 for blob in laptop.store.sync.pending_blobs()] == [sha256]


def test_two_synchronisations_at_once_are_not_begun(office: Bureau, proxy: MishapProxy) -> None:
    laptop = office.laptop()
    synchronizer = laptop.through(proxy.address)
    codes: list[str] = []

    def again(passage: object) -> None:
        try:
            synchronizer.synchronize()
        except InspectorError as error:
            codes.append(error.code)

    proxy.once("POST", HELLO_PATH, again)
    with pytest.raises(EnvironmentFault):
        synchronizer.synchronize()
    assert codes == ["sync.running"]
