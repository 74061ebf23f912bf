"""A wide column and a narrow one beside it; on a narrow window the second stands beneath."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import Space, look

__all__ = ["Columns"]

_ANY_WIDTH = 16777215


class Columns(TranslatedWidget):
    """Put widgets into the vertical layouts ``main`` and ``aside``.

    ``aside`` keeps its width; below ``narrow_below`` it stands beneath ``main``. Both in logical
    pixels at text scale 1.
    """

    def __init__(
        self, *, aside_width: int = 340, narrow_below: int = 960, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._aside_width = aside_width
        self._narrow_below = narrow_below
        self._side = QWidget()
        self.main = QVBoxLayout()
        self.main.setSpacing(Space.S)
        self.aside = QVBoxLayout(self._side)
        self.aside.setContentsMargins(0, 0, 0, 0)
        self.aside.setSpacing(Space.S)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)
        self._row.addLayout(self.main, 1)
        self._row.addWidget(self._side)

    @property
    def stacked(self) -> bool:
        """Whether ``aside`` stands beneath ``main``."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def restyle(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        scaled = look().scaled
        narrow = self.width() < scaled(self._narrow_below)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else scaled(self._aside_width))
        self._side.setMaximumWidth(_ANY_WIDTH if narrow else scaled(self._aside_width))
