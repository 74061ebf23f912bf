"""What a document carries beside its pages: the attached Snapshot, and whether the pages say the same.

The pages are compared by drawing the Snapshot again: drawing is deterministic, so every operator and
every embedded glyph must agree, except for the pictures of signatures, which the Snapshot only names.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from inspector_app.documents.codec import decode_snapshot
from inspector_app.documents.pdfa import ATTACHMENT
from inspector_app.documents.render import render_without_pictures, renderer
from inspector_app.domain.document import Snapshot
from inspector_app.domain.errors import Defect, UserError

if TYPE_CHECKING:
    import pikepdf

__all__ = ["Attached", "AttachmentState", "PrintMatch", "read_attached"]

_LARGEST_DATA = 8 * 1024 * 1024  # bytes; a record of 30 pages has 0.2 million
_PICTURE = re.compile(rb"q\s+[-0-9. ]+cm\s+/FormXob\.[0-9a-f]+ Do\s+Q\s*")


class AttachmentState(StrEnum):
    """Whether the data that belongs to the document is attached."""

    READ = "read"
    MISSING = "missing"
    UNREADABLE = "unreadable"


class PrintMatch(StrEnum):
    """Whether the pages say what the attached data says."""

    SAME = "same"
    DIFFERENT = "different"
    OTHER_RENDERER = "other_renderer"  # drawn by another version, so it cannot be compared
    NOT_COMPARED = "not_compared"  # there is no readable data


@dataclass(frozen=True, slots=True)
class Attached:
    """What was found beside the pages; ``pdfa`` is what the file claims, as ``3B``, or empty."""

    pages: int
    title: str
    pdfa: str
    attachment: AttachmentState
    snapshot: Snapshot | None
    printed: PrintMatch


def read_attached(data: bytes) -> Attached:
    """Read the document's data and compare its pages with it.

    Raises ``pikepdf.PdfError`` (or another of pikepdf's and Python's errors) on a damaged file.
    """
    # Late: pikepdf costs 100 ms at start-up, and most starts verify nothing.
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        title = str(pdf.docinfo.get("/Title", ""))
        producer = str(pdf.docinfo.get("/Producer", ""))
        state, snapshot = _read_snapshot(pdf)
        printed = PrintMatch.NOT_COMPARED
        if snapshot is not None:
            printed = _compare(pdf, snapshot, producer)
        return Attached(len(pdf.pages), title, _pdfa_claim(pdf), state, snapshot, printed)


def _read_snapshot(pdf: pikepdf.Pdf) -> tuple[AttachmentState, Snapshot | None]:
    if ATTACHMENT not in pdf.attachments:
        return AttachmentState.MISSING, None
    stream = pdf.attachments[ATTACHMENT].get_file().obj
    raw = _inflate(stream)
    if raw is None:
        return AttachmentState.UNREADABLE, None
    try:
        return AttachmentState.READ, decode_snapshot(raw)
    except UserError:
        return AttachmentState.UNREADABLE, None


def _inflate(stream: pikepdf.Object) -> bytes | None:
    """The stream's content, or ``None`` if it is larger or packed otherwise than ours ever are."""
    raw = bytes(stream.read_raw_bytes())
    filters = str(stream.get("/Filter", ""))
    if not filters:
        return raw if len(raw) <= _LARGEST_DATA else None
    if filters != "/FlateDecode" or "/DecodeParms" in stream:
        return None
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(raw, _LARGEST_DATA + 1)
    except zlib.error:
        return None
    return content if len(content) <= _LARGEST_DATA else None


def _pdfa_claim(pdf: pikepdf.Pdf) -> str:
    try:
        return pdf.open_metadata(set_pikepdf_as_editor=False).pdfa_status
    except (ParseError, ValueError):
        return ""


def _compare(pdf: pikepdf.Pdf, snapshot: Snapshot, producer: str) -> PrintMatch:
    if producer != renderer():
        return PrintMatch.OTHER_RENDERER
    import pikepdf  # late, as above

    try:
        redrawn = render_without_pictures(snapshot)
    except Defect:
        # Data that cannot be drawn at all cannot be what these pages were drawn from.
        return PrintMatch.DIFFERENT
    with pikepdf.open(io.BytesIO(redrawn.pdf)) as again:
        same = list(_drawn(pdf)) == list(_drawn(again))
    return PrintMatch.SAME if same else PrintMatch.DIFFERENT


def _drawn(pdf: pikepdf.Pdf) -> Iterator[tuple[bytes, tuple[tuple[str, ...], ...]]]:
    """Of each page its drawing without pictures, and its fonts by their content."""
    for page in pdf.pages:
        page.contents_coalesce()
        content = page.Contents.read_bytes() if "/Contents" in page else b""
        fonts = page.resources["/Font"].items() if "/Font" in page.resources else ()
        yield (
            b" ".join(_PICTURE.sub(b"", content).split()),
            tuple(sorted(_font(str(name), font) for name, font in fonts)),
        )


def _font(name: str, font: pikepdf.Object) -> tuple[str, ...]:
    descriptor = font.get("/FontDescriptor")
    parts = [font.get("/ToUnicode"), None if descriptor is None else descriptor.get("/FontFile2")]
    hashes = [
        "" if part is None else hashlib.sha256(part.read_bytes()).hexdigest() for part in parts
    ]
    widths = " ".join(str(width) for width in font.get("/Widths", ()))
    return (name, str(font.get("/BaseFont", "")), widths, *hashes)
