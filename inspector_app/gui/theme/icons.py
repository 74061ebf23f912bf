"""Lucide icons, drawn from their SVG in the colour of a token, sharp at any pixel ratio."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inspector_app.assets import resources_dir
from inspector_app.gui.theme.tokens import Colours

__all__ = ["icon", "icon_names", "icon_pixmap", "paint_icon"]

# A QIconEngine written in Python would follow the theme by itself, but crashes when Qt clones
# it (PySide6 6.12): icons are pixmaps, and whoever shows one draws it again on StyleChange.
_RATIOS = (1.0, 1.5, 2.0, 3.0)


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw icon ``name`` in ``colour`` (``#rrggbb``), centred and as large as ``rect`` allows.

    Raises:
        FileNotFoundError: no such icon in ``resources/icons``; a mistake of the caller.
    """
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    _renderer(name, colour).render(painter, square)


@lru_cache(maxsize=512)
def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """Icon ``name`` in ``colour``, ``size`` logical pixels square, ``gap`` more to its right."""
    side = round(size * ratio)
    pixmap = QPixmap(side + round(gap * ratio), side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colours: Colours, colour: str, size: int = 20, gap: int = 0) -> QIcon:
    """Icon ``name`` in ``colour`` for a button; pale when the button is disabled.

    ``gap`` pixels stay empty behind it: Qt sets a button's word too close to its icon.
    """
    result = QIcon()
    for ratio in _RATIOS:
        result.addPixmap(icon_pixmap(name, colour, size, ratio, gap), QIcon.Mode.Normal)
        pale = icon_pixmap(name, colours.text_disabled, size, ratio, gap)
        result.addPixmap(pale, QIcon.Mode.Disabled)
    return result


def icon_names() -> frozenset[str]:
    """Names of the icons that are installed."""
    return frozenset(path.stem for path in (resources_dir() / "icons").glob("*.svg"))


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    tinted = source.replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(tinted.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer
