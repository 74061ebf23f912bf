"""Blob files that were altered, cut, exchanged or left behind."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector_app.domain.errors import Defect, UserError
from inspector_app.storage.blob_files import BlobFiles

KEY = bytes(range(32))
CHUNK = 256 * 1024
DATA = bytes(index % 253 for index in range(3 * CHUNK + 77))


def blobs(folder: Path, key: bytes = KEY) -> BlobFiles:
    return BlobFiles(folder / "blobs", key)


def path_of(folder: Path, sha256: str) -> Path:
    return folder / "blobs" / sha256[:2] / sha256


def put(folder: Path, data: bytes = DATA) -> str:
    return blobs(folder).put(data, kind="photo", media_type="image/jpeg").sha256


def flipped(place: int) -> Callable[[bytes], bytes]:
    def flip(data: bytes) -> bytes:
        altered = bytearray(data)
        altered[place] ^= 1
        return bytes(altered)

    return flip


def without_middle_chunk(data: bytes) -> bytes:
    sealed = CHUNK + 16
    return data[: 36 + sealed] + data[36 + 2 * sealed :]


def swapped_chunks(data: bytes) -> bytes:
    sealed = CHUNK + 16
    head, one, two = data[:36], data[36 : 36 + sealed], data[36 + sealed : 36 + 2 * sealed]
    return head + two + one + data[36 + 2 * sealed :]


@pytest.mark.parametrize(
    "spoil",
    [
        flipped(0),
        flipped(10),
        flipped(25),
        flipped(33),
        flipped(40),
        flipped(-1),
        flipped(36 + CHUNK + 5),
        without_middle_chunk,
        swapped_chunks,
        lambda data: data[:-1],
        lambda data: data[:36],
        lambda data: data[:10],
        lambda _: b"",
    ],
)
def test_a_damaged_blob_is_a_defect_that_names_it(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    sha256 = put(tmp_path)
    other = put(tmp_path, b"another")
    path = path_of(tmp_path, sha256)
    path.write_bytes(spoil(path.read_bytes()))

    with pytest.raises(Defect) as refusal:
        blobs(tmp_path).get(sha256)

    assert refusal.value.code == "blobs.damaged"
    assert refusal.value.facts == {"sha256": sha256}
    assert blobs(tmp_path).get(other) == b"another"


def test_only_the_damaged_part_of_a_blob_is_refused(tmp_path: Path) -> None:
    sha256 = put(tmp_path)
    path = path_of(tmp_path, sha256)
    path.write_bytes(flipped(36 + CHUNK + 16 + 5)(path.read_bytes()))

    assert blobs(tmp_path).chunk(sha256, 0, CHUNK) == DATA[:CHUNK]
    with pytest.raises(Defect):
        blobs(tmp_path).chunk(sha256, CHUNK, 1)


def test_one_blob_put_in_the_place_of_another_is_refused(tmp_path: Path) -> None:
    one, two = put(tmp_path, b"one"), put(tmp_path, b"two")
    path_of(tmp_path, one).write_bytes(path_of(tmp_path, two).read_bytes())

    with pytest.raises(Defect):
        blobs(tmp_path).get(one)


def test_a_blob_of_another_key_is_refused(tmp_path: Path) -> None:
    sha256 = put(tmp_path)

    with pytest.raises(Defect):
        blobs(tmp_path, bytes(32)).get(sha256)


def test_putting_a_damaged_blob_again_mends_it(tmp_path: Path) -> None:
    sha256 = put(tmp_path)
    path = path_of(tmp_path, sha256)
    path.write_bytes(flipped(100)(path.read_bytes()))

    assert put(tmp_path) == sha256

    assert blobs(tmp_path).get(sha256) == DATA


def test_a_half_written_file_of_a_crash_is_removed(tmp_path: Path) -> None:
    put(tmp_path)
    left = tmp_path / "blobs" / "part" / "half"
    left.write_bytes(b"half")

    blobs(tmp_path)

    assert not left.exists()


def test_the_sweep_takes_what_nobody_needs_but_nothing_new(tmp_path: Path) -> None:
    needed, orphan = put(tmp_path, b"needed"), put(tmp_path, b"orphan")
    again = put(tmp_path, b"again")
    files = blobs(tmp_path)
    new = files.put(b"new", kind="photo", media_type="image/jpeg").sha256
    files.put(b"again", kind="photo", media_type="image/jpeg")

    assert files.sweep({needed}, resting_s=0) == 1

    assert files.all() == tuple(sorted((needed, new, again)))
    assert not files.has(orphan)


def aged(folder: Path, sha256: str, days: float) -> None:
    """Let a blob's file be so many days old."""
    (file,) = (folder / "blobs").glob(f"??/{sha256}")
    at = file.stat().st_mtime - days * 86_400
    os.utime(file, (at, at))


def test_the_sweep_leaves_a_day_to_whatever_was_just_written(tmp_path: Path) -> None:
    young, old, ahead = (put(tmp_path, data) for data in (b"young", b"old", b"ahead"))
    aged(tmp_path, young, 0.9)
    aged(tmp_path, old, 1.1)
    # The clock was put back since.
    aged(tmp_path, ahead, -400)

    assert blobs(tmp_path).sweep(()) == 1

    assert blobs(tmp_path).all() == tuple(sorted((young, ahead)))


def test_a_file_of_any_size_is_stored_in_pieces(tmp_path: Path) -> None:
    (tmp_path / "video.mp4").write_bytes(DATA)

    ref = blobs(tmp_path).put_path(tmp_path / "video.mp4", kind="video", media_type="video/mp4")

    assert ref.size == len(DATA)
    assert blobs(tmp_path).get(ref.sha256) == DATA


def test_a_file_that_is_not_there_is_the_persons_to_mend(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refusal:
        blobs(tmp_path).put_path(tmp_path / "gone.mp4", kind="video", media_type="video/mp4")

    assert refusal.value.code == "blobs.unreadable"


def test_a_file_that_still_changes_is_not_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Growing(io.BytesIO):
        def seek(self, offset: int, whence: int = 0) -> int:
            self.write(b"more")
            return super().seek(offset, whence)

    def opened(path: Path, mode: str = "r", *rest: Any) -> Any:
        return Growing(DATA) if path.name == "video.mp4" else real(path, mode, *rest)

    files = blobs(tmp_path)
    real = Path.open
    monkeypatch.setattr(Path, "open", opened)

    with pytest.raises(UserError) as refusal:
        files.put_path(tmp_path / "video.mp4", kind="video", media_type="video/mp4")

    assert refusal.value.code == "blobs.changing"
    assert files.all() == ()
