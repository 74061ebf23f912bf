"""Signs typed for others of the same sound: which are put right, and which are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.law.ranking import Ranker, SearchEntry
from inspector_app.domain.law.ranking.spelling import Spelling

WORDS = ("健康证", "营业执照", "过期", "3c认证")


def mended(run: str, *known: str) -> str:
    return Spelling(WORDS, known.__contains__).mended(run)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("员工健康正没有", "员工健康证没有"),
        ("营业直照", "营业执照"),
        ("赢业执照过期", "营业执照过期"),
        ("健康政和营业执召", "健康证和营业执照"),
    ],
)
def test_a_sign_of_the_same_sound_is_put_right(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "健康证",
        "健康卡",  # another sound
        "见康证",  # the first of three: 康证 is too little to know a word by
        "过其食品",  # a word of two signs
        "健康鋥",  # a rare sign, whose sound is not known
        "abc",
    ],
)
def test_what_may_be_right_is_left_alone(typed: str) -> None:
    assert mended(typed) == typed


def test_what_stands_in_an_entry_is_no_mistake() -> None:
    assert mended("健康正常", "康正") == "健康正常"
    assert mended("营业直照", "业直") == "营业执照"
    assert mended("营业直照", "业直", "直照") == "营业直照"


@given(st.text(st.sampled_from("健康证正政营业执直照召的没有"), min_size=1))
def test_a_mended_run_is_as_long_as_it_was_and_mended_once(run: str) -> None:
    found = mended(run)

    assert len(found) == len(run)
    assert mended(found) == found


ENTRY = SearchEntry("M44", "食品", {"wording": ("安排无证明的人员",), "keywords": ("健康证",)})


def test_a_mistyped_word_is_found_and_shown_as_it_was_typed() -> None:
    found = Ranker([ENTRY]).rank("员工健康正没有")

    assert [each.id for each in found] == ["M44"]
    assert found[0].words == ("健康正",)


def test_a_report_is_taken_as_it_is_written() -> None:
    filling = "，".join(["甲乙丙丁戊己庚辛"] * 8)

    assert Ranker([ENTRY]).rank(f"员工健康正没有，{filling}") == ()
