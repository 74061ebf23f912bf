"""One committed answer, against a bare commit of the same bytes on the same disk.

Bare: BEGIN IMMEDIATE, one INSERT of the event's canonical bytes into a table of one column, COMMIT;
WAL, ``synchronous=FULL``; with Python's own ``sqlite3`` and with SQLCipher and a raw key. Ours: the
store's transaction (journal, outbox, projection), and the whole use case (load, decide, hash, fold,
bookmark, journal, outbox, projection). One round runs each once; medians and 99th percentiles are
over rounds of the same run. Goal: the store's median at most 2 × bare.

``python -m tests.benchmarks.committed_answer [ROUNDS] [FOLDER]``
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from inspector_app.domain.checklist import AnswerValue
from inspector_app.domain.journal import Event
from inspector_app.domain.projection import VisitProjection, project_visit
from inspector_app.domain.review import Review
from inspector_app.domain.task import merge_tasks
from inspector_app.domain.visit import Visit, follow
from inspector_app.domain.visit_events import AnswerRecorded
from inspector_app.domain.visit_journal import record_event
from inspector_app.storage import open_store
from inspector_app.storage.laptop import LaptopStore
from tests.factory import Chain, checklist, moment, rights_read, task, visit_started
from tests.fakes.workplace import Office, ShelfOfPacks

KEY = bytes(range(32))
ITEMS = tuple(f"ITEM{number}" for number in range(56))
VALUES = (AnswerValue.MET, AnswerValue.NOT_MET)


def answers(visit: Visit, rounds: int) -> Iterator[tuple[Event, VisitProjection]]:
    """Event after event with the projection that goes with it, made before the clock runs."""
    for number in range(rounds):
        value = VALUES[number // len(ITEMS) % 2]
        fact = AnswerRecorded(ITEMS[number % len(ITEMS)], value, "现场查看，情况属实")
        event = record_event(visit.head, fact, moment(number), "officer-1")
        visit = follow(visit, event)
        yield event, project_visit(visit, Review())


def bare(driver: Any, path: Path, key: bytes = b"") -> Callable[[bytes], None]:
    connection = driver.connect(path, isolation_level=None)
    if key:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, body BLOB)")

    def commit(body: bytes) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO event (body) VALUES (?)", (body,))
        connection.execute("COMMIT")

    return commit


def begun(store: LaptopStore) -> Visit:
    """A visit of 56 items whose rights were read, in the journal."""
    definition = checklist(codes=ITEMS)
    merged = merge_tasks((task(),), {"catering": definition})
    chain = Chain().add(visit_started(items=merged.items), rights_read())
    visit: Visit | None = None
    for event in chain.events:
        visit = follow(visit, event)
    assert visit is not None
    with store.begin() as uow:
        uow.append(chain.events)
        uow.project(project_visit(visit, Review()))
    return visit


def through_the_use_case(folder: Path) -> tuple[LaptopStore, Callable[[int], object]]:
    store = open_store(folder, KEY, device="laptop-1")
    packs = ShelfOfPacks({"catering": checklist(codes=ITEMS)})
    office = Office(store=store, packs=packs)  # type: ignore[arg-type]  # the real store for the fake
    visit_id = office.arrived()
    record = office.do.record_answer

    def answer(number: int) -> object:
        value = VALUES[number // len(ITEMS) % 2]
        return record(visit_id, ITEMS[number % len(ITEMS)], value, note="现场查看，情况属实")

    return store, answer


def run(folder: Path, rounds: int) -> dict[str, list[float]]:
    store = open_store(folder / "store", KEY, device="laptop-1")
    prepared = list(answers(begun(store), rounds))
    other_store, use_case = through_the_use_case(folder / "office")
    plain = bare(sqlite3, folder / "plain.db")
    encrypted = bare(sqlcipher, folder / "encrypted.db", KEY)

    def commit(number: int) -> None:
        event, projection = prepared[number]
        with store.begin() as uow:
            uow.append([event])
            uow.project(projection)

    arms: dict[str, Callable[[int], object]] = {
        "bare sqlite3": lambda number: plain(prepared[number][0].body),
        "bare sqlcipher3": lambda number: encrypted(prepared[number][0].body),
        "store: append + project": commit,
        "use case: record_answer": use_case,
    }
    names = list(arms)
    times: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        # Each goes first in turn: the first after a pause finds a colder disk.
        for place in range(len(names)):
            name = names[(place + number) % len(names)]
            start = time.perf_counter()
            arms[name](number)
            times[name].append(time.perf_counter() - start)
    store.close()
    other_store.close()
    return times


def main(arguments: Sequence[str] = ()) -> None:
    """Run and print."""
    rounds = int(arguments[0]) if arguments else 2_000
    parent = arguments[1] if len(arguments) > 1 else None
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        times = run(Path(folder), rounds)
    middle = {name: statistics.median(values) for name, values in times.items()}
    tail = {name: sorted(values)[int(rounds * 0.99)] for name, values in times.items()}
    print(f"{rounds} rounds, milliseconds; ratios are to bare sqlite3 and to bare sqlcipher3")
    print(f"{'':26}{'median':>9}{'ratios':>13}{'p99':>9}{'ratios':>13}")
    for name in times:
        cells = [f"{name:26}"]
        for figures in (middle, tail):
            ratios = [figures[name] / figures[f"bare {base}"] for base in ("sqlite3", "sqlcipher3")]
            cells.append(f"{figures[name] * 1000:9.3f}{ratios[0]:7.2f}{ratios[1]:6.2f}")
        print("".join(cells))


if __name__ == "__main__":
    main(sys.argv[1:])
