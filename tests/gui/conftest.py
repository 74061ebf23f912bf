"""Every GUI test starts in Chinese, in the light theme, at 100 %, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.gui.collecting import Collecting
from inspector_app.gui.i18n import apply_language, current_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.theme import Look, apply_look, look

if TYPE_CHECKING:
    from tests.gui.factory_gui import GuiOffice
    from tests.gui.pages_window import OpenWindow


@pytest.fixture(scope="session", autouse=True)
def collecting(qapp: QApplication) -> Iterator[None]:
    """As at work, no worker collects garbage: it would destroy an earlier test's widgets there."""
    with Collecting() as garbage:
        garbage.begin()
        yield


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application with its look; what a test changed is put back."""
    if qapp.styleSheet() == "" or look() != Look():
        apply_look(qapp, Look())
    if current_language() != "zh":
        apply_language(qapp, "zh")
    # Qt posts a change of language; a test must not meet the one of the test before.
    qapp.processEvents()
    yield qapp
    # Widgets that a test let go of must not answer the next test's change of look.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def jobs(app: QApplication) -> Iterator[Jobs]:
    lanes = Jobs()
    yield lanes
    lanes.shut_down()


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[OpenWindow]:
    """Opens windows over offices; each is closed, and its workers joined, when the test ends."""
    from tests.gui.pages_window import WindowPage

    made: list[WindowPage] = []

    def open_it(office: GuiOffice, **given: Any) -> WindowPage:
        made.append(WindowPage(qtbot, office, **given))
        return made[-1]

    yield open_it
    for window in made:
        window.close()
