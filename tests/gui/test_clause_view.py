"""A clause under a finding never says of an older text that it was the law on the day."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from inspector_app.domain.law.citation import Citation
from inspector_app.domain.law.statute import Provision, Unresolved, UnresolvedReason
from inspector_app.gui.controls import Disclosure, Label
from inspector_app.gui.pages.visit.clause_view import ClauseView
from tests.factory import FOOD_LAW
from tests.fakes.statutes import MemoryShelf, made_up

CITED = Citation(FOOD_LAW, 1)
OLDER = made_up(FOOD_LAW, "第一条 摊主应当备茶。", date(2021, 4, 29))


def said(told: Provision | Unresolved | None) -> set[str]:
    return {label.text() for label in ClauseView(CITED, told).findChildren(Label)}


@pytest.mark.usefixtures("qapp")
def test_an_older_text_is_not_shown_as_the_text_of_the_day() -> None:
    reason = UnresolvedReason.LATER_TEXT
    lacking = Unresolved(CITED, reason, older=OLDER.edition, wanted=date(2025, 9, 12))
    told = said(lacking)
    assert "本机只有较早的文本（2021年4月29日），检查当日施行的文本（2025年9月12日）未导入" in told
    assert not any("有效" in words for words in told)
    assert "摊主应当备茶。" not in told


@pytest.mark.usefixtures("qapp")
def test_the_text_of_the_day_is() -> None:
    shelf = MemoryShelf()
    shelf.add(OLDER)
    told = said(shelf.resolve(CITED, date(2022, 1, 1)))
    assert "官方文本（2021年4月29日），检查当日有效" in told
    assert "摊主应当备茶。" in told


@pytest.mark.usefixtures("qapp")
def test_a_law_that_is_not_here_is_said_not_to_be() -> None:
    assert "条文未安装" in said(Unresolved(CITED, UnresolvedReason.NO_LAW))
    assert "条文未安装" in said(None)


def test_a_long_text_is_opened_in_the_column_of_the_words_above_it(qtbot: QtBot) -> None:
    shelf = MemoryShelf()
    shelf.add(made_up(FOOD_LAW, "第一条 " + "摊主应当备茶。" * 60, date(2021, 4, 29)))
    view = ClauseView(CITED, shelf.resolve(CITED, date(2022, 1, 1)))
    qtbot.addWidget(view)
    view.resize(600, 400)
    whole = view.findChildren(Disclosure)[0]
    whole.set_open(True)
    with qtbot.waitExposed(view):
        view.show()
    name, *_, text = (label for label in view.findChildren(Label) if label.isVisible())
    column = name.mapTo(view, QPoint()).x()
    assert text.text() == view.words()
    assert text.mapTo(view, QPoint()).x() == column
    assert whole.head.mapTo(view, QPoint()).x() == column
