"""The lock: exact versions with the hashes of every platform's files, from pyproject's ranges.

The resolver is uv, in a temporary environment of its own, because one run of it covers Linux,
macOS and Windows and every Python from 3.11 on; the files are plain pip requirement files.
"""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from environment import Stop, child_environment, lock_files, make_venv, say, script

__all__ = ["write"]

_RESOLVER = "uv>=0.9,<1"
_HEADER = "# Written by `python3 packaging/dev.py lock`. Change pyproject.toml, not this file.\n"


def write(root: Path, *, upgrade: bool) -> None:
    """Resolve anew and write both lock files; today's pins are kept unless `upgrade`.

    Raises:
        Stop: the ranges have no solution, or the resolver cannot be installed.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    build_requirements = "\n".join(project["build-system"]["requires"])
    run_file, dev_file = lock_files(root, dev=True)
    with tempfile.TemporaryDirectory(prefix="lock-") as scratch_name:
        scratch = Path(scratch_name)
        uv = _resolver(scratch / "resolver")
        (scratch / "build.in").write_text(build_requirements, encoding="utf-8")
        today = "".join(file.read_text("utf-8") for file in (run_file, dev_file) if file.exists())
        blocks = {}
        for name, extras in (("run", ["server"]), ("dev", ["server", "dev"])):
            target = scratch / f"{name}.txt"
            # uv prefers the versions it finds in the file that it is to write.
            target.write_text("" if upgrade else today, encoding="utf-8")
            say(f"resolving {name}")
            _resolve(uv, root, scratch / "build.in", extras, target)
            blocks[name] = _blocks(target.read_text(encoding="utf-8"))
            # What runs at the bureau's is what is tested.
            today, upgrade = target.read_text(encoding="utf-8"), False
    added = {pin: block for pin, block in blocks["dev"].items() if pin not in blocks["run"]}
    strayed = {pin.split("==")[0] for pin in added} & {pin.split("==")[0] for pin in blocks["run"]}
    if strayed:
        raise Stop(f"the dev extra needs other versions than the application: {sorted(strayed)}")
    run_file.write_text(_HEADER + "".join(blocks["run"].values()), encoding="utf-8", newline="\n")
    dev_file.write_text(_HEADER + "".join(added.values()), encoding="utf-8", newline="\n")
    say(f"{len(blocks['run'])} packages to run, {len(added)} more to test")


def _resolver(folder: Path) -> Path:
    make_venv(folder)
    python = script(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python", "python")
    installed = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", _RESOLVER],
        capture_output=True,
        text=True,
        check=False,
        env=child_environment(),
    )
    if installed.returncode:
        raise Stop(f"pip could not install {_RESOLVER}: {installed.stderr.strip()[-300:]}")
    return script(python, "uv")


def _resolve(uv: Path, root: Path, build: Path, extras: list[str], target: Path) -> None:
    resolved = subprocess.run(
        [
            *(str(uv), "pip", "compile", str(root / "pyproject.toml"), str(build)),
            *(part for extra in extras for part in ("--extra", extra)),
            *("--universal", "--python-version", "3.11", "--generate-hashes"),
            *("--no-header", "--no-annotate", "--system-certs", "--quiet"),
            *("--output-file", str(target)),
        ],
        capture_output=True,
        text=True,
        check=False,
        env=child_environment(),
    )
    if resolved.returncode:
        raise Stop(f"no solution: {' '.join(resolved.stderr.split())[:600]}")


def _blocks(text: str) -> dict[str, str]:
    """Split a lock file into its entries: pin with marker → the entry with its hashes."""
    blocks: dict[str, str] = {}
    pin = ""
    for line in text.splitlines(keepends=True):
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            pin = line.strip(" \\\n")
            blocks[pin] = ""
        blocks[pin] += line
    return blocks
