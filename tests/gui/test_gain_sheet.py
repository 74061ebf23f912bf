"""The sheet of illegal gain in the window: worked out as it is filled in, and as the grade follows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from inspector_app.domain.law.discretion import Grade
from inspector_app.gui.jobs import Jobs
from tests.gui.factory_weighing import office_with, opened
from tests.unit.law.factory_weighing import EXPIRED


def test_the_sheet_of_illegal_gain_is_worked_out_at_once(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "facts")
    facts = page.findings.weighing.facts
    assert facts is not None
    page.press(facts.gain_button)
    assert facts.gain is not None
    page.press(facts.gain.parts["receipts"].add)
    row = facts.gain.parts["receipts"].rows[0]

    row.text.set_value("销售")
    row.amount.line.setText("64")
    row.edited.emit()

    assert facts.gain.result.text().startswith("违法所得 64元")
    assert row.problem.text() == "“销售”没有证据。"
    row.evidence.take("paper/小票")
    assert row.problem.text() == ""


def test_the_sheet_takes_nothing_where_the_law_leaves_no_penalty(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "facts", "grounds", "opinion")
    section = page.findings.weighing
    assert section.facts is not None
    assert section.opinion is not None
    page.press(section.facts.gain_button)
    assert section.facts.gain is not None
    page.press(section.facts.gain.parts["receipts"].add)
    (row,) = section.facts.gain.parts["receipts"].rows
    row.amount.line.setText("64")
    row.edited.emit()
    minor = section.grounds["minor"]
    page.press(minor.taken)
    for element in minor.elements.values():
        page.press(element.answer.chip("yes"))
        element.evidence.take("paper/整改照片")
    assert section.facts.gain.result.text().endswith("没收 64元")

    page.press(section.opinion.grade.chip(Grade.EXEMPT.value))

    assert section.facts.gain.result.text().endswith("没收 0元")


def test_an_entry_taken_away_counts_no_more_and_focus_stays_near(qtbot: QtBot, jobs: Jobs) -> None:
    page = opened(qtbot, jobs, office_with(EXPIRED), "facts")
    page.page.window().activateWindow()
    facts = page.findings.weighing.facts
    assert facts is not None
    page.press(facts.gain_button)
    assert facts.gain is not None
    receipts = facts.gain.parts["receipts"]
    page.press(receipts.add)
    (row,) = receipts.rows
    row.amount.line.setText("64")
    row.edited.emit()
    assert facts.gain.result.text().startswith("违法所得 64元")

    page.press(row.drop)

    assert facts.gain.result.text().startswith("违法所得 0元")
    assert facts.gain.sheet().receipts == ()
    assert receipts.add.hasFocus()
