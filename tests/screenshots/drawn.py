"""A photo and a signature to show controls with, drawn by reckoning."""

from __future__ import annotations

import math

from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from inspector_app.gui.controls import Stroke, StrokePoint


def sample_photo(shade: int = 200) -> QImage:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    gradient = QLinearGradient(0, 0, 320, 240)
    gradient.setColorAt(0, QColor(shade, 180, 150))
    gradient.setColorAt(1, QColor(60, 80, shade))
    painter = QPainter(image)
    painter.fillRect(image.rect(), gradient)
    painter.end()
    return image


def sample_strokes() -> tuple[Stroke, ...]:
    strokes = []
    for turn in range(3):
        points = []
        for step in range(60):
            angle = step / 9 + turn
            x = 1800 + turn * 2100 + step * 34 + 700 * math.sin(angle)
            y = 5000 + 2400 * math.cos(angle * 1.3 + turn)
            pressure = round(500 + 380 * math.sin(step / 11))
            points.append(StrokePoint(round(x), round(y), pressure, turn * 900 + step * 8))
        strokes.append(Stroke(tuple(points)))
    return tuple(strokes)
