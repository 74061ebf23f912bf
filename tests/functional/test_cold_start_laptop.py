"""A laptop as it is started in the morning: what its first page needs, and nothing more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import keyring
import pytest

from inspector_app.bootstrap.demo_office import enrol_demo_laptop, seed_demo_server
from inspector_app.bootstrap.laptop import laptop_secrets, open_laptop
from inspector_app.domain.officer import Role
from inspector_app.server.embedded import EmbeddedServer
from tests.keyrings import FOLDER_VARIABLE, FolderKeyring

# Packages, and what lies in them.
_NEVER_BEFORE_THE_FIRST_PAGE = (
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "PIL",
    "alembic",
    "asyncio",
    "elementpath",
    "pikepdf",
    "platformdirs",
    "pyhanko",
    "pyhanko_certvalidator",
    "pypdfium2",
    "pypinyin",
    "reportlab",
    "requests",
    "serial",
    "sqlalchemy",
    "urllib3",
    "yaml",
    "zxingcpp",
    "inspector_app.documents",
    "inspector_app.gui.pages.documents",
    "inspector_app.gui.pages.enterprises",
    "inspector_app.gui.pages.review",
    "inspector_app.gui.pages.settings",
    "inspector_app.gui.pages.sync",
    "inspector_app.gui.pages.visit",
    "inspector_app.packs.reader",
    "inspector_app.printing",
    "inspector_app.storage.schema",
    "inspector_app.sync.line",
    "inspector_app.sync.synchronizer",
)
_FIRST_PAGE = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from inspector_app.bootstrap.window import run_laptop
from inspector_app.gui.pages.today.page import TodayPage
from pathlib import Path

fill = TodayPage.set_model

def filled(page, model):
    fill(page, model)
    print(json.dumps([len(page.cards), sorted(sys.modules)]), flush=True)
    TodayPage.set_model = fill
    QTimer.singleShot(0, QApplication.closeAllWindows)

TodayPage.set_model = filled
sys.exit(run_laptop(Path(sys.argv[1]), server="", code="", officer=""))
"""


@pytest.fixture
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An enrolled laptop with tasks; its server is gone, as in the field."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "keyring"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.keyrings.FolderKeyring")
    before = keyring.get_keyring()
    keyring.set_keyring(FolderKeyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped
    try:
        (code,) = seed_demo_server(
            tmp_path / "server", [(Role.OFFICER, "officer-1")], enterprises=30
        )
        folder = tmp_path / "laptop"
        secrets = laptop_secrets(folder)
        with EmbeddedServer(tmp_path / "server") as server:
            enrol_demo_laptop(folder, server.url, code, secrets)
            with open_laptop(folder, secrets=secrets) as opened:
                opened.use_cases.synchronize()
    finally:
        keyring.set_keyring(before)
    return folder


def test_the_first_page_loads_nothing_that_it_does_not_show(laptop: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _FIRST_PAGE, str(laptop)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.returncode == 0, ended.stderr
    cards, loaded = json.loads(ended.stdout)

    assert cards > 0
    assert not [
        name
        for name in loaded
        for late in _NEVER_BEFORE_THE_FIRST_PAGE
        if name == late or name.startswith(f"{late}.")
    ]
