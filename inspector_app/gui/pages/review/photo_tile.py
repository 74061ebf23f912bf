"""A photo of a case: a thumbnail to press, and the picture itself with what proves it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.domain.visit import Photo
from inspector_app.gui.controls import Button, KeyValueGrid, TranslatedDialog
from inspector_app.gui.terms import bytes_text, moment_text
from inspector_app.gui.theme import Radius, Space, look, paint_icon

__all__ = ["PhotoDialog", "PhotoTile"]

_WIDTH, _HEIGHT = 120, 90


class PhotoTile(QAbstractButton):
    """A thumbnail; a picture icon stands in until its bytes have come."""

    def __init__(self, photo: Photo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = photo.caption or photo.name
        self.setAccessibleName(words)
        self.setToolTip(words)

    @property
    def image(self) -> QImage | None:
        """The picture on show, None while it is on its way."""
        return self._image

    def set_image(self, image: QImage) -> None:
        """Show ``image``."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().colours
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(frame, Radius.S, Radius.S)
        painter.fillPath(shape, QColor(colours.sunken))
        if self._image is None or self._image.isNull():
            middle = QRectF(0, 0, 28, 28)
            middle.moveCenter(frame.center())
            paint_icon(painter, middle, "image", colours.text_muted)
        else:
            painter.save()
            painter.setClipPath(shape)
            painter.drawImage(frame, self._image, _filling(self._image, frame))
            painter.restore()
        focused = self.hasFocus()
        ink = colours.focus if focused else colours.line_strong
        painter.setPen(QPen(QColor(ink), 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)


def _filling(image: QImage, frame: QRectF) -> QRectF:
    """The middle part of ``image`` that has the frame's proportions."""
    source = QRectF(image.rect())
    wanted = frame.width() / frame.height()
    if source.width() > source.height() * wanted:
        source.setWidth(source.height() * wanted)
    else:
        source.setHeight(source.width() / wanted)
    source.moveCenter(QRectF(image.rect()).center())
    return source


class PhotoDialog(TranslatedDialog):
    """The picture as it was taken, and the facts that make it evidence."""

    def __init__(self, photo: Photo, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = photo
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.picture = _Picture(image)
        self.facts = KeyValueGrid(columns=2)
        self.close_button = Button()
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.facts, 1)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self.picture, 1)
        column.addLayout(foot)
        self.resize(900, 680)
        self.retranslate()

    def retranslate(self) -> None:
        photo = self._photo
        self.setWindowTitle(photo.caption or photo.name)
        self.facts.set_facts(
            [
                (self.tr("拍摄时间"), photo.taken_at.replace("T", " ") or self.tr("照片未记载")),
                (self.tr("添加时间"), moment_text(photo.at)),
                (self.tr("大小"), bytes_text(photo.size)),
                ("SHA-256", photo.sha256[:32] + "…"),
            ]
        )
        self.close_button.set_words(self.tr("关闭"))


class _Picture(QWidget):
    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        self.setMinimumSize(320, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(look().colours.sunken))
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(place, self._image)
