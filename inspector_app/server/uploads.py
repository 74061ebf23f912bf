"""Taking in uploads part by part: append from the offset, verify, settle, then the row."""

from __future__ import annotations

import asyncio
import hashlib
import os
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import BinaryIO
from uuid import uuid4

from inspector_app.disk.durable import sync_file
from inspector_app.server.blob_files import WrongChecksum
from inspector_app.server.clock import utc_stamp
from inspector_app.server.desk import Desk
from inspector_app.server.storage import blobs
from inspector_app.server.storage.blobs import Upload

__all__ = ["Busy", "Uploads", "WrongOffset"]

_WRITE = 1 << 20
# Time enough for a sender whose last reply got lost to ask where it stands.
_REMEMBERED_DAYS = 1


class Busy(Exception):
    """Another request is writing this upload (423)."""


class WrongOffset(Exception):
    """The part does not begin where the upload ends (409)."""


class UnknownUpload(Exception):
    """The device has no such upload (any more) (404)."""


class TooLong(Exception):
    """More bytes than were announced (413)."""


class Uploads:
    """Uploads of one server process; each is written by one request at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._busy: set[str] = set()
        self._lock = threading.Lock()

    def create(self, device: str, sha256: str, size: int, media_type: str) -> Upload:
        """A new upload, or the one of the same blob that the device did not finish.

        A blob that is here already makes an upload that is complete from the start.
        """
        desk = self._desk
        desk.files.check_room(size)
        now = desk.now()
        with desk.database.write() as connection:
            blobs.forget_uploads(connection, finished_before=utc_stamp(now, days=-_REMEMBERED_DAYS))
            upload = blobs.upload_of(connection, device, sha256, size) if sha256 else None
            begun = upload is not None
            if upload is None:
                upload = Upload(uuid4().hex, sha256, size, media_type, device)
                blobs.begin_upload(connection, upload, utc_stamp(now))
            if desk.files.size(sha256) == size:
                # A file without its row: the server was killed between the rename and the row.
                # What lies there was verified before it got that name, and came by this upload if
                # that has lost its part.
                sent = begun and not desk.files.part(upload.id).exists() and not upload.blob
                blobs.keep_blob(connection, upload, sha256, desk.at(), sent=sent)
                desk.files.drop(upload.id)
                return replace(upload, blob=sha256)
            if upload.blob:
                blobs.reopen_upload(connection, upload.id)
                upload = replace(upload, blob="")
            desk.files.begin(upload.id)
        return self.complete(upload)

    def find(self, upload_id: str, device: str) -> Upload:
        """The device's upload; raises :class:`UnknownUpload`."""
        with self._desk.database.read() as connection:
            upload = blobs.find_upload(connection, upload_id, device)
        if upload is None:
            raise UnknownUpload
        return upload

    def complete(self, upload: Upload) -> Upload:
        """Settle the upload if all its bytes are here and nobody is at it.

        They are without being settled when the server was killed after the last byte.
        """
        try:
            with self.writing(upload.id):
                if not upload.blob and self.offset(upload) == upload.size:
                    return self.settle(upload)
        except Busy:
            pass
        return upload

    def offset(self, upload: Upload) -> int:
        """How many bytes are here; 0 if the part got lost."""
        if upload.blob:
            return upload.size
        try:
            return self._desk.files.offset(upload.id)
        except FileNotFoundError:
            return 0

    @contextmanager
    def writing(self, upload_id: str) -> Iterator[None]:
        """Hold the upload for one writer; :class:`Busy` if it is held."""
        with self._lock:
            if upload_id in self._busy:
                raise Busy
            self._busy.add(upload_id)
        try:
            yield
        finally:
            with self._lock:
                self._busy.discard(upload_id)

    async def append(
        self, upload: Upload, offset: int, chunks: AsyncIterator[bytes], checksum: bytes | None
    ) -> int:
        """Append what arrives and return the new offset; what arrived before a cut stays.

        With ``checksum`` (raw SHA-256 of this part) the part stays only if it is whole and right,
        else :class:`WrongChecksum`.
        """
        if self.offset(upload) != offset:
            raise WrongOffset
        self._desk.files.check_room(upload.size - offset)
        part = self._desk.files.part(upload.id)
        file = await asyncio.to_thread(part.open, "ab", 0)
        try:
            writer = _PartWriter(file, upload.size - offset, hashlib.sha256())
            try:
                async for chunk in chunks:
                    await writer.take(chunk)
            finally:
                await writer.finish()
            if checksum is not None and writer.digest != checksum:
                await asyncio.to_thread(os.ftruncate, file.fileno(), offset)
                raise WrongChecksum
        except TooLong:
            await asyncio.to_thread(os.ftruncate, file.fileno(), offset)
            raise
        finally:
            await asyncio.to_thread(file.close)
        return offset + writer.written

    def settle(self, upload: Upload) -> Upload:
        """The upload is whole: verify it, put it in place, then keep its row.

        :class:`WrongChecksum`, and the upload is gone, if it is not what was announced.
        """
        desk = self._desk
        try:
            digest = desk.files.settle(upload.id, upload.sha256)
        except WrongChecksum:
            with desk.database.write() as connection:
                blobs.drop_upload(connection, upload.id)
            raise
        with desk.database.write() as connection:
            blobs.keep_blob(connection, upload, digest, desk.at(), sent=True)
        return replace(upload, blob=digest)


class _PartWriter:
    """Gathers what arrives and writes it in larger pieces, off the event loop."""

    def __init__(self, file: BinaryIO, room: int, hashed: hashlib._Hash) -> None:
        self._file = file
        self._room = room
        self._hash = hashed
        self._gathered = bytearray()
        self.written = 0

    @property
    def digest(self) -> bytes:
        """SHA-256 of what was written."""
        return self._hash.digest()

    async def take(self, chunk: bytes) -> None:
        """Take what arrived; :class:`TooLong` if it is more than was announced."""
        if self.written + len(self._gathered) + len(chunk) > self._room:
            self._gathered.clear()
            raise TooLong
        self._gathered += chunk
        if len(self._gathered) >= _WRITE:
            await asyncio.to_thread(self._flush)

    async def finish(self) -> None:
        """Write the rest; on disk when this returns."""
        await asyncio.to_thread(self._flush)
        await asyncio.to_thread(sync_file, self._file.fileno())

    def _flush(self) -> None:
        piece = bytes(self._gathered)
        self._gathered.clear()
        view = memoryview(piece)
        while view:
            view = view[self._file.write(view) :]
        self._hash.update(piece)
        self.written += len(piece)
