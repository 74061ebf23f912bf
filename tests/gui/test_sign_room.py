"""Where there is little room, the pad and those who sign have it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from inspector_app.gui.controls import Label
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.theme import TARGET, Look, apply_look
from tests.gui.pages_visit import signing


def test_the_tools_never_take_a_second_line_from_the_pad(
    app: QApplication, qtbot: QtBot, jobs: Jobs
) -> None:
    apply_look(app, Look(text_scale=1.5))
    page = signing(qtbot, jobs)
    pane = page.signatures.pane
    pane.start_signing()
    tools = (pane.read, pane.clear, pane.undo)
    said = []
    for width in (1100, 740):
        pane.setFixedSize(width, 460)
        app.processEvents()
        assert len({tool.mapTo(pane, QPoint()).y() for tool in tools}) == 1
        assert min(min(tool.size().toTuple()) for tool in tools) >= TARGET
        assert [tool.accessibleName() for tool in tools] == ["再看文书", "清除", "撤销一笔"]
        said.append([tool.text() for tool in tools])

    assert said[0] == ["再看文书", "清除", "撤销一笔"]
    assert said[1] == ["再看文书", "", ""]


def test_on_a_low_screen_the_documents_name_gives_its_room_to_those_who_sign(
    app: QApplication, qtbot: QtBot, jobs: Jobs
) -> None:
    page = signing(qtbot, jobs)
    pane = page.signatures.pane
    pane.start_signing()
    pane.setFixedSize(740, 600)
    app.processEvents()
    title = page.signatures.list.rows[0].title
    named = next(label for label in pane.findChildren(Label) if label.text() == title)
    assert named.isVisibleTo(pane)

    pane.setFixedSize(740, 460)
    app.processEvents()

    assert not named.isVisibleTo(pane)


def test_the_papers_to_choose_from_end_where_the_pad_page_ends(qtbot: QtBot, jobs: Jobs) -> None:
    page = signing(qtbot, jobs)
    page.page.resize(720, 700)
    page.signatures.pane.start_signing()
    QApplication.processEvents()
    places = page.signatures.places
    assert places.narrow

    ends = [
        part.mapTo(places, part.rect().topRight()).x()
        for part in (places.findChildren(QComboBox)[0], page.signatures.pane.confirm)
    ]
    assert ends[0] == ends[1]
