"""What forms/README.md shows to authors is true."""

import re
import shutil
from pathlib import Path

from inspector_app.assets import forms_dir
from inspector_app.packs import lint_pack, read_pack
from inspector_app.packs.vocabulary import DOCUMENT_VARIABLES, GRADE_VARIABLES, ITEM_VARIABLES

GUIDE = (forms_dir() / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def test_the_worked_example_has_no_problem(tmp_path: Path) -> None:
    shutil.copytree(forms_dir() / "food-common", tmp_path / "food-common")
    folder = tmp_path / "my-table"
    (folder / "checklists").mkdir(parents=True)
    (folder / "pack.yaml").write_text(EXAMPLES[0], "utf-8")
    (folder / "checklists" / "table.yaml").write_text(EXAMPLES[1], "utf-8")

    assert [str(problem) for problem in lint_pack(folder)] == []


def test_the_tier_it_shows_is_the_one_that_ships(tmp_path: Path) -> None:
    shutil.copytree(forms_dir() / "food-common", tmp_path / "food-common")
    folder = tmp_path / "my-rules"
    (folder / "violations").mkdir(parents=True)
    (folder / "pack.yaml").write_text(EXAMPLES[0].replace("my-table", "my-rules"), "utf-8")
    violation = """violations:
  - {id: MY1, wording: 使用过期冰块, duty: [食安法 50(1)], penalty: [食安法 125(1)(四)], tier: T125,
     measures: [open_case], status: V, summary: 不使用过期冰块。}
"""
    (folder / "violations" / "mine.yaml").write_text(EXAMPLES[2] + violation, "utf-8")

    assert [str(problem) for problem in lint_pack(folder)] == []
    mine = [step.fine for step in read_pack(folder).violations["MY1"].sanctions if step.fine]
    ours = [step.fine for step in read_pack(folder).violations["M35"].sanctions if step.fine]
    assert mine == ours


def test_the_table_of_days_off_it_shows_is_the_one_that_ships(tmp_path: Path) -> None:
    folder = tmp_path / "law-base"
    shutil.copytree(forms_dir() / "law-base", folder)
    shipped = read_pack(folder).holidays
    (folder / "holidays" / "2026.yaml").write_text(EXAMPLES[-1], "utf-8")

    assert read_pack(folder).holidays == shipped


def test_the_discretion_table_it_shows_is_read(tmp_path: Path) -> None:
    shutil.copytree(forms_dir() / "law-base", tmp_path / "law-base")
    folder = tmp_path / "my-province"
    (folder / "discretion").mkdir(parents=True)
    head = EXAMPLES[0].replace("my-table", "my-province").replace("food-common", "law-base")
    (folder / "pack.yaml").write_text(head, "utf-8")
    (folder / "discretion" / "own.yaml").write_text(EXAMPLES[-2], "utf-8")

    assert [str(problem) for problem in lint_pack(folder)] == []
    assert "my-province" in {table.id for table in read_pack(folder).discretion}


def test_every_kind_of_block_it_shows_is_read(tmp_path: Path) -> None:
    shutil.copytree(forms_dir() / "food-common", tmp_path / "food-common")
    folder = tmp_path / "my-paper"
    (folder / "documents").mkdir(parents=True)
    (folder / "pack.yaml").write_text(EXAMPLES[0].replace("my-table", "my-paper"), "utf-8")
    blocks = EXAMPLES[3].replace("\n", "\n  ")
    slots = "".join(
        f"  - {{key: {key}, role: officer, label: 人员}}\n" for key in ("officer1", "officer2")
    )
    paper = f'kind: paper\ntitle: 样例\nversion: "1"\nslots:\n{slots}blocks:\n  {blocks}\n'
    (folder / "documents" / "paper.yaml").write_text(paper, "utf-8")

    assert [str(problem) for problem in lint_pack(folder)] == []


def test_every_variable_an_expression_may_read_is_told() -> None:
    known = {*ITEM_VARIABLES, *GRADE_VARIABLES, *DOCUMENT_VARIABLES}
    assert {name for name in known if f"`{name}`" not in GUIDE} == set()


def test_the_rule_of_the_gate_it_shows_is_one_that_ships(tmp_path: Path) -> None:
    shutil.copytree(forms_dir() / "law-base", tmp_path / "law-base")
    folder = tmp_path / "my-rules"
    (folder / "gate").mkdir(parents=True)
    head = EXAMPLES[0].replace("my-table", "my-rules").replace("food-common", "law-base")
    (folder / "pack.yaml").write_text(head, "utf-8")
    (shown,) = (example for example in EXAMPLES if "officers_too_few" in example)
    (folder / "gate" / "own.yaml").write_text(shown, "utf-8")

    assert [str(problem) for problem in lint_pack(folder)] == []
    (mine,) = read_pack(folder).gate
    (ours,) = (rule for rule in read_pack(tmp_path / "law-base").gate if rule.id == mine.id)
    (check,) = mine.checks
    assert check.numbers == ours.checks[0].numbers
    assert (check.code, check.message) == (ours.checks[0].code, ours.checks[0].message)
