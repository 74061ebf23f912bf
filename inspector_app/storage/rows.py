"""Core statements compiled once for the driver, and frozen records as rows.

Running a compiled statement on the driver costs a tenth of running it through SQLAlchemy's
execution (README, "The path of an answer"); what is not hot goes through SQLAlchemy as usual.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from sqlalchemy import ClauseElement, Table
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

__all__ = ["Mapper", "Prepared"]

T = TypeVar("T")
_DIALECT = SQLiteDialect_pysqlite(paramstyle="qmark")


class Prepared:
    """One statement for the driver; values are given in the order they stand in the SQL."""

    def __init__(self, statement: ClauseElement, columns: Iterable[str] | None = None) -> None:
        """``columns`` names those an INSERT sets, in the order of the table."""
        names = None if columns is None else list(columns)
        compiled = _DIALECT.statement_compiler(_DIALECT, statement, column_keys=names)
        if names is not None and compiled.positiontup != names:
            raise ValueError(f"not in the order of the table: {names}")
        # A value inside the statement would need a place among those the caller gives.
        if not all(bind.required for bind in compiled.binds.values()):
            raise ValueError(f"a value inside the statement: {compiled}")
        self.sql = str(compiled)
        # The SQL names columns in the table's order, callers give values in that of ``columns``.
        given = None if columns is None else {name: at for at, name in enumerate(columns)}
        asked = [name for name in compiled.positiontup or () if given and name in given]
        self._order = None if not given or asked == list(given) else [given[n] for n in asked]

    def __call__(self, driver: Any, *values: Any) -> Any:
        """Run it; the driver's cursor."""
        if self._order is not None:
            head = len(self._order)
            values = (*(values[at] for at in self._order), *values[head:])
        return driver.execute(self.sql, values)


class Mapper(Generic[T]):
    """A frozen dataclass whose fields are the columns of one table."""

    def __init__(self, cls: type[T], table: Table) -> None:
        self.cls = cls
        self.table = table
        hints = typing.get_type_hints(cls)
        self.names = tuple(field.name for field in dataclasses.fields(typing.cast(Any, cls)))
        self._readers = tuple(_reader(hints[name]) for name in self.names)
        self.columns = tuple(table.c[name] for name in self.names)
        self.table_names = tuple(column.name for column in table.c)

    def read(self, row: Sequence[Any]) -> T:
        """The record of a row with the columns in the order of :attr:`columns`."""
        return self.cls(
            *(
                value if read is None else read(value)
                for read, value in zip(self._readers, row, strict=True)
            )
        )

    def values(self, record: T) -> tuple[Any, ...]:
        """The column values of a record, in the order of the table."""
        return tuple(column_value(getattr(record, name)) for name in self.table_names)

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
