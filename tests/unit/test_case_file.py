"""A whole case in one file, written and read."""

import contextlib
import hashlib
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.documents.case_file import read_case, write_case
from inspector_app.domain.errors import EnvironmentFault, UserError
from inspector_app.domain.journal import Event, Head, Moment, SignedHead

_PHOTO = b"\xff\xd8 a photo"
_PHOTO_NAME = hashlib.sha256(_PHOTO).hexdigest()


def _events(count: int = 3) -> tuple[Event, ...]:
    head = Head("visit/1")
    events = []
    for number in range(count):
        moment = Moment("2026-11-21T10:40:00+08:00", number)
        events.append(Event.record(head, "answer_recorded", 1, moment, "周明远", {"n": number}))
        head = events[-1].head
    return tuple(events)


_HEAD = SignedHead(_events()[-1].head, "laptop-1", "0123456789abcdef", "2026-11-21", "c2ln")
_KEYS = {"0123456789abcdef": bytes(range(32))}


def _case(folder: Path) -> Path:
    path = folder / "case.zip"
    write_case(
        path,
        _events(),
        [_HEAD],
        _KEYS,
        documents={"doc-1": b"%PDF-1.7 ..."},
        blobs={_PHOTO_NAME: _PHOTO},
    )
    return path


def _rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The same zip with its members changed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    case = read_case(_case(tmp_path))

    assert case.events == _events()
    assert [event.body for event in case.events] == [event.body for event in _events()]
    assert (case.heads, case.public_keys) == ((_HEAD,), _KEYS)
    assert case.documents == {"doc-1": b"%PDF-1.7 ..."}
    assert case.blobs == {_PHOTO_NAME}
    assert case.altered == ()


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    first = _case(tmp_path).read_bytes()

    assert _case(tmp_path).read_bytes() == first


def test_evidence_may_be_given_as_a_file(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(_PHOTO)
    path = tmp_path / "case.zip"

    write_case(path, [], [], {}, documents={}, blobs={_PHOTO_NAME: photo})

    assert read_case(path).blobs == {_PHOTO_NAME}


def test_an_altered_document_is_named(tmp_path: Path) -> None:
    path = _rewritten(
        _case(tmp_path), lambda members: members.update({"documents/doc-1.pdf": b"%PDF other"})
    )

    assert read_case(path).altered == ("documents/doc-1.pdf",)


def test_an_altered_photo_is_no_evidence_even_if_the_manifest_was_altered_too(
    tmp_path: Path,
) -> None:
    name = f"blobs/{_PHOTO_NAME}"

    def forge(members: dict[str, bytes]) -> None:
        members[name] = b"another photo"
        manifest = json.loads(members["manifest.json"])
        manifest["files"][name]["sha256"] = hashlib.sha256(b"another photo").hexdigest()
        members["manifest.json"] = json.dumps(manifest).encode()

    case = read_case(_rewritten(_case(tmp_path), forge))

    assert (case.blobs, case.altered) == (frozenset(), (name,))


def test_a_removed_photo_is_named(tmp_path: Path) -> None:
    name = f"blobs/{_PHOTO_NAME}"

    def remove(members: dict[str, bytes]) -> None:
        del members[name]

    case = read_case(_rewritten(_case(tmp_path), remove))
    assert (case.absent, case.altered) == ((name,), ())


def test_an_event_that_is_not_canonical_is_refused_with_its_line(tmp_path: Path) -> None:
    def forge(members: dict[str, bytes]) -> None:
        members["events.jsonl"] = members["events.jsonl"].replace(b'"n":1', b'"n": 1')

    with pytest.raises(UserError) as refused:
        read_case(_rewritten(_case(tmp_path), forge))

    assert (refused.value.code, refused.value.facts["line"]) == ("case.event", 2)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.pdf",
        "/etc/passwd",
        "documents/../../x.pdf",
        "documents/.pdf",
        "readme.txt",
        "blobs/ABC",
        "documents/a/b.pdf",
        "C:\\x.pdf",
    ],
)
def test_a_name_that_has_no_place_in_a_case_is_refused(tmp_path: Path, name: str) -> None:
    path = _rewritten(_case(tmp_path), lambda members: members.update({name: b"x"}))

    with pytest.raises(UserError) as refused:
        read_case(path)

    assert refused.value.code == "case.suspicious"


def test_a_member_that_swells_is_refused(tmp_path: Path) -> None:
    path = _case(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"blobs/{'0' * 64}", bytes(40 * 1024 * 1024))

    with pytest.raises(UserError) as refused:
        read_case(path)

    assert refused.value.code == "case.suspicious"


def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    with zipfile.ZipFile(_case(tmp_path), "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"blobs/{'0' * 64}", bytes(4 * 1024 * 1024))
    content = bytearray(path.read_bytes())
    honest = struct.pack("<I", 4 * 1024 * 1024)
    while (at := content.find(honest)) >= 0:
        content[at : at + 4] = struct.pack("<I", 1000)
    path.write_bytes(content)

    with pytest.raises(UserError):
        read_case(path)


def test_two_members_of_one_name_are_refused(tmp_path: Path) -> None:
    path = _case(tmp_path)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("events.jsonl", b"")

    with pytest.raises(UserError) as refused:
        read_case(path)

    assert refused.value.code == "case.suspicious"


def test_another_zip_is_not_taken_for_a_case(tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("events.jsonl", b"")

    with pytest.raises(UserError) as refused:
        read_case(path)

    assert refused.value.code == "case.not_case"


def test_a_newer_version_is_told_apart_from_damage(tmp_path: Path) -> None:
    def renew(members: dict[str, bytes]) -> None:
        members["manifest.json"] = members["manifest.json"].replace(b'"version":1', b'"version":2')

    with pytest.raises(UserError) as refused:
        read_case(_rewritten(_case(tmp_path), renew))

    assert refused.value.code == "case.newer"


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_is_told_in_one_sentence_or_found(tmp_path: Path, data: st.DataObject) -> None:
    whole = _case(tmp_path).read_bytes()
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    end = data.draw(st.integers(0, len(content)) | st.just(len(content)))
    path = tmp_path / "damaged.zip"
    path.write_bytes(content[:end])

    # Any other exception fails the test.
    with contextlib.suppress(UserError):
        read_case(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        read_case(tmp_path / "none.zip")


def test_a_failed_export_leaves_the_older_file_alone(tmp_path: Path) -> None:
    path = _case(tmp_path)
    before = path.read_bytes()

    with pytest.raises(EnvironmentFault):
        write_case(path, [], [], {}, documents={}, blobs={_PHOTO_NAME: tmp_path / "missing photo"})

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
