"""Handwriting as data: what the pen did, and how it looks.

The signing field has a fixed shape of 3 : 1, so that a signature looks the same on every screen
and on paper: x and y run from 0 to 10 000 across the field's width and height.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from inspector_app.domain.errors import UserError
from inspector_app.gui.controls.png import png_bytes
from inspector_app.gui.theme import PAPER

__all__ = [
    "EXTENT",
    "FIELD_ASPECT",
    "Stroke",
    "StrokePoint",
    "paint_stroke",
    "strokes_from_json",
    "strokes_to_json",
    "strokes_to_png",
]

EXTENT = 10_000
"""Largest coordinate on either axis."""

FIELD_ASPECT = 3.0
"""Width of the signing field over its height."""

_THIN, _THICK = 0.0022, 0.0062
_RANGES = ((0, EXTENT), (0, EXTENT), (0, 1000), (0, 86_400_000))


@dataclass(frozen=True, slots=True)
class StrokePoint:
    """Where the pen was: x, y in 0..10000, pressure in 0..1000 (500 for a mouse), and when.

    ``t`` is milliseconds since the pen first touched the pad for this signature.
    """

    x: int
    y: int
    pressure: int
    t: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """What the pen did from touching the pad to leaving it; at least one point."""

    points: tuple[StrokePoint, ...]


def paint_stroke(painter: QPainter, stroke: Stroke, field: QRectF, start: int = 0) -> QRectF:
    """Draw ``stroke`` into ``field`` from its point ``start`` on; returns what was touched.

    Curves run through the middles between points, so corners of the sampling do not show.
    """
    points = stroke.points
    touched = QRectF()
    if len(points) == 1:
        centre, width = _place(points[0], field), _width(points[0], field) * 1.6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PAPER.ink))
        painter.drawEllipse(centre, width / 2, width / 2)
        return QRectF(centre.x() - width, centre.y() - width, 2 * width, 2 * width)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for index in range(max(1, start), len(points)):
        path, width = _piece(points, index, field)
        pen = QPen(QColor(PAPER.ink), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(path)
        margin = width + 2
        touched |= path.boundingRect().adjusted(-margin, -margin, margin, margin)
    return touched


def strokes_to_png(strokes: Iterable[Stroke], width: int = 1200) -> bytes:
    """The signature as PNG, ``width`` pixels wide and a third of that high, ground transparent."""
    size = QSize(width, round(width / FIELD_ASPECT))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    field = QRectF(0, 0, size.width(), size.height())
    for stroke in strokes:
        paint_stroke(painter, stroke, field)
    painter.end()
    return png_bytes(image)


def strokes_to_json(strokes: Sequence[Stroke]) -> bytes:
    """Stroke data as canonical JSON: ``{"strokes": [[[x, y, pressure, t], …], …], "v": 1}``."""
    rows = [[[p.x, p.y, p.pressure, p.t] for p in stroke.points] for stroke in strokes]
    return json.dumps({"strokes": rows, "v": 1}, separators=(",", ":"), sort_keys=True).encode()


def strokes_from_json(data: bytes) -> tuple[Stroke, ...]:
    """Stroke data read back.

    Raises:
        UserError: ``gui.strokes_unreadable``, if the data is not what `strokes_to_json` writes.
    """
    try:
        return tuple(_stroke(row) for row in _rows(data))
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            "gui.strokes_unreadable",
            "签名笔迹数据无法读取。",
            safe="原始数据保持不变。",
            mend="请重新签名，或核对导出文件是否完整。",
        ) from error


def _rows(data: bytes) -> list[object]:
    document = json.loads(data)
    if document["v"] != 1 or not isinstance(document["strokes"], list):
        raise ValueError("not stroke data of version 1")
    rows: list[object] = document["strokes"]
    return rows


def _stroke(row: object) -> Stroke:
    if not isinstance(row, list) or not row:
        raise ValueError("a stroke is a list of points")
    points = []
    for numbers in row:
        if len(numbers) != 4 or not all(type(number) is int for number in numbers):
            raise ValueError("a point is four whole numbers")
        for number, (least, most) in zip(numbers, _RANGES, strict=True):
            if not least <= number <= most:
                raise ValueError("a point lies outside the field")
        points.append(StrokePoint(*numbers))
    return Stroke(tuple(points))


def _place(point: StrokePoint, field: QRectF) -> QPointF:
    return QPointF(
        field.left() + point.x / EXTENT * field.width(),
        field.top() + point.y / EXTENT * field.height(),
    )


def _width(point: StrokePoint, field: QRectF) -> float:
    return field.width() * (_THIN + (_THICK - _THIN) * point.pressure / 1000)


def _piece(points: Sequence[StrokePoint], index: int, field: QRectF) -> tuple[QPainterPath, float]:
    """The curve that ends half-way to point ``index``, or at it if it is the last."""
    here, before = _place(points[index], field), _place(points[index - 1], field)
    middle = (here + before) / 2
    width = (_width(points[index], field) + _width(points[index - 1], field)) / 2
    path = QPainterPath()
    if index == 1:
        path.moveTo(before)
        path.lineTo(middle)
    else:
        earlier = _place(points[index - 2], field)
        path.moveTo((before + earlier) / 2)
        path.quadTo(before, middle)
    if index == len(points) - 1:
        path.lineTo(here)
    return path, width
