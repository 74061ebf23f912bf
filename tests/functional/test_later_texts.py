"""``law show`` of a law that the packs delivered cite in a later text than the library has."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector_app.cli import main
from tests.functional.verifying import Capture

# The packs cite its text of 2024-12-06. The words are made up.
DEVICES = "医疗器械监督管理条例"
NOTE = f"注意：《{DEVICES}》已有 2024-12-06 的文本"


def taken(folder: Path, day: str) -> None:
    year, month, of_month = day.split("-")
    made = f"{year}年{int(month)}月{int(of_month)}日"
    text = f"# {DEVICES}\n\n{made} 通过\n\n<!-- INFO END -->\n\n第一条 备{year}号茶。\n"
    file = folder / f"{year}.md"
    file.write_text(text, encoding="utf-8")
    stated = ("--effective", day, "--edition", day)
    assert main(["law", "import", str(file), *stated, "--folder", str(folder / "home")]) == 0


@pytest.fixture
def shown(tmp_path: Path, capsys: Capture) -> Callable[..., str]:
    taken(tmp_path, "2021-02-09")

    def show(*words: str) -> str:
        capsys.readouterr()
        assert main(["law", "show", *words, "--folder", str(tmp_path / "home")]) == 0
        return capsys.readouterr().out

    return show


def test_it_is_said_that_the_words_may_be_changed(shown: Callable[..., str]) -> None:
    lines = shown(f"{DEVICES}第一条").splitlines()
    assert [line for line in lines if line.startswith(NOTE)] == lines[-1:]
    assert "库中只到 2021-02-09" in lines[-1]


@pytest.mark.usefixtures("shown")
def test_words_of_a_text_that_is_not_here_are_not_compared(tmp_path: Path, capsys: Capture) -> None:
    days = ("--on", "2023-01-01", "--decided", "2026-01-01")
    home = ("--folder", str(tmp_path / "home"))
    capsys.readouterr()
    assert main(["law", "show", f"{DEVICES}第一条", *days, *home]) == 1
    told = capsys.readouterr()
    assert "备2021号茶" in told.out
    assert "相同" not in told.out
    assert "当日施行的文本（2024-12-06）未导入" in told.err


@pytest.mark.parametrize(
    "words",
    [
        # The text of that day, and the text that is asked for.
        (f"{DEVICES}第一条", "--on", "2023-01-01"),
        (f"{DEVICES}（2021）第一条",),
    ],
)
def test_of_the_text_that_is_asked_for_nothing_is_said(
    words: tuple[str, ...], shown: Callable[..., str]
) -> None:
    assert "注意" not in shown(*words)


def test_nothing_is_said_once_the_later_text_is_here(
    tmp_path: Path, shown: Callable[..., str]
) -> None:
    taken(tmp_path, "2024-12-06")
    said = shown(f"{DEVICES}第一条")
    assert "备2024号茶" in said
    assert "注意" not in said


def test_a_program_reads_it_too(shown: Callable[..., str]) -> None:
    told = json.loads(shown(f"{DEVICES}第一条", "--json"))
    assert told["later_texts"] == [
        {"law": DEVICES, "edition": "2024-12-06", "newest_here": "2021-02-09"}
    ]
