"""Device signatures over stream heads: kept for ever, sent once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inspector_app.domain.journal import Head, SignedHead
from inspector_app.storage.rows import Prepared, insertion

__all__ = ["add_signed_head", "mark_sent", "signed_heads", "unsent_heads"]

_NAMES = ("stream", "seq", "hash", "device", "key_id", "at", "signature")
_COLUMNS = ", ".join(_NAMES)

_ADD = insertion("signed_heads", [*_NAMES, "sent"], "ON CONFLICT DO NOTHING")
_OF_STREAM = Prepared(f"SELECT {_COLUMNS} FROM signed_heads WHERE stream = ? ORDER BY ordinal")  # noqa: S608 - our own names
_UNSENT = Prepared(f"SELECT {_COLUMNS} FROM signed_heads WHERE sent IS 0 ORDER BY ordinal")  # noqa: S608
_SENT = Prepared(
    f"UPDATE signed_heads SET sent = 1 WHERE {' AND '.join(f'{name} = ?' for name in _NAMES)}"  # noqa: S608
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
    driver.executemany(_SENT.sql, [_values(signed) for signed in heads])
