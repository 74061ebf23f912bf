"""A window that nobody touches does nothing: laptops run on their battery."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_window import OpenWindow

# Longer than from one frame to the next, shorter than from one blink of a caret to the next.
_QUIET_MS = 150


class PaintWatch(QObject):
    """Knows which widgets were painted since the screen was last at rest."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.painted: Counter[str] = Counter()
        self._quiet = QTimer(self, interval=_QUIET_MS, singleShot=True)
        app.installEventFilter(self)
        self._quiet.start()

    @property
    def at_rest(self) -> bool:
        return not self._quiet.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted[type(watched).__name__] += 1
            self._quiet.start()
        return False


@pytest.mark.parametrize(
    "key", ["today", "enterprises", "visit", "documents", "review", "sync", "settings"]
)
def test_a_page_that_nobody_touches_comes_to_rest(
    open_window: OpenWindow, app: QApplication, qtbot: QtBot, key: str
) -> None:
    window = open_window(GuiOffice())
    window.show(key, QWidget)
    watch = PaintWatch(app)

    def rests() -> None:
        assert watch.at_rest, f"painted again and again: {watch.painted.most_common(3)}"

    qtbot.waitUntil(rests, timeout=20_000)
