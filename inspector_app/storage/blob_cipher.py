r"""The form of a blob file: AES-256-GCM in chunks, so that any part can be read and verified alone.

Header (36 bytes): magic ``IABLOB1\n``, salt (16), chunk size (4, big-endian), plain size (8). Then
each chunk's ciphertext with its 16-byte tag. The file's own key is HKDF-SHA256 of the blob key with
the salt, so the nonce is simply the chunk's number and never repeats under a key; its last byte says
whether the chunk is the last. Header and the blob's SHA-256 are authenticated with every chunk: a
chunk moved, cut off or taken from another blob does not verify.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from inspector_app.storage.keys import derive

__all__ = ["CHUNK", "Damage", "SealedBlob", "seal"]

CHUNK: Final = 256 * 1024
_HEADER: Final = struct.Struct(">8s16sIQ")
_MAGIC: Final = b"IABLOB1\n"
_TAG: Final = 16
_LARGEST_CHUNK: Final = 16 * 1024 * 1024


class Damage(Exception):
    """The file is not what was written under this name and key."""


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _aead(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(derive(key, "inspector-app blob file 1", salt=salt))


def seal(key: bytes, sha256: str, size: int, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The file's bytes for plain ``chunks`` of :data:`CHUNK` bytes each (the last may be shorter)."""
    salt = os.urandom(16)
    header = _HEADER.pack(_MAGIC, salt, CHUNK, size)
    bound = header + bytes.fromhex(sha256)
    aead = _aead(key, salt)
    last = max(0, (size - 1) // CHUNK)
    yield header
    count = 0
    for number, chunk in enumerate(chunks):
        yield aead.encrypt(_nonce(number, last=number == last), chunk, bound)
        count += 1
    if not count:
        yield aead.encrypt(_nonce(0, last=True), b"", bound)


class SealedBlob:
    """An open blob file. Raises :class:`Damage` wherever it does not verify."""

    def __init__(self, file: BinaryIO, key: bytes, sha256: str) -> None:
        self._file = file
        header = file.read(_HEADER.size)
        if len(header) != _HEADER.size:
            raise Damage
        magic, salt, chunk, size = _HEADER.unpack(header)
        self._chunk: int = chunk
        self.size: int = size
        if magic != _MAGIC or not 0 < self._chunk <= _LARGEST_CHUNK:
            raise Damage
        self._bound = header + bytes.fromhex(sha256)
        self._aead = _aead(key, salt)

    @property
    def chunks(self) -> int:
        """How many chunks there are, at least one."""
        return max(1, -(-self.size // self._chunk))

    def read_chunk(self, number: int) -> bytes:
        """The plain bytes of one chunk."""
        self._file.seek(_HEADER.size + number * (self._chunk + _TAG))
        is_last = number == self.chunks - 1
        length = self.size - number * self._chunk if is_last else self._chunk
        sealed = self._file.read(length + _TAG)
        try:
            return self._aead.decrypt(_nonce(number, last=is_last), sealed, self._bound)
        except InvalidTag as wrong:
            raise Damage from wrong

    def read(self, offset: int, size: int) -> bytes:
        """Plain bytes from ``offset``, at most ``size``; empty at and after the end."""
        end = min(offset + size, self.size)
        if offset >= end:
            return b""
        first, last = offset // self._chunk, (end - 1) // self._chunk
        data = b"".join(self.read_chunk(number) for number in range(first, last + 1))
        start = offset - first * self._chunk
        return data[start : start + end - offset]
