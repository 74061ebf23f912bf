"""Taking in the journal: verify, insert under unique constraints, fold, answer with a receipt.

Idempotent by (stream, seq, hash): a batch repeated, reordered or cut anywhere leaves the same
state, and the receipt says up to where the server has the lineage.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import sqlalchemy as sa

from inspector_app.domain.errors import Defect, UserError
from inspector_app.domain.journal import Event, Head
from inspector_app.domain.officer import Role
from inspector_app.domain.projection import project_visit
from inspector_app.domain.review import fold_reviews
from inspector_app.domain.visit import Visit, fold_visit, follow
from inspector_app.domain.visit_journal import visit_stream
from inspector_app.server.clock import Now, stamp
from inspector_app.server.folded_visits import FoldedVisits
from inspector_app.server.judgement import (
    ALARMING,
    Refused,
    Standing,
    follows,
    may_write,
    read_entry,
)
from inspector_app.server.legality import LawBook, refuse_blocked
from inspector_app.server.named_blobs import blobs_named, packs_named
from inspector_app.server.storage import cases, feed, journal
from inspector_app.server.storage.devices import Device, raise_alarm
from inspector_app.server.storage.engine import Database
from inspector_app.server.storage.journal import LineageRow, SetAside, StreamRow
from inspector_app.server.stream_names import StreamName
from inspector_app.trust.signing import VerifyKey
from inspector_app.wire.feed import ReviewItem, TaskItem
from inspector_app.wire.hello import HighWater
from inspector_app.wire.journal import Entry, EventText, PushRequest, Receipt, Refusal
from inspector_app.wire.refusals import REFUSALS, family

__all__ = ["Ingest"]


class Ingest:
    """The one place where events enter the server's journal."""

    def __init__(self, database: Database, epoch: str, now: Now, law: LawBook) -> None:
        self._database = database
        self._epoch = epoch
        self._now = now
        self._law = law
        self._folded = FoldedVisits()

    def push(self, device: Device, request: PushRequest) -> Receipt:
        """Take what fits and set aside what does not; the receipt is made of what is on disk.

        ``UserError`` (lineage.foreign, lineage.forked), with nothing taken, if the lineage is
        another device's or says something else of a position: the sender's database is a clone.
        """
        at = stamp(self._now())
        try:
            try:
                return self._take(device, request, at, careful=False)
            except _Unprojectable:
                # Some event passes the fold but not the projection: find it, one by one.
                return self._take(device, request, at, careful=True)
        except _LineageForked:
            with self._database.write() as connection:
                raise_alarm(connection, "lineage.forked", device.id, request.lineage, at)
            raise _not_your_lineage("lineage.forked") from None

    def _take(self, device: Device, request: PushRequest, at: str, *, careful: bool) -> Receipt:
        with self._database.write() as connection:
            batch = _Batch(
                connection, device, request, at, self._folded, self._law, careful=careful
            )
            receipt = batch.take(self._epoch)
        self._folded.remember(batch.visits.values())
        return receipt


