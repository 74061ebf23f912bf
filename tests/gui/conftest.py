"""Every GUI test starts in Chinese, in the light theme, at 100 %, and leaves nothing behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from inspector_app.gui.i18n import apply_language, current_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.theme import Look, apply_look, look


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
