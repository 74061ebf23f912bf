"""The port ``Uploads``: blobs and signed heads that the server does not have yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, case, func, literal_column, select, update

from inspector_app.domain.journal import SignedHead
from inspector_app.domain.sync_ports import PendingBlob
from inspector_app.storage import schema, signatures
from inspector_app.storage.rows import Prepared

if TYPE_CHECKING:
    from inspector_app.storage.laptop import LaptopStore

__all__ = ["SqlUploads"]

_b, _n = schema.blobs, schema.blob_needs

# PDFs first: a case without its papers cannot be reviewed; videos last: they are large.
_LANE = case(
    (_b.c.kind == literal_column("'pdf'"), literal_column("0")),
    (_b.c.kind == literal_column("'photo'"), literal_column("2")),
    (_b.c.kind == literal_column("'video'"), literal_column("3")),
    else_=literal_column("1"),
)
_first_need = (
    select(func.min(_n.c.stream)).where(_n.c.blob == _b.c.id).correlate(_b).scalar_subquery()
)
_PENDING = Prepared(
    select(_b.c.sha256, _b.c.size, _b.c.kind, _b.c.media_type, _first_need)
    .where(_b.c.uploaded.is_(False))
    .order_by(_LANE, _b.c.id)
)
_MARK = Prepared(
    update(_b)
    .values(uploaded=bindparam("now"))
    .where(_b.c.sha256 == bindparam("of"), _b.c.uploaded == bindparam("was"))
)


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
