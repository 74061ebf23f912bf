"""What an author changed since a pack was signed."""

import shutil
from pathlib import Path

from inspector_app.assets import forms_dir
from inspector_app.packs import UnsignedChanges, unsigned_changes
from tests.unit.packs.factory_packs import signed_pack, write_pack


def test_a_pack_as_it_was_signed_has_no_changes(tmp_path: Path) -> None:
    assert unsigned_changes(signed_pack(tmp_path)) == UnsignedChanges()


def test_a_pack_that_was_never_signed_has_none_either(tmp_path: Path) -> None:
    assert unsigned_changes(write_pack(tmp_path)) == UnsignedChanges()


def test_files_changed_added_and_removed_are_named(tmp_path: Path) -> None:
    folder = signed_pack(tmp_path)
    changed = folder / "pack.yaml"
    changed.write_text(changed.read_text("utf-8") + "# 改\n", "utf-8")
    (folder / "README.md").write_text("说明\n", "utf-8")
    (folder / "compiled.json").unlink()

    assert unsigned_changes(folder).files == ("README.md", "compiled.json", "pack.yaml")


def test_a_change_of_a_dependency_is_seen_though_no_file_changed(tmp_path: Path) -> None:
    for name in ("food-common", "food-sale"):
        shutil.copytree(forms_dir() / name, tmp_path / name)
    sale = tmp_path / "food-sale"
    assert unsigned_changes(sale) == UnsignedChanges()
    shared = tmp_path / "food-common/parameters.yaml"
    text = shared.read_text("utf-8")
    assert "一式二份" in text
    shared.write_text(text.replace("一式二份", "一式三份"), "utf-8")

    assert unsigned_changes(sale) == UnsignedChanges(dependencies=True)
