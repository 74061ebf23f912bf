"""What is told of packs that take their words from other packs."""

from pathlib import Path

import pytest

from inspector_app.domain.errors import UserError
from inspector_app.packs import lint_pack, read_pack
from tests.unit.packs.factory_packs import FILES, write_pack

CHECKLIST = "checklists/toys.yaml"
VIOLATIONS = "violations/all.yaml"
NOTE = "documents/note.yaml"


def test_packs_that_depend_on_each_other_are_told(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path, {"pack.yaml": ("domain: toys", "domain: toys\ndepends: [toy-shop]")}
    )
    assert any("依赖" in problem.what for problem in lint_pack(folder))


def test_a_pack_is_not_fit_while_one_it_depends_on_is_not(tmp_path: Path) -> None:
    write_pack(tmp_path, {VIOLATIONS: ("[sale]", "[sell]")})
    dependent = tmp_path / "toy-fair"
    dependent.mkdir()
    text = FILES["pack.yaml"].replace("id: toy-shop", "id: toy-fair\ndepends: [toy-shop]")
    (dependent / "pack.yaml").write_text(text, "utf-8")

    assert ["自身有问题" in problem.what for problem in lint_pack(dependent)] == [True]


def _fair(root: Path) -> Path:
    """A pack that takes everything it can from the toy pack, itself without a mistake."""
    folder = root / "toy-fair"
    head = "id: toy-fair\ndepends: [toy-shop]"
    files = {
        "pack.yaml": FILES["pack.yaml"].replace("id: toy-shop", head).split("laws:")[0],
        CHECKLIST: FILES[CHECKLIST].replace("id: toys", "id: fair"),
        VIOLATIONS: FILES[VIOLATIONS].replace("id: W0", "id: F0"),
        NOTE: FILES[NOTE].replace("kind: note", "kind: fair\nserves: [note]"),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_pack_may_take_everything_from_one_it_depends_on(tmp_path: Path) -> None:
    write_pack(tmp_path)
    assert lint_pack(_fair(tmp_path)) == ()


# 4 citations, grading, notice, bound violation, shared item, parameter, served document.
_TAKEN = 10


def test_a_missing_dependency_is_told_first_and_what_follows_is_counted(tmp_path: Path) -> None:
    cause, rest = lint_pack(_fair(tmp_path))

    assert "找不到依赖的包“toy-shop”" in cause.what
    assert f"另有 {_TAKEN} 处引用无从核对" in rest.what


def test_a_dependency_that_is_no_pack_is_told_first_and_what_follows_is_counted(
    tmp_path: Path,
) -> None:
    write_pack(tmp_path, {"pack.yaml": "- id: toy-shop\n"})

    cause, rest = lint_pack(_fair(tmp_path))

    assert "自身有问题" in cause.what
    assert f"另有 {_TAKEN} 处" in rest.what


def test_a_mistake_of_its_own_is_told_after_a_missing_dependency(tmp_path: Path) -> None:
    folder = _fair(tmp_path)
    text = (folder / CHECKLIST).read_text("utf-8").replace("edition:", "editon:")
    (folder / CHECKLIST).write_text(text, "utf-8")

    files = [problem.file for problem in lint_pack(folder)]

    assert files == ["pack.yaml", CHECKLIST, CHECKLIST, "pack.yaml"]


def test_a_refusal_to_sign_tells_the_cause_first(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_pack(_fair(tmp_path))
    assert "找不到依赖的包" in caught.value.what.splitlines()[1]


def test_a_misspelt_key_of_the_head_is_told_first_and_what_follows_is_counted(
    tmp_path: Path,
) -> None:
    write_pack(tmp_path)
    folder = _fair(tmp_path)
    text = (folder / "pack.yaml").read_text("utf-8").replace("depends:", "depend:")
    (folder / "pack.yaml").write_text(text, "utf-8")

    cause, rest = lint_pack(folder)

    assert ("“depend”" in cause.what, "“depends”" in cause.mend) == (True, True)
    assert f"另有 {_TAKEN} 处" in rest.what


def test_packs_that_depend_in_a_circle_are_told_with_the_circle_alone(tmp_path: Path) -> None:
    write_pack(tmp_path, {"pack.yaml": ("domain: toys", "domain: toys\ndepends: [toy-fair]")})
    folder = _fair(tmp_path)
    assert ["自身有问题" in problem.what for problem in lint_pack(folder)] == [True]
    problems = lint_pack(tmp_path / "toy-shop")
    assert ["自身有问题" in problem.what for problem in problems] == [True]
