"""Reading and writing the store: the ports ``Reading`` and ``UnitOfWork`` over one connection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from inspector_app.domain.deadline_starts import DeadlineStart
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event, Head, SignedHead
from inspector_app.domain.numbering import NumberBlock
from inspector_app.domain.officer import Officer
from inspector_app.domain.ports import BlobRef, Bookmark, OutboxState, TakenNumber
from inspector_app.domain.projection import (
    DocumentRow,
    RectificationRow,
    RemarkRow,
    VisitProjection,
    VisitSummary,
)
from inspector_app.domain.review import ReviewStatus
from inspector_app.domain.task import Task
from inspector_app.storage import journal, numbers, registry, signatures, waiting
from inspector_app.storage.blob_files import BlobFiles
from inspector_app.storage.projections import (
    DEADLINE_STARTS,
    DOCUMENTS,
    RECTIFICATIONS,
    REMARKS,
    SUMMARIES,
    load_projection,
    store_projection,
)
from inspector_app.storage.rows import Prepared, chosen, upsert
from inspector_app.storage.session import Draft, Session

__all__ = ["SqlReading", "SqlUnitOfWork"]

# Visits in the officers' hands: not submitted yet, or returned.
_OPEN = f"review IN ('{ReviewStatus.NONE.value}', '{ReviewStatus.RETURNED.value}')"

_SUMMARY = Prepared(f"SELECT {SUMMARIES.columns} FROM visits WHERE visit_id = ?")  # noqa: S608 - our own names
_BOOKMARK = Prepared("SELECT step, item FROM bookmarks WHERE visit_id = ?")
_PUT_BOOKMARK = upsert("bookmarks", ["visit_id"], ["visit_id", "step", "item"])
_SETTING = Prepared("SELECT value FROM settings WHERE name = ?")
_PUT_SETTING = upsert("settings", ["name"], ["name", "value"])


class SqlReading:
    """The port ``Reading``: everything within sees one state of the database."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def events(self, stream: str, after: int = 0) -> tuple[Event, ...]:
        """The stream's events with ``seq`` above ``after``, in order."""
        return journal.read_events(self.session.driver, stream, after)

    def streams(self, prefix: str) -> tuple[Head, ...]:
        """The heads of all streams whose name starts with ``prefix``, by name."""
        return journal.read_heads(self.session.driver, prefix)

    def visits(self, *, open_only: bool = False, limit: int = 200) -> tuple[VisitSummary, ...]:
        """Visits, the latest first; open ones are not submitted yet, or returned."""
        sql = chosen(f"SELECT {SUMMARIES.columns} FROM visits", _OPEN if open_only else "")  # noqa: S608
        rows = self._rows(f"{sql} ORDER BY started_at DESC, visit_id DESC LIMIT ?", limit)
        return tuple(SUMMARIES.read(row) for row in rows)

    def visit_summary(self, visit_id: str) -> VisitSummary | None:
        """One visit's line, None if unknown."""
        row = _SUMMARY(self.session.driver, visit_id).fetchone()
        return SUMMARIES.read(row) if row else None

    def documents(self, *, text: str = "", limit: int = 200) -> tuple[DocumentRow, ...]:
        """Documents, those not issued first, then the latest; ``text`` is part of a field."""
        wanted = text.strip().casefold()
        fields = ("number", "title", "enterprise_name") if wanted else ()
        sql = chosen(
            f"SELECT {DOCUMENTS.columns} FROM documents",  # noqa: S608
            " OR ".join(f"holds({field}, ?)" for field in fields),
        )
        order = "issued_at = '' DESC, issued_at DESC, document_id DESC"
        rows = self._rows(f"{sql} ORDER BY {order} LIMIT ?", *(wanted for _ in fields), limit)
        return tuple(DOCUMENTS.read(row) for row in rows)

    def rectifications(
        self, *, enterprise_id: str = "", open_only: bool = True
    ) -> tuple[RectificationRow, ...]:
        """Orders to put something right, the earliest deadline first (at once before all)."""
        of = "enterprise_id = ?" if enterprise_id else ""
        sql = chosen(
            f"SELECT {RECTIFICATIONS.columns} FROM rectifications",  # noqa: S608
            of,
            "done IS 0" if open_only else "",
        )
        # NULL sorts first in SQLite, and stands for "at once".
        order = "deadline, visit_id, finding_id"
        rows = self._rows(f"{sql} ORDER BY {order}", *([enterprise_id] if of else []))
        return tuple(RECTIFICATIONS.read(row) for row in rows)

    def deadline_starts(
        self, *, visit_id: str = "", enterprise_id: str = "", since: str = ""
    ) -> tuple[DeadlineStart, ...]:
        """Events from which deadlines count, from ``since`` (ISO 8601) on, the latest first."""
        wanted = {"visit_id": visit_id, "enterprise_id": enterprise_id}
        given = {name: value for name, value in wanted.items() if value}
        sql = chosen(
            f"SELECT {DEADLINE_STARTS.columns} FROM deadline_starts",  # noqa: S608
            *(f"{name} = ?" for name in given),
            '"at" >= ?' if since else "",
        )
        values = (*given.values(), *([since] if since else []))
        rows = self._rows(f'{sql} ORDER BY "at" DESC, visit_id, start_id', *values)
        return tuple(DEADLINE_STARTS.read(row) for row in rows)

    def remarks(self, visit_id: str = "", *, open_only: bool = False) -> tuple[RemarkRow, ...]:
        """Reviewers' remarks, of one visit or of all, by time."""
        of = "visit_id = ?" if visit_id else ""
        sql = chosen(
            f"SELECT {REMARKS.columns} FROM remarks",  # noqa: S608
            of,
            "answered IS 0" if open_only else "",
        )
        rows = self._rows(f"{sql} ORDER BY at, remark_id", *([visit_id] if of else []))
        return tuple(REMARKS.read(row) for row in rows)

    def bookmark(self, visit_id: str) -> Bookmark | None:
        """Where the officer left the visit, None before."""
        row = _BOOKMARK(self.session.driver, visit_id).fetchone()
        return Bookmark(*row) if row else None

    def enterprise(self, enterprise_id: str) -> Enterprise | None:
        """One enterprise's file, None if unknown."""
        return registry.read_enterprise(self.session.driver, enterprise_id)

    def find_enterprises(self, text: str, limit: int = 20) -> tuple[Enterprise, ...]:
        """By part of the name (from two characters), credit code, or pinyin initials."""
        return registry.find_enterprises(self.session.driver, text, limit)

    def tasks(self, *, enterprise_id: str = "", open_only: bool = True) -> tuple[Task, ...]:
        """Tasks by due day; ``open_only`` leaves out those answered or withdrawn."""
        return registry.read_tasks(self.session.driver, enterprise_id, open_only=open_only)

    def licences_expiring(self, until: date, limit: int = 100) -> tuple[Enterprise, ...]:
        """Enterprises with a licence that ends on or before ``until``, the earliest end first."""
        return registry.expiring(self.session.driver, until, limit)

    def officers(self) -> tuple[Officer, ...]:
        """Everyone of the bureau known to this device."""
        return registry.read_officers(self.session.driver)

    def numbers_left(self) -> Mapping[tuple[str, int], int]:
        """Free official numbers by (word, year)."""
        return numbers.numbers_left(self.session.driver)

    def outbox_state(self) -> OutboxState:
        """What waits to be sent."""
        return waiting.outbox_state(self.session.driver)

    def setting(self, name: str, default: str = "") -> str:
        """A setting of this device, not secret."""
        row = _SETTING(self.session.driver, name).fetchone()
        return row[0] if row else default

    def _rows(self, sql: str, *values: str | int) -> Iterable[tuple[Any, ...]]:
        rows: Iterable[tuple[Any, ...]] = self.session.driver.execute(sql, values)
        return rows


