"""Names, sizes and places: what the house calls things and how big they may grow."""

import ast
import re

from tests.architecture.sources import ROOT, definitions, modules, relative, tracked

_ALLOWED_AT_THE_TOP = {
    ".ci",
    ".gitignore",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "forms",
    "inspector_app",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
# Words that say nothing about what a thing is for.
_EMPTY_WORDS = re.compile(
    r"(?:^|_)(?:utils?|helpers?|commons?|managers?|controllers?|handlers?|processors?)(?:_|$)"
)
_LONGEST_MODULE = 400
_MOST_METHODS = 20


def test_the_top_level_is_the_agreed_one() -> None:
    top = {file.relative_to(ROOT).parts[0] for file in tracked()}

    assert top <= _ALLOWED_AT_THE_TOP


def test_modules_are_named_for_what_they_hold() -> None:
    empty = [
        relative(file)
        for file in modules("inspector_app", "packaging", "tests")
        if any(_EMPTY_WORDS.search(part) for part in file.relative_to(ROOT).with_suffix("").parts)
    ]

    assert not empty


def test_classes_are_named_for_what_they_are() -> None:
    empty = [
        f"{relative(file)}: {node.name}"
        for file in modules("inspector_app", "packaging", "tests")
        for node in definitions(file)
        if _EMPTY_WORDS.search(_snake(node.name))
    ]

    assert not empty


def test_a_module_is_one_thing() -> None:
    long = {
        relative(file): lines
        for file in modules("inspector_app", "packaging", "tests")
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > _LONGEST_MODULE
    }

    assert not long, f"more than {_LONGEST_MODULE} lines: find the seam"


def test_a_class_is_one_thing() -> None:
    wide = {
        f"{relative(file)}: {node.name}": count
        for file in modules("inspector_app", "packaging", "tests")
        for node in definitions(file)
        if (count := _methods(node)) > _MOST_METHODS
    }

    assert not wide, f"more than {_MOST_METHODS} methods: find the seam"


def test_every_room_can_be_imported_as_a_package() -> None:
    bare = {
        relative(file.parent)
        for file in modules("inspector_app", "tests")
        if not (file.parent / "__init__.py").is_file() and "migrations" not in file.parts
    }

    assert not bare, "no __init__.py"


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _methods(node: ast.ClassDef) -> int:
    """Count what a class does; how its fields are read is no doing."""
    return sum(
        isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) and not _is_accessor(child)
        for child in node.body
    )


def _is_accessor(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    names = {ast.unparse(decorator) for decorator in function.decorator_list}
    return bool(names & {"property", "cached_property", "functools.cached_property", "overload"})
