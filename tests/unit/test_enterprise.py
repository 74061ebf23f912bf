"""Credit codes (GB 32100) and licences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.enterprise import Licence, check_credit_code, credit_code_digit
from inspector_app.domain.errors import UserError

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
bodies = st.text(ALPHABET, min_size=17, max_size=17)


def code(body: str) -> str:
    return body + credit_code_digit(body)


def test_a_published_code_checks() -> None:
    # The example that is printed wherever GB 32100-2015 is explained.
    assert check_credit_code("91350100M000100Y43") == "91350100M000100Y43"


@given(bodies)
def test_every_code_with_its_own_digit_checks(body: str) -> None:
    assert check_credit_code(code(body)) == code(body)


@given(bodies, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_found(body: str, place: int, character: str) -> None:
    whole = code(body)
    if whole[place] == character:
        return
    with pytest.raises(UserError) as caught:
        check_credit_code(whole[:place] + character + whole[place + 1 :])
    assert caught.value.code == "credit_code.check_digit"


def test_blanks_and_small_letters_are_read_as_meant() -> None:
    assert check_credit_code(" 91350100 m000100y43 ") == "91350100M000100Y43"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "credit_code.length"),
        ("9135010", "credit_code.length"),
        ("91350100M000100I43", "credit_code.character"),
        ("91350100M000100Y44", "credit_code.check_digit"),
    ],
)
def test_a_broken_code_is_told_what_is_wrong_and_what_to_do(text: str, problem: str) -> None:
    with pytest.raises(UserError) as caught:
        check_credit_code(text)
    assert caught.value.code == problem
    assert caught.value.mend


@pytest.mark.parametrize(
    ("today", "left"), [(date(2026, 12, 31), 0), (date(2027, 1, 1), -1), (date(2026, 12, 1), 30)]
)
def test_days_left_count_the_last_valid_day_as_zero(today: date, left: int) -> None:
    licence = Licence("食品经营许可证", "JY1", valid_to=date(2026, 12, 31))
    assert licence.days_left(today) == left


def test_a_licence_without_end_never_expires() -> None:
    assert Licence("营业执照", "1").days_left(date(2026, 1, 1)) is None
