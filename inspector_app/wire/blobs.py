"""Blobs: content-addressed, uploaded by tus 1.0 (resumable), confirmed by a signed reply.

A blob's id is the SHA-256 of its bytes. Ordinary tus clients work as they are; the headers below
are those of the tus resumable upload protocol, version 1.0.0.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Final

import msgspec

__all__ = [
    "BlobsKept",
    "BlobsMissing",
    "BlobsQuestion",
    "read_checksum",
    "read_metadata",
    "write_checksum",
    "write_metadata",
]

TUS_VERSION: Final = "1.0.0"
TUS_RESUMABLE: Final = "Tus-Resumable"
UPLOAD_OFFSET: Final = "Upload-Offset"
UPLOAD_LENGTH: Final = "Upload-Length"
UPLOAD_METADATA: Final = "Upload-Metadata"
UPLOAD_CHECKSUM: Final = "Upload-Checksum"
PART_TYPE: Final = "application/offset+octet-stream"
CHECKSUM_MISMATCH: Final = 460
"""tus: the part or the whole does not have the stated checksum."""


class BlobsQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which of these blobs (SHA-256) does the server keep? At most 1,000 at a time."""

    sha256s: tuple[str, ...]


class BlobsKept(msgspec.Struct, frozen=True, kw_only=True):
    """Those of the asked blobs that are verified, on disk and in the server's records."""

    kept: tuple[str, ...]


class BlobsMissing(msgspec.Struct, frozen=True, kw_only=True):
    """Blobs that the events of this device's visits name and the server lacks."""

    missing: tuple[str, ...]


def write_metadata(pairs: Mapping[str, str]) -> str:
    """An ``Upload-Metadata`` header: each key with its value in Base64."""
    return ",".join(
        f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in pairs.items()
    )


def read_metadata(header: str) -> dict[str, str]:
    """What :func:`write_metadata` was given; ``ValueError`` if it is not of that form."""
    pairs: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in header.split(","))):
        key, _, value = part.partition(" ")
        try:
            pairs[key] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError) as problem:
            raise ValueError("not Base64 text") from problem
    return pairs


def write_checksum(sha256: bytes) -> str:
    """An ``Upload-Checksum`` header from the 32 raw bytes of a SHA-256."""
    return f"sha256 {base64.b64encode(sha256).decode()}"


def read_checksum(header: str) -> tuple[str, bytes]:
    """Algorithm and raw digest of an ``Upload-Checksum`` header; ``ValueError`` if malformed."""
    algorithm, _, value = header.partition(" ")
    try:
        return algorithm.lower(), base64.b64decode(value, validate=True)
    except binascii.Error as problem:
        raise ValueError("not Base64") from problem
