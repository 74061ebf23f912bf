"""The window is up before the heavy parts of Qt and of the application are loaded."""

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from inspector_app.gui import controls

# Packages, and what lies in them.
_NEVER_BEFORE_THE_FIRST_FRAME = (
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "PIL",
    "alembic",
    "asyncio",
    "cryptography",
    "elementpath",
    "email",
    "http",
    "importlib.metadata",
    "keyring",
    "logging.handlers",
    "msgspec",
    "pickle",
    "pikepdf",
    "platform",
    "platformdirs",
    "pyhanko",
    "pypinyin",
    "reportlab",
    "requests",
    "rfc8785",
    "sqlalchemy",
    "sqlcipher3",
    "ssl",
    "yaml",
    "zxingcpp",
    "inspector_app.application",
    "inspector_app.bootstrap.laptop",
    "inspector_app.documents",
    "inspector_app.domain.visit",
    "inspector_app.gui.controls.table",
    "inspector_app.gui.pages.today",
    "inspector_app.gui.pages.visit",
    "inspector_app.gui.search_palette",
    "inspector_app.packs",
    "inspector_app.printing",
    "inspector_app.storage",
    "inspector_app.sync",
    "inspector_app.wire",
)
# The command a person gives, ended where the laptop would be opened: behind the first frame.
_FIRST_FRAME = """
import json, linecache, os, sys
from inspector_app.cli import main

def opening(job):
    print(json.dumps([sorted(sys.modules), sorted(linecache.cache)]), flush=True)
    os._exit(0)

from inspector_app.gui import app
app._Opening._begin = opening
main(["run", "--folder", sys.argv[1]])
"""


def loaded_at_the_first_frame(folder: Path) -> tuple[list[str], list[str]]:
    """The modules, and the files whose source was read."""
    (folder / "enrolment.json").write_text("{}", encoding="utf-8")
    (folder / "profile").write_text("0123456789abcdef", encoding="ascii")
    ended = subprocess.run(
        [sys.executable, "-c", _FIRST_FRAME, str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    modules, sources = json.loads(ended.stdout)
    return modules, sources


def test_the_first_frame_loads_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    loaded, _ = loaded_at_the_first_frame(tmp_path)

    assert "inspector_app.gui.main_window" in loaded
    assert not [
        name
        for name in loaded
        for late in _NEVER_BEFORE_THE_FIRST_FRAME
        if name == late or name.startswith(f"{late}.")
    ]


def test_no_source_is_read_to_load_the_window(tmp_path: Path) -> None:
    _, read = loaded_at_the_first_frame(tmp_path)

    # PySide6 looks through what stood before it was loaded, once.
    assert not [file for file in read if f"{os.sep}gui{os.sep}" in file]


def test_every_control_is_found_in_its_home() -> None:
    homes = controls._HOMES

    assert sorted(homes) == sorted(controls.__all__)
    for name, home in homes.items():
        module = import_module(f"{controls.__name__}.{home}")
        assert getattr(controls, name) is getattr(module, name)


def test_no_control_is_hidden_behind_its_home() -> None:
    assert not controls._HOMES.keys() & set(controls._HOMES.values())


def test_what_is_no_control_is_not_there() -> None:
    with pytest.raises(AttributeError, match="Slider"):
        controls.Slider  # type: ignore[attr-defined]  # noqa: B018 - looking is the test


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
