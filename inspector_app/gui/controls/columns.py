"""Things side by side where there is room, one under the other where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from inspector_app.gui.theme import Space

__all__ = ["Columns"]


class Columns(QWidget):
    """Widgets in columns of the given ``stretch``; stacked when their minimum widths do not fit.

    ``aligned_top`` keeps each at its own height, else all are as high as the highest.
    """

    def __init__(
        self,
        *widgets: QWidget,
        stretch: Sequence[int] = (),
        aligned_top: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widgets = widgets
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.L)
        self._stretch = tuple(stretch) or (1,) * len(widgets)
        self._alignment = Qt.AlignmentFlag.AlignTop if aligned_top else Qt.AlignmentFlag(0)
        for widget, share in zip(widgets, self._stretch, strict=True):
            self._row.addWidget(widget, share, self._alignment)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def stacked(self) -> bool:
        """Whether the widgets stand one under the other."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        widest = max((_least_width(widget) for widget in self._widgets), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def _arrange(self, width: int) -> None:
        shown = [widget for widget in self._widgets if not widget.isHidden()]
        gaps = self._row.spacing() * max(0, len(shown) - 1)
        needed = gaps + sum(_least_width(widget) for widget in shown)
        stack = needed > width
        if stack != self.stacked:
            direction = QBoxLayout.Direction
            self._row.setDirection(direction.TopToBottom if stack else direction.LeftToRight)
            for place, share in enumerate(self._stretch):
                self._row.setStretch(place, 0 if stack else share)


def _least_width(widget: QWidget) -> int:
    return widget.minimumSizeHint().expandedTo(widget.minimumSize()).width()
