"""Blobs as files: parts while they arrive, then one file named by its SHA-256."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from inspector_app.disk.durable import make_folder, put_in_place
from inspector_app.server.storage.engine import server_full

__all__ = ["BlobFiles", "WrongChecksum"]

_READ = 1 << 20


class WrongChecksum(Exception):
    """The bytes that arrived are not those that were announced."""


class BlobFiles:
    """The folder of blobs. A file in it is whole: it was verified and on disk before its name."""

    def __init__(self, folder: Path, reserve_bytes: int) -> None:
        self._kept = folder / "blobs"
        self._parts = folder / "uploads"
        self._reserve = reserve_bytes
        for made in (self._kept, self._parts):
            made.mkdir(mode=0o700, parents=True, exist_ok=True)

    def check_room(self, size: int = 0) -> None:
        """Raise ``EnvironmentFault`` (server.full) unless ``size`` bytes fit above the reserve."""
        if shutil.disk_usage(self._kept).free - size < self._reserve:
            raise server_full()

    def path(self, sha256: str) -> Path:
        """Where the blob lies or would lie."""
        return self._kept / sha256[:2] / sha256

    def part(self, upload: str) -> Path:
        """Where an upload's bytes lie until it is complete; its length is the offset."""
        return self._parts / upload

    def size(self, sha256: str) -> int | None:
        """The size in bytes of the blob that is here, None if it is not."""
        path = self.path(sha256)
        return path.stat().st_size if sha256 and path.is_file() else None

    def begin(self, upload: str) -> None:
        """An empty part, unless there is one."""
        self.part(upload).touch()

    def offset(self, upload: str) -> int:
        """How many bytes of the upload are here; ``FileNotFoundError`` if there is no part."""
        return self.part(upload).stat().st_size

    def drop(self, upload: str) -> None:
        """Forget a part."""
        self.part(upload).unlink(missing_ok=True)

    def settle(self, upload: str, expected: str) -> str:
        """Verify the whole part, put it on disk under its SHA-256 and return that.

        Order: verify, fsync, rename, fsync the folder; the caller writes the row after that.
        Raises :class:`WrongChecksum`, and forgets the part, if it is not ``expected`` (empty = any).
        """
        part = self.part(upload)
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if expected and digest != expected:
            part.unlink()
            raise WrongChecksum
        target = self.path(digest)
        make_folder(target.parent)
        put_in_place(part, target)
        return digest

    def sizes(self) -> Iterator[tuple[str, int]]:
        """Every blob's SHA-256 and size in bytes."""
        for file in self._kept.glob("??/*"):
            yield file.name, file.stat().st_size

    def parts(self) -> Iterator[tuple[str, float]]:
        """Every part's upload and when it last grew (seconds since 1970)."""
        for file in self._parts.iterdir():
            # A running server may have settled it meanwhile: `code` opens the folder beside it.
            with suppress(FileNotFoundError):
                yield file.name, file.stat().st_mtime
