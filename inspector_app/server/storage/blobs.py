"""Rows of blobs and uploads; the bytes are files (``blob_files``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from inspector_app.domain.officer import Role
from inspector_app.server.storage.devices import Device
from inspector_app.server.storage.engine import insert
from inspector_app.server.storage.schema import blob_senders, blobs, devices, uploads, visit_blobs

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


def upload_of(connection: sa.Connection, device: str, sha256: str, size: int) -> Upload | None:
    """The device's upload of that blob, complete or not."""
    same = sa.and_(uploads.c.device == device, uploads.c.sha256 == sha256, uploads.c.size == size)
    return _upload(connection, same)


def reopen_upload(connection: sa.Connection, upload_id: str) -> None:
    """The blob of a complete upload got lost: it begins anew."""
    connection.execute(uploads.update().where(uploads.c.id == upload_id).values(blob=""))


def forget_uploads(connection: sa.Connection, *, finished_before: str) -> None:
    """Forget uploads that are complete and were begun before then (UTC): nobody asks any more."""
    connection.execute(
        uploads.delete().where(uploads.c.blob != "", uploads.c.started_at < finished_before)
    )


def forget_abandoned(
    connection: sa.Connection, still_here: Collection[str], *, begun_before: str
) -> None:
    """Forget unfinished uploads that were begun before then (UTC) and whose part is gone."""
    rows = connection.execute(
        sa.select(uploads.c.id).where(uploads.c.blob == "", uploads.c.started_at < begun_before)
    )
    gone = [one for one in rows.scalars() if one not in still_here]
    for start in range(0, len(gone), 500):
        connection.execute(uploads.delete().where(uploads.c.id.in_(gone[start : start + 500])))


def drop_upload(connection: sa.Connection, upload_id: str) -> None:
    """Forget an upload."""
    connection.execute(uploads.delete().where(uploads.c.id == upload_id))


def keep_blob(
    connection: sa.Connection, upload: Upload, sha256: str, at: str, *, sent: bool
) -> None:
    """The blob is on disk and verified; the same blob from two senders is one.

    ``sent`` says whether its bytes came by this upload, or were here before.
    """
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
    if sent:
        connection.execute(
            insert(connection, blob_senders)
            .values(sha256=sha256, device=upload.device)
            .on_conflict_do_nothing()
        )
    connection.execute(uploads.update().where(uploads.c.id == upload.id).values(blob=sha256))


def kept(connection: sa.Connection, sha256s: Collection[str]) -> dict[str, int]:
    """Those of the blobs that are kept, with their sizes in bytes."""
    rows = connection.execute(
        sa.select(blobs.c.sha256, blobs.c.size).where(blobs.c.sha256.in_(sha256s))
    )
    return {row.sha256: row.size for row in rows}


def sent_since_revoked(connection: sa.Connection, device: str) -> int:
    """Bytes of the blobs that the device has handed in after it was revoked."""
    revoked_at = sa.select(devices.c.revoked_at).where(devices.c.id == device).scalar_subquery()
    total = sa.select(sa.func.coalesce(sa.func.sum(blobs.c.size), 0)).where(
        blobs.c.device == device, blobs.c.received_at >= revoked_at
    )
    return int(connection.execute(total).scalar_one())


def may_read(connection: sa.Connection, sha256: str, device: Device) -> bool:
    """Whether the device once handed in this blob's bytes, or is a supervisor's and a case names it.

    That an officer's own visit names a blob is no reason: whoever knows a SHA-256 can write it
    into a visit of their own.
    """
    sent = sa.select(blob_senders.c.sha256).where(
        blob_senders.c.sha256 == sha256, blob_senders.c.device == device.id
    )
    if device.role is Role.SUPERVISOR:
        named = sa.select(visit_blobs.c.sha256).where(visit_blobs.c.sha256 == sha256)
        return connection.execute(sent.union_all(named).limit(1)).first() is not None
    return connection.execute(sent).first() is not None


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
