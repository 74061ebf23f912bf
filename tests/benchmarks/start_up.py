"""Start to usable window, against a bare PySide6 window.

Both are whole processes from spawn to the first painted frame that a person can use: the bare one
shows a label; ours has opened the encrypted database and filled 今日 with its cards. The
import cost of Qt itself is in both.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inspector_app.bootstrap.demo_office import enrol_demo_laptop, seed_demo_server
from inspector_app.bootstrap.laptop import laptop_secrets, open_laptop
from inspector_app.domain.officer import Role
from inspector_app.server.embedded import EmbeddedServer
from tests.keyrings import FOLDER_VARIABLE

RUNS = 7
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("ready"))
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, lambda: (print("ready", flush=True), app.quit()))
app.exec()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from inspector_app.bootstrap.laptop import laptop_secrets
from inspector_app.bootstrap.window import show
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.today.task_card import TaskCard

def look() -> None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.findChildren(TaskCard):
            print("ready", flush=True)
            window.close()
            return
    QTimer.singleShot(1, look)

app = QApplication(sys.argv)
QTimer.singleShot(0, look)
folder = Path(sys.argv[1])
sys.exit(show(folder, laptop_secrets(folder)))
"""


def ready_after(code: str, *arguments: str, environment: dict[str, str]) -> float:
    """Seconds from spawn until the process says that it is ready."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - start
        process.stdout.read()
    if line.strip() != "ready" or process.returncode:
        raise SystemExit(f"the window did not open (exit {process.returncode})")
    return seconds


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
    """Print medians and the ratio."""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "PYTHON_KEYRING_BACKEND": "tests.keyrings.FolderKeyring",
            FOLDER_VARIABLE: str(root / "keyring"),
        }
        os.environ.update(environment)
        folder = prepared_laptop(root)
        times: dict[str, list[float]] = {"bare": [], "ours": []}
        for run in range(RUNS + 1):
            bare = ready_after(BARE, environment=environment)
            ours = ready_after(OURS, str(folder), environment=environment)
            if run:
                times["bare"].append(bare)
                times["ours"].append(ours)
    ratios = sorted(o / b for o, b in zip(times["ours"], times["bare"], strict=True))
    for name, values in times.items():
        print(f"{name:5} median {statistics.median(values) * 1000:7.0f} ms")
    print(
        f"ours / bare, pair by pair: median {statistics.median(ratios):.2f} "
        f"(min {ratios[0]:.2f}, max {ratios[-1]:.2f})"
    )


if __name__ == "__main__":
    main()
