"""What holds for every control, shown by the gallery that people look at too."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

import tests.screenshots.scenes_gallery
import tests.screenshots.scenes_shell  # noqa: F401 - registers its scenes
from inspector_app.gui.controls import (
    Card,
    CheckBox,
    Choice,
    DateField,
    MultiChoiceField,
    PhotoStrip,
    PrimaryButton,
    ScrollPage,
    TextField,
)
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.theme import Look, apply_look
from tests.gui.looks import clipped, nameless, too_small
from tests.screenshots.stage import SCENES, Stage

_OURS = sorted(name for name in SCENES if name.startswith(("gallery", "shell", "dialog")))


@pytest.fixture(params=_OURS)
def scene(
    request: pytest.FixtureRequest, app: QApplication, jobs: Jobs
) -> Iterator[tuple[QWidget, Stage]]:
    stage = Stage(app, jobs, QSize(1366, 768))
    widget = SCENES[request.param](stage)
    widget.resize(stage.size)
    widget.show()
    stage.settle()
    yield widget, stage
    widget.close()
    widget.deleteLater()


def test_every_control_is_named_high_enough_and_whole(scene: tuple[QWidget, Stage]) -> None:
    widget, stage = scene
    for scale, language in ((1.0, "zh"), (2.0, "en")):
        apply_language(stage.app, language)
        apply_look(stage.app, Look(text_scale=scale))
        stage.settle()

        assert not nameless(widget)
        assert not too_small(widget)
        assert not clipped(widget)


def test_tab_goes_the_way_one_reads(qtbot: QtBot) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    card = Card()
    name, day, kinds = TextField(), DateField(), MultiChoiceField()
    kinds.set_choices([Choice("a", "甲"), Choice("b", "乙")])
    wanted = [name.line, day.edit, kinds.chip("a"), kinds.chip("b")]
    box, photos, done = CheckBox("已告知"), PhotoStrip(), PrimaryButton("完成")
    for part in (name, day, kinds, box, photos, done):
        card.body.addWidget(part)
    page.body.addWidget(card)
    page.resize(700, 700)
    page.show()
    qtbot.waitExposed(page)
    tools = photos.findChildren(QAbstractButton)

    order = _tab_order(page, name.line, 3 + len(wanted) + 1)

    shown = sorted(tools, key=lambda tool: tool.mapTo(page, QPoint()).x())
    assert order == [*wanted, box, *shown, done]


def test_the_command_writes_a_picture_of_the_size_asked_for(tmp_path: Path) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "tests.screenshots", str(tmp_path)),
            *("--scene", "shell", "--language", "en", "--theme", "dark", "--size", "2560x1440"),
        ],
        check=True,
        capture_output=True,
    )

    picture = QImage(str(tmp_path / "shell-en-dark-2560x1440.png"))
    assert picture.size() == QSize(2560, 1440)
    assert picture.pixelColor(1300, 1000).lightness() < 60


def test_a_scene_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "tests.screenshots", str(tmp_path / "x"), "--scene", "nope"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (asked.returncode, "Traceback" in asked.stderr) == (2, False)
    assert all(name in asked.stderr for name in _OURS)
    assert not (tmp_path / "x").exists()


def _tab_order(page: QWidget, first: QWidget, count: int) -> list[QWidget]:
    order: list[QWidget] = []
    part: QWidget | None = first
    while part is not None and len(order) < count:
        takes_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and part.isVisibleTo(page) and part.focusProxy() is None:
            order.append(part)
        part = part.nextInFocusChain()
    return order
