"""Takes a photo with the device's camera, where there is one.

Not re-exported by the package: QtMultimedia is loaded when a photo is first taken.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QCamera, QImageCapture, QMediaCaptureSession, QMediaDevices
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls.buttons import Button, LargeButton
from inspector_app.gui.controls.choices import Choice, ChoiceField
from inspector_app.gui.controls.png import png_bytes
from inspector_app.gui.controls.surfaces import EmptyState
from inspector_app.gui.controls.translated import TranslatedDialog
from inspector_app.gui.theme import Space

__all__ = ["CameraDialog", "camera_present"]


def camera_present() -> bool:
    """Whether the device has a camera; asks the system, so once a page is enough."""
    return bool(QMediaDevices.videoInputs())


class CameraDialog(TranslatedDialog):
    """The camera's picture and a shutter. Without a camera it says so and offers files.

    Signals:
        photo_taken(bytes): a photo as PNG; the dialog stays open for the next one.
        files_wanted(): there is no camera, and the person would rather choose a file.
    """

    photo_taken = Signal(bytes)
    files_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._camera: QCamera | None = None
        self._session = QMediaCaptureSession(self)
        self._capture = QImageCapture(self)
        self._session.setImageCapture(self._capture)
        self._capture.imageCaptured.connect(self._on_image_captured)
        self._capture.errorOccurred.connect(self._on_capture_failed)
        self._picture: QVideoWidget | None = None
        self._none = EmptyState("camera")
        self._none.action_chosen.connect(self._on_files_chosen)
        self._devices = ChoiceField()
        self._devices.value_changed.connect(self._on_device_chosen)
        self._shutter = LargeButton(icon_name="camera")
        self._shutter.clicked.connect(self._on_shutter_pressed)
        self._done = Button()
        self._done.clicked.connect(self.accept)
        self._lay_out()
        self.resize(860, 640)
        self.retranslate()
        self._offer_devices()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("拍照"))
        self._devices.set_label(self.tr("摄像头"))
        self._shutter.set_words(self.tr("拍照"))
        self._done.set_words(self.tr("完成"))
        self._none.set_words(
            self.tr("没有可用的摄像头"),
            self.tr("可以选择已有的照片，或连接摄像头后再试。"),
            self.tr("选择照片"),
        )

    def done(self, result: int) -> None:
        if self._camera is not None:
            self._camera.stop()
        super().done(result)

    def _lay_out(self) -> None:
        self._view = QStackedLayout()
        self._view.addWidget(self._none)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self._done, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self._shutter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._devices)
        column.addLayout(self._view, 1)
        column.addLayout(foot)

    def _offer_devices(self) -> None:
        devices = QMediaDevices.videoInputs()
        self._devices.set_choices(
            [Choice(str(place), device.description()) for place, device in enumerate(devices)]
        )
        self._devices.setVisible(len(devices) > 1)
        self._shutter.setEnabled(bool(devices))
        if devices:
            self._devices.set_value("0")
            self._start(0)
        else:
            self._view.setCurrentWidget(self._none)

    def _start(self, place: int) -> None:
        if self._camera is not None:
            self._camera.stop()
        self._camera = QCamera(QMediaDevices.videoInputs()[place], self)
        self._camera.errorOccurred.connect(self._on_camera_failed)
        self._session.setCamera(self._camera)
        self._view.setCurrentWidget(self._finder())
        self._camera.start()

    def _finder(self) -> QVideoWidget:
        # A native window of its own: made only where there is something to see in it.
        if self._picture is None:
            self._picture = QVideoWidget()
            self._session.setVideoOutput(self._picture)
            self._view.addWidget(self._picture)
        return self._picture

    def _on_device_chosen(self, key: str) -> None:
        self._start(int(key))

    def _on_shutter_pressed(self) -> None:
        self._shutter.setEnabled(False)
        self._capture.capture()

    def _on_image_captured(self, number: int, image: QImage) -> None:
        self._shutter.setEnabled(True)
        self.photo_taken.emit(png_bytes(image))

    def _on_capture_failed(self, number: int, error: object, message: str) -> None:
        self._shutter.setEnabled(True)

    def _on_camera_failed(self, error: object, message: str) -> None:
        self._shutter.setEnabled(False)
        self._view.setCurrentWidget(self._none)

    def _on_files_chosen(self) -> None:
        self.accept()
        self.files_wanted.emit()
