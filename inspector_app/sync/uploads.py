"""Sending a blob by tus 1.0: ask where the server is, go on from there."""

from __future__ import annotations

from inspector_app.domain.errors import EnvironmentFault
from inspector_app.domain.sync_ports import PendingBlob, Uploads
from inspector_app.sync.faults import portal
from inspector_app.sync.line import ServerLine, TusReply
from inspector_app.wire.blobs import (
    PART_TYPE,
    UPLOAD_LENGTH,
    UPLOAD_METADATA,
    UPLOAD_OFFSET,
    write_metadata,
)
from inspector_app.wire.protocol import UPLOADS_PATH

__all__ = ["send_blob"]

# Each time the server says that it stands elsewhere or is busy with this upload.
_MOST_TURNS = 4


def send_blob(line: ServerLine, store: Uploads, blob: PendingBlob, part_bytes: int) -> None:
    """Send what the server does not have of the blob, in parts of at most ``part_bytes``.

    Returns when the server says it has all; whether it does is asked afterwards, signed.
    ``EnvironmentFault`` if the way fails; the next call goes on from the server's offset.
    """
    turns = 0
    place = _announce(line, blob)
    offset = _offset(line, place)
    while offset is None or offset < blob.size:
        if offset is None:
            # Gone at the server (swept, or its checksum was wrong): from the start.
            turns = _another(turns)
            place = _announce(line, blob)
            offset = _offset(line, place)
            continue
        part = store.blob_chunk(blob.sha256, offset, part_bytes)
        headers = {"Content-Type": PART_TYPE, UPLOAD_OFFSET: str(offset)}
        reply = line.tus("PATCH", place, headers, part)
        if reply.status == 204:
            offset = _told_offset(reply)
        else:
            turns = _another(turns)
            offset = _offset(line, place)


def _announce(line: ServerLine, blob: PendingBlob) -> str:
    metadata = write_metadata({"sha256": blob.sha256, "media_type": blob.media_type})
    headers = {UPLOAD_LENGTH: str(blob.size), UPLOAD_METADATA: metadata}
    reply = line.tus("POST", UPLOADS_PATH, headers)
    place = reply.headers.get("location", "")
    if reply.status != 201 or not place.startswith(f"{UPLOADS_PATH}/"):
        raise portal()
    return place


def _offset(line: ServerLine, place: str) -> int | None:
    reply = line.tus("HEAD", place, {})
    return None if reply.status == 404 else _told_offset(reply)


def _told_offset(reply: TusReply) -> int:
    told = reply.headers.get(UPLOAD_OFFSET.lower(), "")
    if not told.isascii() or not told.isdigit():
        raise portal()
    return int(told)


def _another(turns: int) -> int:
    if turns >= _MOST_TURNS:
        raise EnvironmentFault(
            "blob.refused",
            "服务器暂时不能接收一个附件。",
            safe="附件仍在本机，未丢失。",
            mend="稍后会自动重试；如持续出现请告知信息化人员。",
        )
    return turns + 1
