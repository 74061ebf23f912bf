"""Keys derived from the database key, and the check that tells a wrong key from a damaged file."""

from __future__ import annotations

import hmac
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from inspector_app.disk.durable import write_whole

__all__ = ["KeyCheck", "derive"]


def derive(key: bytes, purpose: str, *, salt: bytes = b"") -> bytes:
    """A 32-byte key for one purpose (RFC 5869, HKDF-SHA256); different purposes are unrelated."""
    return HKDF(SHA256(), length=32, salt=salt or None, info=purpose.encode()).derive(key)


class KeyCheck:
    """A file beside the database that knows its key without revealing it.

    SQLCipher answers a wrong key and a damaged first page alike; with this file they are told
    apart before the database is touched. It is written once the database exists, so that its
    presence also says that a missing database is a loss and not a first start.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def exists(self) -> bool:
        """Whether a store was made here."""
        return self._path.is_file()

    def fits(self, key: bytes) -> bool:
        """Whether ``key`` is the one the store was made with."""
        return hmac.compare_digest(self._path.read_bytes().strip(), _token(key))

    def write(self, key: bytes) -> None:
        """Remember ``key``'s check; on disk before the call returns."""
        write_whole(self._path, [_token(key) + b"\n"])


def _token(key: bytes) -> bytes:
    return derive(key, "inspector-app database key check 1").hex().encode()
