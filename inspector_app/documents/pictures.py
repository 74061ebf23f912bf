"""Pictures of drawn signatures, made ready for the page: only the ink, no finer than print can show."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from inspector_app.domain.errors import Defect

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["signature_picture", "unusable_signature"]

# 600 dots per inch over the widest place to sign.
_MOST_PIXELS = (1400, 460)
_LARGEST_PICTURE = 40_000_000  # pixels; a signature pad that fills a 4K screen has 8 million
_WHITE = 250


def signature_picture(png: bytes) -> Image.Image:
    """Give the ink of a signature, cut to its edges; an empty picture comes back as it is.

    Raises ``Defect`` if the bytes are no picture or one that no signature pad makes.
    """
    # Late: Pillow costs 40 ms at start-up, and most starts draw no document.
    from PIL import Image

    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as opened:
            if opened.width * opened.height > _LARGEST_PICTURE:
                raise unusable_signature()
            picture = opened.convert("RGBA" if opened.has_transparency_data else "L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as damaged:
        raise unusable_signature() from damaged
    if picture.mode == "RGBA":
        ink = picture.getchannel("A")
    else:
        ink = picture.point([0 if shade > _WHITE else 255 for shade in range(256)])
    edges = ink.getbbox()
    if edges is not None:
        picture = picture.crop(edges)
    picture.thumbnail(_MOST_PIXELS)
    return picture


def unusable_signature() -> Defect:
    """The error for a signature whose picture cannot be drawn."""
    return Defect(
        "documents.signature_image",
        "签名图像缺失、损坏，或与检查记录中登记的不一致，文书未生成。",
        safe="检查记录和已签发的文书不受影响。",
        mend="请重新打开本次检查并重试；仍有问题请联系技术人员。",
    )
