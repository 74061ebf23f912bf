"""Statements for the driver, and frozen records as rows.

Statements are SQL as SQLite reads it. SQLAlchemy would word them too, but importing it takes
longer than opening the window (README, "SQL as it is"); a test holds every statement here against
the migrated schema.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

__all__ = ["Mapper", "Prepared", "chosen", "insertion", "listed", "upsert"]

T = TypeVar("T")


class Prepared:
    """One statement for the driver; values stand in the order of its question marks."""

    __slots__ = ("sql",)

    def __init__(self, sql: str) -> None:
        self.sql = sql

    def __call__(self, driver: Any, *values: Any) -> Any:
        """Run it; the driver's cursor."""
        return driver.execute(self.sql, values)


def listed(names: Sequence[str]) -> str:
    """Names of columns, quoted (``by`` is a word of SQL) and parted by commas."""
    return ", ".join(f'"{name}"' for name in names)


def chosen(select: str, *conditions: str) -> str:
    """``select`` with those of the conditions that are not empty."""
    kept = [condition for condition in conditions if condition]
    return f"{select} WHERE {' AND '.join(kept)}" if kept else select


def insertion(table: str, names: Sequence[str], conflict: str = "") -> Prepared:
    """A new row; ``conflict`` says what happens if it is there (``ON CONFLICT …``)."""
    places = ", ".join("?" for _ in names)
    return Prepared(f"INSERT INTO {table} ({listed(names)}) VALUES ({places}) {conflict}")  # noqa: S608 - our own names


def upsert(table: str, keys: Sequence[str], names: Sequence[str]) -> Prepared:
    """A new row, or new values in the row with these ``keys``, which are among ``names``."""
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in keys)
    return insertion(table, names, f"ON CONFLICT ({listed(keys)}) DO UPDATE SET {changed}")


class Mapper(Generic[T]):
    """A frozen dataclass whose fields are the columns of one table.

    ``keys`` are the table's primary key; ``columns`` names all for a SELECT.
    """

    def __init__(self, cls: type[T], table: str, *keys: str) -> None:
        self.cls = cls
        self.table = table
        self.keys = keys
        hints = typing.get_type_hints(cls)
        self.names = tuple(field.name for field in dataclasses.fields(typing.cast(Any, cls)))
        self._readers = tuple(_reader(hints[name]) for name in self.names)
        self.columns = listed(self.names)

    def read(self, row: Sequence[Any]) -> T:
        """The record of a row of :attr:`columns`."""
        return self.cls(
            *(
                value if read is None else read(value)
                for read, value in zip(self._readers, row, strict=True)
            )
        )

    def values(self, record: T) -> tuple[Any, ...]:
        """The column values of a record, in the order of :attr:`names`."""
        return tuple(column_value(getattr(record, name)) for name in self.names)

    def changed(self, before: T, after: T) -> tuple[str, ...]:
        """The names of the columns that differ."""
        return tuple(name for name in self.names if getattr(before, name) != getattr(after, name))


def column_value(value: Any) -> Any:
    """What SQLite stores for a field: enums by value, dates as ISO 8601, truth as 0 or 1."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return value


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        inner = next(part for part in typing.get_args(hint) if part is not types.NoneType)
        read = _reader(inner)
        return None if read is None else lambda value: None if value is None else read(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint is date:
        return date.fromisoformat
    return bool if hint is bool else None
