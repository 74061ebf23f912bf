"""The checkout's own `.venv`: made, filled with the pinned dependencies, mended when broken."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

__all__ = ["Stop", "child_environment", "lock_files", "make_venv", "prepare", "say", "script"]

_OLDEST = (3, 11)
_STAMP = "inspector-app.json"
_LOG = "install.log"
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?P<marker> ;)?")
_ASK_PYTHON = "import sys, pip; print(sys.version_info[0], sys.version_info[1])"
_ASK_INSTALLED = (
    "import importlib.metadata as m, json;"
    " print(json.dumps({d.metadata['Name']: d.version for d in m.distributions()}))"
)


class Stop(Exception):
    """The command cannot go on; the text is one line that says what to do."""


def say(text: str) -> None:
    """Print one line of progress."""
    print(f"== {text}", flush=True)


def prepare(root: Path, *, dev: bool, fresh: bool = False) -> Path:
    """Make or mend `root/.venv` and return its Python.

    Nothing is installed, and no network used, when the environment already holds what the
    lock files and pyproject.toml ask for.

    Raises:
        Stop: it cannot be made or filled.
    """
    folder = root / ".venv"
    if fresh or not _is_sound(root, folder):
        make_venv(folder)
    python = _python(folder)
    wanted = _stamp(root, dev=dev)
    found = _read_stamp(folder)
    if found.get("inputs") != wanted["inputs"] or (dev and not found.get("dev")):
        _install(root, folder, dev=dev)
    elif missing := _missing(root, python, dev=dev):
        say(f"missing from .venv: {', '.join(missing)}")
        _install(root, folder, dev=dev)
    return python


def make_venv(folder: Path) -> None:
    """Make an empty virtual environment at `folder`, in place of whatever is there."""
    say(f"making {folder.name} with Python {sys.version.split()[0]}")
    _remove(folder)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env=child_environment(),
    )
    if made.returncode:
        _remove(folder)
        said = " ".join((made.stdout + made.stderr).split())
        raise Stop(f"python -m venv failed: {said[-300:]}")


def script(python: Path, name: str) -> Path:
    """Give the console script `name` that lies beside `python`."""
    return python.with_name(f"{name}.exe" if os.name == "nt" else name)


def lock_files(root: Path, *, dev: bool) -> list[Path]:
    """Give the files with the pins: those of the application, and with `dev` those of the tests."""
    names = ["constraints.txt", "constraints-dev.txt"] if dev else ["constraints.txt"]
    return [root / "packaging" / name for name in names]


def child_environment() -> dict[str, str]:
    """Give this process's environment without what would lead a child to another Python."""
    misleading = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    kept = {name: value for name, value in os.environ.items() if name not in misleading}
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PYTHONUTF8": "1"}


def _is_sound(root: Path, folder: Path) -> bool:
    """Tell whether the environment's own Python and pip still start, and it has not been moved."""
    if not _python(folder).exists():
        return False
    stamp = _read_stamp(folder)
    if stamp and stamp.get("root") != str(root):
        say(".venv belongs to another place")
        return False
    said = _ask(_python(folder), _ASK_PYTHON)
    if said is None:
        say(".venv does not start")
        return False
    return tuple(int(part) for part in said.split()) >= _OLDEST


def _install(root: Path, folder: Path, *, dev: bool) -> None:
    files = lock_files(root, dev=dev)
    count = sum(1 for file in files for _ in _pins(file))
    say(f"installing {count} pinned packages (the first time: some 350 MB)")
    # Until the last step is done the stamp must not say that all is well.
    (folder / _STAMP).unlink(missing_ok=True)
    log = folder / _LOG
    log.write_text("", encoding="utf-8")
    requirements = [part for file in files for part in ("-r", str(file))]
    _pip(folder, log, "install", "--require-hashes", *requirements)
    _pip(folder, log, "install", "--no-deps", "--no-build-isolation", "--editable", str(root))
    (folder / _STAMP).write_text(json.dumps(_stamp(root, dev=dev)), encoding="utf-8")


def _pip(folder: Path, log: Path, *arguments: str) -> None:
    """Run pip, its noise to the log; on a terminal show the package it is at."""
    on_terminal = sys.stdout.isatty()
    with (
        log.open("a", encoding="utf-8") as record,
        subprocess.Popen(
            [str(_python(folder)), "-m", "pip", *arguments, "--progress-bar", "off"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=child_environment(),
        ) as pip,
    ):
        assert pip.stdout is not None  # noqa: S101 - asked for two lines above
        for line in pip.stdout:
            record.write(line)
            if on_terminal and line.startswith(("Collecting", "Installing")):
                print(f"\r   {line.strip()[:70]:<72}", end="", flush=True)
    if on_terminal:
        print(f"\r{'':<75}\r", end="", flush=True)
    if pip.returncode:
        errors = [line for line in log.read_text("utf-8").splitlines() if line.startswith("ERROR")]
        what = errors[-1] if errors else f"exit {pip.returncode}"
        raise Stop(f"pip could not install: {what} (all it said: {log})")


def _missing(root: Path, python: Path, *, dev: bool) -> list[str]:
    """Name the pinned packages that the environment lacks or has in another version."""
    said = _ask(python, _ASK_INSTALLED)
    installed = {_normal(name): version for name, version in json.loads(said or "{}").items()}
    wanted = [pin for file in lock_files(root, dev=dev) for pin in _pins(file)]
    gone = [name for name, version in wanted if installed.get(_normal(name)) != version]
    return gone if "inspector-app" in installed else [*gone, "inspector-app"]


def _pins(file: Path) -> Iterator[tuple[str, str]]:
    """Give name and version of each pin that holds on every platform."""
    for line in file.read_text(encoding="utf-8").splitlines():
        pin = _PIN.match(line)
        if pin and not pin["marker"]:
            yield pin["name"], pin["version"]


def _stamp(root: Path, *, dev: bool) -> dict[str, object]:
    return {"root": str(root), "dev": dev, "inputs": _digest_of_inputs(root)}


def _digest_of_inputs(root: Path) -> str:
    """Digest what an installation depends on: the pins, and of pyproject.toml what pip reads."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    read_by_pip = [project["build-system"], project["project"], project["tool"]["hatch"]]
    digest = hashlib.sha256(json.dumps(read_by_pip, sort_keys=True).encode())
    for file in lock_files(root, dev=True):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _read_stamp(folder: Path) -> dict[str, object]:
    try:
        stamp = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _ask(python: Path, question: str) -> str | None:
    try:
        answer = subprocess.run(
            [str(python), "-c", question],
            capture_output=True,
            text=True,
            check=False,
            env=child_environment(),
        )
    except OSError:
        return None
    return answer.stdout if answer.returncode == 0 else None


def _remove(folder: Path) -> None:
    try:
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise Stop(f"cannot remove {folder}: {error}; close what uses it and try again") from error


def _normal(name: str) -> str:
    """Give a package's name in its normal form (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
