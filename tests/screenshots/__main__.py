"""Photographs scenes: ``python -m tests.screenshots [OUT] [--scene NAME] [--theme …] [--size …]``.

Writes ``OUT/<scene>-<language>-<theme>-<size>.png``. Without a display it works offscreen. Each
size runs in a process of its own, all at once, because Qt takes its scale factor at the start.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

_SIZES = {"1366x768": "1", "2560x1440": "2"}
_LANGUAGES = ("zh", "en")
_THEMES = ("light", "dark", "sunlight")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("screenshots"))
    parser.add_argument("--scene", action="append", help="all scenes if not given")
    parser.add_argument("--language", action="append", choices=_LANGUAGES)
    parser.add_argument("--theme", action="append", choices=_THEMES)
    parser.add_argument("--size", action="append", choices=_SIZES)
    parser.add_argument("--text-scale", type=float, default=1.0)
    parser.add_argument("--in-this-process", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    unknown = {*(options.scene or ())} - {*_scene_names()}
    if unknown:
        known = ", ".join(_scene_names())
        parser.error(f"argument --scene: invalid choice: {min(unknown)!r} (choose from {known})")
    if options.in_this_process:
        return photograph(options)
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = []
    for size in options.size or _SIZES:
        environment = {**os.environ, "QT_SCALE_FACTOR": _SIZES[size]}
        arguments = [*sys.argv[1:], "--in-this-process", "--size", size]
        program = [sys.executable, "-m", "tests.screenshots", *arguments]
        running.append(subprocess.Popen(program, env=environment))
    codes = [process.wait() for process in running]
    return int(any(codes))


def _scene_names() -> list[str]:
    # Read, not imported: the scenes load Qt, and the parent process never does.
    texts = (path.read_text("utf-8") for path in Path(__file__).parent.glob("scenes_*.py"))
    return sorted(name for text in texts for name in re.findall(r'@scene\("([^"]+)"\)', text))


def photograph(options: argparse.Namespace) -> int:
    # Qt reads its scale factor when it is loaded; the parent process never loads it.
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication, QDialog

    from inspector_app.gui.i18n import apply_language
    from inspector_app.gui.jobs import Jobs
    from inspector_app.gui.theme import Look, ThemeName, apply_look
    from tests.screenshots.stage import SCENES, Stage

    for module in sorted(Path(__file__).parent.glob("scenes_*.py")):
        importlib.import_module(f"tests.screenshots.{module.stem}")
    app = QApplication([])
    jobs = Jobs()
    size = options.size[-1]
    ratio = int(_SIZES[size])
    width, height = (int(side) // ratio for side in size.split("x"))
    stage = Stage(app, jobs, QSize(width, height))
    options.folder.mkdir(parents=True, exist_ok=True)
    looks = itertools.product(options.language or _LANGUAGES, options.theme or _THEMES)
    for language, theme in looks:
        # A new look is given to every widget that is still there: the scenes stand inside.
        apply_language(app, language)
        apply_look(app, Look(ThemeName(theme), options.text_scale))
        for name in options.scene or SCENES:
            widget = SCENES[name](stage)
            if not isinstance(widget, QDialog):
                widget.resize(stage.size)
            widget.show()
            stage.settle()
            path = options.folder / f"{name}-{language}-{theme}-{size}.png"
            widget.grab().save(str(path))
            print(path)
            widget.close()
            widget.deleteLater()
            stage.settle()
    jobs.shut_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
