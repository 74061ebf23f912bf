"""Deadlines on the screen: what is near on 今日, what runs from a visit, what is open in a file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from inspector_app.domain.law.deadline_kinds import (
    DeadlineKind,
    DeadlineUnit,
    LapseEffect,
    Party,
    StartingEvent,
    Trigger,
)
from inspector_app.domain.law.work_calendar import WorkCalendar
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.pages.enterprises.page import EnterprisesPage
from inspector_app.gui.pages.today.page import TodayPage
from inspector_app.gui.pages.today.panels import DeadlinePanel
from inspector_app.gui.pages.visit.deadline_card import DeadlineCard
from inspector_app.gui.pages.visit.page import VisitPage
from tests.gui.factory_gui import GuiOffice
from tests.gui.pages_window import OpenWindow, WindowPage, badges, press, words
from tests.unit.law.factory_deadlines import kind, table

RESULT = (Trigger(StartingEvent.RESULT),)


def publication(**given: object) -> DeadlineKind:
    plain = {"id": "D21", "title": "公开监督检查结果", "title_en": "Publish", "runs_from": RESULT}
    return kind(20, DeadlineUnit.WORKING_DAY, **{**plain, **given})


def closed_visit(*kinds: DeadlineKind, days_ago: int = 0) -> GuiOffice:
    """An office whose one visit was completed ``days_ago``."""
    office = GuiOffice()
    office.packs.terms = {each.id: each for each in kinds or (publication(),)}
    office.packs.calendar = WorkCalendar([table(2026)])
    office.completed()
    office.clock.move(wall=timedelta(days=days_ago))
    return office


def panel_of(window: WindowPage) -> DeadlinePanel:
    page = window.window.page("today")
    assert isinstance(page, TodayPage)
    return page.deadlines


def card_of(window: WindowPage) -> DeadlineCard:
    visit_id = window.office.do.look_up.visits()[0].visit_id
    window.window.open_visit(visit_id)
    window.settle()
    (card,) = window.window.findChildren(DeadlineCard)
    return card


def states(panel: DeadlinePanel) -> list[str]:
    return [row.state.text for row in panel.list.rows if row.state is not None]


def test_what_ends_within_three_working_days_is_pressing(open_window: OpenWindow) -> None:
    panel = panel_of(open_window(closed_visit(days_ago=24)))

    assert [row.title for row in panel.list.rows] == ["公开监督检查结果"]
    assert states(panel) == ["还有 3 个工作日"]


def test_what_is_late_is_said_to_be_late(open_window: OpenWindow) -> None:
    panel = panel_of(open_window(closed_visit(days_ago=30)))

    assert states(panel) == ["已逾期 3 天"]


def test_what_is_far_off_is_shown_when_it_is_asked_for(open_window: OpenWindow) -> None:
    window = open_window(closed_visit())
    panel = panel_of(window)
    assert panel.list.isHidden()
    assert "三个工作日内没有到期的。" in words(panel)

    press(panel.all_button)
    window.settle()

    assert states(panel) == ["还有 20 个工作日"]


def test_a_row_leads_to_its_visit(open_window: OpenWindow) -> None:
    office = closed_visit(days_ago=27)
    window = open_window(office)
    panel = panel_of(window)
    panel.list.view.setFocus()

    QTest.keyClick(panel.list.view, Qt.Key.Key_Return)
    window.settle()

    page = window.window.page("visit")
    assert isinstance(page, VisitPage)
    assert not page.workspace.isHidden()
    assert window.window.findChildren(DeadlineCard)


def test_what_binds_the_party_is_not_pressing(open_window: OpenWindow) -> None:
    office = closed_visit(publication(binds=Party.PARTY), days_ago=27)

    assert panel_of(open_window(office)).list.rows == ()


def test_the_visit_says_how_its_terms_were_counted(open_window: OpenWindow) -> None:
    card = card_of(open_window(closed_visit()))

    said = words(card)
    assert "第一日从2026年11月22日起算" in said
    assert "2026年12月18日届满" in said
    assert "《某法》第一条" in said
    assert "还有 20 个工作日" in badges(card)


def test_a_year_without_a_table_is_named(open_window: OpenWindow) -> None:
    office = closed_visit()
    office.packs.calendar = WorkCalendar()

    card = card_of(open_window(office))

    assert "待核实：本机没有2026年的放假安排" in words(card)


def test_what_ended_by_itself_is_over_not_late(open_window: OpenWindow) -> None:
    office = closed_visit(publication(lapse=LapseEffect.LAPSES), days_ago=40)

    assert "已届满" in badges(card_of(open_window(office)))


def test_a_term_is_ticked_off_and_leaves_the_day(open_window: OpenWindow) -> None:
    window = open_window(closed_visit(days_ago=27))
    card = card_of(window)
    name = next(key for key in card.buttons if key.endswith("D21"))

    press(card.buttons[name])
    window.settle()

    assert "已办" in badges(card)
    assert card.buttons[name].hasFocus()
    window.window.show_page("today")
    window.settle()
    assert panel_of(window).list.rows == ()


def test_a_term_of_the_party_cannot_be_ticked_off(open_window: OpenWindow) -> None:
    card = card_of(open_window(closed_visit(publication(binds=Party.PARTY))))

    assert "当事人：公开监督检查结果" in words(card)
    assert not [key for key in card.buttons if key.endswith("D21")]


def test_the_file_lists_what_runs_for_the_enterprise(open_window: OpenWindow) -> None:
    window = open_window(closed_visit(days_ago=27))
    page = window.show("enterprises", EnterprisesPage)
    page.open_enterprise("enterprise-1")
    window.settle()

    section = page.file.sections["deadlines"]
    assert "公开监督检查结果" in words(section)
    assert "今天到期" in badges(section)


def test_a_file_without_terms_shows_no_section(open_window: OpenWindow) -> None:
    window = open_window(GuiOffice())
    page = window.show("enterprises", EnterprisesPage)
    page.open_enterprise("enterprise-1")
    window.settle()

    assert page.file.sections["deadlines"].isHidden()


def test_the_days_terms_are_exported_without_names(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "期限.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window = open_window(closed_visit(days_ago=27))

    press(panel_of(window).export_button)
    window.settle()

    text = target.read_text("utf-8").replace("\r\n ", "")
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert [str(event["summary"]) for event in events].count("公开监督检查结果") == 1
    assert "面馆" not in text


def test_the_language_changes_with_everything_on_show(
    open_window: OpenWindow, qapp: QApplication
) -> None:
    window = open_window(closed_visit(days_ago=24))
    card = card_of(window)

    apply_language(qapp, "en")
    try:
        window.await_that(lambda: "Publish" in words(card))
        assert "3 working days left" in badges(card)
    finally:
        apply_language(qapp, "zh")
