"""The window with its pages, as a person at the laptop knows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.app import build_window
from inspector_app.gui.controls import Badge
from inspector_app.gui.preferences import Preferences
from inspector_app.gui.theme import TypeRole, look
from inspector_app.gui.window_facts import WindowFacts
from tests.gui.factory_gui import GuiOffice, facts

__all__ = ["OpenWindow", "WindowPage", "badges", "has_room_for", "press", "words"]

P = TypeVar("P", bound=QWidget)


class WindowPage:
    """The window over an office; every act waits until it is on disk and on the screen."""

    def __init__(
        self,
        qtbot: QtBot,
        office: GuiOffice,
        given: WindowFacts | None = None,
        size: tuple[int, int] = (1366, 768),
    ) -> None:
        self.office = office
        self._qtbot = qtbot
        self.window = build_window(office.do, given or facts())
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.pause_before_network = 0
        self.window.start()
        self.settle()

    def settle(self) -> None:
        """Wait until every job has called back, and what that put on the screen stands there."""
        self._qtbot.waitUntil(lambda: self.window.jobs.idle, timeout=30_000)
        # Qt shows what was added to a layout with the next turn of its loop.
        QCoreApplication.processEvents()
        self._qtbot.waitUntil(lambda: self.window.jobs.idle, timeout=30_000)

    def await_that(self, holds: Callable[[], bool]) -> None:
        """Wait for what comes by itself, after a pause in typing."""
        self._qtbot.waitUntil(holds, timeout=30_000)

    def text_scale(self, scale: float) -> None:
        """Let the text be larger."""
        self.window.put_in_force(Preferences(text_scale=scale))
        # Layouts inside layouts learn of their new sizes from the inside out, a turn each.
        for _ in range(4):
            self.settle()

    def close(self) -> None:
        """Close the window; the workers are joined when this returns."""
        self.window.close()

    def show(self, key: str, kind: type[P]) -> P:
        """Go to a page by the rail."""
        QTest.mouseClick(self.window.rail.item(key), Qt.MouseButton.LeftButton)
        self.settle()
        page = self.window.page(key)
        assert isinstance(page, kind)
        return page

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.windowHandle(), key)
        self.settle()

    def press(self, button: QAbstractButton) -> None:
        """Press a button that can be seen and pressed, and wait for what it does."""
        press(button)
        self.settle()

    @property
    def shown(self) -> str:
        """Key of the page on show."""
        return self.window.current_page

    @property
    def pages(self) -> list[str]:
        """Titles on the rail, in order."""
        buttons = self.window.rail.findChildren(QAbstractButton)
        return [button.text() for button in buttons]

    @property
    def status(self) -> str:
        """The line at the foot of the window."""
        return self.window.status.words()

    @property
    def banner(self) -> str:
        """What stands above the page, or ``""``."""
        return words(self.window.banner)

    @property
    def toast(self) -> str:
        """What floats at the page's foot, or ``""``."""
        return words(self.window.toast)


class OpenWindow(Protocol):
    """What the fixture ``open_window`` gives: a window over an office, closed after the test."""

    def __call__(
        self,
        office: GuiOffice,
        *,
        given: WindowFacts | None = None,
        size: tuple[int, int] = (1366, 768),
    ) -> WindowPage: ...


def press(button: QAbstractButton) -> None:
    assert button.isVisible(), f"“{button.text()}” cannot be seen"
    assert button.isEnabled(), f"“{button.text()}” cannot be pressed"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(widget: QWidget) -> str:
    """Everything that ``widget`` says, in reading order of its making; nothing while it is hidden."""
    if widget.isHidden():
        return ""
    labels = widget.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.text() and not _hidden(label, widget))


def badges(widget: QWidget) -> list[str]:
    """The words of the badges on ``widget``."""
    found = widget.findChildren(Badge)
    return [badge.text for badge in found if badge.text and not _hidden(badge, widget)]


def has_room_for(said: str, step: QAbstractButton) -> bool:
    """Whether a step of the line is wide enough for its icon and the words ``said``."""
    icon = look().scaled(20)
    said_width = QFontMetrics(look().font(TypeRole.BODY)).horizontalAdvance(said)
    return step.sizeHint().width() > icon + said_width


def _hidden(part: QWidget, whole: QWidget) -> bool:
    return not part.isVisibleTo(whole)
