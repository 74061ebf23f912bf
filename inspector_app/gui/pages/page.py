"""What every page shares: it looks again when something it shows has changed, and only in sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from inspector_app.gui.change_bus import ChangeBus, Changes
from inspector_app.gui.controls import TranslatedWidget
from inspector_app.gui.jobs import Jobs

__all__ = ["Page"]


class Page(TranslatedWidget):
    """A page that refreshes on changes of its ``kinds``; out of sight it waits until it is shown.

    A subclass calls ``self.refresh()``'s work through ``self.jobs`` and never blocks.

    Signals:
        heading_changed(): `heading` says something else now.
    """

    heading_changed = Signal()

    def __init__(self, jobs: Jobs, bus: ChangeBus, kinds: Iterable[str]) -> None:
        super().__init__()
        self.jobs = jobs
        self.bus = bus
        self._kinds = frozenset(kinds)
        self._stale = True
        self._heading = ("", "")
        bus.changed.connect(self._on_changed)

    @property
    def heading(self) -> tuple[str, str]:
        """Title and detail for the top bar; an empty title means the page's own name."""
        return self._heading

    def set_heading(self, title: str = "", detail: str = "") -> None:
        """Say what is on show."""
        if (title, detail) != self._heading:
            self._heading = (title, detail)
            self.heading_changed.emit()

    def refresh(self) -> None:
        """Look again at everything on show."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.concern(self._kinds):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
