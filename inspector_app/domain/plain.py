"""Frozen dataclasses to plain JSON data and back, by their type hints.

One codec serves events, compiled packs and snapshots: what is written is exactly the fields,
nothing else is accepted back. Dates travel as ISO 8601, decimals as text, enums by value, tuples
as lists. A union of dataclasses travels with the class name under ``"is"``.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum, StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from inspector_app.domain.errors import Defect

__all__ = ["Misfit", "MisfitKind", "from_plain", "to_plain"]

T = TypeVar("T")
TAG = "is"
_AS_IT_IS = frozenset({str, int, bool})


class MisfitKind(StrEnum):
    """How data does not fit."""

    UNKNOWN = "unknown"  # a field that nobody asked for
    MISSING = "missing"  # a field without a default
    TYPE = "type"  # another kind of value; ``expected`` names the Python type
    WORD = "word"  # none of the words in ``expected``
    FORM = "form"  # text that is no date, moment or decimal; ``expected`` names the type


class Misfit(Defect):
    """Data that is not of the shape asked for: where (``papers[2].number``), and how.

    The value itself is not in it: it may be somebody's name.
    """

    def __init__(
        self, shape: str, place: str, kind: MisfitKind, expected: tuple[str, ...] = ()
    ) -> None:
        super().__init__(
            "plain.shape",
            f"数据与 {shape} 的格式不符，位置：{place}。",
            facts={"shape": shape, "place": place},
        )
        self.place = place
        self.kind = kind
        self.expected = expected


class _Unfit(Exception):
    """What a reader meets; whoever called it adds the step that led there, inmost first."""

    def __init__(self, kind: MisfitKind, *expected: str, at: str | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.expected = expected
        self.steps: list[str | int] = [] if at is None else [at]

    @property
    def place(self) -> str:
        steps = (f"[{s}]" if isinstance(s, int) else f".{s}" for s in reversed(self.steps))
        return "".join(steps).removeprefix(".")


def to_plain(value: Any, *, tagged: bool = False) -> Any:
    """``value`` as JSON data; fields equal to their default are written too."""
    if value is None or type(value) in _AS_IT_IS:
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain: dict[str, Any] = {TAG: type(value).__name__} if tagged else {}
        for name, is_union in _fields(type(value)):
            plain[name] = to_plain(getattr(value, name), tagged=is_union)
        return plain
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): to_plain(entry, tagged=tagged) for key, entry in value.items()}
    if isinstance(value, tuple | list | frozenset):
        entries = sorted(value) if isinstance(value, frozenset) else value
        return [to_plain(entry, tagged=tagged) for entry in entries]
    return value


def from_plain(cls: type[T], data: Any) -> T:
    """The ``cls`` that ``data`` describes; raises ``Misfit``, a ``Defect``, where it does not fit."""
    try:
        return typing.cast(T, _reader(typing.cast(Any, cls))(data))
    except _Unfit as found:
        shape = getattr(cls, "__name__", str(cls))
        raise Misfit(shape, found.place or shape, found.kind, found.expected) from None


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _dataclasses_in(hint: Any) -> tuple[type, ...]:
    found: list[type] = []
    for part in get_args(hint):
        if isinstance(part, type) and dataclasses.is_dataclass(part):
            found.append(part)
        elif get_origin(part) in (types.UnionType, typing.Union):
            found.extend(_dataclasses_in(part))
    return tuple(found)


def _is_tagged_union(hint: Any) -> bool:
    if get_origin(hint) in (types.UnionType, typing.Union):
        return len(_dataclasses_in(hint)) > 1
    return any(_is_tagged_union(part) for part in get_args(hint))


@cache
def _fields(cls: type) -> tuple[tuple[str, bool], ...]:
    """The names of the fields, and of each whether it holds one of several dataclasses."""
    hints = _hints(cls)
    names = (field.name for field in dataclasses.fields(cls))
    return tuple((name, _is_tagged_union(hints[name])) for name in names)


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _union_reader(args)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            return _list_reader(_reader(args[0]), tuple)
        return _row_reader(tuple(_reader(part) for part in args))
    if origin is frozenset:
        return _list_reader(_reader(args[0]), frozenset)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(_reader(args[1]))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _dataclass_reader(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _word_reader(hint)
    if hint in (date, datetime):
        return _form_reader(hint.fromisoformat, hint.__name__)
    if hint is Decimal:
        return _form_reader(Decimal, hint.__name__)
    if hint is Any or hint is object:
        return lambda data: data
    if hint is int:
        return _read_int
    return lambda data: _expect(data, hint)


def _read_int(data: Any) -> int:
    if isinstance(data, bool) or not isinstance(data, int):
        raise _Unfit(MisfitKind.TYPE, "int")
    return data


def _expect(data: Any, kind: Any) -> Any:
    if not isinstance(data, kind):
        raise _Unfit(MisfitKind.TYPE, kind.__name__)
    return data


def _word_reader(words: type[Enum]) -> Callable[[Any], Any]:
    def read(data: Any) -> Enum:
        try:
            return words(data)
        except (ValueError, TypeError):
            raise _Unfit(MisfitKind.WORD, *(str(word.value) for word in words)) from None

    return read


def _form_reader(parse: Callable[[str], Any], name: str) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        try:
            return parse(_expect(data, str))
        except (ValueError, InvalidOperation):
            raise _Unfit(MisfitKind.FORM, name) from None

    return read


def _list_reader(
    entry: Callable[[Any], Any], kind: type[tuple[Any, ...] | frozenset[Any]]
) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        read_so_far: list[Any] = []
        try:
            for part in _expect(data, list):
                read_so_far.append(entry(part))  # noqa: PERF401 - what failed is told by its place
        except _Unfit as found:
            if isinstance(data, list):
                found.steps.append(len(read_so_far))
            raise
        return kind(read_so_far)

    return read


def _row_reader(readers: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        if len(_expect(data, list)) != len(readers):
            raise _Unfit(MisfitKind.TYPE, "list")
        place = 0
        try:
            row = []
            for place, reader in enumerate(readers):
                row.append(reader(data[place]))
        except _Unfit as found:
            found.steps.append(place)
            raise
        return tuple(row)

    return read


def _mapping_reader(entry: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def read(data: Any) -> dict[str, Any]:
        name = ""
        found: dict[str, Any] = {}
        entries = _expect(data, dict).items()
        try:
            for name, part in entries:
                found[str(name)] = entry(part)
        except _Unfit as problem:
            problem.steps.append(name)
            raise
        return found

    return read


def _union_reader(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    optional = type(None) in args
    members = [part for part in args if part is not type(None)]
    records = [
        part for part in members if isinstance(part, type) and dataclasses.is_dataclass(part)
    ]
    by_name = {part.__name__: _reader(part) for part in records}

    def read(data: Any) -> Any:
        if data is None and optional:
            return None
        if len(members) == 1:
            return _reader(members[0])(data)
        if by_name and isinstance(data, dict):
            name = data.get(TAG)
            if name not in by_name:
                raise _Unfit(MisfitKind.WORD, *by_name, at=TAG)
            return by_name[name](data)
        for member in members:
            if isinstance(member, type) and isinstance(data, member):
                return data
        raise _Unfit(MisfitKind.TYPE, *(getattr(part, "__name__", str(part)) for part in members))

    return read


def _dataclass_reader(cls: type) -> Callable[[Any], Any]:
    readers: dict[str, Callable[[Any], Any]] = {}
    required: set[str] = set()

    def read(data: Any) -> Any:
        if not readers:
            # Not before the first is read: a class may hold its own kind.
            hints = _hints(cls)
            fields = dataclasses.fields(cls)
            required.update(field.name for field in fields if _is_required(field))
            readers.update({field.name: _reader(hints[field.name]) for field in fields})
        given = _expect(data, dict).keys()
        if unknown := given - readers.keys() - {TAG}:
            raise _Unfit(MisfitKind.UNKNOWN, at=min(unknown))
        if missing := required - given:
            raise _Unfit(MisfitKind.MISSING, at=min(missing))
        name = ""
        values: dict[str, Any] = {}
        try:
            for name, entry in data.items():
                if name != TAG:
                    values[name] = readers[name](entry)
        except _Unfit as found:
            found.steps.append(name)
            raise
        return cls(**values)

    return read


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
