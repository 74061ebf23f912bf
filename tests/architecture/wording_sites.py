"""Every place that says something by a code: which code, and which facts come with it."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.law.gate.checks import CHECKS
from tests.architecture.sources import modules, parsed, relative
from tests.shipped_law import shipped_rules

__all__ = ["Site", "sites"]

_CODE = re.compile(r"[a-z][a-z_0-9]*(\.[a-z_0-9]+)*")
_DOTTED = re.compile(r"[a-z][a-z_0-9]*(\.[a-z_0-9]+)+")
_ERRORS = ("UserError", "EnvironmentFault", "Defect", "InspectorError")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class _Shape:
    """How a maker takes its arguments: positions of code, Chinese words and facts."""

    code: int
    words: tuple[int, ...]
    facts: int | None = None
    named_words: tuple[str, ...] = ()


_MAKERS: Mapping[str, _Shape] = {
    **dict.fromkeys(_ERRORS, _Shape(0, (1,), None, ("safe", "mend"))),
    "GateMessage": _Shape(2, (3,), 7),
    "CountStep": _Shape(0, (1,), 2),
    "Objection": _Shape(0, (1,), 3),
    "Help": _Shape(0, (1,)),
    "Problem": _Shape(0, (1,), 3, ("title", "safe", "mend")),
    "Finding": _Shape(2, (3, 4), 5, ("text", "mend")),
}


@dataclass(frozen=True)
class Site:
    """One place that says ``code``.

    ``facts`` are the names given with it, None where they are handed on from elsewhere.
    ``unnamed`` are expressions that the Chinese words fill in and no fact holds.
    """

    code: str
    facts: frozenset[str] | None
    unnamed: tuple[str, ...]
    place: str


def sites() -> Iterator[Site]:
    """Every one in the application: errors, gate messages, problems of documents, findings, lines."""
    for file in modules("inspector_app"):
        yield from _Module(file).sites()
    yield from _rules()


def _rules() -> Iterator[Site]:
    """The gate's messages: data of the pack of shared rules, with the facts of their predicates."""
    for rule in shipped_rules().rules:
        for check in rule.checks:
            given = CHECKS[check.check].gives
            unnamed = tuple(sorted(set(re.findall(r"{(\w+)", check.message)) - given))
            yield Site(check.code, given, unnamed, f"forms/law-base/gate {rule.id}")


