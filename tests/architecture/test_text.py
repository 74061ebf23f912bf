"""What must not stand in any file, and what documentation may claim."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, modules, relative, tracked

# Put together from parts, so that this file does not hold what it looks for.
_REGISTRY_HOSTS = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "registry" + ".npmjs",
    "registry" + ".yarnpkg",
    "deb" + ".debian" + ".org",
]
_MACHINE_PATH = re.compile(r"(?<![\w./:-])/(?:work|root|home/\w+|Users/\w+)" + "/")
_SLEEPS = re.compile(
    r"\b(?:qtbot\.wait|time\.sleep|asyncio\.sleep|QTest\.qWait|QThread\.m?sleep)\("
)
_GIVEN_UP = re.compile(
    r"pytest\.skip\(|mark\.skip(?:if)?\b|importorskip|mark\.xfail|pytest\.xfail\(|assert[ ]True\b"
)
# Where it is said what is done without a program of others: never skipped in CI.
_OUTSIDE_TOOLS = "tests/outside_tools.py"
_TEXT = {".cfg", ".css", ".html", ".json", ".md", ".py", ".qss", ".sql", ".toml", ".ts", ".txt"}
_TEXT |= {"", ".yaml", ".yml", ".csv", ".tsv", ".mako", ".ini", ".xml", ".svg"}

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`(?P<text>[^`\n]+)`")
_DOTTED = re.compile(r"^inspector_app(?:\.\w+)+$")
_PATH = re.compile(r"^(?:inspector_app|forms|packaging|tests|resources|\.ci)/[\w./-]*$")


def _readable() -> list[tuple[Path, str]]:
    return [
        (file, file.read_text(encoding="utf-8", errors="replace"))
        for file in tracked()
        if file.suffix in _TEXT
    ]


def _readmes() -> list[Path]:
    return [file for file in tracked() if file.suffix == ".md"]


def test_no_file_names_a_package_registry() -> None:
    named = [
        f"{relative(file)}: {host}"
        for file, text in _readable()
        for host in _REGISTRY_HOSTS
        if host in text
    ]

    assert not named


def test_no_file_names_a_path_of_one_machine() -> None:
    named = [
        f"{relative(file)}: {match.group()}"
        for file, text in _readable()
        for match in _MACHINE_PATH.finditer(text)
    ]

    assert not named


def test_no_test_waits_for_time_to_pass() -> None:
    waits = [
        f"{relative(file)}: {match.group()}"
        for file in modules("tests")
        for match in _SLEEPS.finditer(file.read_text(encoding="utf-8"))
        if file != Path(__file__)
    ]

    assert not waits


def test_no_test_gives_up() -> None:
    given_up = [
        f"{relative(file)}: {match.group()}"
        for file in modules("tests")
        for match in _GIVEN_UP.finditer(file.read_text(encoding="utf-8"))
        if file != Path(__file__) and relative(file) != _OUTSIDE_TOOLS
    ]

    assert not given_up


@pytest.mark.parametrize("readme", _readmes(), ids=relative)
def test_links_in_documentation_lead_somewhere(readme: Path) -> None:
    targets = [match["target"] for match in _LINK.finditer(_prose(readme))]
    local = [target.split("#")[0] for target in targets if "://" not in target]
    dead = [target for target in local if target and not (readme.parent / target).exists()]

    assert not dead


@pytest.mark.parametrize("readme", _readmes(), ids=relative)
def test_files_named_in_documentation_exist(readme: Path) -> None:
    named = [match["text"] for match in _CODE.finditer(_prose(readme))]
    dead = [
        name
        for name in named
        if _PATH.match(name) and not any((base / name).exists() for base in (ROOT, readme.parent))
    ]

    assert not dead


@pytest.mark.parametrize("readme", _readmes(), ids=relative)
def test_modules_named_in_documentation_exist(readme: Path) -> None:
    named = [match["text"] for match in _CODE.finditer(_prose(readme))]
    dead = [name for name in named if _DOTTED.match(name) and not _is_known(name)]

    assert not dead


def _is_known(dotted: str) -> bool:
    """Tell whether a dotted name is a module, or something that its module's text defines."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:length])
        source = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
        if source.is_file():
            text = source.read_text(encoding="utf-8")
            return all(re.search(rf"\b{name}\b", text) for name in parts[length:])
    return False


def _prose(readme: Path) -> str:
    """Give a document without its fenced blocks, whose brackets and names are code."""
    return _FENCE.sub("", readme.read_text(encoding="utf-8"))
