"""Runs of text set into lines of a width."""

import pytest

from inspector_app.documents.fonts import glyph_for
from inspector_app.documents.typesetting import SetText, TextStyle, Typesetter
from inspector_app.domain.document import Run

_STYLE = TextStyle(10, 16)
_LONG = "执法人员依法对当事人的经营场所进行监督检查，并制作现场笔录，当事人在场。" * 3


def _text(set_text: SetText) -> list[str]:
    return ["".join(glyph.character for glyph in line.glyphs) for line in set_text.lines]


def _end(set_text: SetText, line: int) -> float:
    last = set_text.lines[line].glyphs[-1]
    return set_text.lines[line].x + last.x + last.glyph.advance * set_text.style.size


def test_every_line_but_the_last_reaches_the_right_edge() -> None:
    set_text = Typesetter().set_text(_LONG.replace("，", ""), _STYLE, 147)

    ends = [_end(set_text, line) for line in range(len(set_text.lines) - 1)]

    assert ends == pytest.approx([147] * len(ends))


def test_the_first_line_is_indented() -> None:
    set_text = Typesetter().set_runs((Run(_LONG),), _STYLE, 150, first=20)

    assert (set_text.lines[0].x, set_text.lines[1].x) == (20, 0)


def test_what_is_filled_in_is_underlined_on_each_line_it_reaches() -> None:
    runs = (Run("责令于"), Run("2026年12月1日之前并以书面形式", filled=True), Run("报告。"))

    set_text = Typesetter().set_runs(runs, _STYLE.aligned("left"), 100)

    assert [len(line.underlines) for line in set_text.lines] == [1, 1, 0]
    assert set_text.lines[1].underlines[0][0] == 0


def test_two_filled_runs_with_text_between_have_two_underlines() -> None:
    runs = (Run("张", filled=True), Run("、"), Run("李", filled=True))

    line = Typesetter().set_runs(runs, _STYLE, 100).lines[0]

    assert line.underlines == ((0, 10), (20, 30))


def test_a_blank_to_fill_in_by_hand_keeps_its_width() -> None:
    line = Typesetter().set_runs((Run("　　　　　　", filled=True),), _STYLE, 200).lines[0]

    assert line.underlines == ((0, 60),)


def test_half_a_square_is_taken_out_between_two_marks() -> None:
    setter = Typesetter()

    assert setter.width("说：“好", 10) == 35
    assert setter.width("》，", 10) == 15


def test_a_title_is_set_in_lines_about_equally_long() -> None:
    title = "云河市清溪区市场监督管理局关于限期改正食品安全违法行为的通知书"

    lines = Typesetter().set_balanced(title, TextStyle(22, 34, "center"), 440).lines

    assert len(lines) == 2
    assert abs(lines[0].width - lines[1].width) <= 66


def test_a_long_mark_is_one_line_without_a_gap() -> None:
    line = Typesetter().set_text("——", _STYLE, 100).lines[0]

    assert [(glyph.x, glyph.glyph.advance) for glyph in line.glyphs] == [(0, 1), (10, 1)]


def test_a_rare_character_that_a_face_has_is_drawn() -> None:
    assert not glyph_for("䶮").missing


def test_a_character_that_no_face_has_is_drawn_as_a_mark_and_reported_once() -> None:
    setter = Typesetter()

    setter.set_text("𠮷野家，𠮷祥", _STYLE, 100)

    assert setter.missing == ("𠮷",)
    assert [part.character for part in glyph_for("𠮷").parts] == ["〓"]


def test_a_character_of_the_second_face_alone_is_taken_from_it() -> None:
    # As in the name of many a noodle shop; Noto Serif SC lacks it.
    assert glyph_for("𰻝").parts[0].face.startswith("NotoSansSC")


def test_marks_that_choose_a_glyph_have_no_width() -> None:
    assert Typesetter().width("葛\U000e0100\u200d\ufeff", 10) == 10


def test_control_characters_do_not_reach_the_page() -> None:
    set_text = Typesetter().set_text("一\x00二\x1b三", _STYLE, 100)

    assert [glyph.character for glyph in set_text.lines[0].glyphs if glyph.glyph.parts] == list(
        "一二三"
    )


def test_lines_forced_by_the_text_are_kept() -> None:
    assert _text(Typesetter().set_text("一、甲；\n二、乙。", _STYLE, 400)) == [
        "一、甲；",
        "二、乙。",
    ]
