"""The source of the GUI, read rather than run: its words, its colours, its docstrings."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from inspector_app import gui

__all__ = ["SourceString", "has_chinese", "source_strings", "trees"]

_TRANSLATING = {"tr", "translate", "_tr", "QT_TRANSLATE_NOOP"}
# A language is offered under its own name; a day is put together by a function per language.
_SAYS_ITSELF = {"中文", "年", "月", "日"}
_ERRORS = {"UserError", "EnvironmentFault", "Defect", "InspectorError"}


@dataclass(frozen=True)
class SourceString:
    """A string handed to Qt's translation: where Qt looks for it, and how it is called."""

    context: str
    text: str
    place: str


@cache
def trees() -> dict[Path, ast.Module]:
    """Every module of the GUI."""
    return _parse(Path(gui.__file__).parent)


def has_chinese(text: str) -> bool:
    return any("\u3400" <= character <= "\u9fff" for character in text)


def source_strings() -> Iterator[SourceString]:
    """Every literal that is handed to ``tr``, ``translate`` or ``QT_TRANSLATE_NOOP``."""
    for path, tree in trees().items():
        for outer, node in _calls(tree):
            name = _called(node)
            if name not in _TRANSLATING or not node.args or _moves_something(node):
                continue
            place = f"{path.name}:{node.lineno}"
            arguments = [_literal(argument) for argument in node.args]
            if name == "tr":
                yield SourceString(outer, arguments[0], place)
            # A name stands for a literal that QT_TRANSLATE_NOOP has marked elsewhere.
            elif len(arguments) > 1 and not isinstance(node.args[1], ast.Name):
                yield SourceString(arguments[0], arguments[1], place)


def untranslated() -> list[str]:
    """Chinese literals that a person might see and that no translation can reach."""
    found = []
    for path, tree in trees().items():
        allowed = {id(node) for node in _allowed(tree)}
        found += [
            f"{path.name}:{node.lineno}: {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and has_chinese(node.value)
            and node.value not in _SAYS_ITSELF
            and id(node) not in allowed
        ]
    return found


@cache
def _parse(folder: Path) -> dict[Path, ast.Module]:
    return {
        path: ast.parse(path.read_text(encoding="utf-8"), str(path))
        for path in sorted(folder.rglob("*.py"))
    }


def _calls(node: ast.AST, outer: str = "") -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield outer, child
        name = child.name if isinstance(child, ast.ClassDef) else outer
        yield from _calls(child, name)


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _moves_something(call: ast.Call) -> bool:
    """Painters and transforms translate too."""
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "translate"
        and not ast.unparse(call.func.value).endswith("Application")
    )


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def _allowed(tree: ast.Module) -> Iterator[ast.AST]:
    """Nodes whose Chinese is translated, said by code, or read by programmers only."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in _TRANSLATING | _ERRORS:
            yield from ast.walk(node)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
