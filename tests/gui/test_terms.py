"""The field's words: days, codes and states as people say them, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from inspector_app.domain.enterprise import REPRESENTATIVE_TITLES, RiskClass
from inspector_app.domain.officer import Role
from inspector_app.gui.i18n import apply_language
from inspector_app.gui.terms import (
    bytes_text,
    certificate_state,
    credit_code_text,
    day_text,
    due_state,
    fact_line,
    licence_state,
    moment_text,
    representative_label,
    risk_state,
    role_label,
    short_day_text,
    task_kinds_text,
    waiting_text,
)
from inspector_app.gui.theme import Tone

_TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "text", "tone"),
    [
        (-2, "已逾期 2 天", Tone.NOT_MET),
        (0, "今天到期", Tone.ATTENTION),
        (1, "明天到期", Tone.ATTENTION),
        (2, "还有 2 天", Tone.NEUTRAL),
    ],
)
def test_a_due_day_says_how_near_it_is(days: int, text: str, tone: Tone) -> None:
    state = due_state(_TODAY + timedelta(days=days), _TODAY)

    assert (state.text, state.tone) == (text, tone)


@pytest.mark.parametrize(
    ("days", "text", "tone"),
    [
        (None, "长期有效", Tone.MET),
        (-1, "已过期 1 天", Tone.NOT_MET),
        (0, "今天到期", Tone.ATTENTION),
        (30, "30 天后到期", Tone.ATTENTION),
        (31, "有效", Tone.MET),
    ],
)
def test_a_licence_says_how_long_it_is_valid(days: int | None, text: str, tone: Tone) -> None:
    state = licence_state(days)

    assert (state.text, state.tone) == (text, tone)


def test_a_certificate_of_tomorrow_is_not_valid_today() -> None:
    state = certificate_state(_TODAY + timedelta(days=1), _TODAY + timedelta(days=400), _TODAY)

    assert (state.text, state.tone) == ("尚未生效", Tone.NOT_MET)


@pytest.mark.parametrize(
    ("risk", "tone"),
    [
        (RiskClass.NONE, Tone.NEUTRAL),
        (RiskClass.A, Tone.NEUTRAL),
        (RiskClass.C, Tone.ATTENTION),
        (RiskClass.D, Tone.NOT_MET),
    ],
)
def test_only_high_risk_asks_for_attention(risk: RiskClass, tone: Tone) -> None:
    assert risk_state(risk).tone is tone


def test_a_credit_code_is_parted_as_the_standard_parts_it() -> None:
    assert credit_code_text("91370203MA3ABCDE1X") == "91 370203 MA3ABCDE1 X"


def test_what_is_no_credit_code_is_left_as_it_is() -> None:
    assert credit_code_text("92X") == "92X"


def test_days_are_written_as_papers_write_them() -> None:
    assert day_text(_TODAY) == "2026年11月21日"
    assert short_day_text(date(2026, 12, 1), _TODAY) == "12月1日"
    assert short_day_text(date(2027, 1, 2), _TODAY) == "2027年1月2日"


def test_days_in_english_cannot_be_taken_for_another(app: QApplication) -> None:
    apply_language(app, "en")

    assert day_text(_TODAY) == "21 Nov 2026"
    assert due_state(_TODAY - timedelta(days=1), _TODAY).text == "1 day overdue"
    assert due_state(_TODAY - timedelta(days=2), _TODAY).text == "2 days overdue"


def test_a_moment_is_told_to_the_minute() -> None:
    assert moment_text("2026-11-21T09:05:59+08:00") == "2026年11月21日 09:05"


def test_no_moment_is_no_words() -> None:
    assert moment_text("") == ""


def test_the_kinds_of_a_visit_are_joined() -> None:
    assert task_kinds_text("routine,double_random") == "日常 + 双随机"


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 KB"), (1, "1 KB"), (812_400, "812 KB"), (3_400_000, "3.4 MB")]
)
def test_sizes_are_said_in_two_or_three_digits(size: int, text: str) -> None:
    assert bytes_text(size) == text


def test_a_moment_is_told_in_beijing_time_whatever_clock_wrote_it() -> None:
    assert moment_text("2026-11-21T18:30:00+00:00") == "2026年11月22日 02:30"


@pytest.mark.parametrize(
    ("waiting", "words"),
    [
        ((0, 0, 0), ""),
        ((3, 0, 0), "3 条记录"),
        ((3, 12, 2), "3 条记录、12 张照片、2 份文书和签名"),
    ],
)
def test_what_waits_is_counted_in_the_same_words_everywhere(
    waiting: tuple[int, int, int], words: str
) -> None:
    assert waiting_text(*waiting) == words


def test_a_reviewer_is_not_called_an_officer() -> None:
    assert role_label(Role.SUPERVISOR) == "审核人员"


def test_every_representative_of_a_party_has_english(app: QApplication) -> None:
    apply_language(app, "en")

    assert not [title for title in REPRESENTATIVE_TITLES if representative_label(title) == title]


@pytest.mark.parametrize("width", range(120, 400, 10))
def test_no_line_of_facts_begins_with_the_dot_between_two(qapp: QApplication, width: int) -> None:
    facts = ("星汉市监责改〔2026〕14号", "", "星汉县周家家常菜馆", "2026年11月21日 09:52", "有效")
    layout = QTextLayout(fact_line(facts), qapp.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(layout.text()[line.textStart()])
    layout.endLayout()

    assert len(starts) > 1
    assert not {"·", "\u00a0"} & set(starts)
