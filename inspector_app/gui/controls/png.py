"""A picture on the screen as bytes that a blob store keeps."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

__all__ = ["png_bytes"]


def png_bytes(image: QImage) -> bytes:
    """``image`` as PNG; empty if it is a null image."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(store.data())
