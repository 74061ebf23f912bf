"""PDF pages as rows of black dots, the way a thermal head prints them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inspector_app.domain.errors import UserError

__all__ = ["HEAD_DOTS", "Raster", "rasterize"]

# Dots across the printable width at 203 dpi, by paper width in millimetres.
HEAD_DOTS = {58: 384, 80: 576, 112: 832}
THRESHOLD = 160


@dataclass(frozen=True, slots=True)
class Raster:
    """One page: ``rows`` rows of ``width`` dots (a multiple of 8), a set bit is a black dot.

    ``data`` is packed, most significant bit leftmost, ``width // 8`` bytes a row.
    """

    width: int
    rows: int
    data: bytes

    @property
    def row_bytes(self) -> int:
        """Bytes in one row."""
        return self.width // 8


def rasterize(pdf: bytes, width: int) -> Iterator[Raster]:
    """Each page of ``pdf`` scaled to ``width`` dots, blank rows at the foot cut off.

    Raises ``UserError`` if the bytes are no PDF.
    """
    # Late: pdfium costs 90 ms and are needed only for printing.
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as problem:
        raise UserError(
            "print.not_pdf",
            "要打印的文件不是可读的 PDF。",
            safe="文书本身未变。",
            mend="请重新打开该文书后再打印。",
        ) from problem
    try:
        for index in range(len(document)):
            page = document[index]
            scale = width / page.get_width()
            grey = page.render(scale=scale, grayscale=True).to_pil().convert("L")
            page.close()
            if grey.width != width:
                grey = grey.resize((width, round(grey.height * width / grey.width)))
            ink = grey.point(lambda value: 255 if value < THRESHOLD else 0).convert("1")
            box = ink.getbbox()
            rows = box[3] if box else 1
            yield Raster(width, rows, ink.crop((0, 0, width, rows)).tobytes())
    finally:
        document.close()