class _Module:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._tree = parsed(file)
        self._tables = {
            target.id: node.value
            for node in self._tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        self._calls = list(_calls(self._tree, None))

    def sites(self) -> Iterator[Site]:
        for call, function in self._calls:
            name = _called(call)
            if name == "say" and len(call.args) > 1 and _is_text(call.args[0]):
                yield from self._line(call)
            elif name == "say" and call.args and isinstance(call.args[0], ast.Starred):
                for code in self._codes(call.args[0].value, None):
                    yield Site(code, frozenset(), (), self._place(call))
            elif name in _MAKERS and not (name == "Finding" and "domain" in self._file.parts):
                yield from self._made(call, function, _MAKERS[name])
            elif name == "__init__" and call.args and _is_code(call.args[0]):
                yield from self._made(call, function, _MAKERS["UserError"])
        if self._file.name == "refusals.py":
            for code in _codes_in(self._tables["REFUSALS"]):
                yield Site(code, frozenset(), (), relative(self._file))

    def _line(self, call: ast.Call) -> Iterator[Site]:
        code, chinese = (_text(argument) for argument in call.args[:2])
        given = {word.arg for word in call.keywords if word.arg}
        wanted = set(re.findall(r"{(\w+)", chinese))
        yield Site(code, frozenset(given), tuple(sorted(wanted - given)), self._place(call))

    def _made(self, call: ast.Call, function: Function | None, shape: _Shape) -> Iterator[Site]:
        code = _argument(call, shape.code, "code")
        facts = _argument(call, shape.facts, "facts")
        words = [call.args[place] for place in shape.words if place < len(call.args)]
        words += [word.value for word in call.keywords if word.arg in shape.named_words]
        if code is None or (isinstance(code, ast.Attribute) and code.attr == "code"):
            return
        parameters = _parameters(function)
        if isinstance(code, ast.Name) and function is not None and code.id in parameters:
            yield from self._through(function, parameters.index(code.id), facts)
            return
        names, values = _facts(facts, function)
        # What a function is told is told with it; its callers are looked at where they call.
        filled = [text for word in words for text in _filled(word, function)]
        unnamed = tuple(text for text in filled if text not in values)
        for literal in self._codes(code, function):
            yield Site(literal, names, unnamed, self._place(call))

    def _through(self, function: Function, position: int, facts: ast.expr | None) -> Iterator[Site]:
        """The calls of a function that takes the code."""
        inner, _ = _facts(facts, function)
        forwards = function.args.kwarg is not None
        for call, caller in self._calls:
            if _called(call) != function.name:
                continue
            spread = [word.value for word in call.args if isinstance(word, ast.Starred)]
            code = spread[0] if spread else call.args[position]
            given = {word.arg: _plain(word.value) for word in call.keywords if word.arg}
            names = None if inner is None else inner | (given.keys() if forwards else set())
            told = {*given.values(), *(_plain(argument) for argument in call.args)}
            unnamed = [
                text for word in call.args for text in _filled(word, caller) if text not in told
            ]
            chinese = [_text(word) for word in call.args[position + 1 :] if _is_text(word)]
            wanted = {place for text in chinese for place in re.findall(r"{(\w+)", text)}
            for literal in self._codes(code, caller):
                absent = sorted(wanted - (names or set()))
                yield Site(literal, names, (*unnamed, *absent), self._place(call))

    def _codes(self, code: ast.expr, function: Function | None) -> list[str]:
        """The codes that an expression can be: itself, a family, or those of the tables in sight."""
        match code:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
                return [start.rstrip(".")]
            case _:
                tables: list[ast.AST] = [code] if function is None else [code, function]
        seen = {
            node.id for table in tables for node in ast.walk(table) if isinstance(node, ast.Name)
        }
        found = [self._tables[name] for name in sorted(seen & self._tables.keys())]
        codes = [text for place in [*tables, *found] for text in _codes_in(place)]
        assert codes, f"{self._place(code)}: no code can be read"
        return codes

    def _place(self, node: ast.AST | None) -> str:
        return f"{relative(self._file)}:{getattr(node, 'lineno', '?')}"


def _calls(node: ast.AST, function: Function | None) -> Iterator[tuple[ast.Call, Function | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, function
        yield from _calls(child, child if isinstance(child, Function) else function)


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _argument(call: ast.Call, position: int | None, name: str) -> ast.expr | None:
    for word in call.keywords:
        if word.arg == name:
            return word.value
    if position is not None and position < len(call.args):
        return call.args[position]
    return None


def _parameters(function: Function | None) -> list[str]:
    if function is None:
        return []
    return [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]


def _facts(
    given: ast.expr | None, function: Function | None
) -> tuple[frozenset[str] | None, set[str]]:
    """Names of the facts (None if they come from elsewhere) and the expressions they hold."""
    forwarded = function.args.kwarg.arg if function and function.args.kwarg else ""
    match given:
        case None:
            return frozenset(), set()
        case ast.Dict():
            names, values = set(), set()
            for key, value in zip(given.keys, given.values, strict=True):
                if key is None and not (isinstance(value, ast.Name) and value.id == forwarded):
                    return None, set()
                if key is not None:
                    names.add(_text(key))
                    values.add(_plain(value))
            return frozenset(names), values
        case ast.Name(id=name) if function is not None and name != forwarded:
            assigned = [
                node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
            ]
            return _facts(assigned[-1], function) if assigned else (None, set())
        case ast.Name():
            return frozenset(), set()
        case _:
            return None, set()


def _filled(words: ast.expr, function: Function | None) -> list[str]:
    """The expressions that an f-string fills in, also one that was given a name first."""
    if isinstance(words, ast.Name) and function is not None:
        named = [
            node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == words.id
        ]
        # A name that is used again and again, one branch after the other: each stands by itself.
        words = named[0] if len(named) == 1 else ast.Constant("")
    return [
        ast.unparse(node.value) for node in ast.walk(words) if isinstance(node, ast.FormattedValue)
    ]


def _plain(value: ast.expr) -> str:
    """The expression, without the ``str()`` that makes a fact of it."""
    if isinstance(value, ast.Call) and _called(value) == "str" and len(value.args) == 1:
        return ast.unparse(value.args[0])
    return ast.unparse(value)


def _codes_in(node: ast.AST) -> list[str]:
    return [
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and _DOTTED.fullmatch(part.value)
    ]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_code(node: ast.expr) -> bool:
    return _is_text(node) and _DOTTED.fullmatch(_text(node)) is not None


def _text(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""
