"""A line that is typed into to look for something, with a cross that empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.gui.controls.buttons import IconButton
from inspector_app.gui.controls.fields import TextField
from inspector_app.gui.theme import look

__all__ = ["SearchField"]


class SearchField(TextField):
    """A text field whose cross, as large as a finger, takes away what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cross = IconButton("x")
        # Keys empty the field by themselves: the way from it to what was found stays short.
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)
        self.cross.clicked.connect(self._on_cross_pressed)
        self.cross.hide()
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.cross)
        self.line.textChanged.connect(lambda text: self.cross.setVisible(bool(text)))
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        super().retranslate()
        self.cross.set_words(self.tr("清空"))

    def restyle(self) -> None:
        self.line.setTextMargins(0, 0, look().target, 0)

    def _on_cross_pressed(self) -> None:
        self.line.clear()
        self.line.setFocus()
        self._say_changed()
