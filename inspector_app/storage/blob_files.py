"""The port ``Blobs``: photos, papers and signatures as encrypted, content-addressed files."""

from __future__ import annotations

import hashlib
import re
import threading
import time
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from inspector_app.disk.durable import make_folder, write_whole
from inspector_app.domain.errors import Defect, UserError
from inspector_app.domain.ports import BlobRef
from inspector_app.storage.blob_cipher import CHUNK, Damage, SealedBlob, seal
from inspector_app.storage.faults import disk_errors
from inspector_app.storage.keys import derive

__all__ = ["BlobFiles"]

DAY_S: Final = 86_400.0
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


class BlobFiles:
    """Files ``ab/abcd…`` below one folder, named by the SHA-256 of their plain bytes.

    On disk before a call returns: temporary file, fsync, rename, fsync of the folder. The row that
    needs the blob comes after, so a crash between leaves a file nobody needs (:meth:`sweep`) and
    never a row without its file. Safe from any thread.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._part = folder / "part"
        self._key = derive(key, "inspector-app blobs 1")
        self._lock = threading.Lock()
        self._fresh: set[str] = set()
        with disk_errors():
            make_folder(self._part)
            for left in self._part.iterdir():
                left.unlink()

    def put(self, data: bytes, *, kind: str, media_type: str) -> BlobRef:
        """Store ``data``; the same bytes twice are one blob. ``EnvironmentFault`` on a full disk."""
        ref = BlobRef(hashlib.sha256(data).hexdigest(), len(data), kind, media_type)
        chunks = (data[start : start + CHUNK] for start in range(0, len(data), CHUNK))
        self._keep(ref, chunks)
        return ref

    def put_path(self, path: Path, *, kind: str, media_type: str) -> BlobRef:
        """Store a file of any size without holding it in memory.

        ``UserError`` (blobs.unreadable) if it cannot be read, (blobs.changing) if it changes
        meanwhile.
        """
        try:
            with path.open("rb") as file:
                digest, size = hashlib.sha256(), 0
                while chunk := file.read(CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                ref = BlobRef(digest.hexdigest(), size, kind, media_type)
                file.seek(0)
                self._keep(ref, _unchanged(file, ref))
        except OSError as problem:
            raise UserError(
                "blobs.unreadable",
                f"“{path.name}”无法读取，没有添加。",
                safe="已有的照片和记录未受影响。",
                mend="请检查文件是否还在、存储卡是否已拔出，然后重试。",
                facts={"file": path.name},
            ) from problem
        return ref

    def _keep(self, ref: BlobRef, chunks: Iterator[bytes]) -> None:
        path = self._path(ref.sha256)
        with self._lock:
            # From here on the sweep leaves it alone: its row may be about to come.
            self._fresh.add(ref.sha256)
        if path.exists() and self._is_sound(ref.sha256):
            return
        with disk_errors():
            make_folder(path.parent)
            sealed = seal(self._key, ref.sha256, ref.size, chunks)
            write_whole(path, sealed, through=self._part / uuid.uuid4().hex)

    def get(self, sha256: str) -> bytes:
        """The bytes; ``KeyError`` if unknown, ``Defect`` (blobs.damaged) naming the blob."""
        return b"".join(self.read(sha256))

    def read(self, sha256: str) -> Iterator[bytes]:
        """The bytes in chunks, each verified, and at the end the whole; errors as :meth:`get`."""
        digest = hashlib.sha256()
        with self._open(sha256) as blob:
            for number in range(blob.chunks):
                chunk = blob.read_chunk(number)
                digest.update(chunk)
                yield chunk
            if digest.hexdigest() != sha256:
                raise Damage

    def chunk(self, sha256: str, offset: int, size: int) -> bytes:
        """Part of the bytes, verified chunk by chunk; errors as :meth:`get`."""
        with self._open(sha256) as blob:
            return blob.read(offset, size)

    def has(self, sha256: str) -> bool:
        """Whether the file is there; :meth:`get` says whether it is sound."""
        return bool(_SHA256.fullmatch(sha256)) and self._path(sha256).is_file()

    def all(self) -> tuple[str, ...]:
        """Every blob on disk."""
        return tuple(
            sorted(path.name for path in self._folder.glob("??/*") if _SHA256.fullmatch(path.name))
        )

    def sweep(self, needed: Collection[str], *, resting_s: float = DAY_S) -> int:
        """Remove files nobody needs, left by a crash before their row; returns how many.

        ``needed`` is read before. Blobs put since this object was made are left alone, and so are
        files written within the last ``resting_s`` seconds, whatever the clock says of itself.
        """
        removed = 0
        until = time.time() - resting_s
        for sha256 in self.all():
            with self._lock, disk_errors():
                if sha256 in needed or sha256 in self._fresh:
                    continue
                if self._path(sha256).stat().st_mtime <= until:
                    self._path(sha256).unlink(missing_ok=True)
                    removed += 1
        return removed

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _is_sound(self, sha256: str) -> bool:
        try:
            for _ in self.read(sha256):
                pass
        except Defect:
            return False
        return True

    @contextmanager
    def _open(self, sha256: str) -> Iterator[SealedBlob]:
        if not self.has(sha256):
            raise KeyError(sha256)
        try:
            with disk_errors(), self._path(sha256).open("rb") as file:
                yield SealedBlob(file, self._key, sha256)
        except Damage as damage:
            raise Defect(
                "blobs.damaged",
                f"一个附件的内容已损坏（{sha256:.12}…）。",
                safe="其他照片、文书和记录不受影响，可以继续工作。",
                mend="如果已经同步，可从服务器取回；否则请重新添加该附件。",
                facts={"sha256": sha256},
            ) from damage


def _unchanged(file: BinaryIO, ref: BlobRef) -> Iterator[bytes]:
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != ref.sha256:
        raise UserError(
            "blobs.changing",
            "文件在添加过程中发生了变化，没有添加。",
            safe="已有的照片和记录未受影响。",
            mend="请等文件写完（例如相机停止录制）后重新添加。",
        )
