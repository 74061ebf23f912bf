#!/usr/bin/env python3
"""The developer's one command: set up, run, test, lock.

Standard library only, Python >= 3.11, Linux, macOS and Windows:

    python3 packaging/dev.py run          set up, then a server with demo data and the application
    python3 packaging/dev.py test         set up, then everything that CI runs
    python3 packaging/dev.py screenshots  a picture of every page
    python3 packaging/dev.py bench        ratios against bare scripts
    python3 packaging/dev.py lock         resolve pyproject.toml anew into constraints*.txt

A failure ends with one line that says what to do, and a non-zero exit.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the reader of this line runs an older Python
    sys.exit("dev.py: needs Python 3.11 or newer, this is " + sys.version.split()[0])

import argparse
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import environment
import lock
import system_libraries
from environment import Stop, say

ROOT = Path(__file__).resolve().parent.parent

# Run as `python -c`: a console script's first line breaks when the checkout is moved.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
_CHECKS = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("lint-imports", ["-c", LINT_IMPORTS]),
)


def main(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code."""
    options, rest = _parser().parse_known_args(arguments)
    try:
        return int(options.command(options, rest))
    except Stop as stop:
        sys.stdout.flush()
        print(f"dev.py: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("dev.py: interrupted", file=sys.stderr)
        return 130


def run(options: argparse.Namespace, rest: list[str]) -> int:
    """Set up and start the demonstration; without a display the same visit runs offscreen."""
    offscreen = options.offscreen or not system_libraries.has_display()
    demo = ["demo", *rest]
    if options.folder is not None:
        demo += ["--folder", str(options.folder.resolve())]
    if options.lang is not None:
        demo += ["--lang", options.lang]
    if offscreen:
        demo.append("--offscreen")
    system_libraries.require(system_libraries.for_running(window=not offscreen))
    python = environment.prepare(ROOT, dev=False, fresh=options.fresh)
    if offscreen and not options.offscreen:
        say("no display: the visit runs offscreen, its PDFs and screenshots go to demo-output/")
    return _run([str(environment.script(python, "inspector-app")), *demo])


def test(options: argparse.Namespace, rest: list[str]) -> int:
    """Set up with the test tools, then run every check, all of them, pytest last."""
    system_libraries.require(system_libraries.for_running(window=False))
    system_libraries.require(system_libraries.for_testing())
    python = str(environment.prepare(ROOT, dev=True, fresh=options.fresh))
    failed = [name for name, command in _CHECKS if _step(name, [python, *command])]
    # pytest's summary must be the last line; above it stands what failed before (tests/conftest.py).
    say("pytest")
    code = _run([python, "-m", "pytest", *rest], FAILED_CHECKS=", ".join(failed))
    return 1 if failed else code


def module(options: argparse.Namespace, rest: list[str]) -> int:
    """Run one of the commands that live in tests/."""
    system_libraries.require(system_libraries.for_running(window=False))
    python = str(environment.prepare(ROOT, dev=True, fresh=options.fresh))
    return _run([python, "-m", options.module, *rest])


def make_lock(options: argparse.Namespace, rest: list[str]) -> int:
    """Write packaging/constraints*.txt from the ranges in pyproject.toml."""
    if rest:
        raise Stop(f"lock does not know {' '.join(rest)}")
    lock.write(ROOT, upgrade=options.upgrade)
    return 0


def _step(name: str, command: list[str]) -> int:
    say(name)
    code = _run(command)
    if code:
        say(f"{name} failed (exit {code})")
    return code


def _run(command: list[str], **variables: str) -> int:
    sys.stdout.flush()
    variables = environment.child_environment() | variables
    try:
        with subprocess.Popen(command, cwd=ROOT, env=variables) as child:
            try:
                return child.wait()
            except KeyboardInterrupt:
                # The child was interrupted by the same key and has things to put away; the same
                # key again ends both.
                child.wait()
                raise
    except OSError as error:
        raise Stop(f"{command[0]} does not start: {error}; try again with --fresh") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description="Set up, run, test. Other options are handed on."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        command.add_argument("--fresh", action="store_true", help="make .venv anew")
        return command

    demo = add("run", "start an embedded server with demo data and the application against it")
    demo.add_argument("--folder", type=Path, help="keep the demo's data here (default: temporary)")
    demo.add_argument("--lang", choices=["zh", "en"], help="the window's language (default: zh)")
    demo.add_argument("--offscreen", action="store_true", help="no window, even with a display")
    demo.set_defaults(command=run)
    add("test", "run everything that CI runs; other options go to pytest").set_defaults(
        command=test
    )
    add("screenshots", "make a picture of every page").set_defaults(
        command=module, module="tests.screenshots"
    )
    add("bench", "print ratios against bare scripts").set_defaults(
        command=module, module="tests.benchmarks"
    )
    locking = add("lock", "resolve pyproject.toml into packaging/constraints*.txt")
    locking.add_argument("--upgrade", action="store_true", help="newest versions, not today's pins")
    locking.set_defaults(command=make_lock)
    return parser


if __name__ == "__main__":
    # A pipe that is not UTF-8 (Windows) must not end a run over one letter.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # text files at start-up
    os.chdir(ROOT)
    sys.exit(main(sys.argv[1:]))
