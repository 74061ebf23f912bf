"""A row that flows: it knows its height, also when what stands in it changes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from inspector_app.gui.controls import FlowRow

_WIDTH = 300


@pytest.fixture
def row(app: QApplication) -> FlowRow:
    made = FlowRow()
    for _ in range(3):
        box = QLabel()
        box.setFixedSize(90, 20)
        made.add(box)
    return made


def test_what_fits_stands_in_one_line(row: FlowRow) -> None:
    assert row.heightForWidth(_WIDTH) == 20


def test_a_narrow_row_is_higher(row: FlowRow) -> None:
    assert row.heightForWidth(100) > 3 * 20


def test_the_row_grows_with_what_stands_in_it(row: FlowRow) -> None:
    before = row.heightForWidth(_WIDTH)

    row.findChildren(QLabel)[0].setFixedSize(250, 20)
    QApplication.sendPostedEvents()

    assert row.heightForWidth(_WIDTH) > before


def test_the_row_grows_with_one_more(row: FlowRow) -> None:
    before = row.heightForWidth(_WIDTH)

    one_more = QLabel()
    one_more.setFixedSize(90, 20)
    row.add(one_more)

    assert row.heightForWidth(_WIDTH) > before


def test_an_emptied_row_is_flat(row: FlowRow) -> None:
    before = row.heightForWidth(_WIDTH)

    row.clear()

    assert (before, row.heightForWidth(_WIDTH)) == (20, 0)


def test_the_row_shrinks_when_something_is_hidden(row: FlowRow) -> None:
    row.show()
    before = row.heightForWidth(100)

    row.findChildren(QLabel)[0].hide()
    QApplication.sendPostedEvents()

    assert row.heightForWidth(100) < before
