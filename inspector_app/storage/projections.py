"""The projection tables of visits: only what changed is written, all can be rebuilt."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from inspector_app.domain.projection import (
    DocumentRow,
    RectificationRow,
    RemarkRow,
    VisitProjection,
    VisitSummary,
    project_visit,
)
from inspector_app.domain.review import fold_reviews, review_prefix
from inspector_app.domain.visit import fold_visit
from inspector_app.domain.visit_events import visit_stream
from inspector_app.storage import schema
from inspector_app.storage.journal import read_events, read_heads
from inspector_app.storage.rows import Mapper, Prepared, column_value

__all__ = [
    "DOCUMENTS",
    "RECTIFICATIONS",
    "REMARKS",
    "SUMMARIES",
    "load_projection",
    "replace_projection",
    "store_projection",
    "work_out",
]

SUMMARIES: Final = Mapper(VisitSummary, schema.visits)
DOCUMENTS: Final = Mapper(DocumentRow, schema.documents)
RECTIFICATIONS: Final = Mapper(RectificationRow, schema.rectifications)
REMARKS: Final = Mapper(RemarkRow, schema.remarks)

# The parts of a projection that are many rows: field of VisitProjection, mapper, second key.
_PARTS: Final[tuple[tuple[str, Mapper[Any], str], ...]] = (
    ("documents", DOCUMENTS, "document_id"),
    ("rectifications", RECTIFICATIONS, "finding_id"),
    ("remarks", REMARKS, "remark_id"),
)


@cache
def _select(table: Table) -> Prepared:
    mapper = next(m for m in (SUMMARIES, DOCUMENTS, RECTIFICATIONS, REMARKS) if m.table is table)
    return Prepared(select(*mapper.columns).where(table.c.visit_id == bindparam("visit")))


@cache
def _upsert(table: Table, names: tuple[str, ...]) -> Prepared:
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    return Prepared(
        statement.on_conflict_do_update(
            index_elements=keys,
            set_={name: statement.excluded[name] for name in names if name not in keys},
        ),
        names,
    )


@cache
def _update(names: tuple[str, ...]) -> Prepared:
    table = schema.visits
    changes: list[tuple[Any, Any]] = [(table.c[name], bindparam(f"new_{name}")) for name in names]
    return Prepared(
        update(table).ordered_values(*changes).where(table.c.visit_id == bindparam("visit"))
    )


@cache
def _delete(table: Table, key: str) -> Prepared:
    return Prepared(
        delete(table).where(table.c.visit_id == bindparam("visit"), table.c[key] == bindparam("k"))
    )


@cache
def _forget(table: Table) -> Prepared:
    return Prepared(delete(table).where(table.c.visit_id == bindparam("visit")))


def load_projection(driver: Any, visit_id: str) -> VisitProjection | None:
    """What is stored about a visit, None if nothing is. Rows stand in the order of their keys."""
    row = _select(schema.visits)(driver, visit_id).fetchone()
    if row is None:
        return None
    parts = {
        field: tuple(mapper.read(row) for row in _select(mapper.table)(driver, visit_id))
        for field, mapper, _ in _PARTS
    }
    return VisitProjection(SUMMARIES.read(row), **parts)


def store_projection(driver: Any, before: VisitProjection | None, after: VisitProjection) -> None:
    """Make the stored projection ``after``, given that it is ``before`` now."""
    visit_id = after.summary.visit_id
    if before is None:
        _upsert(schema.visits, SUMMARIES.table_names)(driver, *SUMMARIES.values(after.summary))
    elif names := SUMMARIES.changed(before.summary, after.summary):
        values = [column_value(getattr(after.summary, name)) for name in names]
        _update(names)(driver, *values, visit_id)
    for field, mapper, key in _PARTS:
        old = () if before is None else getattr(before, field)
        new = getattr(after, field)
        if old != new:
            _store_rows(driver, mapper, key, old, new)


def _store_rows(
    driver: Any, mapper: Mapper[Any], key: str, before: tuple[Any, ...], after: tuple[Any, ...]
) -> None:
    old = {getattr(row, key): row for row in before}
    new = {getattr(row, key): row for row in after}
    for name in old.keys() - new.keys():
        _delete(mapper.table, key)(driver, old[name].visit_id, name)
    for name, row in new.items():
        if old.get(name) != row:
            _upsert(mapper.table, mapper.table_names)(driver, *mapper.values(row))


def replace_projection(driver: Any, after: VisitProjection) -> None:
    """Make the stored projection ``after``, whatever is stored now, readable or not."""
    for table in (*(mapper.table for _, mapper, _ in _PARTS), schema.visits):
        _forget(table)(driver, after.summary.visit_id)
    store_projection(driver, None, after)


def work_out(driver: Any, visit_id: str) -> VisitProjection | None:
    """The projection that the journal tells, None without the visit's stream."""
    visit = fold_visit(read_events(driver, visit_stream(visit_id), 0))
    if visit is None:
        return None
    streams = read_heads(driver, review_prefix(visit_id))
    review = fold_reviews(e for head in streams for e in read_events(driver, head.stream, 0))
    return project_visit(visit, review)
