"""An issued document saved where the person chose."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import NoReturn

import pytest

from inspector_app.disk import durable
from inspector_app.domain.errors import EnvironmentFault
from inspector_app.gui.saved_pdf import write_pdf


def test_a_full_disk_leaves_the_file_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    path = write_pdf(tmp_path / "copy.pdf", b"old")
    monkeypatch.setattr(durable, "sync_file", refuse)

    with pytest.raises(EnvironmentFault):
        write_pdf(path, b"new")

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"copy.pdf": b"old"}
