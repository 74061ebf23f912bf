"""Pictures of drawn signatures made ready for the page."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageDraw

from inspector_app.documents.pictures import signature_picture
from inspector_app.domain.errors import Defect
from tests.factory_signatures import (
    drawn_signature,
)


def _png(picture: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def _with_a_stroke(mode: str, ground: object) -> Image.Image:
    picture = Image.new(mode, (400, 200), ground)  # type: ignore[arg-type]  # a colour of the mode
    ink = (0, 0, 0, 255) if mode == "RGBA" else 0
    ImageDraw.Draw(picture).rectangle((100, 50, 299, 149), fill=ink)
    return picture


@pytest.mark.parametrize(
    ("mode", "ground"), [("RGBA", (255, 255, 255, 0)), ("RGB", "white"), ("L", 255), ("1", 1)]
)
def test_only_the_ink_is_kept(mode: str, ground: object) -> None:
    assert signature_picture(_png(_with_a_stroke(mode, ground))).size == (200, 100)


def test_a_transparent_ground_stays_transparent() -> None:
    picture = signature_picture(drawn_signature("周明远"))

    assert picture.mode == "RGBA"
    assert picture.getchannel("A").getextrema() == (0, 255)


def test_a_picture_finer_than_print_is_made_smaller_in_proportion() -> None:
    large = Image.new("L", (4000, 1000), 0)

    assert signature_picture(_png(large)).size == (1400, 350)


def test_a_signature_without_ink_is_drawn_as_it_is() -> None:
    assert signature_picture(_png(Image.new("RGBA", (60, 20), (0, 0, 0, 0)))).size == (60, 20)


def _claims_to_be_huge() -> bytes:
    """A PNG of a few bytes whose header asks for 10,000 million pixels."""
    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 6, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        drawn_signature("周明远")[:400],
        _png(Image.new("RGB", (9, 9)), "JPEG"),
        _claims_to_be_huge(),
    ],
    ids=["empty", "text", "cut off", "photo", "huge"],
)
def test_what_no_signature_pad_makes_is_refused(data: bytes) -> None:
    with pytest.raises(Defect) as refused:
        signature_picture(data)

    assert refused.value.code == "documents.signature_image"
