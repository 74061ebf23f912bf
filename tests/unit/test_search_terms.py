"""Keys, initials and ranks: how what an officer types is compared with a name."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspector_app.storage.search_index import terms
from inspector_app.storage.search_terms import MOST_VARIANTS, Hit, initials, rank, search_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("云溪县张记面馆", "云溪县张记面馆"),
        ("ＫＦＣ（西湖店）", "kfc西湖店"),
        (" 张 记-面·馆 ", "张记面馆"),
        ("①号Ⅳ店", "1号iv店"),
        ("😀\0\"'*%", ""),
    ],
)
def test_a_key_is_letters_and_digits_folded(text: str, key: str) -> None:
    assert search_key(text) == key


@given(st.text(max_size=20))
@example("ᄀ-ᅡ")
def test_a_key_is_its_own_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


def test_initials_are_read_the_usual_way_first() -> None:
    assert initials("浙江美光科技") == ("zjmgkj",)
    assert initials("重庆小面")[0] == "zqxm"
    assert "cqxm" in initials("重庆小面")


def test_a_place_name_with_a_second_reading_is_read_both_ways() -> None:
    assert set(initials("厦门")) == {"sm", "xm"}


def test_latin_letters_and_digits_stand_for_themselves() -> None:
    assert initials("KFC肯德基2店") == ("kfckdj2d",)


def test_the_ways_to_read_a_name_are_bounded() -> None:
    assert len(initials("长行重长行重长行重")) == MOST_VARIANTS


def test_a_name_without_readings_has_empty_initials() -> None:
    assert initials("𠮷") == initials("") == ("",)


def test_hits_stand_names_then_codes_then_initials() -> None:
    hits = [
        rank("zj", "云溪超市", "91", ("zjcs",)),
        rank("zj", "云溪超市", "ZJ91", ("yxcs",)),
        rank("zj", "老ZJ店", "91", ("lzjd",)),
        rank("zj", "ZJ店铺", "91", ("zjdp",)),
        rank("zj", "ZJ店", "91", ("zjd",)),
    ]

    assert all(isinstance(hit, Hit) for hit in hits)
    assert sorted(hits, key=lambda hit: hit or Hit(9, 0, 0, "")) == hits[::-1]


def test_what_does_not_match_has_no_rank() -> None:
    assert rank("面馆", "云溪超市", "91", ("yxcs",)) is None
    assert rank("xc", "云溪超市", "91", ("yxcs",)) is None
    assert rank("yxcs1", "云溪超市", "91", ("yxcs",)) is None


@given(st.text(max_size=12))
def test_no_token_of_a_name_is_cut_by_the_index(name: str) -> None:
    tokens = terms(name, initials(name)).split(" ") if terms(name, initials(name)) else []
    pairs = [token for token in tokens if token[0] < "\ue000" or token[0] > "\ue002"]

    # FTS5's ascii tokenizer keeps letters, digits and everything above ASCII in a token.
    assert all(c.isalnum() or ord(c) > 127 for token in tokens for c in token)
    assert pairs == [search_key(name)[i : i + 2] for i in range(len(search_key(name)) - 1)]
