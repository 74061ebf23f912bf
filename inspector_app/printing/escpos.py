"""ESC/POS: the printer language of most receipt printers (raster bit image, GS v 0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspector_app.printing.raster import Raster

__all__ = ["encode"]

INITIALIZE = b"\x1b@"
RASTER = b"\x1dv0\x00"
FEED = b"\x1bd"
CUT = b"\x1dVB\x00"
# Small printers hold few rows; a band that does not fit prints garbage.
BAND_ROWS = 128


def encode(pages: Iterable[Raster], *, feed_lines: int = 3, cut: bool = True) -> Iterator[bytes]:
    """The byte stream for ``pages``, in pieces that may be sent one after another."""
    yield INITIALIZE
    for page in pages:
        for top in range(0, page.rows, BAND_ROWS):
            rows = min(BAND_ROWS, page.rows - top)
            band = page.data[top * page.row_bytes : (top + rows) * page.row_bytes]
            size = page.row_bytes.to_bytes(2, "little") + rows.to_bytes(2, "little")
            yield RASTER + size + band
        yield FEED + bytes([feed_lines])
    if cut:
        yield CUT
