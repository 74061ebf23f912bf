"""A heading that opens what stands under it: quiet until it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.gui.controls.buttons import Button, ButtonKind
from inspector_app.gui.controls.marking import mark
from inspector_app.gui.controls.text import Label
from inspector_app.gui.controls.translated import TranslatedWidget
from inspector_app.gui.theme import Space

__all__ = ["Disclosure"]


class Disclosure(TranslatedWidget):
    """A pressable heading with a one-line summary; ``body`` is shown while it is open.

    A ``flush`` one continues a column of words: its chevron and its body begin where they do.

    Signals:
        toggled(bool): it was opened or closed by the person.
    """

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, flush: bool = False) -> None:
        super().__init__(parent)
        self._title = ""
        self.head = Button(kind=ButtonKind.QUIET, icon_name="chevron-right")
        mark(self.head, flush=flush)
        self.head.clicked.connect(self._on_pressed)
        self._summary = Label(muted=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.head)
        row.addWidget(self._summary, 1)
        self._content = QWidget()
        self._content.hide()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0 if flush else Space.M, Space.XS, 0, Space.S)
        self.body.setSpacing(Space.M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._content)

    @property
    def is_open(self) -> bool:
        """Whether what stands under it is shown."""
        return not self._content.isHidden()

    @property
    def summary(self) -> str:
        """The line beside the heading."""
        return self._summary.text()

    def set_words(self, title: str, summary: str = "") -> None:
        """Set heading and summary."""
        self._title = title
        self._summary.setText(summary)
        self._say()

    def set_open(self, is_open: bool) -> None:
        """Show or hide what stands under it, telling nobody."""
        focus = QApplication.focusWidget()
        if not is_open and focus is not None and self._content.isAncestorOf(focus):
            self.head.setFocus()
        self._content.setVisible(is_open)
        self.head.set_icon("chevron-down" if is_open else "chevron-right")
        self._say()

    def retranslate(self) -> None:
        self._say()

    def _say(self) -> None:
        self.head.set_words(self._title)
        state = self.tr("已展开") if self.is_open else self.tr("已收起")
        self.head.setAccessibleName(f"{self._title} {state}")
        self.head.setAccessibleDescription(self._summary.text())

    def _on_pressed(self) -> None:
        self.set_open(not self.is_open)
        self.toggled.emit(self.is_open)
