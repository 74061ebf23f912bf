"""How every dialog stands: its parts one above the other, and below them what may be answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from inspector_app.gui.theme import Space

__all__ = ["lay_out", "make_room"]


def lay_out(
    dialog: QDialog,
    parts: Sequence[QWidget | QLayout],
    answers: Sequence[QWidget],
    *,
    spacing: int = Space.L,
) -> QVBoxLayout:
    """Fill ``dialog``; ``answers`` are its buttons, the one that acts last. Returns its column."""
    foot = QHBoxLayout()
    foot.setSpacing(Space.S)
    foot.addStretch(1)
    for button in answers:
        foot.addWidget(button)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
    column.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    column.addStretch(1)
    column.addLayout(foot)
    return column


def make_room(dialog: QDialog) -> None:
    """Let ``dialog`` grow by what is said in it now: Qt would press its fields together instead."""
    column = dialog.layout()
    if column is not None:
        column.activate()
        needed = column.totalHeightForWidth(dialog.width())
        dialog.resize(dialog.width(), max(dialog.height(), needed))
