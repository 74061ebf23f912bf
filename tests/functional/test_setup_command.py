"""`packaging/dev.py` on a small project of its own: make, skip, mend, refuse."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import dev
import environment
import pytest
from environment import Stop, prepare, script

# A build backend that needs nothing from outside: an editable wheel is a .pth file in a zip.
_BACKEND = """
import base64, hashlib, os, zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    info = "inspector_app-1.dist-info"
    files = {
        "small.pth": os.getcwd(),
        f"{info}/METADATA": "Metadata-Version: 2.1\\nName: inspector-app\\nVersion: 1\\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\n"
        "Tag: py3-none-any\\n",
        f"{info}/entry_points.txt": "[console_scripts]\\ninspector-app = small:main\\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{name},,\\n" for name in [*files, f"{info}/RECORD"])
    name = "inspector_app-1-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return name

def build_wheel(*_):
    raise RuntimeError("only editable")
"""
_PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "inspector-app"
version = "1"
[tool.hatch]
"""

_INTERRUPTED = """
import signal, sys, dev
# Whoever starts the tests in the background may have had the interruption ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    dev._run([sys.executable, "-c", sys.argv[1]])
except KeyboardInterrupt:
    print("interrupted")
"""
# More work after the interruption than the quarter of a second that `subprocess.run` would grant.
_TIDY = """
import signal, subprocess, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    print("working", flush=True)
    sys.stdin.read()
except KeyboardInterrupt:
    for _ in range(40):
        subprocess.run([sys.executable, "-c", "pass"])
    print("put away", flush=True)
"""
# A child that is done only once somebody waits for it.
_PUTS_AWAY = """
import sys
from pathlib import Path
said = Path(sys.argv[1])
while not said.with_suffix(".waited-for").exists():
    pass
said.write_text("put away\\n", encoding="utf-8", newline="\\n")
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project that can be set up with no network, in a place with a space in its name."""
    root = tmp_path_factory.mktemp("with space") / "the checkout"
    (root / "packaging").mkdir(parents=True)
    for name in ("constraints.txt", "constraints-dev.txt"):
        (root / "packaging" / name).write_text("# nothing pinned\n", encoding="utf-8")
    (root / "pyproject.toml").write_text(_PYPROJECT, encoding="utf-8")
    (root / "backend.py").write_text(_BACKEND, encoding="utf-8")
    (root / "small.py").write_text("def main():\n    print('started')\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def empty_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an environment made for real, once: each costs seconds."""
    folder = tmp_path_factory.mktemp("environment") / ".venv"
    environment.make_venv(folder)
    return folder


@pytest.fixture(autouse=True)
def made_by_copying(empty_environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(folder: Path) -> None:
        environment.say(f"making {folder.name}")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(empty_environment, folder, symlinks=True)

    monkeypatch.setattr(environment, "make_venv", make)


@pytest.fixture(autouse=True)
def no_package_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")


def _has_pip(python: Path) -> bool:
    asked = [str(python), "-m", "pip", "--version"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _output_of(program: Path) -> str:
    return subprocess.run([program], capture_output=True, text=True, check=True).stdout.strip()


def test_the_application_starts_from_the_environment_that_was_made(project: Path) -> None:
    python = prepare(project, dev=False)

    assert _output_of(script(python, "inspector-app")) == "started"


def test_a_second_set_up_installs_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare(project, dev=True)
    capsys.readouterr()

    prepare(project, dev=True)

    assert capsys.readouterr().out == ""


def test_an_environment_whose_python_is_broken_is_made_anew(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    python = prepare(project, dev=False)
    python.unlink()
    python.write_text("not a program", encoding="utf-8")

    mended = prepare(project, dev=False)

    assert "does not start" in capsys.readouterr().out
    assert _output_of(script(mended, "inspector-app")) == "started"


def test_an_environment_without_pip_is_made_anew(project: Path) -> None:
    python = prepare(project, dev=False)
    for pip in (project / ".venv").rglob("site-packages/pip"):
        shutil.rmtree(pip)
    assert not _has_pip(python)

    mended = prepare(project, dev=False)

    assert _has_pip(mended)


def test_a_package_that_was_removed_by_hand_is_put_back(project: Path) -> None:
    python = prepare(project, dev=False)
    subprocess.run(
        [python, "-m", "pip", "uninstall", "--yes", "inspector-app"],
        capture_output=True,
        check=True,
    )

    mended = prepare(project, dev=False)

    assert _output_of(script(mended, "inspector-app")) == "started"


def test_a_pin_that_cannot_be_had_stops_with_one_line(project: Path) -> None:
    pins = project / "packaging" / "constraints.txt"
    before = pins.read_text(encoding="utf-8")
    digest = "0" * 64
    pins.write_text(f"not-to-be-had==1.0 \\\n    --hash=sha256:{digest}\n", encoding="utf-8")
    try:
        with pytest.raises(Stop, match=r"not-to-be-had") as stop:
            prepare(project, dev=False)
    finally:
        pins.write_text(before, encoding="utf-8")

    assert "\n" not in str(stop.value)


def test_a_child_is_not_led_to_another_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.sep)
    monkeypatch.setenv("VIRTUAL_ENV", os.sep)

    given = environment.child_environment()

    assert not {"PYTHONPATH", "VIRTUAL_ENV"} & set(given)


def by_the_keyboard(_place: Path, _monkeypatch: pytest.MonkeyPatch) -> str:
    """Have the command and its child interrupted together, as the key does; what both said."""
    with subprocess.Popen(
        [sys.executable, "-c", _INTERRUPTED, _TIDY],
        cwd=Path(environment.__file__).parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as asked:
        assert asked.stdout is not None
        assert asked.stdout.readline() == "working\n"
        os.killpg(asked.pid, signal.SIGINT)
        return asked.stdout.read()


def in_the_wait(place: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have the command interrupted while it waits, and its child go on; what both said."""
    said = place / "said"
    waited_for = said.with_suffix(".waited-for")

    class Interrupted(subprocess.Popen[bytes]):
        _yet = False

        def wait(self, timeout: float | None = None) -> int:
            if not self._yet:
                self._yet = True
                raise KeyboardInterrupt
            waited_for.touch()
            return super().wait(timeout)

    monkeypatch.setattr(subprocess, "Popen", Interrupted)
    try:
        with pytest.raises(KeyboardInterrupt):
            dev._run([sys.executable, "-c", _PUTS_AWAY, str(said)])
        return f"{said.read_text(encoding='utf-8')}interrupted\n" if said.exists() else ""
    finally:
        waited_for.touch()


# Windows has no process groups to interrupt.
_INTERRUPTIONS = [in_the_wait, *([by_the_keyboard] if os.name == "posix" else [])]


@pytest.mark.parametrize("interrupted", _INTERRUPTIONS)
def test_an_interrupted_command_is_waited_for_until_it_has_put_its_things_away(
    interrupted: Callable[[Path, pytest.MonkeyPatch], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert interrupted(tmp_path, monkeypatch) == "put away\ninterrupted\n"


def test_an_unknown_command_is_refused() -> None:
    dev = Path(environment.__file__).with_name("dev.py")

    refused = subprocess.run(
        [sys.executable, dev, "dance"], capture_output=True, text=True, check=False
    )

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "dance" in refused.stderr
