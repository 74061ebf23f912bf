"""Widgets that decide by the room they have what they show of themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent

from inspector_app.gui.controls.translated import Translated

__all__ = ["Fitting"]


class Fitting(Translated):
    """What a widget is besides that fits itself: ``class Bar(Fitting, QFrame)``.

    `fit` is called when it has another size, and when what stands in it asks for another: words have
    their new size only after the widget has its new look.
    """

    def fit(self) -> None:
        """Show what has room. By the same sizes always the same, else it never comes to rest."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.fit()
        return done
