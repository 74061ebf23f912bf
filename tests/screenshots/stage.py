"""What a scene gets to work with, and the list of scenes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize
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
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.app.processEvents()


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
