"""Drawn signatures of fictional people, and documents signed with them."""

import hashlib
import io
import math
from collections.abc import Mapping
from dataclasses import replace
from random import Random

from PIL import Image, ImageDraw

from inspector_app.domain.document import Snapshot

__all__ = ["SIGNED_AT", "drawn_signature", "images", "signed"]

SIGNED_AT = "2026-11-21T10:42:00+08:00"


def drawn_signature(name: str) -> bytes:
    """A PNG as the signature pad makes one: dark strokes on nothing, 600 × 220."""
    random = Random(name)
    picture = Image.new("RGBA", (600, 220), (255, 255, 255, 0))
    pen = ImageDraw.Draw(picture)
    step = 560 / (len(name) * 3)
    for stroke in range(len(name) * 3):
        x0, y0 = 20 + stroke * step, random.uniform(60, 160)
        bend, reach = random.uniform(-90, 90), random.uniform(0.6, 2.0) * step
        last = (x0, y0)
        for tick in range(1, 25):
            t = tick / 24
            point = (x0 + reach * t, y0 + bend * math.sin(t * math.pi) + 20 * math.sin(7 * t))
            pen.line([last, point], fill=(20, 20, 40, 255), width=int(4 + 4 * math.sin(t * 3.1)))
            last = point
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


_SIGNATURES = {
    "party": drawn_signature("张建国"),
    "officer1": drawn_signature("周明远"),
    "officer2": drawn_signature("李若溪"),
    "receiver": drawn_signature("张建国"),
}


def images() -> Mapping[str, bytes]:
    """The drawn signatures of :func:`signed`, by SHA-256."""
    return {_sha256(png): png for png in _SIGNATURES.values()}


def signed(snapshot: Snapshot, *, at: str = SIGNED_AT) -> Snapshot:
    """The same document with every slot signed for which the factory has a signature."""
    return replace(
        snapshot,
        signatures=tuple(
            replace(slot, image=_sha256(_SIGNATURES[slot.key]), at=at)
            if slot.key in _SIGNATURES
            else slot
            for slot in snapshot.signatures
        ),
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