class SqlUnitOfWork(SqlReading):
    """The port ``UnitOfWork``: one write transaction."""

    def __init__(self, session: Session, draft: Draft, blobs: BlobFiles) -> None:
        super().__init__(session)
        self._draft = draft
        self._blobs = blobs

    @property
    def lineage(self) -> int:
        """The row number of the current lineage."""
        return self._draft.lineage

    def begin_lineage(self, lineage: int) -> None:
        """What is appended from now on belongs to this lineage."""
        self._draft.lineage = lineage

    def forget_projections(self) -> None:
        """The projection tables were changed behind :meth:`project`."""
        self._draft.doubt_projections()

    def head(self, stream: str) -> Head:
        """The stream's head; ``seq`` 0 for a new stream."""
        head = self._draft.head(stream)
        if head is None:
            head = journal.read_head(self.session.driver, stream)
            self._draft.set_head(head)
        return head

    def append(self, events: Sequence[Event]) -> None:
        """Journal and outbox rows for own events; ``Defect`` if they do not follow the head."""
        for event in events:
            self._add(event, own=True)
            numbers.note_fate(self.session.driver, event)

    def append_received(self, events: Sequence[Event]) -> None:
        """Journal rows for events of another writer; known ones are passed over.

        ``Defect`` if one does not follow its stream's head.
        """
        for event in events:
            if event.seq > self.head(event.stream).seq or not journal.is_known(
                self.session.driver, event
            ):
                self._add(event, own=False)

    def _add(self, event: Event, *, own: bool) -> None:
        journal.check_follows(self.head(event.stream), event)
        journal.add_event(self.session.driver, self._draft.lineage, event, own=own)
        self._draft.set_head(event.head)

    def project(self, projection: VisitProjection) -> None:
        """Replace the stored projection of that visit; rows that stay as they are are not touched."""
        driver, visit_id = self.session.driver, projection.summary.visit_id
        before = self._draft.projection(visit_id) or load_projection(driver, visit_id)
        store_projection(driver, before, projection)
        self._draft.set_projection(projection)

    def add_blob(self, ref: BlobRef, stream: str) -> None:
        """Note that ``stream`` needs this blob; ``Defect`` if its bytes were not put before."""
        if not self._blobs.has(ref.sha256):
            raise Defect(
                "blobs.absent",
                "附件尚未写入磁盘，不能登记。",
                safe="已保存的记录没有变化。",
                facts={"sha256": ref.sha256},
            )
        waiting.add_need(self.session.driver, ref, stream)

    def take_number(self, word: str, year: int) -> TakenNumber:
        """The next free leased number; ``UserError`` (numbers.exhausted) if there is none."""
        return numbers.take_number(self.session.driver, word, year)

    def add_number_block(self, block: NumberBlock) -> None:
        """A newly leased block; the same block twice is one."""
        numbers.add_block(self.session.driver, block)

    def set_bookmark(self, visit_id: str, bookmark: Bookmark) -> None:
        """Remember the place in a visit."""
        _PUT_BOOKMARK(self.session.driver, visit_id, bookmark.step, bookmark.item)

    def put_enterprises(self, enterprises: Iterable[Enterprise]) -> None:
        """Add or replace files in the registry."""
        registry.put_enterprises(self.session.driver, enterprises)

    def put_tasks(self, tasks: Iterable[Task]) -> None:
        """Add or replace tasks; a closed one stays closed."""
        registry.put_tasks(self.session.driver, tasks)

    def close_tasks(self, task_ids: Iterable[str], visit_id: str) -> None:
        """Tasks now answered by ``visit_id``."""
        registry.close_tasks(self.session.driver, task_ids, visit_id)

    def put_officers(self, officers: Iterable[Officer]) -> None:
        """Add or replace people of the bureau."""
        registry.put_officers(self.session.driver, officers)

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting."""
        _PUT_SETTING(self.session.driver, name, value)

    def add_signed_head(self, signed: SignedHead) -> None:
        """Keep a device signature over a stream's head; the same twice is one."""
        signatures.add_signed_head(self.session.driver, signed)

    def signed_heads(self, stream: str) -> tuple[SignedHead, ...]:
        """The device signatures over a stream, oldest first."""
        return signatures.signed_heads(self.session.driver, stream)
