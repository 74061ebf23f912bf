"""Widgets that say their words again when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QFrame, QWidget

__all__ = ["TranslatedDialog", "TranslatedFrame", "TranslatedWidget"]


class TranslatedWidget(QWidget):
    """A widget whose `retranslate` sets every text it shows.

    A subclass calls ``self.retranslate()`` at the end of its ``__init__``; on a change of
    language it is called again, and `restyle` on a change of theme or text scale.
    """

    def retranslate(self) -> None:
        """Set every text from its source string. Must work at any time after ``__init__``."""

    def restyle(self) -> None:
        """Renew what was made from the look: pixmaps, icons, sizes."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        react(self, event)


class TranslatedFrame(QFrame):
    """`TranslatedWidget` for frames."""

    def retranslate(self) -> None:
        """Set every text from its source string. Must work at any time after ``__init__``."""

    def restyle(self) -> None:
        """Renew what was made from the look: pixmaps, icons, sizes."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        react(self, event)


class TranslatedDialog(QDialog):
    """`TranslatedWidget` for dialogs; what comes to be said in one makes it higher."""

    def retranslate(self) -> None:
        """Set every text from its source string. Must work at any time after ``__init__``."""

    def restyle(self) -> None:
        """Renew what was made from the look: pixmaps, icons, sizes."""

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        react(self, event)


def react(widget: TranslatedWidget | TranslatedFrame | TranslatedDialog, event: QEvent) -> None:
    """Pass a change of language or look on to the widget's own method."""
    if event.type() == QEvent.Type.LanguageChange:
        widget.retranslate()
    elif event.type() == QEvent.Type.StyleChange:
        widget.restyle()
