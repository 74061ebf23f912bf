"""The look that is worn before the record is open: kept, and never in the way."""

from pathlib import Path

import pytest

from inspector_app.bootstrap.first_look import LookFile
from inspector_app.domain.officer import Role
from inspector_app.gui.preferences import Preferences
from inspector_app.gui.theme import ThemeName

CHOSEN = Preferences("en", ThemeName.DARK, 1.5, "前台打印机")


def test_what_was_kept_is_read_at_the_next_start(tmp_path: Path) -> None:
    LookFile(tmp_path, "zh").keep(CHOSEN, Role.SUPERVISOR)

    preferences, role = LookFile(tmp_path, "zh").read()

    assert (preferences.look, preferences.language, role) == (
        CHOSEN.look,
        "en",
        Role.SUPERVISOR,
    )


def test_the_file_says_nothing_but_the_look(tmp_path: Path) -> None:
    LookFile(tmp_path, "zh").keep(CHOSEN, Role.OFFICER)

    (file,) = tmp_path.iterdir()
    assert "前台打印机" not in file.read_text("utf-8")


def test_the_first_window_speaks_the_language_it_was_started_in(tmp_path: Path) -> None:
    assert LookFile(tmp_path, "en").read() == (Preferences("en"), Role.OFFICER)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"theme": "plaid", "text_scale": "ninety", "language": "tlh", "role": "king"}',
        b'{"text_scale": "1e9"}',
        b'{"text_scale": "nan"}',
        b'{"text_scale": null, "theme": []}',
    ],
)
def test_a_file_that_makes_no_sense_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "first-look.json").write_bytes(content)

    preferences, role = LookFile(tmp_path, "zh").read()

    assert (preferences.theme, preferences.language, role) == (ThemeName.LIGHT, "zh", Role.OFFICER)
    assert 1.0 <= preferences.look.text_scale <= 2.0


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    looks = LookFile(tmp_path, "zh")
    looks.keep(CHOSEN, Role.OFFICER)
    (file,) = tmp_path.iterdir()
    file.unlink()

    looks.keep(CHOSEN, Role.OFFICER)

    assert not list(tmp_path.iterdir())


def test_a_disk_that_refuses_is_no_hindrance(tmp_path: Path) -> None:
    looks = LookFile(tmp_path / "gone", "zh")

    looks.keep(CHOSEN, Role.OFFICER)

    assert looks.read() == (Preferences(), Role.OFFICER)
