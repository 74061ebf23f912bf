"""The port ``Uploads``: blobs and signed heads that the server does not have yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inspector_app.domain.journal import SignedHead
from inspector_app.domain.sync_ports import PendingBlob
from inspector_app.storage import signatures
from inspector_app.storage.rows import Prepared

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore

__all__ = ["SqlUploads"]

# PDFs first: a case without its papers cannot be reviewed; videos last: they are large.
_PENDING = Prepared("""
    SELECT sha256, size, kind, media_type,
        (SELECT min(stream) FROM blob_needs WHERE blob = blobs.id)
    FROM blobs
    WHERE uploaded IS 0
    ORDER BY CASE kind WHEN 'pdf' THEN 0 WHEN 'photo' THEN 2 WHEN 'video' THEN 3 ELSE 1 END, id
""")
_MARK = Prepared("UPDATE blobs SET uploaded = ? WHERE sha256 = ? AND uploaded = ?")


class SqlUploads:
    """Each call is one short transaction of its own."""

    def __init__(self, store: LaptopStore) -> None:
        self._store = store

    def pending_blobs(self, limit: int = 50) -> tuple[PendingBlob, ...]:
        """Blobs not confirmed: PDFs, then other kinds, photos, videos; the oldest first."""
        with self._store.read() as reading:
            rows = _PENDING(reading.session.driver).fetchmany(limit)
            return tuple(PendingBlob(*row) for row in rows)

    def blob_chunk(self, sha256: str, offset: int, size: int) -> bytes:
        """Plain bytes ``offset`` … ``offset + size``; shorter at the end, empty after it."""
        return self._store.blobs.chunk(sha256, offset, size)

    def blob_acknowledged(self, sha256: str) -> None:
        """The server verified and keeps this blob."""
        with self._store.begin() as uow:
            _MARK(uow.session.driver, 1, sha256, 0)

    def blobs_missing(self, sha256s: Iterable[str]) -> int:
        """The server says it lacks these: pending again where known here; returns how many."""
        with self._store.begin() as uow:
            driver = uow.session.driver
            return sum(_MARK(driver, 0, sha256, 1).rowcount for sha256 in set(sha256s))

    def unsent_heads(self, limit: int = 100) -> tuple[SignedHead, ...]:
        """Signed heads the server has not confirmed, the oldest first."""
        with self._store.read() as reading:
            return signatures.unsent_heads(reading.session.driver, limit)

    def keep_signed_heads(self, heads: Iterable[SignedHead]) -> None:
        """Heads that sync has just signed; unsent until confirmed."""
        with self._store.begin() as uow:
            for signed in heads:
                uow.add_signed_head(signed)

    def heads_acknowledged(self, heads: Iterable[SignedHead]) -> None:
        """The server keeps these signed heads."""
        with self._store.begin() as uow:
            signatures.mark_sent(uow.session.driver, heads)
