"""The registry of enterprises, the tasks and the people: records as JSON beside searched columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from operator import itemgetter
from typing import Any, Final, TypeVar

import msgspec

from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.officer import Officer
from inspector_app.domain.task import Task
from inspector_app.storage.rows import Prepared, chosen, insertion, upsert
from inspector_app.storage.search_index import find, length_floor, terms
from inspector_app.storage.search_terms import initials

__all__ = [
    "close_tasks",
    "expiring",
    "find_enterprises",
    "put_enterprises",
    "put_officers",
    "put_tasks",
    "read_enterprise",
    "read_officers",
    "read_tasks",
]

T = TypeVar("T")
_BATCH: Final = 5_000
_encode: Final = msgspec.json.Encoder().encode
_read_enterprise: Final = msgspec.json.Decoder(Enterprise).decode
_read_task: Final = msgspec.json.Decoder(Task).decode
_read_officer: Final = msgspec.json.Decoder(Officer).decode

_ENTERPRISE = Prepared("SELECT record FROM enterprises WHERE id = ?")
_NUMBERED = Prepared("SELECT record FROM enterprises WHERE number = ?")
_PRESENT = Prepared("SELECT number, place, record FROM enterprises WHERE id = ?")
_LAST_PLACE = Prepared("SELECT max(place) FROM enterprise_names WHERE place >= ? AND place < ?")
_LAST_NUMBER = Prepared("SELECT max(number) FROM enterprises")
_ADD = insertion("enterprises", ["number", "id", "place", "record"])
_CHANGE = Prepared("UPDATE enterprises SET place = ?, record = ? WHERE number = ?")
_ADD_NAME = insertion(
    "enterprise_names", ["place", "enterprise", "name", "credit_code", "initials"]
)
_DROP_NAME = Prepared("DELETE FROM enterprise_names WHERE place = ?")
_ADD_TERMS: Final = "INSERT INTO enterprise_terms (rowid, terms) VALUES (?, ?)"
_DROP_TERMS: Final = "DELETE FROM enterprise_terms WHERE rowid = ?"
_ADD_LICENCE = insertion("licences", ["enterprise_id", "ordinal", "name", "number", "valid_to"])
_DROP_LICENCES = Prepared("DELETE FROM licences WHERE enterprise_id = ?")
_ENDING = Prepared("""
    SELECT enterprise_id FROM licences WHERE valid_to <= ? ORDER BY valid_to, enterprise_id
""")


class _Places:
    """Hands out places: the next free number among names of the same length."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self._last: dict[int, int] = {}

    def next(self, name: str) -> int:
        floor = length_floor(name)
        last = self._last.get(floor)
        if last is None:
            end = length_floor(name) + (1 << 40)
            last = _LAST_PLACE(self._driver, floor, end).fetchone()[0] or floor
        self._last[floor] = last + 1
        return last + 1


def _batches(entries: Iterable[T]) -> Iterator[list[T]]:
    source = iter(entries)
    while batch := list(islice(source, _BATCH)):
        yield batch


def put_enterprises(driver: Any, enterprises: Iterable[Enterprise]) -> None:
    """Add or replace; an enterprise that says the same as before costs one look-up."""
    places = _Places(driver)
    for batch in _batches(enterprises):
        # The last of several with one id in a batch is the one that counts.
        fresh: dict[str, Enterprise] = {}
        for enterprise in batch:
            fresh[enterprise.id] = enterprise
        added = [entry for entry in fresh.values() if not _replaced(driver, places, entry)]
        _add_all(driver, places, added)


def _replaced(driver: Any, places: _Places, enterprise: Enterprise) -> bool:
    """Whether the enterprise was there; then it now says what ``enterprise`` says."""
    row = _PRESENT(driver, enterprise.id).fetchone()
    if row is None:
        return False
    number, place, before = row
    record = _encode(enterprise)
    if record == before:
        return True
    known = _read_enterprise(before)
    if (known.name, known.credit_code) != (enterprise.name, enterprise.credit_code):
        _DROP_NAME(driver, place)
        driver.execute(_DROP_TERMS, (place,))
        place = places.next(enterprise.name)
        _name_all(driver, [(place, number, enterprise)])
    _CHANGE(driver, place, record, number)
    _DROP_LICENCES(driver, enterprise.id)
    driver.executemany(_ADD_LICENCE.sql, _ends(enterprise))
    return True


