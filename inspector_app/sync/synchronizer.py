"""One synchronisation: hello, events, numbers, blobs, leases, feed, in this order."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from inspector_app.domain.errors import Defect, EnvironmentFault, InspectorError, UserError
from inspector_app.domain.ports import Clock, HeadSigner, SyncOutcome
from inspector_app.domain.sync_ports import PendingBlob, SyncStore
from inspector_app.sync.backoff import Pace
from inspector_app.sync.feed_reader import items_of
from inspector_app.sync.line import ServerLine
from inspector_app.sync.orders import WIPED, revoked, wiped
from inspector_app.sync.push import Push
from inspector_app.sync.standing import GoOn, NewLineage, Rearm, decide
from inspector_app.sync.uploads import send_blob
from inspector_app.wire.blobs import BlobsKept, BlobsMissing, BlobsQuestion
from inspector_app.wire.feed import FeedPage
from inspector_app.wire.hello import Hello, HelloRequest, Order
from inspector_app.wire.journal import EventsReply, SinceRequest
from inspector_app.wire.numbers import LeaseReply, LeaseRequest, UsesReply, UsesReport
from inspector_app.wire.protocol import (
    BLOBS_KEPT_PATH,
    BLOBS_MISSING_PATH,
    BUILD,
    FEED_PATH,
    HELLO_PATH,
    LEASE_PATH,
    SINCE_PATH,
    USES_PATH,
)

__all__ = ["HttpSynchronizer"]

_LOG = logging.getLogger(__name__)
_NOT_OURS = frozenset({"lineage.foreign", "lineage.forked"})
_BLOBS_AT_ONCE = 50
_USES_AT_ONCE = 500


class HttpSynchronizer:
    """The ``Synchronizer`` port. Safe to call from any thread; a second call meanwhile is refused.

    ``wipe`` carries out the server's order to clear this device, after its last upload, and says
    whether nothing is left to do. The store is closed then.
    """

    def __init__(
        self,
        line: ServerLine,
        store: SyncStore,
        heads: HeadSigner,
        clock: Clock,
        *,
        pace: Pace | None = None,
        wipe: Callable[[], bool] | None = None,
    ) -> None:
        self._line = line
        self._store = store
        self._heads = heads
        self._clock = clock
        self._pace = pace
        self._wipe = wipe
        self._turn = threading.Lock()
        self._released = False

    def synchronize(self) -> SyncOutcome:
        """Bring both sides level.

        Raises ``EnvironmentFault`` (offline, captive portal, busy …): what was receipted stays
        receipted, the rest stays pending. Raises ``UserError`` where a person must act.
        """
        if not self._turn.acquire(blocking=False):
            raise EnvironmentFault("sync.running", "正在同步。", mend="请等它结束。")
        try:
            with self._outcome_recorded():
                return self._synchronize()
        finally:
            self._turn.release()

    def _synchronize(self) -> SyncOutcome:
        try:
            return self._exchange()
        except UserError as error:
            if error.code not in _NOT_OURS:
                raise
            # Found out while pushing: another clone was here between hello and push.
            self._start_new_lineage(error.code)
            return self._exchange()

    def _exchange(self) -> SyncOutcome:
        hello = self._agree()
        if Order.WIPE in hello.orders and self._wipe is not None:
            self._hand_in(hello)
            raise wiped(finished=self._wipe())
        self._release_once()
        push = Push(self._line, self._store, self._heads, self._clock)
        pushed = push.events(hello)
        if Order.REVOKED not in hello.orders:
            push.signed_heads()
            self._report_numbers()
        blobs, fault = self._send_blobs(hello)
        if Order.REVOKED in hello.orders:
            raise revoked()
        self._lease_numbers(hello)
        received, changed, server_at = self._read_feed()
        if fault is not None:
            raise fault
        return SyncOutcome(
            pushed=pushed,
            blobs=blobs,
            received=received,
            visits_changed=changed,
            quarantined=len(self._store.quarantined()),
            server_at=server_at or hello.server_at,
        )

    def _hand_in(self, hello: Hello) -> None:
        """Give the server what it still takes, before this device is wiped.

        Raises ``EnvironmentFault`` where trying again may help; what is refused for good, or
        cannot be read here, holds no order up.
        """
        fault: InspectorError | None = None
        try:
            self._release_once()
            push = Push(self._line, self._store, self._heads, self._clock)
            push.events(hello)
            _, fault = self._send_blobs(hello)
        except (UserError, Defect) as refused:
            _LOG.warning("handing in before the wipe ended: %s", refused.code)
        if isinstance(fault, EnvironmentFault):
            raise fault

    def _release_once(self) -> None:
        if not self._released:
            # What the server set aside once it may take now: it was upgraded, or a person acted.
            # Asked once a session, and only when there is a server to ask.
            self._release_from(1)
            self._released = True

    # --- where both sides stand ----------------------------------------------

    def _agree(self) -> Hello:
        hello = self._hello()
        verdict = decide(self._store.lineage(), hello, self._store.hash_at)
        match verdict:
            case NewLineage(reason):
                self._start_new_lineage(reason)
                return self._hello()
            case Rearm(position):
                _LOG.warning("the server is behind position %d: sending again from there", position)
                self._release_from(position)
                self._store.rearm(position)
            case GoOn():
                pass
        return hello

    def _hello(self) -> Hello:
        lineage = self._store.lineage()
        request = HelloRequest(
            lineage=lineage.id,
            last=lineage.last,
            acknowledged=lineage.acknowledged,
            at=self._clock.now().at,
            build=BUILD,
            blocks=self._store.number_blocks(),
            given_up=self._store.given_up_blocks(),
        )
        hello = self._line.post(HELLO_PATH, request, Hello).message
        if hello.lost_blocks:
            self._store.give_up_blocks(hello.lost_blocks)
        return hello

    def _start_new_lineage(self, reason: str) -> None:
        _LOG.warning("starting a new lineage: %s", reason)
        self._store.start_new_lineage(self._clock.now().at)
        # What this database has forgotten and the server has, comes back before anything is added.
        more = True
        while more:
            request = SinceRequest(heads=self._store.heads())
            try:
                reply = self._line.post(SINCE_PATH, request, EventsReply).message
            except UserError as refused:
                if refused.code != "device.revoked":
                    raise
                # Nothing comes down any more; what is here can go up all the same.
                return
            events = [text.event() for text in reply.events]
            effect = self._store.apply_feed(
                events, self._store.feed_cursor(), self._store.server_at()
            )
            more = reply.more and effect.received > 0

    def _release_from(self, position: int) -> None:
        for event in self._store.quarantined():
            if event.position >= max(position, 1):
                self._store.release(event.position)

    # --- the other verbs -----------------------------------------------------

    def _report_numbers(self) -> None:
        """Report every number; one that is refused is an alarm there and offered again next time.

        The refused ones stand first in every page, so the page grows by them.
        """
        refused: set[tuple[str, int, int]] = set()
        while True:
            waiting = self._store.number_uses(_USES_AT_ONCE + len(refused))
            uses = [use for use in waiting if (use.word, use.year, use.seq) not in refused]
            if not uses:
                return
            reply = self._line.post(USES_PATH, UsesReport(uses=tuple(uses)), UsesReply).message
            refused.update((use.word, use.year, use.seq) for use in reply.refused)
            kept = [use for use in uses if (use.word, use.year, use.seq) not in refused]
            self._store.numbers_reported(kept)

    def _send_blobs(self, hello: Hello) -> tuple[int, InspectorError | None]:
        """Send every pending blob; one that cannot be read here is passed over and told after."""
        missing = self._line.get(BLOBS_MISSING_PATH, BlobsMissing).message.missing
        if missing:
            self._store.blobs_missing(missing)
        sent = 0
        fault: InspectorError | None = None
        failed: set[str] = set()
        while True:
            pending = self._store.pending_blobs(_BLOBS_AT_ONCE + len(failed))
            batch = [blob for blob in pending if blob.sha256 not in failed]
            if not batch:
                return sent, fault
            lacking = self._acknowledge_kept(batch)
            for blob in lacking:
                try:
                    send_blob(self._line, self._store, blob, hello.limits.part_bytes)
                except (Defect, KeyError) as damaged:
                    failed.add(blob.sha256)
                    fault = damaged if isinstance(damaged, Defect) else _absent()
                except UserError as refused:
                    if refused.code != "device.revoked":
                        raise
                    # Of a revoked device the server takes only what its record names.
                    failed.add(blob.sha256)
            rest = self._acknowledge_kept(lacking)
            sent += len(lacking) - len(rest)
            if any(blob.sha256 not in failed for blob in rest):
                fault = _unconfirmed()
            failed.update(blob.sha256 for blob in rest)

    def _acknowledge_kept(self, blobs: list[PendingBlob]) -> list[PendingBlob]:
        """Acknowledge what the server says, signed, that it keeps; returns the others."""
        if not blobs:
            return []
        question = BlobsQuestion(sha256s=tuple(blob.sha256 for blob in blobs))
        kept = set(self._line.post(BLOBS_KEPT_PATH, question, BlobsKept).message.kept)
        for blob in blobs:
            if blob.sha256 in kept:
                self._store.blob_acknowledged(blob.sha256)
        return [blob for blob in blobs if blob.sha256 not in kept]

    def _lease_numbers(self, hello: Hello) -> None:
        for wanted in hello.numbers:
            left = self._store.numbers_left().get((wanted.word, wanted.year), 0)
            if left >= wanted.low:
                continue
            request = LeaseRequest(
                lineage=self._store.lineage().id,
                word=wanted.word,
                year=wanted.year,
                held=tuple(block.id for block in self._store.number_blocks()),
            )
            block = self._line.post(LEASE_PATH, request, LeaseReply).message.block
            self._store.apply_feed([block], self._store.feed_cursor(), hello.server_at)

    def _read_feed(self) -> tuple[int, tuple[str, ...], str]:
        received, server_at, more = 0, "", True
        changed: dict[str, None] = {}
        while more:
            page = self._page()
            effect = self._store.apply_feed(items_of(page.items), page.cursor, page.server_at)
            received += effect.received
            changed.update(dict.fromkeys(effect.visits_changed))
            server_at, more = page.server_at, page.more
        return received, tuple(changed), server_at

    def _page(self) -> FeedPage:
        cursor = self._store.feed_cursor()
        try:
            return self._line.get(FEED_PATH, FeedPage, {"after": cursor}).message
        except UserError as error:
            if error.code != "feed.cursor":
                raise
            # The server was restored from a backup: everything again, which changes nothing twice.
            return self._line.get(FEED_PATH, FeedPage).message

    @contextmanager
    def _outcome_recorded(self) -> Iterator[None]:
        try:
            yield
        except InspectorError as error:
            if self._pace is not None:
                self._pace.heed(float(error.facts.get("retry_after", 0)))
            if error.code not in WIPED:
                self._store.record_outcome(self._clock.now().at, error.what)
            raise
        if self._pace is not None:
            self._pace.heed(0)
        self._store.record_outcome(self._clock.now().at)


def _unconfirmed() -> EnvironmentFault:
    return EnvironmentFault(
        "blob.unconfirmed",
        "有附件上传后没有得到服务器的确认。",
        safe="附件仍在本机，未丢失。",
        mend="稍后会自动重试；如持续出现请告知信息化人员。",
    )


def _absent() -> Defect:
    return Defect("blobs.absent", "有附件在本机找不到，暂未上传。", mend="请告知信息化人员。")
