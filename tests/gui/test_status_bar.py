"""The trust line at the foot of the window: what gives way in it, and that it comes to rest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.controls import Label
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.status_bar import StatusBar, StatusFacts
from inspector_app.gui.theme import Look, apply_look


def test_the_trust_line_stays_one_line_by_telling_a_number(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.set_facts(StatusFacts(unsent=460, photos_waiting=10, files_waiting=51, people=("林知远",)))
    bar.resize(2000, 80)
    bar.show()
    QCoreApplication.processEvents()
    one_line = bar.heightForWidth(2000)
    narrower = bar.sizeHint().width() - 40

    bar.resize(narrower, one_line)
    QCoreApplication.processEvents()

    assert bar.heightForWidth(narrower) == one_line
    assert "460 条记录" in bar.words()


def test_the_english_trust_line_stays_one_line_at_twice_the_text(
    app: QApplication, qtbot: QtBot
) -> None:
    apply_language(app, "en")
    apply_look(app, Look(text_scale=2.0))
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.set_facts(
        StatusFacts(
            online=True,
            unsent=460,
            photos_waiting=10,
            files_waiting=51,
            last_sync="2020-03-04T01:41:00+00:00",
            people=("林知远",),
        )
    )
    bar.resize(1280, 80)
    bar.show()

    assert bar.heightForWidth(1280) == bar.heightForWidth(9000)
    assert "Last sync 4 Mar 2020 09:41" in bar.words()
    assert bar.words().endswith("Officer 林知远")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_trust_line_comes_to_rest_at_every_width(
    app: QApplication, qtbot: QtBot, scale: float
) -> None:
    apply_look(app, Look(text_scale=scale))
    bar = StatusBar()
    qtbot.addWidget(bar)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(bar)
    qtbot.addWidget(page)
    page.show()
    labels = bar.findChildren(Label)
    facts = StatusFacts(online=True, unsent=22, files_waiting=13, people=("林知远",))

    for width in range(round(500 * scale), round(900 * scale), 7):
        page.resize(width, 300)
        bar.set_facts(replace(facts, unsent=22 + width % 2))
        told = []
        for _ in range(12):
            QCoreApplication.processEvents()
            told.append([(label.text(), label.geometry()) for label in labels])
        assert all(each == told[-1] for each in told[-5:])
