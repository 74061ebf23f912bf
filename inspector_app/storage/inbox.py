"""The port ``Inbox``: what the feed brings is applied page by page, what was leased is reported."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from inspector_app.domain.checklist import PackRef
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer
from inspector_app.domain.sync_ports import (
    FeedEffect,
    FeedItem,
    NumberFate,
    NumberUse,
    ReceivedPack,
    TaskWithdrawn,
)
from inspector_app.domain.task import Task
from inspector_app.storage.numbers import (
    give_up_blocks,
    given_up_blocks,
    held_blocks,
    numbers_left,
)
from inspector_app.storage.outbox import set_aside
from inspector_app.storage.projections import load_projection, work_out
from inspector_app.storage.rows import Prepared, insertion
from inspector_app.storage.waiting import read_state, write_state

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore
    from inspector_app.storage.unit_of_work import SqlUnitOfWork

__all__ = ["SqlInbox"]

_ADD_PACK = insertion(
    "packs", ["id", "version", "digest", "body"], "ON CONFLICT (digest) DO NOTHING"
)
_PACKS = Prepared("SELECT id, version, digest, body FROM packs ORDER BY ordinal")
_USES = Prepared("""
    SELECT b.id, b.token, b.word, b.year, n.seq, n.fate, n.document_id
    FROM numbers AS n JOIN number_blocks AS b ON b.id = n.block
    WHERE n.reported != n.fate || n.document_id
    ORDER BY n.ordinal
""")
_REPORTED = Prepared("UPDATE numbers SET reported = ? WHERE block = ? AND seq = ?")
_REFUSED = "SELECT count(*) FROM quarantine WHERE position = 0"

_log = logging.getLogger(__name__)


class SqlInbox:
    """Each call is one short transaction of its own."""

    def __init__(self, store: LaptopStore) -> None:
        self._store = store

    def feed_cursor(self) -> str:
        """Where to go on in the feed; empty before the first page."""
        with self._store.read() as reading:
            return read_state(reading.session.driver, "cursor")

    def apply_feed(self, items: Sequence[FeedItem], cursor: str, server_at: str) -> FeedEffect:
        """Apply one page in order and move the cursor, in one transaction; repeatable."""
        with self._store.begin() as uow:
            driver = uow.session.driver
            page = _Page(uow)
            before = driver.execute(_REFUSED).fetchone()[0]
            for item in items:
                page.apply(item)
            changed = page.project_touched()
            write_state(driver, "cursor", cursor)
            write_state(driver, "server_at", server_at)
            quarantined = driver.execute(_REFUSED).fetchone()[0] - before
            return FeedEffect(page.received, quarantined, changed)

    def received_packs(self) -> tuple[ReceivedPack, ...]:
        """Every pack edition that came by the feed, the oldest first."""
        with self._store.read() as reading:
            rows = _PACKS(reading.session.driver)
            return tuple(ReceivedPack(PackRef(*row[:3]), row[3]) for row in rows)

    def numbers_left(self) -> Mapping[tuple[str, int], int]:
        """Free official numbers by (word, year)."""
        with self._store.read() as reading:
            return numbers_left(reading.session.driver)

    def number_blocks(self) -> tuple[NumberBlock, ...]:
        """Every leased block not given up, used up or not."""
        with self._store.read() as reading:
            return held_blocks(reading.session.driver)

    def given_up_blocks(self) -> tuple[NumberBlock, ...]:
        """Every leased block that was given up."""
        with self._store.read() as reading:
            return given_up_blocks(reading.session.driver)

    def give_up_blocks(self, block_ids: Iterable[str]) -> None:
        """The server leased these ranges to another device: no further number is taken."""
        with self._store.begin() as uow:
            give_up_blocks(uow.session.driver, block_ids)

    def number_uses(self, limit: int = 500) -> tuple[NumberUse, ...]:
        """Numbers whose present fate the server has not confirmed, in the order taken."""
        with self._store.read() as reading:
            rows = _USES(reading.session.driver).fetchmany(limit)
            return tuple(_number_use(*row) for row in rows)

    def numbers_reported(self, uses: Iterable[NumberUse]) -> None:
        """The server keeps these fates. A number voided since then stays to be reported."""
        rows = [(use.fate.value + use.document_id, use.block, use.seq) for use in uses]
        with self._store.begin() as uow:
            uow.session.driver.executemany(_REPORTED.sql, rows)

    def server_at(self) -> str:
        """The last time the server stated; empty before any."""
        with self._store.read() as reading:
            return read_state(reading.session.driver, "server_at")

    def record_outcome(self, at: str, error: str = "") -> None:
        """How the last synchronisation ended; ``error`` empty = it succeeded."""
        with self._store.begin() as uow:
            write_state(uow.session.driver, "last_error", error)
            if not error:
                write_state(uow.session.driver, "last_sync", at)


def _number_use(
    block: str, token: int, word: str, year: int, seq: int, fate: str, document_id: str
) -> NumberUse:
    return NumberUse(block, token, word, year, seq, NumberFate(fate), document_id)


class _Page:
    """One page of the feed inside one transaction."""

    def __init__(self, uow: SqlUnitOfWork) -> None:
        self._uow = uow
        self._touched: dict[str, None] = {}
        self.received = 0

    def apply(self, item: FeedItem) -> None:
        """Apply one item."""
        match item:
            case Event():
                self._receive(item)
            case Enterprise():
                self._uow.put_enterprises([item])
            case Task():
                self._uow.put_tasks([item])
            case TaskWithdrawn(task_id=task_id):
                self._uow.close_tasks([task_id], "")
            case Officer():
                self._uow.put_officers([item])
            case NumberBlock():
                self._uow.add_number_block(item)
            case ReceivedPack(ref=ref, body=body):
                _ADD_PACK(self._driver, ref.id, ref.version, ref.digest, body)

    @property
    def _driver(self) -> Any:
        return self._uow.session.driver

    def _receive(self, event: Event) -> None:
        before = self._uow.head(event.stream)
        try:
            self._uow.append_received([event])
        except Defect as refusal:
            row = (event.stream, event.seq, event.hash, event.body)
            set_aside(self._driver, 0, row, refusal.code)
            return
        if self._uow.head(event.stream) == before:
            return
        self.received += 1
        kind, _, rest = event.stream.partition("/")
        if kind in {"visit", "review"}:
            self._touched.setdefault(rest.partition("/")[0])

    def project_touched(self) -> tuple[str, ...]:
        """Project the visits that events came for; the ids of those that changed."""
        changed = []
        for visit_id in self._touched:
            try:
                projection = work_out(self._driver, visit_id)
            except Defect as unreadable:
                # Of a newer program, say. The event is kept and the rest of the page goes on.
                _log.warning("visit %s not projected: %s", visit_id, unreadable.code)
                continue
            if projection is None:
                continue
            before = load_projection(self._driver, visit_id)
            self._uow.project(projection)
            if before != load_projection(self._driver, visit_id):
                changed.append(visit_id)
        return tuple(changed)
