"""XLSForm's expression language (ODK): parsed by elementpath, computed the way ODK does.

``${name}`` reads a variable, ``.`` the value in question, ``today()`` and ``now()`` the variables
of that name: nothing is read from outside. elementpath's XPath 2 parser owns the grammar; every
function it may meet is registered by us, and only the operators below are accepted, so paths,
loops and documents cannot be reached. Values follow XPath 1.0's coercions as ODK defines them,
which XPath 2 would refuse (``1 = '1'``); see the room's README for the choice.
"""

from __future__ import annotations

import math
import operator
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from inspector_app.domain.errors import UserError
from inspector_app.domain.late_dataclass import dataclass
from inspector_app.packs.odk_values import (
    FUNCTIONS,
    Value,
    as_boolean,
    as_number,
    as_value,
    equal,
    ordered,
)

__all__ = ["XlsFormExpressions"]

MAX_LENGTH = 2_000
_CACHE_SIZE = 2_000

_Variables = Mapping[str, object]
_Compute = Callable[[_Variables], Value]

_PIECE = re.compile(
    r"""(?P<quoted>'[^']*'|"[^"]*")
    |(?P<variable>\$\{(?P<name>[^}]*)\})
    |(?P<bare>\$)
    |(?P<open>['"])
    |(?P<word>[A-Za-z_][A-Za-z0-9_.-]*)(?P<call>\s*\()?
    """,
    re.VERBOSE,
)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_OPERATOR_WORDS = frozenset({"and", "or", "div", "mod"})
_CLOCK = ("today", "now")
_POSITION = re.compile(r"at line \d+, column (\d+)")


@dataclass(frozen=True, slots=True)
class _Compiled:
    compute: _Compute
    names: frozenset[str]


class XlsFormExpressions:
    """Evaluates and checks expressions; each is compiled once and kept."""

    def __init__(self) -> None:
        self._compiled: dict[str, _Compiled] = {}
        self._parser: Any = None
        self._lock = threading.Lock()

    def evaluate(self, expression: str, variables: Mapping[str, object]) -> object:
        """The value of ``expression``: bool, int (a whole number), float, str or date.

        Variables may be bool, int, float, Decimal, str, date, enum members, None (empty) and
        collections of choices. Raises ``UserError`` with the expression and the position if it
        does not parse, names an absent variable, or cannot be computed.
        """
        compiled = self._compile(expression)
        missing = compiled.names - variables.keys()
        if missing:
            raise _unknown_variable(expression, min(missing), variables)
        try:
            value = compiled.compute(variables)
        except (ValueError, OverflowError) as error:
            raise _refused(expression, 0, "算不出结果", str(error)) from error
        if isinstance(value, float) and math.isfinite(value) and value == int(value):
            return int(value)
        return value

    def holds(self, expression: str, variables: Mapping[str, object]) -> bool:
        """Whether ``expression`` is true in XPath's sense (NaN and an empty text are not)."""
        return as_boolean(as_value(self.evaluate(expression, variables)))

    def check(self, expression: str, names: Iterable[str]) -> None:
        """Raise ``UserError`` if it does not parse or uses names other than ``names``."""
        known = tuple(names)
        missing = self._compile(expression).names - set(known)
        if missing:
            raise _unknown_variable(expression, min(missing), dict.fromkeys(known))

    def _compile(self, expression: str) -> _Compiled:
        compiled = self._compiled.get(expression)
        if compiled is None:
            with self._lock:  # elementpath's parser keeps state while it parses
                compiled = self._parse(expression)
            if len(self._compiled) >= _CACHE_SIZE:
                self._compiled.clear()
            self._compiled[expression] = compiled
        return compiled

    def _parse(self, expression: str) -> _Compiled:
        # elementpath costs 0.1 s to import: only when the first expression is met.
        from elementpath.exceptions import ElementPathError
        from elementpath.tdop import Parser

        if len(expression) > MAX_LENGTH:
            raise _refused(expression[:40], 0, f"超过 {MAX_LENGTH} 字", "")
        source, names = _rewrite(expression)
        if self._parser is None:
            self._parser = _parser()
        try:
            # The grammar alone: XPath2Parser.parse would also evaluate by XPath 2's types.
            token = Parser.parse(self._parser, source)
            return _Compiled(_compute(token, expression), names)
        except ElementPathError as error:
            position = _POSITION.search(str(error))
            wrong_count = "XPST0017" in str(error)
            raise _refused(
                expression,
                int(position[1]) if position else 0,
                "函数的参数个数不对" if wrong_count else "写法不对",
                "",
            ) from error
        except RecursionError as error:
            raise _refused(expression, 0, "括号嵌套太深", "") from error


def _parser() -> Any:
    # Late for start-up, as in XlsFormExpressions._parse.
    from elementpath.xpath2 import XPath2Parser

    parser = XPath2Parser()
    for name, function in FUNCTIONS.items():
        parser.external_function(function, _private(name))
    for name in _CLOCK:
        parser.external_function(lambda: "", _private(name))
    parser.tokenizer = parser.create_tokenizer(parser.symbol_table)
    return parser


def _private(name: str) -> str:
    """The name under which the parser knows ODK's function: the last letter in upper case.

    Of the same length, so that positions hold; never one of XPath's own, whose ``if`` is grammar
    and whose ``round`` takes one argument.
    """
    return name[:-1] + name[-1].upper()


