"""What the form of an opinion offers follows the stage that is shown, as the gate will."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector_app.domain.law.discretion import Grade
from inspector_app.domain.law.weighing import ORDER_REFUSED
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.jobs import Jobs
from inspector_app.gui.pages.visit.weighing_section import WeighingSection
from tests.gui.factory_weighing import office_with, opened
from tests.unit.law.factory_weighing import SMALL, UNHEEDED, UNLICENSED_STAFF


def lines(section: WeighingSection) -> str:
    return "\n".join(label.text() for label in section.findChildren(QLabel) if not label.isHidden())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "依照《中华人民共和国食品安全法》第一百二十六条"),
        ("en", "a lighter one cannot be proposed"),
    ],
)
def test_a_lighter_fine_gives_way_to_that_of_a_graver_stage_and_it_is_said(
    qtbot: QtBot, jobs: Jobs, qapp: QApplication, language: str, words: str
) -> None:
    light = replace(SMALL, optional=False)
    either = replace(UNLICENSED_STAFF, sanctions=(light, UNHEEDED))
    page = opened(qtbot, jobs, office_with(either), "facts", "opinion")
    section = page.findings.weighing
    assert section.facts is not None
    assert section.opinion is not None
    page.press(section.opinion.grade.chip(Grade.ORDINARY.value))
    assert [one.sanction for one in section.weighing.proposed] == [light]
    assert words not in lines(section)
    assert section.opinion.graver.isHidden()

    row = section.facts.steps[ORDER_REFUSED]
    page.press(row.answer.chip("yes"))
    row.evidence.take("paper/责令改正通知书1号")
    page.settle()
    apply_language(qapp, language)
    try:
        page.settle()
        assert words in lines(section)
        assert words in section.opinion.graver.words.text()
        assert section.opinion.graver.isVisibleTo(section)
    finally:
        apply_language(qapp, "zh")

    assert light not in [one.sanction for one in section.weighing.proposed]
