"""What is on the disk before it counts, as each system wants to be told."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from inspector_app.disk import durable
from inspector_app.disk.durable import (
    make_folder,
    put_in_place,
    sync_file,
    sync_folder,
    write_whole,
)
from tests.private_files import ModesAsked

FULL_SYNC = 51


class Drive:
    """A system's calls for keeping things, and what was asked of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
        self.asked: list[str] = []
        self.refusing: dict[str, int] = {}
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setattr(os, "fsync", lambda _: self._ask("fsync"))
        monkeypatch.setattr(os, "open", lambda *_: self._ask("open folder"))
        monkeypatch.setattr(os, "close", lambda _: self._ask("close folder"))
        calls = SimpleNamespace(F_FULLFSYNC=FULL_SYNC, fcntl=self._control)
        monkeypatch.setitem(sys.modules, "fcntl", calls)

    def _control(self, _file: int, call: int) -> int:
        return self._ask({FULL_SYNC: "full sync"}[call])

    def _ask(self, call: str) -> int:
        self.asked.append(call)
        if call in self.refusing:
            raise OSError(self.refusing[call], "refused")
        return 0


@pytest.mark.parametrize(
    ("platform", "asked"),
    [("linux", ["fsync"]), ("win32", ["fsync"]), ("darwin", ["full sync"])],
)
def test_a_file_is_kept_by_the_drive_itself(
    platform: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = Drive(monkeypatch, platform)

    sync_file(0)

    assert drive.asked == asked


def test_a_drive_that_knows_no_full_sync_is_told_in_the_usual_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drive = Drive(monkeypatch, "darwin")
    drive.refusing["full sync"] = errno.ENOTSUP

    sync_file(0)

    assert drive.asked == ["full sync", "fsync"]


def test_a_drive_that_fails_in_a_full_sync_is_not_believed_in_another_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drive = Drive(monkeypatch, "darwin")
    drive.refusing["full sync"] = errno.EIO

    with pytest.raises(OSError, match="refused"):
        sync_file(0)


@pytest.mark.parametrize(
    ("platform", "asked"),
    [
        ("linux", ["open folder", "fsync", "close folder"]),
        ("darwin", ["open folder", "full sync", "close folder"]),
        ("win32", []),
    ],
)
def test_names_are_kept_where_the_system_has_a_call_for_it(
    platform: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = Drive(monkeypatch, platform)

    sync_folder(Path())

    assert drive.asked == asked


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_without_a_call_for_names_is_left_to_its_own(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = Drive(monkeypatch, "linux")
    drive.refusing["fsync"] = number

    sync_folder(Path())

    assert drive.asked[-1] == "close folder"


def test_a_folder_that_fails_to_be_kept_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    drive = Drive(monkeypatch, "linux")
    drive.refusing["fsync"] = errno.EIO

    with pytest.raises(OSError, match="refused"):
        sync_folder(Path())


def _written(path: Path) -> None:
    write_whole(path, [b"whole"])


def _placed(path: Path) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(b"whole")
    put_in_place(part, path)


@pytest.mark.parametrize("write", [_written, _placed])
def test_a_file_gets_its_name_between_its_own_sync_and_its_folders(
    write: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    happened: list[tuple[str, bool]] = []
    monkeypatch.setattr(durable, "sync_file", lambda _: happened.append(("file", path.exists())))
    monkeypatch.setattr(
        durable, "sync_folder", lambda at: happened.append((at.name, path.exists()))
    )

    assert callable(write)
    write(path)

    assert happened == [("file", False), (tmp_path.name, True)]


def test_a_folder_that_was_made_is_kept_by_the_one_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Path] = []
    monkeypatch.setattr(durable, "sync_folder", kept.append)

    make_folder(tmp_path / "new")

    assert kept == [tmp_path]


def test_what_is_written_is_for_its_user_alone_unless_it_is_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = ModesAsked(monkeypatch)
    own, handed_on = tmp_path / "own", tmp_path / "handed on"

    write_whole(own, [b"mine"])
    write_whole(handed_on, [b"yours"], mode=durable.HANDED_ON)

    assert modes.open_to_others([own, handed_on]) == ["handed on"]


def test_chunks_that_end_in_an_error_leave_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    with pytest.raises(ZeroDivisionError):
        write_whole(path, (bytes([1 // part]) for part in (1, 0)))

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"file": b"old"}
