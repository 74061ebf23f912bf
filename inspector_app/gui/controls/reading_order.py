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

__all__ = ["focus_next_in_reading"]

_WHOLE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
"""Controls whose inner parts are no places of their own."""


def focus_next_in_reading(window: QWidget, *, forward: bool) -> bool:
    """Move the focus of ``window`` one place in the order of its layouts; False if there is none.

    Qt's own order is that of construction: what a page makes later, e.g. the answers of a notice
    that is read from a pack, would come after the button that confirms them.

    Qt asks for this too when what had the focus is hidden or disabled. Then the focus stays as
    near as it can: the keys of a page are deaf once it has left the page.
    """
    # The stub forgets that nothing may have the focus.
    current = cast("QWidget | None", window.focusWidget())
    if current is None or _takes_tab(current):
        following = _next(window, current, forward=forward)
    else:
        following = _nearest(current)
    if following is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    following.setFocus(reason)
    _bring_into_sight(following)
    return True


def _bring_into_sight(focused: QWidget) -> None:
    # A scroll area does so itself only while the focus moves about inside it.
    around = focused.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(focused)
        around = around.parentWidget()


def _nearest(gone: QWidget) -> QWidget | None:
    """What follows ``gone``, or else precedes it, in the smallest surroundings that have anything."""
    around = gone.parentWidget()
    while around is not None:
        for forward in (True, False):
            found = _next(around, gone, forward=forward, round_the_end=False)
            if found is not None:
                return found
        around = around.parentWidget()
    return None


def _next(
    root: QWidget, current: QWidget | None, *, forward: bool, round_the_end: bool = True
) -> QWidget | None:
    everything = list(_walk(root))
    if current in everything:
        place = everything.index(current)
        after, before = everything[place + 1 :], everything[:place]
    else:
        after, before = everything, []
    if not forward:
        after, before = before[::-1], after[::-1]
    if round_the_end:
        after = after + before
    return next((widget for widget in after if _takes_tab(widget)), None)


def _takes_tab(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    open_to_it = widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
    return wants and open_to_it


def _walk(widget: QWidget) -> Iterator[QWidget]:
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
