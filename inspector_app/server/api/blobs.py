"""Blobs: uploads by tus 1.0 (core, creation, checksum), questions about them, downloads.

Source: the tus resumable upload protocol, version 1.0.0.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from typing import Any, cast

from litestar import Request, Response, get, patch, post, route
from litestar.params import FromPath, JSONBody
from litestar.response import File

from inspector_app.domain.errors import UserError
from inspector_app.server.api.access import TheDesk, TheDevice, TheUploads, revoked_device
from inspector_app.server.api.arriving import Cut, Receive, TooSlow, arriving
from inspector_app.server.api.problems import answer
from inspector_app.server.blob_files import WrongChecksum
from inspector_app.server.desk import Desk
from inspector_app.server.storage import blobs, cases
from inspector_app.server.storage.devices import Device
from inspector_app.server.uploads import (
    Busy,
    TooLong,
    UnknownUpload,
    WrongOffset,
)
from inspector_app.wire.blobs import (
    CHECKSUM_MISMATCH,
    PART_TYPE,
    TUS_RESUMABLE,
    TUS_VERSION,
    UPLOAD_CHECKSUM,
    UPLOAD_LENGTH,
    UPLOAD_METADATA,
    UPLOAD_OFFSET,
    BlobsKept,
    BlobsMissing,
    BlobsQuestion,
    read_checksum,
    read_metadata,
)
from inspector_app.wire.problem import Problem
from inspector_app.wire.protocol import (
    BLOB_PATH,
    BLOBS_KEPT_PATH,
    BLOBS_MISSING_PATH,
    UPLOADS_PATH,
)

__all__ = ["ROUTES"]

_SHA256 = re.compile("[0-9a-f]{64}")
_ASKED = 1_000
_BASE = {TUS_RESUMABLE: TUS_VERSION, "Cache-Control": "no-store"}
_Answer = Response[bytes]


@route(UPLOADS_PATH, http_method=["OPTIONS"], sync_to_thread=False)
def describe_uploads(desk: TheDesk) -> _Answer:
    """What this server speaks of tus."""
    return _answer(
        204,
        {
            "Tus-Version": TUS_VERSION,
            "Tus-Extension": "creation,checksum",
            "Tus-Checksum-Algorithm": "sha256",
            "Tus-Max-Size": str(desk.settings.limits.blob_bytes),
        },
    )


@post(UPLOADS_PATH, sync_to_thread=True)
def create_upload(
    request: Request[Any, Any, Any], desk: TheDesk, uploads: TheUploads, anyone: TheDevice
) -> _Answer:
    """Announce a blob; ``sha256`` and ``media_type`` in the metadata are known here."""
    if refusal := _refused_version(request):
        return refusal
    try:
        size = _number(request.headers.get(UPLOAD_LENGTH, ""))
        told = read_metadata(request.headers.get(UPLOAD_METADATA, ""))
        if size > desk.settings.limits.blob_bytes:
            raise TooLong
        sha256 = told.get("sha256", "")
        if sha256 and not _SHA256.fullmatch(sha256):
            raise ValueError(sha256)
        _check_owed(desk, anyone, sha256, size)
        upload = uploads.create(anyone.id, sha256, size, told.get("media_type", "")[:100])
    except tuple(_REFUSALS) as error:
        return _refuse(*_REFUSALS[type(error)])
    return _answer(201, {"Location": f"{UPLOADS_PATH}/{upload.id}"})


@route(UPLOADS_PATH + "/{upload_id:str}", http_method=["HEAD"])
async def read_offset(uploads: TheUploads, anyone: TheDevice, upload_id: FromPath[str]) -> _Answer:
    """From where to go on."""
    try:
        upload = await asyncio.to_thread(uploads.find, upload_id, anyone.id)
        upload = await asyncio.to_thread(uploads.complete, upload)
    except (UnknownUpload, WrongChecksum):
        return _answer(404, {})
    told = {UPLOAD_OFFSET: str(uploads.offset(upload)), UPLOAD_LENGTH: str(upload.size)}
    return _answer(200, told)


@patch(UPLOADS_PATH + "/{upload_id:str}", status_code=200, request_max_body_size=None)
async def append_part(
    request: Request[Any, Any, Any],
    desk: TheDesk,
    uploads: TheUploads,
    anyone: TheDevice,
    upload_id: FromPath[str],
) -> _Answer:
    """Append bytes at the offset. What arrived before a cut stays; the last byte settles it."""
    if refusal := _refused_version(request):
        return refusal
    try:
        if request.headers.get("Content-Type", "") != PART_TYPE:
            raise _WrongType
        offset = _number(request.headers.get(UPLOAD_OFFSET, ""))
        checksum = _checksum(request.headers.get(UPLOAD_CHECKSUM, ""))
        with uploads.writing(upload_id):
            upload = await asyncio.to_thread(uploads.find, upload_id, anyone.id)
            await asyncio.to_thread(_check_owed, desk, anyone, upload.sha256, upload.size)
            pieces = _chunks(request, desk.settings.idle_seconds)
            reached = await uploads.append(upload, offset, pieces, checksum)
            if reached == upload.size and not upload.blob:
                await asyncio.to_thread(uploads.settle, upload)
    except tuple(_REFUSALS) as error:
        return _refuse(*_REFUSALS[type(error)])
    return _answer(204, {UPLOAD_OFFSET: str(reached)})


@post(BLOBS_KEPT_PATH, status_code=200, sync_to_thread=True)
def tell_kept(desk: TheDesk, anyone: TheDevice, data: JSONBody[BlobsQuestion]) -> BlobsKept:
    """Which of these blobs are verified and kept. Signed as all replies: this is the receipt.

    A revoked device hears only of what its own record names.
    """
    if len(data.sha256s) > _ASKED:
        raise UserError("wire.batch", "一次查询的文件过多。")
    with desk.database.read() as connection:
        asked = data.sha256s
        if anyone.revoked:
            asked = tuple(cases.named_by(connection, anyone.id, asked))
        here = blobs.kept(connection, asked)
    return BlobsKept(kept=tuple(sha256 for sha256 in data.sha256s if sha256 in here))


@get(BLOBS_MISSING_PATH, sync_to_thread=True)
def tell_missing(desk: TheDesk, anyone: TheDevice) -> BlobsMissing:
    """Which blobs this device's visits still lack here."""
    with desk.database.read() as connection:
        return BlobsMissing(missing=cases.missing_blobs(connection, anyone.id, _ASKED))


