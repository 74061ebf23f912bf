"""What is pinned, what a wheel carries, and under which licences."""

import hashlib
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from environment import lock_files
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from inspector_app.assets import _data_dir, forms_dir, resources_dir
from tests.architecture.sources import ROOT, imported, modules, relative, tracked

_PROVIDERS = packages_distributions()
_FONTS = ROOT / "resources" / "fonts"
_QT_GPL_ONLY = ["QtCharts", "QtDataVisualization", "QtGraphs", "QtNetworkAuth", "QtVirtualKeyboard"]
_ENTRY = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^ ;\\]+)", re.MULTILINE)
_FONT_ROW = re.compile(
    r"^\| `(?P<name>[\w-]+\.ttf)` .*`(?P<digest>[0-9a-f]{64})` \|$", re.MULTILINE
)


def _pins() -> dict[str, str]:
    text = "".join(file.read_text(encoding="utf-8") for file in lock_files(ROOT, dev=True))
    return {match["name"]: match["version"] for match in _ENTRY.finditer(text)}


def _asked_for(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    texts = project["dependencies"] + [text for extra in extras for text in optional[extra]]
    return [Requirement(text) for text in texts]


def _strangers(file: Path) -> set[str]:
    """Give the top-level names that a file imports and that are neither Python's nor ours."""
    own = {"inspector_app", "tests", *(path.stem for path in (ROOT / "packaging").glob("*.py"))}
    return {name.split(".")[0] for name in imported(file)} - sys.stdlib_module_names - own


@pytest.mark.parametrize("asked", _asked_for("server", "dev"), ids=lambda asked: str(asked.name))
def test_a_dependency_is_pinned_within_its_range(asked: Requirement) -> None:
    pinned = _pins()[canonicalize_name(asked.name)]

    assert asked.specifier.contains(pinned)


@pytest.mark.parametrize(
    ("folder", "extras"), [("inspector_app", ["server"]), ("tests", ["server", "dev"])]
)
def test_what_is_imported_is_asked_for_by_name(folder: str, extras: list[str]) -> None:
    asked = {canonicalize_name(requirement.name) for requirement in _asked_for(*extras)}
    undeclared = {
        f"{relative(file)}: {name}"
        for file in modules(folder)
        for name in _strangers(file)
        if not asked & {canonicalize_name(found) for found in _PROVIDERS.get(name, [])}
    }

    assert not undeclared, "add it to pyproject.toml and run `packaging/dev.py lock`"


@pytest.mark.parametrize("file", lock_files(ROOT, dev=True), ids=lambda file: str(file.name))
def test_every_pin_has_the_hashes_of_its_files(file: Path) -> None:
    entries = re.split(r"\n(?! )", file.read_text(encoding="utf-8").strip())
    bare = [
        entry for entry in entries if not entry.startswith("#") and "--hash=sha256:" not in entry
    ]

    assert not bare


@pytest.mark.parametrize("file", lock_files(ROOT, dev=True), ids=lambda file: str(file.name))
def test_the_lock_names_no_place_to_download_from(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert not re.search(r"://|--(?:extra-)?index-url|--find-links| @ ", text)


def test_every_pinned_package_has_its_licence_listed() -> None:
    readme = (ROOT / "packaging" / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z0-9][a-z0-9._-]*)`", readme))

    assert set(_pins()) <= listed


def test_a_wheel_carries_fonts_icons_and_packs() -> None:
    builder = WheelBuilder(str(ROOT))
    carried = {file.distribution_path for file in builder.recurse_included_files()}
    data = [
        file.relative_to(ROOT).as_posix()
        for file in tracked()
        if file.relative_to(ROOT).parts[0] in {"resources", "forms"}
    ]

    assert {f"inspector_app/_data/{name}" for name in data} <= carried


def test_a_wheel_carries_nothing_but_the_package() -> None:
    builder = WheelBuilder(str(ROOT))
    tops = {Path(file.distribution_path).parts[0] for file in builder.recurse_included_files()}

    assert tops == {"inspector_app"}


def test_data_inside_the_package_is_found_before_data_beside_it(tmp_path: Path) -> None:
    package = tmp_path / "inspector_app"
    inside = package / "_data" / "forms"
    inside.mkdir(parents=True)
    (tmp_path / "forms").mkdir()

    assert _data_dir("forms", package=package) == inside


def test_an_incomplete_installation_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="the installation is incomplete"):
        _data_dir("resources", package=tmp_path / "inspector_app")


def test_a_checkout_finds_its_own_data() -> None:
    assert (resources_dir(), forms_dir()) == (ROOT / "resources", ROOT / "forms")


def test_fonts_are_the_files_that_their_readme_names() -> None:
    named = dict(_FONT_ROW.findall((_FONTS / "README.md").read_text(encoding="utf-8")))
    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in _FONTS.glob("*.ttf")
    }

    assert found == named


@pytest.mark.parametrize(
    ("licence", "title"),
    [
        ("fonts/NotoSansSC-OFL.txt", "SIL OPEN FONT LICENSE"),
        ("fonts/NotoSerifSC-OFL.txt", "SIL OPEN FONT LICENSE"),
        ("icons/LICENSE", "ISC License"),
    ],
)
def test_what_others_made_has_its_licence_beside_it(licence: str, title: str) -> None:
    assert title in (ROOT / "resources" / licence).read_text(encoding="utf-8")


def test_no_part_of_qt_is_used_that_is_gpl_only() -> None:
    used = {
        f"{relative(file)}: {part}"
        for file in modules("inspector_app", "tests")
        for part in _QT_GPL_ONLY
        if f"PySide6.{part}" in file.read_text(encoding="utf-8")
    }

    assert not used
