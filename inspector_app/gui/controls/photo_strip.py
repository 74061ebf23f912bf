"""Photos at an item: thumbnails, and every way to add one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.controls.buttons import Button
from inspector_app.gui.controls.flow import FlowRow
from inspector_app.gui.controls.png import png_bytes
from inspector_app.gui.controls.text import Label
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import PAPER, Radius, Space, TypeRole, look, paint_icon

__all__ = ["Photo", "PhotoStrip"]

_SIDE = 104


@dataclass(frozen=True, slots=True)
class Photo:
    """A thumbnail: ``key`` is the caller's own; no ``image`` while it is being made."""

    key: str
    image: QImage | None = None
    caption: str = ""


class PhotoStrip(TranslatedWidget):
    """Thumbnails in order, with buttons for file and camera; takes drops and Ctrl+V.

    It stores nothing: the page hands the paths or bytes on and sets the photos again.

    Signals:
        files_added(list[Path]): files were chosen, dropped or pasted; not yet opened.
        bytes_added(bytes): a picture was pasted or dropped, as PNG.
        camera_wanted(): the camera button was pressed.
        photo_opened(str): a thumbnail was pressed.
        removal_wanted(str): its cross, or Delete, was pressed.
    """

    files_added = Signal(list)
    bytes_added = Signal(bytes)
    camera_wanted = Signal()
    photo_opened = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._dragged_over = False
        self._photos: tuple[Photo, ...] = ()
        self._row = FlowRow()
        self._add = Button(icon_name="image-plus")
        self._add.clicked.connect(self.choose_files)
        self._camera = Button(icon_name="camera")
        self._camera.clicked.connect(self.camera_wanted)
        tools = FlowRow()
        tools.add(self._camera)
        tools.add(self._add)
        self._hint = Label(role=TypeRole.CAPTION, muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._row)
        column.addWidget(tools)
        column.addWidget(self._hint)
        self._thumbnails: list[_Thumbnail] = []
        self.set_photos(())
        self.retranslate()

    @property
    def photos(self) -> tuple[Photo, ...]:
        """What is on show."""
        return self._photos

    def set_photos(self, photos: Sequence[Photo]) -> None:
        """Show ``photos`` in this order."""
        self._photos = tuple(photos)
        self._row.clear()
        self._thumbnails = []
        for photo in photos:
            thumbnail = _Thumbnail(photo)
            thumbnail.clicked.connect(lambda _=False, key=photo.key: self.photo_opened.emit(key))
            thumbnail.removal_wanted.connect(self.removal_wanted)
            self._thumbnails.append(thumbnail)
            self._row.add(thumbnail)
        self._row.setVisible(bool(photos))
        self._say_names()

    def set_camera_offered(self, offered: bool) -> None:
        """Whether the camera button is there at all."""
        self._camera.setVisible(offered)

    def choose_files(self) -> None:
        """Ask for picture files (key P at an item)."""
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("选择照片"),
            "",
            self.tr("图片") + " (*.jpg *.jpeg *.png *.heic *.webp *.bmp *.tif *.tiff)",
        )
        if names:
            self.files_added.emit([Path(name) for name in names])

    def paste(self) -> bool:
        """Take what is on the clipboard; False if it holds no picture."""
        return self._take(QGuiApplication.clipboard().mimeData())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("照片"))
        self._add.set_words(self.tr("添加照片"))
        self._camera.set_words(self.tr("拍照"))
        self._hint.setText(self.tr("也可以把图片拖到这里，或按 Ctrl+V 粘贴。"))
        self._say_names()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste():
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _holds_picture(event.mimeData()):
            event.acceptProposedAction()
            self._mark_drag(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drag(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drag(over=False)
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dragged_over:
            colours = look().colours
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(colours.primary_soft))
            painter.setPen(QPen(QColor(colours.primary), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.M, Radius.M)

    def _mark_drag(self, *, over: bool) -> None:
        self._dragged_over = over
        self.update()

    def _take(self, data: QMimeData) -> bool:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.files_added.emit(paths)
            return True
        if data.hasImage():
            self.bytes_added.emit(png_bytes(QImage(data.imageData())))
            return True
        return False

    def _say_names(self) -> None:
        for place, thumbnail in enumerate(self._thumbnails, start=1):
            name = self.tr("照片 {place}").format(place=place)
            thumbnail.say(name, self.tr("移除照片 {place}").format(place=place))


def _holds_picture(data: QMimeData) -> bool:
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


class _Thumbnail(QAbstractButton):
    removal_wanted = Signal(str)

    def __init__(self, photo: Photo) -> None:
        super().__init__()
        self._photo = photo
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._remove = _RemoveMark(self)
        self._remove.clicked.connect(self._on_remove_clicked)

    def say(self, name: str, remove: str) -> None:
        self.setAccessibleName(" ".join(part for part in (name, self._photo.caption) if part))
        self.setToolTip(self._photo.caption or name)
        self._remove.setAccessibleName(remove)
        self._remove.setToolTip(remove)

    def sizeHint(self) -> QSize:
        caption = look().scaled(20) if self._photo.caption else 0
        return QSize(_SIDE, _SIDE + caption)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._remove.move(self.width() - self._remove.width(), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._on_remove_clicked()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QRectF(1, 1, _SIDE - 2, _SIDE - 2)
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(frame, Radius.M, Radius.M)
        image = self._photo.image
        if image is None or image.isNull():
            middle = QRectF(0, 0, 28, 28)
            middle.moveCenter(frame.center())
            paint_icon(painter, middle, "image", colours.text_muted)
        else:
            shape = QPainterPath()
            shape.addRoundedRect(frame, Radius.M, Radius.M)
            painter.save()
            painter.setClipPath(shape)
            painter.drawImage(frame, image, _middle_square(image))
            painter.restore()
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(frame, Radius.M, Radius.M)
        if self._photo.caption:
            painter.setPen(QColor(colours.text_muted))
            painter.setFont(look().font(TypeRole.CAPTION))
            words = painter.fontMetrics().elidedText(
                self._photo.caption, Qt.TextElideMode.ElideRight, _SIDE
            )
            place = QRectF(0, _SIDE, _SIDE, self.height() - _SIDE)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _on_remove_clicked(self) -> None:
        self.removal_wanted.emit(self._photo.key)


class _RemoveMark(QAbstractButton):
    """The cross in a thumbnail's corner: drawn small, pressed within 44 px."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(44, 44)
        # Delete on the thumbnail does the same; a second stop for Tab would only slow it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.width() - 30, 6, 24, 24)
        veil = QColor(PAPER.veil)
        veil.setAlpha(170)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawEllipse(disc)
        paint_icon(painter, disc.adjusted(5, 5, -5, -5), "x", PAPER.on_veil)


def _middle_square(image: QImage) -> QRectF:
    side = min(image.width(), image.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(QRectF(image.rect()).center())
    return square
