"""The project's own files, read for the tests that judge them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = [
    "ROOT",
    "definitions",
    "functions",
    "imported",
    "modules",
    "parsed",
    "relative",
    "tracked",
]

ROOT = Path(__file__).resolve().parents[2]


@cache
def tracked() -> tuple[Path, ...]:
    """Give every file that is committed or about to be; what .gitignore names is nobody's."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    files = (ROOT / name for name in listed.split("\0") if name)
    return tuple(sorted(file for file in files if file.is_file()))


def modules(*folders: str) -> list[Path]:
    """Give the Python files below `folders` (names relative to the checkout)."""
    roots = [ROOT / folder for folder in folders]
    return [
        file
        for file in tracked()
        if file.suffix == ".py" and any(file.is_relative_to(root) for root in roots)
    ]


@cache
def parsed(file: Path) -> ast.Module:
    """Parse a Python file once."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def relative(file: Path) -> str:
    """Give the file's name as a person would say it, with forward slashes."""
    return file.relative_to(ROOT).as_posix()


def definitions(file: Path) -> Iterator[ast.ClassDef]:
    """Give every class in a file."""
    return (node for node in ast.walk(parsed(file)) if isinstance(node, ast.ClassDef))


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function and method in a file."""
    return (
        node
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def imported(file: Path) -> Iterator[str]:
    """Give the full name of every module that a file imports, wherever in it the import stands."""
    package = relative(file.parent).replace("/", ".")
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{package}.{node.module}" if node.level else str(node.module)
