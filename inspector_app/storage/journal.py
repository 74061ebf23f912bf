"""The journal's tables: events are added to the end of their streams and read back as recorded."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from inspector_app.domain.errors import Defect
from inspector_app.domain.journal import Event, Head
from inspector_app.storage.rows import Prepared, insertion

__all__ = ["add_event", "check_follows", "is_known", "read_events", "read_head", "read_heads"]

# Sorts after every name that starts with the prefix before it.
_LAST_CHARACTER = "\U0010ffff"

_ADD = insertion("journal", ["lineage", "stream", "seq", "type", "hash", "prev", "body", "origin"])
_POST = insertion("outbox", ["journal"])
_EVENTS = Prepared("SELECT body, hash FROM journal WHERE stream = ? AND seq > ? ORDER BY seq")
_HEAD = Prepared("""
    SELECT seq, hash FROM journal
    WHERE stream = ? AND seq = (SELECT max(seq) FROM journal WHERE stream = ?)
""")
_HASH = Prepared("SELECT hash FROM journal WHERE stream = ? AND seq = ?")
_HEADS = Prepared("""
    SELECT stream, seq, hash
    FROM journal JOIN (
        SELECT stream, max(seq) AS seq FROM journal WHERE stream >= ? AND stream < ? GROUP BY stream
    ) USING (stream, seq)
    ORDER BY stream
""")


def check_follows(head: Head, event: Event) -> None:
    """``Defect`` unless ``event`` is the next of its stream and its hash is that of its bytes."""
    if event.seq != head.seq + 1 or event.prev != head.hash:
        raise Defect(
            "journal.order",
            "事件与记录的末尾不相接，已拒绝写入。",
            safe="已保存的记录没有变化。",
            facts={"stream": event.stream, "seq": event.seq, "head": head.seq},
        )
    if hashlib.sha256(event.body).hexdigest() != event.hash:
        raise Defect(
            "journal.hash",
            "事件的内容与其校验值不符，已拒绝写入。",
            safe="已保存的记录没有变化。",
            facts={"stream": event.stream, "seq": event.seq},
        )


def add_event(driver: Any, lineage: int, event: Event, *, own: bool) -> None:
    """One row of the journal and, for an own event, one of the outbox. Checks nothing."""
    origin = "own" if own else "received"
    values = (event.stream, event.seq, event.type, event.hash, event.prev, event.body, origin)
    position = _ADD(driver, lineage, *values).lastrowid
    if own:
        _POST(driver, position)


def read_events(driver: Any, stream: str, after: int) -> tuple[Event, ...]:
    """The stream's events above ``after``, in order; ``Defect`` if one cannot be read.

    Their bytes are as they were written, since SQLCipher authenticates each page; the canonical
    form is not worked out again here (``check`` does).
    """
    rows = _EVENTS(driver, stream, after)
    try:
        return tuple(Event(**json.loads(body), hash=digest, body=body) for body, digest in rows)
    except (ValueError, TypeError) as problem:
        raise Defect(
            "journal.body",
            "记录中有一条内容不是规范格式，已拒绝。",
            facts={"stream": stream},
        ) from problem


def read_head(driver: Any, stream: str) -> Head:
    """The stream's head as stored."""
    row = _HEAD(driver, stream, stream).fetchone()
    return Head(stream, *row) if row else Head(stream)


def is_known(driver: Any, event: Event) -> bool:
    """Whether exactly this event is in the journal."""
    row = _HASH(driver, event.stream, event.seq).fetchone()
    return row is not None and row[0] == event.hash


def read_heads(driver: Any, prefix: str) -> tuple[Head, ...]:
    """The heads of the streams whose names start with ``prefix``, by name."""
    rows = _HEADS(driver, prefix, prefix + _LAST_CHARACTER)
    return tuple(Head(*row) for row in rows)
