"""An in-memory store that passes the contract suite of the real one (tests/contract)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from inspector_app.domain.deadline_starts import DeadlineStart
from inspector_app.domain.enterprise import Enterprise
from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event, Head, SignedHead
from inspector_app.domain.numbering import NumberBlock, exhausted
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
from inspector_app.domain.sync_ports import NumberFate, NumberUse
from inspector_app.domain.task import Task
from inspector_app.storage.search_terms import SHORTEST_QUERY, initials, rank, search_key
from tests.fakes.store_state import MemoryBlobs, State
from tests.fakes.store_sync import MemorySync

__all__ = ["MemoryBlobs", "MemoryReading", "MemoryStore", "MemoryUnitOfWork"]


class MemoryReading:
    """The reads of the port over one state."""

    def __init__(self, state: State) -> None:
        self._state = state

    def events(self, stream: str, after: int = 0) -> tuple[Event, ...]:
        return tuple(self._state.streams.get(stream, [])[after:])

    def streams(self, prefix: str) -> tuple[Head, ...]:
        names = sorted(name for name in self._state.streams if name.startswith(prefix))
        return tuple(self._state.head(name) for name in names)

    def visits(self, *, open_only: bool = False, limit: int = 200) -> tuple[VisitSummary, ...]:
        found = [
            projection.summary
            for projection in self._state.projections.values()
            if not open_only
            or projection.summary.review in {ReviewStatus.NONE, ReviewStatus.RETURNED}
        ]
        found.sort(key=lambda visit: (visit.started_at, visit.visit_id), reverse=True)
        return tuple(found[:limit])

    def visit_summary(self, visit_id: str) -> VisitSummary | None:
        projection = self._state.projections.get(visit_id)
        return projection.summary if projection else None

    def documents(self, *, text: str = "", limit: int = 200) -> tuple[DocumentRow, ...]:
        wanted = text.strip().casefold()
        found = [
            document
            for projection in self._state.projections.values()
            for document in projection.documents
            if any(
                wanted in part.casefold()
                for part in (document.number, document.title, document.enterprise_name)
            )
        ]
        found.sort(key=lambda row: (not row.issued_at, row.issued_at, row.document_id))
        return tuple(reversed(found))[:limit]

    def rectifications(
        self, *, enterprise_id: str = "", open_only: bool = True
    ) -> tuple[RectificationRow, ...]:
        found = [
            row
            for projection in self._state.projections.values()
            for row in projection.rectifications
            if enterprise_id in {"", row.enterprise_id} and not (open_only and row.done)
        ]
        return tuple(
            sorted(found, key=lambda row: (row.deadline or date.min, row.visit_id, row.finding_id))
        )

    def deadline_starts(
        self, *, visit_id: str = "", enterprise_id: str = "", since: str = ""
    ) -> tuple[DeadlineStart, ...]:
        found = [
            start
            for projection in self._state.projections.values()
            for start in projection.deadline_starts
            if visit_id in {"", start.visit_id}
            and enterprise_id in {"", start.enterprise_id}
            and start.at >= since
        ]
        found.sort(key=lambda start: (start.visit_id, start.start_id))
        return tuple(sorted(found, key=lambda start: start.at, reverse=True))

    def remarks(self, visit_id: str = "", *, open_only: bool = False) -> tuple[RemarkRow, ...]:
        found = [
            row
            for projection in self._state.projections.values()
            for row in projection.remarks
            if visit_id in {"", row.visit_id} and not (open_only and row.answered)
        ]
        return tuple(sorted(found, key=lambda row: (row.at, row.remark_id)))

    def bookmark(self, visit_id: str) -> Bookmark | None:
        return self._state.bookmarks.get(visit_id)

    def enterprise(self, enterprise_id: str) -> Enterprise | None:
        return self._state.enterprises.get(enterprise_id)

    def find_enterprises(self, text: str, limit: int = 20) -> tuple[Enterprise, ...]:
        key = search_key(text)
        if len(key) < SHORTEST_QUERY:
            return ()
        hits = []
        for entry in self._state.enterprises.values():
            hit = rank(key, entry.name, entry.credit_code, initials(entry.name))
            if hit is not None:
                hits.append((hit, entry.id))
        return tuple(self._state.enterprises[name] for _, name in sorted(hits)[:limit])

    def tasks(self, *, enterprise_id: str = "", open_only: bool = True) -> tuple[Task, ...]:
        found = [
            task
            for task in self._state.tasks.values()
            if enterprise_id in {"", task.enterprise_id}
            and not (open_only and task.id in self._state.closed_tasks)
        ]
        return tuple(sorted(found, key=lambda task: (task.due, task.id)))

    def licences_expiring(self, until: date, limit: int = 100) -> tuple[Enterprise, ...]:
        found = []
        for enterprise in self._state.enterprises.values():
            ends = [licence.valid_to for licence in enterprise.licences if licence.valid_to]
            if ends and min(ends) <= until:
                found.append((min(ends), enterprise.id))
        return tuple(self._state.enterprises[name] for _, name in sorted(found)[:limit])

    def officers(self) -> tuple[Officer, ...]:
        return tuple(sorted(self._state.officers.values(), key=lambda officer: officer.id))

    def numbers_left(self) -> Mapping[tuple[str, int], int]:
        left: dict[tuple[str, int], int] = {}
        for block in self._state.blocks.values():
            taken = sum(1 for used, _ in self._state.numbers if used == block.id)
            free = 0 if block.id in self._state.retired_blocks else len(block) - taken
            left[block.word, block.year] = left.get((block.word, block.year), 0) + free
        return left

    def outbox_state(self) -> OutboxState:
        state = self._state
        waiting = [ref for sha256, ref in state.blobs.items() if sha256 not in state.uploaded]
        return OutboxState(
            events=len(state.pending()),
            blobs=len(waiting),
            blob_bytes=sum(ref.size for ref in waiting),
            photos=sum(ref.kind == "photo" for ref in waiting),
            quarantined=len(state.set_aside) + len(state.refused_received),
            last_sync=state.last_sync,
            last_error=state.last_error,
        )

    def setting(self, name: str, default: str = "") -> str:
        return self._state.settings.get(name, default)


class MemoryUnitOfWork(MemoryReading):
    """The writes of the port; the store keeps the state only if the transaction ends well."""

    def __init__(self, state: State, blobs: MemoryBlobs) -> None:
        super().__init__(state)
        self._blobs = blobs

    @property
    def state(self) -> State:
        """The state as this transaction sees it."""
        return self._state

    def head(self, stream: str) -> Head:
        return self._state.head(stream)

    def append(self, events: Sequence[Event]) -> None:
        for event in events:
            self._state.add(event, own=True)
            self._note_number(event)

    def append_received(self, events: Sequence[Event]) -> None:
        for event in events:
            known = self._state.streams.get(event.stream, [])
            if event.seq <= len(known) and known[event.seq - 1].hash == event.hash:
                continue
            self._state.add(event, own=False)

    def project(self, projection: VisitProjection) -> None:
        self._state.projections[projection.summary.visit_id] = projection

    def add_blob(self, ref: BlobRef, stream: str) -> None:
        if not self._blobs.has(ref.sha256):
            raise Defect("blobs.absent", "附件尚未写入磁盘。", facts={"sha256": ref.sha256})
        self._state.blobs.setdefault(ref.sha256, ref)
        streams = self._state.blob_streams.setdefault(ref.sha256, [])
        if stream not in streams:
            streams.append(stream)

    def take_number(self, word: str, year: int) -> TakenNumber:
        for block in self._state.blocks.values():
            if (block.word, block.year) != (word, year) or block.id in self._state.retired_blocks:
                continue
            for seq in range(block.first, block.last + 1):
                if (block.id, seq) not in self._state.numbers:
                    self._state.numbers[block.id, seq] = NumberUse(
                        block.id, block.token, word, year, seq, NumberFate.USED, ""
                    )
                    return TakenNumber(block, seq)
        raise exhausted(word, year)

    def _note_number(self, event: Event) -> None:
        if event.type == "document_composed":
            key = (event.payload["block"], event.payload["number_seq"])
            if use := self._state.numbers.get(key):
                document = event.payload["document_id"]
                self._state.numbers[key] = replace(use, document_id=document)
        elif event.type == "document_voided":
            for key, use in self._state.numbers.items():
                if use.document_id == event.payload["document_id"]:
                    self._state.numbers[key] = replace(use, fate=NumberFate.VOID)

    def add_number_block(self, block: NumberBlock) -> None:
        self._state.blocks.setdefault(block.id, block)

    def set_bookmark(self, visit_id: str, bookmark: Bookmark) -> None:
        self._state.bookmarks[visit_id] = bookmark

    def put_enterprises(self, enterprises: Iterable[Enterprise]) -> None:
        self._state.enterprises.update({entry.id: entry for entry in enterprises})

    def put_tasks(self, tasks: Iterable[Task]) -> None:
        self._state.tasks.update({task.id: task for task in tasks})

    def close_tasks(self, task_ids: Iterable[str], visit_id: str) -> None:
        self._state.closed_tasks.update(dict.fromkeys(task_ids, visit_id))

    def put_officers(self, officers: Iterable[Officer]) -> None:
        self._state.officers.update({officer.id: officer for officer in officers})

    def set_setting(self, name: str, value: str) -> None:
        self._state.settings[name] = value

    def add_signed_head(self, signed: SignedHead) -> None:
        if signed not in self._state.signed:
            self._state.signed.append(signed)

    def signed_heads(self, stream: str) -> tuple[SignedHead, ...]:
        return tuple(signed for signed in self._state.signed if signed.head.stream == stream)


class MemoryStore:
    """The port ``Store``, with ``blobs`` and ``sync`` beside it as the real store has them."""

    def __init__(self, device: str = "device-1") -> None:
        self._state = State()
        self._busy = False
        self.blobs = MemoryBlobs()
        self.sync = MemorySync(self, device)

    @contextmanager
    def begin(self) -> Iterator[MemoryUnitOfWork]:
        if self._busy:
            raise Defect("store.nested", "上一个写入尚未结束。")
        self._busy = True
        try:
            state = self._state.copy()
            yield MemoryUnitOfWork(state, self.blobs)
            self._state = state
        finally:
            self._busy = False

    @contextmanager
    def read(self) -> Iterator[MemoryReading]:
        yield MemoryReading(self._state)

    @property
    def state(self) -> State:
        """The committed state, for the synchronisation side and for tests that look inside."""
        return self._state

    def close(self) -> None:
        """Nothing to let go."""
