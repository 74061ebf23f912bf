"""The window over a laptop. It stands on the screen before anything it will work with is loaded."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.bootstrap.laptop_folder import (
    ENROLMENT,
    WIPE_ORDERED,
    default_folder,
    laptop_secrets,
)
from inspector_app.bootstrap.window_probe import has_display
from inspector_app.domain.errors import EnvironmentFault, InspectorError

if TYPE_CHECKING:
    from inspector_app.application.use_cases import UseCases
    from inspector_app.bootstrap.laptop import Laptop
    from inspector_app.domain.ports import SecretStore
    from inspector_app.gui.window_facts import WindowFacts

__all__ = ["run_laptop", "show"]


def run_laptop(
    folder: Path | None, *, server: str, code: str, officer: str, ca_file: Path | None = None
) -> int:
    """Open the window on the laptop in ``folder``, enrolling it first where it is not.

    With ``server`` and ``code`` it enrols without asking; ``ca_file`` is the bureau's own root
    certificate, for a server that no public authority vouches for. A laptop that does not open says why in
    a window, and on standard error by the error that is raised.
    """
    require_display()
    folder = folder or default_folder()
    known = (folder / ENROLMENT).exists() or (folder / WIPE_ORDERED).exists()
    if not known and not _enrolled(folder, server, code, ca_file):
        return 1
    return show(folder, laptop_secrets(folder), officer=officer, first_language=_spoken())


def require_display() -> None:
    """Raise ``EnvironmentFault`` where Qt would abort the process: no screen, none simulated."""
    if os.environ.get("QT_QPA_PLATFORM") or has_display():
        return
    raise EnvironmentFault(
        "window.no_display",
        "没有可用的显示器，窗口无法打开。",
        safe="本机记录未受影响。",
        mend="请在图形界面中运行；试用可用 inspector-app demo --offscreen。",
    )


def show(
    folder: Path,
    secrets: SecretStore,
    *,
    officer: str = "",
    language: str = "",
    first_language: str = "",
) -> int:
    """Run the window until it is closed; returns the exit code.

    ``language`` is chosen for good; ``first_language`` until the first choice is known.
    """
    # Before anything is loaded: what is loaded stays, and looking through it for garbage takes a
    # tenth of the start. `run_window` collects again when the first page stands.
    gc.disable()
    opened: list[Laptop] = []

    def open_it() -> tuple[UseCases, WindowFacts]:
        # Late, in the database lane: loading the store and the packs takes longer than the window.
        from inspector_app.bootstrap.facts import window_facts
        from inspector_app.bootstrap.laptop import open_laptop
        from inspector_app.bootstrap.late_printer import LatePrinter

        laptop = open_laptop(folder, secrets=secrets, printer=LatePrinter(), officer=officer)
        opened.append(laptop)
        if language:
            laptop.use_cases.look_up.set_setting("language", language)
        return laptop.use_cases, window_facts(laptop, secrets)

    try:
        # Late: Qt is for windows only.
        from inspector_app.bootstrap.first_look import LookFile
        from inspector_app.gui.app import run_window

        look = LookFile(folder, language or first_language or "zh")
        return run_window(open_it, look, argv=sys.argv)
    finally:
        for laptop in opened:
            laptop.close()
        gc.enable()


def _enrolled(folder: Path, server: str, code: str, ca_file: Path | None) -> bool:
    """Enrol the laptop; False if the person gave up."""
    # Late: once in a laptop's life.
    import platform

    from inspector_app.bootstrap.enrolling import enrol_laptop
    from inspector_app.gui.first_start import ask_enrolment, say_refusal

    name = platform.node() or "laptop"
    try:
        if server and code:
            enrol_laptop(folder, server, code, name, ca_file=ca_file)
            return True
        return ask_enrolment(
            lambda address, typed, called, chosen: enrol_laptop(
                folder, address, typed, called or name, ca_file=chosen
            ),
            address=server,
            ca_file=ca_file,
            name=name,
            language=_spoken(),
        )
    except InspectorError as error:
        say_refusal(error, _spoken())
        raise


def _spoken() -> str:
    return os.environ.get("INSPECTOR_LANG", "zh")
