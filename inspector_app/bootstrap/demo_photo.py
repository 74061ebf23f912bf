"""The demonstration's photo: a made-up notice board on which one health certificate is missing.

Drawn, not taken: there is no such shop and no such person, and each sheet says so.
"""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from inspector_app.assets import resources_dir

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

__all__ = ["notice_board"]

_WIDTH, _HEIGHT = 1600, 1200
_BOARD = (150, 130, 1450, 1050)
_WALL = (214, 206, 190)
_FELT = (46, 92, 74)
_FRAME = (168, 172, 176)
_PAPER = (247, 245, 236)
_INK = (52, 52, 56)
_RED = (176, 44, 40)
_STAMP = (255, 214, 64)
_FICTIONAL = "演示样张 · 纯属虚构"
_STAFF = (("林一舟", "厨师"), ("何小禾", "切配"), ("苏见山", "收银"), ("", "传菜"))
# Where the corners of the drawing lie in the photo: taken from a little to the left.
_CORNERS = ((-30, 0), (1640, -40), (1610, 1230), (0, 1190))
_EXIF_IFD, _EXIF_TAKEN, _EXIF_OFFSET = 0x8769, 0x9003, 0x9011
_MODEL = 0x0110


def notice_board(taken_at: datetime) -> bytes:
    """A JPEG of 1600 × 1200 with ``taken_at`` (with offset) in its EXIF and printed on it.

    The same moment always gives the same picture.
    """
    # Late: Pillow costs 60 ms at start-up, and only the demonstration draws photos.
    from PIL import Image, ImageDraw, ImageFilter

    picture = Image.new("RGB", (_WIDTH, _HEIGHT), _WALL)
    pen = ImageDraw.Draw(picture)
    _board(pen)
    _licence(
        pen, (200, 290, 690, 620), "食品经营许可证", ("经营者：演示面馆", "编号：JY00000000000000")
    )
    _licence(pen, (200, 660, 690, 990), "营业执照", ("名称：演示面馆", "代码：000000000000000000"))
    for place, (name, post) in enumerate(_STAFF):
        across, down = place % 2, place // 2
        left, top = 750 + 335 * across, 290 + 360 * down
        valid_to = taken_at + timedelta(days=120 + 45 * place)
        _certificate(pen, left, top, name, post, f"有效期至{valid_to:%Y-%m-%d}")
    picture = _seen_from_the_left(picture).filter(ImageFilter.GaussianBlur(0.8))
    picture = _lit(picture)
    pen = ImageDraw.Draw(picture)
    pen.text(
        (_WIDTH - 40, _HEIGHT - 30),
        f"{taken_at:%Y-%m-%d %H:%M:%S}",
        _STAMP,
        _font(40),
        anchor="rs",
        stroke_width=2,
        stroke_fill=(30, 30, 30),
    )
    exif = Image.Exif()
    exif[_MODEL] = "Demonstration"
    details = exif.get_ifd(_EXIF_IFD)
    details[_EXIF_TAKEN] = f"{taken_at:%Y:%m:%d %H:%M:%S}"
    details[_EXIF_OFFSET] = f"{taken_at:%:z}"
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88, exif=exif)
    return out.getvalue()


def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont  # late, as above

    name = "NotoSansSC-Bold.ttf" if bold else "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(str(resources_dir() / "fonts" / name), size)


def _board(pen: ImageDraw.ImageDraw) -> None:
    left, top, right, bottom = _BOARD
    pen.rectangle((left + 14, top + 18, right + 22, bottom + 24), fill=(176, 168, 152))
    pen.rectangle(_BOARD, fill=_FRAME)
    pen.rectangle((left + 22, top + 22, right - 22, bottom - 22), fill=_FELT)
    middle = (left + right) // 2
    pen.text(
        (middle, top + 84), "食品安全公示栏", (240, 236, 220), _font(64, bold=True), anchor="mm"
    )


