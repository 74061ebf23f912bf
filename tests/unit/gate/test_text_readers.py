"""Dates, amounts, numbers and codes are read out of sentences as they were written in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.chinese import chinese_date, chinese_number, money
from inspector_app.domain.law.text_readers import (
    read_amounts,
    read_credit_codes,
    read_dates,
    read_document_numbers,
    read_money_words,
)
from tests.factory import credit_code
from tests.unit.gate.written_amounts import money_in_words

DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
AROUND = st.text("的于在，。、（）货架 ", max_size=8)


def in_hanzi(day: date) -> str:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"


@given(AROUND, DAYS, AROUND)
def test_a_date_is_read_back_from_every_way_of_writing_it(
    before: str, day: date, after: str
) -> None:
    for written in (chinese_date(day), in_hanzi(day)):
        assert [told.day for told in read_dates(before + written + after)] == [day]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_date_in_figures_is_read_back(day: date) -> None:
    assert [told.day for told in read_dates(f"见{day.isoformat()}的票据")] == [day]


@pytest.mark.parametrize("text", ["二○二六年一月五日", "２０２６年１月５日", "2026年 1 月 5 日"])
def test_a_date_is_read_in_the_signs_that_keyboards_offer(text: str) -> None:
    (told,) = read_dates(f"于{text}开业")
    assert (told.text, told.day) == (text, date(2026, 1, 5))


@pytest.mark.parametrize("text", ["2026年2月30日", "二〇二六年十三月一日", "2026-02-30"])
def test_a_day_that_no_calendar_has_is_told_as_such(text: str) -> None:
    (told,) = read_dates(f"保质期至{text}。")
    assert (told.text, told.day) == (text, None)


@pytest.mark.parametrize("text", ["2026年", "11月21日", "1.2.3", "10.0.0-12-01", "编号20261121"])
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert read_dates(text) == ()


@given(st.integers(0, 10**14 - 1))
def test_an_amount_in_words_is_read_back(fen: int) -> None:
    assert read_money_words(money_in_words(fen)) == fen


@given(st.integers(0, 10**12), AROUND)
def test_an_amount_in_figures_is_read_back(fen: int, after: str) -> None:
    text = f"罚款{money(f'{fen // 100}.{fen % 100:02d}')}{after}"
    assert [(amount.fen, amount.in_words) for amount in read_amounts(text)] == [(fen, False)]


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("5万元", 50_000),
        ("1.5万元", 15_000),
        ("五万元", 50_000),
        ("伍万元整", 50_000),
        ("五万三千元", 53_000),
        ("十元", 10),
        ("叁佰零伍元整", 305),
        ("二十万元", 200_000),
        ("壹亿零伍拾元整", 100_000_050),
        ("10,000元", 10_000),
        ("3亿元", 300_000_000),
        ("5万3千元", 53_000),
        ("1万2000元", 12_000),
        ("1亿2000万元", 120_000_000),
        ("3千5百元", 3_500),
        ("5百万元", 5_000_000),
        ("3千万元", 30_000_000),
        ("１２，０００元", 12_000),
        ("５万元", 50_000),
    ],
)
def test_every_usual_way_of_writing_an_amount(text: str, yuan: int) -> None:
    assert [amount.fen for amount in read_amounts(f"处以罚款{text}。")] == [yuan * 100]


@pytest.mark.parametrize(
    ("text", "fen"), [("5元5角", 550), ("5元5角6分", 556), ("12元6分", 12_06), ("１．５元", 150)]
)
def test_jiao_and_fen_behind_figures_count(text: str, fen: int) -> None:
    assert [(one.fen, text[one.start : one.end]) for one in read_amounts(text)] == [(fen, text)]


@pytest.mark.parametrize("text", ["1万20000元", "3千5万元", "1.2345678元", "5 0000元", "1.001元"])
def test_figures_that_do_not_fit_together_are_no_amount(text: str) -> None:
    assert read_amounts(text) == ()


@pytest.mark.parametrize("signs", ["一", "1万", "1万 ", "1,111", "伍仟", "1元 "])
def test_however_long_a_text_is_its_last_amount_is_read(signs: str) -> None:
    text = f"{signs * 20_000}，罚款5万元"

    assert read_amounts(text)[-1].fen == 50_000_00


@pytest.mark.parametrize(
    "text", ["美元汇率", "单元楼", "十百元", "万元户", "12345", "百元", "一二元"]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert not [amount for amount in read_amounts(text) if amount.in_words]


@given(st.text("零壹贰叁十百千万亿元角分整5,. ", max_size=20))
def test_whatever_is_typed_is_read_without_failing(text: str) -> None:
    for amount in read_amounts(text):
        assert amount.fen >= 0
        assert text[amount.start : amount.end].strip()


def test_amounts_stand_where_they_were_found() -> None:
    text = "罚款60,000.00元（大写：陆万元整）"
    told = [text[amount.start : amount.end] for amount in read_amounts(text)]
    assert told == ["60,000.00元", "陆万元整"]


@pytest.mark.parametrize("brackets", ["〔〕", "[]", "（）", "【】"])
def test_a_document_number_is_read_in_whatever_brackets(brackets: str) -> None:
    left, right = brackets[0], brackets[1]
    assert read_document_numbers(f"见云溪市监责改{left}2026{right}5号") == (
        ("见云溪市监责改", 2026, 5),
    )


def test_credit_codes_are_told_right_or_wrong_and_identity_numbers_are_none() -> None:
    right = credit_code(1)
    wrong = right[:-1] + ("A" if right[-1] != "A" else "B")
    assert read_credit_codes(f"代码{right}、{wrong}") == ((right, True), (wrong, False))
    assert read_credit_codes("身份证110101199001010014") == ()
