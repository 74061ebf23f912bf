"""Device signatures over stream heads: kept for ever, sent once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from inspector_app.domain.journal import Head, SignedHead
from inspector_app.storage import schema
from inspector_app.storage.rows import Prepared

__all__ = ["add_signed_head", "mark_sent", "signed_heads", "unsent_heads"]

_s = schema.signed_heads
_NAMES = ("stream", "seq", "hash", "device", "key_id", "at", "signature")
_COLUMNS = tuple(_s.c[name] for name in _NAMES)

_ADD = Prepared(insert(_s).on_conflict_do_nothing(), [*_NAMES, "sent"])
_OF_STREAM = Prepared(
    select(*_COLUMNS).where(_s.c.stream == bindparam("of")).order_by(_s.c.ordinal)
)
_UNSENT = Prepared(select(*_COLUMNS).where(_s.c.sent.is_(False)).order_by(_s.c.ordinal))
_SENT = Prepared(
    update(_s)
    .values(sent=bindparam("now_sent"))
    .where(*(_s.c[name] == bindparam(f"of_{name}") for name in _NAMES))
)


def _values(signed: SignedHead) -> tuple[str | int, ...]:
    head = signed.head
    return (
        head.stream,
        head.seq,
        head.hash,
        signed.device,
        signed.key_id,
        signed.at,
        signed.signature,
    )


def _read(row: tuple[str, int, str, str, str, str, str]) -> SignedHead:
    return SignedHead(Head(*row[:3]), *row[3:])


def add_signed_head(driver: Any, signed: SignedHead) -> None:
    """Keep it; the same twice is one."""
    _ADD(driver, *_values(signed), 0)


def signed_heads(driver: Any, stream: str) -> tuple[SignedHead, ...]:
    """Those of one stream, the oldest first."""
    return tuple(_read(row) for row in _OF_STREAM(driver, stream))


def unsent_heads(driver: Any, limit: int) -> tuple[SignedHead, ...]:
    """Those the server has not confirmed, the oldest first."""
    return tuple(_read(row) for row in _UNSENT(driver).fetchmany(limit))


def mark_sent(driver: Any, heads: Iterable[SignedHead]) -> None:
    """The server keeps these."""
    driver.executemany(_SENT.sql, [(1, *_values(signed)) for signed in heads])
