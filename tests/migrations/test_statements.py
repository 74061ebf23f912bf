"""Every statement of the store fits the schema: what SQLite itself says of it, without running it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector_app import storage
from inspector_app.storage.connections import Connector
from inspector_app.storage.migrating import bring_up_to_date
from inspector_app.storage.projections import DOCUMENTS, RECTIFICATIONS, REMARKS, SUMMARIES
from inspector_app.storage.rows import Mapper, Prepared
from inspector_app.storage.schema import metadata

MAPPERS: tuple[Mapper[Any], ...] = (SUMMARIES, DOCUMENTS, RECTIFICATIONS, REMARKS)


def statements() -> Iterator[tuple[str, str]]:
    """Each statement that a module of the store holds, with its name."""
    for module in pkgutil.iter_modules(storage.__path__, f"{storage.__name__}."):
        if module.ispkg:
            continue
        held = vars(importlib.import_module(module.name))
        for name, value in held.items():
            if isinstance(value, Prepared):
                yield f"{module.name.rpartition('.')[2]}{name.lower()}", value.sql


STATEMENTS = dict(statements())


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder: Path = tmp_path_factory.mktemp("schema")
    connector = Connector(folder / "inspector.db", bytes(32))
    connector.connect(create=True).close()
    bring_up_to_date(connector, folder / "backups")
    connection = connector.connect()
    yield connection
    connection.close()


def test_the_statements_are_found() -> None:
    assert len(STATEMENTS) > 50


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_fits_the_schema(database: Any, name: str) -> None:
    sql = STATEMENTS[name]

    assert database.execute(f"EXPLAIN {sql}", [None] * sql.count("?")).fetchall()


@pytest.mark.parametrize("mapper", MAPPERS, ids=lambda mapper: mapper.table)
def test_a_row_of_a_projection_has_the_columns_of_its_table(mapper: Mapper[Any]) -> None:
    table = metadata.tables[mapper.table]

    assert set(mapper.names) == {column.name for column in table.columns}
    assert mapper.keys == tuple(column.name for column in table.primary_key)


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        ("SELECT record FROM tasks WHERE closed_by IS NULL ORDER BY due, id", "ix_tasks_open"),
        (STATEMENTS["uploads_pending"], "ix_blobs_waiting"),
        (STATEMENTS["signatures_unsent"], "ix_signed_heads_unsent"),
        (STATEMENTS["waiting_waiting"], "ix_blobs_waiting"),
    ],
)
def test_what_waits_is_found_by_its_index(database: Any, sql: str, index: str) -> None:
    plan = database.execute(f"EXPLAIN QUERY PLAN {sql}", [None] * sql.count("?")).fetchall()

    assert index in " ".join(str(row[3]) for row in plan)
