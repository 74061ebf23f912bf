"""A Snapshot as canonical JSON and back."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.documents.codec import decode_snapshot, encode_snapshot
from inspector_app.domain.document import (
    Cell,
    Choices,
    DataTable,
    Dialogue,
    FieldTable,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    SealArea,
    SealState,
    SignatureBlock,
    SignatureSlot,
    SignerRole,
    Snapshot,
)
from inspector_app.domain.errors import Defect, UserError
from tests.factory_documents import (
    all_documents,
    result_sheet,
)

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_DATA = st.dictionaries(
    _TEXT,
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53) + 1, 2**53 - 1)
        | st.floats(allow_nan=False, allow_infinity=False)
        | _TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


_WORDS = st.lists(_TEXT, max_size=3).map(tuple)
_TICKS = st.lists(st.tuples(_TEXT, st.booleans()), max_size=3).map(tuple)
_RUNS = st.lists(st.builds(Run, _TEXT, st.booleans(), st.booleans()), max_size=3).map(tuple)
_ROW = st.lists(st.builds(Cell, _TEXT, _TEXT, st.integers(0, 9)), max_size=3).map(tuple)
_SLOT = st.builds(SignatureSlot, _TEXT, st.sampled_from(SignerRole), _TEXT, _TEXT, note=_TEXT)
_BLOCK = st.one_of(
    st.builds(Heading, _TEXT, st.integers(1, 3)),
    st.builds(Paragraph, _RUNS, st.integers(0, 4), _TEXT),
    st.builds(FieldTable, st.lists(_ROW, max_size=3).map(tuple), st.integers(1, 4)),
    st.builds(
        DataTable,
        _WORDS,
        st.lists(_WORDS, max_size=3).map(tuple),
        st.lists(st.integers(0, 99), max_size=3).map(tuple),
        st.lists(st.booleans(), max_size=3).map(tuple),
    ),
    st.builds(Dialogue, st.lists(st.tuples(_TEXT, _TEXT), max_size=3).map(tuple)),
    st.builds(Choices, _TEXT, _TICKS),
    st.builds(SignatureBlock, _WORDS, _TEXT),
    st.builds(SealArea, _TEXT, _TEXT),
    st.just(PageBreak()),
)
_SNAPSHOT = st.builds(
    Snapshot,
    *[_TEXT] * 8,
    blocks=st.lists(_BLOCK, max_size=5).map(tuple),
    signatures=st.lists(_SLOT, max_size=3).map(tuple),
    seal=st.sampled_from(SealState),
    data=_DATA,
)


@given(_SNAPSHOT)
def test_what_was_encoded_is_read_back_the_same(snapshot: Snapshot) -> None:
    assert decode_snapshot(encode_snapshot(snapshot)) == snapshot


@pytest.mark.parametrize("snapshot", all_documents(), ids=lambda snapshot: snapshot.kind)
def test_the_documents_of_a_visit_are_read_back_the_same(snapshot: Snapshot) -> None:
    assert decode_snapshot(encode_snapshot(snapshot)) == snapshot


def test_the_bytes_do_not_depend_on_the_order_of_the_data() -> None:
    snapshot = result_sheet()
    one = replace(snapshot, data={"a": 1, "b": 2})
    other = replace(snapshot, data={"b": 2, "a": 1})

    assert encode_snapshot(one) == encode_snapshot(other)


def test_the_first_version_is_read_for_ever() -> None:
    # Written by version 1, with what had no default then and nothing else: frozen, never to be changed.
    written = (
        '{"format":"inspector-app/snapshot","snapshot":{"authority":"某局","blocks":['
        '{"block":"paragraph","runs":[{"text":"正文"}]}],"composed_at":"2026-11-21T10:40:00+08:00",'
        '"document_id":"d1","journal_head":"","kind":"k","template":"t@1","title":"题",'
        '"visit_id":"v1"},"version":1}'
    ).encode()

    snapshot = decode_snapshot(written)

    assert (snapshot.title, snapshot.blocks) == ("题", (Paragraph((Run("正文"),)),))


@pytest.mark.parametrize(
    "data",
    [
        {"when": object()},
        {"pair": (1, 2)},
        {1: "one"},
        {"big": 2**53},
        {"nan": float("nan")},
        {"half": "\ud842"},
    ],
    ids=lambda data: next(iter(str(key) for key in data)),
)
def test_data_that_would_come_back_as_something_else_is_refused(data: dict[Any, Any]) -> None:
    with pytest.raises(Defect):
        encode_snapshot(replace(result_sheet(), data=data))


def test_a_newer_version_is_told_apart_from_damage() -> None:
    document = json.loads(encode_snapshot(result_sheet()))
    document["version"] = 2

    with pytest.raises(UserError) as refused:
        decode_snapshot(json.dumps(document).encode())

    assert refused.value.code == "snapshot.newer"


@pytest.mark.parametrize("field", [field.name for field in fields(Snapshot)])
def test_a_field_of_the_wrong_kind_is_refused(field: str) -> None:
    document = json.loads(encode_snapshot(result_sheet()))
    document["snapshot"][field] = 7

    with pytest.raises(UserError) as refused:
        decode_snapshot(json.dumps(document).encode())

    assert refused.value.code == "snapshot.unreadable"


@given(st.binary(max_size=60) | _DATA.map(lambda data: json.dumps(data).encode()))
def test_foreign_bytes_are_refused_with_a_message(data: bytes) -> None:
    with pytest.raises(UserError):
        decode_snapshot(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"[" * 100_000, b'{"format":"inspector-app/snapshot","version":true,"snapshot":{}}'],
    ids=["empty", "deep", "version"],
)
def test_hostile_bytes_are_refused_with_a_message(data: bytes) -> None:
    with pytest.raises(UserError):
        decode_snapshot(data)
