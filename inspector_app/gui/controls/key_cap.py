"""The key that does the same as a press, drawn on the face of what is pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from inspector_app.gui.theme import KEY_CAP, TypeRole, look

__all__ = ["paint_key_cap"]


def paint_key_cap(painter: QPainter, right: float, height: float, key: str, ink: str) -> None:
    """Draw ``key`` (one character) in a cap that ends at ``right``, in the middle of ``height``."""
    side = look().scaled(KEY_CAP)
    cap = QRectF(right - side, (height - side) / 2, side, side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = QColor(ink)
    edge.setAlpha(110)
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(QColor(ink))
    painter.setFont(look().font(TypeRole.CAPTION))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
