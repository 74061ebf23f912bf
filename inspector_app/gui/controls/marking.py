"""Sets the dynamic properties that the style sheet selects on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

__all__ = ["mark"]


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set ``properties`` and let the style sheet look at the widget again, if any changed."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
