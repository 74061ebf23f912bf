"""What a scene gets to work with, and the list of scenes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.gui.jobs import Jobs

__all__ = ["SCENES", "Scene", "Stage", "scene"]


@dataclass(frozen=True)
class Stage:
    """The application and the size of the screen, in logical pixels."""

    app: QApplication
    jobs: Jobs
    size: QSize

    def settle(self) -> None:
        """Let every job call back and every widget lay itself out."""
        while not self.jobs.idle:
            self.app.processEvents()
        if self._shows_a_paper():
            self._wait_for_pages()
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.app.processEvents()

    def _shows_a_paper(self) -> bool:
        module = sys.modules.get("PySide6.QtPdfWidgets")
        if module is None:
            return False
        views = (view for view in self.app.allWidgets() if isinstance(view, module.QPdfView))
        return any(view.isVisible() for view in views)

    def _wait_for_pages(self) -> None:
        # QPdfView draws pages in a thread of its own and tells nobody when they are there.
        loop = QEventLoop()
        QTimer.singleShot(400, loop.quit)
        loop.exec()


Scene = Callable[[Stage], QWidget]
"""Builds the widget that is photographed; it is shown at the stage's size."""

SCENES: dict[str, Scene] = {}


def scene(name: str) -> Callable[[Scene], Scene]:
    """Register a scene under ``name``; a module ``scenes_*.py`` in this folder is found by itself."""

    def register(build: Scene) -> Scene:
        if name in SCENES:
            raise ValueError(f"two scenes are called {name!r}")
        SCENES[name] = build
        return build

    return register
