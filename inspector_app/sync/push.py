"""The outbox on its way up: events in batches, receipts, and the signed heads of what was sent."""

from __future__ import annotations

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Head
from inspector_app.domain.ports import Clock, HeadSigner, OutboxEntry
from inspector_app.domain.sync_ports import SyncStore
from inspector_app.sync.line import Answer, ServerLine
from inspector_app.wire.codec import encode
from inspector_app.wire.hello import Hello
from inspector_app.wire.journal import Entry, PushRequest, Receipt
from inspector_app.wire.protocol import PUSH_PATH

__all__ = ["Push"]

_HEADS_AT_ONCE = 100


class Push:
    """Sends the outbox until it is empty, and signs the heads of what it sent."""

    def __init__(self, line: ServerLine, store: SyncStore, heads: HeadSigner, clock: Clock) -> None:
        self._line = line
        self._store = store
        self._heads = heads
        self._clock = clock
        self._sent: dict[str, Head] = {}

    def events(self, hello: Hello) -> int:
        """Send every pending event; returns how many the server took."""
        taken = 0
        limits = hello.limits
        while batch := self._store.pending_events(limits.batch_events, limits.batch_bytes):
            lineage = self._store.lineage().id
            request = PushRequest(lineage=lineage, entries=tuple(_entry(row) for row in batch))
            answer = self._line.post(PUSH_PATH, request, Receipt)
            receipt = answer.message
            self._check(receipt, lineage, batch)
            self._acknowledge(answer)
            refused = {refusal.position for refusal in receipt.refused}
            taken += sum(
                row.position <= receipt.high_water.position and row.position not in refused
                for row in batch
            )
            accepted = {row.stream for row in batch if row.position not in refused}
            self._sent.update(
                {head.stream: head for head in receipt.streams if head.stream in accepted}
            )
        return taken

    def signed_heads(self) -> None:
        """Sign the heads of the streams that were sent, and hand in all that wait."""
        if self._sent:
            at = self._clock.now().at
            own = {head.stream: head for head in self._store.heads()}
            self._store.keep_signed_heads(
                self._heads.sign_head(head, at)
                for stream, head in sorted(self._sent.items())
                if own.get(stream) == head
            )
        refused: set[tuple[str, int]] = set()
        while True:
            waiting = self._store.unsent_heads(_HEADS_AT_ONCE + len(refused))
            some = [head for head in waiting if (head.head.stream, head.head.seq) not in refused]
            if not some:
                return
            lineage = self._store.lineage().id
            request = PushRequest(lineage=lineage, entries=(), signed_heads=tuple(some))
            kept = set(self._line.post(PUSH_PATH, request, Receipt).message.heads_kept)
            told = [head for head in some if (head.head.stream, head.head.seq) in kept]
            self._store.heads_acknowledged(told)
            refused.update((head.head.stream, head.head.seq) for head in some if head not in told)

    def _acknowledge(self, answer: Answer[Receipt]) -> None:
        receipt = answer.message
        self._store.acknowledge(
            receipt.lineage,
            receipt.high_water.position,
            encode(answer.evidence),
            receipt.server_at,
            {refusal.position: refusal.code for refusal in receipt.refused},
        )

    def _check(self, receipt: Receipt, lineage: str, batch: tuple[OutboxEntry, ...]) -> None:
        """Raise ``Defect`` unless the receipt is about this lineage and we get ahead."""
        if receipt.lineage != lineage or receipt.high_water.position < batch[-1].position:
            raise Defect(
                "sync.stuck",
                "服务器的回执没有覆盖刚上传的记录，同步已暂停。",
                safe="本机记录未丢失。",
                mend="请告知信息化人员。",
                facts={"position": batch[0].position},
            )


def _entry(row: OutboxEntry) -> Entry:
    # A body damaged on disk may not be UTF-8: its hash does not hold then, the server sets it
    # aside, and the positions after it go on.
    return Entry(
        position=row.position,
        stream=row.stream,
        seq=row.seq,
        hash=row.hash,
        body=row.body.decode("utf-8", "replace"),
    )
