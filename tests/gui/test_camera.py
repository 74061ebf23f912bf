"""Without a camera the dialog says so and offers files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QImageCapture, QMediaDevices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.gui.controls.camera import CameraDialog, camera_present


@pytest.fixture
def no_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMediaDevices, "videoInputs", list)


@pytest.mark.usefixtures("no_camera")
def test_a_device_without_camera_offers_files_instead(qtbot: QtBot) -> None:
    dialog = CameraDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    offer = next(b for b in dialog.findChildren(QPushButton) if b.text() == "选择照片")

    with qtbot.waitSignal(dialog.files_wanted):
        QTest.mouseClick(offer, Qt.MouseButton.LeftButton)

    assert dialog.isHidden()


@pytest.mark.usefixtures("no_camera")
def test_what_the_camera_takes_arrives_as_png(qtbot: QtBot) -> None:
    dialog = CameraDialog()
    qtbot.addWidget(dialog)
    frame = QImage(8, 6, QImage.Format.Format_RGB32)
    frame.fill(QColor("red"))

    with qtbot.waitSignal(dialog.photo_taken) as taken:
        dialog.findChildren(QImageCapture)[0].imageCaptured.emit(1, frame)

    assert taken.args is not None
    assert QImage.fromData(taken.args[0]).size() == frame.size()


@pytest.mark.usefixtures("no_camera")
def test_no_camera_is_known_beforehand(qtbot: QtBot) -> None:
    assert not camera_present()
