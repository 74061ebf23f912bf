"""Start to first frame and to a usable window, against a bare PySide6 window.

All are whole processes, timed from spawn. The bare one is done when its one label is painted. Ours
is the command a person gives: its first frame is the real window over a record still closed, and
it is usable when the encrypted database is open and 今日 stands painted with its cards. The import
cost of Qt itself is in each, and each runs from compiled bytecode, as an installed application
does. Memory is the highest resident set (VmHWM, Linux) that a process has had by then.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from inspector_app.bootstrap.demo_office import enrol_demo_laptop, seed_demo_server
from inspector_app.bootstrap.laptop import laptop_secrets, open_laptop
from inspector_app.domain.officer import Role
from inspector_app.server.embedded import EmbeddedServer
from tests.keyrings import FOLDER_VARIABLE

RUNS = 9
TELL = """
import time

def tell(what):
    spent = time.process_time()
    try:
        status = open("/proc/self/status").read()
        peak = status.partition("VmHWM:")[2].split()[0]
    except OSError:
        peak = "0"
    print(what, spent, peak, flush=True)
"""
BARE = (
    TELL
    + """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Words(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)

def done():
    tell("bare")
    app.quit()

app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(Words("ready"))
window.resize(1366, 768)
window.show()
app.exec()
"""
)
# What is watched is loaded by the command: importing it here would load it before its time.
OURS = (
    TELL
    + """
import gc
import sys
from inspector_app.bootstrap import window
from inspector_app.cli import main

def first_frame():
    tell("frame")
    look()

def look():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    module = sys.modules.get("inspector_app.gui.pages.today.task_card")
    kind = getattr(module, "TaskCard", None)
    for window in QApplication.topLevelWidgets() if kind else ():
        if any(card.isVisible() and card.enterprise_id for card in window.findChildren(kind)):
            window.repaint()
            tell("usable")
            window.close()
            return
    QTimer.singleShot(4, look)

def watched(*given, **named):
    gc.disable()  # as it does itself
    from inspector_app.gui import main_window
    from PySide6.QtCore import QTimer

    class Watched(main_window.OpeningPage):
        def __init__(self):
            super().__init__()
            self.painted.connect(lambda: QTimer.singleShot(0, first_frame))

    main_window.OpeningPage = Watched
    return show(*given, **named)

show, window.show = window.show, watched
sys.exit(main(["run", "--folder", sys.argv[1]]))
"""
)


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds from spawn, seconds of processor time, highest resident memory in megabytes."""

    seconds: float
    processor: float
    megabytes: float


def moments(code: str, *arguments: str, environment: dict[str, str]) -> dict[str, Moment]:
    """What a process told, by name."""
    told: dict[str, Moment] = {}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            seconds = time.perf_counter() - start
            name, processor, kilobytes = line.split()
            told[name] = Moment(seconds, float(processor), int(kilobytes) / 1024)
    if process.returncode or not told:
        raise SystemExit(f"the window did not open (exit {process.returncode})")
    return told


def prepared_laptop(root: Path) -> Path:
    """An enrolled laptop with 300 enterprises; its server is gone, as in the field."""
    codes = seed_demo_server(root / "server", [(Role.OFFICER, "officer-1")])
    folder = root / "laptop"
    secrets = laptop_secrets(folder)
    with EmbeddedServer(root / "server") as server:
        enrol_demo_laptop(folder, server.url, codes[0], secrets)
        with open_laptop(folder, secrets=secrets) as laptop:
            laptop.use_cases.synchronize()
    return folder


def main() -> None:
    """Print medians and the ratios."""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "PYTHON_KEYRING_BACKEND": "tests.keyrings.FolderKeyring",
            "PYTHONPYCACHEPREFIX": str(root / "bytecode"),
            FOLDER_VARIABLE: str(root / "keyring"),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.update(environment)
        folder = prepared_laptop(root)
        runs = []
        for _ in range(RUNS + 1):
            bare = moments(BARE, environment=environment)
            ours = moments(OURS, str(folder), environment=environment)
            runs.append({**bare, **ours})
    # The first pair compiles the bytecode.
    _say(runs[1:])


def _say(runs: list[dict[str, Moment]]) -> None:
    for name, words in (("bare", "bare window"), ("frame", "first frame"), ("usable", "usable")):
        seconds = statistics.median(run[name].seconds for run in runs)
        megabytes = statistics.median(run[name].megabytes for run in runs)
        print(f"{words:12} median {seconds * 1000:6.0f} ms, peak memory {megabytes:5.0f} MB")
        if name != "bare":
            print(f"{'':12} × bare by the clock   {_ratios(runs, name, 'seconds')}")
            print(f"{'':12} × bare by processor   {_ratios(runs, name, 'processor')}")


def _ratios(runs: list[dict[str, Moment]], name: str, unit: str) -> str:
    ratios = sorted(getattr(run[name], unit) / getattr(run["bare"], unit) for run in runs)
    median = statistics.median(ratios)
    return f"pair by pair: median {median:5.2f} (min {ratios[0]:.2f}, max {ratios[-1]:.2f})"


if __name__ == "__main__":
    main()
