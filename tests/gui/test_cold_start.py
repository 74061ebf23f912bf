"""The window is up before the heavy parts of Qt and of the application are loaded."""

import subprocess
import sys

_LATE = (
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtMultimedia",
    "PySide6.QtPrintSupport",
    "PySide6.QtNetwork",
    "sqlalchemy",
    "reportlab",
    "pyhanko",
    "PIL",
)


def test_the_shell_loads_only_what_the_first_window_shows() -> None:
    program = "import sys, inspector_app.gui.shell, inspector_app.gui.controls; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not [name for name in _LATE if name in loaded]


def test_qt_may_be_called_for_ever_without_losing_none() -> None:
    program = (
        "import sys, inspector_app.gui\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(300_000): thing.parent()\n"
        "print('alive')"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert (ended.returncode, ended.stdout) == (0, "alive\n")
