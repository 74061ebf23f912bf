"""Attach photos to items: original bytes hashed and kept, thumbnail made, EXIF time read."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.application.corrections import refuse_after_issue
from inspector_app.application.visit_records import VisitRecords
from inspector_app.application.workplace import Workplace
from inspector_app.domain.corrections import is_locked
from inspector_app.domain.errors import UserError
from inspector_app.domain.visit import Visit
from inspector_app.domain.visit_events import PhotoAttached, PhotoRemoved

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["AttachPhoto", "RemovePhoto"]

MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "BMP": "image/bmp"}
MAX_BYTES = 64 * 1024 * 1024
MAX_PIXELS = 200_000_000
THUMBNAIL = (480, 480)
EXIF_IFD = 0x8769
EXIF_TAKEN = 0x9003  # DateTimeOriginal


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What the bytes say: media type, EXIF time (ISO 8601 or empty), and a JPEG thumbnail."""

    media_type: str
    taken_at: str
    thumbnail: bytes


def read_photo(data: bytes, name: str) -> PhotoFacts:
    """The facts of an image; ``UserError`` if ``data`` is not one the record can keep."""
    # Late: Pillow costs 60 ms at start-up and only photos need it.
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(data) > MAX_BYTES:
        raise _refused("photo.too_large", name, "文件超过 64 MB")
    try:
        with Image.open(io.BytesIO(data), formats=tuple(MEDIA_TYPES)) as image:
            if image.width * image.height > MAX_PIXELS:
                raise _refused("photo.too_many_pixels", name, "像素过大")
            media_type = MEDIA_TYPES[image.format or ""]
            taken_at = _taken_at(image.getexif().get_ifd(EXIF_IFD).get(EXIF_TAKEN, ""))
            small = _on_white(ImageOps.exif_transpose(image))
            small.thumbnail(THUMBNAIL)
            buffer = io.BytesIO()
            small.save(buffer, "JPEG", quality=80)
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
        KeyError,
    ) as problem:
        raise _refused("photo.unreadable", name, "不是可识别的图片，或者文件已损坏") from problem
    return PhotoFacts(media_type, taken_at, buffer.getvalue())


def _on_white(image: Image) -> Image:
    """Without transparency, which would turn black in a JPEG."""
    # Late: see `read_photo`.
    from PIL import Image as Pictures

    if not image.has_transparency_data:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    ground = Pictures.new("RGBA", layered.size, "white")
    return Pictures.alpha_composite(ground, layered).convert("RGB")


def _refused(code: str, name: str, why: str) -> UserError:
    return UserError(
        code,
        f"“{name}”没有添加：{why}。",
        safe="已有的照片和记录未受影响。",
        mend="请使用 JPEG、PNG、WebP 或 BMP 格式的照片。",
        facts={"name": name},
    )


def _taken_at(text: object) -> str:
    try:
        return datetime.strptime(str(text), "%Y:%m:%d %H:%M:%S").isoformat()  # noqa: DTZ007 - cameras write no zone
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class AttachPhoto:
    """Evidence at an item. The original's bytes, EXIF included, are never changed."""

    place: Workplace
    records: VisitRecords

    def __call__(
        self,
        visit_id: str,
        item: str,
        data: bytes,
        *,
        name: str,
        caption: str = "",
        source: str = "file",
    ) -> Visit:
        """Attach and return the visit; the same picture twice at one item counts once.

        Raises ``UserError`` for what is no picture, before the rights are read (程序规定 21), and
        once a document tells the evidence, unless the item is under correction.
        """
        facts = read_photo(data, name)
        original = self.place.blobs.put(data, kind="photo", media_type=facts.media_type)
        small = self.place.blobs.put(facts.thumbnail, kind="thumbnail", media_type="image/jpeg")
        with self.records.editing(visit_id) as edit:
            visit = edit.visit
            if any(photo.sha256 == original.sha256 for photo in visit.photos_of(item)):
                return visit
            if visit.identity is None:
                raise UserError(
                    "photo.before_rights",
                    "请先出示证件、告知权利并记录回答，再取证。",
                    mend="请完成“到场”步骤，再添加照片。（程序规定第二十一条）",
                )
            refuse_after_issue(visit, item)
            edit.uow.add_blob(original, visit.head.stream)
            edit.uow.add_blob(small, visit.head.stream)
            return edit.record(
                PhotoAttached(
                    photo_id=self.place.ids.new_id(),
                    item=item,
                    sha256=original.sha256,
                    size=original.size,
                    media_type=original.media_type,
                    name=name,
                    thumbnail=small.sha256,
                    taken_at=facts.taken_at,
                    caption=caption,
                    source=source,
                )
            )


@dataclass(frozen=True, slots=True)
class RemovePhoto:
    """A photo that no longer counts; its bytes stay in the record."""

    records: VisitRecords

    def __call__(self, visit_id: str, photo_id: str, because: str = "") -> Visit:
        """Remove and return the visit; a photo already removed changes nothing.

        Raises ``UserError`` once a document tells the evidence, unless the item is under
        correction; then a reason is needed.
        """
        with self.records.editing(visit_id) as edit:
            photo = edit.visit.photos.get(photo_id)
            if photo is None:
                return edit.visit
            refuse_after_issue(edit.visit, photo.item)
            if is_locked(edit.visit) and not because.strip():
                raise UserError(
                    "photo.because",
                    "移除照片应当写明理由。",
                    safe="照片未变。",
                    mend="请填写移除的理由，再移除照片。",
                )
            return edit.record(PhotoRemoved(photo_id, because))