def _add_all(driver: Any, places: _Places, enterprises: list[Enterprise]) -> None:
    first = (_LAST_NUMBER(driver).fetchone()[0] or 0) + 1
    placed = [
        (places.next(entry.name), number, entry) for number, entry in enumerate(enterprises, first)
    ]
    driver.executemany(_ADD.sql, ((number, e.id, place, _encode(e)) for place, number, e in placed))
    # FTS5 writes a segment each time row numbers step back, so a batch goes in their order.
    placed.sort(key=itemgetter(0))
    _name_all(driver, placed)
    driver.executemany(_ADD_LICENCE.sql, (row for _, _, e in placed for row in _ends(e)))


def _name_all(driver: Any, placed: list[tuple[int, int, Enterprise]]) -> None:
    ways = [initials(enterprise.name) for _, _, enterprise in placed]
    driver.executemany(
        _ADD_NAME.sql,
        (
            (place, number, e.name, e.credit_code, " ".join(read))
            for (place, number, e), read in zip(placed, ways, strict=True)
        ),
    )
    driver.executemany(
        _ADD_TERMS,
        ((place, terms(e.name, read)) for (place, _, e), read in zip(placed, ways, strict=True)),
    )


def _ends(enterprise: Enterprise) -> list[tuple[str, int, str, str, str]]:
    return [
        (enterprise.id, ordinal, licence.name, licence.number, licence.valid_to.isoformat())
        for ordinal, licence in enumerate(enterprise.licences)
        if licence.valid_to is not None
    ]


def read_enterprise(driver: Any, enterprise_id: str) -> Enterprise | None:
    """One file, None if unknown."""
    row = _ENTERPRISE(driver, enterprise_id).fetchone()
    return _read_enterprise(row[0]) if row else None


def find_enterprises(driver: Any, query: str, limit: int) -> tuple[Enterprise, ...]:
    """The best hits, the best first."""
    found = (_NUMBERED(driver, number).fetchone() for number in find(driver, query, limit))
    return tuple(_read_enterprise(record) for (record,) in found)


def expiring(driver: Any, until: date, limit: int) -> tuple[Enterprise, ...]:
    """Enterprises with a licence that ends by then, the earliest end first."""
    found: dict[str, None] = {}
    # The index gives them in order, so the walk ends with the page, however many have ended.
    for (enterprise_id,) in _ENDING(driver, until.isoformat()):
        if len(found) == limit:
            break
        found.setdefault(enterprise_id)
    enterprises = (read_enterprise(driver, enterprise_id) for enterprise_id in found)
    return tuple(enterprise for enterprise in enterprises if enterprise is not None)


# --- tasks and officers --------------------------------------------------------------------------

_PUT_TASK = upsert("tasks", ["id"], ["id", "enterprise_id", "due", "record"])
_CLOSE_TASK = Prepared("UPDATE tasks SET closed_by = ? WHERE id = ?")
_PUT_OFFICER = upsert("officers", ["id"], ["id", "record"])
_OFFICERS = Prepared("SELECT record FROM officers ORDER BY id")


def put_tasks(driver: Any, tasks: Iterable[Task]) -> None:
    """Add or replace; a task that is closed stays so."""
    rows = ((task.id, task.enterprise_id, task.due.isoformat(), _encode(task)) for task in tasks)
    driver.executemany(_PUT_TASK.sql, rows)


def close_tasks(driver: Any, task_ids: Iterable[str], visit_id: str) -> None:
    """Mark tasks as answered by a visit; "" = withdrawn."""
    driver.executemany(_CLOSE_TASK.sql, [(visit_id, task_id) for task_id in task_ids])


def read_tasks(driver: Any, enterprise_id: str, *, open_only: bool) -> tuple[Task, ...]:
    """Tasks by due day; of every enterprise if ``enterprise_id`` is empty."""
    of = "enterprise_id = ?" if enterprise_id else ""
    sql = chosen("SELECT record FROM tasks", of, "closed_by IS NULL" if open_only else "")
    rows = driver.execute(f"{sql} ORDER BY due, id", (enterprise_id,) if enterprise_id else ())
    return tuple(_read_task(record) for (record,) in rows)


def put_officers(driver: Any, officers: Iterable[Officer]) -> None:
    """Add or replace."""
    driver.executemany(_PUT_OFFICER.sql, [(entry.id, _encode(entry)) for entry in officers])


def read_officers(driver: Any) -> tuple[Officer, ...]:
    """Everyone, by id."""
    return tuple(_read_officer(row[0]) for row in _OFFICERS(driver))
