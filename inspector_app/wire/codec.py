"""Messages to bytes and back: JSON by msgspec, zstd around it (RFC 8878)."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
import zstandard

from inspector_app.domain.errors import Defect, UserError
from inspector_app.wire.protocol import MAX_MESSAGE_BYTES

__all__ = ["compress", "decode", "encode", "expand"]

M = TypeVar("M")

# Level 3 is zstd's own default: 0.2 of the bytes of a visit's events at a few ms a megabyte.
_LEVEL = 3
# A power of two that no frame of a message within the limit needs more than.
_LARGEST_WINDOW = 1 << (MAX_MESSAGE_BYTES - 1).bit_length()


def encode(message: Any) -> bytes:
    """The message as JSON."""
    return msgspec.json.encode(message)


def decode(data: bytes, kind: type[M]) -> M:
    """The message of that kind in ``data``; raises ``Defect`` if it is not one."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, RecursionError) as problem:
        raise Defect("wire.form", "收到的数据格式不符，已拒绝。") from problem


def compress(data: bytes) -> bytes:
    """``data`` as one zstd frame that states its size."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data)


def expand(data: bytes, limit: int = MAX_MESSAGE_BYTES) -> bytes:
    """What :func:`compress` was given; ``UserError`` if damaged or larger than ``limit`` bytes.

    The limit holds against small frames that expand without end.
    """
    try:
        # The window is room that a frame of a few bytes may ask for before anything is expanded.
        decompressor = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
        with decompressor.stream_reader(data) as reader:
            expanded = reader.read(limit + 1)
    except zstandard.ZstdError as problem:
        raise UserError("wire.compression", "收到的压缩数据已损坏。") from problem
    if len(expanded) > limit:
        raise UserError("wire.size", "收到的数据超过允许的大小。")
    return expanded
