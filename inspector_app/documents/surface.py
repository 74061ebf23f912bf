"""The page that layouts draw on: text, rules, pictures and marks, over reportlab's canvas.

Coordinates are points from the lower left corner of the sheet. No other module of this room
touches reportlab, except :mod:`inspector_app.documents.fonts`, which loads the faces.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspector_app.documents.fonts import Glyph, body_face

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["Placement", "SetGlyph", "Surface", "engine_version"]

_SAME_GAP = 1e-4


@dataclass(frozen=True, slots=True)
class Placement:
    """A rectangle on a page: ``page`` counts from 0, the rest is in points from the lower left."""

    page: int
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class SetGlyph:
    """A character with its glyph at ``x``, in points from the left end of its line."""

    character: str
    glyph: Glyph
    x: float


def engine_version() -> str:
    """The version of reportlab, which decides how an operator is written."""
    from reportlab import Version  # late, as below

    return str(Version)


class Surface:
    """Draws pages one after the other; the same calls always give the same bytes."""

    def __init__(self, width: float, height: float, title: str, author: str) -> None:
        # Late: reportlab costs 100 ms at start-up, and most starts print nothing.
        from reportlab.pdfgen.canvas import Canvas

        self._buffer = io.BytesIO()
        # invariant: no clock and no random identifier may enter the file.
        self._canvas: Any = Canvas(
            self._buffer,
            pagesize=(width, height),
            invariant=1,
            pageCompression=1,
            lang="zh-CN",
            # Else each page names Helvetica, which is not embedded.
            initialFontName=body_face(),
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._readers: dict[int, Any] = {}
        self.page = 0

    def next_page(self) -> None:
        """Finish this page and begin another."""
        self._canvas.showPage()
        self.page += 1

    def finish(self) -> bytes:
        """Finish the last page and give the file's bytes."""
        self._canvas.showPage()
        self._canvas.save()
        return self._buffer.getvalue()

    def text(
        self,
        glyphs: Sequence[SetGlyph],
        x: float,
        baseline: float,
        size: float,
        grey: float = 0.0,
        *,
        spell_out: bool = False,
    ) -> None:
        """Draw one line of glyphs with its left end at ``x``; ``grey`` 0 is black, 1 white.

        ``spell_out`` writes the line's text beside it, for lines so stretched that a reader would
        take the gaps for spaces.
        """
        if not glyphs:
            return
        out = self._canvas.beginText()
        self._canvas.setFillGray(grey)
        spelled = "".join(glyph.character for glyph in glyphs) if spell_out else ""
        with _marked(spelled, out):
            for group in _groups(glyphs, size):
                with _marked("" if spell_out else group.actual_text, out):
                    for part in group.parts:
                        out.setFont(part.face, part.size)
                        out.setTextOrigin(x + part.x, baseline + part.y)
                        out.setCharSpace(part.gap)
                        out.textOut(part.text)
        out.setCharSpace(0)
        self._canvas.drawText(out)

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.5) -> None:
        """Draw a straight black line, ``width`` points thick."""
        self._canvas.setLineWidth(width)
        self._canvas.setStrokeGray(0)
        self._canvas.line(x1, y1, x2, y2)

    def picture(self, picture: Image.Image, box: Placement) -> None:
        """Draw a picture as large as it fits into ``box``, its proportions kept, on its foot.

        Drawing the same object again puts no second copy into the file.
        """
        from reportlab.lib.utils import ImageReader  # late, as above

        reader = self._readers.setdefault(id(picture), ImageReader(picture))
        scale = min(box.w / picture.width, box.h / picture.height)
        width, height = picture.width * scale, picture.height * scale
        left = box.x + (box.w - width) / 2
        self._canvas.drawImage(reader, left, box.y, width, height, mask="auto")

    def squares(self, rows: Iterable[Iterable[int]], x: float, top: float, module: float) -> None:
        """Draw a matrix of black squares (a QR code), ``module`` points each, from its upper left."""
        self._canvas.setFillGray(0)
        path = self._canvas.beginPath()
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark:
                    path.rect(x + across * module, top - (down + 1) * module, module, module)
        self._canvas.drawPath(path, stroke=0, fill=1)


@contextmanager
def _marked(actual_text: str, out: Any) -> Iterator[None]:
    """What is drawn inside stands for ``actual_text`` (ISO 32000-1, 14.9.4), if there is any."""
    mark = out._code.append  # noqa: SLF001 - reportlab has no call for marked content
    if actual_text:
        mark(f"/Span <</ActualText <{_utf16(actual_text)}>>> BDC")
    yield
    if actual_text:
        mark("EMC")


@dataclass(slots=True)
class _Shown:
    """Characters of one face and size, shown with one operator."""

    face: str
    size: float
    x: float
    y: float
    text: str
    gap: float = 0.0


@dataclass(slots=True)
class _Group:
    parts: list[_Shown]
    actual_text: str = ""


def _groups(glyphs: Sequence[SetGlyph], size: float) -> Iterator[_Group]:
    """Join neighbours that one operator can show: same face, same distance between them."""
    current: _Shown | None = None
    end = 0.0
    for placed in glyphs:
        glyph = placed.glyph
        if not glyph.parts:
            continue
        if glyph.composed or len(glyph.parts) > 1 or glyph.parts[0].dx:
            if current is not None:
                yield _Group([current])
                current = None
            shown = [
                _Shown(
                    part.face,
                    size * part.scale,
                    placed.x + size * part.dx,
                    size * part.dy,
                    part.character,
                )
                for part in glyph.parts
            ]
            yield _Group(shown, placed.character if glyph.composed else "")
            continue
        face = glyph.parts[0].face
        gap = placed.x - end
        if current is not None and face == current.face:
            if len(current.text) == 1:
                current.gap = gap
            if abs(gap - current.gap) < _SAME_GAP:
                current.text += placed.character
                end = placed.x + glyph.advance * size
                continue
        if current is not None:
            yield _Group([current])
        current = _Shown(face, size, placed.x, 0.0, placed.character)
        end = placed.x + glyph.advance * size
    if current is not None:
        yield _Group([current])


def _utf16(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex().upper()
