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
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from inspector_app.domain.errors import Defect

__all__ = ["from_plain", "to_plain"]

T = TypeVar("T")
TAG = "is"
_AS_IT_IS = frozenset({str, int, bool})


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
    """The ``cls`` that ``data`` describes; raises ``Defect`` where it does not fit."""
    try:
        return typing.cast(T, _reader(typing.cast(Any, cls))(data))
    except (KeyError, TypeError, ValueError) as problem:
        shape, why = getattr(cls, "__name__", str(cls)), str(problem)
        raise Defect(
            "plain.shape",
            f"数据与 {shape} 的格式不符：{why}。",
            facts={"shape": shape, "why": why},
        ) from problem


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
            entry = _reader(args[0])
            return lambda data: tuple(map(entry, _expect(data, list)))
        readers = tuple(_reader(part) for part in args)
        return lambda data: tuple(
            read(part) for read, part in zip(readers, _expect(data, list), strict=True)
        )
    if origin is frozenset:
        entry = _reader(args[0])
        return lambda data: frozenset(map(entry, _expect(data, list)))
    if origin is not None and issubclass(origin, Mapping):
        entry = _reader(args[1])
        return lambda data: {str(k): entry(part) for k, part in _expect(data, dict).items()}
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _dataclass_reader(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint in (date, datetime):
        return lambda data: hint.fromisoformat(_expect(data, str))
    if hint is Decimal:
        return lambda data: Decimal(_expect(data, str))
    if hint is Any or hint is object:
        return lambda data: data
    if hint is int:
        return _read_int
    return lambda data: _expect(data, hint)


def _read_int(data: Any) -> int:
    if isinstance(data, bool) or not isinstance(data, int):
        raise TypeError(f"int expected, not {type(data).__name__}")
    return data


def _expect(data: Any, kind: Any) -> Any:
    if not isinstance(data, kind):
        raise TypeError(f"{kind.__name__} expected, not {type(data).__name__}")
    return data


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
            return by_name[data[TAG]](data)
        for member in members:
            if isinstance(member, type) and isinstance(data, member):
                return data
        raise TypeError(f"no member of the union fits {type(data).__name__}")

    return read


def _dataclass_reader(cls: type) -> Callable[[Any], Any]:
    readers: dict[str, Callable[[Any], Any]] = {}

    def read(data: Any) -> Any:
        if not readers:
            # Not before the first is read: a class may hold its own kind.
            hints = _hints(cls)
            names = (field.name for field in dataclasses.fields(cls))
            readers.update({name: _reader(hints[name]) for name in names})
        unknown = _expect(data, dict).keys() - readers.keys() - {TAG}
        if unknown:
            raise KeyError(f"unknown field {min(unknown)}")
        return cls(**{name: readers[name](entry) for name, entry in data.items() if name != TAG})

    return read
