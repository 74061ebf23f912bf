"""Photos come in by dialog, drop and paste, and go out by cross or Delete."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.gui.controls import Photo, PhotoStrip


@pytest.fixture
def strip(qtbot: QtBot) -> PhotoStrip:
    widget = PhotoStrip()
    qtbot.addWidget(widget)
    widget.resize(600, 260)
    widget.show()
    return widget


def red() -> QImage:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def drop(strip: PhotoStrip, data: QMimeData) -> None:
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPoint(20, 20), copy, data, left, plain)
    QApplication.sendEvent(strip, entered)
    if entered.isAccepted():
        QApplication.sendEvent(strip, QDropEvent(QPointF(20, 20), copy, data, left, plain))


def named(strip: PhotoStrip, name: str) -> QAbstractButton:
    return next(b for b in strip.findChildren(QAbstractButton) if b.accessibleName() == name)


def test_files_from_the_dialog_are_handed_on(
    strip: PhotoStrip, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["a.jpg", "b.png"], ""))

    with qtbot.waitSignal(strip.files_added) as added:
        QTest.mouseClick(named(strip, "添加照片"), Qt.MouseButton.LeftButton)

    assert added.args == [[Path("a.jpg"), Path("b.png")]]


def test_a_dialog_that_is_cancelled_adds_nothing(
    strip: PhotoStrip, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))

    with qtbot.assertNotEmitted(strip.files_added):
        strip.choose_files()


def test_dropped_files_are_handed_on(strip: PhotoStrip, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "后厨.jpg"))])

    with qtbot.waitSignal(strip.files_added) as added:
        drop(strip, data)

    assert added.args == [[tmp_path / "后厨.jpg"]]


def test_a_dropped_picture_arrives_as_png(strip: PhotoStrip, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setImageData(red())

    with qtbot.waitSignal(strip.bytes_added) as added:
        drop(strip, data)

    assert added.args is not None
    assert QImage.fromData(added.args[0]).size() == red().size()


def test_a_pasted_picture_arrives_as_png(strip: PhotoStrip, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(red())

    with qtbot.waitSignal(strip.bytes_added) as added:
        QTest.keyClick(strip, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert added.args is not None
    assert added.args[0].startswith(b"\x89PNG")


def test_dropped_words_are_no_photo(strip: PhotoStrip, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("后厨")

    with qtbot.assertNotEmitted(strip.bytes_added), qtbot.assertNotEmitted(strip.files_added):
        drop(strip, data)


def test_pasted_words_are_no_photo(strip: PhotoStrip, app: QApplication) -> None:
    QGuiApplication.clipboard().setText("后厨")

    assert not strip.paste()


def test_a_photo_is_opened_and_removed(strip: PhotoStrip, qtbot: QtBot) -> None:
    strip.set_photos([Photo("a", red(), "14:32"), Photo("b")])

    with qtbot.waitSignal(strip.photo_opened) as opened:
        QTest.mouseClick(
            named(strip, "照片 1 14:32"), Qt.MouseButton.LeftButton, pos=QPoint(20, 80)
        )
    with qtbot.waitSignal(strip.removal_wanted) as removed:
        QTest.mouseClick(named(strip, "移除照片 2"), Qt.MouseButton.LeftButton)

    assert opened.args == ["a"]
    assert removed.args == ["b"]


def test_delete_removes_the_photo_that_has_the_focus(strip: PhotoStrip, qtbot: QtBot) -> None:
    strip.set_photos([Photo("a", red())])

    with qtbot.waitSignal(strip.removal_wanted) as removed:
        QTest.keyClick(named(strip, "照片 1"), Qt.Key.Key_Delete)

    assert removed.args == ["a"]


def test_a_device_without_a_camera_offers_none(strip: PhotoStrip) -> None:
    strip.set_camera_offered(False)

    assert named(strip, "拍照").isHidden()
