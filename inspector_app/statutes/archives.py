"""What reading a zip file may raise: Word documents and wheels come cut off, damaged and locked."""

from __future__ import annotations

import zipfile
import zlib

__all__ = ["UNREADABLE"]

UNREADABLE: tuple[type[Exception], ...] = (
    KeyError,
    zipfile.BadZipFile,
    # A member whose packed bytes were changed: zipfile hands on what zlib says.
    zlib.error,
    # zipfile's words for a compression or a version it does not know, and for a locked member.
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
