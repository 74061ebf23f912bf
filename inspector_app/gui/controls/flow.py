"""A row that goes on in the next line when it is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from inspector_app.gui.theme import Space

__all__ = ["FlowLayout", "FlowRow"]


class FlowLayout(QLayout):
    """Lays items out in reading order, as many to a line as fit.

    Lines stand ``gap`` apart, at most 8 px. With ``last_at_end`` the last item stands at the far end of its line.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = Space.S, *, last_at_end: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._last_at_end = last_at_end
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    # Qt asks for one past the end to know where to stop and expects null for it.
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Qt asks some fifty times for each row of a page, and says when the answer may be another.
        height = self._heights.get(width)
        if height is None:
            edge = self.contentsMargins()
            room = width - edge.left() - edge.right()
            height = self._flow(QRect(0, 0, room, 0), move=False) + edge.top() + edge.bottom()
            self._heights[width] = height
        return height

    def invalidate(self) -> None:
        """Forget the lines that were worked out, as Qt asks when a child changes."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._flow(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _flow(self, rect: QRect, *, move: bool) -> int:
        left, top, line_height = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            width = min(size.width(), max(rect.width(), item.minimumSize().width()))
            height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
            if left + width > rect.x() + rect.width() and line_height:
                left, top, line_height = rect.x(), top + line_height + min(self._gap, Space.S), 0
            if move and self._last_at_end and item is self._items[-1]:
                left = rect.x() + rect.width() - width
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
            left += width + self._gap
            line_height = max(line_height, height)
        return top + line_height - rect.y()


class FlowRow(QWidget):
    """A widget with a `FlowLayout`; put things in with `add`."""

    def __init__(self, gap: int = Space.S, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Append ``widget``."""
        self._flow.addWidget(widget)

    def clear(self) -> None:
        """Take everything out and delete it."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
