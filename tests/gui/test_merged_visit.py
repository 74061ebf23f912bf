"""Two checklists in one visit: what they call the same is not taken for the same."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

from pytestqt.qtbot import QtBot

from inspector_app.application.view_visit import VisitView
from inspector_app.domain.task import merge_tasks
from inspector_app.gui.controls import Label, SectionList
from inspector_app.gui.models.visit_items import item_rows, sections
from tests.factory import Chain, checklist, rights_read, task, visit_started
from tests.factory_visit import folded


def merged_view() -> VisitView:
    """A visit by two checklists whose sections bear the same titles."""
    lists = {"a": checklist("a", ("X", "Y", "Z")), "b": checklist("b", ("V", "W"))}
    merged = merge_tasks((task(1, checklists=("b",)), task(2, checklists=("a",))), lists)
    started = replace(visit_started(), items=merged.items, checklists=merged.checklists)
    visit = folded(Chain().add(started, rights_read()))
    titles = {"a": "要点表甲", "b": "要点表乙"}
    return cast(VisitView, SimpleNamespace(visit=visit, titles=titles, remarks=()))


def test_sections_of_one_title_stay_those_of_their_checklists() -> None:
    view = merged_view()

    found = sections(view)

    assert len({section.key for section in found}) == len(found)
    assert {section.group for section in found} == {"表一《要点表甲》", "表二《要点表乙》"}
    assert sum(section.total for section in found) == 5
    assert {row.part for row in item_rows(view)} == {section.key for section in found}


def test_the_sections_stand_under_the_names_of_their_checklists(qtbot: QtBot) -> None:
    listed = SectionList()
    qtbot.addWidget(listed)

    listed.set_sections(sections(merged_view()))

    heads = [label.text() for label in listed.findChildren(Label)]
    assert heads == ["表一《要点表甲》", "表二《要点表乙》"]
