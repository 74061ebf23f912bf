"""法规: how its parts share the room, in low windows and at twice the text."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from inspector_app.domain.law.citation import Citation
from inspector_app.gui.pages.law.view_model import Days
from tests.factory import FOOD_LAW
from tests.fakes.statutes import made_up
from tests.gui.factory_gui import GuiOffice
from tests.gui.factory_law import MARKET
from tests.gui.pages_law import open_law
from tests.gui.pages_window import OpenWindow

BEFORE, AFTER = date(2023, 8, 1), date(2026, 11, 1)


def test_a_citation_of_two_lines_stands_whole_at_twice_the_text(open_window: OpenWindow) -> None:
    office = GuiOffice()
    text = "第一百二十六条 有下列情形之一的，处以罚款：\n（一）示例；\n（二）示例。"
    office.statutes.add(made_up(FOOD_LAW, text, date(2021, 4, 29)))
    law = open_law(open_window, office)
    law.window.window.resize(1280, 720)
    law.window.text_scale(2.0)

    law.page.open_place(Citation(FOOD_LAW, 126, 1, 2))
    law.window.settle()

    place = law.page.reading.place
    [title] = [label for label in place.findChildren(QLabel) if label.text() == place.title]
    lines = title.heightForWidth(title.width())
    assert lines > place.copy_citation.height()
    assert title.height() >= lines


def test_what_follows_from_two_days_stands_whole_at_twice_the_text(
    open_window: OpenWindow,
) -> None:
    law = open_law(open_window)
    law.window.window.resize(1280, 720)
    law.window.text_scale(2.0)

    law.page.open_place(Citation(MARKET, 6), Days(BEFORE, AFTER))
    law.window.settle()

    days = law.page.reading.days
    [verdict] = [label for label in days.findChildren(QLabel) if "行为发生时是" in label.text()]
    assert verdict.height() >= verdict.heightForWidth(verdict.width())
    assert verdict.mapTo(days, QPoint()).y() >= days.act.geometry().bottom()
