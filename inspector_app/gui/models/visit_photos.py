"""Thumbnails of a visit's photos, decoded off the main thread and kept for the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QImage

from inspector_app.domain.errors import UserError
from inspector_app.domain.visit import Photo as RecordedPhoto
from inspector_app.gui.controls import Photo
from inspector_app.gui.models.visit_session import VisitSession

__all__ = ["Thumbnails", "read_picture"]


class Thumbnails:
    """Gives what is decoded at once, and calls back when the rest is there."""

    def __init__(self, session: VisitSession) -> None:
        self._session = session
        self._images: dict[str, QImage] = {}

    def photos(
        self, recorded: Sequence[RecordedPhoto], on_ready: Callable[[], object]
    ) -> tuple[Photo, ...]:
        """The strip's photos; those not decoded yet have no image and are fetched."""
        wanted = [photo.thumbnail for photo in recorded if photo.thumbnail not in self._images]
        if wanted:
            look_up = self._session.use_cases.look_up
            self._session.read(
                lambda: {sha: QImage.fromData(look_up.blob(sha)) for sha in wanted},
                lambda images: self._take(images, on_ready),
                # A picture that cannot be fetched keeps its placeholder; the record stands.
                lambda _error: None,
            )
        return tuple(
            Photo(photo.id, self._images.get(photo.thumbnail), photo.caption or photo.name)
            for photo in recorded
        )

    def _take(self, images: dict[str, QImage], on_ready: Callable[[], object]) -> None:
        self._images.update(images)
        on_ready()


def read_picture(path: Path) -> bytes:
    """The bytes of a file to be attached.

    Raises:
        UserError: ``gui.photo_file``, if the file cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as problem:
        raise UserError(
            "gui.photo_file",
            f"无法读取“{path.name}”。",
            safe="已有的照片和记录未受影响。",
            mend="请确认文件仍在原处（例如存储卡没有拔出），再添加一次。",
            facts={"file": path.name},
        ) from problem
