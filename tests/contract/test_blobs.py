"""The port ``Blobs`` and what a stream needs of it."""

from __future__ import annotations

import hashlib

import pytest

from inspector_app.domain.errors import Defect
from inspector_app.domain.ports import BlobRef
from tests.contract.stores import FullStore

CHUNK = 256 * 1024


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_blob_comes_back_as_it_was(store: FullStore, size: int) -> None:
    data = bytes(index * 7 % 251 for index in range(size))

    ref = store.blobs.put(data, kind="photo", media_type="image/jpeg")

    assert ref == BlobRef(hashlib.sha256(data).hexdigest(), size, "photo", "image/jpeg")
    assert store.blobs.has(ref.sha256)
    assert store.blobs.get(ref.sha256) == data


def test_an_unknown_blob_is_a_key_error(store: FullStore) -> None:
    for name in ("0" * 64, "", "../inspector.db", "x" * 64):
        assert not store.blobs.has(name)
        with pytest.raises(KeyError):
            store.blobs.get(name)


def test_parts_of_a_blob_are_read_by_offset(store: FullStore) -> None:
    data = bytes(index % 256 for index in range(2 * CHUNK + 100))
    ref = store.blobs.put(data, kind="video", media_type="video/mp4")

    for offset, size in ((0, 10), (CHUNK - 5, 10), (2 * CHUNK, 500), (5, 2 * CHUNK), (0, 10**9)):
        assert store.sync.blob_chunk(ref.sha256, offset, size) == data[offset : offset + size]
    assert store.sync.blob_chunk(ref.sha256, len(data), 10) == b""
    with pytest.raises(KeyError):
        store.sync.blob_chunk("0" * 64, 0, 1)


def test_only_a_blob_on_disk_can_be_needed(store: FullStore) -> None:
    with pytest.raises(Defect) as refusal, store.begin() as uow:
        uow.add_blob(BlobRef("0" * 64, 1, "photo", "image/jpeg"), "visit/x")

    assert refusal.value.code == "blobs.absent"


def test_blobs_wait_in_the_order_papers_small_things_photos_videos(store: FullStore) -> None:
    kinds = ("video", "photo", "pdf", "snapshot", "photo", "signature", "pdf")
    refs = [
        store.blobs.put(f"{place}".encode(), kind=kind, media_type="x/y")
        for place, kind in enumerate(kinds)
    ]
    with store.begin() as uow:
        for ref in refs:
            uow.add_blob(ref, "visit/x")

    waiting = store.sync.pending_blobs()

    assert [blob.sha256 for blob in waiting] == [
        refs[place].sha256 for place in (2, 6, 3, 5, 1, 4, 0)
    ]
    assert {blob.stream for blob in waiting} == {"visit/x"}
    assert [blob.sha256 for blob in store.sync.pending_blobs(2)] == [
        refs[2].sha256,
        refs[6].sha256,
    ]


def test_a_blob_needed_twice_is_sent_once(store: FullStore) -> None:
    ref = store.blobs.put(b"photo", kind="photo", media_type="image/jpeg")
    with store.begin() as uow:
        uow.add_blob(ref, "visit/a")
        uow.add_blob(ref, "visit/b")
        uow.add_blob(ref, "visit/a")

    assert len(store.sync.pending_blobs()) == 1
    store.sync.blob_acknowledged(ref.sha256)
    assert store.sync.pending_blobs() == ()
    with store.begin() as uow:
        uow.add_blob(ref, "visit/c")
    assert store.sync.pending_blobs() == ()


def test_a_blob_the_server_lost_waits_again(store: FullStore) -> None:
    ref = store.blobs.put(b"photo", kind="photo", media_type="image/jpeg")
    with store.begin() as uow:
        uow.add_blob(ref, "visit/a")
    store.sync.blob_acknowledged(ref.sha256)

    assert store.sync.blobs_missing([ref.sha256, ref.sha256, "0" * 64]) == 1

    assert [blob.sha256 for blob in store.sync.pending_blobs()] == [ref.sha256]


def test_what_waits_is_counted(store: FullStore) -> None:
    photo = store.blobs.put(b"12345", kind="photo", media_type="image/jpeg")
    paper = store.blobs.put(b"123", kind="pdf", media_type="application/pdf")
    with store.begin() as uow:
        uow.add_blob(photo, "visit/a")
        uow.add_blob(paper, "visit/a")

    with store.read() as reading:
        state = reading.outbox_state()

    assert (state.blobs, state.blob_bytes, state.photos) == (2, 8, 1)
