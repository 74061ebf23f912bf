"""``law check`` on a made-up law and pack: clean, wrong, unchecked, and what each ends with."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.cli import main
from tests.functional.verifying import Capture, one_line
from tests.unit.law.factory_toy_law import LAW, toy_library
from tests.unit.packs.factory_packs import FILES, write_pack

VIOLATIONS = """\
domain: 玩具
violations:
  - id: W01
    wording: 玩具有小零件
    duty: [玩具法 3(1)(二)]
    penalty: [玩具法 4(1)(二)]
    tier:
      summary: 没收违法所得；货值不足1万元的处5千元以上5万元以下罚款，1万元以上的处货值5倍以上10倍以下罚款
      steps:
        - {do: confiscate_gain}
        - {do: fine, yuan: [5000, 50000], class: goods_value, below: 10000}
        - {do: fine, base: goods_value, times: [5, 10], class: goods_value, from: 10000}
    measures: [open_case]
    status: I
    summary: 玩具不得有小零件。
    anchors: {玩具法 3(1)(二): [不得有小零件]}
"""

# Of a law that the pack names and the library of these tests has not.
ELSEWHERE = """\
  - id: W02
    wording: 纸张没有检验
    duty: [纸张法 3(1)]
    penalty: [纸张法 4]
    tier: 责令改正
    measures: [open_case]
    status: I
    summary: 纸张应当检验。
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with closing(toy_library(tmp_path)):
        return tmp_path


def pack(root: Path, violations: str = VIOLATIONS) -> Path:
    changes: dict[str, tuple[str, str] | str | None] = dict.fromkeys(
        name for name in FILES if name != "pack.yaml"
    )
    return write_pack(root, {**changes, "violations/all.yaml": violations})


def run(home: Path, folder: Path, *more: str) -> int:
    return main(["law", "check", str(folder), "--folder", str(home), *more])


def test_a_pack_that_agrees_with_the_law_passes_with_its_counts(
    home: Path, capsys: Capture
) -> None:
    assert run(home, pack(home)) == 0
    said = capsys.readouterr().out
    assert "条款 2 处，关键词 1 个，罚则步骤 3 步；问题 0 处" in said
    assert "玩具  V 0  V2 0  I 1  R 0" in said


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("玩具法 3(1)(二)", "玩具法 3(1)(一)", "不得有小零件"),
        ("[玩具法 4(1)(二)]", "[玩具法 40(1)(二)]", "没有这一条款项"),
        ("[5000, 50000]", "[5000, 60000]", "没有这个数额"),
        ("times: [5, 10]", "times: [5, 20]", "没有这个数额"),
        ("{do: confiscate_gain}", "{do: confiscate_gain}\n        - {do: warning}", "处罚或者措施"),
    ],
)
def test_what_is_not_as_the_law_has_it_fails_and_is_told(
    old: str, new: str, told: str, home: Path, capsys: Capture
) -> None:
    assert run(home, pack(home, VIOLATIONS.replace(old, new))) == 1
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "✗" in line]
    assert line.startswith("  ✗ W01：")
    assert told in line


def test_without_any_text_nothing_was_checked_and_that_is_no_pass(
    tmp_path: Path, capsys: Capture
) -> None:
    assert run(tmp_path, pack(tmp_path)) == 1
    said = capsys.readouterr().out
    assert f"库中没有《{LAW}》的文本" in said
    assert "未能核对的罚则步骤 3 步：W01 3" in said
    assert said.splitlines()[-1].startswith("✗ 什么也没有核对")
    assert run(tmp_path, tmp_path / "toy-shop", "--json") == 1
    assert json.loads(capsys.readouterr().out)["nothing_checked"] is True


def test_what_lacks_one_of_its_texts_fails_only_when_asked_to(home: Path, capsys: Capture) -> None:
    folder = pack(home, VIOLATIONS + ELSEWHERE)
    named = folder / "pack.yaml"
    named.write_text(named.read_text("utf-8") + "  纸张法: {full: 中华人民共和国纸张法}\n", "utf-8")

    assert run(home, folder) == 0
    assert "什么也没有核对" not in capsys.readouterr().out
    assert run(home, folder, "--strict") == 1


def test_programs_read_all_of_it(home: Path, capsys: Capture) -> None:
    wrong = VIOLATIONS.replace("[5000, 50000]", "[5000, 60000]")
    assert run(home, pack(home, wrong), "--json") == 1
    (told,) = json.loads(capsys.readouterr().out)["packs"]
    assert (told["pack"], told["violations"], told["places"]) == ("toy-shop", 1, 2)
    (complaint,) = told["complaints"]
    assert (complaint["where"], complaint["mismatch"]) == ("W01", "amount")
    assert told["counts"] == {"玩具": {"V": 0, "V2": 0, "I": 1, "R": 0}}


def test_all_of_it_is_said_in_english(home: Path, capsys: Capture) -> None:
    wrong = VIOLATIONS.replace("[5000, 50000]", "[5000, 60000]")
    assert run(home, pack(home, wrong), "--lang", "en") == 1
    said = capsys.readouterr().out
    assert "toy-shop@1.2: 1 violations" in said
    assert "The penalty clause has no such amount or multiple" in said
    lines = [line for line in said.splitlines() if line.strip()[0] in "✗?"]
    assert lines
    assert not re.search("[：（）、，。]", "".join(lines))


def test_a_pack_that_is_not_there_or_unsound_is_refused_in_one_line(
    home: Path, capsys: Capture
) -> None:
    assert run(home, home / "nowhere") != 0
    assert "没有名为" in one_line(capsys)
    assert run(home, pack(home, VIOLATIONS.replace("status: I", "status: X"))) != 0
    assert "自身有 1 处问题" in one_line(capsys)
