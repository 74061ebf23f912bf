"""What the scenes of this folder are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls import (
    ScrollPage,
)
from inspector_app.gui.i18n import current_language
from inspector_app.gui.theme import Space


def words(chinese: str, english: str) -> str:
    """Sample content in the language in force: it is no part of the application's own words."""
    return chinese if current_language() == "zh" else english


def page(*parts: QWidget) -> ScrollPage:
    result = ScrollPage()
    result.setObjectName("page")
    result.body.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
    for part in parts:
        result.body.addWidget(part)
    result.body.addStretch(1)
    return result


def canvas(content: QWidget) -> QWidget:
    result = QWidget()
    result.setObjectName("canvas")
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)
    return result


def row(*parts: QWidget, stretch: bool = True) -> QWidget:
    result = QWidget()
    line = QHBoxLayout(result)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.M)
    for part in parts:
        line.addWidget(part)
    if stretch:
        line.addStretch(1)
    return result
