"""The order in which Tab goes: as one reads, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

__all__ = ["focus_next_in_reading", "reading_order"]

_WHOLE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
"""Controls whose inner parts are no places of their own."""


def reading_order(root: QWidget) -> list[QWidget]:
    """Everything in ``root`` that Tab stops at, in the order of the layouts.

    Qt's own order is that of construction: what a page makes later, e.g. the answers of a notice
    that is read from a pack, would come after the button that confirms them.
    """
    return [widget for widget in _walk(root) if _takes_tab(widget)]


def focus_next_in_reading(window: QWidget, *, forward: bool) -> bool:
    """Move the focus of ``window`` one place; False if there is none to go to."""
    order = reading_order(window)
    if not order:
        return False
    current = window.focusWidget()
    step = 1 if forward else -1
    if current in order:
        place = (order.index(current) + step) % len(order)
    else:
        place = 0 if forward else len(order) - 1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[place].setFocus(reason)
    return True


def _takes_tab(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isEnabled() and widget.focusProxy() is None


def _walk(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, _WHOLE):
        return
    if isinstance(widget, QScrollArea):
        if (inside := widget.widget()) is not None:
            yield from _walk(inside)
        return
    placed = list(_placed(widget.layout()))
    for child in placed:
        yield from _walk(child)
    for loose in widget.children():
        if isinstance(loose, QWidget) and not loose.isWindow() and loose not in placed:
            yield from _walk(loose)


def _placed(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for item in _items(layout):
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _placed(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    found = [(place, layout.itemAt(place)) for place in range(layout.count())]
    items = [(place, item) for place, item in found if item is not None]
    if isinstance(layout, QGridLayout):
        # A grid knows its things in the order they came, not in that of its rows.
        items.sort(key=lambda pair: _cell(layout, pair[0]))
    return [item for _, item in items]


def _cell(grid: QGridLayout, place: int) -> tuple[int, int]:
    row, column, *_ = cast("tuple[int, int, int, int]", grid.getItemPosition(place))
    return row, column
