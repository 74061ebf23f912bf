"""The projection tables of visits: only what changed is written, all can be rebuilt."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from inspector_app.domain.deadline_starts import DeadlineStart
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
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.storage.journal import read_events, read_heads
from inspector_app.storage.rows import Mapper, Prepared, column_value, upsert

__all__ = [
    "DEADLINE_STARTS",
    "DOCUMENTS",
    "RECTIFICATIONS",
    "REMARKS",
    "SUMMARIES",
    "load_projection",
    "replace_projection",
    "store_projection",
    "work_out",
]

SUMMARIES: Final = Mapper(VisitSummary, "visits", "visit_id")
DOCUMENTS: Final = Mapper(DocumentRow, "documents", "visit_id", "document_id")
RECTIFICATIONS: Final = Mapper(RectificationRow, "rectifications", "visit_id", "finding_id")
REMARKS: Final = Mapper(RemarkRow, "remarks", "visit_id", "remark_id")
DEADLINE_STARTS: Final = Mapper(DeadlineStart, "deadline_starts", "visit_id", "start_id")

# The parts of a projection that are many rows: field of VisitProjection, mapper.
_PARTS: Final[tuple[tuple[str, Mapper[Any]], ...]] = (
    ("documents", DOCUMENTS),
    ("rectifications", RECTIFICATIONS),
    ("remarks", REMARKS),
    ("deadline_starts", DEADLINE_STARTS),
)


@cache
def _select(mapper: Mapper[Any]) -> Prepared:
    return Prepared(f"SELECT {mapper.columns} FROM {mapper.table} WHERE visit_id = ?")  # noqa: S608 - our own names


@cache
def _put(mapper: Mapper[Any]) -> Prepared:
    return upsert(mapper.table, mapper.keys, mapper.names)


@cache
def _update(names: tuple[str, ...]) -> Prepared:
    changes = ", ".join(f'"{name}" = ?' for name in names)
    return Prepared(f"UPDATE visits SET {changes} WHERE visit_id = ?")  # noqa: S608


@cache
def _delete(mapper: Mapper[Any]) -> Prepared:
    found = " AND ".join(f"{key} = ?" for key in mapper.keys)
    return Prepared(f"DELETE FROM {mapper.table} WHERE {found}")  # noqa: S608


@cache
def _forget(mapper: Mapper[Any]) -> Prepared:
    return Prepared(f"DELETE FROM {mapper.table} WHERE visit_id = ?")  # noqa: S608


def load_projection(driver: Any, visit_id: str) -> VisitProjection | None:
    """What is stored about a visit, None if nothing is. Rows stand in the order of their keys."""
    row = _select(SUMMARIES)(driver, visit_id).fetchone()
    if row is None:
        return None
    parts = {
        field: tuple(mapper.read(row) for row in _select(mapper)(driver, visit_id))
        for field, mapper in _PARTS
    }
    return VisitProjection(SUMMARIES.read(row), **parts)


def store_projection(driver: Any, before: VisitProjection | None, after: VisitProjection) -> None:
    """Make the stored projection ``after``, given that it is ``before`` now."""
    visit_id = after.summary.visit_id
    if before is None:
        _put(SUMMARIES)(driver, *SUMMARIES.values(after.summary))
    elif names := SUMMARIES.changed(before.summary, after.summary):
        values = [column_value(getattr(after.summary, name)) for name in names]
        _update(names)(driver, *values, visit_id)
    for field, mapper in _PARTS:
        old = () if before is None else getattr(before, field)
        new = getattr(after, field)
        if old != new:
            _store_rows(driver, mapper, old, new)


def _store_rows(
    driver: Any, mapper: Mapper[Any], before: tuple[Any, ...], after: tuple[Any, ...]
) -> None:
    key = mapper.keys[-1]
    old = {getattr(row, key): row for row in before}
    new = {getattr(row, key): row for row in after}
    for name in old.keys() - new.keys():
        _delete(mapper)(driver, old[name].visit_id, name)
    for name, row in new.items():
        if old.get(name) != row:
            _put(mapper)(driver, *mapper.values(row))


def replace_projection(driver: Any, after: VisitProjection) -> None:
    """Make the stored projection ``after``, whatever is stored now, readable or not."""
    for mapper in (*(mapper for _, mapper in _PARTS), SUMMARIES):
        _forget(mapper)(driver, after.summary.visit_id)
    store_projection(driver, None, after)


def work_out(driver: Any, visit_id: str) -> VisitProjection | None:
    """The projection that the journal tells, None without the visit's stream."""
    visit = fold_visit(read_events(driver, visit_stream(visit_id), 0))
    if visit is None:
        return None
    streams = read_heads(driver, review_prefix(visit_id))
    review = fold_reviews(e for head in streams for e in read_events(driver, head.stream, 0))
    return project_visit(visit, review)
