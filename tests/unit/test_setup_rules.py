"""What `packaging/dev.py` asks of the system, and how it reads a lock."""

import shutil
import sys
from pathlib import Path

import dev
import lock
import pytest
import system_libraries
from environment import Stop
from system_libraries import Need, has_display, missing, require

_ABSENT_LIBRARY = Need("libnowhere.so.9", "libnowhere9")
_ABSENT_MODULE = Need("nowhere_module", "python3-nowhere", "module")
_ABSENT_PROGRAM = Need("no-such-program", "nosuch", "program")
_ABSENT_FILE = Need("/nowhere/at-all.jar", "libnowhere-java", "file")


@pytest.mark.parametrize("need", [_ABSENT_LIBRARY, _ABSENT_MODULE, _ABSENT_PROGRAM, _ABSENT_FILE])
def test_what_is_not_there_is_named(need: Need) -> None:
    assert missing([need]) == [need]


@pytest.mark.parametrize(
    "need",
    [
        Need("git", "git", "program"),
        Need("json", "python3", "module"),
        Need(__file__, "ourselves", "file"),
    ],
)
def test_what_is_there_is_not_missing(need: Need) -> None:
    assert missing([need]) == []


def test_a_daemon_is_found_though_no_path_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    daemon = tmp_path / "nowhered"
    daemon.touch(mode=0o755)
    monkeypatch.setattr(system_libraries, "_SYSTEM_PATHS", (str(tmp_path),))

    assert missing([Need(daemon.name, "nowhere-daemon", "program")]) == []


def test_without_the_right_to_install_the_exact_command_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system_libraries, "_can_install", lambda: False)
    monkeypatch.setattr(shutil, "which", _apt_only)

    with pytest.raises(Stop, match="sudo apt-get install libnowhere9 nosuch"):
        require([_ABSENT_LIBRARY, _ABSENT_PROGRAM])


def test_offscreen_asks_for_less_than_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")

    offscreen = set(system_libraries.for_running(window=False))

    assert offscreen < set(system_libraries.for_running(window=True))


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_only_linux_is_asked_for_libraries(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)

    assert system_libraries.for_running(window=True) == ()


@pytest.mark.parametrize(
    ("platform", "variables", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_a_window_can_be_shown(
    platform: str, variables: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)

    assert has_display() is shown


def test_a_lock_is_read_entry_by_entry() -> None:
    text = (
        "# made by somebody\n"
        "one==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "two==2.0 ; sys_platform == 'win32' \\\n    --hash=sha256:cc\n"
    )

    blocks = lock._blocks(text)

    assert list(blocks) == ["one==1.0", "two==2.0 ; sys_platform == 'win32'"]
    assert "".join(blocks.values()) == text.split("\n", 1)[1]


def test_a_stop_is_one_line_and_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(needs: object) -> None:
        raise Stop("this system lacks libnowhere.so.9")

    monkeypatch.setattr(system_libraries, "require", refuse)

    code = dev.main(["run", "--offscreen"])

    assert code == 1
    assert capsys.readouterr().err == "dev.py: this system lacks libnowhere.so.9\n"


def _apt_only(name: str, path: str | None = None) -> str | None:
    return "/usr/bin/apt-get" if name == "apt-get" else None
