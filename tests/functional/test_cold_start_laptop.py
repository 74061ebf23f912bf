"""A laptop as it is started in the morning: what its first page needs, and nothing more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
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
    "logging.handlers",
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
    "inspector_app.domain.law.gate.judging",
    "inspector_app.domain.law.gate.occasion",
    "inspector_app.domain.law.permitted",
    "inspector_app.domain.law.ranking",
    "inspector_app.domain.law.statute",
    "inspector_app.domain.law.weighing_checks",
    "inspector_app.gui.pages.documents",
    "inspector_app.gui.pages.enterprises",
    "inspector_app.gui.pages.review",
    "inspector_app.gui.pages.settings",
    "inspector_app.gui.pages.sync",
    "inspector_app.gui.pages.visit",
    "inspector_app.gui.system_printer",
    "inspector_app.packs.reader",
    "inspector_app.packs.source",
    "inspector_app.printing",
    "inspector_app.statutes",
    "inspector_app.storage.schema",
    "inspector_app.sync.line",
    "inspector_app.sync.synchronizer",
)
_FIRST_PAGE = """
import dataclasses, json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from inspector_app.bootstrap.window import run_laptop
from inspector_app.gui.pages.today.page import TodayPage
from pathlib import Path

fill = TodayPage.set_model

def filled(page, model):
    fill(page, model)
    ours = [module for name, module in sys.modules.items() if name.startswith("inspector_app.")]
    classes = {kind for module in ours for kind in vars(module).values() if isinstance(kind, type)}
    frozen = sorted(
        f"{kind.__module__}.{kind.__qualname__}"
        for kind in classes
        if dataclasses.is_dataclass(kind) and kind.__dataclass_params__.frozen
    )
    print(json.dumps([len(page.cards), sorted(sys.modules), frozen]), flush=True)
    TodayPage.set_model = fill
    QTimer.singleShot(0, QApplication.closeAllWindows)

TodayPage.set_model = filled
sys.exit(run_laptop(Path(sys.argv[1]), server="", code="", officer=""))
"""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What a start had made when its first page was filled."""

    cards: int
    modules: tuple[str, ...]
    frozen_at_once: tuple[str, ...]


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An enrolled laptop with tasks; its server is gone, as in the field."""
    root = tmp_path_factory.mktemp("laptop")
    before = keyring.get_keyring()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(FOLDER_VARIABLE, str(root / "keyring"))
        environment.setenv("PYTHON_KEYRING_BACKEND", "tests.keyrings.FolderKeyring")
        keyring.set_keyring(FolderKeyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        try:
            (code,) = seed_demo_server(
                root / "server", [(Role.OFFICER, "officer-1")], enterprises=30
            )
            folder = root / "laptop"
            secrets = laptop_secrets(folder)
            with EmbeddedServer(root / "server") as server:
                enrol_demo_laptop(folder, server.url, code, secrets)
                with open_laptop(folder, secrets=secrets) as opened:
                    opened.use_cases.synchronize()
            yield folder
        finally:
            keyring.set_keyring(before)


@pytest.fixture(scope="module")
def first_page(laptop: Path) -> FirstPage:
    """The laptop started as a person does."""
    ended = subprocess.run(
        [sys.executable, "-c", _FIRST_PAGE, str(laptop)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.returncode == 0, ended.stderr
    cards, modules, frozen = json.loads(ended.stdout)
    return FirstPage(cards, tuple(modules), tuple(frozen))


def test_the_first_page_loads_nothing_that_it_does_not_show(first_page: FirstPage) -> None:
    assert first_page.cards > 0
    assert not [
        name
        for name in first_page.modules
        for late in _NEVER_BEFORE_THE_FIRST_PAGE
        if name == late or name.startswith(f"{late}.")
    ]


def test_no_frozen_dataclass_compiles_its_methods_before_they_are_called(
    first_page: FirstPage,
) -> None:
    # Those of `domain.late_dataclass` are frozen without the standard library's doing.
    assert first_page.frozen_at_once == ()
