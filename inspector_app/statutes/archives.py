"""What a damaged zip file may raise: Word documents and wheels come cut off, changed and locked."""

from __future__ import annotations

import zipfile
import zlib

__all__ = ["DAMAGED"]

# For archives in memory: there the disk has no part in it.
DAMAGED: tuple[type[Exception], ...] = (
    # The member that is asked for is not there.
    KeyError,
    zipfile.BadZipFile,
    # A member whose packed bytes were changed: zipfile hands on what zlib says.
    zlib.error,
    # A locked member, and a compression or a version that zipfile does not know.
    RuntimeError,
    # Cut off inside a member.
    EOFError,
    # Sizes and places in the file's own list that lead outside it.
    OSError,
    ValueError,
)
