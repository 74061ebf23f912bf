"""A look at the whole store for ``doctor``: pages, chains, projections, blobs. Changes nothing."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2 as driver

from inspector_app.domain.errors import Defect, EnvironmentFault, InspectorError
from inspector_app.domain.journal import ChainBreak, Event, verify_chain
from inspector_app.domain.projection import VisitProjection
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.storage.blob_files import BlobFiles
from inspector_app.storage.connections import Connector
from inspector_app.storage.faults import is_damage
from inspector_app.storage.journal import read_heads
from inspector_app.storage.projections import load_projection, work_out
from inspector_app.storage.waiting import needed_blobs

__all__ = ["StoreCheck", "check_store", "same_projection"]

_PAGE = re.compile(r"page (\d+)")


@dataclass(frozen=True, slots=True)
class StoreCheck:
    """What the check found; :attr:`sound` if nothing is wrong.

    ``damaged_pages`` are numbers of database pages that do not verify, ``faults`` what SQLite's
    own check says of the structure; while there are any, the rest was not looked at.
    ``stale_projections`` and ``unreadable_visits`` are visit ids, the blobs are SHA-256.
    ``free_bytes`` is what the disk has left.
    """

    sqlite: str
    cipher: str
    revision: str
    events: int
    database_bytes: int
    free_bytes: int
    damaged_pages: tuple[int, ...] = ()
    faults: tuple[str, ...] = ()
    broken_chains: tuple[ChainBreak, ...] = ()
    stale_projections: tuple[str, ...] = ()
    unreadable_visits: tuple[str, ...] = ()
    missing_blobs: tuple[str, ...] = ()
    damaged_blobs: tuple[str, ...] = ()
    orphan_blobs: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the record is whole; orphan blobs do no harm."""
        return not (
            self.damaged_pages
            or self.faults
            or self.broken_chains
            or self.stale_projections
            or self.unreadable_visits
            or self.missing_blobs
            or self.damaged_blobs
        )


def check_store(connector: Connector, blobs: BlobFiles, *, thorough: bool) -> StoreCheck:
    """Look at pages and structure, then at chains, projections and blobs."""
    facts: dict[str, Any] = {
        "sqlite": driver.sqlite_version,
        "cipher": "",
        "revision": "",
        "events": 0,
        "database_bytes": connector.path.stat().st_size,
        "free_bytes": shutil.disk_usage(connector.path.parent).free,
    }
    connection = connector.connect(query_only=True)
    try:
        facts["cipher"] = connection.execute("PRAGMA cipher_version").fetchone()[0]
        messages = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
        if messages:
            pages = {int(found[1]) for text in messages if (found := _PAGE.search(text))}
            return StoreCheck(**facts, damaged_pages=tuple(sorted(pages)), faults=tuple(messages))
        connection.execute("BEGIN")
        structure = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        if structure != ["ok"]:
            return StoreCheck(**facts, faults=tuple(structure))
        facts["revision"] = connection.execute(
            "SELECT version_num FROM alembic_version"
        ).fetchone()[0]
        facts["events"] = connection.execute("SELECT count(*) FROM journal").fetchone()[0]
        facts |= _contents(connection)
        facts |= _blobs(connection, blobs, thorough=thorough)
    except driver.Error as problem:
        if not is_damage(problem):
            raise
        return StoreCheck(**facts, faults=(str(problem),))
    finally:
        connection.close()
    return StoreCheck(**facts)


def _contents(connection: Any) -> dict[str, Any]:
    broken: list[ChainBreak] = []
    stale: list[str] = []
    unreadable: list[str] = []
    for head in read_heads(connection, ""):
        rows = connection.execute(
            "SELECT stream, seq, hash, prev, body FROM journal WHERE stream = ? ORDER BY seq",
            (head.stream,),
        )
        broken += _verify(rows.fetchall())
    for head in read_heads(connection, visit_stream("")):
        visit_id = head.stream.removeprefix(visit_stream(""))
        try:
            told = work_out(connection, visit_id)
        except InspectorError:
            unreadable.append(visit_id)
            continue
        if not same_projection(told, load_projection(connection, visit_id)):
            stale.append(visit_id)
    return {
        "broken_chains": tuple(broken),
        "stale_projections": tuple(stale),
        "unreadable_visits": tuple(unreadable),
    }


def _verify(rows: list[tuple[str, int, str, str, bytes]]) -> tuple[ChainBreak, ...]:
    """The first break of one stream: between rows, or between a row and its bytes."""
    last = 0

    def events() -> Iterator[Event]:
        nonlocal last
        for stream, seq, digest, prev, body in rows:
            last = seq
            event = Event(**json.loads(body), hash=digest, body=body)
            if (event.stream, event.seq, event.prev) != (stream, seq, prev):
                raise Defect("journal.body", "记录中有一条内容与其所在的行不符。")
            yield event

    try:
        return verify_chain(events())
    except (Defect, ValueError, TypeError):
        return (ChainBreak(rows[0][0], last, "body"),)


def same_projection(one: VisitProjection | None, other: VisitProjection | None) -> bool:
    """Whether both say the same; the order of rows plays no part."""
    if one is None or other is None:
        return one is other
    return (
        one.summary == other.summary
        and set(one.documents) == set(other.documents)
        and set(one.rectifications) == set(other.rectifications)
        and set(one.remarks) == set(other.remarks)
        and set(one.deadline_starts) == set(other.deadline_starts)
    )


def _blobs(connection: Any, blobs: BlobFiles, *, thorough: bool) -> dict[str, Any]:
    needed = needed_blobs(connection)
    present = set(blobs.all())
    damaged: list[str] = []
    for sha256 in sorted(needed & present) if thorough else ():
        try:
            for _ in blobs.read(sha256):
                pass
        except (Defect, EnvironmentFault):
            damaged.append(sha256)
    return {
        "missing_blobs": tuple(sorted(needed - present)),
        "damaged_blobs": tuple(damaged),
        "orphan_blobs": tuple(sorted(present - needed)),
    }
