"""What holds for all that stands on the screen: it is named, high enough and whole."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QWidget,
)

from inspector_app.gui.theme import TARGET

__all__ = ["clipped", "nameless", "too_small"]

# Sliders of scroll bars and the like are Qt's own; the rest is ours to name.
_FILLED_IN = (QLineEdit, QComboBox, QDateEdit)


def nameless(whole: QWidget) -> list[str]:
    """Controls in ``whole`` that a screen reader has no word for."""
    return [_describe(part) for part in _controls(whole) if not _said(part)]


def too_small(whole: QWidget) -> list[str]:
    """Controls in ``whole`` that a finger misses."""
    return [_describe(part) for part in _controls(whole) if _is_too_small(part)]


def clipped(whole: QWidget) -> list[str]:
    """Parts of ``whole`` narrower or lower than what they have to show."""
    return [_describe(part) for part in _shown(whole) if _is_clipped(part)]


def _shown(widget: QWidget) -> list[QWidget]:
    return [
        part
        for part in widget.findChildren(QWidget)
        if part.isVisible() and type(part).__module__.startswith(("inspector_app", "PySide6"))
    ]


def _controls(widget: QWidget) -> list[QWidget]:
    return [
        part
        for part in _shown(widget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(part, QAbstractScrollArea)
        and not isinstance(part.parentWidget(), _FILLED_IN)
    ]


def _said(part: QWidget) -> bool:
    text = part.text() if isinstance(part, QAbstractButton) else ""
    return bool(part.accessibleName() or text)


def _is_too_small(part: QWidget) -> bool:
    return min(part.width(), part.height()) < TARGET


def _is_clipped(part: QWidget) -> bool:
    if isinstance(part, QLabel):
        room = part.contentsRect()
        flags = Qt.TextFlag.TextWordWrap if part.wordWrap() else Qt.TextFlag.TextSingleLine
        needed = part.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 10_000), int(flags), part.text()
        )
        return needed.width() > room.width() + 1 or needed.height() > room.height() + 1
    if isinstance(part, QAbstractButton):
        needed_size = part.minimumSizeHint()
        return part.width() < needed_size.width() or part.height() < needed_size.height()
    return False


def _describe(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
    return f"{type(part).__name__} {text or part.accessibleName()!r} {part.size().toTuple()}"
