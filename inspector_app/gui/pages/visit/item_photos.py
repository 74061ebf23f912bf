"""Wires a photo strip: files, camera, clipboard and drops go in; viewing and removal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from inspector_app.domain.visit import Visit
from inspector_app.gui.controls import ConfirmDialog, PhotoStrip, ReasonDialog
from inspector_app.gui.models.visit_items import is_locked
from inspector_app.gui.models.visit_photos import Thumbnails, read_picture
from inspector_app.gui.models.visit_session import VisitSession
from inspector_app.gui.pages.visit.photo_viewer import PhotoViewer
from inspector_app.gui.theme import Tone

__all__ = ["ItemPhotos"]


class ItemPhotos(QObject):
    """The photos of the item on show.

    Signals:
        thumbnails_read(): pictures that were missing can be shown now.
        failed(InspectorError): a picture was not taken in.
    """

    thumbnails_read = Signal()
    failed = Signal(object)

    def __init__(
        self,
        session: VisitSession,
        strip: PhotoStrip,
        item: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._strip = strip
        self._item = item
        self.thumbnails = Thumbnails(session)
        self._camera: bool | None = None
        strip.files_added.connect(self._on_files_added)
        strip.bytes_added.connect(lambda data: self._attach(data, "clipboard"))
        strip.camera_wanted.connect(self._on_camera_wanted)
        strip.photo_opened.connect(self._on_photo_opened)
        strip.removal_wanted.connect(self._on_removal_wanted)

    def take(self) -> None:
        """Take or choose a photo, by what the device has (key P)."""
        if self._has_camera():
            self._on_camera_wanted()
        else:
            self._strip.choose_files()

    def _has_camera(self) -> bool:
        if self._camera is None:
            # Late: QtMultimedia costs start-up time and only the first photo needs it.
            from inspector_app.gui.controls.camera import camera_present

            self._camera = camera_present()
        return self._camera

    def _on_camera_wanted(self) -> None:
        # Late: see `_has_camera`.
        from inspector_app.gui.controls.camera import CameraDialog

        dialog = CameraDialog(self._strip.window())
        dialog.photo_taken.connect(lambda data: self._attach(data, "camera"))
        dialog.files_wanted.connect(self._strip.choose_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_files_added(self, paths: list[Path]) -> None:
        visit_id, item = self._session.visit_id, self._item()
        attach = self._session.use_cases.attach_photo
        for path in paths:
            # One job each: a file that is no picture does not keep the others out.
            self._session.record(
                lambda path=path: attach(visit_id, item, read_picture(path), name=path.name),  # type: ignore[misc]  # bound now, mypy sees a default
                None,
                self.failed.emit,
            )

    def _attach(self, data: bytes, source: str) -> None:
        visit_id, item = self._session.visit_id, self._item()
        attach = self._session.use_cases.attach_photo
        now = datetime.fromisoformat(self._session.use_cases.place.clock.now().at)
        name = f"{source}-{now:%Y%m%d-%H%M%S}.png"
        self._session.record(
            lambda: attach(visit_id, item, data, name=name, source=source), None, self.failed.emit
        )

    def _on_photo_opened(self, photo_id: str) -> None:
        photo = self._visit().photos.get(photo_id)
        if photo is None:
            return
        look_up = self._session.use_cases.look_up
        recorded = photo

        def show(image: QImage) -> None:
            viewer = PhotoViewer(recorded, image, self._strip.window())
            viewer.finished.connect(viewer.deleteLater)
            viewer.open()

        self._session.read(
            lambda: QImage.fromData(look_up.blob(recorded.sha256)), show, self.failed.emit
        )

    def _on_removal_wanted(self, photo_id: str) -> None:
        photo = self._visit().photos.get(photo_id)
        if photo is None:
            return
        if is_locked(self._visit()):
            self._ask_why(photo_id)
            return
        question = ConfirmDialog(
            self._strip.window(),
            self.tr("移除这张照片？"),
            self.tr("照片不再作为该项目的证据；原图和这次移除都留在记录中。"),
            self.tr("移除"),
            Tone.NOT_MET,
        )
        question.accepted.connect(lambda: self._remove(photo_id))
        question.finished.connect(question.deleteLater)
        question.open()

    def _ask_why(self, photo_id: str) -> None:
        question = ReasonDialog(
            self._strip.window(),
            self.tr("移除这张照片？"),
            self.tr("已出具的文书写有这张照片，移除后需要更正文书。"),
            self.tr("移除的理由"),
            self.tr("移除"),
        )
        question.accepted.connect(lambda: self._remove(photo_id, question.reason))
        question.finished.connect(question.deleteLater)
        question.open()

    def _remove(self, photo_id: str, because: str = "") -> None:
        visit_id, remove = self._session.visit_id, self._session.use_cases.remove_photo
        self._session.record(lambda: remove(visit_id, photo_id, because), None, self.failed.emit)

    def _visit(self) -> Visit:
        return self._session.view.visit
