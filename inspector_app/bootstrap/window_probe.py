"""Starts Qt in a process of its own and says what it finds.

A platform plugin that lacks a library ends the process that asks for it, so the one who wants to
know asks from outside.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence

from inspector_app.domain.late_dataclass import dataclass

__all__ = ["COMMAND", "Window", "has_display", "main", "probe_window"]

COMMAND = "window-probe"
"""The hidden command by which a packaged application starts itself for this."""

_SECONDS = 60
_LIBRARY = re.compile(r"\blib[\w+-]+\.so[.\d]*|\blibxcb-[a-z0-9-]+\b")


@dataclass(frozen=True, slots=True)
class Window:
    """What Qt said: the platform it drew on ("" if it did not start), and the system's printers.

    ``lacking`` names a library that was missed, as far as Qt told.
    """

    platform: str
    printers: tuple[str, ...] = ()
    lacking: str = ""


def has_display() -> bool:
    """Whether windows can be shown: always, but on a Linux without X11 or Wayland."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def probe_window(*, offscreen: bool) -> Window:
    """Start Qt in a child; ``offscreen`` asks for no screen. Takes a second, a minute at most."""
    import subprocess  # late: every command loads this module, and only doctor asks

    environment = dict(os.environ)
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        ended = subprocess.run(
            _program(),
            capture_output=True,
            text=True,
            env=environment,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return Window("")
    if ended.returncode == 0:
        told = json.loads(ended.stdout.splitlines()[-1])
        return Window(told["platform"], tuple(told["printers"]))
    found = _LIBRARY.search(ended.stderr)
    return Window("", lacking=found.group() if found else "")


def main(_arguments: Sequence[str] = ()) -> int:
    """The child: one line of JSON with the platform and the printers."""
    # Late: that these load at all is what is being tried.
    from PySide6.QtGui import QGuiApplication

    from inspector_app.gui.system_printer import SystemPrinter

    app = QGuiApplication([])
    printers = [found.name for found in SystemPrinter().printers() if found.kind == "system"]
    print(json.dumps({"platform": app.platformName(), "printers": printers}))  # noqa: T201 - the answer
    return 0


def _program() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        # A packaged application is its own interpreter and has no -m.
        return (sys.executable, COMMAND)
    return (sys.executable, "-m", __name__)


if __name__ == "__main__":
    sys.exit(main())
