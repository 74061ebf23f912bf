"""What `packaging/dev.py run` starts where there is no display: a visit from the door to the review."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from inspector_app.bootstrap import demo
from inspector_app.bootstrap.demo_office import enrolment_codes
from inspector_app.cli import main
from tests.functional.verifying import Capture, one_line
from tests.keyrings import FOLDER_VARIABLE

_STEPS = [
    "01-today",
    "02-arrival",
    "03-checklist",
    "04-findings",
    "05-documents",
    "06-signatures",
    "07-service",
    "08-done",
    "09-documents-page",
    "10-review",
    "11-remark",
]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """What the demonstration wrote and said; in a place with a space in its name."""
    place = tmp_path_factory.mktemp("the demo")
    output = place / "output"
    output.mkdir()
    (output / "mine.txt").write_text("not to be touched", encoding="utf-8")
    keyring = {
        "PYTHON_KEYRING_BACKEND": "tests.keyrings.FolderKeyring",
        FOLDER_VARIABLE: str(place / "keyring"),
    }
    command = [sys.executable, "-m", "inspector_app.cli", "demo", "--offscreen", "--lang", "en"]
    done = subprocess.run(
        [*command, "--folder", str(place / "data"), "--output", str(output)],
        env=os.environ | keyring,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return output, done.stdout


def test_every_step_is_photographed(walked: tuple[Path, str]) -> None:
    output, _ = walked
    pictures = sorted(output.glob("*.png"))

    assert [picture.stem for picture in pictures] == _STEPS
    for picture in pictures:
        with Image.open(picture) as image:
            # A page, not an empty sheet.
            assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 50


def test_what_it_wrote_is_genuine_in_the_eyes_of_verify(walked: tuple[Path, str]) -> None:
    output, _ = walked
    papers = sorted(output.glob("*.pdf"))
    roots = str(output / "officer-roots.pem")

    assert {paper.stem for paper in papers} == {
        "现场笔录",
        "食品经营监督检查结果记录表",
        "责令改正通知书",
        "送达回证",
    }
    for file in [*papers, output / "case.zip"]:
        assert main(["verify", str(file), "--roots", roots]) == 0


def test_it_says_where_and_how_much_in_the_language_asked_for(walked: tuple[Path, str]) -> None:
    output, said = walked

    assert str(output) in said
    assert "(17 files)" in said


def test_what_was_in_the_output_folder_stays(walked: tuple[Path, str]) -> None:
    output, _ = walked

    assert (output / "mine.txt").read_text(encoding="utf-8") == "not to be touched"


def test_a_server_that_was_half_filled_is_filled_anew(tmp_path: Path) -> None:
    part = tmp_path / "server.part"
    part.mkdir()
    (part / "server.db").write_bytes(b"broken off")

    demo._seed(tmp_path / "server")

    assert enrolment_codes(tmp_path / "server", [demo.PEOPLE["laptop"]])
    assert not part.exists()


@pytest.mark.parametrize("option", ["--output", "--folder"])
def test_a_folder_that_cannot_be_is_refused_before_anything_is_walked(
    option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(demo, "_keyring_works", lambda: True)
    monkeypatch.setattr(demo, "seed_demo_server", None)
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)

    assert main(["demo", "--offscreen", option, str(tmp_path / "file" / "x")]) == 1
    assert option in one_line(capsys)