def _licence(
    pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], title: str, lines: tuple[str, ...]
) -> None:
    left, top, right, bottom = box
    pen.rectangle(box, fill=_PAPER)
    pen.rectangle((left + 12, top + 12, right - 12, bottom - 12), outline=(190, 160, 90), width=3)
    middle = (left + right) // 2
    pen.text((middle, top + 60), title, _INK, _font(40, bold=True), anchor="mm")
    for row, line in enumerate(lines):
        pen.text((left + 44, top + 124 + 52 * row), line, _INK, _font(28), anchor="lm")
    _faint_lines(pen, left + 44, top + 226, right - 150, 2)
    # A stamp without a name: it is nobody's.
    pen.ellipse((right - 128, bottom - 128, right - 40, bottom - 40), outline=_RED, width=4)
    pen.text((right - 84, bottom - 84), "样", _RED, _font(40, bold=True), anchor="mm")
    pen.text((left + 44, bottom - 40), _FICTIONAL, _RED, _font(24), anchor="lm")


def _certificate(
    pen: ImageDraw.ImageDraw, left: int, top: int, name: str, post: str, valid: str
) -> None:
    right, bottom = left + 310, top + 330
    if not name:
        pen.rectangle((left, top, right, bottom), outline=(150, 184, 168), width=3)
        pen.text((left + 155, top + 150), "（空）", (150, 184, 168), _font(40), anchor="mm")
    else:
        pen.rectangle((left, top, right, bottom), fill=_PAPER)
        pen.rectangle((left, top, right, top + 56), fill=(86, 140, 190))
        title = _font(30, bold=True)
        pen.text((left + 155, top + 28), "健康证明", (255, 255, 255), title, anchor="mm")
        # Where a photo would be: an outline, nobody's face.
        pen.rectangle((left + 20, top + 76, left + 120, top + 206), fill=(216, 222, 226))
        pen.ellipse((left + 46, top + 92, left + 94, top + 142), fill=(160, 168, 174))
        pen.pieslice((left + 30, top + 146, left + 110, top + 262), 180, 360, fill=(160, 168, 174))
        pen.rectangle((left + 20, top + 204, left + 120, top + 264), fill=_PAPER)
        pen.text((left + 138, top + 98), name, _INK, _font(30, bold=True), anchor="lm")
        _faint_lines(pen, left + 138, top + 140, right - 24, 2)
        pen.text((left + 20, top + 240), valid, _INK, _font(26), anchor="lm")
        pen.text((left + 20, top + 282), _FICTIONAL, _RED, _font(20), anchor="lm")
    pen.rectangle((left + 90, bottom - 26, right - 90, bottom + 14), fill=(238, 226, 170))
    pen.text((left + 155, bottom - 6), post, _INK, _font(26), anchor="mm")


def _faint_lines(pen: ImageDraw.ImageDraw, left: int, top: int, right: int, count: int) -> None:
    """Small print that nobody could read from here."""
    for row in range(count):
        pen.line((left, top + 26 * row, right - 30 * row, top + 26 * row), (196, 194, 186), 6)


def _seen_from_the_left(picture: Image.Image) -> Image.Image:
    from PIL import Image  # late, as above

    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = _CORNERS
    # QUAD takes where each corner of the result lies in the drawing, so these are mirrored shifts.
    quad = (
        -x0,
        -y0,
        -x3,
        2 * _HEIGHT - y3,
        2 * _WIDTH - x2,
        2 * _HEIGHT - y2,
        2 * _WIDTH - x1,
        -y1,
    )
    return picture.transform(
        picture.size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC, fillcolor=_WALL
    )


def _lit(picture: Image.Image) -> Image.Image:
    """Light from the upper left, a darker rim, and the grain of a small sensor."""
    from PIL import Image, ImageChops  # late, as above

    random = Random(7)  # noqa: S311 - grain needs no secrecy
    small = (_WIDTH // 4, _HEIGHT // 4)
    grain = Image.frombytes(
        "L", small, bytes(random.randrange(118, 139) for _ in range(small[0] * small[1]))
    )
    grain = grain.resize(picture.size, Image.Resampling.BILINEAR)
    rim = Image.radial_gradient("L").resize(picture.size, Image.Resampling.BILINEAR)
    rim = rim.point([255 - level * level // 620 for level in range(256)])
    slope = Image.linear_gradient("L").rotate(35, Image.Resampling.BILINEAR, fillcolor=128)
    slope = slope.resize(picture.size).point([255 - level // 9 for level in range(256)])
    for light in (rim, slope):
        picture = ImageChops.multiply(picture, Image.merge("RGB", (light,) * 3))
    return ImageChops.add(picture, Image.merge("RGB", (grain,) * 3), 1, -128)
