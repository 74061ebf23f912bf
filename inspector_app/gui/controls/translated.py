"""Widgets that say their words again when the language changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QFrame, QWidget

__all__ = ["Translated", "TranslatedDialog", "TranslatedFrame", "TranslatedWidget"]

if TYPE_CHECKING:
    _Any = QWidget
else:
    # Qt takes one class of its own among the bases.
    _Any = object


class Translated(_Any):
    """What any kind of widget is besides: ``class Button(Translated, QPushButton)``.

    `retranslate` sets every text it shows. A subclass calls ``self.retranslate()`` at the end of
    its ``__init__``; on a change of language it is called again, and `restyle` on a change of theme
    or text scale.
    """

    def retranslate(self) -> None:
        """Set every text from its source string. Must work at any time after ``__init__``."""

    def restyle(self) -> None:
        """Renew what was made from the look: pixmaps, icons, sizes."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self.restyle()


class TranslatedWidget(Translated, QWidget):
    """A widget that is nothing else."""


class TranslatedFrame(Translated, QFrame):
    """A frame."""


class TranslatedDialog(Translated, QDialog):
    """A dialog; what comes to be said in one makes it higher."""

    def event(self, event: QEvent) -> bool:
        known = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return known

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible() or not layout.hasHeightForWidth():
            return
        # Qt measures words that wrap when a dialog opens, and not again.
        wanted = layout.minimumHeightForWidth(self.width())
        if wanted > self.height():
            above = self.parentWidget()
            room = self.screen().availableSize() if above is None else above.window().size()
            self.resize(self.width(), min(wanted, room.height()))
