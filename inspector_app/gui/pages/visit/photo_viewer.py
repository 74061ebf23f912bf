"""A photo in full size, with what is known of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.visit import Photo
from inspector_app.gui.controls import Button, Label, TranslatedDialog
from inspector_app.gui.terms import fact_line, moment_text
from inspector_app.gui.theme import Space, TypeRole

__all__ = ["PhotoViewer"]


class PhotoViewer(TranslatedDialog):
    """Shows one recorded photo: picture, name, time, and its digest."""

    def __init__(self, photo: Photo, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._photo = photo
        self._facts = Label(role=TypeRole.CAPTION, muted=True)
        self._close = Button()
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self._facts, 1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(_Picture(image), 1)
        column.addLayout(foot)
        self.resize(960, 700)
        self.retranslate()

    def retranslate(self) -> None:
        photo = self._photo
        self.setWindowTitle(photo.name)
        taken = photo.taken_at or photo.at
        digest = f"SHA-256 {photo.sha256[:16]}…"
        self._facts.setText(fact_line((photo.caption or photo.name, moment_text(taken), digest)))
        self._close.set_words(self.tr("关闭"))


class _Picture(QWidget):
    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image

    def sizeHint(self) -> QSize:
        return QSize(800, 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(box, self._image)
