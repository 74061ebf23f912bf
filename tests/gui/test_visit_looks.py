"""Every step of the visit and every dialog: named controls, room for fingers, nothing clipped."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import tests.screenshots.scenes_findings
import tests.screenshots.scenes_law
import tests.screenshots.scenes_pages
import tests.screenshots.scenes_visit
import tests.screenshots.scenes_weighing  # noqa: F401 - registers its scenes
from inspector_app.domain.steps import STEPS
from inspector_app.gui.controls import StepLine
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.visit.workspace import Workspace
from inspector_app.gui.theme import Look, apply_look
from tests.gui.looks import clipped, nameless, too_small
from tests.gui.pages_window import has_room_for
from tests.screenshots.stage import SCENES, Stage

_DIALOGS = ("documents-print", "review-decision", "settings-certificate", "law-import")
_OURS = [
    *sorted(name for name in SCENES if name.startswith(("visit-", "finding-", "weighing-"))),
    *_DIALOGS,
]


@pytest.fixture(params=_OURS)
def scene(
    request: pytest.FixtureRequest, app: QApplication, jobs: Jobs
) -> Iterator[tuple[QWidget, Stage]]:
    apply_language(app, "en")
    apply_look(app, Look(text_scale=2.0))
    stage = Stage(app, jobs, QSize(1366, 768))
    widget = SCENES[request.param](stage)
    if not isinstance(widget, QDialog):
        widget.resize(stage.size)
    widget.show()
    stage.settle()
    yield widget, stage
    widget.close()
    widget.deleteLater()


def test_every_step_fits_at_twice_the_text_in_english(scene: tuple[QWidget, Stage]) -> None:
    widget, stage = scene

    page = widget.findChild(QWidget, "page") or widget
    assert widget.width() <= stage.size.width()
    assert widget.height() <= stage.size.height()
    assert not nameless(page)
    assert not too_small(page)
    assert not clipped(page)


def test_every_step_keeps_its_name_in_english_on_a_small_laptop(
    app: QApplication, jobs: Jobs
) -> None:
    apply_language(app, "en")
    stage = Stage(app, jobs, QSize(1366, 768))
    widget = SCENES["visit-remark"](stage)
    widget.resize(stage.size)
    widget.show()
    stage.settle()
    line = widget.findChild(StepLine)
    page = widget.findChild(Workspace)
    assert isinstance(line, StepLine)
    assert isinstance(page, Workspace)

    for step in STEPS:
        page.go_to(step)
        stage.settle()
        buttons = [line.button(each.value) for each in STEPS]
        cut = [button.text() for button in buttons if not has_room_for(button.text(), button)]
        assert cut == [], step

    widget.close()
    widget.deleteLater()
