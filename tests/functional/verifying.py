"""The command line as tests of ``verify`` call it."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.cli import main
from tests.functional.first_visit import Day

__all__ = ["Capture", "one_line", "saved", "verify"]

Capture = pytest.CaptureFixture[str]


def verify(day: Day, path: Path, *options: str) -> int:
    """The exit code of ``verify``, where the issuers of the day are trusted."""
    return main(["verify", str(path), "--roots", str(day.roots), *options])


def saved(folder: Path, data: bytes, name: str = "paper.pdf") -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def one_line(capsys: Capture) -> str:
    """What stands on standard error, which must be one line and no traceback."""
    said = capsys.readouterr().err
    assert said.count("\n") == 1, said
    assert "Traceback" not in said
    return said.rstrip("\n")
