"""The window's printers are loaded by the first question about them."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
from inspector_app.bootstrap.late_printer import LatePrinter
from inspector_app.domain.errors import EnvironmentFault

printer = LatePrinter()
before = "PySide6" in sys.modules
try:
    printer.printers()
except EnvironmentFault as fault:
    # There is no application here that could ask the system.
    print(before, "inspector_app.gui.system_printer" in sys.modules, fault.code)
"""


def test_nothing_of_qt_is_loaded_before_the_first_question() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True
    )

    assert ended.stdout.split()[:2] == ["False", "True"]