@get(BLOB_PATH + "/{sha256:str}", sync_to_thread=True)
def read_blob(desk: TheDesk, device: TheDevice, sha256: FromPath[str]) -> File:
    """A blob's bytes: for a supervisor those of every case, for others those they sent."""
    with desk.database.read() as connection:
        here = sha256 in blobs.kept(connection, [sha256])
        allowed = blobs.may_read(connection, sha256, device)
    if not here or not allowed:
        raise UserError("blob.unknown", "服务器上没有这个文件，可能尚未上传。")
    return File(
        desk.files.path(sha256),
        media_type="application/octet-stream",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"},
    )


def _check_owed(desk: Desk, sender: Device, sha256: str, size: int) -> None:
    """Raise ``UserError`` (device.revoked) for a revoked device, but for a blob that it still owes.

    That is one which its record names and nobody has sent. Only so much: who found the device
    can write anything into its record, and what it hands in now is kept for a person.
    """
    if not sender.revoked:
        return
    with desk.database.read() as connection:
        sent = blobs.sent_since_revoked(connection, sender.id)
        owed = cases.lacks(connection, sender.id, sha256)
    if not owed or sent + size > desk.settings.revoked_bytes:
        raise revoked_device()


async def _chunks(request: Request[Any, Any, Any], idle_seconds: float) -> AsyncIterator[bytes]:
    """What arrives, until the end, a cut, or silence: all three leave what came before."""
    try:
        async for piece in arriving(cast(Receive, request.receive), idle_seconds):
            yield piece
    except (Cut, TooSlow):
        return


def _refused_version(request: Request[Any, Any, Any]) -> _Answer | None:
    if request.headers.get(TUS_RESUMABLE) == TUS_VERSION:
        return None
    return _answer(412, {"Tus-Version": TUS_VERSION})


def _number(text: str) -> int:
    if not re.fullmatch("[0-9]{1,18}", text):
        raise ValueError(text)
    return int(text)


def _checksum(header: str) -> bytes | None:
    if not header:
        return None
    algorithm, digest = read_checksum(header)
    if algorithm != "sha256":
        raise ValueError(algorithm)
    return digest


def _answer(status: int, headers: dict[str, str]) -> _Answer:
    return Response(b"", status_code=status, headers={**_BASE, **headers})


_WORDING = {
    "upload.form": "上传请求的格式不符。",
    "upload.type": "上传的数据类型不符。",
    "upload.size": "文件超过允许或声明的大小。",
    "upload.checksum": "上传的文件与其校验值不符，已丢弃，请重新上传。",
    "upload.unknown": "没有这个上传，请重新开始。",
    "upload.busy": "该文件正在由另一请求上传。",
    "upload.offset": "上传的起点与服务器已有的不一致。",
}


class _WrongType(Exception):
    pass


_REFUSALS: Mapping[type[Exception], tuple[int, str]] = {
    ValueError: (400, "upload.form"),
    UnknownUpload: (404, "upload.unknown"),
    WrongOffset: (409, "upload.offset"),
    TooLong: (413, "upload.size"),
    _WrongType: (415, "upload.type"),
    Busy: (423, "upload.busy"),
    WrongChecksum: (CHECKSUM_MISMATCH, "upload.checksum"),
}


def _refuse(status: int, code: str) -> _Answer:
    refusal = answer(Problem(status=status, code=code, title=_WORDING[code]))
    refusal.headers.update(_BASE)
    return refusal


ROUTES = (
    describe_uploads,
    create_upload,
    read_offset,
    append_part,
    tell_kept,
    tell_missing,
    read_blob,
)
