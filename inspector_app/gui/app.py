"""Starts the window: it stands before the record is open, and the workers are joined at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from inspector_app.domain.errors import InspectorError
from inspector_app.domain.officer import Role
from inspector_app.gui.change_bus import ChangeBus
from inspector_app.gui.collecting import Collecting
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.interruption import closing_on_interruption
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.preferences import Preferences, load_preferences
from inspector_app.gui.theme import apply_look
from inspector_app.gui.uncaught import announcing_uncaught

if TYPE_CHECKING:
    from inspector_app.application.use_cases import UseCases
    from inspector_app.gui.window_facts import WindowFacts

__all__ = ["LastLook", "OpenLaptop", "build_window", "run_window"]

OpenLaptop = Callable[[], "tuple[UseCases, WindowFacts]"]
"""Opens the encrypted record and all that works on it. Runs in the database lane."""

_LONGEST_WAIT_FOR_PAINT_MS = 500


class LastLook(Protocol):
    """How the window looked last, to be read before the record is open."""

    def read(self) -> tuple[Preferences, Role]:
        """Its look and whose rail it had; what a new window has, if nothing is known."""
        ...

    def keep(self, preferences: Preferences, role: Role) -> None:
        """Remember for the next start. Runs in the database lane."""
        ...


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
    window = MainWindow(use_cases.place.me.role, own, bus or ChangeBus())
    window.furnish(use_cases, facts)
    if jobs is None:
        window.closed.connect(own.shut_down)
    return window


def run_window(
    open_laptop: OpenLaptop,
    last_look: LastLook,
    *,
    open_visit: str | None = None,
    argv: Sequence[str] | None = None,
) -> int:
    """Show the window, open the laptop behind it, and work until it is closed; the exit code.

    ``argv`` goes to Qt (``sys.argv`` without it). An application that is already there (a test)
    is used as it is. What ``open_laptop`` raises is said in a dialog, and raised here once that
    was read. Interrupted (Ctrl+C), it closes the window and raises ``KeyboardInterrupt``.
    """
    app = QApplication.instance() or QApplication(list(sys.argv if argv is None else argv))
    assert isinstance(app, QApplication)  # noqa: S101 - nobody makes a lesser one here
    app.setApplicationName("inspector-app")
    app.setQuitOnLastWindowClosed(True)
    preferences, role = last_look.read()
    apply_look(app, preferences.look)
    apply_language(app, preferences.language)
    jobs = Jobs()
    with Collecting() as collecting:
        opening = _Opening(open_laptop, last_look, jobs, open_visit, collecting)
        opening.show_window(role)
        try:
            with announcing_uncaught(jobs.failed.emit), closing_on_interruption():
                code = app.exec()
        finally:
            jobs.shut_down()
    if opening.refusal is not None:
        raise opening.refusal
    return code


class _Opening(QObject):
    """From the first frame to the first page."""

    def __init__(
        self,
        open_laptop: OpenLaptop,
        last_look: LastLook,
        jobs: Jobs,
        open_visit: str | None,
        collecting: Collecting,
    ) -> None:
        super().__init__()
        self.refusal: InspectorError | None = None
        self._open_laptop = open_laptop
        self._last_look = last_look
        self._jobs = jobs
        self._open_visit = open_visit
        self._collecting = collecting
        self._window: MainWindow
        self._begun = False

    def show_window(self, role: Role) -> None:
        """Show the window; open the laptop as soon as the window was drawn."""
        window = self._new_window(role)
        window.opening.painted.connect(lambda: QTimer.singleShot(0, self._begin))
        # A window that starts behind others or as an icon is not drawn, and opens all the same.
        QTimer.singleShot(_LONGEST_WAIT_FOR_PAINT_MS, self._begin)
        window.show()

    def _new_window(self, role: Role) -> MainWindow:
        window = MainWindow(role, self._jobs, ChangeBus())
        window.closed.connect(self._jobs.shut_down)
        window.preferences_put_in_force.connect(self._on_preferences_put_in_force)
        self._window = window
        return window

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._jobs.submit(self._open, self._on_opened, self._on_refused, owner=self._window)

    def _open(self) -> tuple[UseCases, WindowFacts, Preferences]:
        use_cases, facts = self._open_laptop()
        return use_cases, facts, load_preferences(use_cases.look_up)

    def _on_opened(self, opened: tuple[UseCases, WindowFacts, Preferences]) -> None:
        use_cases, facts, preferences = opened
        role = use_cases.place.me.role
        if role is not self._window.role:
            self._change_rail(role)
        self._window.put_in_force(preferences)
        self._window.furnish(use_cases, facts)
        self._window.start(self._open_visit)
        self._jobs.afterwards(self._collecting.begin)

    def _on_refused(self, error: InspectorError) -> None:
        # Late: a laptop that opens has nothing to refuse.
        from inspector_app.gui.after_sync import WIPED
        from inspector_app.gui.farewell import take_leave
        from inspector_app.gui.first_start import refusal_dialog

        self.refusal = error
        if error.code in WIPED:
            take_leave(self._window, error)
            return
        dialog = refusal_dialog(error, self._window)
        dialog.finished.connect(self._window.close)
        dialog.open()

    def _change_rail(self, role: Role) -> None:
        """Another person sits at a shared laptop: a window with that role's rail."""
        last = self._window
        window = self._new_window(role)
        window.setGeometry(last.geometry())
        window.show()
        last.closed.disconnect()
        last.close()
        last.deleteLater()

    def _on_preferences_put_in_force(self, preferences: Preferences) -> None:
        role = self._window.role
        self._jobs.submit(lambda: self._last_look.keep(preferences, role))
