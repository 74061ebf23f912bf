"""The hash chain: what is recorded is what is read, and nothing can change unseen."""

import hashlib
import json
from dataclasses import replace

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import GENESIS, Event, Head, Moment, SignedHead, verify_chain

text = st.text(max_size=20)
payloads = st.dictionaries(
    text,
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | text,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


def chain(payloads_of: list[dict[str, object]], stream: str = "visit/x") -> list[Event]:
    events: list[Event] = []
    head = Head(stream)
    for payload in payloads_of:
        events.append(
            Event.record(head, "answer", 1, Moment("2026-11-21T09:00:00+08:00", 5), "o", payload)
        )
        head = events[-1].head
    return events


@given(payloads)
def test_an_event_read_from_its_bytes_is_the_event_recorded(payload: dict[str, object]) -> None:
    event = chain([payload])[0]
    assert Event.from_body(event.body) == event


@given(payloads)
def test_the_hash_is_taken_over_the_canonical_bytes(payload: dict[str, object]) -> None:
    event = chain([payload])[0]
    assert event.body == rfc8785.dumps(json.loads(event.body))
    assert event.hash == hashlib.sha256(event.body).hexdigest()


def test_the_first_event_follows_genesis() -> None:
    first, second = chain([{}, {}])
    assert (first.seq, first.prev) == (1, GENESIS)
    assert (second.seq, second.prev) == (2, first.hash)


@given(st.lists(payloads, min_size=1, max_size=6))
def test_an_unbroken_chain_verifies(payloads_of: list[dict[str, object]]) -> None:
    assert verify_chain(chain(payloads_of)) == ()


@given(st.lists(payloads, min_size=3, max_size=6), st.data())
def test_a_missing_event_is_found(
    payloads_of: list[dict[str, object]], data: st.DataObject
) -> None:
    events = chain(payloads_of)
    gone = data.draw(st.integers(0, len(events) - 2))
    broken = verify_chain(events[:gone] + events[gone + 1 :])
    assert [(b.seq, b.reason) for b in broken] == [(gone + 2, "gap")]


@given(st.lists(payloads, min_size=2, max_size=5), st.data())
def test_a_changed_payload_is_found(
    payloads_of: list[dict[str, object]], data: st.DataObject
) -> None:
    events = chain(payloads_of)
    place = data.draw(st.integers(0, len(events) - 1))
    changed = replace(events[place], payload={"changed": True})
    if changed == events[place]:
        return
    events[place] = changed
    assert verify_chain(events)[0].seq == place + 1


def test_a_rewritten_event_breaks_the_next_link() -> None:
    events = chain([{"a": 1}, {"b": 2}])
    forged = Event.record(
        Head("visit/x"), "answer", 1, Moment("2026-11-21T09:00:00+08:00", 5), "o", {"a": 9}
    )
    assert verify_chain([forged, events[1]])[0].reason == "prev"


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b"\xff", b'{"a": 1}', b"[" * 100_000],
    ids=["empty", "list", "no fields", "not utf-8", "foreign", "nested"],
)
def test_bytes_that_are_no_event_are_refused(body: bytes) -> None:
    with pytest.raises(Defect, match="规范格式"):
        Event.from_body(body)


def test_the_same_facts_in_other_bytes_are_refused() -> None:
    body = chain([{"a": 1}])[0].body
    with pytest.raises(Defect):
        Event.from_body(body.replace(b'"a":1', b'"a": 1'))


@pytest.mark.parametrize(
    "change", [{"seq": 0}, {"seq": True}, {"seq": "1"}, {"prev": "ab"}, {"payload": []}]
)
def test_fields_of_the_wrong_shape_are_refused(change: dict[str, object]) -> None:
    fields = json.loads(chain([{}])[0].body) | change
    with pytest.raises(Defect):
        Event.from_body(rfc8785.dumps(fields))


def test_a_signed_head_names_stream_number_hash_device_and_time() -> None:
    signed = SignedHead(
        Head("visit/x", 3, "a" * 64), "laptop-1", "key-1", "2026-11-21T09:00:00+08:00"
    )
    assert json.loads(signed.message) == {
        "stream": "visit/x",
        "seq": 3,
        "hash": "a" * 64,
        "device": "laptop-1",
        "key_id": "key-1",
        "at": "2026-11-21T09:00:00+08:00",
    }
