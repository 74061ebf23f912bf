"""Messages keep their form: what an older program wrote is read, what nobody knows is passed over."""

from __future__ import annotations

import json

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import Defect, UserError
from inspector_app.domain.journal import GENESIS, Head, SignedHead
from inspector_app.domain.sync_ports import TaskWithdrawn
from inspector_app.sync.feed_reader import items_of
from inspector_app.wire.blobs import read_checksum, read_metadata, write_checksum, write_metadata
from inspector_app.wire.codec import compress, decode, encode, expand
from inspector_app.wire.feed import EnterpriseItem, OfficerItem, ReviewItem, TaskItem
from inspector_app.wire.hello import Hello, HelloRequest, HighWater, LineageStanding
from inspector_app.wire.journal import Entry, EventText, PushRequest, Receipt, Refusal
from inspector_app.wire.reply import read_signature, reply_message, write_signature
from tests.factory import enterprise, officer, task
from tests.factory_sync import visit_events

# Frozen: what version 1 of the protocol puts on the wire. A change here needs a default on the
# field, or a new number in wire.protocol.SPOKEN.
FROZEN = {
    "push": (
        PushRequest(
            lineage="l1",
            entries=(Entry(position=1, stream="visit/v", seq=1, hash="h", body='{"a":1}'),),
            signed_heads=(SignedHead(Head("visit/v", 1, "h"), "d", "k", "t", "s"),),
        ),
        (
            '{"lineage":"l1","entries":[{"position":1,"stream":"visit/v","seq":1,"hash":"h",'
            '"body":"{\\"a\\":1}"}],"signed_heads":[{"head":{"stream":"visit/v","seq":1,"hash":"h"},'
            '"device":"d","key_id":"k","at":"t","signature":"s"}]}'
        ),
    ),
    "receipt": (
        Receipt(
            epoch="e",
            lineage="l1",
            high_water=HighWater(position=1, hash="h"),
            server_at="t",
            streams=(Head("visit/v", 1, "h"),),
            refused=(
                Refusal(position=2, stream="s", seq=1, hash="x", code="event.body", reason="r"),
            ),
            heads_kept=(("visit/v", 1),),
        ),
        (
            '{"epoch":"e","lineage":"l1","high_water":{"position":1,"hash":"h"},"server_at":"t",'
            '"streams":[{"stream":"visit/v","seq":1,"hash":"h"}],"refused":[{"position":2,'
            '"stream":"s","seq":1,"hash":"x","code":"event.body","reason":"r"}],'
            '"heads_kept":[["visit/v",1]]}'
        ),
    ),
    "hello": (
        HelloRequest(lineage="l1", last=3, acknowledged=2, at="t", build="1"),
        (
            '{"lineage":"l1","last":3,"acknowledged":2,"at":"t","build":"1","spoken":[1],'
            '"blocks":[],"given_up":[]}'
        ),
    ),
}


@pytest.mark.parametrize("name", FROZEN)
def test_a_message_is_written_as_version_1_wrote_it(name: str) -> None:
    message, text = FROZEN[name]
    assert encode(message).decode() == text


@pytest.mark.parametrize("name", FROZEN)
def test_a_message_of_version_1_is_read_for_ever(name: str) -> None:
    message, text = FROZEN[name]
    assert decode(text.encode(), type(message)) == message


def test_what_only_a_newer_program_says_is_passed_over() -> None:
    plain = Hello(
        epoch="e", server_at="t", standing=LineageStanding.UNKNOWN, high_water=HighWater()
    )
    newer = {**json.loads(encode(plain)), "invented_later": [1, 2]}
    assert decode(json.dumps(newer).encode(), Hello) == plain


def test_an_event_travels_byte_for_byte() -> None:
    (event, *_) = visit_events("v1")
    carried = decode(encode(EventText.of(event)), EventText).event()
    assert (carried.body, carried.hash) == (event.body, event.hash)


