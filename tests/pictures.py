"""Pictures made on the spot: a photo, a drawn signature."""

from __future__ import annotations

import io

from PIL import Image


def signature_png() -> bytes:
    """A drawing of a name, as a pad gives it."""
    return picture("PNG")


def picture(kind: str = "JPEG", *, taken_at: str = "", colour: str = "white") -> bytes:
    """A small photo of one colour; ``taken_at`` as EXIF writes it."""
    image = Image.new("RGB", (40, 30), colour)
    exif = Image.Exif()
    if taken_at:
        exif.get_ifd(0x8769)[0x9003] = taken_at
    buffer = io.BytesIO()
    image.save(buffer, kind, exif=exif) if taken_at else image.save(buffer, kind)
    return buffer.getvalue()
