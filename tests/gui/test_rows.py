"""Rows of facts and of what was found: as high as what they say, and together at the top."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.controls import Button, IconLabel, Label
from inspector_app.gui.pages.fact_rows import fact_row
from inspector_app.gui.pages.found_list import FoundList, FoundRow
from inspector_app.gui.pages.row_list import Row, RowList
from inspector_app.gui.terms import State
from inspector_app.gui.theme import Tone


def test_a_row_found_is_as_high_as_its_words_need(qtbot: QtBot) -> None:
    found = FoundList()
    qtbot.addWidget(found)
    found.resize(400, 300)
    found.set_rows([FoundRow("a", "第一条", "摊点整洁"), FoundRow("b", "第二条", "摊点整洁" * 12)])
    found.show()

    short, long = (found.view.sizeHintForRow(place) for place in (0, 1))
    assert short < long

    found.resize(1600, 300)
    qtbot.waitUntil(lambda: found.view.sizeHintForRow(1) == short)


def test_a_row_without_a_detail_keeps_no_line_for_it(qtbot: QtBot) -> None:
    rows = RowList()
    qtbot.addWidget(rows)
    rows.resize(220, 400)
    state = State("待签名", Tone.PROGRESS)
    rows.set_rows(
        [
            Row("a", "现场笔录", state=state),
            Row("b", "食品经营监督检查结果记录表", "星汉市监检记〔2026〕12号", state),
        ]
    )
    rows.show()

    bare, numbered = (rows.view.sizeHintForRow(place) for place in (0, 1))
    assert bare < numbered


def test_no_line_runs_along_the_chosen_row(qtbot: QtBot) -> None:
    rows = RowList()
    qtbot.addWidget(rows)
    rows.resize(300, 300)
    rows.set_rows([Row("a", "一"), Row("b", "二"), Row("c", "三")])
    rows.show()
    qtbot.waitExposed(rows)

    def line_above(place: int) -> bool:
        box = rows.view.visualRect(rows.view.model().index(place, 0))
        drawn = rows.view.viewport().grab().toImage()
        return drawn.pixel(box.center().x(), box.top()) != drawn.pixel(1, box.bottom())

    assert [line_above(place) for place in (1, 2)] == [True, True]
    rows.choose("a")
    assert [line_above(place) for place in (1, 2)] == [False, True]


def test_title_and_detail_stay_together_beside_a_tall_end(qtbot: QtBot) -> None:
    done = Button("标为已办")
    state = State("今天到期", Tone.ATTENTION)
    row = fact_row("公开结果", "第三十九条", state=state, note="12月18日", actions=[done])
    qtbot.addWidget(row)
    row.resize(600, row.sizeHint().height())
    row.show()

    title, detail = (
        next(label for label in row.findChildren(Label) if label.text() == said)
        for said in ("公开结果", "第三十九条")
    )
    assert detail.y() - title.geometry().bottom() < 5
    assert title.y() < 10


def test_in_a_low_room_a_list_without_rows_tells_its_words_before_its_icon(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    rows = RowList(page)
    rows.empty.set_words("没有任务", "同步之后再看。")
    page.show()
    icon = rows.empty.findChild(IconLabel)
    assert isinstance(icon, IconLabel)

    for height, shown in ((400, True), (100, False), (400, True)):
        rows.resize(500, height)
        QCoreApplication.processEvents()
        assert rows.height() == height
        assert icon.isVisible() is shown
        for label in rows.empty.findChildren(Label):
            assert label.height() >= label.heightForWidth(label.width())
