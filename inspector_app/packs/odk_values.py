"""What ODK's expressions compute with: values, coercions and functions.

Sources: ODK XForms specification (XPath 1.0 with extensions), XLSForm reference. Values are
truth, number (always a float), text and date; a selection of several choices is text with the
choices between blanks. Dates in arithmetic count as days since 1970-01-01.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from enum import Enum
from types import MappingProxyType

__all__ = [
    "FUNCTIONS",
    "Value",
    "as_boolean",
    "as_number",
    "as_text",
    "as_value",
    "equal",
    "ordered",
]

Value = bool | float | str | date

_NUMBER = re.compile(r"\s*-?(\d+(\.\d*)?|\.\d+)\s*")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T.*)?")
_EPOCH = date(1970, 1, 1)
# A pattern and a text that a person can write; more is a mistake or an attack on the matcher.
_MAX_PATTERN = 200
_MAX_MATCHED = 2_000


def as_value(given: object) -> Value:
    """``given`` from Python as a value; raises ``ValueError`` for what has no counterpart."""
    match given:
        case None:
            return ""
        case bool():
            return given
        case Enum():
            return as_value(given.value)
        case int() | float() | Decimal():
            return float(given)
        case str() | date():
            return given
        case frozenset() | set():
            return " ".join(sorted(str(choice) for choice in given))
        case Sequence():
            return " ".join(str(choice) for choice in given)
        case _:
            raise ValueError(f"no value of an expression: {type(given).__name__}")


def as_number(value: Value) -> float:
    """XPath 1.0 ``number()``; text that is no number gives NaN, a date its days since 1970."""
    match value:
        case bool():
            return 1.0 if value else 0.0
        case float():
            return value
        case str():
            return float(value) if _NUMBER.fullmatch(value) else math.nan
        case datetime():
            of_day = timedelta(
                hours=value.hour,
                minutes=value.minute,
                seconds=value.second,
                microseconds=value.microsecond,
            )
            return (value.date() - _EPOCH + of_day) / timedelta(days=1)
        case _:
            return float((value - _EPOCH).days)


def as_text(value: Value) -> str:
    """XPath 1.0 ``string()``; dates in ISO 8601."""
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            return _number_text(value)
        case str():
            return value
        case _:
            return value.isoformat()


def as_boolean(value: Value) -> bool:
    """XPath 1.0 ``boolean()``: a number other than zero, a text that is not empty."""
    match value:
        case bool():
            return value
        case float():
            return not (value == 0 or math.isnan(value))
        case str():
            return value != ""
        case _:
            return True


def equal(left: Value, right: Value) -> bool:
    """XPath 1.0 ``=``: as truth if one is truth, else as numbers if one is, else as text."""
    if isinstance(left, bool) or isinstance(right, bool):
        return as_boolean(left) == as_boolean(right)
    left, right = _dates_alike(left, right)
    if not (isinstance(left, str) and isinstance(right, str)):
        return as_number(left) == as_number(right)
    return left == right


def ordered(left: Value, right: Value, compare: Callable[[float, float], bool]) -> bool:
    """XPath 1.0 order: always as numbers; a text in ISO 8601 beside a date counts as a date."""
    left, right = _dates_alike(left, right)
    return compare(as_number(left), as_number(right))


def _dates_alike(left: Value, right: Value) -> tuple[Value, Value]:
    if isinstance(left, date) and isinstance(right, str):
        return left, _maybe_date(right)
    if isinstance(right, date) and isinstance(left, str):
        return _maybe_date(left), right
    return left, right


def _maybe_date(text: str) -> Value:
    if not _ISO_DATE.fullmatch(text):
        return text
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return text


def _number_text(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value):
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def _coalesce(first: Value, second: Value) -> Value:
    return first if as_text(first) != "" else second


def _selected(chosen: Value, choice: Value) -> Value:
    return as_text(choice).strip() in as_text(chosen).split()


def _selected_at(chosen: Value, index: Value) -> Value:
    choices, at = as_text(chosen).split(), as_number(index)
    if math.isnan(at) or not 0 <= int(at) < len(choices):
        return ""
    return choices[int(at)]


def _count_selected(chosen: Value) -> Value:
    return float(len(as_text(chosen).split()))


def _regex(value: Value, pattern: Value) -> Value:
    text, form = as_text(value), as_text(pattern)
    if len(form) > _MAX_PATTERN or len(text) > _MAX_MATCHED:
        raise ValueError("regex: text or pattern too long")
    try:
        return re.fullmatch(form, text) is not None
    except re.error as error:
        raise ValueError(f"regex: {error}") from error


def _round(value: Value, places: Value = 0.0) -> Value:
    number, digits = as_number(value), as_number(places)
    if not math.isfinite(number) or not math.isfinite(digits):
        return number
    half = ROUND_HALF_UP if number >= 0 else ROUND_HALF_DOWN
    # Digits beyond a double's own change nothing and cost without bound.
    unit = Decimal(1).scaleb(-max(-308, min(int(digits), 20)))
    exact = Decimal(repr(number))
    if exact.adjusted() - unit.adjusted() > 25:
        return number
    return float((exact / unit).quantize(Decimal(1), rounding=half) * unit)


def _int(value: Value) -> Value:
    number = as_number(value)
    return float(math.trunc(number)) if math.isfinite(number) else math.nan


def _pow(base: Value, exponent: Value) -> Value:
    try:
        power = as_number(base) ** as_number(exponent)
    except OverflowError:
        return math.inf
    except ZeroDivisionError:
        return math.inf
    return math.nan if isinstance(power, complex) else power


def _extreme(choose: Callable[[list[float]], float], values: tuple[Value, ...]) -> Value:
    numbers = [as_number(value) for value in values]
    return math.nan if any(math.isnan(number) for number in numbers) else choose(numbers)


def _substr(text: Value, start: Value, end: Value | None = None) -> Value:
    whole, first = as_text(text), as_number(start)
    last = float(len(whole)) if end is None else as_number(end)
    if math.isnan(first) or math.isnan(last):
        return ""
    edge = float(len(whole))
    return whole[int(max(-edge, min(first, edge))) : int(max(-edge, min(last, edge)))]


def _date(value: Value) -> Value:
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case str() if value and isinstance(found := _maybe_date(value.strip()), date):
            return found.date() if isinstance(found, datetime) else found
        case str() if not value:
            return ""
    days = as_number(value)
    if not math.isfinite(days) or not -719_162 <= days <= 2_932_896:
        raise ValueError(f"date: {as_text(value)}")
    return _EPOCH + timedelta(days=math.floor(days))


_DATE_PARTS: Mapping[str, Callable[[datetime], str]] = MappingProxyType(
    {
        "Y": lambda at: f"{at.year:04d}",
        "y": lambda at: f"{at.year % 100:02d}",
        "m": lambda at: f"{at.month:02d}",
        "n": lambda at: str(at.month),
        "d": lambda at: f"{at.day:02d}",
        "e": lambda at: str(at.day),
        "H": lambda at: f"{at.hour:02d}",
        "h": lambda at: str(at.hour),
        "M": lambda at: f"{at.minute:02d}",
        "S": lambda at: f"{at.second:02d}",
        "%": lambda _: "%",
    }
)


def _format_date(value: Value, form: Value) -> Value:
    moment = value if isinstance(value, date) else _date(value)
    if not isinstance(moment, date):
        return ""
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, time())

    def part(match: re.Match[str]) -> str:
        if match[1] not in _DATE_PARTS:
            raise ValueError(f"format-date: %{match[1]}")
        return _DATE_PARTS[match[1]](at)

    return re.sub(r"%(.)", part, as_text(form))


def _normalize_space(text: Value) -> Value:
    return " ".join(as_text(text).split())


def _contains(text: Value, part: Value) -> Value:
    return as_text(part) in as_text(text)


def _starts_with(text: Value, part: Value) -> Value:
    return as_text(text).startswith(as_text(part))


def _ends_with(text: Value, part: Value) -> Value:
    return as_text(text).endswith(as_text(part))


def _string_length(text: Value) -> Value:
    return float(len(as_text(text)))


def _boolean_from_string(text: Value) -> Value:
    return as_text(text).strip() in ("true", "1")


def _if(condition: Value, then: Value, otherwise: Value) -> Value:
    return then if as_boolean(condition) else otherwise


def _not(value: Value) -> Value:
    return not as_boolean(value)


def _abs(value: Value) -> Value:
    return abs(as_number(value))


def _true() -> Value:
    return True


def _false() -> Value:
    return False


def _concat(*texts: Value) -> Value:
    return "".join(as_text(text) for text in texts)


def _join(separator: Value, *texts: Value) -> Value:
    return as_text(separator).join(as_text(text) for text in texts)


def _min(first: Value, *others: Value) -> Value:
    return _extreme(min, (first, *others))


def _max(first: Value, *others: Value) -> Value:
    return _extreme(max, (first, *others))


# ``today`` and ``now`` are not here: they read what the caller passed in, there is no clock.
FUNCTIONS: Mapping[str, Callable[..., Value]] = MappingProxyType(
    {
        "if": _if,
        "coalesce": _coalesce,
        "selected": _selected,
        "selected-at": _selected_at,
        "count-selected": _count_selected,
        "regex": _regex,
        "round": _round,
        "int": _int,
        "abs": _abs,
        "pow": _pow,
        "min": _min,
        "max": _max,
        "number": as_number,
        "string": as_text,
        "boolean": as_boolean,
        "boolean-from-string": _boolean_from_string,
        "not": _not,
        "true": _true,
        "false": _false,
        "concat": _concat,
        "join": _join,
        "substr": _substr,
        "string-length": _string_length,
        "normalize-space": _normalize_space,
        "contains": _contains,
        "starts-with": _starts_with,
        "ends-with": _ends_with,
        "date": _date,
        "format-date": _format_date,
    }
)