def test_an_event_under_another_hash_is_refused() -> None:
    (event, *_) = visit_events("v1")
    with pytest.raises(Defect):
        EventText(hash=GENESIS, body=event.body.decode()).event()


@given(st.binary(max_size=4_000))
def test_what_was_compressed_expands_to_itself(data: bytes) -> None:
    assert expand(compress(data)) == data


@given(st.binary(max_size=200))
def test_bytes_that_are_no_frame_are_refused(data: bytes) -> None:
    # No frame begins with an x (RFC 8878 3.1.1: 28 B5 2F FD).
    with pytest.raises(UserError):
        expand(b"x" + data)


def test_a_frame_larger_than_allowed_is_refused_unread() -> None:
    with pytest.raises(UserError):
        expand(compress(bytes(10_001)), limit=10_000)


def test_a_frame_that_asks_for_much_room_is_refused() -> None:
    wide = zstandard.ZstdCompressionParameters(window_log=27)
    frame = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    asking = frame.compress(b"a few bytes") + frame.flush()
    with pytest.raises(UserError):
        expand(asking)


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists) | st.binary())
def test_what_is_no_message_is_a_defect_and_nothing_else(data: object) -> None:
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(Defect):
        decode(text, PushRequest)


@given(st.dictionaries(st.from_regex("[a-z_]{1,10}", fullmatch=True), st.text()))
def test_upload_metadata_is_read_as_it_was_written(pairs: dict[str, str]) -> None:
    assert read_metadata(write_metadata(pairs)) == pairs


@given(st.binary(min_size=32, max_size=32))
def test_a_checksum_is_read_as_it_was_written(digest: bytes) -> None:
    assert read_checksum(write_checksum(digest)) == ("sha256", digest)


@pytest.mark.parametrize("header", ["sha256 !", "sha256 a", "x /w=="])
def test_metadata_that_is_not_base64_is_refused(header: str) -> None:
    with pytest.raises(ValueError, match="Base64"):
        read_metadata(header)


def test_a_signature_covers_every_part_of_the_reply() -> None:
    parts = ("POST", "/v1/hello", "id-1", 200, b"{}")
    others = (
        ("GET", "/v1/hello", "id-1", 200, b"{}"),
        ("POST", "/v1/feed", "id-1", 200, b"{}"),
        ("POST", "/v1/hello", "id-2", 200, b"{}"),
        ("POST", "/v1/hello", "id-1", 401, b"{}"),
        ("POST", "/v1/hello", "id-1", 200, b"{ }"),
    )
    assert reply_message(*parts) not in {reply_message(*other) for other in others}


def test_the_signature_header_is_read_as_it_was_written() -> None:
    assert read_signature(write_signature("key", "c2ln")) == ("key", "c2ln")
    assert read_signature("") == ("", "")


def raw(text: str) -> msgspec.Raw:
    return msgspec.Raw(text.encode())


def test_the_feed_becomes_what_the_store_takes() -> None:
    (event, *_) = visit_events("v1")
    items = (
        EnterpriseItem(enterprise()),
        TaskItem(task()),
        OfficerItem(officer()),
        ReviewItem(EventText.of(event)),
    )
    read = items_of([msgspec.Raw(encode(item)) for item in items])
    assert read == [enterprise(), task(), officer(), event]


def test_a_kind_that_only_a_newer_server_knows_is_passed_over() -> None:
    page = [raw('{"kind":"invented_later","x":1}'), raw('{"kind":"task_withdrawn","task_id":"t"}')]
    assert items_of(page) == [TaskWithdrawn("t")]


@pytest.mark.parametrize("text", ['{"kind":"task"}', "[]", '{"kind":7}', '{"task":{}}'])
def test_a_malformed_item_blocks_nothing(text: str) -> None:
    page = [raw(text), raw('{"kind":"task_withdrawn","task_id":"t"}')]
    assert items_of(page) == [TaskWithdrawn("t")]