class _Batch:
    """One push inside its transaction."""

    def __init__(
        self,
        connection: sa.Connection,
        device: Device,
        request: PushRequest,
        at: str,
        folded: FoldedVisits,
        law: LawBook,
        *,
        careful: bool,
    ) -> None:
        self._connection = connection
        self._device = device
        self._request = request
        self._at = at
        self._folded = folded
        self._law = law
        self._careful = careful
        self._streams = journal.streams_named(
            connection, {entry.stream for entry in request.entries}
        )
        self._added: list[tuple[Event, StreamName]] = []
        self._aside: list[SetAside] = []
        self._blocked: set[str] = set()
        self.visits: dict[str, Visit] = {}

    def take(self, epoch: str) -> Receipt:
        """Judge every entry, write what came of it, and say where the lineage stands."""
        row = self._lineage()
        high_water = self._judge_all(row.high_water)
        connection, device, at = self._connection, self._device, self._at
        journal.add_events(connection, (event for event, _ in self._added), device.id, at)
        touched = {event.stream for event, _ in self._added}
        journal.move_streams(connection, (self._streams[stream] for stream in sorted(touched)))
        journal.set_aside(connection, self._aside, device.id, row.id, at)
        journal.move_lineage(connection, LineageRow(row.id, row.device, high_water), at)
        for one in self._aside:
            if family(one.code) in ALARMING:
                subject = f"{one.entry.stream}#{one.entry.seq}"
                raise_alarm(connection, one.code, device.id, subject, at)
        if device.revoked:
            cases.name_aside(connection, device.id, sorted(self._named_aside()))
        self._tell()
        self._project()
        return Receipt(
            epoch=epoch,
            lineage=row.id,
            high_water=high_water,
            server_at=at,
            # Of another device's stream, not even that it exists.
            streams=tuple(
                row.head for _, row in sorted(self._streams.items()) if row.device == device.id
            ),
            refused=tuple(
                Refusal(
                    position=one.entry.position,
                    stream=one.entry.stream,
                    seq=one.entry.seq,
                    hash=one.entry.hash,
                    code=one.code,
                    reason=REFUSALS[family(one.code)] + one.detail,
                )
                for one in self._aside
            ),
            heads_kept=self._keep_heads(),
        )

    def _lineage(self) -> LineageRow:
        row = journal.lineage(self._connection, self._request.lineage)
        if row is None:
            return LineageRow(self._request.lineage, self._device.id, HighWater())
        if row.device != self._device.id:
            raise _not_your_lineage("lineage.foreign")
        return row

    def _judge_all(self, high_water: HighWater) -> HighWater:
        hashes = [entry.hash for entry in self._request.entries]
        known = journal.known_hashes(self._connection, hashes)
        aside = journal.codes_aside(self._connection, hashes, self._device.id)
        for entry in self._request.entries:
            if entry.position > high_water.position + 1:
                # An earlier batch is still on its way; the receipt says from where to go on.
                break
            if entry.position == high_water.position + 1:
                high_water = HighWater(position=entry.position, hash=entry.hash)
            elif entry.hash not in known and entry.hash not in aside:
                raise _LineageForked
            if entry.hash in known:
                continue
            try:
                self._accept(entry)
            except Refused as refused:
                # Judged again, an old refusal may read otherwise (its place is taken by now); the
                # first reason stands, so that a repeated push changes nothing.
                code = aside.get(entry.hash, refused.code)
                detail = refused.detail if code == refused.code else ""
                self._aside.append(SetAside(entry, code, detail))
                self._blocked.add(entry.stream)
            else:
                known.add(entry.hash)
        accepted = {event.hash for event, _ in self._added}
        if again := aside.keys() & accepted:
            journal.resolve(self._connection, again, self._at)
        return high_water

    def _accept(self, entry: Entry) -> None:
        if self._device.revoked:
            raise Refused("device.revoked")
        event, name = read_entry(entry)
        row = self._streams.get(event.stream)
        head = row.head if row else Head(event.stream)
        writer = row.device if row else self._device.id
        # Whether the stream is blocked only matters for the wording when the event does not fit.
        fits = event.seq == head.seq + 1 and event.prev == head.hash
        standing = Standing(head, writer, not fits and self._is_blocked(event.stream))
        follows(event, standing, self._device.id)
        if name.kind == "review":
            visit = self._visit(visit_stream(name.visit_id))
            may_write(event, name, self._device, self._supervisors(), visit)
        else:
            self._follow(event)
        self._streams[event.stream] = StreamRow(event.head, name.kind, name.visit_id, writer)
        self._added.append((event, name))

    def _follow(self, event: Event) -> None:
        before = self._visit(event.stream)
        try:
            visit = follow(before, event)
            refuse_blocked(self._law, before, visit, event)
            if self._careful:
                project_visit(visit, fold_reviews(()))
        except Defect as defect:
            newer = defect.code == "visit.event_version"
            raise Refused("event.newer" if newer else "event.unreadable") from defect
        except Refused:
            raise
        except Exception as error:
            raise Refused("event.unreadable") from error
        self.visits[event.stream] = visit

    def _visit(self, stream: str) -> Visit | None:
        if stream not in self.visits:
            row = self._streams.get(stream) or journal.streams_named(
                self._connection, [stream]
            ).get(stream)
            if row is None:
                return None
            visit = self._folded.at(row.head) or fold_visit(
                journal.stored_events(self._connection, [stream])
            )
            if visit is None:
                return None
            self.visits[stream] = visit
        return self.visits[stream]

    def _is_blocked(self, stream: str) -> bool:
        return stream in self._blocked or journal.is_blocked(self._connection, stream)

    def _supervisors(self) -> frozenset[str]:
        known = feed.officers(self._connection)
        return frozenset(officer.id for officer in known if officer.role is Role.SUPERVISOR)

    def _named_aside(self) -> Iterator[str]:
        for one in self._aside:
            with suppress(Refused):
                event, _ = read_entry(one.entry)
                yield from (*blobs_named(event), *packs_named(event))

    def _tell(self) -> None:
        """Reviews go to the laptop that owns the visit; tasks that are done, to nobody any more."""
        told: list[feed.Announcement] = []
        for event, name in self._added:
            if name.kind == "review":
                stream = visit_stream(name.visit_id)
                owner = journal.streams_named(self._connection, [stream])[stream].device
                told.append(feed.Announcement(ReviewItem(EventText.of(event)), owner))
            elif event.type == "visit_completed":
                self._take_back(event, self.visits[event.stream])
        if told:
            feed.announce(self._connection, told, self._at)

    def _take_back(self, completed: Event, visit: Visit) -> None:
        """The tasks of a completed visit are to be done no more, by anybody.

        But only tasks that were this visit's to do; any other claim is an alarm.
        """
        for task in visit.tasks:
            told = feed.task_told(self._connection, task.id)
            if told is None:
                continue
            if self._was_to_do(told, completed, visit):
                feed.withdraw_task(self._connection, told, self._at)
            else:
                raise_alarm(self._connection, "task.foreign", self._device.id, task.id, self._at)

    def _was_to_do(self, told: feed.Announcement, completed: Event, visit: Visit) -> bool:
        item, device = told.item, self._device
        people = {officer.id for officer in feed.officers(self._connection)}
        return (
            isinstance(item, TaskItem)
            and told.device in {"", device.id}
            and item.task.enterprise_id == visit.enterprise.id
            and completed.by in people.intersection(officer.id for officer in visit.officers)
            and device.officer_id in {"", completed.by}
            and not cases.begun_by_another(self._connection, item.task.id, visit.id, device.id)
        )

    def _project(self) -> None:
        named: set[tuple[str, str]] = set()
        touched: set[str] = set()
        for event, name in self._added:
            touched.add(name.visit_id)
            named.update((name.visit_id, sha256) for sha256 in blobs_named(event))
        for visit_id in sorted(touched):
            visit = self._visit(visit_stream(visit_id))
            if visit is None:
                continue
            reviews = journal.streams_of_visit(self._connection, visit_id, "review")
            review = fold_reviews(journal.stored_events(self._connection, reviews))
            try:
                summary = project_visit(visit, review).summary
            except Exception as error:
                if self._careful:
                    raise
                raise _Unprojectable from error
            row = self._streams.get(visit.head.stream)
            owner = row.device if row else self._device.id
            cases.keep_summary(self._connection, summary, owner)
            cases.name_tasks(self._connection, visit_id, visit.tasks)
        cases.name_blobs(self._connection, sorted(named))

    def _keep_heads(self) -> tuple[tuple[str, int], ...]:
        if self._device.revoked:
            return ()
        key = VerifyKey.from_text(self._device.public_key)
        kept: list[tuple[str, int]] = []
        asked = {signed.head.stream for signed in self._request.signed_heads}
        written = journal.streams_named(self._connection, asked)
        for signed in self._request.signed_heads:
            head, alarm = signed.head, ""
            stream = written.get(head.stream)
            if (
                signed.device != self._device.id
                or signed.key_id != key.id
                or not key.verifies(signed.message, signed.signature)
            ):
                alarm = "head.signature"
            elif stream is not None and stream.device != self._device.id:
                alarm = "head.foreign"
            elif journal.holds(self._connection, head):
                journal.add_signed_head(self._connection, signed, self._at)
                kept.append((head.stream, head.seq))
            if alarm:
                subject = f"{head.stream}#{head.seq}"
                raise_alarm(self._connection, alarm, self._device.id, subject, self._at)
        return tuple(kept)


class _LineageForked(Exception):
    pass


class _Unprojectable(Exception):
    pass


def _not_your_lineage(code: str) -> UserError:
    return UserError(
        code,
        "本机数据库与服务器上的记录来源不一致，可能是整机复制或恢复了旧备份。",
        safe="本机记录未丢失。",
        mend="同步会自动另起一条记录序列后继续。",
    )