def _rewrite(expression: str) -> tuple[str, frozenset[str]]:
    """``expression`` in XPath's spelling, character under character, and the variables it reads."""
    names: set[str] = set()
    functions = (*FUNCTIONS, *_CLOCK)

    def piece(match: re.Match[str]) -> str:
        at = match.start() + 1
        if match["bare"]:
            raise _refused(expression, at, "“$”后面缺少大括号", "请写成 ${名称}。")
        if match["open"]:
            raise _refused(expression, at, "引号没有成对", "请补上另一个引号。")
        if match["variable"]:
            if not _NAME.fullmatch(match["name"]):
                raise _refused(expression, at, f"“{match['name']}”不能作变量名", "")
            names.add(match["name"])
            return f"${match['name']}  "
        word = match["word"]
        if word is None or word in _OPERATOR_WORDS:
            return match[0]
        if match["call"] is None:
            raise _refused(expression, at, f"“{word}”没有含义", "变量写成 ${名称}，文字加引号。")
        if word not in functions:
            close = get_close_matches(word, functions, n=1, cutoff=0.5)
            hint = f"是否想写“{close[0]}”？" if close else ""
            raise _refused(expression, at, f"没有名为“{word}”的函数", hint)
        if word in _CLOCK:
            names.add(word)
        return _private(word) + match["call"]

    rewritten = _PIECE.sub(piece, expression.replace("\n", " ").replace("\t", " "))
    if re.search(r"(?<![0-9.])\.(?![0-9.])", _without_quotes(rewritten)):
        names.add(".")
    return rewritten, frozenset(names)


def _without_quotes(source: str) -> str:
    return re.sub(r"'[^']*'|\"[^\"]*\"|\$[A-Za-z0-9_.-]+", "", source)


def _divide(left: float, right: float) -> float:
    if right != 0:
        return left / right
    if left == 0 or math.isnan(left):
        return math.nan
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def _remainder(left: float, right: float) -> float:
    if right == 0 or math.isinf(left) or math.isnan(left) or math.isnan(right):
        return math.nan
    return math.fmod(left, right)


_ARITHMETIC: Mapping[str, Callable[[float, float], float]] = MappingProxyType(
    {
        "+": operator.add,
        "-": operator.sub,
        "*": operator.mul,
        "div": _divide,
        "mod": _remainder,
    }
)
_ORDER: Mapping[str, Callable[[float, float], bool]] = MappingProxyType(
    {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
)


def _compute(token: Any, expression: str) -> _Compute:
    """The computation that a parsed token stands for."""
    symbol: str = token.symbol
    if symbol in ("(string)", "(integer)", "(decimal)", "(float)"):
        constant = as_value(token.value)
        return lambda _: constant
    if symbol == "$":
        name = str(token[0].value)
        return lambda variables: as_value(variables[name])
    if symbol == ".":
        return lambda variables: as_value(variables["."])
    parts = [_compute(part, expression) for part in token]
    if symbol == "(" and len(parts) == 1:
        return parts[0]
    if token.label == "external function":
        return _call(symbol, parts)
    if len(parts) == 1 and symbol in ("-", "+"):
        sign = -1.0 if symbol == "-" else 1.0
        return lambda variables: sign * as_number(parts[0](variables))
    if len(parts) == 2:
        found = _binary(symbol, parts[0], parts[1])
        if found is not None:
            return found
    raise _refused(expression, token.position[1], f"这里不能用“{symbol}”", "")


def _call(symbol: str, parts: list[_Compute]) -> _Compute:
    name = symbol[:-1] + symbol[-1].lower()
    if name in _CLOCK:
        return lambda variables: as_value(variables[name])
    if name == "if":  # only the branch that is taken is computed
        condition, then, otherwise = parts
        return lambda variables: (
            then(variables) if as_boolean(condition(variables)) else otherwise(variables)
        )
    function = FUNCTIONS[name]
    return lambda variables: function(*[part(variables) for part in parts])


def _binary(symbol: str, left: _Compute, right: _Compute) -> _Compute | None:
    if symbol == "and":
        return lambda variables: as_boolean(left(variables)) and as_boolean(right(variables))
    if symbol == "or":
        return lambda variables: as_boolean(left(variables)) or as_boolean(right(variables))
    if symbol == "=":
        return lambda variables: equal(left(variables), right(variables))
    if symbol == "!=":
        return lambda variables: not equal(left(variables), right(variables))
    if symbol in _ORDER:
        compare = _ORDER[symbol]
        return lambda variables: ordered(left(variables), right(variables), compare)
    if symbol in _ARITHMETIC:
        apply = _ARITHMETIC[symbol]
        return lambda variables: apply(as_number(left(variables)), as_number(right(variables)))
    return None


def _unknown_variable(expression: str, name: str, known: Mapping[str, object]) -> UserError:
    written = f"{name}()" if name in _CLOCK else f"${{{name}}}" if name != "." else name
    at = expression.find(written) + 1
    close = get_close_matches(name, tuple(known), n=1, cutoff=0.5)
    hint = f"是否想写“{close[0]}”？" if close else f"可用的有：{'、'.join(sorted(known)) or '无'}。"
    return _refused(expression, at, f"没有名为“{name}”的变量", hint)


def _refused(expression: str, column: int, reason: str, hint: str) -> UserError:
    where = f"第 {column} 字处" if column else ""
    return UserError(
        "expression",
        f"表达式“{expression}”{where}{reason}。",
        safe="未作任何更改。",
        mend=hint or "请对照 XLSForm（ODK）的写法改正。",
        facts={"expression": expression, "column": column},
    )
