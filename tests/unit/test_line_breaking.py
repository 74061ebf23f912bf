"""Where lines of Chinese text end (GB/T 15834)."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.documents.line_breaking import (
    NEVER_ENDS_A_LINE,
    NEVER_STARTS_A_LINE,
    Line,
    break_lines,
    clusters,
    stretch_points,
)

_HANZI = st.text("现场检查笔录食品安全监督管理局当事人执法依据中华民共和国", min_size=1, max_size=9)
_CLOSED = st.sampled_from(
    ["，", "。", "、", "；", "：", "？", "！", "”", "》，", "）。", "。”", "……", "——"]
)
_OPENED = st.sampled_from(["“", "《", "（", "（《", "“《", "〔"])
_LATIN = st.sampled_from(
    ["12.5℃", "2026年", "GB2760", "3.2kg", "LC-02", "5～8℃", "〔2026〕17号", "OK "]
)
_PARTS = st.lists(st.one_of(_HANZI, _CLOSED, _OPENED, _LATIN), min_size=1, max_size=40)
# Twelve squares hold every word above with the marks that may cling to it, unless marks pile up.
_WIDTHS = st.integers(min_value=12, max_value=40)

_ANYTHING = st.text(
    st.one_of(
        st.sampled_from("，。、；：？！”》）】“《（【—…·/～〔〕 \n\t0123456789abcXYZ.%℃元年月号第"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=120,
)


def _widths(text: str) -> list[float]:
    """Full squares for wide characters, half of one for the rest, nothing for what sits on others."""
    return [
        0.0
        if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}
        else 1.0
        if unicodedata.east_asian_width(character) in {"W", "F", "A"}
        else 0.5
        for character in text
    ]


def _broken(text: str, width: float) -> list[str]:
    return [text[line.start : line.end] for line in break_lines(text, _widths(text), width)]


def _longest_cluster(text: str) -> float:
    widths = _widths(text)
    return max((sum(widths[start:end]) for start, end in clusters(text)), default=0.0)


@given(_ANYTHING, st.floats(min_value=0.5, max_value=40))
def test_no_character_is_lost_or_moved(text: str, width: float) -> None:
    assert "".join(_broken(text, width)) == text


@given(_ANYTHING, st.floats(min_value=0.5, max_value=40))
def test_a_line_is_too_wide_only_if_it_holds_one_character(text: str, width: float) -> None:
    for line in break_lines(text, _widths(text), width):
        shown = text[line.start : line.end].rstrip()
        bases = [c for c in shown if unicodedata.category(c)[0] != "M" and c != "\u200d"]
        assert line.width <= width + 1e-6 or len(bases) <= 1


@given(_PARTS, _WIDTHS)
def test_no_line_begins_or_ends_with_a_mark_that_must_not(parts: list[str], width: int) -> None:
    text = "".join(parts)
    lines = [line.strip(" ") for line in _broken(text, max(width, _longest_cluster(text)))]
    for before, after in itertools.pairwise(lines):
        assert before[-1] not in NEVER_ENDS_A_LINE
        assert after[0] not in NEVER_STARTS_A_LINE


@given(_PARTS, _WIDTHS)
def test_numbers_words_and_long_marks_stay_whole(parts: list[str], width: int) -> None:
    text = "".join(parts)
    lines = _broken(text, max(width, _longest_cluster(text)))
    for whole in ("12.5℃", "2026年", "GB2760", "3.2kg", "LC-02", "〔2026〕17号"):
        assert sum(line.count(whole) for line in lines) == text.count(whole)
    for pair in ("——", "……"):
        assert not any(
            a.endswith(pair[0]) and b.startswith(pair[0]) for a, b in itertools.pairwise(lines)
        )


@given(_PARTS, _WIDTHS)
def test_lines_are_filled_as_far_as_the_next_unit_allows(parts: list[str], width: int) -> None:
    text = "".join(parts)
    widths = _widths(text)
    ends = dict(clusters(text))
    room = max(width, _longest_cluster(text))
    lines = break_lines(text, widths, room)
    for line, following in itertools.pairwise(lines):
        start = following.start
        more = sum(widths[start : start + len(text[start : ends[start]].rstrip(" "))])
        assert sum(widths[line.start : line.end]) + more > room


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("依据《食品安全法》处理", 3, ["依据", "《食品", "安全", "法》处", "理"]),
        ("温度为12.5℃，不合格", 4, ["温度为", "12.5℃，", "不合格"]),
        ("他说：“好。”", 4, ["他说：", "“好。”"]),
        ("文号〔2026〕17号", 6, ["文号", "〔2026〕17号"]),
        ("在家里——上周", 4, ["在家里", "——上周"]),
        ("尚未办理……现场", 5, ["尚未办理", "……现场"]),
        ("第一行\n第二行", 10, ["第一行\n", "第二行"]),
        ("食品/餐饮", 3, ["食", "品/餐", "饮"]),
        ("see the law", 3, ["see ", "the ", "law"]),
        ("", 5, [""]),
    ],
)
def test_text_is_broken_where_the_standard_allows(
    text: str, width: float, lines: list[str]
) -> None:
    assert _broken(text, width) == lines


def test_a_word_wider_than_the_line_is_split_instead_of_overflowing() -> None:
    assert _broken("编号ABCDEFGHIJ完", 3) == ["编号", "ABCDEF", "GHIJ完"]


def test_an_accent_stays_with_its_letter_even_in_a_split_word() -> None:
    assert _broken("e\u0301" * 6, 1) == ["e\u0301e\u0301"] * 3


def test_a_variation_selector_stays_with_its_character() -> None:
    assert _broken("葛\U000e0100葛\U000e0100", 1) == ["葛\U000e0100", "葛\U000e0100"]


def test_the_blank_half_of_a_closing_mark_may_be_given_up_at_the_end_of_a_line() -> None:
    text = "检查完毕，离开"
    slack = [0.5 if character == "，" else 0.0 for character in text]

    first = break_lines(text, [1.0] * 7, 4.5, slack=slack)[0]

    assert first == Line(0, 5, 4.5, squeezed=True)


def test_a_range_to_keep_is_moved_to_the_next_line_whole() -> None:
    text = "☑通过　☐书面限期整改"

    lines = break_lines(text, [1.0] * len(text), 9, unbroken=[(0, 3), (4, 11)])

    assert [text[line.start : line.end] for line in lines] == ["☑通过　", "☐书面限期整改"]


def test_a_range_to_keep_is_broken_if_no_line_holds_it() -> None:
    text = "☐立即停止生产经营活动"

    lines = break_lines(text, [1.0] * len(text), 6, unbroken=[(0, len(text))])

    assert [text[line.start : line.end] for line in lines] == ["☐立即停止生", "产经营活动"]


def test_the_first_line_has_its_own_width() -> None:
    lines = break_lines("一二三四五六", [1.0] * 6, 2, 4)

    assert [(line.start, line.end) for line in lines] == [(0, 2), (2, 6)]


def test_spaces_hang_outside_at_the_end_of_a_line() -> None:
    line = break_lines("see the", _widths("see the"), 1.5)[0]

    assert (line.end, line.width) == (4, 1.5)


def test_a_line_is_stretched_between_its_units_and_not_inside_them() -> None:
    text = "温度12℃，高"

    points = stretch_points(text, break_lines(text, _widths(text), 20)[0])

    assert points == ((1, False), (2, True), (6, True))


def test_widths_of_another_text_are_refused() -> None:
    with pytest.raises(ValueError, match="3 characters but 2 widths"):
        break_lines("一二三", [1.0, 1.0], 5)
