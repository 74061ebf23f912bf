"""Starts the window: look and language first, pages as they are shown, workers joined at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from inspector_app.application.use_cases import UseCases
from inspector_app.application.verify_document import VerifyDocument
from inspector_app.domain.errors import InspectorError
from inspector_app.domain.sync_ports import QuarantinedEvent
from inspector_app.gui.change_bus import ChangeBus
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.preferences import Preferences, load_preferences
from inspector_app.gui.theme import apply_look
from inspector_app.gui.uncaught import announcing_uncaught
from inspector_app.gui.window_facts import PackInfo, SignerInfo, SyncPolicy, WindowFacts

__all__ = ["build_window", "run_window"]


def build_window(
    use_cases: UseCases,
    facts: WindowFacts,
    *,
    jobs: Jobs | None = None,
    bus: ChangeBus | None = None,
) -> MainWindow:
    """The window with its pages, neither shown nor started; look and language as they are in force.

    Call `MainWindow.start` and at the end ``close``: it refuses new work, cancels, and joins the
    workers, unless ``jobs`` are the caller's, who then shuts them down.
    """
    own = jobs or Jobs()
    window = MainWindow(use_cases, facts, own, bus or ChangeBus())
    if jobs is None:
        window.closed.connect(own.shut_down)
    return window


def run_window(  # noqa: PLR0913 - everything the window shows that no use case knows
    use_cases: UseCases,
    *,
    verify: VerifyDocument,
    sync_policy: SyncPolicy,
    packs_info: Callable[[], Sequence[PackInfo]],
    quarantined: Callable[[], Sequence[QuarantinedEvent]] = tuple,
    signer: Callable[[], SignerInfo | None] = lambda: None,
    server: str = "",
    version: str = "",
    open_visit: str | None = None,
    argv: Sequence[str] | None = None,
) -> int:
    """Open the window and work until it is closed; returns the exit code.

    ``argv`` goes to Qt (``sys.argv`` without it). An application that is already there (a test, or
    bootstrap that needed one for printers) is used as it is.
    """
    app = QApplication.instance() or QApplication(list(sys.argv if argv is None else argv))
    assert isinstance(app, QApplication)  # noqa: S101 - nobody makes a lesser one here
    app.setApplicationName("inspector-app")
    app.setQuitOnLastWindowClosed(True)
    jobs = Jobs()
    chosen = _stored_preferences(use_cases, jobs)
    apply_look(app, chosen.look)
    apply_language(app, chosen.language)
    facts = WindowFacts(verify, sync_policy, packs_info, quarantined, signer, server, version)
    window = build_window(use_cases, facts, jobs=jobs)
    window.closed.connect(jobs.shut_down)
    window.show()
    # After the first frame: the window stands before anything is read.
    QTimer.singleShot(0, lambda: window.start(open_visit))
    try:
        with announcing_uncaught(jobs.failed.emit):
            return app.exec()
    finally:
        jobs.shut_down()


def _stored_preferences(use_cases: UseCases, jobs: Jobs) -> Preferences:
    """What was chosen last, read in the database lane before there is anything to show."""
    read: list[Preferences] = []
    waiting = QEventLoop()

    def done(preferences: Preferences) -> None:
        read.append(preferences)
        waiting.quit()

    def failed(_error: InspectorError) -> None:
        # A store that cannot be read will say so on the first page; the look needs no answer.
        waiting.quit()

    jobs.submit(lambda: load_preferences(use_cases.look_up), done, failed)
    waiting.exec()
    return read[0] if read else Preferences()
