"""Rows of blobs and uploads; the bytes are files (``blob_files``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from inspector_app.server.storage.engine import insert
from inspector_app.server.storage.schema import blobs, uploads, visit_blobs, visits

__all__ = ["Upload", "keep_blob", "kept", "reconcile"]


@dataclass(frozen=True, slots=True)
class Upload:
    """An upload: what the sender announced (``sha256`` empty if it did not say), and the blob's
    id once complete.
    """

    id: str
    sha256: str
    size: int
    media_type: str
    device: str
    blob: str = ""


def begin_upload(connection: sa.Connection, upload: Upload, at: str) -> None:
    """Keep a new upload."""
    connection.execute(
        uploads.insert().values(
            id=upload.id,
            sha256=upload.sha256,
            size=upload.size,
            media_type=upload.media_type,
            device=upload.device,
            started_at=at,
            blob=upload.blob,
        )
    )


def find_upload(connection: sa.Connection, upload_id: str, device: str) -> Upload | None:
    """The device's upload of that id."""
    return _upload(connection, sa.and_(uploads.c.id == upload_id, uploads.c.device == device))


def unfinished(connection: sa.Connection, device: str, sha256: str, size: int) -> Upload | None:
    """The device's upload of that blob which is not complete."""
    same = sa.and_(
        uploads.c.device == device,
        uploads.c.sha256 == sha256,
        uploads.c.size == size,
        uploads.c.blob == "",
    )
    return _upload(connection, same)


def drop_upload(connection: sa.Connection, upload_id: str) -> None:
    """Forget an upload."""
    connection.execute(uploads.delete().where(uploads.c.id == upload_id))


def keep_blob(connection: sa.Connection, upload: Upload, sha256: str, at: str) -> None:
    """The blob is on disk and verified; the same blob from two senders is one."""
    connection.execute(
        insert(connection, blobs)
        .values(
            sha256=sha256,
            size=upload.size,
            media_type=upload.media_type,
            device=upload.device,
            received_at=at,
        )
        .on_conflict_do_nothing()
    )
    connection.execute(uploads.update().where(uploads.c.id == upload.id).values(blob=sha256))


def kept(connection: sa.Connection, sha256s: Collection[str]) -> dict[str, int]:
    """Those of the blobs that are kept, with their sizes in bytes."""
    rows = connection.execute(
        sa.select(blobs.c.sha256, blobs.c.size).where(blobs.c.sha256.in_(sha256s))
    )
    return {row.sha256: row.size for row in rows}


def may_read(connection: sa.Connection, sha256: str, device: str) -> bool:
    """Whether the device sent this blob or one of its visits names it."""
    sent = sa.select(blobs.c.sha256).where(blobs.c.sha256 == sha256, blobs.c.device == device)
    named = (
        sa.select(visit_blobs.c.sha256)
        .join(visits, visits.c.visit_id == visit_blobs.c.visit_id)
        .where(visit_blobs.c.sha256 == sha256, visits.c.device == device)
    )
    return connection.execute(sent.union_all(named).limit(1)).first() is not None


def reconcile(connection: sa.Connection, on_disk: Mapping[str, int]) -> int:
    """Forget rows whose file is gone or cut short, so that laptops send those blobs again.

    Returns how many: above 0 after the database was restored and the blobs were not.
    """
    rows = connection.execute(sa.select(blobs.c.sha256, blobs.c.size)).all()
    gone = [row.sha256 for row in rows if on_disk.get(row.sha256) != row.size]
    for start in range(0, len(gone), 500):
        some = gone[start : start + 500]
        connection.execute(uploads.delete().where(uploads.c.blob.in_(some)))
        connection.execute(blobs.delete().where(blobs.c.sha256.in_(some)))
    return len(gone)


def _upload(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Upload | None:
    row = connection.execute(sa.select(uploads).where(condition).limit(1)).first()
    if row is None:
        return None
    return Upload(row.id, row.sha256, row.size, row.media_type, row.device, row.blob)
